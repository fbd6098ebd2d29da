"""Says in our own words why a value from a file does not fit, where a library has its own."""

import json
from collections.abc import Mapping
from typing import Any

from coaching.errors import TrothError

NOT_A_RECORD = "this is not a record that Troth can read"
DATE = "this is not a date, such as 2026-11-24"
TIME = "this is not a time, such as 15:00"
MOMENT = "this is not a date with a time, such as 2026-11-24T15:00:00Z"
TEXT = "this is not a text"
WHOLE = "this is not a whole number"
LIST = "this is not a list"
FIELDS = "this is not a record with named fields"
REASONS: Mapping[str, str] = {
    "missing": "this is missing",
    "extra_forbidden": "this Troth does not know this field",
    "none_required": "this must be empty",
    "bool_type": "this is not yes or no (true or false)",
    "bool_parsing": "this is not yes or no (true or false)",
    **dict.fromkeys(("string_type", "string_sub_type", "string_unicode"), TEXT),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), WHOLE),
    **dict.fromkeys(("tuple_type", "list_type", "iterable_type"), LIST),
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), FIELDS),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), DATE),
    **dict.fromkeys(("date_from_datetime_inexact", "date_past", "date_future"), DATE),
    **dict.fromkeys(("time_type", "time_parsing"), TIME),
    **dict.fromkeys(("datetime_type", "datetime_parsing", "datetime_object_invalid"), MOMENT),
    **dict.fromkeys(("datetime_from_date_parsing", "timezone_aware"), MOMENT),
}
JSON_REASONS: tuple[tuple[str, str], ...] = (
    ("Invalid control character", "there is a control character or a line end inside a text"),
    ("Unterminated string", "a text begins here and does not end"),
    ("Invalid \\", "a backslash stands here that means nothing"),
    ("Expecting ',' delimiter", "a comma is missing"),
    ("Expecting ':' delimiter", "a colon is missing"),
    ("Expecting property name", "the name of a field is missing"),
    ("Illegal trailing comma", "there is a comma too many"),
    ("Expecting value", "a value is missing"),
    ("Extra data", "something stands after its end"),
    ("Unexpected UTF-8 BOM", "a byte order mark stands here"),
)


def of_record(error: Exception) -> str:
    """Why a document is no record: the path of its first field that does not fit, and why."""
    if isinstance(error, TrothError):
        return error.sentence
    errors = getattr(error, "errors", None)
    if errors is None:
        return NOT_A_RECORD
    first = errors(include_url=False, include_input=False)[0]
    path = ".".join(map(str, first["loc"]))
    return f"{path}: {_of_field(first)}" if path else _of_field(first)


def of_json(error: json.JSONDecodeError) -> str:
    """Why a text is no JSON, at the place that the error names."""
    return next((ours for theirs, ours in JSON_REASONS if error.msg.startswith(theirs)), "")


def _of_field(detail: Mapping[str, Any]) -> str:
    context = detail.get("ctx") or {}
    if detail["type"] == "literal_error":
        return f"this is none of {context['expected'].replace(' or ', ', ').replace(chr(39), '')}"
    if detail["type"] in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        return f"this is {'less' if 'ge' in context else 'more'} than {bound}"
    return REASONS.get(detail["type"], "this does not fit here")
