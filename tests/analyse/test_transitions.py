"""Sentences get the heads and labels that the parser itself would give them."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
import spacy

from foedera.analyse import DEFAULT_MODEL
from foedera.analyse.transitions import Transitions, steps_of

TEXTS = (
    "The two states signed the pact in Oslo on Friday, and neither has ratified it.",
    "Ratified!",
    "On Friday the pact's two signatories, said the minister, \"don't meet in Oslo\".",
    "Guards who had fired at a boat off the coast were handed over by the port's commander.",
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    return spacy.load(DEFAULT_MODEL, exclude=["ner", "lemmatizer", "attribute_ruler"])


def _trees(nlp: Any, annotate: Callable[[Sequence[Any]], None], texts: Sequence[str]) -> list[Any]:
    docs = [nlp.make_doc(text) for text in texts]
    for name in ("tok2vec", "tagger"):
        steps_of(nlp.get_pipe(name))(docs)
    annotate(docs)
    return [[(word.tag_, word.dep_, word.head.i) for word in doc] for doc in docs]


def _own(nlp: Any) -> Callable[[Sequence[Any]], None]:
    parser = nlp.get_pipe("parser")
    return lambda docs: parser.set_annotations(docs, parser.predict(docs))


def test_trees_are_the_parsers_own(nlp: Any) -> None:
    fast = steps_of(nlp.get_pipe("parser"))
    assert isinstance(getattr(fast, "__self__", None), Transitions)
    assert _trees(nlp, fast, TEXTS) == _trees(nlp, _own(nlp), TEXTS)


def test_a_shorter_batch_is_parsed_in_the_room_of_a_longer_one(nlp: Any) -> None:
    fast = steps_of(nlp.get_pipe("parser"))
    whole = _trees(nlp, fast, TEXTS * 3)
    assert _trees(nlp, fast, TEXTS[:2]) == whole[:2]


def test_a_text_without_words_has_no_tree(nlp: Any) -> None:
    fast = steps_of(nlp.get_pipe("parser"))
    assert _trees(nlp, fast, (TEXTS[0], ""))[1] == []


def test_a_parser_that_goes_several_ways_goes_by_itself(nlp: Any) -> None:
    parser = nlp.get_pipe("parser")
    parser.cfg["beam_width"] = 4
    try:
        slow = steps_of(parser)
        assert not isinstance(getattr(slow, "__self__", None), Transitions)
        assert _trees(nlp, slow, TEXTS) == _trees(nlp, _own(nlp), TEXTS)
    finally:
        parser.cfg["beam_width"] = 1


def test_a_component_that_predicts_nothing_is_called_on_each_text() -> None:
    met: list[str] = []
    steps_of(lambda doc: met.append(doc.text))([*map(spacy.blank("en").make_doc, TEXTS)])
    assert met == list(TEXTS)
