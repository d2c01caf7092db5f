"""The actors' pages: found by any name, each with what it agreed to and did, and with whom."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_actors_are_found_by_name_and_kind(client: TestClient) -> None:
    page = client.get("/actors?kind=state").text
    assert 'href="/actors/LVA"' in page
    assert "Reuters" not in page.partition("<main")[2]
    assert "No actor fits" in client.get("/actors?q=Atlantis").text


def test_a_state_is_found_by_code_and_by_name(client: TestClient) -> None:
    for name in ("LVA", "Latvia"):
        page = client.get(f"/actors/{name}").text
        assert "Amber Coast Treaty" in page
        assert "Roles and partners" in page
        assert 'href="/actors/EST"' in page


def test_who_is_not_in_the_record_is_said_to_be_missing(client: TestClient) -> None:
    answer = client.get("/actors/Nobody%2FNowhere")
    assert answer.status_code == 404
    assert "Search" in answer.text


def test_words_of_reports_stay_words(client: TestClient) -> None:
    page = client.get("/actors?q=%3Cscript%3E").text
    assert "<script>" not in page.partition("<main")[2]
