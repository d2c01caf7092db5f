"""Listings as comma-separated values."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from foedera.view.exports import csv_lines
from tests.view.desk_rows import RowsRecord

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


def read(lines: list[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(lines), newline="")))


@given(st.lists(st.fixed_dictionaries({"id": WORDS, "note": WORDS}), min_size=1))
def test_a_reader_gets_the_words_back(rows: list[dict[str, str]]) -> None:
    for told, row in zip(read(list(csv_lines(rows))), rows, strict=True):
        assert told["note"].removeprefix("'") == row["note"].removeprefix("'")


def test_states_stand_in_one_cell() -> None:
    (row,) = read(list(csv_lines(RowsRecord().agreements())))
    assert row["party_status"] == "ARG: party; URY: party"
    assert row["origins.roots"] == "Sur Wire"


def test_a_comparison_is_told_in_words() -> None:
    told = {"field": "when", "comparison": "update", "values": [{"value": "2031-05-04"}]}
    assert list(csv_lines([{"comparison": [told]}]))[1] == "when: update\r\n"
