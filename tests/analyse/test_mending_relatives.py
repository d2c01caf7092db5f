"""A clause told of a noun has its verb, and an act what it is done to."""

import pytest

from tests.reading import analyser, report_of


def heads(text: str) -> dict[str, tuple[str, str]]:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    return {w: (s.deps[i], s.words[s.heads[i]]) for i, w in enumerate(s.words)}


@pytest.mark.parametrize(
    ("text", "noun", "verb", "main"),
    [
        ("Chile, which Kenya's interior ministry sanctioned in May, said nothing.", "Chile",
         "sanctioned", "said"),
        ("Peruvian fishermen, whom Kenyan warplanes attacked in May, said nothing.", "fishermen",
         "attacked", "said"),
        ("Peru said the group, which Kenyan troops armed last year, had fled.", "group", "armed",
         "fled"),
    ],
)  # fmt: skip
def test_the_verb_behind_the_comma_is_that_of_the_noun(
    text: str, noun: str, verb: str, main: str
) -> None:
    found = heads(text)
    assert (found[verb], found[noun]) == (("relcl", noun), ("nsubj", main))


@pytest.mark.parametrize(
    "text",
    [
        "The arrest by Kenya of two Peruvians angered Chile.",
        "Chile condemned the arrest by Kenyan troops of a Peruvian envoy.",
        "The arrest by gunmen of two nurses angered Chile.",
    ],
)
def test_what_of_names_behind_the_doer_is_the_acts(text: str) -> None:
    assert heads(text)["of"] == ("prep", "arrest")


@pytest.mark.parametrize(
    "text",
    [
        "A raid by members of the army angered Chile.",
        "The visit by President Kenyatta of Kenya pleased Peru.",
        "A raid by police of the capital angered Chile.",
    ],
)
def test_what_of_names_may_be_the_doers_own(text: str) -> None:
    assert heads(text)["of"][1] not in {"raid", "visit"}
