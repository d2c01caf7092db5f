"""An act added from an official text stands like any other claim, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from foedera.errors import FoederaError
from foedera.record import Record
from tests.merge.builders import claim, extraction, report, when

GAZETTE = report(
    "Law 14 of Ravania ratifies the Two Rivers Pact. It was printed in the Gazette.",
    outlet="Gazette",
    day="2031-06-20",
    key="gazette.txt",
)
SIGNED = report(
    "Ravania and Ostmark signed the Two Rivers Pact on Thursday.", day="2031-05-08", key="news.txt"
)
QUOTE = "Law 14 of Ravania ratifies the Two Rivers Pact"
VALUES = {"agreement": "Two Rivers Pact", "actors": "RVA", "when": "2031-06-19"}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    told = claim(
        SIGNED,
        "Ravania and Ostmark signed the Two Rivers Pact",
        "agreement.sign",
        actors=["RVA", "OST"],
        agreement="Two Rivers Pact",
        when=when("2031-05-08"),
    )
    with Record(tmp_path / "record.foedera") as made:
        made._store.put(extraction(SIGNED, told))
        made._store.put(extraction(GAZETTE))
        yield made


def steps(record: Record) -> set[str]:
    return {step["kind"] for row in record.agreements() for step in row["steps"]}


def test_an_added_act_becomes_a_step_and_falls_away_when_withdrawn(record: Record) -> None:
    assert steps(record) == {"agreement.sign"}
    row = record.add(GAZETTE.id, "agreement.ratify", QUOTE, VALUES, because="official", maker="ann")
    assert steps(record) == {"agreement.sign", "agreement.ratify"}
    (shown,) = record.show(row.id)
    assert shown["quote"] == QUOTE
    record.withdraw(row.id)
    assert steps(record) == {"agreement.sign"}
    assert [one.withdrawn is not None for one in record.additions()] == [True]


def test_an_added_act_survives_taking_the_text_out_and_reading_it_again(record: Record) -> None:
    record.add(GAZETTE.id, "agreement.ratify", QUOTE, VALUES, because="official")
    before = list(record.export_jsonl())
    assert record.remove(GAZETTE.id) == 1
    assert steps(record) == {"agreement.sign"}
    record._store.put(extraction(GAZETTE))
    assert list(record.export_jsonl()) == before


@pytest.mark.parametrize(
    ("kind", "quote", "values", "said"),
    [
        ("agreement.bless", QUOTE, {}, "no kind"),
        ("agreement.ratify", "words of another text", {}, "do not stand"),
        ("agreement.ratify", QUOTE, {"when": "June"}, "a day is written"),
        ("agreement.ratify", QUOTE, {"colour": "red"}, "cannot be"),
    ],
)
def test_what_cannot_be_added_says_why(
    record: Record, kind: str, quote: str, values: dict[str, str], said: str
) -> None:
    with pytest.raises(FoederaError, match=said):
        record.add(GAZETTE.id, kind, quote, values, because="official")
