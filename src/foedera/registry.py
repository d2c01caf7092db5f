"""The one list of what the rooms offer: readers, extraction steps, features, exports.

Entries that need an optional package are import paths, so that a missing one harms nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from foedera.analyse import DEFAULT_MODEL, Gate, word_forms
from foedera.data import Reality
from foedera.extract import Extractor
from foedera.extract.attribution import cue_words
from foedera.kinds import Kinds, Plover, load_kinds, plover_of

if TYPE_CHECKING:
    from foedera.analyse import Analyser

MODEL = DEFAULT_MODEL


def build_gate(kinds: Kinds) -> Gate:
    """Return the gate that opens for every cue and for the first word of every trigger."""
    return Gate(cue_words(), word_forms(kinds.trigger_words()))


def build_analyser(model: str = MODEL) -> Analyser:
    """Return the analyser for all kinds."""
    from foedera.analyse import Analyser

    return Analyser(build_gate(load_kinds()), model)


def build_extractor() -> Extractor:
    """Return the extractor with all kinds and the gazetteer."""
    return Extractor(load_kinds())


def plover_codes() -> dict[tuple[str, str], dict[str, object] | None]:
    """Return (kind, reality) → event, mode and contexts of PLOVER; None where it has none."""
    return {
        (name, reality): _code(plover_of(kind, reality))
        for name, kind in load_kinds().items()
        for reality in get_args(Reality)
    }


def _code(plover: Plover | None) -> dict[str, object] | None:
    if plover is None:
        return None
    return {"event": plover.event, "mode": plover.mode, "contexts": list(plover.contexts)}
