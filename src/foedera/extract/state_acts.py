"""What a line of signs tells of states' acts upon an agreement, and of the agreement itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from foedera.data import Actor, When
from foedera.extract.state_doers import (
    COMPANY,
    day_after,
    find_day,
    find_subject,
    follows_well,
    is_stopped,
)
from foedera.extract.state_patterns import (
    LEAVES,
    any_of,
    clause_before,
    expressions,
    is_condition,
    patterns,
    word_set,
    words_for,
)
from foedera.extract.state_words import DAY, STATE, Line
from foedera.extract.told_terms import number_of

_GAPPED = re.compile(
    r"(?: (?:it|&))?(?: (?:on|in))? %(?P<rest>(?:,? (?:and )?(?:the )?@ (?:on |in )?%)+)"
)
_PAIR = re.compile(r"@ (?:on |in )?%")
_CONSENTS = frozenset({"agreement.ratify", "agreement.deposit-instrument", "agreement.accede"})
_JOINT = frozenset({"agreement.sign", "agreement.conclude", "agreement.negotiate"})
_PAPERS_OF = re.compile(
    r"\b(?:law|bill|decree|order|letter|act|statement|resolution|message) (?:that|which) (?:the )?$"
)
_AT_ONCE = re.compile(r"\b(?:same (?:moment|time|day|hour|instant)|simultaneously)\b")
_DATED_AHEAD = re.compile(
    r"^(?:(?:as of|from|since|effective|on|at midnight on) )?%(?:,| marked (?:the|a) \w+)"
)
_NAMED = re.compile(
    r"(?:&|\bit|\bthe (?:[\w-]+ ){0,4}(?:treaty|pact|accords?|agreement|convention|protocol|text))"
    r"(?:,? (?:which|that)|, [^,@;]{1,90},| of [\w ]{1,40}"
    r"| (?:to|on|for|against|banning|outlawing)(?: [\w-]+){1,7})?"
    r"(?: \w+ly| then| thus| has| had| on %)? $"
)
_ABOUT_IT = re.compile(
    r"&|\bit\b|\b(?:treaty|pact|accords?|agreement|convention|protocol|deal|charter|text)\b"
    r"|\b(?:joined|acceded|signed|ratified|entered)\b"
)


@dataclass(frozen=True, slots=True)
class ToldAct:
    """One act as a line tells it; of nobody in particular where it has no actors.

    `kind` is a kind of claims, or "left", "bound" or "members": out by now, bound from a day on,
    bound by now.
    """

    kind: str
    start: int
    end: int
    actors: tuple[Actor, ...]
    day: When | None


@dataclass(frozen=True, slots=True)
class Told:
    """What the lines before tell: the last act, the states, whether somebody leaves."""

    act: str | None = None
    states: tuple[Actor, ...] = ()
    leaving: bool = False


def is_leaving(line: Line) -> bool:
    """Say whether a line speaks of leaving an agreement."""
    return bool(LEAVES.search(line.words)) and "suspen" not in line.words


def read_acts(line: Line, before: Told) -> list[ToldAct]:
    """Return the acts that a line tells, each with its states and its day.

    The first of nobody in particular, where nobody else acts, only says what "did so" means.
    """
    acts, nobody = _own_acts(line, before)
    acts += _orphans(line, before) if not acts else []
    told = sorted(acts or nobody, key=lambda act: (act.start, act.end, act.kind))
    first = told[0].kind if told else before.act
    if not acts:
        acts += told[:1]
    return acts + _again(line, first, told) if first is not None else acts


def _own_acts(line: Line, before: Told) -> tuple[list[ToldAct], list[ToldAct]]:
    """Return the acts told with their words, and those of which nobody surely is the doer."""
    acts: list[ToldAct] = []
    nobody: list[ToldAct] = []
    if not any_of("own", "of", "after").search(line.words):
        return acts, nobody
    for manner, find in (("own", _held), ("of", _held), ("after", _done)):
        for kind, pattern in patterns(manner):
            if kind == "agreement.withdraw" and not (before.leaving or is_leaving(line)):
                continue
            for found in pattern.finditer(line.words):
                if any(_is_same(act, kind, found) for act in acts):
                    continue
                more = list(find(line, kind, found))
                if not more and manner == "after" and (crowd := _crowd(line, kind, found)):
                    more = [_made(line, kind, found, crowd)]
                acts += more
                if not more and manner == "after" and "among" not in found.group():
                    nobody.append(ToldAct(kind, found.start(), found.end(), (), None))
    return acts, nobody


def _orphans(line: Line, before: Told) -> list[ToldAct]:
    """Return acts of the one state told last: "Formal notice was served the same morning"."""
    acts = []
    for kind, pattern in patterns("orphan"):
        for found in pattern.finditer(line.words):
            if len(before.states) != 1 or is_stopped(found.group()):
                continue
            if kind == "agreement.withdraw" and before.act == "agreement.unsign":
                acts.append(_made(line, "agreement.unsign", found, before.states))
            elif kind != "agreement.withdraw" or before.leaving or is_leaving(line):
                acts.append(_made(line, kind, found, before.states))
    return acts


def _again(line: Line, kind: str, told: list[ToldAct]) -> list[ToldAct]:
    """Return who did what was told before: "Peru did so on Monday", "so did Peru"."""
    acts: list[ToldAct] = []
    for pattern in expressions("again"):
        for found in pattern.finditer(line.words):
            acts += _done(line, kind, found)
    for pattern in expressions("again_of"):
        for found in pattern.finditer(line.words):
            if found.start() < 3 or any(act.start < found.start() for act in told):
                acts += _held(line, kind, found)
    return acts


def _is_same(act: ToldAct, kind: str, found: re.Match[str]) -> bool:
    alike = act.kind == kind or {act.kind, kind} <= _CONSENTS
    return alike and found.start() < act.end and act.start < found.end()


def _crowd(line: Line, kind: str, found: re.Match[str]) -> tuple[Actor, ...]:
    """Return the parties of a closed agreement as one crowd, told by their number."""
    words = line.words
    if kind not in _JOINT or is_stopped(found.group()) or not follows_well(words, found):
        return ()
    before = clause_before(line.words, found.start())[-110:]
    for pattern in ("crowd_officers", "crowd"):
        crowd = re.search(words_for()[pattern] + r"(?:,? (?:[\w-]+ ?){0,6})? $", before)
        number = number_of(crowd[1]) if crowd else None
        if (
            crowd
            and number is not None
            and not set(before[crowd.start() :].split()) & word_set("stops")
        ):
            start = found.start() - len(before) + crowd.start()
            span = line.span(max(0, start), found.start())
            return (Actor(f"{number} parties", None, "group", None, span),)
    return ()


def _held(line: Line, kind: str, found: re.Match[str]) -> Iterator[ToldAct]:
    """Yield an act whose states stand within its words: "signed by @"."""
    last = found.end() - 1
    at_end = line.words[last] == STATE
    place = last if at_end else line.words.find(STATE, found.start(), found.end())
    before = clause_before(line.words, found.start())
    stops = word_set("stops") - ({"will", "would"} if kind == "bound" else set())
    if place < 0 or set(before.split()[-4:]) & stops or is_stopped(found.group()):
        return
    if set(before.split()[-2:]) & word_set("others"):
        return
    yield _made(line, kind, found, line.states[place] + _more(line, found.end()))


def _more(line: Line, end: int) -> tuple[Actor, ...]:
    """Return who else did it, where a list goes on: "by @ and by member states including @"."""
    more = _list_goes_on().match(line.words, end)
    return line.states[more.end() - 1] if more else ()


@cache
def _list_goes_on() -> re.Pattern[str]:
    return re.compile(words_for()["more"])


def _done(line: Line, kind: str, found: re.Match[str]) -> Iterator[ToldAct]:
    """Yield an act whose states stand before it, and those who did it on days of their own."""
    if not follows_well(line.words, found) or is_stopped(found.group()):
        return
    place = find_subject(line.words, found.start())
    if place is None or _PAPERS_OF.search(line.words[:place]):
        return
    if found.group().endswith(" it") and _takes_up_another(line.words[place + 1 : found.start()]):
        return
    company = COMPANY.search(line.words[:place])
    beside = line.states[company.start()] if company else ()
    told = _made(line, kind, found, beside + line.states[place])
    if line.words[:place].split()[-1:] in (["after"], ["since"], ["when"]):
        told = replace(told, day=day_after(line, found))
    yield told
    gapped = _GAPPED.match(line.words, found.end())
    for pair in _PAIR.finditer(line.words, gapped.start("rest"), gapped.end()) if gapped else ():
        day = line.days[pair.end() - 1]
        yield ToldAct(kind, pair.start(), pair.end(), line.states[pair.start()], day)


def _takes_up_another(between: str) -> bool:
    """Say whether "it" behind a verb in a row is what the first verb is about, and no agreement.

    >>> _takes_up_another(" suspended work at the dam in % and ")
    True
    >>> _takes_up_another(" joined the & in % and ")
    False
    """
    return between.endswith(" and ") and _ABOUT_IT.search(between) is None


def _made(line: Line, kind: str, found: re.Match[str], actors: tuple[Actor, ...]) -> ToldAct:
    day = find_day(line, found)
    return ToldAct(kind, found.start(), found.end(), actors, day)


def read_whole(line: Line) -> Iterator[ToldAct]:
    """Yield what befalls the agreement itself on a day, its name standing just before."""
    for kind, pattern in patterns("whole"):
        for found in pattern.finditer(line.words):
            before = clause_before(line.words, found.start())
            named = _NAMED.search(before)
            if named is None or set(before[named.start() :].split()) & word_set("stops"):
                continue
            led = before[: named.start()] if named.group()[:1] == "&" else before
            if LEAVES.search(led[-60:]):
                continue
            if is_condition(line.words, found.start() - len(before) + named.start()):
                continue
            if re.match(r" (?:for|in) @", line.words[found.end() :]) or "for which" in before:
                continue
            day = day_after(line, found)
            if day is None and DAY in before[named.start() :]:
                day = find_day(line, found)
            if day is None and len(line.days) == 1 and _DATED_AHEAD.match(before):
                day = next(iter(line.days.values()))
            after = line.words[found.end() : found.end() + 40]
            if day is None and len(line.days) == 1 and _AT_ONCE.search(after):
                day = next(iter(line.days.values()))
            if day is not None:
                yield ToldAct(kind, found.start(), found.end(), (), day)
