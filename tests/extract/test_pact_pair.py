import pytest

from foedera.data import Claim
from foedera.extract.extractor import Extractor
from tests.reading import read_all

TWO = (
    "Oman accused Yemen of moving stones along the line on Monday. Yemen rejected the charge and "
    "accused Oman of sending patrols across. Omani troops withdrew from the ridge on Tuesday. "
    "Yemen withdrew its guards from two hamlets. "
)


def acts(text: str, kind: str) -> list[Claim]:
    return [c for c in read_all([text], Extractor())[0].claims if c.kind == kind]


def states(claim: Claim) -> set[str | None]:
    return {a.country for a in claim.roles.actors}


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("The border treaty was signed in Rio in 1998.", "agreement.sign"),
        ("The treaty took effect in 2001.", "agreement.enter-into-force"),
        ("The pact bans shooting within a mile of the line.", "agreement.provide"),
    ],
)
def test_a_pact_that_names_no_party_is_of_the_two_states_told_of(told: str, kind: str):
    (found,) = acts(TWO + told, kind)
    assert states(found) == {"OMN", "YEM"}


def test_what_the_parties_owe_is_owed_by_the_two():
    (found,) = acts(TWO + "The pact obliges both sides to open the bridges.", "agreement.provide")
    assert found.obligation is not None
    assert set(found.obligation.bearers) == {"OMN", "YEM"}


@pytest.mark.parametrize(
    "told",
    [
        "The convention, which bans cluster bombs, has 110 parties.",
        "A similar pact was signed in Rio in 1998.",
        "The treaty was signed by 40 countries in 1998.",
        "Peru and Chile signed the treaty in 1998.",
    ],
)
def test_not_where_others_or_more_are_meant(told: str):
    found = [*acts(TWO + told, "agreement.sign"), *acts(TWO + told, "agreement.provide")]
    assert not any({"OMN", "YEM"} & states(c) for c in found)


def test_not_where_a_third_state_comes_near():
    third = "Qatar accused Oman of bad faith. Qatar blamed Oman. Qatar warned Oman."
    found = acts(TWO + third + " The border treaty was signed in Rio in 1998.", "agreement.sign")
    assert not any(states(c) for c in found)
