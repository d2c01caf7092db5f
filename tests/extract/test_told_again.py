"""What names nobody tells a deed where the report told before of whom such deeds are."""

import pytest

from foedera.pipeline import build_line
from tests.reading import report_of

BOMBED = "Sudan bombed a village in Chad on Friday. "


@pytest.mark.parametrize(
    ("text", "kind", "nouns"),
    [
        (BOMBED + "Windows shook from the explosion.", "military.attack", ["explosion"]),
        (BOMBED + "Envoys voiced concern about the attack.", "military.attack", ["attack"]),
        ("Envoys voiced concern about the attack.", "military.attack", []),
        (BOMBED + "It looked like an attack helicopter.", "military.attack", []),
        (BOMBED + "Elders spoke of fear of invasion.", "military.attack", []),
        (BOMBED + "It was called an attack on all.", "military.attack", []),
    ],
    ids=["noun", "with the", "nothing told", "of a thing", "a danger", "called so"],
)  # fmt: skip
def test_a_deed_told_before_is_told_again(text, kind, nouns):
    (read,) = build_line().run([report_of(text)])
    spans = [c.passage.trigger for c in read.claims if c.kind == kind]
    told = [text[s.start : s.end] for s in spans]
    assert [word for word in told if word != "bombed"] == nouns


TOLD = "Peru thanked Chile on Friday. "


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (TOLD + "Observers said the negotiations were fruitless.", "agreement.negotiate", True),
        ("Observers said the negotiations were fruitless.", "agreement.negotiate", False),
        (TOLD + "Nobody knows who ordered the massacre.", "harm.kill", False),
        (TOLD + "Dozens were killed.", "harm.kill", True),
        (TOLD + "No investigation is under way.", "legal.investigate", False),
        (TOLD + "An investigation is under way.", "legal.investigate", True),
        (TOLD + "The phrase book lists meeting points.", "diplomacy.meet", False),
        (TOLD + "A no-fly zone would be costly.", "military.blockade", True),
        ("A no-fly zone would be costly.", "military.blockade", False),
        (TOLD + "Lawmakers shrugged off the criticism.", "statement.criticise", True),
        (TOLD + "The paper consulted a critic of the plan.", "statement.criticise", False),
        (TOLD + "Many had condemned the ruling.", "statement.criticise", True),
        (TOLD + "There is a meeting in May.", "diplomacy.meet", True),
        (TOLD + "Thousands fled the fighting.", "military.fight", True),
        (TOLD + "Many fear a civil war.", "military.fight", True),
        (TOLD + "Many fear a war.", "military.fight", False),
        (TOLD + "The letter triggered the negotiations.", "agreement.negotiate", True),
        (TOLD + "The mayor faces a test.", "military.test", False),
        (TOLD + "The approval of the vaccine came late.", "agreement.approve", False),
        (TOLD + "Regulatory approval is pending.", "agreement.approve", False),
        (TOLD + "The offer was rejected by the buyer.", "statement.reject", False),
        (TOLD + "A road blockade by snow ended.", "military.blockade", False),
        (TOLD + "A naval blockade ended.", "military.blockade", True),
        (TOLD + "The car skidded before slamming into a bus.", "statement.criticise", False),
    ],
    ids=["talks", "no state", "a danger", "a verb", "denied", "noun", "of a thing", "phrase",
         "phrase, no state", "criticism", "a person", "condemned",
         "there is", "fighting", "a full name", "a mere war", "talks", "no test before",
         "a vaccine", "a market", "a buyer", "snow", "a navy",
         "not told so"],
)  # fmt: skip
def test_a_deed_that_only_powers_do_is_told_in_a_report_on_states(text, kind, words):
    (read,) = build_line().run([report_of(text)])
    assert any(c.kind == kind for c in read.claims) is words


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("Dozens were killed when a bus plunged into a ravine.", False),
        ("Hundreds of homes were destroyed in a flood.", False),
        ("Thousands were displaced by the storm.", False),
        ("Four people were killed after their boat capsized.", False),
        ("Dozens were killed when a bomb exploded in a market.", True),
        ("Hundreds of homes were destroyed in the fighting.", True),
        ("Four people were killed when rebels sank their boat.", True),
    ],
)
def test_mishaps_are_no_deeds_of_powers(told: str, wanted: bool) -> None:
    (read,) = build_line().run([report_of(f"Norway sent troops to Chad. {told}")])
    assert any(c.kind.startswith("harm.") for c in read.claims) is wanted
