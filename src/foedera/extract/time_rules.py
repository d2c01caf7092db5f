"""The shape of a time rule: a pattern and a reader from its match to readings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_NAMED = re.compile(r"\(\?P<\w+>")
# Where a reading may begin: no rule opens with a space, a stop or behind a currency's sign.
_OPENING = re.compile(r"(?<![\w$€£¥])(?:['’‘]|\w+)")
_EITHER_CASE = re.compile(r"\[([A-Z])[a-z]\]")
_RUN = re.compile(r"(?<!\\)[A-Za-z]+")
_MAYBE = ("?", "*", "{")
_LETTERS = re.compile(r"[^\W\d_]+")
_BEHIND = re.compile(r"\(\?<[=!][^()]*\)")
_KNOWN = 65_536  # words; the commonest are soon known again
_LEAST = 3  # letters: a shorter run opens only what is it and no more ("a", "an", "m")


class Reading(NamedTuple):
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


class RuleSet:
    """All rules as one alternation, tried only at words with which some rule may open."""

    def __init__(self, rules: Mapping[str, tuple[re.Pattern[str], Reader]], either: str) -> None:
        self.rules = rules
        self.either = either
        self._any = re.compile(either)
        self._runs = frozenset(_runs(p.pattern for p, _ in rules.values()))
        self._opening: dict[str, bool] = {}

    def readings(self, text: str, start: int, end: int) -> Iterator[Reading]:
        """Yield the readings of a stretch of text; what a rule refuses the next may take."""
        at = start
        for word in _OPENING.finditer(text, start, end):
            first = word.start()
            if first < at or not self.may_open(word.group()):
                continue
            if found := self._any.match(text, first, end):
                several = self._read(text, found, end)
                yield from several
                at = max([first + 1, *(r.end for r in several)])

    def may_open(self, word: str) -> bool:
        """Say whether some rule may open with a word: none of its letters do otherwise.

        >>> from foedera.extract.time_rules import Rule, compile_rules, whole
        >>> days = compile_rules([Rule("day", "[Tt]he day", lambda m: whole(m, "d"))])
        >>> days.may_open("The"), days.may_open("of")
        (True, False)
        """
        known = self._opening.get(word)
        if known is None:
            letters = _LETTERS.match(word.lower())
            small = letters.group() if letters else ""
            begins = (small[:n] in self._runs for n in range(_LEAST, len(small) + 1))
            known = not small or small in self._runs or any(begins)
            if len(self._opening) >= _KNOWN:
                self._opening.clear()
            self._opening[word] = known
        return known

    def _read(self, text: str, found: re.Match[str], end: int) -> list[Reading]:
        """Ask the rules that match at one place, in order, until one reads it."""
        refused = found.lastgroup is None
        for name, (pattern, read) in self.rules.items():
            refused = refused or name == found.lastgroup
            match = pattern.match(text, found.start(), end) if refused else None
            got = read(match) if match else None
            if got:
                several = [got] if isinstance(got, Reading) else list(got)
                return [reading._replace(rule=f"times.{name}") for reading in several]
        return []


def _runs(patterns: Iterable[str]) -> Iterator[str]:
    """Yield the runs of letters in patterns, in lower case: what a rule opens with is one.

    A run whose last letter may be missing ("an?") counts without it too.
    """
    for pattern in patterns:
        source = _EITHER_CASE.sub(r"\1", _BEHIND.sub("", _NAMED.sub("(", pattern)))
        for found in _RUN.finditer(source):
            run = found.group().lower()
            yield run
            if source.startswith(_MAYBE, found.end()):
                yield run[:-1]


def compile_rules(rules: Sequence[Rule]) -> RuleSet:
    """Join rules into one set; where two match at one place the earlier wins."""
    bare = "|".join(f"(?P<{r.name}>{_NAMED.sub('(?:', r.pattern)})" for r in rules)
    return RuleSet({r.name: (re.compile(r.pattern), r.read) for r in rules}, bare)


def whole(match: re.Match[str], form: str, kind: str = "DATE", precision: str = "day") -> Reading:
    """Read a whole match."""
    return Reading(match.start(), match.end(), form, kind, precision)
