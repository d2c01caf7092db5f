"""Tense around a time expression, from words and from a parse."""

from __future__ import annotations

import re

import pytest

from foedera.data import Sentence, Span
from foedera.extract.time_tense import read_tense


def sentence(text: str, parse: list[tuple[str, str, str, int]] | None = None) -> Sentence:
    found = list(re.finditer(r"['’]s|\w+|[^\w\s]", text))
    words = tuple(m.group() for m in found)
    bare = Sentence(
        Span(0, len(text)), 0, words,
        tuple(m.start() for m in found), tuple(m.end() for m in found),
    )  # fmt: skip
    if parse is None:
        return bare
    lemmas, tags, deps, heads = zip(*parse, strict=True)
    kids = tuple(
        tuple(k for k, h in enumerate(heads) if h == i and k != i) for i in range(len(words))
    )
    return Sentence(bare.span, 0, words, bare.starts, bare.ends, lemmas, tags, deps, heads, kids)


def tense(text: str, words: str, parse: list[tuple[str, str, str, int]] | None = None) -> str:
    at = text.index(words)
    return read_tense(sentence(text, parse), Span(at, at + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("They signed it in June.", "June", "past"),
        ("They will sign it in June.", "June", "future"),
        ("The sides plan to meet on Friday.", "Friday", "future"),
        ("Officials said the court will rule Friday.", "Friday", "future"),
        ("The court said Friday that it would rule.", "Friday", "past"),
        ("The deal should be signed on Friday.", "Friday", "future"),
        ("On Friday the sides met.", "Friday", "past"),
        ("A Friday of calm.", "Friday", "near"),
    ],
)
def test_guess_from_words(text: str, words: str, expected: str) -> None:
    assert tense(text, words) == expected


def test_parsed_simple_past() -> None:
    parse = [("they", "PRP", "nsubj", 1), ("meet", "VBD", "ROOT", 1), ("on", "IN", "prep", 1),
             ("Friday", "NNP", "pobj", 2), (".", ".", "punct", 1)]  # fmt: skip
    assert tense("They met on Friday.", "Friday", parse) == "past"


def test_parsed_modal() -> None:
    parse = [("they", "PRP", "nsubj", 2), ("will", "MD", "aux", 2), ("meet", "VB", "ROOT", 2),
             ("Friday", "NNP", "npadvmod", 2), (".", ".", "punct", 2)]  # fmt: skip
    assert tense("They will meet Friday.", "Friday", parse) == "future"


def test_parsed_infinitive_looks_ahead_but_not_under_a_verb_of_success() -> None:
    def parse(verb: str) -> list[tuple[str, str, str, int]]:
        return [("they", "PRP", "nsubj", 1), (verb, "VBD", "ROOT", 1), ("to", "TO", "aux", 3),
                ("meet", "VB", "xcomp", 1), ("Friday", "NNP", "npadvmod", 3),
                (".", ".", "punct", 1)]  # fmt: skip

    assert tense("They promised to meet Friday.", "Friday", parse("promise")) == "later"
    assert tense("They managed to meet Friday.", "Friday", parse("manage")) == "past"


@pytest.mark.parametrize(
    ("verb", "expected"), [("meet", "present"), ("open", "present"), ("clash", "past")]
)
def test_a_plain_present_looks_ahead_only_under_verbs_of_schedules(
    verb: str, expected: str
) -> None:
    parse = [("side", "NNS", "nsubj", 1), (verb, "VBP", "ROOT", 1), ("on", "IN", "prep", 1),
             ("Friday", "NNP", "pobj", 2), (".", ".", "punct", 1)]  # fmt: skip
    assert tense("Sides meet on Friday.", "Friday", parse) == expected


def test_as_soon_as_and_as_recently_as() -> None:
    def parse(adverb: str) -> list[tuple[str, str, str, int]]:
        return [("they", "PRP", "nsubj", 1), ("meet", "VBD", "ROOT", 1), ("as", "IN", "advmod", 3),
                (adverb, "RB", "advmod", 1), ("as", "IN", "prep", 3),
                ("Friday", "NNP", "pobj", 4), (".", ".", "punct", 1)]  # fmt: skip

    assert tense("They met as recently as Friday.", "Friday", parse("recently")) == "past"
    assert tense("They leave as soon as Friday.", "Friday", parse("soon")) == "future"


def test_an_event_noun_told_in_the_present_has_been() -> None:
    parse = [("the", "DT", "det", 1), ("start", "NN", "nsubj", 5), ("Monday", "NNP", "npadvmod", 1),
             ("of", "IN", "prep", 1), ("talk", "NNS", "pobj", 3), ("ease", "VBZ", "ROOT", 5),
             ("fear", "NNS", "dobj", 5), (".", ".", "punct", 5)]  # fmt: skip
    assert tense("The start Monday of talks eases fears.", "Monday", parse) == "past"


def test_could_not_is_past() -> None:
    parse = [("they", "PRP", "nsubj", 3), ("could", "MD", "aux", 3), ("not", "RB", "neg", 3),
             ("meet", "VB", "ROOT", 3), ("Monday", "NNP", "npadvmod", 3),
             (".", ".", "punct", 3)]  # fmt: skip
    assert tense("They could not meet Monday.", "Monday", parse) == "past"


