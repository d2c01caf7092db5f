"""Every refusal at the door, and what every answer carries."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from foedera.errors import FoederaError
from foedera.serve import Settings, make_settings
from foedera.serve.guard import HEADERS, MOST_BODY
from tests.serve.conftest import Client, token_of

LOOK = {"look": "dark", "back": "/help"}
SECRET = "a-token-of-good-length"


def test_a_page_of_this_machine_is_shown_with_the_policy(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/style.css", "/api/session", "/api/no"])
def test_every_answer_carries_the_policy(client: TestClient, path: str) -> None:
    policy = client.get(path).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "10.0.0.5", "", "localhost@x"],
)
def test_a_foreign_host_is_refused_and_learns_nothing(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "csrf" not in answer.text
    assert "amber" not in answer.text
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1", "[::1]:8765", "LOCALHOST:9"])
def test_the_names_of_this_machine_are_known(client: TestClient, host: str) -> None:
    assert client.get("/help", headers={"host": host}).status_code == 200


def test_a_name_given_at_the_start_is_known(ask: Client) -> None:
    known = ask(names=("desk.example",))
    assert known.get("/help", headers={"host": "desk.example:8765"}).status_code == 200
    assert known.get("/help", headers={"host": "other.example"}).status_code == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9999"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_foreign_origin_is_refused(client: TestClient, origin: str, method: str) -> None:
    form = {**LOOK, "csrf": token_of(client)}
    answer = client.request(
        method, "/look", data=form if method == "POST" else None, headers={"origin": origin}
    )
    assert answer.status_code == 403
    assert "csrf" not in answer.text


def test_a_change_needs_a_token_of_ours(client: TestClient) -> None:
    assert client.post("/look", data=LOOK).status_code == 403
    assert client.post("/look", data={**LOOK, "csrf": "0" * 64}).status_code == 403
    assert client.post("/look", data={**LOOK, "csrf": "é"}).status_code == 403
    own = client.post(
        "/look",
        data={**LOOK, "csrf": token_of(client)},
        headers={"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"},
    )
    assert own.status_code == 303
    assert own.headers["location"] == "/help"
    cookie = own.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_token_of_another_run_is_worth_nothing(ask: Client) -> None:
    other = token_of(ask(secret="before"))
    assert ask(secret="after").post("/look", data={**LOOK, "csrf": other}).status_code == 403


def test_another_site_may_link_here_but_neither_fetch_nor_send(client: TestClient) -> None:
    cross = {"sec-fetch-site": "cross-site"}
    assert client.get("/", headers={**cross, "sec-fetch-mode": "navigate"}).status_code == 200
    assert client.get("/", headers={**cross, "sec-fetch-mode": "no-cors"}).status_code == 403
    form = {**LOOK, "csrf": token_of(client)}
    sent = client.post("/look", data=form, headers={**cross, "sec-fetch-mode": "navigate"})
    assert sent.status_code == 403


def test_a_form_leads_back_to_our_own_pages_only(client: TestClient) -> None:
    csrf = token_of(client)
    for place in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x"):
        answer = client.post("/look", data={"look": "dark", "back": place, "csrf": csrf})
        assert answer.headers["location"] == "/"


def test_what_is_too_large_is_refused(client: TestClient) -> None:
    kind = {"content-type": "application/x-www-form-urlencoded"}
    body = b"a" * (MOST_BODY + 1)
    assert client.post("/look", content=body, headers=kind).status_code == 413
    streamed = client.post("/look", content=iter([body]), headers=kind)
    assert streamed.status_code == 413
    assert client.get("/search?q=" + "a" * 9000).status_code == 414


def test_only_forms_and_json_are_taken(client: TestClient) -> None:
    for kind in ("text/plain", "multipart/form-data; boundary=x", ""):
        sent = client.post("/look", content=b"look=dark", headers={"content-type": kind})
        assert sent.status_code == 415


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_ways_to_ask_are_refused(client: TestClient, method: str) -> None:
    assert client.request(method, "/").status_code == 405


def test_beyond_this_machine_a_token_is_asked_for(ask: Client) -> None:
    guarded = ask(host="0.0.0.0", token=SECRET)
    refused = guarded.get("/")
    assert refused.status_code == 401
    assert "csrf" not in refused.text
    assert "amber" not in refused.text
    assert guarded.get("/api/session").status_code == 401
    assert guarded.get("/api/session").json()["error"]
    assert guarded.get("/?token=wrong").status_code == 401
    assert guarded.get("/static/style.css").status_code == 200
    wrong = {"authorization": "Bearer wrong"}
    assert guarded.get("/api/session", headers=wrong).status_code == 401


def test_the_first_use_of_the_address_sets_a_cookie_that_scripts_cannot_read(ask: Client) -> None:
    guarded = ask(host="0.0.0.0", token=SECRET)
    entered = guarded.get(f"/help?a=1&token={SECRET}")
    assert entered.status_code == 303
    assert entered.headers["location"] == "/help?a=1"
    cookie = entered.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert SECRET not in cookie
    assert guarded.get("/help").status_code == 200


def test_the_token_can_be_typed(ask: Client) -> None:
    guarded = ask(host="0.0.0.0", token=SECRET)
    assert guarded.post("/enter", data={"token": "wrong"}).headers["location"] == "/"
    assert guarded.get("/help").status_code == 401
    assert guarded.post("/enter", data={"token": SECRET}).status_code == 303
    assert guarded.get("/help").status_code == 200


def test_a_script_brings_the_token_as_a_bearer(ask: Client) -> None:
    guarded = ask(host="0.0.0.0", token=SECRET)
    own = {"authorization": f"Bearer {SECRET}"}
    assert guarded.get("/api/session", headers=own).status_code == 200
    assert guarded.post("/look", data=LOOK, headers=own).status_code == 303


def test_a_token_is_made_for_whatever_is_not_this_machine() -> None:
    assert make_settings("127.0.0.1", 8765).token is None
    assert len(make_settings("0.0.0.0", 8765).token or "") >= 32
    assert make_settings("127.0.0.1", 8765, guarded=True).token
    assert make_settings("192.168.1.4", 8765).token
    with pytest.raises(FoederaError, match="16 characters"):
        make_settings("0.0.0.0", 8765, token="short")


def test_a_bare_address_is_a_name_of_a_desk_that_others_reach() -> None:
    wide = Settings(host="0.0.0.0", token=SECRET)
    assert wide.admits("192.168.1.4:8765")
    assert not wide.admits("desk.example:8765")
