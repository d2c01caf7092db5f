"""Rules as sentences: "status of any agreement of PRK changes", "a toll rises with actor SYR"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from functools import cache
from typing import Any, Literal

from foedera.gazetteer.tables import cells, rows
from foedera.kinds import load_kinds
from foedera.merge.telling import fold
from foedera.watch.toml_tables import Table

Subject = Literal[
    "status", "party", "agreement", "step", "obligation",
    "denial", "event", "toll", "disagreement", "report",
]  # fmt: skip

SUBJECTS: tuple[tuple[str, Subject], ...] = (
    ("status", "status"),
    ("a party", "party"),
    ("a new agreement", "agreement"),
    ("a new step", "step"),
    ("a new obligation", "obligation"),
    ("a denial", "denial"),
    ("a new event", "event"),
    ("a toll", "toll"),
    ("a new disagreement", "disagreement"),
    ("a new report", "report"),
)
FORMS = (
    "status of any agreement of PRK changes",
    'a party to agreement "Open Skies" changes',
    "a new agreement of RUS and IRN",
    'a new step in agreement "Open Skies"',
    "a new obligation in any agreement of USA",
    "a denial appears by PRK",
    "a new event of kind military.* with actor RUS",
    "a toll rises with actor SYR",
    'a new disagreement in agreement "Open Skies"',
    'a new report with words "sea border"',
)
"""One example of each form, as the manual and the errors show them."""

_TOKEN = re.compile(r'"([^"]{0,200})"|“([^”]{0,200})”|([^\s"“”,]{1,200})')
_KEYWORDS = frozenset("of in to with by and any kind actor agreement words".split())  # noqa: SIM905
_VERBS = frozenset(("changes", "change", "appears", "appear", "rises", "rise"))
_CODE = re.compile(r"[A-Z]{3}")
ABOUT: dict[Subject, frozenset[str]] = {
    "status": frozenset(("actors", "title")),
    "party": frozenset(("actors", "title")),
    "agreement": frozenset(("actors",)),
    "step": frozenset(("actors", "title", "kind")),
    "obligation": frozenset(("actors", "title")),
    "denial": frozenset(("actors", "speakers", "title", "kind")),
    "event": frozenset(("actors", "title", "kind")),
    "toll": frozenset(("actors", "kind")),
    "disagreement": frozenset(("actors", "title", "kind")),
    "report": frozenset(("words",)),
}
"""What a sentence about a subject may say further."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, read. `actors` are codes of states or names that must all take part, `speakers`
    those that must all say it.
    """

    name: str
    when: str
    subject: Subject
    tell: tuple[str, ...]
    kind: str | None = None
    actors: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    title: str | None = None
    words: str | None = None

    def takes_kind(self, kind: str) -> bool:
        """Say whether a kind is one that the rule asks for."""
        return self.kind is None or fnmatchcase(kind, self.kind) or kind.split(".")[0] == self.kind


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    quoted: bool

    @property
    def key(self) -> str:
        return "" if self.quoted else self.text.lower()


def parse_rule(table: Table, tell: tuple[str, ...]) -> Rule:
    """Read the sentence under `when`.

    Raises: SettingError that says what was not understood and how such a rule is written.
    """
    when = " ".join(table.words("when").split())
    tokens = [_Token(m[1] or m[2] or m[3] or "", not m[3]) for m in _TOKEN.finditer(when)]
    subject, rest = _subject(table, tokens)
    found: dict[str, Any] = {}
    for name, value in _qualifiers(table, rest, subject):
        if name not in ABOUT[subject]:
            said = f"a rule about {subject!r} takes no {_SAID[name]}"
            raise table.wrong("when", said, f"Written thus: {_form(subject)}")
        if name in ("actors", "speakers") and name in found:
            value = (*found[name], *value)
        elif name in found:
            raise table.wrong("when", f"two {_SAID[name]}s in one rule", "Write two rules.")
        found[name] = value
    name = table.words("name", when)
    return Rule(name, when, subject, tell, **found)


_SAID = {
    "actors": "actor",
    "speakers": "speaker",
    "title": "agreement",
    "kind": "kind",
    "words": "words",
}


def _subject(table: Table, tokens: Sequence[_Token]) -> tuple[Subject, list[_Token]]:
    said = [token.key for token in tokens]
    for words, subject in SUBJECTS:
        head = words.split()
        if said[: len(head)] == head:
            return subject, [t for t in tokens[len(head) :] if t.key not in _VERBS]
    begun = " ".join(said[:3])
    near = get_close_matches(begun, [words for words, _ in SUBJECTS], 1, 0.5)
    form = _form(dict(SUBJECTS)[near[0]]) if near else "; ".join(FORMS[:3])
    raise table.wrong("when", f"no rule begins {begun!r}", f"Write for instance: {form}")


def _form(subject: Subject) -> str:
    place = [one for _, one in SUBJECTS].index(subject)
    return FORMS[place]


def _qualifiers(
    table: Table, tokens: list[_Token], subject: Subject
) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Yield what a sentence says beyond its subject; a denial is by those who deny."""
    at = 0
    role = "actors"
    while at < len(tokens):
        start = at
        at = _skip(tokens, at, ("of", "in", "to", "with", "by", "and"))
        joints = {token.key for token in tokens[start:at]}
        if joints != {"and"}:
            role = "speakers" if "by" in joints and subject == "denial" else "actors"
        if at >= len(tokens):
            raise table.wrong("when", "the sentence breaks off", "Finish it.")
        key = tokens[at].key
        if key == "any":
            if at + 1 >= len(tokens) or tokens[at + 1].key not in ("agreement", "event"):
                raise table.wrong("when", "'any' of what?", 'Write "any agreement".')
            at += 2
        elif key == "agreement":
            name, at = _name(table, tokens, at + 1, "agreement")
            yield "title", name
        elif key == "kind":
            name, at = _name(table, tokens, at + 1, "kind")
            yield "kind", _check_kind(table, name)
        elif key == "words":
            name, at = _name(table, tokens, at + 1, "words")
            yield "words", name
        else:
            at += key == "actor"
            quoted = at < len(tokens) and tokens[at].quoted
            name, at = _name(table, tokens, at, "actor")
            yield role, (_check_actor(table, name, quoted=quoted),)


