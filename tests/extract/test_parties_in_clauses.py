"""Who does it and to whom, where a construction stands between the words."""

from __future__ import annotations

import pytest

from foedera.data import Claim
from foedera.pipeline import build_line
from tests.reading import report_of


def claim_of(text: str, kind: str) -> Claim:
    (read,) = build_line().run([report_of(text)])
    return next(c for c in read.claims if c.kind == kind)


def sides(claim: Claim) -> tuple[set[str], set[str]]:
    roles = claim.roles
    return {a.country or a.name for a in roles.actors}, {
        a.country or a.name for a in roles.recipients
    }


@pytest.mark.parametrize(
    ("text", "kind", "doers", "goals"),
    [
        ("The raid carried out by Chad on Mali failed.", "military.attack", {"TCD"}, {"MLI"}),
        ("The offensive begun by Chad against Mali failed.", "military.attack", {"TCD"}, {"MLI"}),
        ("A detailed UK inquiry into Chad began.", "legal.investigate", {"GBR"}, {"TCD"}),
        ("The U.S. prosecution of a Chadian began.", "legal.charge", {"USA"}, {"TCD"}),
        ("The Chad inquiry began.", "legal.investigate", set(), {"TCD"}),
        ("Luis Paz, a Putin critic, left.", "statement.criticise", {"Luis Paz"}, {"RUS"}),
        ("Kenya will do what is necessary to stop Chad from attacking.", "coercion.compel",
         {"KEN"}, {"TCD"}),
        ("Kenya will do whatever it takes to defend Peru.", "statement.support", {"KEN"}, {"PER"}),
        ("Ted Cruz tweeted support for the Cuban people.", "statement.support", {"USA"}, {"CUB"}),
        ("Kenya said two of its tanks attacked Chad.", "military.attack", {"KEN"}, {"TCD"}),
        ("Two ministers — Ana Soto of Chile and Luis Paz of Peru — condemned Chad.",
         "statement.criticise", {"ministers", "CHL", "PER"}, {"TCD"}),
        ("Kenya failed to punish those responsible for attacking Mali.", "military.attack",
         set(), {"MLI"}),
        ("Kenya resorted to threats against Mali.",
         "statement.threaten", {"KEN"}, {"MLI"}),
        ("Kenya said Togo attacked Chad and Mali attacked Niger.", "military.attack",
         {"TGO"}, {"TCD"}),
        ("Not only Kenya but also Togo attacked Chad.", "military.attack", {"KEN", "TGO"}, {"TCD"}),
        ("Kenya as well as Togo attacked Chad.", "military.attack", {"KEN", "TGO"}, {"TCD"}),
        ("Kenya together with Togo attacked Chad.", "military.attack", {"KEN", "TGO"}, {"TCD"}),
        ("Along with Togo, Kenya attacked Chad.", "military.attack", {"KEN", "TGO"}, {"TCD"}),
        ("Kenya but not Togo attacked Chad.", "military.attack", {"KEN"}, {"TCD"}),
        ("Hillary Clinton thanked Angela Merkel for her support of Chad.", "statement.support",
         {"DEU"}, {"TCD"}),
        ("Putin thanked Trump for his support of Chad.", "statement.support", {"USA"}, {"TCD"}),
        ("Kenya was so angry about the raid by Chad that it closed the border.",
         "coercion.restrict", {"KEN"}, set()),
        ("Kenya urged all states in the region, especially Chad, to leave.", "request.action",
         {"KEN"}, {"TCD"}),
    ],
)  # fmt: skip
def test_parties_are_those_the_grammar_names(
    text: str, kind: str, doers: set[str], goals: set[str]
) -> None:
    assert sides(claim_of(text, kind)) == (doers, goals)


def test_a_clause_that_somebody_says_is_no_result() -> None:
    claim = claim_of("Kenya did so because Chad said that it would attack.", "military.attack")
    assert sides(claim)[0] == {"TCD"}
