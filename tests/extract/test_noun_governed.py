"""Whom the words that govern an event noun show as doing or as meeting what it tells."""

import pytest

from foedera.pipeline import build_line
from tests.extract.claims_of import claims_of
from tests.reading import claim_at, report_of


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Mali warned Chad against military action in Libya.", "military action", "TCD"),
        ("Mali tried to dissuade Chad from military action against Libya.", "military action",
         "TCD"),
        ("Mali pushed Chad into sanctions against Libya.", "sanctions", "TCD"),
        ("Mali accused Chad of cyber-attacks on its banks.", "cyber-attacks", "TCD"),
        ("Mali's premier blamed Chad for the airstrike on Timbuktu.", "airstrike", "TCD"),
        ("Mali's premier criticised Chad for an airstrike on Timbuktu.", "airstrike", "TCD"),
        ("Chad was lambasted for an airstrike on Timbuktu.", "airstrike", "TCD"),
        ("Mali criticised Libya for a Chadian raid on Timbuktu.", "raid", "TCD"),
        ("Mali spurned repeated offers for peace talks by Chad.", "offers", "TCD"),
        ("Mali criticised talk of a missile strike by Chad.", "missile strike", "TCD"),
        ("Mali said it reacted to ongoing military drills by Chad.", "military drills", "TCD"),
        ("Mali said Chad was responsible for a series of cyberattacks.", "cyberattacks", "TCD"),
        ("Mali warned Chad against any kind of military action.", "military action", "TCD"),
        ("Chadian forces claimed the attack in Mali.", "attack", "TCD"),
        ("An attack in Mali claimed by Chadian forces killed ten people.", "attack", "TCD"),
        ("Mali said Chad was serious about denuclearization.", "denuclearization", "TCD"),
        ("Mali hopes to bring Chad back to peace talks.", "peace talks", "TCD"),
        ("Mali said the negotiations would involve Chad.", "negotiations", "TCD"),
        ("Mali's premier said Chad was ready for cooperation.", "cooperation", "TCD"),
        ("Chad asked Congress for legislation on the use of force in Mali.", "use of force", "TCD"),
        ("Chad needs a mandate for military action against Mali.", "military action", "TCD"),
        ("Mali said that Chad was behind the attack on Timbuktu.", "attack", "TCD"),
        ("Mali called on Chad to cease all settlement construction.", "settlement construction",
         "TCD"),
        ("Chad announced deep cuts to Mali's nuclear forces.", "cuts", "TCD"),
        ("Mali's premier spoke of the deployment of Chadian bombers.", "deployment", "TCD"),
        ("Mali's premier said Chad should establish a no-fly zone over Libya.", "no-fly zone",
         "TCD"),
    ],
)  # fmt: skip
def test_whom_others_lead_to_an_act_does_it(text: str, word: str, doer: str):
    assert [a.country for a in claim_at(text, word).roles.actors] == [doer]


@pytest.mark.parametrize(
    ("text", "word", "met"),
    [
        ("Chad tried to shield Mali from criticism.", "criticism", "MLI"),
        ("Chad defended Mali against criticism and threats.", "threats", "MLI"),
        ("Mali remains vulnerable to economic sanctions, Chad said.", "sanctions", "MLI"),
        ("Mali is exposed to cyberattacks, Chad warned.", "cyberattacks", "MLI"),
        ("Chad spoke of sanctions and military threats against Mali.", "threats", "MLI"),
        ("Chad said Mali needed additional assistance.", "assistance", "MLI"),
    ],
)
def test_who_is_kept_from_an_act_would_meet_it(text: str, word: str, met: str):
    assert [a.country for a in claim_at(text, word).roles.recipients] == [met]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chad denied that Mali was behind the attack on Timbuktu.", "attack"),
        ("Chad is ready for any attack on Timbuktu.", "attack"),
        ("Mali vowed to punish Chad with a new round of sanctions.", "sanctions"),
        ("Mali warned Chad after the attack on Timbuktu.", "attack"),
    ],
)
def test_who_only_awaits_or_hears_of_an_act_does_not_do_it(text: str, word: str):
    assert claim_at(text, word).roles.actors == ()


@pytest.mark.parametrize(
    "text",
    [
        "Mali sent the pact with Chad to the Security Council for approval.",
        "Mali welcomed the resolution on Chad adopted in the Security Council in May.",
        "A Security Council resolution on Chad, adopted in May, was welcomed in Mali.",
    ],
)
def test_a_body_approves_what_is_laid_before_it(text: str):
    (extraction,) = build_line().run([report_of(text)])
    claim = next(c for c in extraction.claims if c.kind == "agreement.approve")
    assert [a.name for a in claim.roles.actors] == ["UN Security Council"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Two Chadian battalions were sent to Mali.", "sent"),
        ("Chadian troops, including commandos, were withdrawn from Mali.", "withdrawn"),
    ],
)
def test_troops_whom_nobody_is_told_to_move_move(text: str, word: str):
    assert [a.country for a in claim_at(text, word).roles.actors] == ["TCD"]


def test_who_asks_for_aid_does_not_give_it() -> None:
    claims = claims_of("Norway received a request for aid from Kenya.")
    (asked,) = (c for c in claims if c.kind == "request.aid")
    assert [a.country for a in asked.roles.actors] == ["KEN"]
    assert [a.country for a in asked.roles.recipients] == ["NOR"]
    assert not any(c.kind == "transfer.aid" and c.roles.actors for c in claims)


def test_a_place_under_occupation_is_occupied() -> None:
    (told,) = (c for c in claims_of("The West Bank is under military occupation by Israel."))
    assert [a.country for a in told.roles.recipients] == ["PSE"]


@pytest.mark.parametrize(
    ("text", "doer", "met"),
    [
        ("Mali was the target of air strikes by Chad.", ["TCD"], ["MLI"]),
        ("Mali became a victim of Chadian raids.", ["TCD"], ["MLI"]),
        ("Mali, the target of Chadian raids, called for help.", ["TCD"], ["MLI"]),
        ("Mali was hit by Chadian artillery fire.", ["TCD"], ["MLI"]),
        ("Mali was hit by a raid by Chad.", ["TCD"], ["MLI"]),
        ("Mali was subjected to air strikes by Chad.", ["TCD"], ["MLI"]),
    ],
)
def test_whom_an_act_is_told_to_strike_meets_it(text: str, doer: list[str], met: list[str]):
    (told,) = (c for c in claims_of(text) if c.kind == "military.attack")
    assert [a.country for a in told.roles.actors] == doer
    assert [a.country for a in told.roles.recipients] == met


def test_where_people_protest_is_not_whom_they_protest_against():
    text = "Mali was hit by protests by Chadian workers."
    (told,) = (c for c in claims_of(text) if c.kind == "unrest.protest")
    assert "MLI" not in [a.country for a in told.roles.recipients]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Peru signed the treaty, prompting accusations of betrayal.", ["PER"]),
        ("Orban's remarks provoked accusations of racism.", ["HUN"]),
        ("The raid triggered accusations of war crimes against Israel.", ["ISR"]),
    ],
)
def test_whose_deed_prompts_accusations_is_accused(text: str, accused: list[str]) -> None:
    told = next(c for c in claims_of(text) if c.kind == "statement.accuse")
    assert not told.roles.actors
    assert [a.country for a in told.roles.recipients] == accused
