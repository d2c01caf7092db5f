"""No word list hides another of the same name: YAML keeps the last of two in silence."""

from importlib import resources
from typing import Any

import yaml


class Strict(yaml.SafeLoader):
    """A loader that refuses a key told twice."""


def _mapping(loader: Strict, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=deep) for key, _ in node.value]
    twice = sorted({str(key) for key in keys if keys.count(key) > 1})
    assert not twice, f"told twice: {', '.join(twice)}"
    return yaml.SafeLoader.construct_mapping(loader, node, deep=deep)


Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def test_no_list_is_told_twice() -> None:
    files = [f for f in resources.files("foedera.lexicons").iterdir() if f.name.endswith(".yaml")]
    assert files
    for file in files:
        yaml.load(file.read_text("utf8"), Loader=Strict)
