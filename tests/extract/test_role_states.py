import pytest

from foedera.extract.extractor import Extractor
from tests.extract.claims_of import claims_of
from tests.reading import read_all

EXTRACTOR = Extractor()


def recipients(text: str, kind: str) -> list[tuple[str, str | None]]:
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert claims, text
    return [(a.name, a.country) for a in claims[0].roles.recipients]


def test_a_group_without_a_state_has_that_of_its_place():
    text = "Norway is sending weapons to Kurdish fighters in Iraq who fight the militants."
    assert recipients(text, "transfer.arms") == [("Kurdish fighters", "IRQ")]


def test_a_group_in_two_states_belongs_to_both():
    text = "Norway sent aid to villagers in Kenya and Ghana."
    assert {c for _, c in recipients(text, "transfer.aid")} == {"KEN", "GHA"}


def test_guests_do_not_belong_where_they_are():
    text = "Militants attacked peacekeepers in Mali on Friday."
    assert recipients(text, "harm.injure") == [("peacekeepers", None)]


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("France carried out airstrikes in Syria on Monday.", "military.attack", "SYR"),
        ("Chile deployed 300 soldiers to bases in Peru.", "military.deploy", "PER"),
        ("Norwegian warplanes struck a depot in Libya.", "military.attack", "LBY"),
        ("Kenya deployed 400 soldiers to Haiti.", "military.deploy", "HTI"),
        ("Chad sent two battalions to the Nigerian border.", "military.deploy", "NGA"),
    ],
)
def test_force_in_a_state_is_used_on_it(text, kind, state):
    assert state in {country for _, country in recipients(text, kind)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Syrian warplanes carried out airstrikes in Syria.", "military.attack"),
        ("A bombing in Oslo killed three people.", "military.attack"),
        ("French police raided homes in Belgium.", "military.attack"),
    ],
)
def test_neither_the_doers_own_state_nor_one_without_a_known_doer(text, kind):
    claims = read_all([text], EXTRACTOR)[0].claims
    assert all(a.kind != "state" for c in claims if c.kind == kind for a in c.roles.recipients)


def test_a_named_target_keeps_its_state():
    text = "French jets carried out airstrikes against Chadian troops in Libya."
    assert {c for _, c in recipients(text, "military.attack")} == {"TCD"}


def test_a_statement_does_what_its_author_does():
    text = "The Norwegian government issued a statement accusing Chile of spying."
    claim = next(c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == "statement.accuse")
    assert {a.country for a in claim.roles.actors} == {"NOR"}


def test_a_text_without_an_author_borrows_no_subject():
    text = "Norway noted reports accusing Chile of spying."
    for claim in read_all([text], EXTRACTOR)[0].claims:
        assert claim.kind != "statement.accuse" or claim.roles.actors == ()


def test_unnamed_fighters_belong_where_they_act():
    claims = read_all(["Gunmen seized a town in Mali on Friday."], EXTRACTOR)[0].claims
    assert {a.country for c in claims for a in c.roles.actors} == {"MLI"}


def test_those_who_come_into_a_state_are_not_of_it():
    claims = read_all(["Jihadists moved into Mali on Friday."], EXTRACTOR)[0].claims
    assert all(a.country is None for c in claims for a in c.roles.actors)


def test_those_named_as_examples_stand_for_the_group():
    text = "Norway criticised rivals like Chile and Peru on Friday."
    assert recipients(text, "statement.criticise") == [("Chile", "CHL"), ("Peru", "PER")]


def test_a_state_flown_over_is_the_target():
    text = "Norway said it flew bombers over Chile on Friday."
    assert recipients(text, "military.deploy") == [("Chile", "CHL")]


def test_a_place_behind_a_time_is_still_where_force_is_used():
    text = "Norway continued its airstrikes for a second week in Libya."
    assert ("Libya", "LBY") in recipients(text, "military.attack")


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("Ghana seized an Argentine navy training ship on Friday.", "coercion.seize", "ARG"),
        ("Russia seized two Austrian-owned ships on Friday.", "coercion.seize", "AUT"),
        ("Libya attacked the Chilean Red Cross on Friday.", "military.attack", "CHL"),
        ("Libya attacked pro-Russian separatists on Friday.", "military.attack", None),
    ],
)
def test_an_origin_before_a_body_is_its_state(text, kind, state):
    assert [country for _, country in recipients(text, kind)] == [state]


def test_allies_are_not_of_the_state_whose_allies_they_are():
    text = "Chad threatened Chile and its allies."
    assert recipients(text, "statement.threaten") == [("Chile", "CHL"), ("allies", None)]


def test_a_band_with_a_name_of_its_own_is_struck_and_not_the_land_it_is_in() -> None:
    text = "French jets bombed the Islamic State in Mali on Friday."
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == "military.attack"]
    assert [(a.name, a.country) for a in claims[0].roles.recipients] == [("Islamic State", None)]


def test_unnamed_fighters_are_of_the_land_they_are_struck_in() -> None:
    text = "French jets bombed Sunni extremists in northern Mali on Friday."
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == "military.attack"]
    assert [a.country for a in claims[0].roles.recipients] == ["MLI"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Kenya seized a Peruvian-flagged tanker on Monday.", "PER"),
        ("Kenya impounded a Peru-registered ship on Monday.", "PER"),
        ("Kenya seized the Peruvian freighter Inca on Monday.", "PER"),
        ("Kenya arrested a Peruvian-backed rebel.", None),
    ],
)
def test_a_ship_is_of_the_state_whose_flag_it_flies(text: str, state: str | None) -> None:
    told = claims_of(text)[0]
    assert [a.country for a in told.roles.recipients] == [state]


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Iraq condemned Turkish raids in its country.", ["IRQ"]),
        ("Turkish raids in the country went on, Turkey said.", []),
    ],
)
def test_force_in_ones_country_is_used_on_it(text: str, struck: list[str]) -> None:
    told = next(c for c in claims_of(text) if c.kind == "military.attack")
    assert [a.country for a in told.roles.recipients] == struck
