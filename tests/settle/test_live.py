"""What arrives live is merged at once, and a settling afterwards leaves no trace of it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.data import Extraction
from foedera.record import Record
from foedera.settle import merge_report, settle
from foedera.store import Kept, Store
from tests.merge.builders import claim, extraction, report, when
from tests.record.test_settling import ALL, EXTRACTIONS, exported, make


@contextmanager
def opened(first: Sequence[Extraction]) -> Iterator[Record]:
    """Open a settled record that holds some reports."""
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "r.foedera") as record:
        for one in first:
            record._store.put(one)
        record.settle()
        yield record


def claims_by_event(store: Store) -> dict[str, set[str]]:
    return {row["id"]: set(row["claims"]) for row in store.computed("event")}


def test_a_new_telling_joins_the_event_that_the_record_holds() -> None:
    # Two days apart: strikes a day apart may be one by another clock, and settling decides which.
    strikes = [make(number, apart=2) for number in range(5)]
    with opened(strikes[:4]) as record:
        store = record._store
        before = claims_by_event(store)
        store.put(strikes[4])
        merge_report(store, strikes[4].report.id)
        assert store.settled()
        after = claims_by_event(store)
        new = {c.id for c in strikes[4].claims}
        assert set().union(*after.values()) == set().union(*before.values()) | new
        assert all(before[name] <= after[name] for name in before)
        settle(store)
        joined = {frozenset(held) for held in claims_by_event(store).values() if held & new}
    assert {frozenset(held) for held in after.values() if held & new} == joined


def test_pairs_that_are_looked_through_together_join_as_one_by_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def merged(many: int) -> tuple[object, ...]:
        monkeypatch.setattr("foedera.settle.live_events.MANY", many)
        with opened(EXTRACTIONS[:3]) as record:
            store = record._store
            for one in EXTRACTIONS[3:]:
                store.put(one)
                merge_report(store, one.report.id)
            judged = sorted(store.judgements(), key=lambda one: one.id)
            return store.computed("event"), store.members("event"), judged

    assert merged(0) == merged(10**6)


def test_each_claim_stands_in_one_event_and_judgements_say_why() -> None:
    with opened(EXTRACTIONS[:3]) as record:
        store = record._store
        for one in EXTRACTIONS[3:]:
            store.put(one)
            merge_report(store, one.report.id)
        held = [c for claims in claims_by_event(store).values() for c in claims]
        assert sorted(held) == sorted(row["id"] for row in store.claims())
        joined = {name for j in store.judgements() for name in (j.left, j.right)}
        several = [claims for claims in claims_by_event(store).values() if len(claims) > 1]
        assert several
        assert all(claims & joined for claims in several)


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(8)), st.integers(1, 7))
def test_live_or_at_once_the_settled_record_is_the_same(order: list[int], first: int) -> None:
    with opened([EXTRACTIONS[n] for n in order[:first]]) as record:
        store = record._store
        for number in order[first:]:
            store.put(EXTRACTIONS[number])
            merge_report(store, EXTRACTIONS[number].report.id)
        settle(store)
        assert list(record.export_jsonl()) == ALL


def merged_live(order: Sequence[int], turned: int, *, afresh: bool) -> list[dict[str, object]]:
    """Merge reports as they come; after one of them people reject one claim and correct another.

    A store that is opened `afresh` for each keeps nothing from one to the next.
    """
    with opened([EXTRACTIONS[n] for n in order[:2]]) as record:
        for place, number in enumerate(order[2:]):
            if place == turned:
                first, second = (EXTRACTIONS[n].claims[0].id for n in order[2:4])
                record.reject(first, because="told by mistake")
                record.correct(second, "reality", "planned", because="as the minister says")
            record._store.put(EXTRACTIONS[number])
            if afresh:
                record._store._kept = Kept()
            merge_report(record._store, EXTRACTIONS[number].report.id)
        return [row for sort in ("event", "story") for row in record._store.computed(sort)]


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(8)), st.integers(2, 5))
def test_what_is_kept_from_one_report_to_the_next_changes_nothing(
    order: list[int], turned: int
) -> None:
    assert merged_live(order, turned, afresh=False) == merged_live(order, turned, afresh=True)


@settings(max_examples=10, deadline=None)
@given(st.sets(st.integers(0, 7), min_size=1, max_size=4), st.booleans())
def test_a_report_taken_out_takes_exactly_its_claims(gone: set[int], again: bool) -> None:
    with opened(EXTRACTIONS) as record:
        store = record._store
        for number in sorted(gone):
            store.remove(EXTRACTIONS[number].report.id)
        kept = [n for n in range(8) if n not in gone]
        held = {row["id"] for row in store.claims()}
        assert held == {c.id for n in kept for c in EXTRACTIONS[n].claims}
        if again:
            for number in sorted(gone):
                store.put(EXTRACTIONS[number])
        assert list(record.export_jsonl()) == exported(range(8) if again else kept)


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_what_is_judged_and_withdrawn_leaves_only_its_row(data: st.DataObject) -> None:
    with opened(EXTRACTIONS) as record:
        events = sorted(row["id"] for row in record.events())
        pair = data.draw(st.lists(st.sampled_from(events), min_size=2, max_size=2, unique=True))
        verdict = data.draw(st.sampled_from(["same", "different", "unsure"]))
        row = record.judge(*pair, verdict, because="to see what follows")
        claim = data.draw(st.sampled_from([c["id"] for c in record.claims()]))
        rejected = record.reject(claim, because="to see what follows")
        assert claim not in {c for event in record.events() for c in event["claims"]}
        for name in data.draw(st.permutations([row.id, rejected.id])):
            record.withdraw(name)
        record.settle()
        mine = {row.id, rejected.id}
        assert [
            line for line in record.export_jsonl() if json.loads(line).get("id") not in mine
        ] == ALL


@settings(max_examples=6, deadline=None)
@given(st.permutations(range(8)), st.integers(0, 7))
def test_what_people_decided_holds_in_any_order_of_reading(order: list[int], cut: int) -> None:
    apart = sorted(c.id for c in (EXTRACTIONS[0].claims[0], EXTRACTIONS[3].claims[0]))
    with opened([EXTRACTIONS[n] for n in range(8)]) as record:
        record.judge(*apart, "different", because="two raids")
        record.remove(EXTRACTIONS[order[cut]].report.id)
        for number in order:
            record._store.put(EXTRACTIONS[number])
        groups = [set(event["claims"]) for event in record.events()]
    assert not any(set(apart) <= group for group in groups)


def test_an_agreement_gains_the_acts_that_a_new_report_tells() -> None:
    def acted(outlet: str, day: str, act: str, kind: str) -> Extraction:
        words = f"Ravania and Ostmark {act} the Two Rivers Pact"
        one = report(f"{words} on that day, {outlet} said.", outlet=outlet, day=day)
        told = claim(
            one, words, kind, actors=["RVA", "OST"], agreement="Two Rivers Pact", when=when(day)
        )
        return extraction(one, told)

    first = acted("Herald", "2031-05-08", "signed", "agreement.sign")
    later = acted("Courier", "2031-06-20", "ratified", "agreement.ratify")
    with opened([first]) as record:
        store = record._store
        store.put(later)
        merge_report(store, later.report.id)
        (row,) = store.computed("agreement")
        assert {step["kind"] for step in row["steps"]} == {"agreement.sign", "agreement.ratify"}
        assert row["reports"] == 2
        settle(store)
        (settled,) = store.computed("agreement")
        assert {k: v for k, v in settled.items() if k != "id"} == {
            k: v for k, v in row.items() if k != "id"
        }
