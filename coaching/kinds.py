"""The kinds of check-in in words, for home, `due`, `show` and a person's page alike."""

KIND_WORDS = {
    "first": "first meeting",
    "regular": "regular",
    "short": "short",
    "review": "review",
    "repair": "repair talk",
    "closing": "closing",
}


def say_about(topic: str, kind: str) -> str:
    """What a check-in is about: its topic, else its kind in words."""
    return topic or KIND_WORDS[kind]
