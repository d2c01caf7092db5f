import pytest

from foedera.extract.extractor import Extractor
from tests.extract.test_role_pronouns import sides
from tests.reading import read_all

EXTRACTOR = Extractor()


def parties(text: str, kind: str) -> tuple[set[str | None], set[str | None]]:
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert claims, text
    roles = claims[0].roles
    return {a.country for a in roles.actors}, {a.country for a in roles.recipients}


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        (
            "Peru has accepted a Chilean proposal to open the border.",
            "statement.concede", {"PER"}, {"CHL"},
        ),
        (
            "The pact was signed by Chile and Ghana and not by Peru.",
            "agreement.sign", {"CHL", "GHA"}, set(),
        ),
        (
            "The envoy was arrested not by Ghana but by Peru.",
            "coercion.detain", {"PER"}, {None},
        ),
        (
            "Chile's president reaffirmed Chilean support for a free port.",
            "statement.support", {"CHL"}, set(),
        ),
        (
            "A Malian plan to invade Kenya was found.",
            "military.incursion", {"MLI"}, {"KEN"},
        ),
        (
            "Iran builds missiles that could reach Oman.",
            "military.develop", {"IRN"}, set(),
        ),
        (
            "Trade has grown since Kenya's premier took office.",
            "diplomacy.appoint", set(), {"KEN"},
        ),
        (
            "Chile backs American sales of helicopters to Ghana.",
            "transfer.arms", {"USA"}, {"GHA"},
        ),
        (
            "Many recall a visit to Kenya by the Norwegian president.",
            "diplomacy.visit", {"NOR"}, {"KEN"},
        ),
        (
            "Norway alarmed the leaders in Chile by threatening to close its ports.",
            "statement.threaten", {"NOR"}, {"CHL"},
        ),
        (
            "Chile sent troops to drive the Peruvian army out of the valley.",
            "military.deploy", {"CHL"}, {"PER"},
        ),
        (
            "The army captured the Norwegian towns on Friday.",
            "military.capture", {None}, {"NOR"},
        ),
    ],
)  # fmt: skip
def test_whom_it_is_done_to_is_found_where_the_frame_does_not_name_it(
    text, kind, actors, recipients
):
    assert parties(text, kind) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "An ambulance carried Oslo Marathon bombing suspect Jan Berg from the scene.",
        "The police arrested the Oslo Marathon bombing suspect.",
        "Troops hunted the Oslo attack mastermind.",
    ],
)
def test_a_suspect_is_not_whom_the_act_befell(text):
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == "military.attack"]
    assert not any(
        "suspect" in a.name or a.name == "Jan Berg" for c in claims for a in c.roles.recipients
    )


def test_what_happened_in_a_town_killed_and_not_the_town():
    told = "Peru recalled the raid on a base in Oslo, Norway, that killed nine Kenyan soldiers."
    assert parties(told, "harm.kill") == (set(), {"KEN"})


def test_a_body_is_not_acted_upon_by_a_word_of_its_name():
    told = read_all(["Action Against Hunger is providing food to Kenyans."], EXTRACTOR)[0].claims
    assert "military.attack" not in {c.kind for c in told}


def test_a_thing_is_nobody_outside_of_force():
    for claim in read_all(["The Norwegian minister visited the site."], EXTRACTOR)[0].claims:
        assert claim.roles.recipients == ()


def test_parties_between_whom_a_truce_holds():
    text = "A ceasefire between Chile and Peru was holding on Friday."
    assert parties(text, "military.ceasefire") == ({"CHL", "PER"}, set())


def test_it_in_a_second_clause_is_who_speaks_not_the_text_spoken_of():
    text = "Chile repeated that the resolutions had clear rules and it urged Peru to keep them."
    assert parties(text, "request.action") == ({"CHL"}, {"PER"})


def test_whose_programme_is_ended_is_whom_somebody_makes_end_it():
    text = "China says it cannot compel Peru to end its missile programme."
    claims = read_all([text], EXTRACTOR)[0].claims
    assert all("CHN" not in {a.country for a in c.roles.recipients} for c in claims)


def test_refusing_to_let_somebody_refuses_them():
    text = "Peru refused to let Norway inspect the camp."
    assert parties(text, "statement.reject") == ({"PER"}, {"NOR"})


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        (
            "Washington is backing its ally Saudi Arabia in the dispute.",
            "statement.support", {"USA"}, {"SAU"},
        ),
        (
            "Rep. Ann Poole, R-Texas, criticised the Iranian government.",
            "statement.criticise", {"USA"}, {"IRN"},
        ),
        (
            "The Ghanaian president told Kenyan soldiers that they would leave Mali.",
            "military.withdraw", {"KEN"}, {"MLI"},
        ),
        (
            "Peru's president vowed to help Norway in its search.",
            "statement.promise", {"PER"}, {"NOR"},
        ),
    ],
)  # fmt: skip
def test_those_named_behind_a_word_for_others_or_by_their_party(text, kind, actors, recipients):
    assert parties(text, kind) == (actors, recipients)


