"""Reads and checks kind files; an error names the file and the key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, cast, get_args

import yaml

from foedera.data import Reality, Stance
from foedera.errors import KindError
from foedera.kinds.deverbal import deverbal_frames
from foedera.kinds.model import (
    FRAME_SORTS,
    PLOVER_EVENTS,
    ROLES,
    Example,
    Frame,
    Kind,
    Kinds,
    Plover,
)
from foedera.sweeping import unswept
from foedera.word_lists import read_words

_KIND_KEYS = frozenset(
    {"kind", "description", "plover", "symmetric", "frames", "reality", "examples",
     "counter_examples"}
)  # fmt: skip
_PARTICLES = frozenset({"in", "out", "off", "up", "down", "back", "over", "by", "on", "around"})
_FRAME_KEYS = frozenset({"needs", "bars", "roles", "reality", "stance", *FRAME_SORTS})
_EXAMPLE_KEYS = frozenset({"text", "trigger", "actors", "recipients", "reality", "stance"})


@cache
@unswept()
def load_kinds() -> Kinds:
    """Read every kind file of the package, by name.

    Raises: KindError if a file breaks the contract or two name one kind.
    """
    out: dict[str, Kind] = {}
    for place, text in _files():
        kind = load_kind_text(text, place)
        if kind.name in out:
            raise KindError(f"{place}: kind {kind.name} is defined twice")
        if kind.name.replace(".", "/") + ".yaml" != place:
            raise KindError(f"{place}: kind {kind.name} belongs in another file")
        out[kind.name] = kind
    return Kinds(out)


def _files() -> Iterator[tuple[str, str]]:
    root = resources.files("foedera.kinds")
    folders = sorted((f for f in root.iterdir() if f.is_dir()), key=_name)
    for folder in folders:
        for file in sorted(folder.iterdir(), key=_name):
            if file.name.endswith(".yaml"):
                yield f"{folder.name}/{file.name}", file.read_text("utf8")


def _name(file: Traversable) -> str:
    return file.name


def load_kind_text(text: str, place: str) -> Kind:
    """Read one kind from YAML text; `place` is what an error names.

    Raises: KindError if the text breaks the contract of a kind file.
    """
    try:
        body = read_words(text)
    except yaml.YAMLError as error:
        raise KindError(f"{place}: no YAML: {error}") from error
    if not isinstance(body, dict):
        raise KindError(f"{place}: a mapping is wanted at its top")
    _check_keys(body, _KIND_KEYS, place)
    if "kind" not in body or not isinstance(body.get("frames") or [], list):
        raise KindError(f"{place}: kind and a list of frames are wanted")
    return Kind(
        name=str(body["kind"]),
        description=str(body.get("description", "")),
        plover=_read_plover(body.get("plover"), place),
        symmetric=bool(body.get("symmetric", False)),
        frames=_with_deverbal(
            _read_frame(f, f"{place}: frame {n}") for n, f in _numbered(body, "frames")
        ),
        reality=_read_reality(body.get("reality"), place),
        examples=tuple(_read_example(e, place) for e in body.get("examples") or ()),
        counter_examples=tuple(map(str, body.get("counter_examples") or ())),
    )


def _with_deverbal(frames: Iterable[Frame]) -> tuple[Frame, ...]:
    """Add the noun frames that follow from verb frames, without the nouns that the kind lists."""
    read = tuple(frames)
    listed = {w[-1] for f in read if f.sort == "nouns" for w in f.words}
    derived = [d for f in read for d in deverbal_frames(f)]
    free = ((d, tuple(w for w in d.words if w[-1] not in listed)) for d in derived)
    return read + tuple(replace(d, words=words) for d, words in free if words)


def _numbered(body: Mapping[str, Any], key: str) -> Iterator[tuple[int, Any]]:
    return enumerate(body.get(key) or (), start=1)


def _check_keys(body: Mapping[str, Any], known: frozenset[str], place: str) -> None:
    unknown = sorted(set(map(str, body)) - known)
    if unknown:
        raise KindError(
            f"{place}: unknown key {unknown[0]!r}; known are {', '.join(sorted(known))}"
        )


def _read_plover(body: Any, place: str) -> Plover | None:
    if body is None:
        return None
    if not isinstance(body, dict) or body.get("event") not in PLOVER_EVENTS:
        raise KindError(f"{place}: plover.event must be one of {', '.join(sorted(PLOVER_EVENTS))}")
    mode = body.get("mode")
    return Plover(str(body["event"]), str(mode) if mode else None, _strings(body.get("contexts")))


def _read_reality(value: Any, place: str) -> Reality | None:
    if value is not None and value not in get_args(Reality):
        raise KindError(f"{place}: reality {value!r} must be one of {', '.join(get_args(Reality))}")
    return cast("Reality | None", value)


def _read_stance(value: Any, place: str) -> Stance | None:
    if value is not None and value not in get_args(Stance):
        raise KindError(f"{place}: stance {value!r} must be one of {', '.join(get_args(Stance))}")
    return cast("Stance | None", value)


def _strings(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(map(str, value))


def _read_frame(body: Any, place: str) -> Frame:
    if not isinstance(body, dict):
        raise KindError(f"{place}: a mapping is wanted")
    _check_keys(body, _FRAME_KEYS, place)
    sorts = [s for s in FRAME_SORTS if body.get(s)]
    if len(sorts) != 1:
        raise KindError(f"{place}: exactly one of {', '.join(FRAME_SORTS)} is wanted")
    roles = {str(k): _strings(v) for k, v in (body.get("roles") or {}).items()}
    _check_keys(roles, ROLES, f"{place}: roles")
    return Frame(
        sort=sorts[0],
        words=tuple(_tokens(w) for w in _strings(body[sorts[0]])),
        needs=_classes(body.get("needs"), f"{place}: needs"),
        bars=_classes(body.get("bars"), f"{place}: bars"),
        roles=MappingProxyType(roles),
        reality=_read_reality(body.get("reality"), place),
        stance=_read_stance(body.get("stance"), place),
    )


def _tokens(trigger: str) -> tuple[str, ...]:
    """Cut a trigger as the tokeniser cuts text: "cease-fire" is three words.

    "pull-out" stays whole: a trigger that hung on "out" would open the gate for everything.
    """
    cut = tuple(trigger.lower().replace("-", " - ").split())
    return tuple(trigger.lower().split()) if cut[-1] in _PARTICLES else cut


def _classes(body: Any, place: str) -> Mapping[str, frozenset[str]]:
    if body is not None and not isinstance(body, dict):
        raise KindError(f"{place}: a mapping of slot to noun classes is wanted")
    return MappingProxyType({str(k): frozenset(_strings(v)) for k, v in (body or {}).items()})


def _read_example(body: Any, place: str) -> Example:
    if isinstance(body, str):
        return Example(body)
    if not isinstance(body, dict) or "text" not in body:
        raise KindError(f"{place}: an example needs a text")
    _check_keys(body, _EXAMPLE_KEYS, f"{place}: example")
    named = {k: _strings(body[k]) for k in ("actors", "recipients") if k in body}
    return Example(
        text=str(body["text"]),
        trigger=str(body["trigger"]) if body.get("trigger") else None,
        actors=named.get("actors"),
        recipients=named.get("recipients"),
        reality=_read_reality(body.get("reality"), place),
        stance=_read_stance(body.get("stance"), place),
    )
