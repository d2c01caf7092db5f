"""A day or a year before a name is no part of the name."""

import pytest

from foedera.data import Sentence
from tests.reading import analyser, report_of


def parsed(text: str) -> Sentence:
    return next(iter(analyser().analyse([report_of(text)])))[0]


@pytest.mark.parametrize(
    ("text", "day", "name", "verb", "dated"),
    [
        ("On Monday Trump threatened to leave.", "Monday", "Trump", "threatened", "threatened"),
        ("In 2014 Habib Essid threatened to leave.", "2014", "Essid", "threatened", "threatened"),
        ("On Monday Habib Essid was arrested.", "Monday", "Essid", "arrested", "arrested"),
        ("Iran said on Monday Habib Essid would visit.", "Monday", "Essid", "visit", "said"),
        ("The ministry said on Monday Shanmugam had left.", "Monday", "Shanmugam", "left", "said"),
    ],
)
def test_a_day_before_a_name_dates_its_verb(
    text: str, day: str, name: str, verb: str, dated: str
) -> None:
    s = parsed(text)
    at, one = s.words.index(day), s.words.index(name)
    assert s.deps[one].startswith("nsubj")
    assert s.words[s.heads[one]] == verb
    assert (s.deps[at], s.words[s.heads[s.heads[at]]]) == ("pobj", dated)


def test_who_stands_behind_a_day_and_before_a_clause_does_it() -> None:
    s = parsed("On Monday, Kenya, which wants clarification from Somalia, wrote a letter.")
    name, verb = s.words.index("Kenya"), s.words.index("wrote")
    assert (s.deps[name], s.heads[name]) == ("nsubj", verb)
    assert s.heads[s.words.index("wants")] == name