def _skip(tokens: Sequence[_Token], at: int, words: Sequence[str]) -> int:
    while at < len(tokens) and tokens[at].key in words:
        at += 1
    return at


def _name(table: Table, tokens: Sequence[_Token], at: int, what: str) -> tuple[str, int]:
    """Read a name: one in quotation marks, or words up to the next keyword."""
    if at < len(tokens) and tokens[at].quoted:
        return tokens[at].text, at + 1
    start = at
    while at < len(tokens) and not tokens[at].quoted and tokens[at].key not in _KEYWORDS:
        at += 1
    if at == start:
        remedy = f"Name the {what}, in quotation marks if it has several words."
        raise table.wrong("when", f"no {what} is named", remedy)
    return " ".join(token.text for token in tokens[start:at]), at


def _check_kind(table: Table, kind: str) -> str:
    """Return a kind, a family, or a pattern, that at least one kind of happening answers to."""
    names = list(load_kinds())
    if any(fnmatchcase(name, kind) or name.split(".")[0] == kind for name in names):
        return kind
    near = get_close_matches(kind, names, 1)
    remedy = f"Did you mean {near[0]}?" if near else "`foedera kinds` lists them."
    raise table.wrong("when", f"there is no kind {kind!r}", remedy)


def _check_actor(table: Table, name: str, *, quoted: bool) -> str:
    """Return the code of a state, or another actor's name."""
    if _CODE.fullmatch(name) and not quoted:
        if name in _countries().values():
            return name
        known = sorted(set(_countries().values()))
        near = [code for code in known if sorted(code) == sorted(name)]
        near = near or get_close_matches(name, known, 2, 0.6)
        remedy = f"Did you mean {' or '.join(near)}? " if near else ""
        remedy += 'A name that is no code goes in quotation marks: "NATO".'
        raise table.wrong("when", f"no state has the code {name}", remedy)
    return _countries().get(fold(name), name)


@cache
def _countries() -> dict[str, str]:
    """Return the code of each state by its folded names."""
    found = {}
    for row in rows("countries"):
        for name in (row[1], *cells(row[2])):
            found[fold(name)] = row[0]
    return found


__all__ = ["FORMS", "Rule", "Subject", "parse_rule"]
