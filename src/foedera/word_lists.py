"""How YAML files of words are read, lists and kinds alike."""

from __future__ import annotations

from typing import Any, ClassVar

import yaml

_BOOLEAN, _WORD = "tag:yaml.org,2002:bool", "tag:yaml.org,2002:str"
_TAGS = {
    yaml.ScalarNode: _WORD,
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
# The C loader reads the same safe subset ten times as fast, where it was built.
_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _PlainLoader(_BASE):  # type: ignore[misc]
    """Leaves "on", "off", "yes" and "no" the words they are, as YAML 1.2 does."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, Any]]]] = {
        first: [(tag, form) for tag, form in forms if tag != _BOOLEAN or first in "tTfF"]
        for first, forms in _BASE.yaml_implicit_resolvers.items()
    }

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        """Return the tag of a node that bears none: what a plain word's form tells, or its kind.

        The base asks the same by way of paths and wild cards, which no list of words has.
        """
        if kind is yaml.ScalarNode and implicit[0]:
            for tag, form in self.yaml_implicit_resolvers.get(value[:1], ()):
                if form.match(value):
                    return tag
        return _TAGS[kind]

    def descend_resolver(self, parent: yaml.Node | None, index: object) -> None:
        """Follow no path: no tag hangs on where a word stands."""

    def ascend_resolver(self) -> None:
        """Leave no path."""


def read_words(text: str) -> Any:
    """Read the body of a YAML file of words.

    >>> read_words("[on, off, no, true]")
    ['on', 'off', 'no', True]

    Raises: yaml.YAMLError for what is no YAML.
    """
    loader = _PlainLoader(text)
    try:
        node = loader.get_single_node()
        return None if node is None else _value(loader, node)
    finally:
        loader.dispose()


def _value(loader: Any, node: yaml.Node) -> Any:
    """Make lists, mappings and words of nodes; what else there is the loader makes."""
    if isinstance(node, yaml.SequenceNode):
        return [_value(loader, item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {_key(loader, key): _value(loader, value) for key, value in node.value}
    return node.value if node.tag == _WORD else loader.construct_object(node)


def _key(loader: Any, node: yaml.Node) -> Any:
    if not isinstance(node, yaml.ScalarNode):
        raise yaml.MarkedYAMLError(problem="a key is a word", problem_mark=node.start_mark)
    return _value(loader, node)
