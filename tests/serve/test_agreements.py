"""The agreements' pages: found by party and status, a life as of any day, words beneath it."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

AGREEMENT = re.compile(r'href="(/agreements/[0-9a-f]+)"')


def amber_page(client: TestClient) -> str:
    found = AGREEMENT.search(client.get("/agreements?q=Amber").text)
    assert found
    return found[1]


def test_agreements_are_found_by_words_party_and_status(client: TestClient) -> None:
    assert "Amber Coast Treaty" in client.get("/agreements?party=estonia&status=signed").text
    assert "Amber Coast Treaty" in client.get("/agreements?party=EST").text
    nothing = client.get("/agreements?party=FRA").text
    assert "No agreement fits" in nothing
    assert "Amber Coast Treaty" not in nothing


def test_an_agreement_shows_its_life_and_leads_to_words(client: TestClient) -> None:
    page = client.get(amber_page(client)).text
    for words in ("Life cycle", "signed", "Latvia", "Estonia", "In their words", "<svg"):
        assert words in page
    cited = set(re.findall(r'href="#c(\d+)"', page))
    assert cited
    assert cited <= set(re.findall(r'id="c(\d+)"', page))
    assert re.search(r'href="/reports/[0-9a-f]+#c-[0-9a-f]+"', page)
    assert "style=" not in page


def test_the_status_follows_the_day_asked_and_the_day_known(client: TestClient) -> None:
    place = amber_page(client)
    before = client.get(f"{place}?on=2021-05-01").text
    assert 'class="pill s-signed"' not in before
    assert 'class="pill s-signed"' in client.get(f"{place}?on=2021-05-06").text
    first = client.get(f"{place}?known=2021-05-06").text
    assert "published up to 6 May 2021" in first
    assert "ratified" not in first.split("In their words")[1]
    early = client.get(f"{place}?known=2020-01-01")
    assert early.status_code == 404
    assert "2020-01-01" in early.text


def test_a_day_that_is_none_is_refused_in_words(client: TestClient) -> None:
    answer = client.get("/agreements?on=yesterday")
    assert answer.status_code == 400
    assert "was not understood" in answer.text


def test_an_unknown_agreement_says_what_to_do(client: TestClient) -> None:
    answer = client.get("/agreements/0000000000000000")
    assert answer.status_code == 404
    assert "Search" in answer.text


def test_one_change_leads_to_the_next(client: TestClient) -> None:
    """The days on which something changed follow each other, kept with the day known."""
    name = str(client.get("/api/agreements").json()["rows"][0]["id"])
    page = client.get(f"/agreements/{name}?on=2021-05-06&known=2021-05-07").text
    assert f'href="/agreements/{name}?on=2021-05-07&amp;known=2021-05-07" data-key="]"' in page
    assert 'data-key="["' not in page
    assert 'data-key="["' in client.get(f"/agreements/{name}").text
