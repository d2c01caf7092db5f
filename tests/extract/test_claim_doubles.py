"""One act told by two words of a clause is one claim."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def _told(text: str, kind: str) -> list[str]:
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    return [text[c.passage.trigger.start : c.passage.trigger.end] for c in claims]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Talks held in Oslo between Peru and Chile failed.", "diplomacy.meet", "Talks held"),
        ("Norway would press ahead with sanctions on Peru.",
         "coercion.sanction", "press ahead"),
        ("Norway will keep the sanctions on Peru in place.",
         "coercion.sanction", "keep the sanctions"),
        ("Peru closed the port, drawing sharp condemnation from Chile.",
         "statement.criticise", "drawing sharp condemnation"),
        ("Thousands of Peruvian miners rallied in protest at the tax.",
         "unrest.protest", "rallied in protest"),
        ("Chile's parliament voted to accept the treaty.", "agreement.approve", "voted to accept"),
    ],
)  # fmt: skip
def test_the_words_of_one_act_make_one_claim(text, kind, words):
    assert _told(text, kind) == [words]


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("Peru criticised Chile's condemnation of Oman.", "statement.criticise", 2),
        ("Peru criticised the condemnation of Oman.", "statement.criticise", 2),
        ("Peru attacked Chile in retaliation for an attack on Lima.", "military.attack", 2),
        ("Lawmakers urged Chile to press for the release of Peru's envoy.", "request.action", 2),
    ],
)
def test_two_acts_of_a_kind_stay_two(text, kind, count):
    assert len(_told(text, kind)) == count


def test_what_one_word_tells_more_goes_to_the_whole():
    text = "Norway said it would press ahead with sanctions on Peru."
    (claim,) = (c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == "coercion.sanction")
    assert [a.country for a in claim.roles.recipients] == ["PER"]
    assert claim.voice.reality == "planned"


def test_the_whole_keeps_the_agreement_that_a_part_names():
    text = "Chad gave formal notice that it is pulling out of the Lund Treaty."
    (claim,) = (c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == "agreement.withdraw")
    assert claim.agreement is not None
    assert claim.agreement.title == "Lund Treaty"
