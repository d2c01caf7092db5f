"""Settling: equal sets of reports give equal bytes, in any order, read once or twice."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.data import Extraction
from foedera.record import Record
from foedera.store import Store
from tests.merge.builders import claim, extraction, quantity, report, when

OUTLETS = ["Herald", "Courier", "Observer", "Wire"]


def make(number: int, apart: int = 1) -> Extraction:
    """Make a report of one of three strikes that lie so many days apart."""
    outlet = OUTLETS[number % 4]
    day = f"2031-05-{number % 6 + 1:02d}"
    killing = f"It killed {10 + number} people, {outlet} said."
    struck_on = number % 3 * apart + 1
    text = f"Ravania struck the ford on May {struck_on}. {killing}"
    one = report(text, outlet=outlet, day=day, key=f"{number}.txt")
    struck = claim(
        one,
        "Ravania struck the ford",
        "military.attack",
        actors=["RVA"],
        recipients=["OST"],
        when=when(f"2031-05-{struck_on:02d}"),
    )
    toll = quantity(10 + number, 10 + number, f"{10 + number} people", unit="people")
    killed = claim(
        one, f"killed {10 + number} people", "harm.kill", actors=["RVA"], quantities=[toll]
    )
    return extraction(one, struck, killed)


EXTRACTIONS = [make(number) for number in range(8)]


def exported(order: Sequence[int]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "record.foedera")
        for number in order:
            store.put(EXTRACTIONS[number])
        store.close()
        with Record(Path(folder) / "record.foedera") as record:
            return list(record.export_jsonl())


ALL = exported(range(8))


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(8)))
def test_order_does_not_matter(order: list[int]) -> None:
    assert exported(order) == ALL


def test_reading_again_changes_nothing() -> None:
    assert exported([*range(8), *range(8)]) == ALL


def test_every_claim_stands_in_one_event() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "record.foedera")
        for one in EXTRACTIONS:
            store.put(one)
        store.close()
        with Record(Path(folder) / "record.foedera") as record:
            claims = [claim for event in record.events() for claim in event["claims"]]
            assert sorted(claims) == sorted(row["id"] for row in record.claims())
