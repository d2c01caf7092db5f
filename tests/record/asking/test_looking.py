"""One call gathers what a page about one thing shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from foedera.errors import NotInRecord
from foedera.merge.summary import agreement_row
from foedera.merge.world import assemble
from foedera.record import Record
from foedera.record.knowing import dated_sources, load_joined, reports_by
from foedera.settle import agreement_caches, load_tellings, trace_all
from foedera.store import Store
from tests.record.asking.stream import STREAM


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    path = tmp_path_factory.mktemp("asked") / "r.foedera"
    store = Store.open(path)
    for one in STREAM:
        store.put(one)
    store.close()
    with Record(path) as opened:
        yield opened


def test_every_event_shows_its_tellings_with_their_words(record: Record) -> None:
    texts = {row["id"]: row["text"] for row in record.reports()}
    for row in record.events():
        look = record.event(row["id"])
        assert look["event"] == row
        assert sorted(t["id"] for t in look["tellings"]) == row["claims"]
        for told in look["tellings"]:
            assert told["event"] == row["id"]
            assert told["quote"] in texts[told["report"]["id"]]


def test_every_report_shows_what_was_read_from_it(record: Record) -> None:
    claims = record.claims()
    for row in record.reports():
        look = record.report(row["id"])
        assert {k: look["report"][k] for k in row} == row
        assert record.report(row["key"]) == look
        own = {c["id"] for c in claims if c["report"] == row["id"]}
        assert {c["id"] for c in look["claims"]} == own
        assert {c["event"] for c in look["claims"]} == look["events"].keys()


def test_every_agreement_shows_its_status_with_words_for_what_it_obliges(record: Record) -> None:
    for row in record.agreements(on="2031-05-04"):
        look = record.agreement(row["id"], on="2031-05-04")
        bare = [
            {k: v for k, v in duty.items() if k not in ("quote", "report")}
            for duty in look["agreement"]["obligations"]
        ]
        assert {**look["agreement"], "obligations": bare} == row
        assert all(duty["quote"] for duty in look["agreement"]["obligations"])
        for point in look["history"]:
            on = next(r for r in record.agreements(on=point["day"]) if r["id"] == row["id"])
            assert on["status"] == point["status"]


def assembled(record: Record, known: str) -> list[dict[str, Any]]:
    """Assemble all that was known on a day at once, as settling does."""
    store = record._store
    dated = dated_sources(store)
    tellings = list(load_tellings(store, {r: dated[r] for r in reports_by(store, known)}))
    joined = load_joined(store)
    world = assemble(tellings, trace_all(tellings), joined)
    day = record.asked_day(known)
    return [agreement_row(row, day) for row in agreement_caches(world, joined)]


@pytest.mark.parametrize("known", ["2031-05-02", "2031-05-06", "2031-05-12", "2031-05-28"])
def test_an_agreement_as_known_on_a_day_is_that_of_the_whole_record(
    record: Record, known: str
) -> None:
    listed = {frozenset(row["claims"]): row for row in assembled(record, known)}
    shown = {frozenset(row["claims"]) for row in record.agreements(known=known)}
    assert shown == listed.keys()
    for row in record.agreements():
        try:
            found = record.agreement(row["id"], known=known)["agreement"]
        except NotInRecord:
            assert not any(held <= set(row["claims"]) for held in listed)
            continue
        wanted = listed[frozenset(found["claims"])]
        for field in ("titles", "status", "parties", "party_status", "basis", "reports"):
            assert found[field] == wanted[field]
        assert len(found["steps"]) == len(wanted["steps"])
        assert all(record.event(step["event"]) for step in found["steps"])
        assert set(found["conduct"]) <= set(row["conduct"])


def test_actors_places_outlets_and_stories_show_their_events(record: Record) -> None:
    assert record.actor("RVA")["actor"]["name"] == "Ravania"
    legion = record.actor("ravania foreign LEGION")
    assert legion["actor"]["name"] == "Ravania Foreign Legion"
    assert legion["events_total"] == record.find_events(actor="Ravania Foreign Legion").total
    velm = record.place("Velm")
    assert velm["place"]["name"] == "Velm"
    assert [row["name"] for row in velm["namesakes"]] == ["New Velm"]
    assert record.outlet("ocean daily")["reports_total"] == 6
    for row in record.find_stories().rows:
        look = record.story(row["id"])
        assert look["reports_total"] == row["reports"]
        assert look["events_total"] == record.find_events(story=row["id"]).total


def test_a_story_goes_by_its_id_its_beginning_and_its_reports(record: Record) -> None:
    for row in record.stories():
        look = record.story(row["story"])
        for name in (row["report"], row["id"], row["story"][:12], row["report"][:12]):
            assert record.story(name) == look
    with pytest.raises(NotInRecord, match="foedera stories"):
        record.story("30.txt")


def test_what_is_not_there_is_said_to_be_missing(record: Record) -> None:
    looks = (record.event, record.report, record.agreement, record.actor, record.place)
    for look in (*looks, record.story, record.outlet):
        with pytest.raises(NotInRecord):
            look("no such thing")


@pytest.mark.parametrize("known", ["2031-05-04", "2031-05-12"])
def test_a_large_agreement_is_cut_to_what_was_known(
    record: Record, known: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = record.find_agreements().rows[0]
    whole = record.agreement(row["id"], known=known)
    monkeypatch.setattr("foedera.record.asking.looking.ASSEMBLED", 0)
    cut = record.agreement(row["id"], known=known)
    assert whole["assembled"]
    assert not cut["assembled"]
    for field in ("claims", "reports", "parties", "status", "party_status"):
        assert cut["agreement"][field] == whole["agreement"][field]
