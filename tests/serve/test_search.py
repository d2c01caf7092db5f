"""Search, home, changes and the API: found, shared by address, the same as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from foedera.record import Record
from foedera.serve import Desk, OpenRecord, make_app
from foedera.serve.pages.home import Visit, next_visit
from tests.serve.conftest import token_of


def test_search_finds_everything_of_every_sort(client: TestClient) -> None:
    page = client.get("/search?q=Latvia").text
    for words in ("Amber Coast Treaty", "events", "reports", "actor"):
        assert words in page
    assert "Nothing in this record" in client.get("/search?q=zeppelin").text


def test_typed_conditions_become_an_address_to_share(client: TestClient) -> None:
    typed = client.get("/search", params={"q": 'treaty actor:"Latvia" since:2021-05-01'})
    assert typed.status_code == 303
    place = typed.headers["location"]
    assert "actor=Latvia" in place
    assert "since=2021-05-01" in place
    assert client.get(place).status_code == 200


@pytest.mark.parametrize("path", ["/search", "/agreements", "/events", "/reports"])
def test_fields_that_were_left_empty_ask_for_nothing(client: TestClient, path: str) -> None:
    """A browser sends every field of a form, filled in or not."""
    fields = set(re.findall(r'<(?:input|select)[^>]* name="(\w+)"', client.get(path).text))
    answer = client.get(path, params=dict.fromkeys(fields - {"csrf", "look", "sort"}, ""))
    assert answer.status_code == 200
    assert client.get(path, params={"q": "x" * 201}).status_code == 400


def test_an_id_leads_straight_to_what_it_names(client: TestClient, desk: Desk) -> None:
    event = desk.record.find_events(limit=1).rows[0]["id"]
    assert client.get(f"/search?q={event}").headers["location"] == f"/events/{event}"
    assert client.get("/search?q=0000000000000000").status_code == 200


def test_home_shows_what_changed_since_the_last_visit(client: TestClient) -> None:
    first = client.get("/")
    assert "New in the last days" in first.text
    assert "Amber Coast Treaty" in first.text
    assert "httponly" in first.headers["set-cookie"].lower()
    assert "since your last visit" in client.get("/").text
    assert client.get("/changes?since=2021-05-06").status_code == 200
    client.cookies.set("foedera_seen", "no visit of ours")
    assert client.get("/").status_code == 200


def test_a_visit_lasts_an_hour_and_the_next_begins_where_it_ended() -> None:
    held = Visit("2021-05-01", "2021-05-08", 1000)
    assert next_visit(held, "2021-05-09", 1600).before == "2021-05-01"
    assert next_visit(held, "2021-05-20", 90_000).before == "2021-05-08"
    assert next_visit(None, "2021-05-08", 1000).before == "2021-05-01"


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[TestClient]:
    """Ask a desk over a record into which nothing was read."""
    place = tmp_path / "bare.foedera"
    with Record(place) as record:
        record.settle()
    with OpenRecord(place, create=False) as opened:
        yield TestClient(make_app(Desk(opened, "bare.foedera")), "http://127.0.0.1:8765")


@pytest.mark.parametrize(
    "path", ["/", "/agreements", "/events", "/reports", "/search?q=a", "/changes", "/api/summary"]
)
def test_an_empty_record_says_so(bare: TestClient, path: str) -> None:
    answer = bare.get(path)
    assert answer.status_code == 200
    if path == "/":
        assert "foedera read PATH --record bare.foedera" in answer.text


def test_the_api_answers_what_the_pages_show(client: TestClient) -> None:
    agreements = client.get("/api/agreements?party=EST").json()
    assert agreements["total"] == 1
    name = agreements["rows"][0]["id"]
    looked = client.get(f"/api/agreements/{name}?on=2021-05-06").json()
    assert looked["agreement"]["status"] == "signed"
    page = client.get("/api/events?limit=1").json()
    following = client.get("/api/events", params={"limit": 1, "after": page["next"]}).json()
    assert following["rows"] != page["rows"]
    for path in ("actors", "places", "stories", "outlets", "obligations", "review", "reports"):
        assert "rows" in client.get(f"/api/{path}").json()
    assert client.get("/api/actors/LVA").json()["actor"]["name"] == "Latvia"
    assert client.get("/api/events/none").status_code == 404
    assert client.get("/api/events/none").json()["detail"]


def test_the_api_is_described_and_lists_no_page(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert described["openapi"].startswith("3.")
    assert all(path.startswith("/api/") for path in described["paths"])
    assert "/api/judgements" in described["paths"]
    assert "/api/agreements" in client.get("/api").text


def test_the_api_changes_only_with_a_token_of_ours(own_client: TestClient, own_desk: Desk) -> None:
    left, right = own_desk.record.find_events(limit=2).rows
    row = {"left": left["id"], "right": right["id"], "verdict": "different", "because": "two acts"}
    assert own_client.post("/api/judgements", json=row).status_code == 403
    own = {"x-csrf-token": token_of(own_client)}
    made = own_client.post("/api/judgements", json=row, headers=own)
    assert made.status_code == 200
    name = made.json()["id"]
    own_desk.wait(30)
    back = own_client.post(f"/api/decisions/{name}/withdraw", json={}, headers=own)
    assert back.status_code == 204
    own_desk.wait(30)
    assert own_client.get(f"/api/show/{name}").json()["withdrawn"]


def test_a_report_is_found_with_the_passage_that_holds_the_words(client: TestClient) -> None:
    for path in ("/search?q=soldiers+officials", "/reports?q=soldiers+officials"):
        page = client.get(path).text
        assert re.search(r"some 350 <mark>soldiers</mark> to Estonia, <mark>officials</mark>", page)
    assert "<mark>" not in client.get("/reports").text
    hostile = client.get("/reports?q=alert").text
    assert "<script>alert" not in hostile
    assert "&lt;script&gt;<mark>alert</mark>(1)" in hostile


def test_search_takes_several_actors_and_nouns_of_kinds(client: TestClient) -> None:
    asked = client.get("/search?q=actor:Latvia+actor:EST", follow_redirects=False)
    assert asked.headers["location"] == "/search?actor=Latvia%3B+EST"
    page = client.get(asked.headers["location"]).text
    assert re.search("Signing · (Latvia and Estonia|Estonia and Latvia)", page)
    assert "Ratification" not in page
    assert "Signing" in client.get("/events?kind=Signing").text
    assert "No event fits" in client.get("/events?kind=Latvia").text


def test_days_without_a_day_of_the_event_lead_to_when_it_was_told(client: TestClient) -> None:
    page = client.get("/events?since=2021-05-01&until=2021-05-31").text
    assert "Events whose day no report tells are left out" in page
    assert "/events?since=2021-05-01&amp;until=2021-05-31&amp;days=told" in page
    told = client.get("/events?since=2021-05-01&until=2021-05-31&days=told").text
    assert "left out" not in told
    assert 'value="told" selected' in told
    for path in ("/timeline", "/network", "/map"):
        assert client.get(f"{path}?since=2021-05-01&days=told").status_code == 200
