"""What a first start says, and what empty panes say."""

from coaching.guide.parts import Choice, Evidenced, Lines, Part, Words


class Welcome(Part):
    """The first question and its four choices, with what is said once."""

    opening: Words
    question: Words
    choices: tuple[Choice, ...]
    not_a_substitute: Words
    yours: Words


class EmptyPanes(Part):
    """The lines of each pane of home that has nothing to show; each teaches the next key."""

    relationships: Lines
    checkins: Lines
    hurdles: Lines


class Start(Evidenced):
    """The words of a first start."""

    welcome: Welcome
    empty: EmptyPanes
