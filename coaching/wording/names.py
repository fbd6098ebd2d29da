"""The ids of what the wording check looks for: parts of an apology, and flags."""

from typing import Literal, get_args

ComponentId = Literal[
    "specific_act",
    "responsibility",
    "repair",
    "regret",
    "explanation",
    "repentance",
    "impact",
    "invite",
    "follow_up",
    "forgiveness_request",
]
FlagId = Literal[
    "conditional_if",
    "you_feel_shift",
    "but_negation",
    "blame_shift",
    "demand_closure",
    "passive_agentless",
    "minimising",
    "excuse_stack",
    "vague_offence",
    "intent_shield",
    "self_focus",
    "hedged",
    "empty_promise",
]

COMPONENTS: tuple[ComponentId, ...] = get_args(ComponentId)
FLAGS: tuple[FlagId, ...] = get_args(FlagId)
NAMES: tuple[str, ...] = (*COMPONENTS, *FLAGS)
"""All ids, the parts first."""
