"""Sides that one act lends another of its sentence, and who travels."""

import pytest

from foedera.data import Claim
from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def claim_of(text: str, kind: str) -> Claim:
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert claims, text
    return claims[0]


def sides(text: str, kind: str) -> tuple[set[str | None], set[str | None]]:
    roles = claim_of(text, kind).roles
    return {a.country for a in roles.actors}, {a.country for a in roles.recipients}


@pytest.mark.parametrize(
    "text",
    [
        "Two Libyan pilots were killed in a Chadian airstrike.",
        "A pair of Chadian airstrikes killed two Libyan pilots.",
        "Two Libyan pilots were killed by a Chadian airstrike on Monday.",
    ],
)
def test_who_strikes_kills_by_it_and_who_is_killed_is_struck(text: str) -> None:
    assert sides(text, "harm.kill") == ({"TCD"}, {"LBY"})
    assert sides(text, "military.attack") == ({"TCD"}, {"LBY"})


def test_a_raid_with_a_target_of_its_own_is_not_made_on_who_died_in_it() -> None:
    text = "A Norwegian soldier died in a raid on an Islamic State bunker."
    assert sides(text, "military.attack")[1] != {"NOR"}


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian president made the remarks during a visit to Ghana.",
        "After a visit to Ghana, the Peruvian president flew home.",
    ],
)
def test_who_acts_beside_a_visit_travels(text: str) -> None:
    assert sides(text, "diplomacy.visit") == ({"PER"}, {"GHA"})


def test_who_is_backed_by_airstrikes_is_not_struck_by_them() -> None:
    text = "Malian troops backed by Chadian airstrikes took the town."
    assert sides(text, "military.cooperate") == ({"TCD"}, {"MLI"})
    assert sides(text, "military.attack") == ({"TCD"}, set())


def test_a_host_does_not_travel() -> None:
    text = "The Ghanaian president thanked the crowd after a visit to Ghana."
    found = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == "diplomacy.visit"]
    assert all(not c.roles.actors for c in found)


def test_what_is_lifted_is_no_happening_of_its_own() -> None:
    claims = read_all(["Norway lifted the embargo on Chad in May."], EXTRACTOR)[0].claims
    assert [c.kind for c in claims] == ["coercion.lift-sanction"]


def test_an_attack_that_kills_lends_its_doers_but_not_who_is_told_apart() -> None:
    text = "Chad said rebels, and not the army, carried out the attack that killed six people."
    assert [a.name for a in claim_of(text, "harm.kill").roles.actors] == ["rebels"]


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Nine nurses were killed during a raid by soldiers in Mali.", ["nurses"]),
        ("Nine people were killed in an attack on a hotel in Mali.", ["hotel"]),
        ("Ana Kern was killed in Mali days after a raid by soldiers in Chad.", []),
    ],
)
def test_who_falls_in_an_attack_is_struck(text: str, struck: list[str]) -> None:
    assert [a.name for a in claim_of(text, "military.attack").roles.recipients] == struck


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two Libyan drivers were killed when a Chadian shell hit their truck.", "harm.kill"),
        ("Two Libyan drivers died when a Chadian bomb went off by the road.", "harm.kill"),
        ("Two Libyan drivers were wounded when Chadian gunmen opened fire.", "harm.injure"),
    ],
)
def test_who_strikes_when_somebody_falls_fells_him(text: str, kind: str) -> None:
    assert sides(text, kind) == ({"TCD"}, {"LBY"})


def test_who_falls_when_he_attacks_does_not_fell_himself() -> None:
    text = "Two Libyans were killed when they attacked Chadian soldiers."
    assert sides(text, "harm.kill")[0] == set()


def test_what_is_told_beside_an_invasion_is_another_s() -> None:
    text = "Peru was invaded when Chile attacked Bolivia."
    assert sides(text, "military.incursion")[0] == set()
