"""What a user does with the independence ladder: a topic, a try at its level, a step up or down."""

from datetime import date

from coaching.errors import Refused
from coaching.record.topic import Level, Move, MoveReason, Topic, Try, Went
from coaching.record.workbook import Done, Workbook

ENOUGH_TRIES = 2
HIGHEST = 6


def name(workbook: Workbook, *, topic_id: str, name: str, level: Level, today: date) -> Done:
    """Name a topic and the level the two are at."""
    topic = Topic(id=topic_id, name=name, level=level, since=today)
    return Done(workbook.put(topic), f"Topic named: {topic.name}, level {topic.level}.")


def rename(workbook: Workbook, topic_id: str, *, name: str) -> Done:
    """Correct a topic's name."""
    topic = workbook.get(Topic, topic_id).changed(name=name)
    return Done(workbook.put(topic), f"Topic renamed: {topic.name}.")


def try_out(workbook: Workbook, topic_id: str, *, went: Went, today: date) -> Done:
    """Record a try at the present level, and how it went as the mentee says."""
    topic = workbook.get(Topic, topic_id)
    tried = topic.changed(tries=(*topic.tries, Try(on=today, level=topic.level, went=went)))
    return Done(workbook.put(tried), f"A try kept: {tried.name}, level {tried.level}.")


def move(workbook: Workbook, topic_id: str, *, to: Level, why: MoveReason, today: date) -> Done:
    """Move a topic up or down the ladder. Down only when the mentee asks, or for safety."""
    topic = workbook.get(Topic, topic_id)
    if to == topic.level:
        raise Refused(f"{topic.name} is at level {to} already.", "to")
    if to < topic.level and why == "went_well":
        raise Refused("A topic moves down only when the mentee asks, or for safety.", "why")
    step = Move(on=today, was=topic.level, now=to, why=why)
    moved = topic.changed(level=to, moves=(*topic.moves, step))
    return Done(workbook.put(moved), f"{moved.name} is at level {moved.level} now.")


def ready_to_move_up(topic: Topic) -> bool:
    """Whether two tries at the level went well, as the mentee says: a question, no verdict."""
    since = max([move.on for move in topic.moves], default=topic.since)
    well = [
        one
        for one in topic.tries
        if one.level == topic.level and one.went == "well" and one.on >= since
    ]
    return topic.ended is None and topic.level < HIGHEST and len(well) >= ENOUGH_TRIES


def end(workbook: Workbook, topic_id: str, *, today: date) -> Done:
    """Say that a topic is over; what was recorded stays."""
    topic = workbook.get(Topic, topic_id).changed(ended=today)
    return Done(workbook.put(topic), f"Topic ended: {topic.name}.")


def delete(workbook: Workbook, topic_id: str) -> Done:
    """Take a topic out of the record."""
    topic = workbook.get(Topic, topic_id)
    return Done(workbook.without(topic), f"Topic deleted: {topic.name}.")
