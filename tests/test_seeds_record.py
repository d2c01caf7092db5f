"""Every statement of the seeds' merged answer holds in the record built from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from foedera.record import Record, Row
from foedera.store import Store
from tests import seeds_by_hand as hand

pytestmark = pytest.mark.skipif(
    not hand.present(), reason="the seeds and their answers lie beside the project, not in it"
)


@pytest.fixture(scope="module", params=["by hand", "as read"])
def record(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Record]:
    path: Path = tmp_path_factory.mktemp("seeds") / "seeds.foedera"
    if request.param == "by hand":
        store = Store.open(path)
        for extraction in hand.extractions():
            store.put(extraction)
        store.close()
    with Record(path) as opened:
        if request.param == "as read":
            opened.read(hand.SHARED / "seeds")
        yield opened


def answer(field: str) -> Any:
    return hand.answers()[field]


def pact(record: Record, on: str | None = None) -> Row:
    return record.agreements(on=on)[0]


def folded(name: str) -> str:
    return name.lower().strip("“”\"' ")


def days_of(row: Row) -> tuple[str, str] | None:
    when = row["when"]
    return (when["earliest"], when["latest"]) if when else None


def codes(actors: list[Row]) -> set[str]:
    return {a["country"] for a in actors if a.get("country")}


# ------------------------------------------------------------------ agreement


def test_one_agreement_between_its_parties(record: Record) -> None:
    both = [
        a for a in record.agreements() if a["parties"] == sorted(answer("agreement")["parties"])
    ]
    assert len(both) == 1
    assert both[0] == pact(record)
    assert "bilateral" in both[0]["kind"]
    assert "treaty" in both[0]["kind"]


@pytest.mark.parametrize("number", range(4))
def test_its_titles(record: Record, number: int) -> None:
    title = answer("agreement")["titles"][number]
    assert folded(title) in {folded(t) for t in pact(record)["titles"]}


@pytest.mark.parametrize("number", range(4))
def test_status_on_a_day(record: Record, number: int) -> None:
    day, status = list(answer("agreement")["status"].items())[number]
    assert pact(record, on=str(day).removeprefix("on "))["status"] == status


def test_basis_is_the_exchange(record: Record) -> None:
    row = pact(record, on="2024-12-05")
    grounds = {(b["act"], b["day"]): b["article"] for b in row["basis"]}
    article = grounds["agreement.exchange-instruments", "2024-12-04"]
    assert all(part in article for part in ("14(1)", "16(a)", "24"))


@pytest.mark.parametrize("number", range(5))
def test_steps(record: Record, number: int) -> None:
    want = answer("agreement")["steps"][number]
    day = str(want["when"])
    [step] = [
        s
        for s in pact(record)["steps"]
        if s["kind"] == want["kind"] and set(s["by"]) == set(want["by"])
    ]
    assert days_of(step) == (day, day)
    assert step["reports"] == want["reports"]
    if "where" in want:
        assert step["where"] == want["where"]
    if "origins" in want:
        assert step["origins"] == want["origins"]


def test_there_are_no_further_steps_of_these_kinds(record: Record) -> None:
    kinds = [want["kind"] for want in answer("agreement")["steps"]]
    told = [s["kind"] for s in pact(record)["steps"] if s["reality"] == "happened"]
    assert sorted(told) == sorted(kinds)


def test_no_report_states_the_day_of_entry(record: Record) -> None:
    [entry] = [s for s in pact(record)["steps"] if s["kind"] == "agreement.enter-into-force"]
    assert "exchange" in entry["basis"]


def test_the_obligation(record: Record) -> None:
    [want] = answer("agreement")["obligations"]
    [duty] = pact(record)["obligations"]
    assert duty["kind"] == want["kind"]
    assert duty["bearers"] == want["bearers"]
    assert duty["trigger"]
    assert duty["duty"]
    assert duty["immediacy"]
    assert duty["reports"] == want["reports"]


# --------------------------------------------------------------------- events


def deployment(record: Record) -> Row:
    events = record.events(kind="military.deploy", actor="PRK")
    return max(events, key=lambda e: (e["reports"], len(e["claims"])))


def test_the_deployment_is_one_event_in_two_reports(record: Record) -> None:
    assert deployment(record)["reports"] == answer("events")[0]["reports"]


def test_its_numbers_are_compatible(record: Record) -> None:
    numbers = next(c for c in deployment(record)["comparison"] if c["field"] == "quantity")
    assert numbers["comparison"] == answer("events")[0]["quantity"]["comparison"]
    assert len(numbers["values"]) == 2


def test_who_acknowledges_it_not(record: Record) -> None:
    want = answer("events")[0]["acknowledgement"]
    assert deployment(record)["acknowledgement"] == want


def test_both_silences_of_one_party_stay(record: Record) -> None:
    fields = {c["field"]: c for c in deployment(record)["comparison"]}
    stances = {v["value"] for v in fields["acknowledgement:RUS"]["values"]}
    assert stances == {"neither-confirmed-nor-denied", "not-acknowledged"}


def named(row: Row) -> set[str]:
    return {a["name"] for a in [*row["actors"], *row["recipients"], *row["participants"]]}


def meets(record: Record, *surnames: str) -> list[Row]:
    found = record.events(kind="diplomacy")
    return [e for e in found if all(any(s in n for n in named(e)) for s in surnames)]


def test_the_ministers_meet_once(record: Record) -> None:
    names = answer("people")[1]["name"], answer("people")[0]["also"][1]
    [met] = [e for e in meets(record, *names) if e["kind"] == "diplomacy.meet"]
    assert days_of(met) == ("2024-11-29", "2024-11-29")
    assert met["reports"] == answer("events")[1]["reports"]
    assert met["origins"]["independent"] == [1, 1]


def test_the_visit_contains_the_signing(record: Record) -> None:
    visits = [e for e in record.events(kind="diplomacy.visit") if "Vladimir Putin" in named(e)]
    [visit] = visits
    [signing] = [s for s in pact(record)["steps"] if s["kind"] == "agreement.sign"]
    assert signing["event"] in visit["contains"]
    assert visit["reports"] == answer("events")[2]["reports"]


def test_the_delegation_visits_and_the_doubt_about_its_clock_is_shown(record: Record) -> None:
    visits = record.events(kind="diplomacy.visit", actor="UKR")
    assert any("KOR" in codes([*e["actors"], *e["recipients"]]) for e in visits)


def test_a_warning_shows_the_clock_in_doubt(record: Record, request: pytest.FixtureRequest) -> None:
    if "by hand" in request.node.name:
        pytest.skip("claims by hand come without the warnings of reading")
    assert any("last month" in w["note"] or "clock" in w["note"] for w in record.warnings())


# ------------------------------------------------------------- people, origins


@pytest.mark.parametrize("number", range(7))
def test_people(record: Record, number: int) -> None:
    want = answer("people")[number]
    people = [a for a in record.actors() if a["kind"] == "person"]
    names = {want["name"], *want.get("also", ())}
    [row] = [a for a in people if {a["name"], *a["also"]} & names]
    assert row["country"] == want["state"]
    assert folded(want["office"]) in folded(row["office"] or "")


@pytest.mark.parametrize("number", range(3))
def test_origins(record: Record, number: int) -> None:
    want = answer("origins")[number]
    [row] = [o for o in record.origins() if o["root"] == want["root"]]
    if "cited_by" in want:
        assert row["cited_by"] == sorted(want["cited_by"])
    if "inputs_to" in want:
        assert row["inputs_to"] == want["inputs_to"]


# ------------------------------------------------------------------- warnings


def test_a_warning_names_both_makers_of_the_picture(record: Record) -> None:
    assert any("ress" in w["note"] and "inistry" in w["note"] for w in record.warnings())


def test_a_warning_says_that_the_day_is_inferred(record: Record) -> None:
    assert any("inferred" in w["note"] for w in record.warnings())
