"""Whoever tells a sentence at its end is not one more of the row before the comma."""

import pytest

from tests.reading import analyser, report_of


@pytest.mark.parametrize("name", ["Meduza", "Al-Mayadeen", "Voice of America", "KBS"])
def test_a_name_behind_the_comma_tells_what_stands_before(name: str) -> None:
    text = f"Russia has sent tanks to Syria, {name} reported on Monday."
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    verb, told = s.words.index("reported"), s.words.index("sent")
    assert (s.heads[verb], s.deps[told], s.heads[told]) == (verb, "ccomp", verb)
    assert any(d == "nsubj" and h == verb for d, h in zip(s.deps, s.heads, strict=True))
