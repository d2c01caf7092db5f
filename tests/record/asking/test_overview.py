"""The record at a glance: counts, what is new, what waits for a person."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from foedera.data import Extraction
from foedera.errors import FoederaError
from foedera.record import Record
from foedera.store import Store
from tests.merge.builders import claim, extraction, report
from tests.record.asking.stream import STREAM


@pytest.fixture
def record(tmp_path: Path) -> Record:
    store = Store.open(tmp_path / "r.foedera")
    for one in STREAM:
        store.put(one)
    store.close()
    return Record(tmp_path / "r.foedera")


def test_counts_are_those_of_the_listings(record: Record) -> None:
    found = record.summary()
    assert found["reports"] == len(record.reports()) == len(STREAM)
    assert found["claims"] == len(record.claims())
    assert found["events"] == len(record.events())
    assert found["agreements"] == len(record.agreements())
    assert found["actors"] == len(record.actors())
    assert found["stories"] == len({row["story"] for row in record.stories()})
    assert found["earliest"] == "2031-05-01"
    assert found["latest"] == "2031-05-20"


def test_the_busiest_stand_in_most_claims(record: Record) -> None:
    busiest = record.busiest_actors(5)
    named = [row for row in record.actors() if not row["name"][:1].islower()]
    counts = sorted((len(row["claims"]) for row in named), reverse=True)
    assert [row["claims"] for row in busiest] == counts[:5]


def test_doubts_name_their_reports_newest_first(tmp_path: Path) -> None:
    doubtful = "Ravania is visiting Ostmark last month, officials said.\n"
    for number, day in enumerate(("2031-05-03", "2031-05-09", "2031-05-06")):
        head = {"id": f"r{number}", "source": "Herald", "published": day, "title": f"Visit {day}"}
        line = json.dumps({**head, "text": f"On {number} occasions {doubtful}"})
        (tmp_path / f"{number}.jsonl").write_text(line + "\n", "utf8")
    with Record(tmp_path / "d.foedera") as record:
        record.read(sorted(tmp_path.glob("*.jsonl")))
        record.settle()
        found = record.newest_doubts(2)
        assert [row["title"] for row in found] == ["Visit 2031-05-09", "Visit 2031-05-06"]
        assert {row["outlet"] for row in found} == {"Herald"}
        assert len(record.newest_doubts()) == len(record.warnings()) == 3
        assert "officials" in {row["name"] for row in record.actors()}
        assert "officials" not in {row["name"] for row in record.busiest_actors()}


def test_the_last_day_of_telling_is_known_for_each_event(record: Record) -> None:
    rows = record.find_events(order="newest", limit=3).rows
    assert record.days_told([row["id"] for row in rows])[0] == "2031-05-20"
    assert record.days_told(["00000000000000ff"]) == [None]


def shelled(text: str, day: str) -> Extraction:
    source = report(text, day=day)
    told = {"actors": ["RVA"], "recipients": ["OST"], "trigger": "shelled"}
    return extraction(source, claim(source, text, "military.attack", **told))


@pytest.fixture
def doubtful(tmp_path: Path) -> Record:
    """Hold the stream and two tellings of which it is open whether they are one."""
    store = Store.open(tmp_path / "r.foedera")
    near = shelled("Ravania shelled the harbour of Ostmark.", "2031-07-08")
    late = shelled("Guns of Ravania shelled a bridge in Ostmark.", "2031-08-14")
    for one in (*STREAM, near, late):
        store.put(one)
    store.close()
    return Record(tmp_path / "r.foedera")


def test_what_waits_is_decided_by_the_call_it_names(doubtful: Record) -> None:
    record = doubtful
    page = record.review_items("event", limit=5)
    assert page.total
    item = page.rows[0]
    call = item["call"]
    assert [item["left"]["id"], item["right"]["id"]] == [call["left"], call["right"]]
    record.judge(call["left"], call["right"], "different", because="two days")
    assert item["id"] not in {row["id"] for row in record.review_items("event", limit=500).rows}


def test_review_goes_through_every_sort_once(doubtful: Record) -> None:
    record = doubtful
    seen, page = [], record.review_items(limit=3)
    while True:
        seen += [(row["sort"], row["id"]) for row in page.rows]
        if page.next is None:
            break
        page = record.review_items(limit=3, after=page.next)
    assert len(seen) == len(set(seen)) == page.total
    assert {"event", "day"} <= {sort for sort, _ in seen}
    with pytest.raises(FoederaError, match="sort of review"):
        record.review_items("nonsense")


def test_changes_tell_of_new_events_and_of_agreements_that_moved(record: Record) -> None:
    found = record.changes("2031-05-10")
    assert found["reports"] == record.find_reports(since="2031-05-11").total
    days = {row["id"]: row["published"]["latest"] for row in record.reports()}
    first = {row["id"]: days[row["report"]] for row in record.claims()}
    wanted = {
        row["id"] for row in record.events() if min(first[c] for c in row["claims"]) > "2031-05-10"
    }
    assert {row["id"] for row in found["events"]} == wanted
    assert found["events_total"] == len(wanted)
    assert found["agreements"]
    for row in found["agreements"]:
        now = record.agreement(row["id"])["agreement"]
        old = {c for c in now["claims"] if first[c] <= "2031-05-10"}
        kinds = {change["change"] for change in row["changes"]}
        assert ("new" in kinds) == (not old)
        new = [step for step in now["steps"] if old and not old & set(step["claims"])]
        told = [change["new"]["when"] for change in row["changes"] if change["change"] == "step"]
        assert told == [step["when"] for step in new]


def test_changes_tell_what_is_told_otherwise_of_events_told_before(record: Record) -> None:
    found = record.changes("2031-05-10")
    then = {row["id"]: row for row in record.events(known="2031-05-10")}
    now = {row["id"]: row for row in record.events()}
    assert found["again"]
    for row in found["again"]:
        name = row["event"]["id"]
        assert row["event"] == now[name]
        for change in row["changes"]:
            if change["change"] == "value" and change["field"] == "reality":
                assert (change["old"], change["new"]) == (
                    then[name]["reality"],
                    now[name]["reality"],
                )
        old, new = ({k: one[k] for k in ("when", "quantities", "comparison", "reality", "where",
                     "acknowledgement", "kind")} for one in (then[name], now[name]))  # fmt: skip
        assert old != new
    until = record.changes("2031-05-10", until="2031-05-12")
    by_then = {row["id"]: row for row in record.events(known="2031-05-12")}
    assert all(row["event"] == by_then[row["event"]["id"]] for row in until["again"])
