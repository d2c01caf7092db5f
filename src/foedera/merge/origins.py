"""Who a telling can be traced to: roots and chains of citation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile
from typing import Any

from foedera.data import Actor
from foedera.gazetteer.tables import cells, rows
from foedera.lexicons import load_lists, load_words
from foedera.merge.kindred import load_kindred
from foedera.merge.names import acronym_of, same_person, skeleton
from foedera.merge.speakers import Speaker, speaker_of
from foedera.merge.telling import Telling, actor_key, fold
from foedera.swift import swift

_TELLING_CLASSES = ("person", "organisation", "group", "role_office", "forces", "fighters")


@swift
@dataclass(frozen=True, slots=True)
class Chain:
    """One telling's way back: levels from the source its report cites to the first speaker.

    `speakers` are the first who have a name, and vouch for it: who names a happening in passing
    does not. `itself` says that the telling is what they say.
    """

    outlet: str
    levels: tuple[tuple[str, ...], ...]
    speakers: tuple[Speaker, ...] = ()
    itself: bool = False

    @property
    def roots(self) -> tuple[str, ...]:
        """Who first says so, by name if possible; empty where the report speaks for itself."""
        return tuple(speaker.name for speaker in self.speakers)


@lru_cache(maxsize=8192)
def root_level(levels: tuple[tuple[str, ...], ...]) -> int:
    """Return the innermost level that names someone; the innermost where none does.

    >>> root_level((("RNA",), ("officials",)))
    0
    """
    named = [place for place, level in enumerate(levels) if any(map(has_name, level))]
    return named[-1] if named else len(levels) - 1


def trace(tellings: Sequence[Telling], known: Mapping[str, str]) -> dict[str, Chain]:
    """Follow every claim of one report to its first source.

    `known` maps folded names to the name a source goes by (see `name_sources`). A source
    that names no one ("state media") is read as the one outlet that the same report names
    for the same agreement, or nearest to it.
    """
    told = [(t, _cited(t), _sayers(t)) for t in tellings]
    plain = {t.id: _levels(cited or _alone(sayers), known) for t, cited, sayers in told}
    chains = {}
    for telling, cited, sayers in told:
        levels = tuple(
            tuple(_who(name, telling, tellings, plain) for name in level)
            for level in plain[telling.id]
        )
        outlet = telling.source.outlet or telling.source.report
        # Whoever mentions a saying, it rests on those who say it.
        itself = bool(sayers) and (telling.claim.voice.passing or _by_a_mouth(cited))
        first = _named(sayers, known) if itself else _vouching(telling, cited, levels)
        speakers = tuple(speaker_of(actor, called) for actor, called in first)
        chains[telling.id] = Chain(outlet, levels, speakers, itself) if levels else _own(outlet)
    return chains


@lru_cache(maxsize=4096)
def _own(outlet: str) -> Chain:
    """Return the chain of what an outlet tells as its own."""
    return Chain(outlet, ())


def _levels(
    spoken: Iterable[tuple[Actor, ...]], known: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(name for _, name in _named(level, known)) for level in spoken)


def _named(level: Iterable[Actor], known: Mapping[str, str]) -> tuple[tuple[Actor, str], ...]:
    return tuple((actor, known.get(fold(actor.name), actor.name)) for actor in level)


def _spoken(telling: Telling) -> list[tuple[Actor, ...]]:
    """Return the levels of those who speak; what can neither speak nor be read is no source.

    A public saying that a report tells in its own voice ("X warned Y") rests on its speaker.
    """
    return _cited(telling) or _alone(_sayers(telling))


def _alone(sayers: tuple[Actor, ...]) -> list[tuple[Actor, ...]]:
    return [sayers] if sayers else []


def _cited(telling: Telling) -> list[tuple[Actor, ...]]:
    levels = [tuple(filter(_can_tell, level)) for level in telling.claim.voice.sources]
    return [level for level in levels if level]


def _sayers(telling: Telling) -> tuple[Actor, ...]:
    """Return who says in public what a telling tells: "the American people" cannot.

    Nobody says what he is only asked to say, and what two agree upon they need not tell.
    """
    table, voice = load_kindred(), telling.claim.voice
    said = telling.claim.kind.split(".")[0] in table.sayings
    if not said or voice.stance != "asserted" or voice.reality == "demanded":
        return ()
    if telling.trigger & (table.honours | table.accords):
        return ()
    actors = filter(_can_tell, telling.claim.roles.actors)
    return tuple(a for a in actors if fold(a.name).rsplit(" ", 1)[-1] not in table.publics)


def _by_a_mouth(cited: Sequence[tuple[Actor, ...]]) -> bool:
    """Say whether nobody is cited for a saying but a spokesman without a name."""
    spokesmen = load_kindred().spokesmen
    return all(
        not has_name(actor.name) and fold(actor.name).endswith(spokesmen)
        for level in cited
        for actor in level
    )


def _vouching(
    telling: Telling, cited: Sequence[tuple[Actor, ...]], levels: tuple[tuple[str, ...], ...]
) -> tuple[tuple[Actor, str], ...]:
    """Return the first speakers with what each is called: nobody, where they only mention it."""
    if not levels:
        return ()
    place = root_level(levels)
    if telling.claim.voice.passing and not _takes_part(telling, cited[-1]):
        return ()
    return tuple(zip(cited[place], levels[place], strict=True))


def _takes_part(telling: Telling, speakers: Iterable[Actor]) -> bool:
    """Say whether any of the speakers is of a party, and so tells what he names as known.

    Not by a noun: "announced it during the president's trip" tells of no trip.
    """
    if "noun_frame" in telling.claim.rule:
        return False
    return any(actor_key(speaker) in telling.parties for speaker in speakers)


def _can_tell(actor: Actor) -> bool:
    """Say whether a source is an actor, an outlet or a document: "the prospect" is none."""
    return actor.kind != "group" or _is_teller(actor.name)


@lru_cache(maxsize=8192)
def _is_teller(name: str) -> bool:
    """Say whether a group's name is its own, or tells people, bodies or documents."""
    words = name.split()
    if all(word[:1].isupper() for word in words):
        return True
    own = list(takewhile(lambda word: word not in load_kindred().after_heads, words))
    head = fold(own[-1]).rsplit(" ", 1)[-1] if own else ""
    return bool({head, head.removesuffix("s"), f"{head[:-3]}y"} & _tellers())


