"""New ids are UUIDs of version 7 from the sources they were given."""

import random
from uuid import RFC_4122, UUID

from data.ids import NewIds
from data.places import is_workbook_id


def test_an_id_is_a_uuid_of_version_7() -> None:
    new_id = NewIds()
    for one in (UUID(new_id()) for _ in range(100)):
        assert one.version == 7
        assert one.variant == RFC_4122


def test_an_id_begins_with_its_moment() -> None:
    # The example of RFC 9562, appendix A.6.
    chance = (0xCC3 << 68 | 0x18C4DC0C0C07398F).to_bytes(10)
    new_id = NewIds(lambda: 0x017F22E279B0 * 10**6, lambda count: chance[:count])
    assert new_id() == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


def test_the_same_sources_give_the_same_ids() -> None:
    first, second = (NewIds(lambda: 10**18, random.Random(7).randbytes) for _ in range(2))
    assert [first() for _ in range(5)] == [second() for _ in range(5)]


def test_no_two_ids_are_the_same() -> None:
    new_id = NewIds(lambda: 10**18)
    assert len({new_id() for _ in range(1000)}) == 1000


def test_a_workbook_may_have_any_of_them() -> None:
    assert is_workbook_id(NewIds()())
