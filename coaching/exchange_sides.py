"""Says who is who in a file for us two, where "me" would be whoever reads it."""

from collections.abc import Mapping
from typing import Any

from coaching.exchange import Leaving
from coaching.record.base import Audience, Record
from coaching.record.relationship import Relationship, Role

OTHER: Mapping[Role, Role] = {"mentor": "mentee", "mentee": "mentor"}
OWN_ROLE, WRITTEN_BY = "i_am", "written_by"
ONLY_MINE_INSIDE: Mapping[str, frozenset[str]] = {"rhythm": frozenset({"longest_days"})}
"""What inside a shared value stays: the longest gap is the writer's own limit (house rule)."""


def roles_in(part: Leaving, audience: Audience) -> Mapping[str, str]:
    """What stands for "me" and "them": the two roles for us two, nothing else for the user."""
    if audience is Audience.ONLY_ME or not part.workbook.about_someone:
        return {}
    mine = part.workbook.relationship.i_am
    return {"me": mine, "them": OTHER[mine]}


def in_roles(
    record: Record, document: Mapping[str, Any], roles: Mapping[str, str]
) -> dict[str, Any]:
    """The document of a record as both can read it; as it is where there are no roles."""
    if not roles:
        return dict(document)
    return {
        _named(record, name, roles): _valued(record, name, value, roles)
        for name, value in document.items()
    }


def _named(record: Record, name: str, roles: Mapping[str, str]) -> str:
    """`yes_me` becomes `yes_mentor`; whose side a relationship is told from is its writer's."""
    if isinstance(record, Relationship) and name == OWN_ROLE:
        return WRITTEN_BY
    stem, _, side = name.rpartition("_")
    return f"{stem}_{roles[side]}" if stem and side in roles else name


def _valued(record: Record, name: str, value: object, roles: Mapping[str, str]) -> object:
    if isinstance(value, dict) and name in ONLY_MINE_INSIDE:
        return {key: one for key, one in value.items() if key not in ONLY_MINE_INSIDE[name]}
    if isinstance(value, str) and name != "id" and record.audience_of(name) is None:
        return roles.get(value, value)
    return value
