"""The deeper way of a hurdle on plain lines, form by form; the record is read again afterwards."""

from datetime import date
from typing import Any

from coaching.guide import fill
from coaching.hurdle import deeper, steps
from coaching.hurdle.deeper import DEEPER
from coaching.hurdle.forms import FORMS
from coaching.record.agreement import Agreement
from coaching.record.hurdle import Hurdle
from coaching.record.outside import CameOfIt, Share, ToTell
from coaching.record.parting import Parting
from coaching.record.promise import Promise
from coaching.record.relationship import Role
from coaching.record.repair import (
    AnswerBack,
    ExpectedLine,
    HeardBack,
    ImpactNote,
    Listened,
    Look,
    LookAnswers,
    TaggedSentence,
    WhenAndHow,
)
from data.memory_vault import MemoryVault
from tests.tui.app_for import NOW, person, shared_content
from tests.tui.plain_for import Plain, Scripted, plain
from tui.plain.answers import OWN_WAY
from tui.world import Opening

TODAY = NOW.date()
BEN = "Ben Lindqvist"
WORDS = "Ben, I cancelled twice on the day. That was my doing. I am sorry if that upset you."
WHOLE: dict[str, Any] = {
    "what_happened": "I cancelled our last two meetings on the day.",
    "effect": "He had prepared both times.",
    "area": "promises",
    "closest": "broken_promises",
    "pending": "no",
    "how": "talk",
    "side": "me",
    "words": WORDS,
    "deed": "Send two dates",
    "deed_whose": "me",
    "deed_by": TODAY,
    "change": "I say so the day before",
    "who": "kind:ombuds",
    "first_sentence": "Can I think aloud?",
}
DEEP = tuple(one for ids in DEEPER.values() for one in ids)
NONE_KNOWN, STILL_NONE = "None that I know of", "Still none"
LISTEN = ("", "We can skip this one.", "To save him time.", "He stopped writing.")
OWN = ("1", "1 2", "2", "1 5", "3", "3", "Go on")
LINE = ("!an answer in a day", "!a week of silence", "!an answer in 3 days", "Change")
DEED = ("said yes", "communicate better", "reply in 3 days", "", "a message by Friday", "")
EXPECTED = ("Write a line", *LINE, "Go on")
COMMIT = ("Write a deed", *DEED, "Go on")
TALK = ("Ben", "a walk on Thursday", "I begin with my part.", "after 30 minutes")
HEARD = ("That we skip it if I like.", "That it does not count.", "We ask first.", "Both")
ANSWER = ("He waited twice.", "Talk it over", "a fixed hour")
TELL = ("two talks", "advice", "no talk with Ben yet", "the report is due", "", "by phone", "")


def hurdle(**fields: Any) -> Hurdle:
    """A whole short way with Ben."""
    return Hurdle(**{"id": "h", "opened": TODAY, "i_am": "mentor", **WHOLE, **fields})


def goes_on(
    *answers: str,
    i_am: Role = "mentor",
    at: str = "",
    lines: type[Scripted] = Scripted,
    **kept: Any,
) -> Plain:
    """Take the hurdle with Ben up from home; of the deeper questions only those `at` here wait."""
    waits = at.split() or DEEP
    left = tuple(one for one in (*DEEP, "words") if one not in waits)
    ben = person(BEN, i_am=i_am).put(hurdle(i_am=i_am, **{"left_open": left, **kept}))
    opened = ("Open hurdles", "1")
    return plain(*opened, *answers, vault=MemoryVault([ben]))


def kept(run: Plain) -> Hurdle:
    """The hurdle, read anew."""
    return run.named(BEN).get(Hurdle, "h")


