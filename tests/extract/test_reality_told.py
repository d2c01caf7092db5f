"""Orders of words, ranks, ends that never came: what they make of a happening."""

from __future__ import annotations

import pytest

from foedera.data import Claim
from foedera.pipeline import build_line
from tests.reading import report_of


def claims_of(text: str) -> tuple[Claim, ...]:
    (read,) = build_line().run([report_of(text)])
    return read.claims


@pytest.mark.parametrize(
    ("text", "kind", "reality"),
    [
        ("Chile will answer should Peru attack Bolivia.", "military.attack", "conditional"),
        ("Were Peru to attack Chile, it would lose.", "military.attack", "conditional"),
        ("He was one of the last leaders to visit Cuba.", "diplomacy.visit", "happened"),
        ("She was among the first to speak out against Chad.", "statement.criticise", "happened"),
        ("Police ask whether Peru interfered and if Chile colluded with Chad.",
         "cooperation.cooperate", "possible"),
        ("Chile had been arming the rebels for years.", "transfer.arms", "happened"),
        ("Kenya makes no apologies for bombing Chad.", "statement.apologise", "not-happened"),
        ("Obama makes no apologies for bombing Libya.", "military.attack", "happened"),
        ("It was the meeting of Chile and Peru that never happened.", "diplomacy.meet",
         "not-happened"),
        ("The planned visit to Cuba never took place.", "diplomacy.visit", "not-happened"),
        ("These promises to Chile were not kept.", "statement.promise", "happened"),
        ("Kenya delayed a plan to send troops to Chad.", "military.deploy", "planned"),
        ("The first step should be the expulsion of Chad.", "coercion.deport", "demanded"),
        ("Chad was discovered to be arming rebels in Mali.", "transfer.arms", "ongoing"),
        ("He was dismissed after being accused of theft by Chad.", "statement.accuse", "happened"),
        ("The minister tweeted to condemn Chad.", "statement.criticise", "happened"),
        ("The visit comes as Chad has attacked a tanker.", "military.attack", "happened"),
    ],
)  # fmt: skip
def test_a_reality_is_what_the_words_around_make_it(text: str, kind: str, reality: str) -> None:
    claim = next(c for c in claims_of(text) if c.kind == kind)
    assert claim.voice.reality == reality


def test_who_has_weighed_something_has_done_so() -> None:
    claim = next(
        c for c in claims_of("The president has not made a decision on an attack on Chad.")
        if c.kind == "statement.consider"
    )  # fmt: skip
    assert (claim.voice.reality, claim.voice.stance) == ("ongoing", "asserted")