def test_a_gathering_acts_for_whose_it_is():
    text = "An African Union summit agreed to send troops to Mali."
    for claim in read_all([text], EXTRACTOR)[0].claims:
        assert {a.name for a in claim.roles.actors} == {"African Union"}


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        (
            "The Norwegian president plans to expand airstrikes in Libya.",
            "military.attack", {"NOR"}, {"LBY"},
        ),
        (
            "The Peruvian leader asked for help, saying he would listen and urging Chile to wait.",
            "request.action", {"PER"}, {"CHL"},
        ),
        (
            "Leaders stressed the importance of expanding dialogue between Chile and Peru.",
            "diplomacy.consult", {"CHL", "PER"}, set(),
        ),
    ],
)  # fmt: skip
def test_who_is_behind_an_act_does_it(text, kind, actors, recipients):
    assert parties(text, kind) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        (
            "Peru has voiced concern about the Chilean plan.",
            "statement.criticise", {"PER"}, {"CHL"},
        ),
        (
            "Oslo championed advances made by Kenyan soldiers.",
            "statement.support", {"NOR"}, {"KEN"},
        ),
        (
            "Norway condemned the killing of Ghanaian civilians by Togo.",
            "statement.criticise", {"NOR"}, {"TGO"},
        ),
        (
            "Peru's presidents and Chile announced the commencement of negotiations.",
            "agreement.negotiate", {"PER", "CHL"}, set(),
        ),
        (
            "The Norwegian government is considering air strikes in Libya.",
            "military.attack", {"NOR"}, {"LBY"},
        ),
        (
            "They spoke of Chile's conduct, including its interference in Peruvian elections.",
            "coercion.interfere", {"CHL"}, {"PER"},
        ),
        (
            "Peru's foreign ministry summoned the Chilean envoy to protest the arrest.",
            "statement.criticise", {"PER"}, {"CHL"},
        ),
    ],
)  # fmt: skip
def test_parties_that_stand_behind_the_object_or_in_the_clause_above(
    text, kind, actors, recipients
):
    assert parties(text, kind) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        (
            "Ghana is an ally of Japan, which gives it $20 million a year.",
            "transfer.money", {"JPN"}, {"GHA"},
        ),
        (
            "A Chilean vessel fired five shots as a warning to a Peruvian patrol boat.",
            "statement.warn", {"CHL"}, {"PER"},
        ),
        (
            "The Norwegian leader opposed allowing Syrian refugees into the country.",
            "statement.reject", {"NOR"}, {"SYR"},
        ),
        (
            "Chile's president was due in Oslo for a summit with the Norwegian premier.",
            "diplomacy.meet", {"CHL", "NOR"}, set(),
        ),
    ],
)  # fmt: skip
def test_parties_told_by_a_pronoun_or_beside_a_gesture(text, kind, actors, recipients):
    assert parties(text, kind) == (actors, recipients)


def test_a_vow_about_ones_own_troops_is_no_vow_to_them():
    text = "The Norwegian premier vowed not to send Norwegian troops to the island."
    assert parties(text, "statement.promise") == ({"NOR"}, set())


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("Norwegian F-16s shot down a Libyan jet on Friday.", "military.shoot-down", "NOR"),
        (
            "Peru's premier said Chile was a danger, while also criticizing China for its fleet.",
            "statement.criticise",
            "PER",
        ),
        (
            "Chad, which unleashed a new round of rhetoric accusing France of theft, is poor.",
            "statement.accuse",
            "TCD",
        ),
    ],
)
def test_doers_before_a_designation_a_participle_or_a_text(text, kind, state):
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert [a.country for a in claims[0].roles.actors] == [state]


def test_who_uses_a_meeting_takes_part_in_it():
    text = "Obama used Tuesday's meeting with Putin to press Moscow."
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == "diplomacy.meet"]
    assert {a.country for a in claims[0].roles.actors} == {"USA", "RUS"}


@pytest.mark.parametrize(
    ("text", "kind", "states"),
    [
        ("A Chadian propaganda machine threatened to shell Libya.", "statement.threaten", {"TCD"}),
        ("Peru suffered a blow, with Chile and its allies, including Bolivia, denouncing it.",
         "statement.criticise", {"CHL"}),
        ("The U.S.-led coalition bombed a port.", "military.attack", {"USA"}),
    ],
)  # fmt: skip
def test_doers_told_aside_or_by_what_is_theirs(text, kind, states):
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert states <= {a.country for a in claims[0].roles.actors}


