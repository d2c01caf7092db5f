"""What people decide holds at once, and a settling afterwards leaves no trace of how it came."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.data import Verdict
from foedera.record import Record
from foedera.registry import plover_codes
from foedera.settle import enter_again
from foedera.store import Store
from tests.record.asking.stream import STREAM
from tests.record.test_settling import ALL, EXTRACTIONS
from tests.settle.test_asked import entered

ACTS = ("judge", "correct", "reject", "add", "withdraw")


@pytest.fixture(autouse=True, scope="module")
def always_live() -> Iterator[None]:
    """Merge what is decided at once into records of any size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("foedera.record.overrule.LIVE_FROM", 0)
        yield


@contextmanager
def opened(*, stream: bool = False) -> Iterator[Record]:
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "r.foedera") as record:
        for one in STREAM if stream else EXTRACTIONS:
            record._store.put(one)
        record.settle()
        yield record


def groups(store: Store) -> set[frozenset[str]]:
    return {frozenset(row["claims"]) for row in store.computed("event")}


def event_of(record: Record, claim: str) -> str:
    assert record.is_settled()
    return str(record._store.whole("event", claim))


def pair_in_one_event(record: Record) -> tuple[str, str]:
    event = max(record.events(), key=lambda row: len(row["claims"]))
    return event["claims"][0], event["claims"][-1]


def consistent(store: Store) -> None:
    """Assert that members, events, agreements and what is entered say one thing."""
    events = {row["id"]: set(row["claims"]) for row in store.computed("event")}
    held: dict[str, set[str]] = {}
    for claim, event in store.members("event").items():
        held.setdefault(event, set()).add(claim)
    assert events == held
    told = {claim for claims in events.values() for claim in claims}
    rejected = {c.claim for c in store.corrections() if c.field == "reject" and not c.withdrawn}
    assert told == {row["id"] for row in store.claims()} - rejected
    for row in store.computed("event"):
        assert set(row["contains"]) | set(row["part_of"]) <= events.keys()
    agreements: dict[str, set[str]] = {}
    for claim, agreement in store.members("agreement").items():
        agreements.setdefault(agreement, set()).add(claim)
    assert agreements == {row["id"]: set(row["claims"]) for row in store.computed("agreement")}
    for row in store.computed("agreement"):
        assert {step["event"] for step in row["steps"]} | set(row["conduct"]) <= events.keys()
    live = entered(store)
    enter_again(store)
    again = entered(store)
    assert {k: live.get(k) for k in live.keys() | again.keys()} == again


def decide(record: Record, data: st.DataObject, made: list[str]) -> None:
    """Decide something about the record."""
    acts = ACTS if made else ACTS[:-1]
    act = data.draw(st.sampled_from(acts))
    claims = sorted(row["id"] for row in record.claims())
    claim = data.draw(st.sampled_from(claims))
    if act == "judge":
        other = data.draw(st.sampled_from([c for c in claims if c != claim]))
        verdict: Verdict = data.draw(st.sampled_from(get_args(Verdict)))
        made.append(record.judge(claim, other, verdict, because="to see").id)
    elif act == "correct":
        field, value = data.draw(
            st.sampled_from(
                [
                    ("when", "2031-05-04"),
                    ("actors", "LUR, RVA"),
                    ("kind", "agreement.ratify"),
                    ("agreement", "Velm Rivers Treaty"),
                    ("agreement", "Grain Protocol"),
                    ("where", "Velm"),
                    ("reality", "planned"),
                ]
            )
        )
        made.append(record.correct(claim, field, value, because="to see").id)
    elif act == "reject":
        made.append(record.reject(claim, because="to see").id)
    elif act == "add":
        row = record._store.claim(claim)
        text = record._store.text(row["report"])
        fields = data.draw(
            st.sampled_from(
                [
                    {"actors": "RVA", "when": "2031-05-02"},
                    {"actors": "RVA, OST", "agreement": "Velm Rivers Treaty"},
                ]
            )
        )
        added = record.add(
            row["report"], "agreement.sign", text[:12].strip(), fields, because="to see"
        )
        made.append(added.id)
    else:
        record.withdraw(made.pop(data.draw(st.integers(0, len(made) - 1))))


