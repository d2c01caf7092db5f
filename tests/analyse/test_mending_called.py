"""What is struck where it is only called so, and time that is given."""

import pytest

from tests.reading import analyser, report_of


def dobj(text: str, verb: str) -> list[str]:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    at = list(s.words).index(verb)
    return [s.words[t] for t, (d, h) in enumerate(zip(s.deps, s.heads, strict=True))
            if d == "dobj" and h == at]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("Warplanes struck what the military called rebel depots near Lima.", "struck", "depots"),
        ("Troops attacked what they described as a rebel camp.", "attacked", "camp"),
        ("Peru destroyed what it said was a Chilean depot in Lima.", "destroyed", "depot"),
        ("Niger gave the ambassador 48 hours to leave the country.", "gave", "hours"),
    ],
)
def test_what_is_called_so_is_acted_upon(text: str, verb: str, noun: str) -> None:
    assert noun in dobj(text, verb)