SOURCE = ("Who decided it.", "1 and 3", "I cannot say", "I cannot say", "skip", "He is away.")
SUPPORT = ("1 3", "third person", *TELL, "what happened", "1", "Write", "~/page.md", "")
CAME = ("It helped", "They call Ben.")
AS_MENTOR = (
    *(NONE_KNOWN, WHOLE["what_happened"], WHOLE["effect"], "deeper", *SOURCE),
    *("A date or a promise", "Promises slip", "Talk", "I do", STILL_NONE, WORDS),
    *("deeper", *LISTEN, *OWN, *EXPECTED, *COMMIT, *TALK, *HEARD, *ANSWER),
    *(WHOLE["deed"], "", "", WHOLE["change"], "", "ombuds", "deeper", *SUPPORT, *CAME, ""),
)
"""Every question of both ways, with the deeper ones asked for on each step."""
NOTE = ("On 3 November", "You told the group what I said", "I tell less now", "Ask me first?")
AS_MENTEE = (
    *(NONE_KNOWN, "My mentor told others what I had said.", "I tell less now.", "deeper"),
    *("Who heard it.", "none", "I cannot say", "I cannot say", "skip", "skip"),
    *("Something was passed on", "Something private", "deeper", "My letter", "Yes"),
    *("With a third person", "The other side", "deeper", *LISTEN, *NOTE, *EXPECTED, *COMMIT),
    *(*TALK, *HEARD, *ANSWER, "", "Ask before", "", "", "A rule", "", "the programme", "deeper"),
    *("", "neutral", *TELL, "my whole", "2", "Go on", "", "No answer", "skip", ""),
)


def test_every_deeper_question_has_a_way_to_be_asked() -> None:
    wizard = shared_content().wizard
    for question in DEEP:
        takes = wizard.question(question).takes
        own_way = question in FORMS or question in OWN_WAY
        assert own_way or takes in ("text", "ticks") or question == "told_apart"


def test_the_whole_deeper_way_is_answered_one_question_after_another() -> None:
    ben = person(BEN)
    opening = Opening("hurdle", ben.id, keep=True)
    run = plain(*AS_MENTOR, vault=MemoryVault([ben]), opening=opening)
    (found,) = run.named(BEN).all(Hurdle)
    assert (found.not_known, len(found.signs)) == ("Who decided it.", 2)
    assert found.their_account == "He is away."
    assert found.listen == Listened(speaker="me", said=LISTEN[1], mine=LISTEN[2], effect=LISTEN[3])
    assert found.own_parts == (
        TaggedSentence(sentence="Ben, I cancelled twice on the day.", parts=("owns", "names")),
        TaggedSentence(sentence="That was my doing.", parts=("owns", "repairs")),
        TaggedSentence(sentence="I am sorry if that upset you.", parts=("regrets",)),
    )
    expected, got, ask, _ = LINE
    line = ExpectedLine(expected=expected, got=got, ask=ask, decision="change")
    assert found.expected == (line,)
    (deed,) = found.commitments
    promise = run.named(BEN).get(Promise, deed.promise or "")
    assert (promise.what, promise.whose, promise.hurdle) == ("reply in 3 days", "them", found.id)
    assert (promise.by, deed.seen_by) == (date(2026, 12, 1), "a message by Friday")
    assert found.when_and_how == WhenAndHow(
        first="them", setting=TALK[1], opening=TALK[2], stop_rule=TALK[3]
    )
    assert found.heard_back == HeardBack(
        said=HEARD[0], theirs=HEARD[1], now=HEARD[2], said_back=("me", "them")
    )
    assert found.answer_back == AnswerBack(heard=ANSWER[0], answer="discuss", instead=ANSWER[2])
    assert found.rung == "third_person"
    assert found.to_tell == ToTell(
        tried=TELL[0], want=TELL[1], not_want=TELL[2], urgent=TELL[3], reach=TELL[5]
    )
    assert found.share == Share(level="outline", extras=("their_name",))
    assert found.how_to_ask.startswith("Hello,")
    assert found.came_of_it == CameOfIt(came="helped", on=TODAY, note="They call Ben.")
    assert steps.first_open(found) == steps.PLAN
    assert not [one for stage in steps.STAGES for one in deeper.open_ones(found, stage)]
    (page,) = run.pages.written.values()
    assert "no talk with Ben yet" in page


def test_what_is_asked_and_said_is_what_the_screens_say() -> None:
    run = goes_on(
        "Go deeper",
        "Repair",
        STILL_NONE,
        *LISTEN,
        STILL_NONE,
        *OWN,
        *EXPECTED,
        *COMMIT,
        "leave",
        at="listen own_parts expected commitments",
    )
    words = shared_content().repair
    assert words.listen.unknown in run.text
    assert "part 3 of 4. What did you mean?" in run.text
    assert words.own.ask("date") in run.text
    assert words.own.not_marked in run.text
    assert words.own.limits in run.text
    assert "What would be seen, and by when?" in run.text
    assert "To keep it as it is, type it once more." in run.text
    assert "Asked for: !an answer in 3 days." in run.text
    assert "space ticks" not in run.text
    assert "press a number" not in run.text
    readers = [line for line in run.lines.said if line.startswith("Who reads this: ")]
    assert all("only me" in line or "us two" in line for line in readers)


