"""What is ruled out by a sentence's words is nothing that fills a slot in it."""

from foedera.extract.at_hand import bits, classes_at_hand, rarest_need
from foedera.extract.extractor import Extractor
from foedera.extract.frame_needs import NOT_BY_WORDS, Filled
from foedera.extract.frames import Look
from foedera.extract.mention_index import MentionIndex
from foedera.kinds import load_kinds
from foedera.lexicons import class_names
from tests.reading import analyser, parse, report_of

BY_WORDS = class_names() - NOT_BY_WORDS


def _at_hand(text: str) -> frozenset[str]:
    found = classes_at_hand(Look(parse(text)).held, MentionIndex(()).of(parse(text)))
    return frozenset(name for name in BY_WORDS if bits({name}) & found)


def test_no_phrase_of_an_example_is_what_is_not_at_hand():
    examples = [e.text for kind in load_kinds().values() for e in kind.examples[:2]]
    reports = [report_of(text) for text in examples]
    for report, parsed in zip(reports, analyser().analyse(reports), strict=True):
        index = MentionIndex(Extractor().extract(report, parsed).mentions)
        for sentence in parsed:
            here = index.of(sentence)
            found = classes_at_hand(Look(sentence).held, here)
            ruled_out = frozenset(name for name in BY_WORDS if not bits({name}) & found)
            for token in range(len(sentence.words)):
                filled = Filled(here, {"object": (token,)})
                assert not filled.meets((("object", ruled_out),), ()), (report.text, token)


def test_longer_forms_and_names_in_the_plural_are_at_hand():
    assert "weapons" in _at_hand("Chile sold two missiles.")
    assert "ceasefire" in _at_hand("Kenya broke the cease-fire.")
    assert "weapons" not in _at_hand("Chile sold two horses.")


def test_the_rarest_need_is_one_that_only_words_meet():
    needs = (
        ("subject", frozenset({"state", "weapons"})),
        ("object", frozenset({"weapons"})),
        ("to", frozenset({"ration_word"})),
    )
    assert rarest_need(needs) == {"ration_word"}
    assert rarest_need(needs[:1]) == frozenset()


def test_classes_that_words_cannot_give_have_no_bits():
    assert bits(NOT_BY_WORDS) == 0
    assert bits({"weapons"}) & bits({"ceasefire"}) == 0
