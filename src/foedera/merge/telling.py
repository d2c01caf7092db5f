"""A claim as merging sees it: its values folded to keys that compare fast."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from foedera.data import Actor, Claim, Days, Report
from foedera.lexicons import load_words
from foedera.merge.kindred import load_kindred

_PERIOD = re.compile(r"\b(\d{1,2}|[a-z]{3,11}(?:-four)?)[ -](month|year)(?:s|s'|s’|'s|’s)?\b")
_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = re.compile(r"[.;:!?\n]")
_ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b|\b([a-z]{5,8})\b")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a telling stands: its report, and what the report says of itself."""

    report: str
    outlet: str | None
    published: Days
    inputs_from: tuple[str, ...]
    agency: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim with its report and the keys by which it is compared. Days are ordinals."""

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

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def parties(self) -> frozenset[str]:
        """All countries and nameless-state actors that take part."""
        return self.actors | self.recipients


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Fold case, accents and punctuation, so that spellings of one name meet.

    >>> fold("Erdoğan, Recep-Tayyip")
    'erdogan recep tayyip'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9]+", plain or name.lower()))


def actor_key(actor: Actor) -> str:
    """Return the country that an actor stands for, or its folded name."""
    return actor.country or fold(actor.name)


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
    )


def tell(
    claim: Claim, source: Source, text: str, order: int, *, names: Iterable[str] = ()
) -> Telling:
    """Fold one claim of a report; `order` is its place among the report's claims.

    `names` are further names under which the report mentions the claim's agreement.
    """
    clause = text[claim.passage.span.start : claim.passage.span.end].lower()
    when, trigger = claim.setting.when, claim.passage.trigger
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
        words=frozenset(map(sys.intern, _WORD.findall(clause))) - load_kindred().dull,
        ordinals=_ordinals(clause),
        names=tuple(names),
        trigger=frozenset(_WORD.findall(text[trigger.start : trigger.end].lower())),
        own=_names_it(claim, text),
        months=notice_period(clause) if claim.kind.startswith("agreement.") else None,
    )


def _names_it(claim: Claim, text: str) -> bool:
    """Say whether a claim's own clause names its agreement, or hangs on a name before it.

    A clause hangs on a name that it follows at once ("a pact which"), or that stands in its
    sentence where it opens with its verb ("The pact was signed in May and took effect").
    A name taken over from another sentence tells what a report is about, not who did what.
    """
    if claim.agreement is None:
        return False
    name, clause = claim.agreement.span, claim.passage.span
    if clause.start <= name.start and name.end <= clause.end:
        return True
    between = text[name.end : clause.start] if name.end <= clause.start else "."
    verbal = claim.passage.trigger.start - clause.start < 5
    return len(between) < (160 if verbal else 40) and not _STOP.search(between)


def notice_period(clause: str) -> int | None:
    """Return how many months pass between a notice and its effect, where a clause says so.

    >>> notice_period("the withdrawal would take effect six months after such a notice")
    6
    """
    if "notice" not in clause and "withdraw" not in clause:
        return None
    found = _PERIOD.search(clause)
    if found is None:
        return None
    counts: dict[str, int] = load_words("agreement_names")["counts"]
    number = int(found[1]) if found[1].isdigit() else counts.get(found[1])
    return number if number is None or found[2] == "month" else number * 12


def _people(claim: Claim) -> frozenset[tuple[str, str]]:
    roles = claim.roles
    named: Iterable[Actor] = roles.actors + roles.recipients + roles.participants
    return frozenset(
        (actor.country or "", fold(actor.name)) for actor in named if actor.kind == "person"
    )


def _ordinals(clause: str) -> frozenset[tuple[int, str]]:
    table = load_kindred()
    found = set()
    for match in _ORDINAL.finditer(clause):
        number = int(match[1]) if match[1] else table.ordinals.get(match[2])
        if number is None:
            continue
        following = clause[match.end() : match.end() + 30].split()[:2]
        thing = next((w.strip(".,;:") for w in following if w.strip(".,;:") in table.counted), None)
        if thing:
            found.add((number, thing))
    return frozenset(found)
