"""A report's page: its words marked where marks overlap, values that lead to them, decisions."""

from __future__ import annotations

import html
import re

from starlette.testclient import TestClient

from foedera.serve import Desk
from foedera.serve.marking import mark_report
from tests.serve.conftest import HOSTILE, token_of


def report_of(desk: Desk, words: str) -> str:
    return str(desk.record.find_reports(words).rows[0]["id"])


def test_the_text_stands_whole_whatever_is_marked_in_it(desk: Desk) -> None:
    looked = desk.record.report(report_of(desk, "soldiers denied"))
    shown = "".join(bit.text for block in mark_report(looked) for bit in block.bits)
    assert "".join(shown.split()) == "".join(looked["report"]["text"].split())


def test_every_value_and_claim_leads_to_an_anchor_in_the_text(
    client: TestClient, desk: Desk
) -> None:
    page = client.get(f"/reports/{report_of(desk, 'soldiers denied')}").text
    asked = set(re.findall(r'href="#([cw]-[^"]+)"', page))
    assert len(asked) > 4
    assert asked <= set(re.findall(r'id="([cw]-[^"]+)"', page))
    names = re.findall(r'id="([^"]+)"', page)
    assert len(names) == len(set(names))
    assert re.search(r'<a href="/events/[0-9a-f]+" class="bit[^"]*trigger', page)
    assert "Who says what" in page


def test_marks_that_overlap_cut_the_text_at_every_edge() -> None:
    text = "Riga said troops left Narva on Monday."
    claim = {"id": "a1", "start": 10, "end": 27, "trigger": [17, 21], "event": "e1", "quote": ""}
    speech = {"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 37]]}
    beside = {**claim, "id": "b2", "start": 22, "end": 37, "trigger": [22, 27]}
    looked = {
        "report": {"text": text, "parts": []},
        "attributions": [speech],
        "mentions": [],
        "claims": [claim, beside],
    }
    (block,) = mark_report(looked)
    assert "".join(bit.text for bit in block.bits) == text
    both = next(bit for bit in block.bits if bit.text == "Narva")
    assert both.claims == ("a1", "b2")
    assert {"content", "claim", "deep"} <= set(both.styles)


def test_a_blank_between_two_marks_is_no_link() -> None:
    text = "Troops left Narva."
    claim = {"id": "a1", "start": 0, "end": 17, "trigger": [7, 17], "event": "e1", "quote": ""}
    speech = {"source": [[0, 6]], "cue": [[7, 11]], "content": [[12, 17]]}
    looked = {
        "report": {"text": text, "parts": []},
        "attributions": [speech],
        "mentions": [],
        "claims": [claim],
    }
    (block,) = mark_report(looked)
    linked = [bit.text for bit in block.bits if bit.link]
    assert linked == ["left", "Narva"]


def test_words_of_a_report_never_become_markup(client: TestClient, desk: Desk) -> None:
    name = report_of(desk, "Bogus Border")
    for place in (f"/reports/{name}", "/reports", "/", "/events", "/search?q=Bogus"):
        page = client.get(place).text
        raw = ("<script>alert", "<img", "\u202e", HOSTILE[:8])
        assert not [words for words in raw if words in page]
    page = client.get(f"/reports/{name}").text
    assert "&lt;script&gt;" in page
    shown = html.unescape(re.sub(r"<[^>]*>", "", page))
    assert "onerror=alert(2)>" in shown
    assert "{{ 7 * 7 }}" in shown


def test_a_claim_is_rejected_with_a_reason_and_comes_back(
    own_client: TestClient, own_desk: Desk
) -> None:
    name = report_of(own_desk, "soldiers denied")
    claim = own_desk.record.report(name)["claims"][-1]["id"]
    form = {"csrf": token_of(own_client), "field": "reject", "because": "a film plot"}
    answer = own_client.post(f"/claims/{claim}/correct", data=form)
    assert answer.status_code == 303
    own_desk.wait(30)
    assert "a film plot" in own_client.get(answer.headers["location"]).text
    assert own_desk.record.tellings_of([claim])[0]["event"] is None
    own_client.post(f"{answer.headers['location']}/withdraw", data={"csrf": token_of(own_client)})
    own_desk.wait(30)
    assert own_desk.record.tellings_of([claim])[0]["event"] is not None


def test_a_correction_that_cannot_be_is_refused_in_words(client: TestClient, desk: Desk) -> None:
    claim = desk.record.report(report_of(desk, "soldiers denied"))["claims"][0]["id"]
    form = {"csrf": token_of(client), "field": "when", "value": "soon", "because": "x"}
    answer = client.post(f"/claims/{claim}/correct", data=form)
    assert answer.status_code == 400
    assert "2024-06-19" in answer.text
