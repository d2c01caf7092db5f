import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def parties(text: str, kind: str) -> tuple[set[str | None], set[str | None]]:
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert claims, text
    roles = claims[0].roles
    return {a.country for a in roles.actors}, {a.country for a in roles.recipients}


@pytest.mark.parametrize(
    ("text", "kind", "states"),
    [
        (
            "Peru's senate ratified a border treaty with Chile on Monday.",
            "agreement.ratify",
            {"PER", "CHL"},
        ),
        (
            "A trade accord linking Laos and Peru takes effect in May.",
            "agreement.enter-into-force",
            {"LAO", "PER"},
        ),
        (
            "Ghana signed a contract to buy wheat from Canada.",
            "agreement.sign",
            {"GHA", "CAN"},
        ),
    ],
)
def test_a_joint_act_on_an_agreement_has_both_sides(text, kind, states):
    assert parties(text, kind)[0] == states


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("Peru's senate approved a border treaty with Chile.", "agreement.approve", "CHL"),
        (
            "Chad annulled the pact that allowed French troops on its soil.",
            "agreement.terminate",
            "FRA",
        ),
    ],
)
def test_an_act_on_an_agreement_is_done_to_the_other_side(text, kind, state):
    assert parties(text, kind)[1] == {state}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said Uganda had breached the lake accord.",
        "Kenya accused Uganda of breaching the lake accord.",
    ],
)
def test_a_breach_hurts_the_state_that_complains(text):
    assert parties(text, "agreement.breach") == ({"UGA"}, {"KEN"})


def test_a_breach_hurts_no_agency_that_tells_of_it():
    text = "Kenya breached the lake accord, Interfax reported on Monday."
    assert parties(text, "agreement.breach") == ({"KEN"}, set())


def test_a_breach_that_the_doer_admits_hurts_nobody_named():
    text = "Kenya said it had breached the lake accord."
    assert parties(text, "agreement.breach")[1] == set()


def test_who_is_dismissed_belongs_to_the_state_that_dismisses():
    text = "Peru's president sacked the army chief."
    assert parties(text, "diplomacy.dismiss") == ({"PER"}, {"PER"})


def test_a_ruler_who_is_toppled_may_be_another_states():
    text = "Peru plotted to oust the dictator."
    assert parties(text, "diplomacy.dismiss")[1] == {None}
