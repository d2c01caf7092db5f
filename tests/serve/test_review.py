"""What waits for a person is decided with one key or one form each, kept as rows, and undone."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from foedera.record import Record
from foedera.serve import Desk, OpenRecord, Settings, make_app
from foedera.serve import desk as desks
from tests.serve.conftest import TOKEN

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "prespa"


@pytest.fixture(scope="module")
def prespa(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read reports of which some calls are near and some days inferred."""
    place = tmp_path_factory.mktemp("review") / "prespa.foedera"
    with Record(place) as record:
        record.read(SAMPLES)
        record.settle()
    return place


@pytest.fixture
def review(prespa: Path, tmp_path: Path) -> Iterator[tuple[TestClient, Desk]]:
    """Open a copy of the record, so that decisions can be made in it."""
    own = tmp_path / "prespa.foedera"
    own.write_bytes(prespa.read_bytes())
    with OpenRecord(own, create=False) as record:
        desk = Desk(record, "prespa.foedera")
        app = make_app(desk, Settings())
        yield TestClient(app, "http://127.0.0.1:8765", follow_redirects=False), desk
        desk.wait(60)


def token(client: TestClient) -> str:
    found = TOKEN.search(client.get("/review").text)
    assert found
    return found[1]


def item_of(desk: Desk, sort: str) -> dict[str, object]:
    rows = desk.record.review_items(sort, limit=1).rows
    assert rows, f"nothing of sort {sort} waits"
    return dict(rows[0])


def form_of(
    client: TestClient, item: dict[str, object], verdict: str, **more: str
) -> dict[str, str]:
    call = item["call"]
    assert isinstance(call, dict)
    own = {"csrf": token(client), "sort": str(item["sort"]), "verdict": verdict}
    return {**own, "left": call["left"], "right": call["right"], **more}


def test_an_item_shows_both_sides_with_words_and_reasons(
    review: tuple[TestClient, Desk],
) -> None:
    client, desk = review
    item = item_of(desk, "event")
    page = client.get("/review?sort=event").text
    for side in ("left", "right"):
        held = item[side]
        assert isinstance(held, dict)
        assert f"/reports/{held['report']['id']}#c-{held['id']}" in page
    assert 'data-key="s"' in page
    assert 'data-key="d"' in page
    assert "What speaks for and against" in page
    assert "style=" not in page


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_a_decision_is_a_row_and_the_item_waits_no_more(
    review: tuple[TestClient, Desk], verdict: str
) -> None:
    client, desk = review
    item = item_of(desk, "event")
    answer = client.post("/review", data=form_of(client, item, verdict, maker="Ann"))
    assert answer.status_code == 303
    (made,) = [one for one in desk.record.judgements() if one.maker == "Ann"]
    assert (made.verdict, made.layer) == (verdict, "event")
    assert made.reasons[0].note.startswith("reviewed")
    page = client.get(answer.headers["location"]).text
    assert f"Judged {verdict}" in page
    assert str(item["id"]) not in page
    back = client.post("/review/undo", data={"csrf": token(client), "name": made.id})
    assert back.headers["location"] == "/review"
    desk.wait(60)
    assert item_of(desk, "event")


def test_an_inferred_day_is_kept_or_taken_away(review: tuple[TestClient, Desk]) -> None:
    client, desk = review
    item = item_of(desk, "day")
    report = str(item["id"])
    kept = client.post("/review", data=form_of(client, item, "same")).headers["location"]
    assert report not in {row["id"] for row in desk.record.review_items("day").rows}
    assert desk.record.report(report)["report"]["published"]["basis"] == "inferred"
    name = kept.rpartition("done=")[2]
    client.post("/review/undo", data={"csrf": token(client), "name": name})
    client.post("/review", data=form_of(client, item, "different", because="a week later"))
    desk.wait(60)
    assert desk.record.report(report)["report"]["published"]["basis"] == "unknown"


def test_nothing_is_kept_without_token_or_sense(review: tuple[TestClient, Desk]) -> None:
    client, desk = review
    form = form_of(client, item_of(desk, "event"), "same")
    assert client.post("/review", data={**form, "csrf": "0"}).status_code == 403
    assert client.post("/review", data={**form, "verdict": "reject"}).status_code == 400
    assert client.post("/review", data={**form, "sort": "status"}).status_code == 400
    assert client.get("/review?sort=nonsense").status_code == 400
    assert not [one for one in desk.record.judgements() if one.maker != "rule"]


def test_many_decisions_are_worked_in_together(
    review: tuple[TestClient, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    client, desk = review
    monkeypatch.setattr(desks, "SMALL", 0)
    before = time.monotonic()
    client.post("/review", data=form_of(client, item_of(desk, "event"), "same"))
    assert time.monotonic() - before < 30
    assert not desk.record.is_settled()
    page = client.get("/events").text
    assert "1 decision" in re.sub(r"<[^>]+>", "", page)
    client.post("/review/work-in", data={"csrf": token(client)})
    assert desk.wait(60)
    assert desk.record.is_settled()
    assert desk.state().pending == 0
