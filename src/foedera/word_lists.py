"""How YAML files of words are read, lists and kinds alike."""

from __future__ import annotations

from typing import Any, ClassVar

import yaml

_BOOLEAN = "tag:yaml.org,2002:bool"
# The C loader reads the same safe subset ten times as fast, where it was built.
_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _PlainLoader(_BASE):  # type: ignore[misc]
    """Leaves "on", "off", "yes" and "no" the words they are, as YAML 1.2 does."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, Any]]]] = {
        first: [(tag, form) for tag, form in forms if tag != _BOOLEAN or first in "tTfF"]
        for first, forms in _BASE.yaml_implicit_resolvers.items()
    }


def read_words(text: str) -> Any:
    """Read the body of a YAML file of words.

    >>> read_words("[on, off, no, true]")
    ['on', 'off', 'no', True]

    Raises: yaml.YAMLError for what is no YAML.
    """
    return yaml.load(text, Loader=_PlainLoader)
