"""A place that opens a sentence tells where its verb happens."""

import pytest

from tests.reading import analyser, report_of


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("Near Oran, soldiers arrested three smugglers.", "Near", "arrested"),
        ("Outside Oran, soldiers arrested three smugglers.", "Outside", "arrested"),
        ("Near Oran, Algeria, soldiers arrested three smugglers.", "Near", "arrested"),
        ("Near Homs, the army shelled a village.", "Near", "shelled"),
    ],
)
def test_the_place_at_the_front_is_where_it_happens(text: str, word: str, verb: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    at = s.words.index(word)
    assert (s.tags[at], s.deps[at], s.words[s.heads[at]]) == ("IN", "prep", verb)


def test_a_name_that_does_it_stays_a_name() -> None:
    s = next(iter(analyser().analyse([report_of("Near East leaders met in Oslo.")])))[0]
    assert s.deps[0] == "compound"
