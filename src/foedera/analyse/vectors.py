"""Computes the vectors of a sentence's words as the model does, bit for bit, in half of the time.

What the model makes of a word by its form alone is computed once and remembered, since news
repeats its words; what it makes of a word among its neighbours is computed without the traces
that learning would need. A pipeline built otherwise stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy
from thinc.api import Model, NumpyOps

_MOST = 40_000  # forms; about 40 MB
_LEAST = 64  # rows at once: of fewer the products are summed in another order
_WINDOW = frozenset({"expand_window", "maxout", "layernorm", "dropout"})
_NEXT_TO_NOTHING = numpy.float32(1e-08)

Matrix: TypeAlias = Any


def hasten(nlp: Any) -> None:
    """Let the pipeline's vectors be computed by `Forms` and `Windows`, where it is built for it."""
    model = nlp.get_pipe("tok2vec").model if "tok2vec" in nlp.pipe_names else None
    if model is None or len(model.layers) != 2:
        return
    embed, encode = model.layers
    if embed.layers and embed.layers[0].name == "extract_features":
        model.layers[0] = Model("forms", Forms(embed.layers[0], embed.layers[1:]).forward)
    if windows := _windows_of(encode):
        model.layers[1] = Model("windows", Windows(encode.attrs["pad"], windows).forward)


class Forms:
    """The vectors of the forms met so far, made by the model's own layers."""

    def __init__(self, extract: Any, layers: Sequence[Any]) -> None:
        self._extract = extract
        self._layers = tuple(layers)
        self._rows: dict[bytes, int] = {}
        self._vectors: Matrix = numpy.empty((0, 0), "float32")

    def forward(self, model: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[Matrix], None]:
        """Return a matrix for each doc; nothing is learnt here, so there is no way back."""
        found = self._extract.predict(docs)
        keys = [_keys(features) for features in found]
        if len(self._rows) > _MOST:
            self._rows.clear()
        rows = self._rows
        new = {
            key: features[at]
            for features, one in zip(found, keys, strict=True)
            for at, key in enumerate(one)
            if key not in rows
        }
        if new:
            self._keep(list(new), self._computed(list(new.values())))
        return [self._vectors[[rows[key] for key in one]] for one in keys], None

    def _computed(self, features: Sequence[Matrix]) -> Matrix:
        """Return the vectors of forms, by the model's own layers."""
        count = len(features)
        values = numpy.zeros((max(_LEAST, count), len(features[0])), dtype="uint64")
        values[:count] = features
        made: Any = [values]
        for layer in self._layers:
            made = layer.predict(made)
        return made[0][:count]

    def _keep(self, keys: Sequence[bytes], made: Matrix) -> None:
        """Put vectors behind those that are held, with as much room again where it ends."""
        first, last = len(self._rows), len(self._rows) + len(keys)
        if last > len(self._vectors):
            held = self._vectors[:first].reshape(first, made.shape[1])
            self._vectors = numpy.concatenate([held, made, numpy.empty_like(held)])
        self._vectors[first:last] = made
        self._rows.update(zip(keys, range(first, last), strict=True))


def _keys(features: Matrix) -> list[bytes]:
    """Return each row's own bytes."""
    rows = numpy.ascontiguousarray(features)
    whole: list[bytes] = rows.view(f"V{rows.dtype.itemsize * rows.shape[1]}").ravel().tolist()
    return whole


@dataclass(frozen=True, slots=True)
class Window:
    """What one layer knows: how it weighs a word and its neighbours, and how it levels the sum."""

    weights: Matrix
    bias: Matrix
    pieces: int
    scale: Matrix
    shift: Matrix

    def added(self, columns: Matrix) -> Matrix:
        """Return what the layer adds to each word."""
        several = columns @ self.weights
        several += self.bias
        out, *others = numpy.split(several, self.pieces, axis=1)
        for other in others:
            numpy.maximum(out, other, out=out)
        size = numpy.float32(out.shape[1])
        out = out - numpy.add.reduce(out, axis=1, keepdims=True) / size
        spread = numpy.add.reduce(out * out, axis=1, keepdims=True) / size
        out *= (spread + _NEXT_TO_NOTHING) ** numpy.float32(-0.5)
        out *= self.scale
        out += self.shift
        return out


class Windows:
    """Looks from each word at its neighbours, layer upon layer."""

    def __init__(self, pad: int, windows: Sequence[Window]) -> None:
        self._pad = pad
        self._windows = tuple(windows)
        self._ops = NumpyOps(use_blis=False)

    def forward(
        self, model: Any, each: Sequence[Matrix], is_train: bool
    ) -> tuple[list[Matrix], None]:
        """Return the matrix of each doc, with its words seen among their neighbours."""
        ops = self._ops
        words: Any = ops.flatten(each, pad=self._pad)
        for window in self._windows:
            words = words + window.added(ops.seq2col(words, 1))
        lengths = ops.asarray1i([len(one) for one in each])
        return list(ops.unflatten(words, lengths, pad=self._pad)), None


def _windows_of(encode: Any) -> list[Window]:
    """Return the layers of an encoder, none if any of them is of another make."""
    out = []
    for layer in encode.layers[0].layers if encode.name.startswith("with_array") else ():
        inner = {node.name: node for node in layer.walk() if not node.layers}
        if not layer.name.startswith("residual") or inner.keys() != _WINDOW:
            return []
        if inner["expand_window"].attrs["window_size"] != 1:
            return []
        out.append(_window(inner["maxout"], inner["layernorm"]))
    return out


def _window(maxout: Any, norm: Any) -> Window:
    """Take over a layer's weights, the pieces of which the largest counts one beside the other."""
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    width, pieces, inputs = weights.shape
    beside = weights.transpose(1, 0, 2).reshape(pieces * width, inputs)
    return Window(
        numpy.ascontiguousarray(beside.T),
        numpy.ascontiguousarray(bias.T).reshape(pieces * width),
        pieces,
        norm.get_param("G"),
        norm.get_param("b"),
    )
