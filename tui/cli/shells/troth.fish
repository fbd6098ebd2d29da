# Finishes the words of troth with tab: troth completions fish | source
# What fits is asked of troth itself, so it is always up to date.
function __troth_next
    set -l before (commandline --tokenize --current-process --cut-at-cursor)
    set -l typed (commandline --current-token --cut-at-cursor | string unescape)
    set -l words (string join \n -- $before | string collect)
    for line in (command troth completions --line="$words"\n"$typed" 2>/dev/null)
        switch $line
            case \tfile
                __fish_complete_path "$typed"
            case \tfolder
                __fish_complete_directories "$typed" ''
            case '*'
                echo -- $line
        end
    end
end

complete --command troth --no-files --keep-order --arguments '(__troth_next)'
