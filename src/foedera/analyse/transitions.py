"""Takes the parser's steps through many sentences at once, as the model does, in half of the time.

The model's own loop adds up and compares a few numbers a call; here each step of a whole batch is
a handful of operations on arrays. What a step looks at, which steps are allowed and what they do
stays with the parser. A parser built otherwise goes through its sentences by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy
from spacy.ml.parser_model import ParserStepModel

Matrix: TypeAlias = Any


def steps_of(component: Any) -> Callable[[Sequence[Any]], None]:
    """Return what annotates docs as the component of a pipeline does."""
    model = getattr(component, "model", None)
    if getattr(model, "name", "") == "parser_model" and _is_plain(component):
        return Transitions(component).annotate
    if hasattr(component, "predict"):
        return lambda docs: component.set_annotations(docs, component.predict(docs))

    def annotate(docs: Sequence[Any]) -> None:
        for doc in docs:
            component(doc)

    return annotate


def _is_plain(parser: Any) -> bool:
    """Say whether a parser goes one way only, by two layers, to steps that it has all met."""
    attrs = parser.model.attrs
    greedy = parser.cfg["beam_width"] == 1
    return bool(greedy and attrs["has_upper"] and not attrs["unseen_classes"])


class Transitions:
    """A parser's weights, laid out for a batch of sentences."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        self._vectors, lower, upper = parser.model.layers
        weights = lower.get_param("W")
        self.nF, _, self._pieces, width = weights.shape
        in_row = weights.transpose(3, 0, 2, 1).reshape(width, -1)
        self._lower = numpy.ascontiguousarray(in_row)  # a hidden value's pieces lie far apart
        self._nothing = _piecewise(lower.get_param("pad")[0]).reshape(-1)
        self._bias = _piecewise(lower.get_param("b")).reshape(-1)
        self._upper = numpy.ascontiguousarray(upper.get_param("W").T)
        self._upper_bias = upper.get_param("b")
        self._slots = numpy.arange(self.nF, dtype="int32")
        self._table: Matrix = numpy.empty((0, self._lower.shape[1]), "float32")

    @property
    def state2vec(self) -> Transitions:
        """Itself: the parser asks here, as it does of its own model, how many words it looks at."""
        return self

    def annotate(self, docs: Sequence[Any]) -> None:
        """Give each doc its heads and labels."""
        states = self._parser.moves.init_batch(docs)
        features = self._features(docs)
        going = [state for state in states if not state.is_final()]
        while going:
            going = self._parser.transition_states(going, self._scores(features, going))
        self._parser.set_annotations(docs, states)

    def _features(self, docs: Sequence[Any]) -> Matrix:
        """Return what each word adds in each of the slots a step looks at; first what none adds.

        The room for it is kept from batch to batch, as long as the longest: new room is dear.
        """
        words = self._vectors.predict(docs)
        rows = len(words) + 1
        if rows > len(self._table):
            self._table = numpy.empty((rows, self._lower.shape[1]), "float32")
        self._table[0] = self._nothing
        numpy.matmul(words, self._lower, out=self._table[1:rows])
        return self._table[:rows].reshape(rows * self.nF, -1)

    def _scores(self, features: Matrix, states: Sequence[Any]) -> Matrix:
        """Return for each state how well each step would do."""
        rows = ParserStepModel.get_token_ids(self, states)  # -1 where there is no word
        rows += 1
        rows *= self.nF
        rows += self._slots
        sums = numpy.add.reduce(features.take(rows, axis=0), axis=1)
        sums += self._bias
        hidden, *others = numpy.split(sums, self._pieces, axis=1)
        for other in others:
            hidden = numpy.maximum(hidden, other)
        scores = hidden @ self._upper
        scores += self._upper_bias
        return scores


def _piecewise(values: Matrix) -> Matrix:
    """Lay the first pieces of all hidden values in a row, then the second ones."""
    return numpy.ascontiguousarray(numpy.swapaxes(values, -1, -2))
