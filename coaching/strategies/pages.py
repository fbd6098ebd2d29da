"""The ten strategies of a relationship: every rule in one table, and the pages they make."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import chain

from coaching.guide.strategies import KnownStrategy, NoticeWords
from coaching.record.putoff import PutOff
from coaching.record.workbook import Workbook
from coaching.strategies import (
    facts_build,
    facts_keep,
    facts_mend,
    notices_build,
    notices_keep,
    notices_mend,
)
from coaching.strategies.raised import Raised
from coaching.strategies.says import (
    NOTHING,
    Fact,
    Hidden,
    Notice,
    StrategyPage,
    behind,
    in_order,
)
from coaching.strategies.scene import Scene
from coaching.strategies.together import joined
from coaching.thresholds import DEFAULTS, Thresholds

TOLD_BY: dict[str, str] = {
    "agreement": "no_agreement",
    "feedback": "feedback_quiet",
    "contacts": "no_contact",
    "next_date": "no_next_date",
    "celebrations": "no_celebration",
}
"""A fact that nothing is recorded, and the notice that says the same where it is shown."""

FactRule = Callable[[Scene], Iterator[Fact]]
NoticeRule = Callable[[Scene], Iterator[Raised]]

FACTS: tuple[tuple[str, FactRule], ...] = (
    ("safe_environment", facts_build.agreement),
    ("reliability", facts_build.meetings),
    ("reliability", facts_build.promises),
    ("reliability", facts_build.replies),
    ("active_listening", facts_build.habits),
    ("active_listening", facts_build.feedback),
    ("share_experience", facts_build.stories),
    ("identify_source", facts_mend.hurdles),
    ("transparency", facts_mend.owned),
    ("transparency", facts_mend.repair_promises),
    ("transparency", facts_mend.looked_again),
    ("external_support", facts_mend.contacts),
    ("external_support", facts_mend.help_asked),
    ("adapt", facts_keep.reviews),
    ("adapt", facts_keep.goals),
    ("adapt", facts_keep.formats),
    ("communication", facts_keep.next_date),
    ("communication", facts_keep.celebrations),
    ("respect", facts_keep.agendas),
    ("respect", facts_keep.levels),
)
"""Each rule for a fact with its strategy."""

NOTICES: tuple[NoticeRule, ...] = (
    notices_build.no_agreement,
    notices_build.gap_over,
    notices_build.not_held,
    notices_build.late,
    notices_build.replies,
    notices_build.feedback_quiet,
    notices_build.no_story,
    notices_mend.hurdle_waiting,
    notices_mend.look_again_late,
    notices_mend.repair_promise_late,
    notices_mend.same_again,
    notices_mend.contacts,
    notices_keep.review_due,
    notices_keep.goals_same,
    notices_keep.trial_due,
    notices_keep.no_next_date,
    notices_keep.no_celebration,
    notices_keep.agendas_one_side,
    notices_keep.level_unchanged,
)
"""Each rule for notices; the strategy one belongs to is where its words stand in the content."""

AFTERWARDS: tuple[NoticeRule, ...] = (notices_keep.follow_up_due,)
"""Rules that hold whatever became of the relationship."""


def strategy_pages(
    workbook: Workbook,
    mine: Workbook,
    today: date,
    known: Sequence[KnownStrategy],
    limits: Thresholds = DEFAULTS,
) -> tuple[StrategyPage, ...]:
    """The ten strategies with their facts, notices, and notices hidden until a later day.

    `mine` is the user's own workbook (people outside). A paused or ended relationship has facts
    and, but for the friendly word afterwards, no notices.
    """
    scene = Scene(workbook, mine, today, limits)
    notices = notices_of(scene, known)
    hidden = [one for one in (_hidden(scene, notice) for notice in notices) if one is not None]
    put_away = {(one.notice.rule, one.notice.subject) for one in hidden}
    shown = [one for one in notices if (one.rule, one.subject) not in put_away]
    return tuple(_page(scene, strategy, shown, hidden) for strategy in known)


def notices_of(scene: Scene, known: Sequence[KnownStrategy]) -> list[Notice]:
    """Every notice, those to ask sooner first; none that the content has no words for."""
    rules = (*NOTICES, *AFTERWARDS) if scene.asks else AFTERWARDS
    raised = joined(list(chain.from_iterable(rule(scene) for rule in rules)), scene)
    words = {notice.id: notice for strategy in known for notice in strategy.notices}
    found = [_notice(scene, one, words[one.rule]) for one in raised if one.rule in words]
    return sorted(found, key=lambda one: one.stage != "soon")


def _page(
    scene: Scene, strategy: KnownStrategy, notices: Sequence[Notice], hidden: Sequence[Hidden]
) -> StrategyPage:
    facts = chain.from_iterable(rule(scene) for of, rule in FACTS if of == strategy.id)
    own = {notice.id for notice in strategy.notices}
    told = {one.rule for one in notices if one.words}
    shown = in_order(one for one in facts if one.behind or TOLD_BY.get(one.rule) not in told)
    asked = tuple(one for one in notices if one.rule in own)
    put_away = tuple(one for one in hidden if one.notice.rule in own)
    nothing = Fact(NOTHING, "unknown", None, f"Nothing is recorded here {scene.began}.")
    return StrategyPage(
        id=strategy.id,
        number=strategy.number,
        name=strategy.name,
        facts=shown if shown or asked or put_away else (nothing,),
        notices=asked,
        hidden=put_away,
        cannot_tell=strategy.cannot_tell,
    )


def _notice(scene: Scene, raised: Raised, words: NoticeWords) -> Notice:
    only_asked = scene.two_hats and raised.side == "them"
    return Notice(
        rule=raised.rule,
        subject=raised.subject,
        stage=raised.stage,
        side=raised.side,
        words="" if only_asked else raised.words,
        question=words.question,
        why="" if only_asked else words.why,
        deed=words.deed,
        behind=behind(raised.rests_on),
    )


def _hidden(scene: Scene, notice: Notice) -> Hidden | None:
    for book in (scene.workbook, scene.mine):
        for one in book.all(PutOff):
            same = (one.rule, one.subject) == (notice.rule, notice.subject)
            if same and scene.today < one.until:
                return Hidden(notice, one.until, one.reason)
    return None
