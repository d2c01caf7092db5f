"""Names in a series are joined to the first of them, and do what the verb behind them tells."""

import pytest

from tests.reading import analyser, report_of


def heads(text: str) -> dict[str, tuple[str, str]]:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    return {w: (s.deps[i], s.words[s.heads[i]]) for i, w in enumerate(s.words)}


def test_the_second_of_three_is_no_apposition() -> None:
    found = heads("Ana Soto, Luis Paz and John Mbeki said Iran attacked Chad.")
    assert found["Paz"] == ("conj", "Soto")


def test_the_first_of_three_with_articles_is_the_subject() -> None:
    found = heads("The FBI, the CIA and the NSA said Russia had attacked Chad.")
    assert (found["FBI"], found["CIA"]) == (("nsubj", "said"), ("conj", "FBI"))


@pytest.mark.parametrize(
    ("text", "doer", "verb"),
    [
        ("In Oslo, Chile and Peru signed a treaty.", "Chile", "signed"),
        ("In Syria, Russia, Turkey and Iran attacked the rebels.", "Russia", "attacked"),
        ("According to Reuters, Chile and Peru signed a treaty.", "Chile", "signed"),
        ("Under President Lula, Brazil and Chile signed a treaty.", "Brazil", "signed"),
        ("In Oslo, Chile and Peru have not signed the treaty.", "Chile", "signed"),
    ],
)
def test_names_behind_the_place_that_opens_do_it(text: str, doer: str, verb: str) -> None:
    assert heads(text)[doer] == ("nsubj", verb)


def test_names_behind_the_place_that_opens_undergo_it() -> None:
    found = heads("In Chad, Mali and Niger were attacked by rebels.")
    assert found["Mali"] == ("nsubjpass", "attacked")


def test_a_row_of_places_stays_one_where_somebody_else_acts() -> None:
    found = heads("With Chad, Mali and Niger at war, Togo banned the exports.")
    assert found["Mali"][0] == "conj"
