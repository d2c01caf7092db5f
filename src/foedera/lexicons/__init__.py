"""Word lists as data: one YAML file a list, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from foedera.errors import KindError
from foedera.word_lists import read_words


@cache
def load_words(name: str) -> dict[str, Any]:
    """Read `lexicons/<name>.yaml`, a mapping at its top.

    Raises: KindError if the file is missing or no mapping.
    """
    file = resources.files(__name__) / f"{name}.yaml"
    try:
        body = read_words(file.read_text("utf8"))
    except FileNotFoundError as error:
        raise KindError(f"lexicons/{name}.yaml is missing") from error
    if not isinstance(body, dict):
        raise KindError(f"lexicons/{name}.yaml: a mapping is wanted at its top")
    return body


@cache
def load_lists(name: str) -> Mapping[str, tuple[str, ...]]:
    """Read `lexicons/<name>.yaml` as a mapping from a name to a list of words.

    Raises: KindError if a value is no list of words.
    """
    out: dict[str, tuple[str, ...]] = {}
    for key, words in load_words(name).items():
        if not isinstance(words, list) or not all(isinstance(w, str) for w in words):
            raise KindError(f"lexicons/{name}.yaml: {key}: a list of words is wanted")
        out[str(key)] = tuple(words)
    return out


@cache
def class_names() -> frozenset[str]:
    """Return the names of all noun classes, for the check of kind files."""
    named = load_words("named_acts")["classes"].values()
    return frozenset([*load_lists("noun_classes"), *named])
