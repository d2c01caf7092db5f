"""A claim as merging sees it: its values folded to keys that compare fast."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache

from foedera.data import Actor, Claim, Days, Report
from foedera.gazetteer.tables import cells, rows
from foedera.merge.clauses import (
    holds_any,
    is_another,
    is_definite,
    is_plural,
    is_quoted,
    names_only_some,
    notice_period,
    ordinals,
    tie,
    year_in,
)
from foedera.merge.folding import fold as fold
from foedera.merge.goes_by import NAMELESS, WITHIN, goes_by
from foedera.merge.kindred import load_kindred
from foedera.merge.rarity import rarity, stems, weight_of
from foedera.merge.sorts import NONE, chambers_of, sorts_of
from foedera.merge.spoken import NOWHERE, NamedAs, is_open, named_as
from foedera.merge.worded import Worded
from foedera.swift import setter, swift

_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = re.compile(r"[.;:!?\n]")
AROUND = 250
"""How many characters each side of the trigger are read for what the telling is about."""
LEADING = 40
"""And how many before a noun for what makes it a known one."""
KEPT = 16
"""How many of the words around a clause, the rarest, are kept."""
MARKS = 6
"""By how many of its rarest words, its clause's own first, a telling finds others."""
TELLING = 0.3
"""Words as rare as this tell something."""
RARE = 0.45
"""And words as rare as this tell which."""


@swift
@dataclass(frozen=True, slots=True)
class Source:
    """Where a telling stands: its report, and what the report says of itself.

    `printed` is the day of publication as an ordinal, the first of several.
    """

    report: str
    outlet: str | None
    published: Days
    inputs_from: tuple[str, ...]
    agency: str | None
    place: str | None
    headline: str = ""
    printed: int | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Count the day once: every pair of tellings asks for it."""
        _SET_PRINTED(self, ordinal_day(self.published.earliest))


_SET_PRINTED = setter(Source, "printed")


@swift
@dataclass(frozen=True, slots=True)
class Telling:
    """One claim with its report and the keys by which it is compared. Days are ordinals.

    `words` are the stems of its clause, `around` the rarest of those that stand near it, and
    `heft` says what each of the two weighs; `marks` are the few rarest, by which it finds its
    like, and `telltale` those of its clause that are rarer still and no party's name. `naming` is
    how it speaks of its agreement, `open_ended` whether it leaves open if the act happens.
    `nameless` are the parties without a name ("people"). `changing` says that its clause tells of
    a value that changed, `others` that it names only some of those who take part, `another` that
    the words before its trigger tell of a further one ("new sanctions"). `year` is the year that
    the clause names where no day is read. `quoted` says that it stands within somebody's words,
    `definite` that its trigger is a noun that means a known one ("the attack"), `several` that it
    is one for more than one ("the raids"); a trigger that ends where the words begin that are
    `tied` to its own tells the same; it `goes_by` a name ("the Oslo bombing"). `sorts` say of what
    sort it is (a nuclear test), `chambers` which of a parliament do it. `parties` are all countries
    and nameless-state actors that take part; `states` says whether a state takes part, itself or by
    one of its own.
    """

    claim: Claim
    source: Source
    order: int
    group: str
    actors: frozenset[str]
    recipients: frozenset[str]
    people: frozenset[tuple[str, str]]
    first: int | None
    last: int | None
    words: frozenset[str]
    ordinals: frozenset[tuple[int, str]]
    months: int | None = None
    names: tuple[str, ...] = ()
    trigger: frozenset[str] = frozenset()
    own: bool = False
    nameless: frozenset[str] = frozenset()
    another: bool = False
    changing: bool = False
    others: bool = False
    marks: tuple[str, ...] = ()
    telltale: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    heft: tuple[float, float] = (0.0, 0.0)
    naming: NamedAs = NOWHERE
    year: int | None = None
    open_ended: bool = False
    quoted: bool = False
    definite: bool = False
    several: bool = False
    tied: int = 0
    goes_by: frozenset[str] = NAMELESS
    sorts: frozenset[str] = NONE
    chambers: frozenset[str] = NONE
    id: str = field(init=False, compare=False, repr=False)
    has: int = field(init=False, compare=False, repr=False)
    traits: int = field(init=False, compare=False, repr=False)
    """The same number for tellings of one kind, reality, stance, and of another one or not."""
    parties: frozenset[str] = field(init=False, compare=False, repr=False)
    states: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out once what every pair of tellings asks for."""
        _SET_ID(self, self.claim.id)
        _SET_HAS(self, _what_it_has(self))
        _SET_TRAITS(self, _number_traits(self))
        _SET_PARTIES(self, _all_of(self.actors, self.recipients))
        _SET_STATES(self, any(a.country for a in _sides(self.claim)))


