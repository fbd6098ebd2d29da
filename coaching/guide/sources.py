"""What the content rests on, and where it departs from the usual advice."""

from coaching.guide.parts import Evidenced, Id, Words


class Source(Evidenced):
    """What a source says, what Troth takes from it, and how far it reaches.

    Its citation stands in `sources`; an idea whose source was not looked up has none.
    """

    id: Id
    name: Words
    says: Words
    used_for: Words
    limits: Words


class Departure(Evidenced):
    """What is usually advised, what is done here instead, and why.

    `strategy` is the strategy it belongs to; None where it is about all of them.
    """

    id: Id
    name: Words
    strategy: Id | None = None
    usual: Words
    here: Words
    why: Words
