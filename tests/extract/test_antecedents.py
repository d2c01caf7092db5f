"""What a clause behind a row of nouns is about."""

import pytest

from foedera.extract.antecedents import antecedent
from tests.reading import parse


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("The treaty on good relations that Peru and Chile concluded is in force.", "concluded",
         "treaty"),
        ("The pact on the use of rivers which both signed is in force.", "signed", "pact"),
        ("The treaty on the rivers that cross Peru is in force.", "cross", "rivers"),
        ("The pact on the gulf, which took effect in 2004, expired in May.", "took", "pact"),
        ("The pact on the gulf, which came into force in 2004, is over.", "came", "pact"),
        ("The pact on the town, which came into view at noon, is over.", "came", "town"),
        ("The report on the treaty that both signed is out.", "signed", "treaty"),
    ],
)  # fmt: skip
def test_what_is_signed_is_the_agreement_not_what_it_is_about(text: str, verb: str, noun: str):
    s = parse(text)
    assert s.words[antecedent(s, s.words.index(verb))] == noun
