"""What a neighbour or a warring party is told by is no verb."""

import pytest

from tests.reading import analyser, report_of


@pytest.mark.parametrize(
    ("text", "noun", "dep", "above"),
    [
        ("Ethiopia accused neighbouring Egypt of interfering.", "Egypt", "dobj", "accused"),
        ("Turkey intervened in neighboring Syria in August.", "Syria", "pobj", "in"),
        ("The servers were attacked by neighbouring Russia.", "Russia", "pobj", "by"),
        ("Allegations that neighbouring Chad armed the rebels grew.", "Chad", "nsubj", "armed"),
    ],
)
def test_a_neighbour_is_named_and_not_done_to(text: str, noun: str, dep: str, above: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    at = s.words.index(noun)
    assert (s.deps[at], s.words[s.heads[at]]) == (dep, above)


def test_who_visits_or_invades_is_left_alone() -> None:
    s = next(iter(analyser().analyse([report_of("Putin denied invading Georgian land.")])))[0]
    assert s.tags[s.words.index("invading")] == "VBG"
