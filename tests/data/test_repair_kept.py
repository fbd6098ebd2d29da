"""The deeper repair on disk and on paper: kept whole, told in words, without what links records."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from coaching.exchange import Wish
from coaching.record.base import Audience
from coaching.record.hurdle import Hurdle
from coaching.record.repair import Commitment, ExpectedLine, Listened, Look, LookAnswers
from coaching.record.workbook import Workbook
from data.exchange.out import pack
from data.memory_vault import MemoryVault
from data.vault import FileVault
from tests.coaching.making import NOW, TODAY, ben, hurdle

PROMISE = str(UUID(int=7, version=4))
KEPT = hurdle(
    listen=Listened(speaker="them", said="We can skip it.", mine="My time counts little."),
    expected=(ExpectedLine(expected="an answer in a day", ask="three days", decision="change"),),
    commitments=(
        Commitment(who="them", what="answer", by=TODAY, seen_by="a mail", promise=PROMISE),
    ),
    looks=(Look(on=TODAY, kept="yes", mine=LookAnswers(again="no", wants="close")),),
)
BOOK = replace(ben(KEPT), id=str(UUID(int=8, version=4)))


def page_of(book: Workbook, audience: Audience) -> str:
    parcel = pack(MemoryVault([book]), Wish("markdown", audience, book.id), NOW, lambda _: None)
    return parcel.pages[0].content.decode()


def test_every_part_is_read_again_from_the_file_as_it_was(tmp_path: Path) -> None:
    vault = FileVault.at(tmp_path / "vault")
    vault.create([BOOK])
    vault.close()
    again = FileVault.at(tmp_path / "vault")
    assert again.open(BOOK.id).get(Hurdle, "h") == KEPT


def test_on_paper_each_part_is_told_without_ids_and_blanks() -> None:
    page = page_of(ben(KEPT), Audience.ONLY_ME)
    assert "who them, what answer" in page
    assert "We can skip it." in page
    assert "None" not in page
    assert PROMISE not in page


def test_nothing_of_it_leaves_with_an_export_for_the_other() -> None:
    page = page_of(ben(KEPT), Audience.US_TWO)
    for words in ("We can skip it.", "an answer in a day", "a mail", "My time"):
        assert words not in page
