"""What every piece of content is made of: plain words, ids, and what it rests on."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Words = Annotated[str, Field(pattern=r"^\S(.*\S)?$")]
Lines = tuple[Words, ...]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Evidence = Literal["looked_up", "seen", "general_knowledge", "design"]


def fill(text: str, *, name: str) -> str:
    """Put the name where the text says {name}; nothing else in either of them is interpreted."""
    return text.replace("{name}", name)


class Part(BaseModel):
    """A frozen piece of content; a field it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Evidenced(Part):
    """A piece that says what it rests on. Only checked sources may be printed as a citation."""

    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    printable: bool
    sources: Lines = ()

    @model_validator(mode="after")
    def _printed_sources_are_checked(self) -> Self:
        if self.printable and ("looked_up" not in self.evidence or not self.sources):
            raise ValueError("only an item with a looked_up source can be printable")
        if self.printable and "general_knowledge" in self.evidence:
            raise ValueError("general knowledge is never printed as a citation")
        return self


class Choice(Part):
    """One answer to choose."""

    id: Id
    label: Words
    help: Words | None = None
