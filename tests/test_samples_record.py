"""The record of the sample reports says what its golden page says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from foedera.record import Record, Row

ROOT = Path(__file__).parents[1]
GOLDEN: dict[str, Any] = yaml.safe_load(
    (ROOT / "tests/golden/samples_record.yaml").read_text("utf8")
)
AGREEMENTS: list[dict[str, Any]] = GOLDEN["agreements"]
DAYS = [(a["title"], str(d), s) for a in AGREEMENTS for d, s in a["status"].items()]
PARTY_DAYS = [
    (a["title"], str(d), s) for a in AGREEMENTS for d, s in a.get("party_status", {}).items()
]
STEPS = [(a["title"], step) for a in AGREEMENTS for step in a["steps"]]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record(tmp_path_factory.mktemp("samples") / "samples.foedera") as opened:
        opened.read(ROOT / "samples")
        yield opened


def test_events_told_in_several_ways_are_found_without_reading_the_others(record: Record) -> None:
    told = [e for e in record.events() if any(len(c["values"]) > 1 for c in e["comparison"])]
    assert told
    assert record.told_in_ways() == told


def agreement(record: Record, title: str, on: str | None = None) -> Row:
    [found] = [a for a in record.agreements(on=on) if title in a["titles"]]
    return found


@pytest.mark.parametrize("want", AGREEMENTS, ids=lambda a: str(a["title"]))
def test_each_agreement_is_one(record: Record, want: dict[str, Any]) -> None:
    row = agreement(record, want["title"])
    assert row["parties"] == want["parties"]
    assert row["binding"] == want["binding"]


@pytest.mark.parametrize(("title", "day", "status"), DAYS)
def test_status(record: Record, title: str, day: str, status: str) -> None:
    assert agreement(record, title, on=day)["status"] == status


@pytest.mark.parametrize(("title", "day", "parties"), PARTY_DAYS)
def test_party_status(record: Record, title: str, day: str, parties: dict[str, str]) -> None:
    assert agreement(record, title, on=day)["party_status"].items() >= parties.items()


@pytest.mark.parametrize(("title", "step"), STEPS)
def test_steps(record: Record, title: str, step: dict[str, Any]) -> None:
    days = [str(day) for day in step["when"]]
    assert any(
        s["kind"] == step["kind"]
        and s["when"]
        and [s["when"]["earliest"], s["when"]["latest"]] == days
        and set(step.get("by", ())) <= set(s["by"])
        for s in agreement(record, title)["steps"]
    )


@pytest.mark.parametrize(("left", "right", "layer"), GOLDEN["copies"])
def test_copies(record: Record, left: str, right: str, layer: str) -> None:
    keys = {row["id"]: Path(row["key"]).name for row in record.reports()}
    found = {
        (frozenset((keys[j.left], keys[j.right])), j.layer)
        for j in record.judgements()
        if j.layer in ("copy", "revision")
    }
    assert (frozenset((Path(left).name, Path(right).name)), layer) in found


@pytest.mark.parametrize("together", GOLDEN["together"])
def test_stories(record: Record, together: list[str]) -> None:
    story_of = {Path(row["id"]).name: row["story"] for row in record.stories()}
    assert len({story_of[Path(key).name] for key in together}) == 1


@pytest.mark.parametrize("surname", GOLDEN["people"])
def test_two_spellings_are_one_person(record: Record, surname: str) -> None:
    people = [a for a in record.actors() if a["kind"] == "person"]
    assert len([a for a in people if surname in " ".join([a["name"], *a["also"]])]) == 1


@pytest.mark.parametrize("values", GOLDEN["tolls"])
def test_a_rising_toll_is_an_update(record: Record, values: list[str]) -> None:
    rows = [d for d in record.disagreements() if d["field"] == "quantity"]
    [row] = [d for d in rows if set(values) <= {v["value"] for v in d["values"]}]
    assert row["comparison"] == "update"
