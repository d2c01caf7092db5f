"""Days of what is arranged, and of which it is told that it took place; day 2016-05-12."""

import pytest

from tests.extract.claims_of import claims_of


def _days(text: str, word: str) -> tuple[str | None, str | None] | None:
    found = [c for c in claims_of(text) if c.passage.trigger.start == text.index(word)]
    assert found, word
    when = found[0].setting.when
    return (when.earliest, when.latest) if when else None


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        ("Kenya is scheduled next month to bomb Chad.", "bomb", ("2016-06-01", "2016-06-30")),
        ("Kenya's president is due on Friday to visit Chad.", "visit",
         ("2016-05-13", "2016-05-13")),
        ("Kenya urged Peru on Monday to bomb Chad.", "bomb", None),
        ("The visit to Chad, which took place on Sunday, angered Peru.", "visit",
         ("2016-05-08", "2016-05-08")),
        ("The Kenyan raid on the port, which began in 2003, angered Chad.", "raid",
         ("2003-01-01", "2003-12-31")),
        ("Kenya's raid on the port, which was built in 2003, angered Chad.", "raid", None),
        ("Kenya's visit to Chad, set for Friday, angered Peru.", "visit",
         ("2016-05-13", "2016-05-13")),
        ("Kenya's visit to Chad is expected to begin next week.", "visit",
         ("2016-05-16", "2016-05-22")),
        ("Kenya's raid on Chad is to take place on Friday.", "raid",
         ("2016-05-13", "2016-05-13")),
        ("Kenya's raid on Chad is expected to be condemned next week.", "raid", None),
    ],
)  # fmt: skip
def test_days_of_what_is_arranged(text, word, days) -> None:
    assert _days(text, word) == days


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        ("Kenya left the union on Tuesday, the day after Peru bombed Chad.", "bombed",
         ("2016-05-09", "2016-05-09")),
        ("Kenya left the union on Tuesday, the day after the Peruvian raid on Chad.", "raid",
         ("2016-05-09", "2016-05-09")),
        ("On Tuesday, the day before Peru's raid on Chad, Kenya left the union.", "raid",
         ("2016-05-11", "2016-05-11")),
        ("Kenya left the union on Tuesday, days after Peru's raid on Chad.", "raid", None),
        ("Kenya left the union on May 3, the same day that Peru bombed Chad.", "bombed",
         ("2016-05-03", "2016-05-03")),
        ("Kenya will arm the Chadian rebels starting Monday.", "arm", ("2016-05-16", None)),
    ],
)  # fmt: skip
def test_days_told_beside_another(text, word, days) -> None:
    assert _days(text, word) == days
