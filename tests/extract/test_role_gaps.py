from foedera.extract.extractor import Extractor
from foedera.extract.role_gaps import NOUN, PRONOUN
from tests.reading import read_all

EXTRACTOR = Extractor()


def gaps(text: str) -> list[tuple[str, str]]:
    skips = read_all([text], EXTRACTOR)[0].skips
    return [(text[s.span.start : s.span.end], s.reason) for s in skips if s.what == "actor"]


def test_a_pronoun_for_nobody_is_an_abstention():
    assert gaps("They urged Chile to withdraw its troops.") == [("They", PRONOUN)]


def test_a_definite_noun_for_nobody_is_an_abstention():
    assert gaps("The group urged Chile to withdraw its troops.") == [("group", NOUN)]


def test_those_who_are_known_are_none():
    assert gaps("Peru said it urged Chile to withdraw its troops.") == []
