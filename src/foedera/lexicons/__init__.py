"""Word lists as data: one YAML file a list, read once."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

from foedera.errors import KindError


@cache
def load_words(name: str) -> dict[str, Any]:
    """Read `lexicons/<name>.yaml`, a mapping at its top.

    Raises: KindError if the file is missing or no mapping.
    """
    file = resources.files(__name__) / f"{name}.yaml"
    try:
        body = yaml.safe_load(file.read_text("utf8"))
    except FileNotFoundError as error:
        raise KindError(f"lexicons/{name}.yaml is missing") from error
    if not isinstance(body, dict):
        raise KindError(f"lexicons/{name}.yaml: a mapping is wanted at its top")
    return body
