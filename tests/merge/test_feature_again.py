"""What one report tells twice by one word."""

from __future__ import annotations

from typing import Any

import pytest

from foedera.merge import feature_again
from foedera.merge.near import Near
from foedera.merge.telling import Telling, source_of, tell
from tests.merge.builders import claim, report

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