@cache
def _tellers() -> frozenset[str]:
    """Return the nouns of those who tell: people, bodies and documents."""
    classes = load_lists("noun_classes")
    nouns = {word for name in _TELLING_CLASSES for word in classes[name]}
    documents = load_words("cues")["lists"]["documents"]
    return frozenset(nouns | set(documents)) | load_kindred().generic_heads


def is_generic(name: str) -> bool:
    """Say whether a source's words name no one in particular.

    >>> is_generic("official media"), is_generic("the Lurian news agency LNA")
    (True, False)
    """
    return _faceless_head(name) in load_kindred().generic_heads


@lru_cache(maxsize=8192)
def has_name(name: str) -> bool:
    """Say whether a source is told by a name of its own, not by a common noun."""
    return any(word[:1].isupper() for word in name.split()) and not is_generic(name)


def _is_media(name: str) -> bool:
    return _faceless_head(name) in load_kindred().media_heads


def _faceless_head(name: str) -> str:
    """Return the last word of a name whose other words name no one, else nothing."""
    words = fold(name).split()
    if not words or any(word not in load_kindred().faceless for word in words[:-1]):
        return ""
    return words[-1]


def _who(
    name: str,
    telling: Telling,
    others: Sequence[Telling],
    plain: Mapping[str, tuple[tuple[str, ...], ...]],
) -> str:
    if not _is_media(name):
        return name
    country = _country_of(name, telling)
    best: tuple[int, int, str] | None = None
    for other in others:
        for level, spoken in zip(_spoken(other), plain[other.id], strict=True):
            for actor, called in zip(level, spoken, strict=False):
                if not _is_outlet(actor) or is_generic(called):
                    continue
                if country and actor.country and actor.country != country:
                    continue
                apart = abs(other.order - telling.order)
                kin = 0 if other.claim.agreement and telling.claim.agreement else 1
                best = min(best or (9, 0, ""), (kin, apart, called))
    return best[2] if best else name


def _is_outlet(actor: Actor) -> bool:
    """Say whether a source brings news: an outlet, or an agency that is read as a body."""
    words = set(fold(actor.name).split())
    return actor.kind == "outlet" or (
        actor.kind == "organisation" and (actor.name.isupper() or "news" in words)
    )


def _country_of(name: str, telling: Telling) -> str | None:
    spoken = [a for level in telling.claim.voice.sources for a in level if a.name == name]
    return spoken[0].country if spoken else None


def name_sources(actors: Iterable[Actor]) -> dict[str, str]:
    """Map folded names of sources to the name each goes by: the acronym, else the fuller one."""
    spoken = {(actor.name, actor.kind == "person") for actor in actors}
    names = sorted({name for name, _ in spoken})
    acronyms = frozenset(name for name in names if name.isupper() and 2 <= len(name) <= 7)
    known = {fold(name): _outlet_name(name) or _short_name(name, acronyms) for name in names}
    return known | _usual_names(_fuller_names(sorted({name for name, person in spoken if person})))


