"""Whoever stands behind "by" accuses, though the parser hangs him on what is charged."""

import pytest

from tests.reading import analyser, report_of


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Ghana was accused of spying by Kenya.", "accused"),
        ("The government of Peru was hit with sanctions by Kenya.", "hit"),
    ],
)
def test_by_tells_who_does_it(text: str, verb: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    by = s.words.index("by")
    assert (s.deps[by], s.words[s.heads[by]]) == ("agent", verb)
