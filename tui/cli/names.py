"""Finds the person a name on the command line means."""

from coaching.errors import Refused, VaultTrouble
from coaching.overview import Overview, Person
from coaching.say import say_list
from coaching.text import clean_short, has_visible, nearest, quote

MOST_NAMED = 5


def find_person(overview: Overview, text: str) -> Person:
    """The one person with this name, or with this part of a name.

    Raises:
        Refused: nobody has it, or several have.
        VaultTrouble: nobody has it, but somebody's records could not be read.
    """
    name = clean_name(text)
    wanted = name.casefold()
    fitting = [person for person in overview.people if wanted in person.name.casefold()]
    whole = [person for person in fitting if person.name.casefold() == wanted]
    found = whole or fitting
    if not found:
        raise _unknown(overview, name)
    if len(found) > 1:
        raise _several(name, found)
    return found[0]


def fits_any(overview: Overview, text: str) -> bool:
    """Whether anybody has this name or this part of a name."""
    wanted = clean_name(text).casefold()
    return any(wanted in person.name.casefold() for person in overview.people)


def clean_name(text: str) -> str:
    """A name as it is kept. Refuses one in which nothing can be seen, and one too long."""
    name = clean_short(text)
    if not has_visible(name):
        raise Refused("The name is empty. Write one, like Ben.", "name")
    return name


def namesake(overview: Overview, name: str) -> Person | None:
    """Somebody whose whole name is the same but for small and capital letters."""
    wanted = name.casefold()
    return next((one for one in overview.people if one.name.casefold() == wanted), None)


def first_few(names: list[str]) -> str:
    """Names in a sentence; beyond five only how many more there are."""
    more = len(names) - MOST_NAMED
    if more <= 0:
        return say_list(names)
    return say_list([*names[:MOST_NAMED], f"{more} more"])


def _unknown(overview: Overview, name: str) -> Refused | VaultTrouble:
    sentence = f"Nobody in your records is called {quote(name)}."
    if overview.troubles:
        return VaultTrouble(f"{sentence} {overview.troubles[0].sentence}")
    near = nearest(name, (person.name for person in overview.people))
    if near is not None:
        return Refused(f"{sentence} Did you mean {near}?", "name")
    return Refused(f"{sentence} Add someone with: troth add NAME --i-am mentor", "name")


def _several(name: str, found: list[Person]) -> Refused:
    names = sorted((person.name for person in found), key=str.casefold)
    if len(set(map(str.casefold, names))) == 1:
        return Refused(
            f"{len(names)} people are called {names[0]}. Open troth and give one another name.",
            "name",
        )
    return Refused(f"{quote(name)} fits {first_few(names)}. Write more of the name.", "name")
