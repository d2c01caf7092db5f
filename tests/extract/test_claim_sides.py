"""Sides of an act that only the words around its trigger tell."""

import pytest

from foedera.data import Roles
from foedera.extract.extractor import Extractor
from tests.extract.claims_of import claims_of
from tests.reading import claim_at, read_all

EXTRACTOR = Extractor()


def roles_of(text: str, kind: str) -> Roles:
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert claims, text
    return claims[0].roles


def goal(text: str, kind: str) -> set[str | None]:
    return {a.country for a in roles_of(text, kind).recipients}


def doers(text: str, kind: str) -> set[str | None]:
    return {a.country for a in roles_of(text, kind).actors}


@pytest.mark.parametrize(
    ("text", "kind", "states"),
    [
        ("Norway hailed the victory of moderate parties in Chile.", "statement.praise", {"CHL"}),
        ("Oslo opposed any new settlement on Palestinian land.", "statement.reject", {"PSE"}),
        ("Peru warned that Chilean drills could lead to war.", "statement.warn", {"CHL"}),
        ("Ghana pushed for a united effort on Mali.", "request.action", {"MLI"}),
    ],
)
def test_the_nearest_state_under_a_trigger_is_its_goal(text, kind, states):
    assert goal(text, kind) == states


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway condemned the raid after talks with Finland.", "statement.criticise"),
        ("Norway tested a missile near Finland.", "military.test"),
        ("The Norwegian minister praised the deal in Vienna.", "statement.praise"),
    ],
)
def test_what_sets_the_scene_is_no_goal(text, kind):
    assert goal(text, kind) <= {None}


def test_what_two_exchange_befalls_no_third():
    text = "Chad and Mali swapped captives in Togo."
    assert goal(text, "transfer.prisoners") == set()
    assert doers(text, "transfer.prisoners") == {"TCD", "MLI"}
    assert goal("Chad swapped captives with Mali in Togo.", "transfer.prisoners") == {"MLI"}


def test_a_saying_is_aimed_at_the_other_party_of_its_sentence():
    text = "Kenya's president spoke with Ghana's president and condemned the raid."
    assert goal(text, "statement.criticise") == {"GHA"}


def test_who_only_speaks_is_not_the_other_party():
    assert goal("Peru rejected the plan, Chile said.", "statement.reject") <= {None}


def test_the_police_are_those_of_the_only_state_in_sight():
    text = "Kenyan students picketed parliament before police fired on them."
    assert doers(text, "military.attack") == {"KEN"}


def test_the_state_acted_on_is_not_that_of_the_police():
    assert doers("Police arrested two Chilean sailors.", "coercion.detain") <= {None}


@pytest.mark.parametrize(
    ("text", "kind", "states"),
    [
        ("Chadian troops opened fire as buses neared the Libyan camp.", "military.attack", {"LBY"}),
        ("Norway's parliament reimposed sanctions because Iran had lied.", "coercion.sanction",
         {"IRN"}),
    ],
)  # fmt: skip
def test_the_only_other_state_of_its_clause_is_whom_an_act_is_done_to(text, kind, states):
    assert goal(text, kind) == states


def test_no_act_is_done_to_who_is_only_told_beside_it() -> None:
    text = "Chad said the Libyan camp was shelled, and Niger's police detained three men."
    assert goal(text, "coercion.detain") <= {"NER", None}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Peruvian senator opposed the troop surge in Mali.", "statement.reject"),
        ("Kenyan lawmakers called for sanctions that strike the Chadian economy.",
         "request.action"),
        ("Ghana's army will defend its allies against Chadian raids.", "military.cooperate"),
    ],
)  # fmt: skip
def test_whom_only_what_is_said_would_hit_or_where_it_is_is_no_goal(text, kind):
    assert goal(text, kind) <= {None}


def test_demands_on_a_state_and_threats_in_it_are_made_to_it() -> None:
    assert goal("Norway makes new demands on Chad.", "request.action") == {"TCD"}
    assert goal("Sudan threatened to crush the rebels in Chad.", "statement.threaten") == {"TCD"}


def test_a_clause_that_only_dates_another_has_a_goal_of_its_own() -> None:
    text = "Norway's premier took a stand when Chad threatened to destroy villages."
    assert goal(text, "statement.threaten") <= {None}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Ghanaian senator backed efforts to bring Chad to the table.", "statement.support"),
        ("Kenya warned of a deal that would not stop Chad.", "statement.warn"),
        ("Ghana condemned any attempt to shake Mali's stability.", "statement.criticise"),
        ("Ghana's premier faced criticism over his handling of Mali's crisis.",
         "statement.criticise"),
        ("The Ghanaian envoy supports a quicker withdrawal of troops from Chad.",
         "statement.support"),
        ("Kenya's opposition called for the ouster of Chad's president.", "request.action"),
        ("Ghana told of its sharp rejection of the plan while Chad looked on.",
         "statement.reject"),
    ],
)  # fmt: skip
def test_a_mere_topic_of_what_is_said_is_no_goal(text, kind):
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert not {"TCD", "MLI"} & {a.country for c in claims for a in c.roles.recipients}


@pytest.mark.parametrize(
    ("text", "kind", "states"),
    [
        ("If Chad agrees to a truce, Mali is ready to reopen the crossing.", "statement.promise",
         {"TCD"}),
        ("Peru warned that it would retaliate if Chile raised its tariffs.", "statement.threaten",
         {"CHL"}),
        ("The moment Chad agrees to a truce, Mali stands ready to resume talks.",
         "statement.promise", {"TCD"}),
        ("Norway defended the fact that Chile has kept its envoy at home.", "statement.support",
         {"CHL"}),
        ("Iraq's minister floated the idea of having Chilean drones patrol the border.",
         "request.action", {"CHL"}),
    ],
)  # fmt: skip
def test_whose_act_is_judged_or_waited_for_is_spoken_to(text, kind, states):
    assert goal(text, kind) == states


def test_the_movements_watched_are_somebodys() -> None:
    text = "Norway is tracking the movements of Chadian rebels."
    assert goal(text, "statement.monitor") == {"TCD"}


def test_where_something_was_before_is_not_struck() -> None:
    claim = claim_at("A day after talks collapsed in Geneva, Israel destroyed three bridges.",
                     "destroyed")  # fmt: skip
    assert "CHE" not in {a.country for a in claim.roles.recipients}


def test_what_is_said_to_others_is_not_said_to_the_host():
    text = "Peru's premier hurried to Chad to apologise to the Muslim world."
    told = next(c for c in claims_of(text) if c.kind == "statement.apologise")
    assert not told.roles.recipients