def test_neither_of_them_could_is_past() -> None:
    parse = [("neither", "CC", "preconj", 1), ("she", "PRP", "nsubjpass", 6),
             ("nor", "CC", "cc", 1), ("he", "PRP", "conj", 1), ("could", "MD", "aux", 6),
             ("be", "VB", "auxpass", 6), ("reach", "VBN", "ROOT", 6),
             ("Monday", "NNP", "npadvmod", 6), (".", ".", "punct", 6)]  # fmt: skip
    assert tense("Neither she nor he could be reached Monday.", "Monday", parse) == "past"


def test_what_was_put_off_until_a_day_lies_ahead() -> None:
    parse = [("court", "NN", "nsubj", 1), ("adjourn", "VBD", "ROOT", 1),
             ("until", "IN", "prep", 1), ("Monday", "NNP", "pobj", 2),
             (".", ".", "punct", 1)]  # fmt: skip
    assert tense("Courts adjourned until Monday.", "Monday", parse) == "later"
    parse = [("fighting", "NN", "nsubj", 1), ("last", "VBD", "ROOT", 1),
             ("until", "IN", "prep", 1), ("Monday", "NNP", "pobj", 2),
             (".", ".", "punct", 1)]  # fmt: skip
    assert tense("Fighting lasted until Monday.", "Monday", parse) == "past"


def test_the_present_of_a_clause_of_time_looks_ahead() -> None:
    parse = [("they", "PRP", "nsubj", 1), ("wait", "VBD", "ROOT", 1), ("when", "WRB", "advmod", 4),
             ("it", "PRP", "nsubj", 4), ("sit", "VBZ", "advcl", 1), ("in", "IN", "prep", 4),
             ("May", "NNP", "pobj", 5), (".", ".", "punct", 1)]  # fmt: skip
    assert tense("They waited when it sits in May.", "May", parse) == "future"


def test_a_planned_thing_of_a_month_lies_ahead() -> None:
    parse = [("they", "PRP", "nsubj", 1), ("discuss", "VBD", "ROOT", 1),
             ("the", "DT", "det", 4), ("planned", "JJ", "amod", 4), ("visit", "NN", "dobj", 1),
             ("in", "IN", "prep", 4), ("May", "NNP", "pobj", 5),
             (".", ".", "punct", 1)]  # fmt: skip
    assert tense("They discussed the planned visit in May.", "May", parse) == "future"


def test_a_headlines_present_is_past() -> None:
    parse = [("Oslo", "NNP", "nsubj", 1), ("sign", "VBZ", "ROOT", 1), ("pact", "NN", "dobj", 1),
             ("Friday", "NNP", "npadvmod", 1)]  # fmt: skip
    assert tense("Oslo signs pact Friday", "Friday", parse) == "past"


def test_a_deadline_lies_ahead() -> None:
    parse = [("they", "PRP", "nsubj", 1), ("miss", "VBD", "ROOT", 1), ("the", "DT", "det", 4),
             ("Friday", "NNP", "compound", 4), ("deadline", "NN", "dobj", 1),
             (".", ".", "punct", 1)]  # fmt: skip
    assert tense("They set the Friday deadline.", "Friday", parse) == "future"


def test_a_possessive_day_has_been() -> None:
    parse = [("they", "PRP", "nsubj", 2), ("will", "MD", "aux", 2), ("appeal", "VB", "ROOT", 2),
             ("Friday", "NNP", "poss", 5), ("'s", "POS", "case", 3), ("ruling", "NN", "dobj", 2),
             (".", ".", "punct", 2)]  # fmt: skip
    assert tense("They will appeal Friday's ruling.", "Friday", parse) == "past"


def test_a_plan_of_the_past_may_be_over() -> None:
    parse = [("they", "PRP", "nsubj", 2), ("be", "VBD", "aux", 2), ("plan", "VBG", "ROOT", 2),
             ("to", "TO", "aux", 4), ("meet", "VB", "xcomp", 2),
             ("Friday", "NNP", "npadvmod", 4), (".", ".", "punct", 2)]  # fmt: skip
    assert tense("They were planning to meet Friday.", "Friday", parse) == "around"


def test_a_day_right_after_said_is_the_day_of_saying() -> None:
    parse = [("he", "PRP", "nsubj", 1), ("say", "VBD", "ROOT", 1),
             ("Monday", "NNP", "npadvmod", 5), ("they", "PRP", "nsubj", 5),
             ("will", "MD", "aux", 5), ("meet", "VB", "ccomp", 1),
             (".", ".", "punct", 1)]  # fmt: skip
    assert tense("He said Monday they will meet.", "Monday", parse) == "past"


def test_a_date_before_what_befell_has_been() -> None:
    parse = [("they", "PRP", "nsubj", 2), ("will", "MD", "aux", 2), ("study", "VB", "ROOT", 2),
             ("the", "DT", "det", 6), ("May", "NNP", "nmod", 6), ("3", "CD", "nummod", 4),
             ("attack", "NN", "dobj", 2), (".", ".", "punct", 2)]  # fmt: skip
    assert tense("They will study the May 3 attack.", "May 3", parse) == "past"
