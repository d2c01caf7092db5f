"""Which state is meant by its region, once it is known."""

import pytest

from foedera.data import Actor
from foedera.extract.actors import find_actors
from foedera.gazetteer import load_gazetteer
from foedera.lexicons import load_words
from tests.reading import analyser, report_of


def states(text: str) -> dict[str, str | None]:
    report = report_of(text)
    sentences = next(iter(analyser().analyse([report])))
    found = find_actors(report, sentences, load_gazetteer())
    return {
        text[m.span.start : m.span.end]: m.value.country
        for m in found
        if isinstance(m.value, Actor)
    }


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Mali met Norway. Chad accused the West African nation of lying.", "West African nation",
         "MLI"),
        ("Venezuela met China. Washington blamed the South American country.",
         "South American country", "VEN"),
        ("Russia and Georgia fought. Moscow accused the former Soviet republic of lying.",
         "former Soviet republic", "GEO"),
        ("Saudi Arabia and Qatar met. Egypt accused the Gulf emirate of lying.", "Gulf emirate",
         "QAT"),
        ("ECOWAS warned Mali. Chad accused the landlocked Sahel country of lying.",
         "Sahel country", "MLI"),
        ("Japan met North Korea. Tokyo accused the reclusive communist state of lying.",
         "reclusive communist state", "PRK"),
        ("Peru met Chad in May. Lima is poor. It rains. Oslo urged the African country to stop.",
         "African country", "TCD"),
    ],
)  # fmt: skip
def test_a_state_is_meant_by_its_region(text: str, words: str, state: str) -> None:
    assert states(text)[words] == state


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mali met Ghana. Chad accused the West African nation of lying.", "West African nation"),
        ("Norway met Chile. A South American country attacked Chad.", "South American country"),
        ("Latin American leaders met in Lima.", "Latin American leaders"),
        ("Norway met Chad. Oslo urged the Baltic nation to stop.", "Baltic nation"),
    ],
)
def test_nobody_is_meant_for_sure(text: str, words: str) -> None:
    assert states(text)[words] is None


def test_regions_hold_states_that_exist() -> None:
    known = load_gazetteer().states.keys()
    assert {s for states in load_words("state_regions").values() for s in states} <= known
