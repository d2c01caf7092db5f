"""The events' pages: found, compared, judged with a reason, and taken back."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from foedera.serve import Desk
from tests.serve.conftest import token_of


def signing(desk: Desk) -> str:
    """Return the event that both reports tell of."""
    rows = desk.record.find_events(kind="agreement.sign", order="reports").rows
    assert rows[0]["reports"] == 2
    return str(rows[0]["id"])


def claims_of(desk: Desk, event: str) -> list[str]:
    return list(desk.record.event(event)["event"]["claims"])


def test_events_are_found_by_what_they_are(client: TestClient) -> None:
    page = client.get("/events?kind=agreement.sign&actor=Latvia").text
    assert "Signing" in page
    assert "Ratification" not in page
    assert "No event fits" in client.get("/events?actor=France").text
    assert client.get("/events?sort=best").status_code == 400
    assert client.get("/events?after=nonsense").status_code == 400


def test_a_line_about_an_event_quotes_a_telling_of_it(client: TestClient, desk: Desk) -> None:
    page = client.get("/events?kind=military.deploy&sort=reports").text
    assert re.search(r'class="around">.*Latvia has <.*>sent</.*> .*300 soldiers', page)
    event = desk.record.find_events(kind="military.deploy", order="reports").rows[0]
    brief = {name: event[name] for name in ("id", "kind")}
    told = desk.record.words_told([brief])[str(event["id"])]
    assert [piece.text for piece in told["words"] if piece.weight] == ["sent"]
    assert desk.record.words_told([]) == {}


def test_what_is_denied_is_listed_with_the_words_that_deny_it(client: TestClient) -> None:
    page = client.get("/events?doubt=denied").text
    assert "Estonia denies" in page
    assert "Estonia denied that soldiers had" in re.sub("<[^>]+>", "", page)
    assert ">1 event<" in page
    assert "Signing" not in page.partition("<main")[2].partition("rows")[2]


def test_an_event_sets_its_tellings_side_by_side(client: TestClient, desk: Desk) -> None:
    page = client.get(f"/events/{signing(desk)}").text
    for words in ("Tellings side by side", "Reuters", "AP", "Why these are one", "Who has it"):
        assert words in page
    assert re.search(r'href="/reports/[0-9a-f]+#w-\d+-\d+"', page)
    assert page.count('type="radio"') >= 2
    assert "style=" not in page


def test_a_split_changes_the_record_and_can_be_taken_back(
    own_client: TestClient, own_desk: Desk
) -> None:
    event = signing(own_desk)
    own, other = claims_of(own_desk, event)[:2]
    form = {
        "csrf": token_of(own_client),
        "verdict": "different",
        "claim": own,
        "because": "another round",
        "maker": "Ann",
    }
    answer = own_client.post(f"/events/{event}/judge", data=form)
    assert answer.status_code == 303
    own_desk.wait(30)
    page = own_client.get(answer.headers["location"]).text
    assert "another round" in page
    assert "Ann" in page
    assert "They stand in two events" in page
    parted = {one["event"] for one in own_desk.record.tellings_of([own, other])}
    assert len(parted) == 2
    back = own_client.post(
        f"{answer.headers['location']}/withdraw", data={"csrf": token_of(own_client)}
    )
    own_desk.wait(30)
    assert "taken back" in own_client.get(back.headers["location"]).text
    assert len({one["event"] for one in own_desk.record.tellings_of([own, other])}) == 1


def test_a_decision_needs_a_reason_and_a_telling(client: TestClient, desk: Desk) -> None:
    event = signing(desk)
    form = {"csrf": token_of(client), "verdict": "different", "claim": claims_of(desk, event)[0]}
    bare = client.post(f"/events/{event}/judge", data={**form, "because": "  "})
    assert bare.status_code == 400
    assert "reason" in bare.text
    unchosen = client.post(
        f"/events/{event}/judge", data={**form, "claim": "", "because": "another day"}
    )
    assert unchosen.status_code == 400
    unknown = client.post(
        f"/events/{event}/judge", data={**form, "claim": "nothing", "because": "another day"}
    )
    assert unknown.status_code == 404
    assert not [one for one in desk.record.judgements() if one.maker != "rule"]


def test_a_rule_cannot_be_taken_back_as_if_a_person_had_decided(
    client: TestClient, desk: Desk
) -> None:
    rule = next(one for one in desk.record.judgements() if one.maker == "rule")
    page = client.get(f"/decisions/{rule.id}").text
    assert "take it back" not in page
    answer = client.post(f"/decisions/{rule.id}/withdraw", data={"csrf": token_of(client)})
    assert answer.status_code == 404


def test_events_as_known_on_a_day(client: TestClient, desk: Desk) -> None:
    """What the second report told is not there on the day of the first, on no page."""
    for path in ("/events", "/timeline", "/network", "/map"):
        now, then = (client.get(f"{path}{known}").text for known in ("", "?known=2021-05-06"))
        assert "Ratification" not in then
        assert ("reports published up to 6 May 2021" in then) == (now != then)
    assert "Ratification" in client.get("/events").text
    event = signing(desk)
    page = client.get("/events?known=2021-05-06&kind=agreement.sign").text
    assert f'href="/events/{event}?known=2021-05-06"' in page
    assert f"/events/{event}?known=2021-05-06" in client.get("/timeline?known=2021-05-06").text
    page = client.get(f"/events/{event}?known=2021-05-06").text
    assert "Reuters" in page
    assert ">AP<" not in page
    assert "Split the chosen" not in page, "decisions are about the event as it is known now"
    assert "Split the chosen" in client.get(f"/events/{event}").text
    assert client.get(f"/events/{event}?known=2021-05-05").status_code == 404
    rows = client.get("/api/events?known=2021-05-06").json()["rows"]
    assert {row["reports"] for row in rows} == {1}
    assert client.get(f"/api/events/{event}?known=2021-05-06").json()["tellings_total"] == 1


def test_a_list_of_agreements_keeps_its_days(client: TestClient) -> None:
    page = client.get("/agreements?on=2021-05-06&known=2021-05-06").text
    assert "?on=2021-05-06&amp;known=2021-05-06" in page
    assert "signed" in page
    assert "No agreement fits" in client.get("/agreements?known=2021-05-01").text


def test_an_event_of_unknown_day_says_when_it_was_told(client: TestClient) -> None:
    page = client.get("/events?kind=military.deploy").text
    assert "day unknown, told on 7 May 2021" in page


def test_what_opens_holds_no_other_control(own_client: TestClient, own_desk: Desk) -> None:
    """A radio or a link within a summary is one that some readers cannot reach."""
    own, other = claims_of(own_desk, signing(own_desk))[:2]
    own_desk.record.judge(own, other, "different", because="another round")
    own_desk.record.settle()
    event = own_desk.record.home_of("event", [own])
    page = own_client.get(f"/events/{event}").text
    assert "Choose this event to join" in page
    assert not re.search(r"<summary>(?:(?!</summary>).)*<(?:input|a|button)\b", page, re.DOTALL)
