"""The vectors of words are the model's own to the last bit, however they were computed."""

from typing import Any

import numpy
import pytest
import spacy
from thinc.api import NumpyOps

from foedera.analyse import DEFAULT_MODEL, vectors
from foedera.analyse.vectors import hasten

TEXTS = (
    "The two states signed the pact in Oslo on Friday, and neither has ratified it.",
    "Ratified!",
    "On Friday the pact's two signatories, said the minister, \"don't meet in Oslo\".",
)


def _load() -> Any:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    for node in nlp.get_pipe("tok2vec").model.walk():
        node.ops = NumpyOps(use_blis=False)
    return nlp


@pytest.fixture(scope="module")
def plain() -> Any:
    return _load()


@pytest.fixture
def fast() -> Any:
    nlp = _load()
    hasten(nlp)
    return nlp


def _told(nlp: Any, texts: tuple[str, ...]) -> list[Any]:
    return list(nlp.get_pipe("tok2vec").predict([nlp.make_doc(text) for text in texts]))


def _equal(left: list[Any], right: list[Any]) -> bool:
    return all(numpy.array_equal(a, b) for a, b in zip(left, right, strict=True))


def test_vectors_are_the_models_own(plain: Any, fast: Any) -> None:
    assert [layer.name for layer in fast.get_pipe("tok2vec").model.layers] == ["forms", "windows"]
    assert _equal(_told(fast, TEXTS), _told(plain, TEXTS))


def test_words_met_before_have_the_same_vectors(fast: Any) -> None:
    first = _told(fast, TEXTS)
    _told(fast, ("A truce of other words altogether holds around Aden.",))
    assert _equal(_told(fast, TEXTS), first)


def test_what_is_forgotten_is_computed_again(fast: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _told(fast, TEXTS)
    monkeypatch.setattr(vectors, "_MOST", 5)
    assert _equal(_told(fast, TEXTS[::-1]), first[::-1])


def test_an_empty_text_has_no_vectors(plain: Any, fast: Any) -> None:
    assert _equal(_told(fast, (TEXTS[0], "")), _told(plain, (TEXTS[0], "")))


def test_a_pipeline_of_another_make_stays_as_it_is() -> None:
    hasten(spacy.blank("en"))
    nlp = _load()
    model = nlp.get_pipe("tok2vec").model
    model.layers[1].layers[0].layers[0].layers[0].layers[0].attrs["window_size"] = 2
    encode = model.layers[1]
    hasten(nlp)
    assert model.layers[1] is encode
