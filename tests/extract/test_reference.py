import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from foedera.data import Actor, Span
from foedera.extract.actors import find_actors
from foedera.gazetteer import load_gazetteer
from foedera.measure import overlap
from tests.reading import analyser, report_of

CASES = Path(__file__).with_name("reference_cases.yaml")
FLOOR = 0.85


@cache
def cases() -> list[dict[str, Any]]:
    return list(yaml.safe_load(CASES.read_text("utf8")))


def place(case: dict[str, Any]) -> Span:
    """Return where the words to be resolved stand."""
    found = list(re.finditer(rf"\b{re.escape(case['at'])}\b", case["text"]))
    spot = found[case.get("nth", 1) - 1]
    return Span(spot.start(), spot.end())


def is_right(case: dict[str, Any]) -> bool:
    """Say whether exactly the wanted actors stand at the words."""
    report = report_of(case["text"])
    sentences = next(iter(analyser().analyse([report])))
    found = find_actors(report, sentences, load_gazetteer())
    spot = place(case)
    here = [
        m.value
        for m in found
        if isinstance(m.value, Actor)
        and overlap(m.span, spot)
        and (m.rule.startswith("reference") or m.rule == "actors.noun")
    ]
    told = [a for a in here if a.country or a.kind in {"person", "organisation", "group"}]
    if not case["is"]:
        return not [a for a in told if a.country or a.kind == "person"]
    return len(told) == len(case["is"]) and all(
        any(want in {a.country, a.name} for a in told) for want in case["is"]
    )


def test_references_reach_the_floor() -> None:
    wrong = [c for c in cases() if not is_right(c)]
    share = 1 - len(wrong) / len(cases())
    told = "\n".join(f"{c['at']}: {c['text']}" for c in wrong)
    assert share >= FLOOR, f"{share:.3f} right; wrong:\n{told}"


def test_there_are_enough_cases() -> None:
    assert len(cases()) >= 120


@pytest.mark.parametrize("empty", ["It rained.", "He left.", "They left.", "Both left."])
def test_nobody_is_made_up(empty: str) -> None:
    report = report_of(empty)
    sentences = next(iter(analyser().analyse([report])))
    assert find_actors(report, sentences, load_gazetteer()) == []


@pytest.mark.parametrize(
    "text",
    [
        "Germany's vice chancellor spoke in Berlin. The prime minister urged calm.",
        "Germany's chancellor spoke in Berlin. In Hungary, the prime minister urged calm.",
    ],
)
def test_an_office_of_another_rank_or_land_is_held_by_somebody_else(text: str) -> None:
    report = report_of(text)
    found = find_actors(report, next(iter(analyser().analyse([report]))), load_gazetteer())
    spot = place({"text": text, "at": "prime minister"})
    names = [m.value.name for m in found if isinstance(m.value, Actor) and overlap(m.span, spot)]
    assert names
    assert not any("chancellor" in name for name in names)


def test_who_leads_an_opposition_is_no_president() -> None:
    text = "The junta freed opposition leader Aung San Suu Kyi. She asked the president for talks."
    report = report_of(text)
    found = find_actors(report, next(iter(analyser().analyse([report]))), load_gazetteer())
    spot = place({"text": text, "at": "president"})
    names = [m.value.name for m in found if isinstance(m.value, Actor) and overlap(m.span, spot)]
    assert "Aung San Suu Kyi" not in names
