"""What a window remembers for undo, and forgets where somebody was deleted for good."""

from coaching.history import Created, Discarded, History, RecordsChanged, Step
from coaching.record.workbook import Workbook

BEN, AMARA = "ben", "amara"


def test_nothing_of_somebody_deleted_for_good_is_remembered() -> None:
    of_amara = Step("Amara: paused.", (RecordsChanged(AMARA, ()),))
    both = Step("Two added.", (Created(Workbook(BEN)), Created(Workbook(AMARA))))
    of_ben = Step("Ben: paused.", (RecordsChanged(BEN, ()),))
    history = History([of_amara, both, of_ben], [Step("Ben: deleted.", (Discarded(BEN),))])
    history.forget(BEN)
    assert history.done[0] is of_amara
    assert history.done[1:] == [Step("Two added.", (Created(Workbook(AMARA)),))]
    assert history.undone == []