def _short_name(name: str, acronyms: frozenset[str]) -> str:
    words = re.findall(r"[A-Za-z]+", name)
    inside = sorted(acronyms & set(words))
    initials = {
        "".join(word[0] for word in words).upper(),
        "".join(word[0] for word in words if word[0].isupper()),
    }
    spelled = sorted(short for short in acronyms & initials if acronym_of(short, name))
    return (inside or spelled or [name])[0]


def _fuller_names(people: Sequence[str]) -> dict[str, str]:
    """Map each person's name to the fullest name that can be the same person's."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in sorted(people, key=lambda n: (-len(n.split()), n.isupper(), n)):
        for word in set(fold(name).split()):
            by_word[skeleton(word)].append(name)
    return {fold(name): _fullest(name, by_word) for name in people}


def _usual_names(known: Mapping[str, str]) -> dict[str, str]:
    """Give those whom the table of people knows its name for them; who is who stays as it is.

    >>> _usual_names({"barack obama": "Barack Hussein Obama", "ana ruiz": "Ana Ruiz"})
    {'barack obama': 'Barack Obama', 'ana ruiz': 'Ana Ruiz'}
    """
    usual: dict[str, str] = {}
    taken = set(known.values())
    for name in _office_holders():
        if (fullest := known.get(fold(name))) is not None and name not in taken:
            usual.setdefault(fullest, name)
    return {name: usual.get(fullest, fullest) for name, fullest in known.items()}


@cache
def _office_holders() -> tuple[str, ...]:
    return tuple(dict.fromkeys(row[0] for row in rows("people")))


def _fullest(name: str, by_word: Mapping[str, Sequence[str]]) -> str:
    words = fold(name).split()
    if not words:
        return name
    near = min((by_word[skeleton(word)] for word in words), key=len)
    alike = [other for other in near if same_person(fold(name), fold(other))]
    full = [other for other in alike if len(other.split()) > 1]
    if len(words) == 1 and len({fold(other) for other in full}) > 1:
        return name
    return alike[0] if alike else name


def _outlet_name(name: str) -> str | None:
    """Return the name by which a known outlet goes, whatever words stand around it."""
    words = fold(name).split()
    while words and words[0] in load_kindred().faceless:
        words = words[1:]
    for last in range(len(words), max(0, len(words) - 3), -1):
        found = _outlets().get(" ".join(words[:last]))
        if found and all(w in load_kindred().generic_heads | {"news"} for w in words[last:]):
            return found
    return None


@cache
def _outlets() -> dict[str, str]:
    """Map folded names of known outlets to the acronym or the name each goes by."""
    found = {}
    for name, aliases, *_ in rows("outlets"):
        names = [name, *cells(aliases)]
        short = next((n for n in names if n.isupper() and len(n) <= 7), name)
        found.update({fold(n): short for n in names})
    return found


class OriginList:
    """Every first source and what cites it, from chains that come one by one."""

    def __init__(self) -> None:
        self._cited: dict[str, str | set[str] | None] = {}
        """Who cites each; most are cited by one, many by nobody."""
        self._fed: dict[str, set[str]] = defaultdict(set)

    def add(self, chain: Chain) -> None:
        """Note who cites whom in a chain."""
        outer: tuple[str, ...] = (chain.outlet,)
        for level in chain.levels:
            for name in level:
                self._cited.setdefault(name, None)
                for citing in outer:
                    self._cite(name, citing)
            outer = level

    def _cite(self, name: str, citing: str) -> None:
        held = self._cited[name]
        if citing == name or held == citing:
            return
        if isinstance(held, set):
            held.add(citing)
        else:
            self._cited[name] = citing if held is None else {held, citing}

    def _citing(self, name: str) -> list[str]:
        held = self._cited.get(name)
        return [held] if isinstance(held, str) else sorted(held or ())

    def feed(self, outlet: str, feeds: Iterable[str]) -> None:
        """Note what an outlet was fed from."""
        for feed in feeds:
            self._fed[feed].add(outlet)

    def rows(self) -> list[dict[str, Any]]:
        """List every source with those that cite it and the outlets it feeds."""
        fed = self._fed
        rows: list[dict[str, Any]] = [
            {
                "root": root,
                "cited_by": self._citing(root),
                "inputs_to": sorted(fed.get(root, ())),
            }
            for root in sorted(self._cited.keys() | fed.keys())
            if has_name(root) or any(c.isdigit() for c in root)
        ]
        return sorted(rows, key=lambda row: (-len(row["cited_by"]), str(row["root"])))
