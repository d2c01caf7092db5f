import time

import pytest

from foedera.gazetteer.towns import TownIndex


@pytest.mark.parametrize(
    ("words", "country", "length"),
    [
        (["Pahalgam"], "IND", 1),
        (["Khan", "Sheikhoun", "on"], "SYR", 2),
        (["Avdiivka"], "UKR", 1),
        (["Dadaab"], "KEN", 1),
    ],
)
def test_small_towns_and_other_spellings_are_found(words, country, length):
    found = TownIndex().at(words, 0)
    assert found is not None
    assert (found[0][0].country, found[1]) == (country, length)


@pytest.mark.parametrize("word", ["Congress", "Jordan", "Flynn", "Obama", "March", "Union"])
def test_common_words_and_names_of_others_are_no_towns(word):
    found = TownIndex().at([word], 0)
    assert found is None or found[1] > 1


def test_another_spelling_is_lighter_than_a_town_s_own_name():
    own, other = (TownIndex().at([name], 0) for name in ("Avdiyivka", "Avdiivka"))
    assert other is not None
    assert own is None  # it stands among the towns of 15,000 and more
    assert other[0][0].size < 15_000


def test_looking_up_is_quick():
    start = time.process_time()
    TownIndex()
    assert time.process_time() - start < 1
