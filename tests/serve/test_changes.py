"""What changed between two days, by the reports published between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

import pytest
from starlette.testclient import TestClient

from foedera.record.asking import again
from foedera.serve.pages import home


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
    refused = client.get("/changes?since=2021-05-01&until=soon")
    assert refused.status_code == 400
    assert "soon is no day; write one as 2024-12-05" in refused.text


def test_what_does_not_fit_on_a_page_follows_on_the_next(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = client.get("/changes?since=2021-05-01").text
    assert 'rel="next"' not in whole
    monkeypatch.setattr(home, "MANY", 1)
    first = client.get("/changes?since=2021-05-01").text
    (link,) = re.findall(r'href="([^"]+)" rel="next"', first)
    second = client.get(unescape(link)).text
    pages = [set(re.findall(r'href="(/events/\w+)"', page)) for page in (first, second)]
    assert all(len(events) == 1 for events in pages)
    assert pages[0] != pages[1]
    assert pages[0] | pages[1] <= set(re.findall(r'href="(/events/\w+)"', whole))
    assert 'rel="first"' in second


def test_events_of_many_reports_stand_apart(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(again, "LARGE", 1)
    page = client.get("/changes?since=2021-05-06").text
    assert "by too many reports to be compared here" in page
    assert "last told on" in page
    assert client.get("/changes?since=2021-05-06&after=nonsense").status_code == 400


class Quiet:
    """A record of which a new report tells an agreement again, with nothing that was not known."""

    def changes(self, since: str, **asked: object) -> dict[str, object]:
        row = {"id": "a1", "named": {"titles": ["Pact"], "parties": []}, "status": "signed"}
        nothing: dict[str, object] = {"events": [], "again": [], "large": []}
        return {**nothing, "agreements": [{**row, "changes": [], "steps": []}]}

    def days_told(self, events: Sequence[str]) -> list[str | None]:
        return [None for _ in events]


def test_every_agreement_that_is_counted_stands_on_the_page() -> None:
    found = home.gather_changes(Quiet(), "2021-05-06", few=5)  # type: ignore[arg-type]
    assert [row["title"] for row in found["agreements"]] == ["Pact"]
