"""Who does what a noun or a clause without a subject tells, by what stands above it."""

import pytest

from tests.extract.claims_of import claims_of
from tests.reading import claim_at


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Chad outlined plans for a missile strike near Libya.", "missile strike", "TCD"),
        ("Chad was preparing for military action against Libya.", "military action", "TCD"),
        ("Chad continues to resort to sanctions against Libya.", "sanctions", "TCD"),
        ("Chad settled on a policy that will emphasize increasing pressure on Libya.", "pressure",
         "TCD"),
        ("The approach of Chad consists of training the Libyan army.", "training", "TCD"),
        ("Chad is developing missiles that could strike Libya.", "strike", "TCD"),
        ("Chad fired missiles that struck Libya in May.", "struck", "TCD"),
        ("Chad planned a strike on its neighbour.", "strike", "TCD"),
        ("A network of tunnels built by Chad to attack Libya was found.", "attack", "TCD"),
    ],
)  # fmt: skip
def test_whoever_pursues_an_act_does_it(text: str, word: str, doer: str):
    assert [a.country for a in claim_at(text, word).roles.actors] == [doer]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chad fears military action against Libya.", "military action"),
        ("Chad tried to avoid terrorist attacks on Libya.", "terrorist attacks"),
        ("Chad gave reporters plans for sanctions against Libya.", "sanctions"),
        ("Chad prepared for a strike on its capital.", "strike"),
        ("Chad considered the possibility of an attack on its troops.", "attack"),
        ("Chad builds missiles that struck Libya in May.", "struck"),
    ],
)
def test_who_only_fears_or_tells_does_not(text: str, word: str):
    assert claim_at(text, word).roles.actors == ()


def test_the_agent_of_one_passive_is_that_of_the_next():
    claim = claim_at("The protesters were beaten by Chadian police and arrested.", "arrested")
    assert [a.country for a in claim.roles.actors] == ["TCD"]


def test_some_of_whom_are_those_told_before():
    claim = claim_at("Chad armed Libyan rebels, some of whom attacked Tripoli.", "attacked")
    assert [a.country for a in claim.roles.actors] == ["LBY"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chad won't backtrack in its struggle against Libya, the minister said.", "struggle"),
        ("The fines are not deterring Chad from its attacks on Libya.", "attacks"),
    ],
)
def test_its_takes_up_who_acts_or_is_acted_on(text: str, word: str):
    assert [a.country for a in claim_at(text, word).roles.actors] == ["TCD"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chad has avoided a conflict with Libya.", "conflict"),
        ("Chad's president warned that a war with Libya is possible.", "war with"),
    ],
)
def test_both_sides_of_a_war_with_somebody_fight_it(text: str, word: str):
    roles = claim_at(text, word).roles
    assert {a.country for a in roles.actors} == {"TCD", "LBY"}
    assert roles.recipients == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Sales of arms to Libya by Chad went on.", "Sales"),
        ("Approval of new sanctions against Libya by Chad would be wrong.", "sanctions"),
        ("Tension has grown after a series of missile tests by Chad.", "missile tests"),
        ("In sharp criticism of Libya, Chad said it was wrong.", "criticism"),
    ],
)
def test_by_may_hang_on_what_a_noun_governs(text: str, word: str):
    assert [a.country for a in claim_at(text, word).roles.actors] == ["TCD"]


@pytest.mark.parametrize(
    ("text", "word", "sides"),
    [
        ("Chad is open to dialogue with Libya.", "dialogue", {"TCD", "LBY"}),
        ("Chad would refuse any offers of talks with Libya.", "talks", {"TCD", "LBY"}),
        ("The BBC criticised the agreement with Libya.", "agreement", {"LBY"}),
        ("Chad condemned the talks with Libya.", "talks", {"LBY"}),
    ],
)
def test_who_speaks_of_talks_with_somebody_takes_part(text: str, word: str, sides: set[str]):
    assert {a.country for a in claim_at(text, word).roles.actors} == sides


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad admitted an attack on Mali.", "military.attack"),
        ("Chad apologised for an air strike on Mali.", "military.attack"),
        ("Mali came under Chadian artillery fire.", "military.attack"),
        ("Mali came in for Chadian criticism.", "statement.criticise"),
    ],
)
def test_who_owns_up_to_an_act_or_owns_its_noun_does_it(text: str, kind: str) -> None:
    (told,) = (c for c in claims_of(text) if c.kind == kind)
    assert [a.country for a in told.roles.actors] == ["TCD"]


def test_whose_plans_for_talks_they_are_takes_part() -> None:
    (told,) = (
        c
        for c in claims_of("Chad's plans for talks with Mali failed.")
        if c.kind == "diplomacy.meet"
    )
    assert {a.country for a in told.roles.actors} == {"TCD", "MLI"}


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("The two suspects in the attack on a Malian paper are dead.", "attack", ["suspects"]),
        ("The gunmen behind the raid on a Chadian village fled.", "raid", ["gunmen"]),
        ("Police seek the Libyan suspects in the attack on the mosque.", "attack",
         ["Libyan suspects"]),
        ("The suspects in the raid by Libya on the mosque fled.", "raid", ["Libya"]),
    ],
)  # fmt: skip
def test_suspects_in_an_act_are_told_to_have_done_it(text: str, word: str, doers: list[str]):
    assert [a.name for a in claim_at(text, word).roles.actors] == doers
