# Finishes the words of troth with tab: source <(troth completions bash)
# Works from bash 3.2 on. What fits is asked of troth itself, so it is always up to date.
_troth() {
    local before typed quote= line word
    before=$(printf '%s\n' "${COMP_WORDS[@]:0:COMP_CWORD}" | tr -d "\"'\\\\")
    typed=${COMP_WORDS[COMP_CWORD]//\\/}
    case $typed in
        [\"\']*) quote=${typed:0:1} typed=${typed:1} ;;
    esac
    COMPREPLY=()
    while IFS= read -r line; do
        word=${line%%$'\t'*}
        case $line in
            $'\tfile') _troth_paths -f "$typed" ;;
            $'\tfolder') _troth_paths -d "$typed" ;;
            *) COMPREPLY+=("$(_troth_quoted "$quote" "$word")") ;;
        esac
    done < <(command troth completions --line="$before"$'\n'"$typed" 2>/dev/null)
}

# A word as it has to stand behind this opening quotation mark, or behind none.
_troth_quoted() {
    case $1 in
        \') printf '%s' "$2" | sed "s/'/'\\\\''/g" ;;
        \") printf '%s' "$2" | sed 's/[\\"$`]/\\&/g' ;;
        *) printf '%q' "$2" ;;
    esac
}

_troth_paths() {
    local path
    compopt -o filenames 2>/dev/null
    while IFS= read -r path; do
        COMPREPLY+=("$path")
    done < <(compgen "$1" -- "$2")
}

complete -F _troth troth
