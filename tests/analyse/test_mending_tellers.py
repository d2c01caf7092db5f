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


@pytest.mark.parametrize(
    "text",
    [
        "Such dams do not always hold, cautions the Tribune.",
        "The strike was a crime, charges the opposition.",
        "The talks would resume soon, promised the government.",
    ],
)
def test_who_is_named_behind_the_verb_tells_what_stands_before(text: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    teller = len(s.words) - 2
    assert s.deps[teller] == "nsubj"
    assert s.heads[s.heads[teller]] == s.heads[teller]


def test_an_object_of_what_somebody_does_stays_one() -> None:
    s = next(iter(analyser().analyse([report_of("Peru met Chile, announced the pact.")])))[0]
    assert s.deps[s.words.index("pact")] == "dobj"
