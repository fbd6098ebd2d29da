"""What any file that was read would bring in, whatever its kind."""

from dataclasses import dataclass
from datetime import datetime

from coaching.importing.events import Calendar, plan_events
from coaching.importing.items import Namesakes, Plan
from coaching.importing.people import plan_people
from coaching.importing.records import Here, Incoming, plan_records
from coaching.importing.roster import Roster
from coaching.ports import NewId
from coaching.record.relationship import Role

FileRead = Incoming | Roster | Calendar


@dataclass(frozen=True)
class Wishes:
    """How the user wants it: their side where a list does not say it, and what of namesakes.

    `theirs` takes the record of the file where one with its id is here and differs.
    """

    i_am: Role | None = None
    namesakes: Namesakes = "leave"
    theirs: bool = False


@dataclass(frozen=True)
class Around:
    """When and where a file is brought in, and new ids."""

    now: datetime
    zone: str
    new_id: NewId


def plan(file: FileRead, here: Here, wishes: Wishes, around: Around) -> Plan:
    """What of the file would come in, what not and why."""
    match file:
        case Incoming():
            return plan_records(file, here, namesakes=wishes.namesakes, theirs=wishes.theirs)
        case Roster():
            return plan_people(
                file,
                here,
                i_am=wishes.i_am,
                namesakes=wishes.namesakes,
                now=around.now,
                zone=around.zone,
                new_id=around.new_id,
            )
        case Calendar():
            return plan_events(file, here, now=around.now, zone=around.zone)
