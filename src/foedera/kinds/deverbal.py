"""Noun frames that follow from verb frames: "shelled a port" gives "the shelling of a port".

The object stands behind "of", the doer behind "by" or as owner, all else as it stands with the
verb. Nouns other than forms in -ing come from `nominals.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from types import MappingProxyType

import yaml

from foedera.kinds.model import Frame

_DOER = ("by", "possessor", "subject")
_ANYBODY = frozenset({"actor", "any", "state", "forces", "power", "leaders"})
_VOWELS = frozenset("aeiou")
# Slots that a noun does not have.
_OF_VERBS = frozenset(
    {"clause", "clause_subject", "clause_doer", "to_do", "that", "fact", "question", "indirect",
     "oprd", "aim", "affected", "beneficiary", "undergoer"}
)  # fmt: skip


def deverbal_frames(frame: Frame) -> Iterator[Frame]:
    """Yield the noun frame of a verb frame that needs an object, none for any other."""
    if frame.sort != "verbs" or "object" not in frame.needs or "any" in frame.needs["object"]:
        return
    if not _OF_VERBS.isdisjoint(frame.needs):
        return
    doers = frame.needs.get("subject", _ANYBODY)
    if doers.isdisjoint(_ANYBODY):  # what only crowds do is told by the crowd, not by the noun
        return
    words = tuple(dict.fromkeys((n,) for w in frame.words if len(w) == 1 for n in nouns_of(w[0])))
    if words:
        yield replace(
            frame,
            sort="nouns",
            words=words,
            needs=_moved(frame.needs, drop=frozenset({"subject"})),
            bars=_moved(frame.bars),
            roles=MappingProxyType({r: _slots(r, s) for r, s in frame.roles.items()}),
            deverbal=True,
        )


def nouns_of(verb: str) -> tuple[str, ...]:
    """List the nouns that tell what a verb tells.

    >>> nouns_of("seize")
    ('seizing', 'seizure')
    """
    return (gerund(verb), *_nominals().get(verb, ()))


def gerund(verb: str) -> str:
    """Return the form of a verb in -ing.

    >>> gerund("ban"), gerund("free"), gerund("visit")
    ('banning', 'freeing', 'visiting')
    """
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    short = len(verb) <= 4 and verb[-1] not in "aeiouwxy" and verb[-2:-1] in _VOWELS
    if short and verb[-3:-2] not in _VOWELS and verb[-3:-2]:
        return verb + verb[-1] + "ing"
    return verb + "ing"


@cache
def _nominals() -> Mapping[str, tuple[str, ...]]:
    text = (resources.files("foedera.kinds") / "nominals.yaml").read_text("utf8")
    body: Mapping[str, Sequence[str]] = yaml.safe_load(text)
    return MappingProxyType({verb: tuple(nouns) for verb, nouns in body.items()})


def _moved(
    table: Mapping[str, frozenset[str]], drop: frozenset[str] = frozenset()
) -> Mapping[str, frozenset[str]]:
    """Let what an object must be stand for what follows "of"."""
    out: dict[str, frozenset[str]] = {}
    for slot, classes in table.items():
        if slot not in drop:
            moved = "of" if slot == "object" else slot
            out[moved] = out.get(moved, frozenset()) | classes
    return MappingProxyType(out)


def _slots(role: str, slots: tuple[str, ...]) -> tuple[str, ...]:
    """Name a verb's slots as its noun has them."""
    out: list[str] = []
    for slot in slots:
        if slot == "subject":
            out += _DOER
        elif slot in {"object", "object_owner"}:
            out.append("of")
        else:
            out.append(slot)
    return tuple(dict.fromkeys(out))
