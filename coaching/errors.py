"""The small family of errors that carry one sentence for the user."""


class TrothError(Exception):
    """Something the user is told: `sentence` says what, where and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Refused(TrothError):
    """What was given cannot be taken; `field` names the form field it belongs to, if known.

    Not a ValueError: a pydantic validator that raises it lets the sentence through unchanged.
    """

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.field = field


class ThereAlready(Refused):
    """A file of this name is there, and nothing is ever written over it unasked."""


class Gone(TrothError):
    """The record a verb was meant for is not there any more."""


class VaultTrouble(TrothError):
    """The records cannot be read or written; the sentence says what, where and what to do."""


class Locked(VaultTrouble):
    """The records are sealed, and this window has not got their passphrase (any more)."""


class WrongPassphrase(VaultTrouble):
    """The passphrase given does not open the records; nothing is damaged."""
