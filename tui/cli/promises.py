"""`troth promise`, `keep` and `renew`: who does what by when."""

import argparse
from collections.abc import Sequence
from functools import partial

from coaching.errors import Refused
from coaching.record.base import Side
from coaching.record.promise import Promise
from coaching.record.workbook import Done, Workbook
from coaching.say import say_day
from coaching.text import clean_short, has_visible, nearest, quote
from coaching.verbs import promises
from coaching.when import read_day
from tui.bootstrap import Records
from tui.cli.names import find_person, first_few
from tui.cli.output import say

SETTLED = {"kept": "kept", "dropped": "let go", "broken": "recorded as not kept"}


def run_promise(options: argparse.Namespace, records: Records) -> int:
    """Record a new promise."""
    records.check()
    what = _words(options.what)
    now, zone = records.clock.now(), records.clock.zone()
    by = read_day(options.by, now, zone, style=records.settings.dates.style)
    person = find_person(records.overview(), options.name)
    coach = records.coach
    verb = partial(
        promises.make,
        promise_id=coach.new_id(),
        what=what,
        whose=options.whose,
        by=by,
        today=records.today(),
    )
    say(coach.do(person.id, verb).said)
    return 0


def run_keep(options: argparse.Namespace, records: Records) -> int:
    """Record that a promise was done, today or on the day said."""
    records.check()
    words, today = _words(options.what), records.today()
    now, zone = records.clock.now(), records.clock.zone()
    style = records.settings.dates.style
    day = today if options.on is None else read_day(options.on, now, zone, style=style, past=True)
    person = find_person(records.overview(), options.name)

    def keep(workbook: Workbook) -> Done:
        promise = find_promise(workbook, words, options.whose)
        done = promises.keep(workbook, promise.id, on=day, today=today)
        side = "To" if promise.whose == "me" else "From"
        return Done(done.workbook, f"{done.said} {side} {person.name}, on {say_day(day)}.")

    say(records.coach.do(person.id, keep).said)
    return 0


def run_renew(options: argparse.Namespace, records: Records) -> int:
    """Record a new date that both agreed on."""
    records.check()
    words = _words(options.what)
    style = records.settings.dates.style
    by = read_day(options.by, records.clock.now(), records.clock.zone(), style=style)
    person = find_person(records.overview(), options.name)

    def renew(workbook: Workbook) -> Done:
        promise = find_promise(workbook, words, options.whose)
        done = promises.renew(workbook, promise.id, by=by, today=records.today())
        return Done(done.workbook, f"{done.said} With {person.name}.")

    say(records.coach.do(person.id, renew).said)
    return 0


def find_promise(workbook: Workbook, words: str, whose: Side | None) -> Promise:
    """The open promise with these words, or with these words in it.

    Of several with the very same words and side, the one due first.

    Raises:
        Refused: none is open, or several are.
    """
    everything = [one for one in workbook.all(Promise) if whose in (None, one.whose)]
    found = _fitting([one for one in everything if one.state == "open"], words)
    if not found:
        raise _no_promise(workbook.relationship.name, everything, words)
    if len({(one.what.casefold(), one.whose) for one in found}) > 1:
        raise _several_promises(found, words)
    return min(found, key=lambda one: one.by)


def _fitting(promises_: Sequence[Promise], words: str) -> list[Promise]:
    wanted = words.casefold()
    part = [one for one in promises_ if wanted in one.what.casefold()]
    return [one for one in part if one.what.casefold() == wanted] or part


def _words(text: str) -> str:
    what = clean_short(text)
    if not has_visible(what):
        raise Refused("The promise is empty. Write what is promised, in a few words.", "what")
    return what


def _several_promises(found: Sequence[Promise], words: str) -> Refused:
    named = [
        f"{quote(one.what)} ({'yours' if one.whose == 'me' else 'theirs'}, by {say_day(one.by)})"
        for one in sorted(found, key=lambda one: one.by)
    ]
    return Refused(
        f"{quote(words)} fits {first_few(named)}. Write more of its words, or --from me or them."
    )


def _no_promise(name: str, everything: Sequence[Promise], words: str) -> Refused:
    settled = _fitting([one for one in everything if one.state != "open"], words)
    if settled:
        last = settled[-1]
        return Refused(
            f"The promise {quote(last.what)} is {SETTLED[last.state]} already. Nothing was changed."
        )
    sentence = f"No open promise with {name} has the words {quote(words)}."
    still_open = [one.what for one in everything if one.state == "open"]
    if not still_open:
        return Refused(f"{sentence} None is open.")
    near = nearest(words, still_open)
    if near is not None:
        return Refused(f"{sentence} Did you mean {quote(near)}?")
    return Refused(f"{sentence} Open: {first_few(list(map(quote, still_open)))}.")