def test_a_wish_in_the_subjunctive_is_a_demand() -> None:
    claims = read_all(["Norway insisted that the Chilean envoy be present."], EXTRACTOR)[0].claims
    assert ("request.action", ["NOR"], ["CHL"]) in [
        (c.kind, [a.country for a in c.roles.actors], [a.country for a in c.roles.recipients])
        for c in claims
    ]


def test_a_pronoun_meets_a_need_by_the_thing_it_stands_for() -> None:
    text = "Norway kept to the fishing accord a year after Iceland's exit from it."
    kinds = {c.kind for c in read_all([text], EXTRACTOR)[0].claims}
    assert "agreement.withdraw" in kinds


def test_a_ship_is_of_the_state_told_with_it_not_of_its_name() -> None:
    claims = read_all(["Iran seized a Danish tanker, the Maersk Tigris, in May."], EXTRACTOR)[0]
    seized = [c for c in claims.claims if c.kind == "coercion.seize"]
    assert [a.country for a in seized[0].roles.recipients] == ["DNK"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kurds in Chad, Mali and Niger may unite.", "cooperation.cooperate"),
        ("He donated money to the anti-Chad group.", "transfer.money"),
    ],
)
def test_where_somebody_is_and_whom_he_is_against_is_no_party(text, kind):
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert not {a.country for c in claims for a in (*c.roles.actors, *c.roles.recipients)} - {None}


@pytest.mark.parametrize(
    ("text", "kind", "doers", "goals"),
    [
        ("A reporter was called before President Lars Berg's assassination in Oslo.",
         "harm.kill", [], ["Lars Berg"]),
        ("Lars Berg's letter urged Chad to open its ports.",
         "request.action", ["Lars Berg"], ["Chad"]),
        ("Lars Berg is expected to encourage Chilean businesses to return.",
         "request.action", ["Lars Berg"], ["Chilean businesses"]),
        ("Lars Berg is seeking support for tough measures against Chad.",
         "statement.support", ["Lars Berg"], []),
        ("Minister Ivan Petrov's camp argued that Peru should open its ports.",
         "request.action", ["Ivan Petrov"], ["Peru"]),
        ("Minority Leader Lars Berg D-N.Y., on Monday urged Peru to open its ports.",
         "request.action", ["Lars Berg"], ["Peru"]),
        ("Norway gave the files to Peru or to Chile.",
         "transfer.intelligence", ["Norway"], ["Peru", "Chile"]),
        ("Peru said Lars Berg phoned Ivan Petrov and urged him to pull out of Chad.",
         "request.action", ["Lars Berg"], ["Ivan Petrov"]),
    ],
)  # fmt: skip
def test_who_stands_on_which_side(text, kind, doers, goals):
    assert sides(text, kind) == (doers, goals)


def test_a_group_is_named_as_it_is_written():
    found = read_all(["For 15 days insurgents shelled a Panama-flagged vessel."], EXTRACTOR)[0]
    (claim,) = [c for c in found.claims if c.kind == "military.attack"]
    assert [a.name for a in claim.roles.actors] == ["insurgents"]
    assert [a.name for a in claim.roles.recipients] == ["Panama-flagged vessel"]


def test_who_speaks_of_an_election_does_not_hold_it():
    text = "Norway feared a long count in the October 3 vote and in the elections of 2009."
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == "unrest.election"]
    assert claims
    assert not any(a.country for c in claims for a in c.roles.actors)


def test_who_wants_a_thing_done_does_not_have_it_done_by_the_thing():
    found = parties("Oman wants the sanctions on Chad lifted.", "coercion.lift-sanction")
    assert found == (set(), {"TCD"})


def test_a_protest_is_known_by_its_day():
    text = "Few recall the protests of 2011."
    assert [c.kind for c in read_all([text], EXTRACTOR)[0].claims] == ["unrest.protest"]


def test_who_leads_them_speaks_with_an_unnamed_group():
    text = "A group of senators led by John McCain urged Norway to arm Chad."
    found = read_all([text], EXTRACTOR)[0]
    (claim,) = [c for c in found.claims if c.kind == "request.arms"]
    assert [a.name for a in claim.roles.actors] == ["senators", "John McCain"]


@pytest.mark.parametrize(
    "text",
    [
        "No one has ever invaded Norway.",
        "No country has ever invaded Norway.",
    ],
)
def test_nobody_does_what_no_one_does(text):
    assert parties(text, "military.incursion") == (set(), {"NOR"})


def test_who_speaks_of_ourselves_is_not_the_one_defended():
    text = '"Norway will defend ourselves and our friends," Erna Solberg said.'
    found = read_all([text], EXTRACTOR)[0]
    names = [a.name for c in found.claims for a in c.roles.recipients]
    assert "Erna Solberg" not in names
