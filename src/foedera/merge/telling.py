"""A claim as merging sees it: its values folded to keys that compare fast."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache

from foedera.data import Actor, Claim, Days, Report
from foedera.gazetteer.tables import cells, rows
from foedera.lexicons import load_words
from foedera.merge.folding import fold as fold
from foedera.merge.kindred import load_kindred
from foedera.merge.rarity import rarity, stems, weight_of
from foedera.merge.spoken import NOWHERE, NamedAs, is_open, named_as
from foedera.merge.worded import Worded

_PERIOD = re.compile(r"\b(\d{1,2}|[a-z]{3,11}(?:-four)?)[ -](month|year)(?:s|s'|s’|'s|’s)?\b")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{20,900}[”\"]")
_YEAR = re.compile(r"\b(?:in|of|since|the|-|–|early|late|mid) ?((?:19|20)\d\d)\b")
_WORD = re.compile(r"[^\W\d_]{3,}")
_LEAD = re.compile(r"[\w'’]+|[.,;:!?]")
_OWNING = ("'s", "’s", "s'", "s’")
_OTHERS = re.compile(
    r"\b(?:and|with|among) (?:at least )?(?:\w{1,15} ){0,2}(?:others?|more) ?(?:\w|[,.;]|$)"
)
_STOP = re.compile(r"[.;:!?\n]")
AROUND = 250
"""How many characters each side of the trigger are read for what the telling is about."""
LEADING = 40
"""And how many before a noun for what makes it a known one."""
KEPT = 16
"""How many of the words around a clause, the rarest, are kept."""
PARAGRAPH = 1200
"""Within so many characters before a trigger its paragraph begins, or quotations go unread."""
MARKS = 6
"""By how many of its rarest words, its clause's own first, a telling finds others."""
TELLING = 0.3
"""Words as rare as this tell something."""
RARE = 0.45
"""And words as rare as this tell which."""
_ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b|\b([a-z]{5,8})\b")


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
        object.__setattr__(self, "printed", ordinal_day(self.published.earliest))


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
    `definite` that its trigger is a noun that means a known one ("the attack"). `parties` are all
    countries and nameless-state actors that take part; `states` says whether a state takes part,
    itself or by one of its own.
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
    has: int = field(init=False, compare=False, repr=False)
    parties: frozenset[str] = field(init=False, compare=False, repr=False)
    states: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out once what every pair of tellings asks for."""
        object.__setattr__(self, "has", _what_it_has(self))
        object.__setattr__(self, "parties", _all_of(self.actors, self.recipients))
        object.__setattr__(self, "states", any(a.country for a in _sides(self.claim)))

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id


DOERS, TARGETS, PEOPLE, PLACE, NUMBERS, DAYS, ORDINALS, TELLTALE = (1 << bit for bit in range(8))


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
    )


@lru_cache(maxsize=16384)
def _all_of(actors: frozenset[str], recipients: frozenset[str]) -> frozenset[str]:
    """Return all parties; many tellings share the two sides, and so the set of both."""
    return actors | recipients if actors and recipients else actors or recipients


def actor_key(actor: Actor) -> str:
    """Return the country that an actor stands for, or its folded name."""
    return actor.country or fold(actor.name)


@lru_cache(maxsize=16384)
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
        ordinals=_ordinals(clause),
        names=tuple(names),
        trigger=frozenset(_WORD.findall(text[trigger.start : trigger.end].lower())),
        own=_names_it(claim, text),
        naming=named_as(claim, text),
        open_ended=is_open(claim, text),
        quoted=_is_quoted(text, trigger.start),
        definite="noun_frame" in claim.rule
        and _is_definite(text[max(0, trigger.start - LEADING) : trigger.start]),
        marks=marks,
        telltale=_telltale(marks, words - told_by - _named(claim)),
        year=_year_in(clause) if when is None else None,
        changing=not load_kindred().changing.isdisjoint(_WORD.findall(clause)),
        others=_OTHERS.search(clause) is not None,
        another=_is_another(text[max(0, trigger.start - 30) : trigger.start]),
        nameless=frozenset(actor_key(a) for a in _sides(claim) if _is_nameless(a)),
        months=notice_period(clause) if claim.kind.startswith("agreement.") else None,
    )


def _words_around(worded: Worded, claim: Claim) -> frozenset[str]:
    """Return the rarest stems near a claim's trigger, words cut in half left out."""
    trigger, text = claim.passage.trigger, worded.text
    first = text.find(" ", max(0, trigger.start - AROUND), trigger.start) + 1 or trigger.start
    last = max(trigger.end, text.rfind(" ", trigger.end, trigger.end + AROUND))
    near = worded.within(first, trigger.start) | worded.within(trigger.end, last)
    return frozenset(word for _, word in worded.ranked(near)[:KEPT])


def _marks(worded: Worded, words: frozenset[str], around: frozenset[str]) -> tuple[str, ...]:
    """Return the rarest stems of a clause; those around it only where there are not enough."""
    rare = [word for rank, word in worded.ranked(words)[:MARKS] if -rank >= TELLING]
    if len(rare) < MARKS:
        others = worded.ranked(around - words)[: MARKS - len(rare)]
        rare += [word for rank, word in others if -rank >= TELLING]
    return tuple(rare)


def _telltale(marks: Iterable[str], words: frozenset[str]) -> frozenset[str]:
    """Return the marks among a clause's words that are rare: no numbers, no countries, no days."""
    return frozenset(
        word
        for word in marks
        if word in words and word.isalpha() and rarity(word) >= RARE and word not in _of_countries()
    )


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


@lru_cache(maxsize=16384)
def _name_stems(name: str) -> frozenset[str]:
    return stems(fold(name))


def _is_another(before: str) -> bool:
    """Say whether the last words before a trigger tell of a further one of its kind.

    >>> _is_another("called for additional "), _is_another("said that the ")
    (True, False)
    """
    return not load_kindred().another.isdisjoint(_WORD.findall(before.lower())[-2:])


def _is_definite(before: str) -> bool:
    """Say whether the last words before a noun make it one that is known already.

    >>> _is_definite("They met after Peru's "), _is_definite("said that a new ")
    (True, False)
    """
    table = load_kindred()
    for word in reversed(_LEAD.findall(before.lower())[-4:]):
        if word in table.indefinite or not word[0].isalnum():
            return False
        if word in table.definite or word.endswith(_OWNING):
            return True
    return False


def _is_quoted(text: str, at: int) -> bool:
    """Say whether a place stands within quotation marks, in more than a word or two.

    >>> _is_quoted('He said: "We shall never allow them to attack us."', 40)
    True
    """
    start = text.rfind("\n", max(0, at - PARAGRAPH), at) + 1
    if not start and at > PARAGRAPH:
        return False
    return any(m.start() < at < m.end() for m in _QUOTED.finditer(text, start, at + PARAGRAPH))


def _year_in(clause: str) -> int | None:
    """Return the one year that a clause names, the last where it names two in a row.

    >>> _year_in("unlike the invasion of 2008-2009"), _year_in("some 2,000 men")
    (2009, None)
    """
    if "19" not in clause and "20" not in clause:
        return None
    years = {int(year) for year in _YEAR.findall(clause)}
    return max(years) if years and max(years) - min(years) <= 1 else None


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
