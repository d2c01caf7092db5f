"""The shape of a time rule: a pattern and a reader from its match to readings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_NAMED = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, slots=True)
class Reading:
    """One time expression as its rule reads it, before tense and anchors are filled in.

    In `form`, `tense:?` and `so:?` await the tense of the sentence, `>?` the last day spoken of.
    """

    start: int
    end: int
    form: str
    type: str
    precision: str
    rule: str = ""


Reader = Callable[[re.Match[str]], "Sequence[Reading] | Reading | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern and its reader; the reader may refuse a match by returning None."""

    name: str
    pattern: str
    read: Reader


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules as one alternation, so that a text is walked once."""

    rules: dict[str, tuple[re.Pattern[str], Reader]]
    any: re.Pattern[str]

    def readings(self, text: str, start: int, end: int) -> Iterator[Reading]:
        """Yield the readings of a stretch of text; what a rule refuses the next may take."""
        at = start
        while found := self.any.search(text, at, end):
            several = self._read(text, found, end)
            yield from several
            at = max([found.start() + 1, *(r.end for r in several)])

    def _read(self, text: str, found: re.Match[str], end: int) -> list[Reading]:
        """Ask the rules that match at one place, in order, until one reads it."""
        refused = found.lastgroup is None
        for name, (pattern, read) in self.rules.items():
            refused = refused or name == found.lastgroup
            match = pattern.match(text, found.start(), end) if refused else None
            got = read(match) if match else None
            if got:
                several = [got] if isinstance(got, Reading) else list(got)
                return [_named(reading, name) for reading in several]
        return []


def _named(reading: Reading, name: str) -> Reading:
    return Reading(
        reading.start, reading.end, reading.form, reading.type, reading.precision, f"times.{name}"
    )


def compile_rules(rules: Sequence[Rule]) -> RuleSet:
    """Join rules into one set; where two match at one place the earlier wins."""
    bare = "|".join(f"(?P<{r.name}>{_NAMED.sub('(?:', r.pattern)})" for r in rules)
    return RuleSet(
        {r.name: (re.compile(r.pattern), r.read) for r in rules},
        # No rule opens with a space or a stop: most places are left before any is tried.
        re.compile(rf"(?<![\w$€£¥])(?=[\w'’‘])(?:{bare})"),
    )


def whole(match: re.Match[str], form: str, kind: str = "DATE", precision: str = "day") -> Reading:
    """Read a whole match."""
    return Reading(match.start(), match.end(), form, kind, precision)
