"""Rows found by id, by the beginning of an id, or by a report's own name."""

import pytest

from foedera.errors import NotInRecord
from foedera.view.find import resolve
from tests.view.desk_rows import RowsRecord


@pytest.mark.parametrize(
    ("wanted", "meant"), [("agr1", "agr1"), ("aaaa", "aaaa"), ("a.txt", "aaaa"), ("c04", "c04")]
)
def test_a_row_is_found(wanted: str, meant: str) -> None:
    assert resolve(RowsRecord(), wanted) == meant


class Alike(RowsRecord):
    """A record with ids that begin alike."""

    def claims(self) -> list[dict]:
        return [{"id": "9f00aa01"}, {"id": "9f00bb02"}]


def test_a_beginning_finds_the_only_one_and_names_several() -> None:
    assert resolve(Alike(), "9f00b") == "9f00bb02"
    with pytest.raises(NotInRecord, match="begins 2 ids: 9f00aa01, 9f00bb02"):
        resolve(Alike(), "9f00")
    with pytest.raises(NotInRecord, match="nothing under 'zzzz'"):
        resolve(Alike(), "zzzz")
