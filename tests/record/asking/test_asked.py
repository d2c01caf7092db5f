"""What is asked for: other names, several actors, words of the clauses that tell it, first days."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from foedera.record import Page, Record
from foedera.record.asking.asked import actors_asked, also_named, words_asked

FIRST = (
    "LIMA, May 6, 2031 (AP) - Peru shelled the harbour of Iquique on Monday, a spokesman said. "
    "Chile closed its consulates. The Islamic State group attacked a depot in Arica.\n"
)
SECOND = "LIMA, May 9, 2031 (AP) - Myanmar and Chile signed a treaty on fishing in Lima on 8 May.\n"
THIRD = (
    "LIMA, May 11, 2031 (AP) - Laos has sent 300 soldiers to Nepal. Nepal denied that soldiers "
    "had arrived.\n"
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    folder: Path = tmp_path_factory.mktemp("asked")
    for name, text in (("first", FIRST), ("second", SECOND), ("third", THIRD)):
        (folder / f"{name}.txt").write_text(text, "utf8")
    with Record(folder / "r.foedera") as opened:
        opened.read(sorted(folder.glob("*.txt")))
        opened.settle()
        yield opened


def kinds(page: Page) -> set[str]:
    return {str(row["kind"]) for row in page.rows}


def test_a_state_or_body_goes_by_its_other_names() -> None:
    assert also_named("ISIS") == ["ISIS", "Islamic State"]
    assert also_named("US") == ["US", "United States"]
    assert also_named("us") == ["us"]
    assert also_named("Scotland") == ["Scotland"]
    assert [len(group) for group in words_asked("UK vote")] == [2, 1]
    assert words_asked(None) == words_asked("; ") == actors_asked(None) == []


def test_events_are_found_by_another_name(record: Record) -> None:
    assert kinds(record.find_events(actor="Burma")) == {"agreement.sign"}
    assert kinds(record.find_events("Burma treaty")) == {"agreement.sign"}
    assert "military.attack" in kinds(record.find_events(actor="ISIS"))
    assert [row["name"] for row in record.find_actors("Burma").rows] == ["Myanmar"]


def test_several_actors_take_part_in_one_event(record: Record) -> None:
    both = record.find_events(actor="MMR; Chile")
    assert kinds(both) == {"agreement.sign"}
    assert record.find_events(actor="Chile").total > both.total
    assert not record.find_events(actor="MMR; PER").total
    assert kinds(record.find_events(actor="MMR; CHL", known="2031-05-09")) == {"agreement.sign"}
    assert not record.find_events(actor="MMR; CHL", known="2031-05-08").total


def test_the_words_of_a_clause_find_what_it_tells(record: Record) -> None:
    found = record.find_events("shelled harbour")
    assert kinds(found) == {"military.attack"}
    assert found.rows[0]["actors"][0]["country"] == "PER"
    assert not record.find_events("shelled treaty").total
    assert not record.find_events("shelled harbour", actor="MMR").total


def test_undated_events_are_found_by_when_they_were_first_told(record: Record) -> None:
    days = {"since": "2031-05-01", "until": "2031-05-07"}
    assert "agreement.sign" not in kinds(record.find_events(**days, told=True))
    closed = record.find_events("closed consulates", **days, told=True)
    assert closed.total == 1
    assert record.find_events(since="2031-05-09", told=True).total
    assert record.find_events("closed consulates", until="2031-05-05", told=True).total == 0
    early = record.find_events(actor="CHL", **days, told=True, known="2031-05-07")
    assert "agreement.sign" not in kinds(early)


def test_the_page_of_a_state_or_body_is_found_by_its_other_names(record: Record) -> None:
    assert record.actor("Burma")["actor"]["name"] == "Myanmar"
    assert record.actor("Myanmar")["actor"]["name"] == "Myanmar"
    assert record.actor("ISIS")["actor"]["name"].startswith("Islamic State")


def test_what_somebody_denies_is_found(record: Record) -> None:
    denied = record.find_events(doubt="denied")
    assert [row["kind"] for row in denied.rows] == ["military.deploy"]
    assert not record.find_events(doubt="denied", kind="agreement.sign").total


def test_a_story_is_found_by_words_that_no_title_has(record: Record) -> None:
    found = record.find_stories("harbour Iquique")
    assert found.total == 1
    assert not record.find_stories("harbour Atlantis").total
