"""A paste with escape codes in it stays one paste, however the terminal cuts it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual import events

from tui.pasting import BEGINS, ENDS, TamedParser

codes = st.sampled_from(("\x1b", "\x1b[31m", "\x1b[20", "\x1b[201", "\x1b]0;x\x07", "\x1b[A", "\n"))
pasted = st.lists(codes | st.text("ab é日", max_size=4), max_size=8).map("".join)


def events_of(data: str, cuts: list[int]) -> list[events.Event]:
    """What the parser makes of the data when it arrives in these pieces."""
    parser = TamedParser()
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    pieces = (data[one:other] for one, other in pairwise(edges))
    return [
        found
        for piece in pieces
        if piece
        for found in parser.feed(piece)
        if isinstance(found, events.Event)
    ]


@given(pasted, st.lists(st.integers(0, 60), max_size=5))
def test_all_of_it_arrives_as_one_paste_and_no_key_is_pressed(text: str, cuts: list[int]) -> None:
    if ENDS in text:
        return
    found = events_of(f"{BEGINS}{text}{ENDS}x", cuts)
    *pastes, key = found
    assert isinstance(key, events.Key)
    assert key.key == "x"
    assert [one.text for one in pastes if isinstance(one, events.Paste)] == [
        text.replace("\x1b", "")
    ]
    assert len(pastes) == 1


def test_two_pastes_and_keys_between_them_stay_apart() -> None:
    data = f"a{BEGINS}one \x1b[31mred{ENDS}b{BEGINS}two{ENDS}\x1b[A"
    for cut in range(len(data)):
        if data[cut - 1 : cut] == "\x1b" or data[:cut].endswith("\x1b["):
            continue
        found = events_of(data, [cut])
        told = [one.text if isinstance(one, events.Paste) else one.key for one in found]  # type: ignore[attr-defined]  # only keys and pastes come
        assert told == ["a", "one [31mred", "b", "two", "up"]
