"""Replies owed and celebrations on home: by their dates, never their private words."""

from datetime import timedelta

from coaching.home import home_view
from coaching.next_step import all_steps
from coaching.overview import Overview
from coaching.record.celebration import Celebration
from coaching.record.putoff import PutOff
from coaching.record.reply import Reply
from coaching.summary import summarise
from tests.coaching.making import LONDON, NOW, TODAY, ben, day


def overview(*records: Reply | Celebration | PutOff) -> Overview:
    return Overview((summarise(ben(*records)),))


def test_a_reply_is_a_next_step_once_its_day_has_passed() -> None:
    mine = Reply(id="r", owes="me", about="SECRET", since=day("11-18"), due=day("11-23"))
    (step,) = [s for s in all_steps(overview(mine), NOW, LONDON) if s.deed == "reply"]
    assert (step.rule, step.subject) == ("my_reply", "r")
    assert step.sentence == "Ben Lindqvist waits for a reply from you, asked on Wed 18 Nov."
    assert step.reason == "It was due yesterday by your reply time."
    assert "SECRET" not in repr(overview(mine))
    today = mine.changed(due=TODAY)
    assert not [s for s in all_steps(overview(today), NOW, LONDON) if s.deed == "reply"]
    answered = mine.changed(answered=TODAY)
    assert not [s for s in all_steps(overview(answered), NOW, LONDON) if s.deed == "reply"]


def test_a_reply_of_the_other_can_be_put_off() -> None:
    theirs = Reply(id="r", owes="them", since=day("11-02"), due=day("11-05"))
    (step,) = [s for s in all_steps(overview(theirs), NOW, LONDON) if s.deed == "reply"]
    assert step.sentence == "You wait for a reply from Ben Lindqvist, asked on Mon 2 Nov."
    until = TODAY + timedelta(days=3)
    hidden = PutOff(id="o", rule="their_reply", subject="r", until=until)
    steps = all_steps(overview(theirs, hidden), NOW, LONDON)
    assert not [one for one in steps if one.deed == "reply"]


def test_a_celebration_of_the_last_weeks_comes_first_in_good_lately() -> None:
    party = Celebration(id="e", act="the first talk", whose="them", on=day("11-20"))
    said = "With Ben, 20 Nov: the first talk."
    assert home_view(overview(party), NOW, LONDON).good_lately[0] == said
    old = party.changed(on=day("10-01"))
    assert said not in home_view(overview(old), NOW, LONDON).good_lately
    assert not home_view(overview(old), NOW, LONDON).good_lately
