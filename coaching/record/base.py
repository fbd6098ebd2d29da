"""What every record shares: an id, strict frozen fields, and an audience on each text field."""

from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from coaching.errors import Refused
from coaching.text import clean_long, clean_short, has_visible

Side = Literal["me", "them"]


class Audience(StrEnum):
    """Who may read a field: the user alone, or both people of the relationship."""

    ONLY_ME = "only me"
    US_TWO = "us two"


def _short(value: object) -> object:
    return clean_short(value) if isinstance(value, str) else value


def _long(value: object) -> object:
    return clean_long(value) if isinstance(value, str) else value


def _not_blank(text: str) -> str:
    if not has_visible(text):
        raise Refused("This field is empty. Write a word or two.")
    return text


MyShort = Annotated[str, BeforeValidator(_short), Audience.ONLY_ME]
MyLong = Annotated[str, BeforeValidator(_long), Audience.ONLY_ME]
OurShort = Annotated[str, BeforeValidator(_short), Audience.US_TWO]
OurLong = Annotated[str, BeforeValidator(_long), Audience.US_TWO]
OurTitle = Annotated[str, BeforeValidator(_short), AfterValidator(_not_blank), Audience.US_TWO]
MyTitle = Annotated[str, BeforeValidator(_short), AfterValidator(_not_blank), Audience.ONLY_ME]


class Value(BaseModel):
    """A frozen value; a field it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def changed(self, **fields: Any) -> Self:
        """The same record with other values, validated anew (`model_copy` would not)."""
        return type(self).model_validate({**dict(self), **fields})

    @classmethod
    def audience_of(cls, field: str) -> Audience | None:
        """Who may read a field; None for dates, ids and choices, which carry no free text."""
        metadata = cls.model_fields[field].metadata
        return next((item for item in metadata if isinstance(item, Audience)), None)


class Record(Value):
    """One kept fact. `table` names the place it is kept in; `id` is unique within the vault."""

    table: ClassVar[str]

    id: str