def test_lines_are_changed_and_taken_away_and_three_deeds_are_the_most() -> None:
    vague = ("mine", "communicate better", "communicate better", "fri", "a message", "skip")
    second = ("mine", "send two times", "fri", "a message", "skip")
    back = ["back"] * 5
    run = goes_on(
        *("Go deeper", "Repair", STILL_NONE, "Write a line", *LINE, "3", "", "skip", "", "Keep"),
        *("Write a line", "one more", "", "", "", "4", "Go on", "Write a deed", *vague),
        *("Write a deed", *second, "Write a deed", *second, *back),
        *("3", "talk on Friday", "", "", "", "6", "leave"),
        at="expected commitments",
    )
    found = kept(run)
    assert "Decided: keep." in run.text
    assert [one.expected for one in found.expected] == ["one more"]
    assert shared_content().repair.commitments.most in run.text
    assert [one.what for one in found.commitments] == ["talk on Friday"]
    assert [one.what for one in run.named(BEN).all(Promise)] == ["talk on Friday"]


def test_the_harmed_side_writes_an_impact_note_in_four_parts() -> None:
    note = ("always on Mondays", "back", "On 3 November", "It was cancelled", "I waited", "Two?")
    run = goes_on(
        "Go deeper",
        "Repair",
        STILL_NONE,
        *note,
        "leave",
        at="impact_note",
        side="them",
        words="",
        closest="confidentiality_breach",
        i_am="mentee",
    )
    parts = {"situation": note[2], "behaviour": note[3], "impact": note[4], "request": note[5]}
    assert kept(run).impact_note == ImpactNote(**parts)
    assert kept(run).words == ImpactNote(**parts).text
    assert "Which day or meeting was it? To change it, type back." in run.text


def test_a_form_left_in_the_middle_is_there_again_with_what_was_typed() -> None:
    run = goes_on("Go deeper", "Repair", STILL_NONE, *LISTEN[:3], "leave", at="listen expected")
    assert kept(run).listen is None
    again = again_with(run, STILL_NONE, "back", "", "It hurt", "Still none", "leave")
    assert "You left this in the middle. To change what comes before, type back." in again.text
    assert "Who spoke: I did. What were the words: We can skip this one." in again.text
    asked = again.text.partition("You left this in the middle.")[2]
    assert asked.index("part 4 of 4. What did it do?") < asked.index("part 3 of 4. What did you")
    assert "You had written: To save him time. Enter keeps it." in asked
    assert kept(again).listen == Listened(
        speaker="me", said=LISTEN[1], mine=LISTEN[2], effect="It hurt"
    )


def test_a_line_left_in_the_middle_comes_first_and_its_place_is_kept() -> None:
    run = goes_on(
        "Go deeper", "Repair", STILL_NONE, "Write a line", "one", "two", "leave", at="expected"
    )
    assert kept(run).expected == ()
    again = again_with(run, STILL_NONE, "skip", "skip", "Go on", "leave")
    assert "One that was left in the middle comes first." in again.text
    assert [(one.expected, one.got) for one in kept(again).expected] == [("one", "two")]
    third = again_with(again, STILL_NONE, "leave")
    assert third.text.rpartition("Thank you.")[2].count("Who does what, by when?") == 1


def again_with(run: Plain, *answers: str) -> Plain:
    """The same records and drafts in another run."""
    return plain("Open hurdles", "1", *answers, vault=run.vault, drafts=run.desk.coach.drafts)


def test_after_a_yes_the_ladder_asks_for_no_reason_and_offers_no_talk() -> None:
    run = care_way("He threatened me.", "I am afraid.")
    support = shared_content().support
    assert support.ladder.fits_care in run.text
    assert support.ladder.not_kept not in run.text
    assert "A talk with a third person." not in run.text
    (found,) = run.named(BEN).all(Hurdle)
    assert found.rung in ("formal_office", "trained_care", "right_now")
    assert found.share == Share(level="outline")
    assert shared_content().support.share.extra("guess") not in run.text
    assert shared_content().forms.parting.closure.route["office"][0] in run.text


