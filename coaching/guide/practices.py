"""The practices of the strategies: one thing people do, how it is done here, and what to avoid."""

from coaching.guide.parts import Evidenced, Id, Lines, Words


class Practice(Evidenced):
    """A practice of one strategy. `how` are its steps, `avoid` what spoils it."""

    id: Id
    strategy: Id
    name: Words
    line: Words
    how: Lines
    avoid: Lines = ()