def decided_at_once(store: Store, *, stream: bool) -> list[str]:
    """Export a record of the same reports and decisions that was settled only once."""
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "r.foedera") as record:
        for one in STREAM if stream else EXTRACTIONS:
            record._store.put(one)
        for added in store.additions():
            record._store.add(added, plover_codes())
            if added.withdrawn:
                record._store.withdraw_addition(added.id, at=added.withdrawn)
        for judged in store.people_judgements():
            record._store.judge(judged)
        for corrected in store.corrections():
            record._store.correct(corrected)
        return list(record.export_jsonl())


@settings(max_examples=6, deadline=None)
@given(st.data(), st.booleans())
def test_what_is_decided_live_is_settled_as_if_decided_at_once(
    data: st.DataObject, stream: bool
) -> None:
    with opened(stream=stream) as record:
        made: list[str] = []
        for _ in range(data.draw(st.integers(1, 4))):
            record.settle_if_changed()
            decide(record, data, made)
        if record.is_settled():
            consistent(record._store)
        record.settle()
        live = list(record.export_jsonl())
        assert live == decided_at_once(record._store, stream=stream)


@settings(max_examples=5, deadline=None)
@given(st.data())
def test_different_parts_two_claims_at_once_and_why_names_it(data: st.DataObject) -> None:
    with opened() as record:
        event = max(record.events(), key=lambda row: len(row["claims"]))
        left, right = event["claims"][0], data.draw(st.sampled_from(event["claims"][1:]))
        row = record.judge(left, right, "different", because="two raids")
        assert event_of(record, left) != event_of(record, right)
        assert row.id in json.dumps(record.why(left, right))
        consistent(record._store)
        live = groups(record._store)
        record.settle()
        assert live == groups(record._store)


def test_same_joins_two_events_at_once() -> None:
    with opened(stream=True) as record:
        left, right = (row["claims"][0] for row in record.events()[:2])
        assert event_of(record, left) != event_of(record, right)
        before = groups(record._store)
        row = record.judge(left, right, "same", because="one march")
        assert event_of(record, left) == event_of(record, right)
        consistent(record._store)
        live = groups(record._store)
        record.settle()
        assert live == groups(record._store)
        record.withdraw(row.id)
        assert record.is_settled()
        assert groups(record._store) == before


@settings(max_examples=4, deadline=None)
@given(st.data(), st.booleans())
def test_withdrawn_the_record_is_as_before(data: st.DataObject, stream: bool) -> None:
    with opened(stream=stream) as record:
        before, lines = groups(record._store), list(record.export_jsonl())
        made: list[str] = []
        act = data.draw(st.sampled_from(["different", "reject"]))
        pair = pair_in_one_event(record)
        if act == "reject":
            made.append(record.reject(pair[0], because="to see").id)
        else:
            made.append(record.judge(*pair, "different", because="to see").id)
        assert groups(record._store) != before
        record.withdraw(made[0])
        assert record.is_settled()
        assert groups(record._store) == before
        record.settle()
        assert [r for r in record.export_jsonl() if json.loads(r).get("id") not in made] == lines


def test_a_rejected_claim_leaves_its_event_at_once() -> None:
    with opened() as record:
        claim, other = pair_in_one_event(record)
        record.reject(claim, because="a film plot")
        assert record.is_settled()
        assert record._store.whole("event", claim) is None
        assert event_of(record, other)
        assert not any(claim in row["claims"] for row in record.events())


def test_a_small_record_settles_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foedera.record.overrule.LIVE_FROM", 500)
    with opened() as record:
        record.judge(*pair_in_one_event(record), "different", because="two raids")
        assert not record.is_settled()
        record.settle()
    assert ALL


def test_a_claim_taken_out_leaves_no_step_behind() -> None:
    with opened(stream=True) as record:
        for row in record.events()[:3]:
            record.judge(row["claims"][0], record.events()[-1]["claims"][0], "same", because="one")
        for claim in sorted(row["id"] for row in record.claims()):
            made = record.reject(claim, because="misread")
            if record.is_settled():
                consistent(record._store)
            record.withdraw(made.id)
            record.settle_if_changed()
