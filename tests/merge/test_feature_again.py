"""What one report tells twice by one word."""

from __future__ import annotations

from typing import Any

import pytest

from foedera.merge import feature_again
from foedera.merge.near import Near
from foedera.merge.telling import Telling, source_of, tell
from tests.merge.builders import claim, report, when

NEAR = Near(story=True)


def told(
    kind: str, first: str, second: str, one: dict[str, Any], other: dict[str, Any]
) -> tuple[Telling, Telling]:
    """Tell two sentences of one report, each by a word of it."""
    source = report(f"{first} {second}")
    made = []
    for words, more in ((first, one), (second, other)):
        rule = f"frames.{more.pop('frame', 'noun_frame')}:{kind}"
        at = claim(source, words, kind, rule=rule, **more)
        made.append(tell(at, source_of(source), source.text, len(made)))
    return made[0], made[1]


def raids(second: str, trigger: str, **more: Any) -> tuple[Telling, Telling]:
    first = {"trigger": "raid", "actors": ["RVA"], "recipients": ["OST"]}
    return told(
        "military.attack", "Ravania's raid on Ostmark killed six.", second,
        first, {"trigger": trigger, **more},
    )  # fmt: skip


def test_a_word_said_again_of_nobody_else_is_one_happening() -> None:
    one, two = raids("Torn said the raid was over.", "raid", actors=["RVA"])
    assert feature_again.said_again(one, two, NEAR) is not None
    assert feature_again.said_again(two, one, NEAR) is not None


@pytest.mark.parametrize(
    ("second", "more"),
    [
        ("A raid by Luria followed.", {"actors": ["LUR"]}),
        ("Another raid followed.", {}),
        ("It may yet raid the port.", {"reality": "possible", "frame": "verb_frame"}),
    ],
)
def test_another_raid_is_another(second: str, more: dict[str, Any]) -> None:
    one, two = raids(second, "raid", **more)
    assert feature_again.said_again(one, two, NEAR) is None


def test_of_many_only_that_one_is_meant() -> None:
    one, two = raids("It had planned a raid for long.", "raid", actors=["RVA"])
    assert feature_again.said_again(one, two, NEAR) is None
    one, two = raids("Torn said the raid was over.", "raid")
    assert feature_again.said_again(one, two, NEAR) is None
    pledge = {"trigger": "pledge", "actors": ["RVA"]}
    one, two = told(
        "statement.promise", "The pledge pleased Luria.", "It was a bold pledge.",
        dict(pledge), dict(pledge),
    )  # fmt: skip
    assert feature_again.said_again(one, two, NEAR) is not None


def test_two_appeals_in_one_word_are_two() -> None:
    sides = {"actors": ["RVA"], "trigger": "urged", "frame": "verb_frame"}
    one, two = told(
        "request.action", "It urged peace.", "It urged trade.", dict(sides), dict(sides)
    )
    assert feature_again.said_again(one, two, NEAR) is None


def test_reports_apart_are_not_one_report() -> None:
    one, _ = raids("Torn said the raid was over.", "raid", actors=["RVA"])
    _, two = raids("Berg said the raid was over.", "raid", actors=["RVA"])
    assert feature_again.said_again(one, two, NEAR) is None


def carried(
    words: str, noun: str, verb: str, kind: str = "diplomacy.meet", **more: Any
) -> tuple[Telling, Telling]:
    """Tell one sentence twice: by a noun and by a verb, of which one may name nobody."""
    source = report(words)
    made = []
    for trigger, frame, sides in ((noun, "noun_frame", {}), (verb, "verb_frame", more)):
        at = claim(source, words, kind, rule=f"frames.{frame}:{kind}", trigger=trigger, **sides)
        made.append(tell(at, source_of(source), source.text, len(made)))
    return made[0], made[1]


@pytest.mark.parametrize(
    ("words", "noun", "verb"),
    [
        ("Torn convened a crisis meeting of both states.", "meeting", "convened"),
        ("The talks that they had held in Lund failed.", "talks", "held"),
        ("The meeting, called by Ravania, is on Friday.", "meeting", "called"),
    ],
)
def test_a_noun_and_the_verb_that_carries_it_tell_one(words: str, noun: str, verb: str) -> None:
    one, two = carried(words, noun, verb, actors=["RVA"])
    assert feature_again.told_at_once(one, two, NEAR) is not None
    assert feature_again.told_at_once(two, one, NEAR) is not None


@pytest.mark.parametrize(
    ("words", "noun", "verb"),
    [
        ("The talks failed. Torn met Berg in Lund.", "talks", "met"),
        ("Torn met Berg before the talks of ministers.", "talks", "met"),
        ("After talks in Lund and a dinner he met Berg.", "talks", "met"),
    ],
)
def test_what_stands_between_them_parts_them(words: str, noun: str, verb: str) -> None:
    one, two = carried(words, noun, verb, actors=["RVA"])
    assert feature_again.told_at_once(one, two, NEAR) is None


def test_a_verb_of_another_kind_carries_another() -> None:
    words = "Ravania denounced the raids."
    one, _ = carried(words, "raids", "denounced", "military.attack")
    _, two = carried(words, "raids", "denounced", "statement.criticise")
    assert feature_again.told_at_once(one, two, NEAR) is None
    one, two = carried(words, "raids", "denounced", "military.attack", actors=["RVA"])
    assert feature_again.told_at_once(one, two, NEAR) is not None


def test_two_of_one_word_are_asked_alike_from_either_side() -> None:
    day = when("2031-05-08")
    one, two = told(
        "harm.kill", "The attack went on.", "The attack went on.",
        {"trigger": "attack", "when": day},
        {"trigger": "attack", "when": day, "frame": "verb_frame", "reality": "possible"},
    )  # fmt: skip
    assert one.claim.passage.trigger == two.claim.passage.trigger
    assert all(feature_again.said_again(a, b, NEAR) for a, b in ((one, two), (two, one)))
