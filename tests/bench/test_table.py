"""The table of the benchmark: ratios, targets and columns."""

from tests.bench.table import Line, compared, limited, percentile, render


def test_a_comparison_tells_the_ratio_and_whether_it_is_small_enough() -> None:
    assert compared("a start", 0.3, 0.25, 1.3, "s", "bare").cells() == (
        "a start",
        "0.300 s",
        "0.250 s",
        "1.20",
        "at most 1.3x bare",
        "yes",
    )
    assert compared("a key", 0.03, 0.01, 2, "ms", "bare").cells()[-1] == "no"


def test_a_limit_that_the_system_cannot_tell_is_neither_reached_nor_missed() -> None:
    line = limited("memory", None, 64, "{:.0f} MB")
    assert line.cells() == ("memory", "this system does not tell", "", "", "at most 64 MB", "")


def test_percentiles_are_values_that_were_measured() -> None:
    values = [5.0, 1.0, 4.0, 2.0, 3.0]
    assert [percentile(values, share) for share in (0, 0.5, 0.95)] == [1.0, 3.0, 5.0]


def test_columns_stand_under_their_headings() -> None:
    heading, first, second = render([Line("short", "1 s"), Line("much longer", "20 s")]).split("\n")
    assert heading.index("Troth") == first.index("1 s") == second.index("20 s")
