"""To whom a demand was made, by who answers it, and who is to do what it asks for."""

import pytest

from tests.extract.claims_of import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Kenya shrugged off Ugandan demands to return to the talks.",
        "Kenya turned down Uganda's request to return to the talks.",
        "Uganda's request to return to the talks was snubbed by Kenya.",
        "Kenya turned a deaf ear to Uganda's pleas to return to the talks.",
        "Kenya bowed to Ugandan demands to return to the talks.",
        "Kenya, brushing off a Ugandan appeal to return to the talks, recalled its envoy.",
    ],
)
def test_a_demand_is_made_to_who_answers_it(text: str) -> None:
    asked = [c for c in claims_of(text) if c.kind == "request.action"]
    for told in asked:
        assert [a.country for a in told.roles.actors] == ["UGA"]
        assert [a.country for a in told.roles.recipients] == ["KEN"]
    assert asked or "bowed" in text


def test_who_answers_a_demand_is_to_do_it() -> None:
    claims = claims_of("Peru rejected a Chilean demand to rewrite its constitution.")
    (told,) = (c for c in claims if c.kind == "agreement.amend")
    assert [a.country for a in told.roles.actors] == ["PER"]


def test_who_only_welcomes_a_demand_is_not_asked() -> None:
    claims = claims_of("Kenya welcomed Uganda's request for talks.")
    assert all("KEN" not in [a.country for a in c.roles.recipients] for c in claims)


@pytest.mark.parametrize(
    "text",
    [
        "Japan refused to give up whaling as New Zealand had asked.",
        "Japan's refusal to give up whaling, as New Zealand urged, stands.",
        "Japan refused to give up whaling despite pleas by New Zealand.",
    ],
)
def test_what_another_asked_for_is_refused_to_him(text: str) -> None:
    (told,) = (c for c in claims_of(text) if c.kind == "statement.reject")
    assert [a.country for a in told.roles.recipients] == ["NZL"]


def test_what_another_did_too_is_refused_to_nobody() -> None:
    (told,) = (
        c
        for c in claims_of("Chad refused to leave as Mali had done.")
        if c.kind == "statement.reject"
    )
    assert not told.roles.recipients