_SET_ID, _SET_HAS, _SET_TRAITS, _SET_PARTIES, _SET_STATES = (
    setter(Telling, name) for name in ("id", "has", "traits", "parties", "states")
)


DOERS, TARGETS, PEOPLE, PLACE, NUMBERS, DAYS, ORDINALS, TELLTALE, COUNTED, SORTS, CHAMBERS = (
    1 << bit for bit in range(11)
)
YEAR, GOES_BY = 1 << 11, 1 << 12
_TRAITS: dict[tuple[object, ...], int] = {}


def _number_traits(telling: Telling) -> int:
    voice = telling.claim.voice
    traits = telling.claim.kind, voice.reality, voice.stance, telling.another
    return _TRAITS.setdefault(traits, len(_TRAITS))


def _what_it_has(telling: Telling) -> int:
    setting = telling.claim.setting
    return (
        (DOERS if telling.actors else 0)
        | (TARGETS if telling.recipients else 0)
        | (PEOPLE if telling.people else 0)
        | (PLACE if setting.where is not None else 0)
        | (NUMBERS if setting.quantities else 0)
        | (DAYS if telling.first is not None and telling.last is not None else 0)
        | (ORDINALS if telling.ordinals else 0)
        | (TELLTALE if telling.telltale else 0)
        | (0 if load_kindred().counted.isdisjoint(telling.trigger) else COUNTED)
        | (SORTS if telling.sorts else 0)
        | (CHAMBERS if telling.chambers else 0)
        | (0 if telling.year is None else YEAR)
        | (GOES_BY if telling.goes_by else 0)
    )


@lru_cache(maxsize=4096)
def _all_of(actors: frozenset[str], recipients: frozenset[str]) -> frozenset[str]:
    """Return all parties; many tellings share the two sides, and so the set of both."""
    return actors | recipients if actors and recipients else actors or recipients


def actor_key(actor: Actor) -> str:
    """Return the country that an actor stands for, or its folded name."""
    return actor.country or fold(actor.name)


@lru_cache(maxsize=4096)
def ordinal_day(day: str | None) -> int | None:
    """Return an ISO day as a number of days; None stays None."""
    return None if day is None else date.fromisoformat(day).toordinal()


def iso_day(ordinal: int) -> str:
    """Return a number of days as the ISO day."""
    return date.fromordinal(ordinal).isoformat()


def source_of(report: Report) -> Source:
    """Return what merging needs to know about a report."""
    line = report.imprint.dateline
    return Source(
        report.id,
        report.imprint.outlet,
        report.published,
        report.imprint.inputs_from,
        line.agency if line else None,
        line.place if line else None,
        report.title or "",
    )


def tell(
    claim: Claim, source: Source, text: str | Worded, order: int, *, names: Iterable[str] = ()
) -> Telling:
    """Fold one claim of a report; `order` is its place among the report's claims.

    The report's `text` may have been read into words for all of its claims; `names` are further
    names under which the report mentions the claim's agreement.
    """
    worded = text if isinstance(text, Worded) else Worded(text, few=True)
    text, passage = worded.text, claim.passage.span
    clause = text[passage.start : passage.end].lower()
    when, trigger = claim.setting.when, claim.passage.trigger
    leading, noun = (
        text[max(0, trigger.start - LEADING) : trigger.start],
        "noun_frame" in claim.rule,
    )
    words, around = worded.within(passage.start, passage.end), _words_around(worded, claim)
    marks, told_by = _marks(worded, words, around), worded.within(trigger.start, trigger.end)
    return Telling(
        claim=claim,
        source=source,
        order=order,
        group=load_kindred().of(claim.kind),
        actors=frozenset(actor_key(a) for a in claim.roles.actors),
        recipients=frozenset(actor_key(a) for a in claim.roles.recipients),
        people=_people(claim),
        first=ordinal_day(when.earliest) if when else None,
        last=ordinal_day(when.latest) if when else None,
        words=words,
        around=around,
        heft=(weight_of(words), weight_of(around)),
        ordinals=ordinals(clause),
        names=tuple(names),
        trigger=frozenset(_WORD.findall(text[trigger.start : trigger.end].lower())),
        own=_names_it(claim, text),
        naming=named_as(claim, text),
        open_ended=is_open(claim, text),
        quoted=is_quoted(text, trigger.start),
        definite=noun and is_definite(leading),
        several=noun and is_plural(text[trigger.start : trigger.end]),
        tied=trigger.start - tie(leading, noun=noun),
        goes_by=_goes_by(claim, text) if noun else NAMELESS,
        sorts=sorts_of(claim, text),
        chambers=chambers_of(claim),
        marks=marks,
        telltale=_telltale(marks, words, told_by, claim),
        year=year_in(clause) if when is None else None,
        changing=holds_any(clause, load_kindred().changing),
        others=names_only_some(clause),
        another=is_another(text[max(0, trigger.start - 30) : trigger.start]),
        nameless=frozenset(actor_key(a) for a in _sides(claim) if _is_nameless(a)),
        months=notice_period(clause) if claim.kind.startswith("agreement.") else None,
    )


