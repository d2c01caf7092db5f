"""A title in quotation marks is whom somebody tells, and the clause behind it is what is told."""

import pytest

from tests.reading import analyser, report_of


@pytest.mark.parametrize(
    ("text", "title", "told"),
    [
        ('Ana Soto told "Face the Nation" that Chad had attacked Mali.', "Nation", "attacked"),
        ('Ana Soto told "Evening News" Chad had attacked Mali.', "News", "attacked"),
        ('Ana Soto told ABC\'s "This Week" that Chad had attacked Mali.', "Week", "attacked"),
    ],
)
def test_a_title_is_told_what_follows(text: str, title: str, told: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    verb, name, clause = s.words.index("told"), s.words.index(title), s.words.index(told)
    assert (s.deps[name], s.heads[name]) == ("dobj", verb)
    assert (s.deps[clause], s.heads[clause]) == ("ccomp", verb)


def test_a_quotation_of_common_words_stays_as_it_is() -> None:
    s = next(iter(analyser().analyse([report_of('He told us "we attacked Mali" on Monday.')])))[0]
    assert s.tags[s.words.index("attacked")] == "VBD"
