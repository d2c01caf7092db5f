"""A deed told again has the sides that its report told before, where it may be no other."""

from __future__ import annotations

import pytest

from foedera.data import Claim
from foedera.pipeline import build_line
from tests.reading import report_of

# So much lies between two tellings that no rule for what stands just before holds any longer.
ASIDE = (
    "Residents of the old town, many of whom had come from the hills in the years of drought, "
    "spoke of the price of bread, of the school that had been promised to them, of the river and "
    "of little else, as a teacher who has kept a diary since she was a girl told this reporter. "
    "The market was open and sold melons."
)
SHELLING = f"Chad shelled a town in Niger on Monday. {ASIDE} "


def last(text: str, kind: str) -> Claim:
    (read,) = build_line().run([report_of(text)])
    return max((c for c in read.claims if c.kind == kind), key=lambda c: c.passage.trigger.start)


def sides(claim: Claim) -> tuple[list[str], list[str]]:
    roles = claim.roles
    return [a.country or a.name for a in roles.actors], [
        a.country or a.name for a in roles.recipients
    ]


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (SHELLING + "The shelling lasted an hour.", "military.attack", (["TCD"], ["NER"])),
        (f"Norway is investigating the bank Lofo. {ASIDE} The inquiry ends in May.",
         "legal.investigate", (["NOR"], ["Lofo"])),
        (f"President Akufo of Ghana arrived in Togo on Monday. {ASIDE} Akufo's trip is his first.",
         "diplomacy.visit", (["GHA"], ["TGO"])),
        (f"An attack on the Kenyan consulate in Juba killed nine. {ASIDE} The Juba attack was "
         "the first.", "military.attack", ([], ["KEN"])),
        (f"Chile apologised to Peru on Monday. {ASIDE} Peru accepted the apology.",
         "statement.apologise", (["CHL"], ["PER"])),
    ],
    ids=["by its verb", "by another word", "of the same doer", "at the same place", "said"],
)  # fmt: skip
def test_a_noun_that_points_back_has_the_sides_told_before(
    text: str, kind: str, told: tuple[list[str], list[str]]
) -> None:
    assert sides(last(text, kind)) == told


@pytest.mark.parametrize(
    "again",
    [
        "A shelling had killed two before.",
        "Another shelling followed.",
        "The previous shelling lasted an hour.",
        "The shelling of a bridge lasted an hour.",
        "The raid lasted an hour.",
        "A shelling of Chad followed. The shelling lasted an hour.",
    ],
)
def test_another_deed_has_none(again: str) -> None:
    assert "TCD" not in sides(last(SHELLING + again, "military.attack"))[0]


def test_a_saying_of_another_word_lends_nothing() -> None:
    text = f"Chile condemned Peru on Monday. {ASIDE} The paper called the criticism unfair."
    assert "CHL" not in sides(last(text, "statement.criticise"))[0]


def test_a_trip_of_one_leads_nowhere_that_another_of_his_state_went() -> None:
    text = f"President Macron visited Togo in May. {ASIDE} Jean-Yves Le Drian's trip is his first."
    assert sides(last(text, "diplomacy.visit"))[1] == []


@pytest.mark.parametrize(
    "first",
    [
        "Chad may shell a town in Niger.",
        "Chad denied that it had shelled a town in Niger.",
        "Chad tried to shell a town in Niger.",
    ],
)
def test_what_was_not_told_as_done_lends_nothing(first: str) -> None:
    text = f"{first} {ASIDE} The shelling lasted an hour."
    (read,) = build_line().run([report_of(text)])
    claims = [c for c in read.claims if c.kind == "military.attack"]
    assert not any("sides_lent" in c.rule for c in claims)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Police in Oman detained the blogger Sami Haddad in May. The detention of Haddad was "
         "criticised.", ["OMN"]),
        ("Police in Oman detained the blogger Sami Haddad in May. Yemeni police detained Haddad "
         "in June. The detention of Haddad was criticised.", []),
        ("Police in Oman detained the blogger Sami Haddad in May. The detention of Omar Saleh was "
         "criticised.", []),
    ],
    ids=["one doer", "two doers", "another person"],
)  # fmt: skip
def test_whose_arrest_was_told_is_arrested_by_the_same(text: str, doers: list[str]) -> None:
    assert sides(last(text, "coercion.detain"))[0] == doers


def test_a_lent_side_keeps_its_words_and_names_its_rule() -> None:
    text = SHELLING + "The shelling lasted an hour."
    claim = last(text, "military.attack")
    assert claim.rule == "frames.noun_frame:military.attack+sides_lent.same_deed"
    span = claim.roles.actors[0].span
    assert text[span.start : span.end] == "Chad"


def test_who_is_killed_by_a_deed_told_again_is_killed_by_its_doers() -> None:
    claim = last(SHELLING + "The shelling killed nine people.", "harm.kill")
    assert sides(claim)[0] == ["TCD"]