def _goes_by(claim: Claim, text: str) -> frozenset[str]:
    """Return the words of the name that an act of harm goes by, its doers' left out."""
    if claim.kind not in load_kindred().named_acts:
        return NAMELESS
    at = claim.passage.trigger
    before, behind = text[max(0, at.start - WITHIN) : at.start], text[at.end : at.end + WITHIN]
    if at.end + WITHIN < len(text):
        behind = behind.rpartition(" ")[0]  # no word cut in half is a name
    found = goes_by(before, behind)
    return found and found.difference(*(_name_stems(a.name) for a in claim.roles.actors))


def _words_around(worded: Worded, claim: Claim) -> frozenset[str]:
    """Return the rarest stems near a claim's trigger, words cut in half left out."""
    trigger, text = claim.passage.trigger, worded.text
    first = text.find(" ", max(0, trigger.start - AROUND), trigger.start) + 1 or trigger.start
    last = max(trigger.end, text.rfind(" ", trigger.end, trigger.end + AROUND))
    return worded.rarest(((first, trigger.start), (trigger.end, last)), KEPT)


def _marks(worded: Worded, words: frozenset[str], around: frozenset[str]) -> tuple[str, ...]:
    """Return the rarest stems of a clause; those around it only where there are not enough."""
    rare = _that_tell(worded.ranked(words, MARKS))
    if len(rare) < MARKS:
        rare += _that_tell(worded.ranked(around - words, MARKS - len(rare)))
    return tuple(rare)


def _that_tell(ranked: list[str]) -> list[str]:
    """Return of stems, the rarest first, those that tell something."""
    if not ranked or rarity(ranked[-1]) >= TELLING:
        return ranked
    return [word for word in ranked if rarity(word) >= TELLING]


def _telltale(
    marks: Iterable[str], words: frozenset[str], told_by: frozenset[str], claim: Claim
) -> frozenset[str]:
    """Return the marks among a clause's words that are rare: no numbers, no countries, no days.

    Nor are they what tells the claim itself, or names who takes part.
    """
    rare = [
        word
        for word in marks
        if word in words and word.isalpha() and rarity(word) >= RARE and word not in _of_countries()
    ]
    return frozenset(rare) - told_by - _named(claim) if rare else NONE


@cache
def _of_countries() -> frozenset[str]:
    """Return the stems of what countries, their people and their seats are called, and days."""
    listed = [name for _, *row in rows("countries") for cell in row for name in cells(cell)]
    listed += load_kindred().calendar
    return frozenset().union(*(stems(name) | stems(f"{name}'s") for name in listed))


def _named(claim: Claim) -> frozenset[str]:
    """Return the stems of the names of all who take part."""
    roles = claim.roles
    named = roles.actors + roles.recipients + roles.participants
    return frozenset().union(*(_name_stems(actor.name) for actor in named))


@lru_cache(maxsize=4096)
def _name_stems(name: str) -> frozenset[str]:
    return stems(fold(name))


def _sides(claim: Claim) -> tuple[Actor, ...]:
    return claim.roles.actors + claim.roles.recipients


def _is_nameless(actor: Actor) -> bool:
    return actor.country is None and not any(word[:1].isupper() for word in actor.name.split())


def _names_it(claim: Claim, text: str) -> bool:
    """Say whether a claim's own clause names its agreement, or hangs on a name before it.

    A clause hangs on a name that it follows at once ("a pact which"), or that stands in its
    sentence where it opens with its verb ("The pact was signed in May and took effect").
    A name taken over from another sentence tells what a report is about, not who did what.
    """
    if claim.agreement is None:
        return False
    if "state_acts." in claim.rule:
        return True  # a second reading made sure which agreement it is
    name, clause = claim.agreement.span, claim.passage.span
    if clause.start <= name.start and name.end <= clause.end:
        return True
    between = text[name.end : clause.start] if name.end <= clause.start else "."
    verbal = claim.passage.trigger.start - clause.start < 5
    return len(between) < (160 if verbal else 40) and not _STOP.search(between)


def _people(claim: Claim) -> frozenset[tuple[str, str]]:
    roles = claim.roles
    named: Iterable[Actor] = roles.actors + roles.recipients + roles.participants
    return frozenset(
        (actor.country or "", fold(actor.name)) for actor in named if actor.kind == "person"
    )
