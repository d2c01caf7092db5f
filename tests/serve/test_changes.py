"""What changed between two days, by the reports published between them."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_changes_are_those_between_two_days(client: TestClient) -> None:
    first = client.get("/api/changes?since=2021-05-01&until=2021-05-06").json()
    rest = client.get("/api/changes?since=2021-05-06").json()
    whole = client.get("/api/changes?since=2021-05-01").json()
    assert first["events_total"] + rest["events_total"] == whole["events_total"]
    assert first["reports"] + rest["reports"] == whole["reports"]
    assert first["reports"] == 1
    steps = [one for row in first["agreements"] for one in row["changes"]]
    assert not [one for one in steps if "ratif" in str(one.get("new"))]


def test_the_page_says_both_days_and_keeps_them_in_its_address(client: TestClient) -> None:
    page = client.get("/changes?since=2021-05-01&until=2021-05-06").text
    assert "After 1 May 2021, up to 6 May 2021" in page
    assert 'name="until" value="2021-05-06"' in page
    assert "Nothing that was not told before" in client.get("/changes?since=2031-01-01").text
    assert client.get("/changes?since=2021-05-01&until=soon").status_code == 400
