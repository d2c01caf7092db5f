"""Events of many tellings gain what a new report says, and keep all that they held."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from foedera.record import Record
from foedera.settle import merge_report, settle
from foedera.settle.live_grown import GROWN, grow
from tests.record.test_settling import make


def row(**fields: Any) -> dict[str, Any]:
    return {
        "kind": "harm.kill",
        "quantities": [],
        "comparison": [],
        "claims": [],
        "reports": 0,
        "origins": {"independent": [1, 1], "roots": ["A"]},
        **fields,
    }


def value(value: str, *claims: str, roots: tuple[str, ...] = ("A",)) -> dict[str, Any]:
    origins = {"independent": [1, len(roots)], "roots": list(roots)}
    return {"value": value, "claims": list(claims), "origins": origins}


def test_a_value_of_its_own_stands_beside_the_others_and_the_gravest_verdict_counts() -> None:
    days = {"field": "when", "comparison": "agree", "values": [value("2031-05-06", "a", "b")]}
    told = [value("2031-05-06", "a"), value("2031-05-08", "n", roots=("B",))]
    beside = {"field": "when", "comparison": "conflict", "values": told}
    grown = grow(
        row(claims=["a", "b"], reports=2, comparison=[days]),
        row(comparison=[beside], origins={"independent": [2, 2], "roots": ["A", "B"]}),
        row(claims=["n"], origins={"independent": [1, 1], "roots": ["B"]}),
    )
    assert grown["claims"] == ["a", "b", "n"]
    assert grown["reports"] == 3
    assert grown["origins"] == {"independent": [2, 2], "roots": ["A", "B"]}
    (field,) = grown["comparison"]
    assert field["comparison"] == "conflict"
    assert [(v["value"], v["claims"]) for v in field["values"]] == [
        ("2031-05-06", ["a", "b"]),
        ("2031-05-08", ["n"]),
    ]


def test_a_value_told_before_gains_a_claim() -> None:
    place = {"field": "where", "comparison": "agree", "values": [value("Velm", "a", "b")]}
    beside = {"field": "where", "comparison": "agree", "values": [value("Velm", "a", "n")]}
    grown = grow(
        row(claims=["a", "b"], reports=2, comparison=[place]),
        row(comparison=[beside]),
        row(claims=["n"]),
    )
    assert grown["comparison"][0]["values"][0]["claims"] == ["a", "b", "n"]


def test_only_what_new_claims_bring_is_added_to_first_sources() -> None:
    """Of those that the event's other claims go back to, some have become one with others."""
    old = row(claims=["a", "b"], reports=2)
    beside = row(origins={"independent": [1, 3], "roots": ["A", "C", "N"]})
    alone = row(claims=["n"], origins={"independent": [1, 1], "roots": ["N"]})
    assert grow(old, beside, alone)["origins"] == {"independent": [1, 2], "roots": ["A", "N"]}


def counted(unit: str, number: int) -> dict[str, Any]:
    return {"unit": unit, "low": number, "high": number}


def test_numbers_of_nothing_told_and_without_an_end_are_read() -> None:
    """Rows leave out a unit, and the end that "more than 12" has not."""
    bare, more = {"low": 12, "high": 12}, {"unit": "people", "low": 12}
    old = row(quantities=[more], claims=["a"])
    told = row(quantities=[bare], claims=["n"])
    assert grow(old, told, told)["quantities"] == [more, bare]
    later = {"unit": "people", "low": 15}
    told = row(quantities=[later], claims=["n"])
    assert grow(old, told, told)["quantities"] == [later]


def test_of_a_toll_the_latest_number_stands() -> None:
    before, later = counted("people", 12), counted("people", 15)
    old, told = row(quantities=[before]), row(quantities=[later], claims=["n"])
    assert grow(old, told, told)["quantities"] == [later]
    fought = grow(row(kind="military.deploy", quantities=[before]), told, told)
    assert fought["quantities"] == [before]


def test_a_toll_does_not_go_back() -> None:
    """What a report of an earlier day tells, and what only the claims beside it tell, is passed."""
    before = counted("people", 12)
    old, silent = row(quantities=[before]), row(claims=["n"])
    assert grow(old, row(quantities=[counted("people", 9)]), silent)["quantities"] == [before]
    lower = row(quantities=[counted("people", 9)], claims=["n"])
    assert grow(old, lower, lower)["quantities"] == [before]
    early = row(quantities=[counted("people", 14)], claims=["n"])
    assert grow(old, row(quantities=[before]), early)["quantities"] == [before]


def test_what_only_new_claims_count_is_added() -> None:
    before, more = counted("people", 12), counted("houses", 40)
    told = row(quantities=[more], claims=["n"])
    assert grow(row(quantities=[before]), told, told)["quantities"] == [before, more]


def test_an_event_of_many_tellings_keeps_them_all_until_it_is_settled() -> None:
    """A record holds an event of more claims than are looked at, and one more report comes."""
    many = [make(number, apart=0) for number in range(GROWN + 8)]
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "r.foedera") as record:
        store = record._store
        for one in many[:-1]:
            store.put(one)
        record.settle()
        before = {e["id"]: e for e in store.computed("event") if len(e["claims"]) > GROWN}
        assert before
        store.put(many[-1])
        merge_report(store, many[-1].report.id)
        after = {e["id"]: e for e in store.computed("event")}
        grown = [name for name in before if after[name]["claims"] != before[name]["claims"]]
        assert grown
        for name in grown:
            assert set(before[name]["claims"]) < set(after[name]["claims"])
            assert after[name]["reports"] == before[name]["reports"] + 1
        settle(store)
        settled = {e["id"]: e for e in store.computed("event")}
    for name in grown:
        assert settled[name]["claims"] == after[name]["claims"]
        assert settled[name]["reports"] == after[name]["reports"]
