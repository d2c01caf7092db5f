"""Whoever stands behind what opens a sentence does what its verb tells."""

import pytest

from tests.reading import analyser, report_of


def heads(text: str) -> dict[str, tuple[str, str]]:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    return {w: (s.deps[i], s.words[s.heads[i]]) for i, w in enumerate(s.words)}


@pytest.mark.parametrize(
    ("text", "doer", "verb"),
    [
        ("In Oslo, Chile and Peru signed a treaty.", "Chile", "signed"),
        ("In Syria, Russia, Turkey and Iran attacked the rebels.", "Russia", "attacked"),
        ("According to Reuters, Chile and Peru signed a treaty.", "Chile", "signed"),
        ("Under President Lula, Brazil and Chile signed a treaty.", "Brazil", "signed"),
        ("In Oslo, Chile and Peru have not signed the treaty.", "Chile", "signed"),
        ("In Tehran, Hassan Rouhani condemned Israel.", "Rouhani", "condemned"),
        ("Speaking from Havana, Cuba's president thanked Canada.", "president", "thanked"),
        ("Meeting in Geneva, Russia and Chile signed an accord.", "Russia", "signed"),
        ("Gathered in Geneva, Russia and Chile signed an accord.", "Russia", "signed"),
        ("After talks in Geneva, Russia and Chile signed an accord.", "Russia", "signed"),
        ("Since the attack on Tunis, Kenya and Peru signed a pact.", "Kenya", "signed"),
        ("Earlier in Oslo, ministers from Kenya and Peru met.", "ministers", "met"),
        ("Speaking to reporters in Mali, Kenya and Peru attacked Fiji.", "Kenya", "attacked"),
        ("Visiting Lagos, President Uhuru Kenyatta attacked Fiji.", "Kenyatta", "attacked"),
        ("Near Oslo, Vladimir Putin met the rebels.", "Putin", "met"),
        ("Unlike Chad, Kenya and Peru condemned Fiji.", "Kenya", "condemned"),
        ("After talks in Chad, Lula da Silva, the president of Brazil, left.", "Silva", "left"),
        ("Two days before the talks in Oslo, Kenya and Peru struck.", "Kenya", "struck"),
        ("Peru left, but amid the talks in Mali, Kenya and Chad met.", "Kenya", "met"),
        ("Also, to stop the war in Mali, Kenya and Chad met.", "Kenya", "met"),
        ("But in Tunis, Chad's president, Idriss Deby, condemned Fiji.", "president", "condemned"),
        ("In response, Peru, for its part, condemned Chad.", "Peru", "condemned"),
        ("As the talks ended, Yemen, speaking in Mali, left Chad.", "Yemen", "left"),
        ("Days after the talks, Yemen, which borders Oman, met Chad.", "Yemen", "met"),
        ("In Mali, Chad, a friend of Togo, on Monday praised Fiji.", "Chad", "praised"),
        ("Peru left Chad after Togo, a friend of Mali, attacked Fiji.", "Togo", "attacked"),
        ("Peru left; speaking in Tunis, Kenya and Chad thanked Fiji.", "Kenya", "thanked"),
        (
            "Even so, fearing a war in Mali, Chad's president, Idriss Deby, left.",
            "president",
            "left",
        ),
    ],
)
def test_whoever_stands_behind_what_opens_does_it(text: str, doer: str, verb: str) -> None:
    assert heads(text)[doer] == ("nsubj", verb)


def test_names_behind_the_place_that_opens_undergo_it() -> None:
    found = heads("In Chad, Mali and Niger were attacked by rebels.")
    assert found["Mali"] == ("nsubjpass", "attacked")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("With Chad, Mali and Niger at war, Togo banned the exports.", "Mali"),
        ("Attacks in Chad, Mali and Niger killed ten soldiers.", "Mali"),
        ("Officials in London, Paris and Berlin condemned Fiji.", "Paris"),
        ("Troops who fought in Mali, Togo and Peru condemned Fiji.", "Togo"),
        ("Fighting in Chad, Mali and Niger killed ten soldiers.", "Mali"),
        ("Leaders meeting in Oslo, Norway, condemned Fiji.", "Norway"),
    ],
)
def test_a_row_of_places_stays_one_where_somebody_else_acts(text: str, name: str) -> None:
    assert heads(text)[name][0] not in {"nsubj", "nsubjpass"}
