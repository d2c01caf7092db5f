"""The kinds of happening as data: one YAML file a kind, checked when it is read.

`ARCHITECTURE.md` shows a kind file. A kind is named `family.kind` and lies in
`kinds/<family>/<kind>.yaml`.
"""

from __future__ import annotations

from foedera.kinds.loader import load_kind_text, load_kinds
from foedera.kinds.model import PLOVER_EVENTS, Example, Frame, Kind, Kinds, Plover
from foedera.kinds.plover import plover_of

__all__ = [
    "PLOVER_EVENTS",
    "Example",
    "Frame",
    "Kind",
    "Kinds",
    "Plover",
    "load_kind_text",
    "load_kinds",
    "plover_of",
]
