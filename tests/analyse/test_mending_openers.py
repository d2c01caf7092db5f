"""The name that opens a sentence has its verb again."""

import pytest

from tests.reading import analyser, report_of


@pytest.mark.parametrize(
    ("text", "name", "verb"),
    [
        ("Turkey, amid rising tension in the region, apologised to Russia.", "Turkey",
         "apologised"),
        ("Montenegro, amid rising tension in the region, acceded to the convention in 2006.",
         "Montenegro", "acceded"),
        ("Russia, amid rising tension in the region, banned imports of Moldovan wine.", "Russia",
         "banned"),
        ("Oman late on Monday mediated between Iran and Saudi Arabia.", "Oman", "mediated"),
        ("Kiribati late on Monday terminated the fisheries agreement with Taiwan.", "Kiribati",
         "terminated"),
    ],
)  # fmt: skip
def test_a_name_apart_from_its_verb_is_its_subject(text: str, name: str, verb: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    at = s.words.index(name)
    assert (s.deps[at], s.words[s.heads[at]]) == ("nsubj", verb)


@pytest.mark.parametrize("text", ["Monday, he left.", "Troops burnt by the sun left.", "Peru."])
def test_other_openers_are_left_alone(text: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    assert s.deps[0] != "nsubj" or s.words[0] == "Troops"


@pytest.mark.parametrize(
    ("text", "sort", "name", "verb"),
    [
        ("The Peruvian freighter Inca was sunk by Kenyan authorities.", "freighter", "Inca",
         "sunk"),
        ("The Kenyan destroyer Uhuru rammed a trawler.", "destroyer", "Uhuru", "rammed"),
    ],
)  # fmt: skip
def test_a_name_is_joined_to_the_noun_for_its_sort(
    text: str, sort: str, name: str, verb: str
) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    at, told = s.words.index(name), s.words.index(sort)
    assert (s.deps[told], s.heads[told], s.words[s.heads[at]]) == ("compound", at, verb)
