"""A story is told report by report: what each adds, what it repeats, which are copies."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from foedera.record import Record
from foedera.serve import Desk, OpenRecord
from foedera.serve.storytelling import tell_story

OPENING = (
    "OSLO, May 6 (Reuters) - Norway and Sweden signed the Fjord Rail Treaty in Oslo on "
    "6 May 2021, the Norwegian transport ministry said. Norway has sent 300 engineers to Sweden "
    "for the fjord rail works near the border, ministry officials in Oslo told reporters.\n"
)
LATER = (
    "STOCKHOLM, May 7 (AP) - Norway and Sweden signed the Fjord Rail Treaty in Oslo on 6 May "
    "2021. Sweden ratified the Fjord Rail Treaty on 7 May 2021, the fjord rail works near the "
    "border are to begin, ministry officials in Stockholm told reporters.\n"
)


@pytest.fixture(scope="module")
def rail(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rail")
    for name, text in (("a", OPENING), ("b", LATER), ("c", OPENING.replace("Reuters", "AFP"))):
        (folder / f"{name}.txt").write_text(text, "utf8")
    with Record(folder / "rail.foedera") as record:
        record.read(sorted(folder.glob("*.txt")))
        record.settle()
    return folder / "rail.foedera"


def chapters_of(place: Path) -> list[Any]:
    with OpenRecord(place, create=False) as record:
        story = record.find_stories(limit=1).rows[0]
        assert story["reports"] >= 2
        return list(tell_story(record, record.story(str(story["id"]))).chapters)


def test_each_report_says_what_it_adds(rail: Path) -> None:
    chapters = chapters_of(rail)
    kinds = [[event["kind"] for event in one.first] for one in chapters]
    assert "agreement.sign" in kinds[0]
    added = [kind for own in kinds[1:] for kind in own]
    assert "agreement.ratify" in added
    assert "agreement.sign" not in added
    assert sum(one.repeats for one in chapters[1:]) >= 1


def test_a_copy_is_marked_and_adds_nothing(rail: Path) -> None:
    copies: list[Mapping[str, Any]] = [one for one in chapters_of(rail) if one.copy]
    assert len(copies) == 1
    assert not copies[0].first  # type: ignore[attr-defined]


def test_pages_of_stories(client: TestClient, desk: Desk) -> None:
    story = str(desk.record.find_stories(limit=1).rows[0]["id"])
    assert f'href="/stories/{story}"' in client.get("/stories").text
    page = client.get(f"/stories/{story}").text
    assert "Report by report" in page
    assert client.get("/stories/ffffffffffffffff").status_code == 404
    assert "No story fits" in client.get("/stories?q=atlantis").text