def care_way(*story: str) -> Plain:
    """A hurdle with Ben after a yes at the door, down to the page for someone outside."""
    ben = person(BEN)
    yes = ("Someone threatens", "me", "Go on anyway")
    deep = ("1", "deeper", "1", *["skip"] * 7, "what happened", "none", "Go on", "")
    end = ("", "", "", "Not going on as before", "leave")
    opening = Opening("hurdle", ben.id, keep=True)
    return plain(*yes, *story, *deep, *end, vault=MemoryVault([ben]), opening=opening)


def looks(*answers: str, **fields: Any) -> Plain:
    """Look again at a hurdle whose promise was kept."""
    promised = Promise(id="p", what="Send two dates", whose="me", made=TODAY, by=TODAY, hurdle="h")
    done = promised.changed(state="kept", settled=TODAY)
    whole = hurdle(promise="p", look_again=TODAY, left_open=DEEP, **fields)
    ben = person(BEN).put(whole, done, Agreement(id="a", since=TODAY))
    return plain("Open hurdles", "1", "Look again", *answers, vault=MemoryVault([ben]))


def test_looking_again_asks_each_apart_and_closes_only_when_the_harmed_side_says_so() -> None:
    own = ("No", "Yes", "No", "Close it", "", "Say it the day before.", "yes, us two")
    run = looks(*own, "skip", "skip", "skip", "Close it", "leave")
    words = shared_content().repair.look
    assert "The day to look at this again has come." in run.text
    assert "From your records: yes" in run.text
    assert words.not_yet in run.text
    assert fill(words.apart, name="Ben") in run.text
    mine = LookAnswers(again="no", sooner="yes", unsaid="no", wants="close")
    theirs = LookAnswers(wants="close")
    assert kept(run).looks == (Look(on=TODAY, kept="yes", mine=mine, theirs=theirs),)
    assert kept(run).closed == TODAY
    assert run.named(BEN).get(Agreement, "a").repair == "Say it the day before."
    watching = looks("No", "skip", "skip", "Keep watching", "skip", "fri", "", "back", "leave")
    assert "This needs an answer before it can go on." in watching.text
    assert kept(watching).look_again == date(2026, 11, 27)
    assert kept(watching).looks[0].theirs is None


def test_whoever_is_afraid_comes_to_the_door_and_help_leads_outside() -> None:
    run = looks("skip", "skip", "Afraid to say", "skip", "", "", "I would rather not", "leave")
    assert run.text.index("That you are afraid was not kept.") < run.text.rindex("Does any of this")
    assert kept(run).looks[0].mine == LookAnswers()
    assert "afraid" not in repr(run.named(BEN))
    run = looks("Yes", "skip", "skip", "Get help", "", "", "where", "leave")
    assert (
        "You are here: Home, Open hurdles, A hurdle with Ben. Question 8 of 9, Support" in run.text
    )


def test_not_going_on_as_before_makes_a_message_without_fault_and_does_the_deed() -> None:
    ends = ("the spring goals", "Return the drafts", "back", "Return the drafts by 4 Dec", "")
    run = goes_on(
        *("Not going on", "Find another match", *ends, "yesterday", "18 dec", "Yes"),
        *("Not going on", "Meet less", "", "", "", "", "now and then", "every 4w", "Yes", "leave"),
    )
    words = shared_content().forms.parting.closure
    assert words.route["together"][0] in run.text
    assert "No day is seen in: Return the drafts." in run.text
    assert "Fri 18 Dec 2026. It is nobody's fault" in run.text
    (parting,) = run.named(BEN).all(Parting)
    assert (parting.ends, parting.thanks) == (date(2026, 12, 18), "the spring goals")
    assert parting.loose_ends == "Return the drafts by 4 Dec"
    rhythm = run.named(BEN).relationship.rhythm
    assert rhythm is not None
    assert rhythm.every.words() == "every 4 weeks"


def test_a_hurdle_is_deleted_after_one_question() -> None:
    once = ("Delete this hurdle", "Keep it", "Delete this hurdle", "Delete it")
    run = goes_on(*once, "", "leave")
    assert run.named(BEN).find(Hurdle, "h") is None
    assert "Undo stands in the lists" not in run.text
    back = goes_on(*once, "Undo", "Close this", "leave")
    assert back.named(BEN).find(Hurdle, "h") is not None
    assert "Undone: " in back.text
