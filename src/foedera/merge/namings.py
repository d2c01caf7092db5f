"""Under which names reports tell of agreements, and which names mean one agreement."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from foedera.data import Claim, Title
from foedera.lexicons import load_words
from foedera.merge.telling import Telling, fold, ordinal_day
from foedera.merge.titles import differ, known_members, read_title

_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Naming:
    """One name of an agreement in one report, with what the claims under it say of it."""

    id: str
    report: str
    story: str
    name: str
    words: frozenset[str]
    parties: frozenset[str]
    years: frozenset[str]
    signed: tuple[int, int] | None
    acts: frozenset[str]
    claims: tuple[str, ...]
    orders: tuple[int, ...]
    printed: int | None


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def other_names(claim: Claim, mentioned: Sequence[Title]) -> list[str]:
    """Return the names that a report mentions a claim's agreement by besides the claim's own.

    That is a name with the same words, fewer or more; and what a telling of its provisions
    calls the agreement in passing ("includes a non-aggression pact").
    """
    if claim.agreement is None:
        return []
    own = name_words(claim.agreement.title)
    found = {m.title for m in mentioned if len(own & name_words(m.title)) >= 2}
    names = {name for name in found if _nests(own, name)}
    if claim.kind == "agreement.provide":
        names |= {m.title for m in mentioned if _is_held(m, claim)}
    return sorted(names - {claim.agreement.title})


def _is_held(mention: Title, claim: Claim) -> bool:
    """Say whether a name follows the word by which a claim tells what the agreement holds."""
    after = claim.passage.trigger.end <= mention.span.start
    near = mention.span.start - claim.passage.trigger.end < 40
    inside = mention.span.end <= claim.passage.span.end
    return after and near and inside and bool(name_words(mention.title))


def _nests(own: frozenset[str], name: str) -> bool:
    words = name_words(name)
    return words <= own or own <= words


def find_namings(tellings: Sequence[Telling], story: str) -> list[Naming]:
    """Gather one report's claims about agreements under the names that it uses.

    A bare name ("the treaty") and no name at all mean the agreement named last before it
    with the same parties, else the next one after.
    """
    about = [t for t in tellings if t.claim.agreement or t.claim.kind.startswith("agreement.")]
    shape = _shape_words(tellings)
    named: dict[str, list[Telling]] = defaultdict(list)
    bare: list[Telling] = []
    for telling in about:
        words = name_words(_title(telling), shape)
        if words:
            named[" ".join(sorted(words))].append(telling)
        else:
            bare.append(telling)
    for telling, home in [(telling, _home(telling, named)) for telling in bare]:
        states = read_title(_title(telling)).states
        if home is None and states:
            home = " ".join(sorted(states))
        if home is not None:
            named[home].append(telling)
    if not named and any(t.claim.agreement for t in bare):
        named[""] = bare
    found = [_naming(told, story, shape) for _, told in sorted(named.items())]
    return [naming for naming in found if naming.words or len(naming.parties) > 1]


def _title(telling: Telling) -> str:
    return telling.claim.agreement.title if telling.claim.agreement else ""


def states_of(telling: Telling) -> frozenset[str]:
    """Return the states, and the bodies of states, that do an act: no crowds, no common nouns."""
    roles = telling.claim.roles
    bodies = {
        fold(a.name)
        for a in roles.actors
        if a.kind == "organisation" and a.country is None and a.name[:1].isupper()
    }
    return frozenset(a.country for a in roles.actors if a.country) | bodies


def is_home_act(telling: Telling) -> bool:
    """Say whether what is signed is a law or a decree, not the agreement it is about."""
    object_ = telling.claim.roles.object
    words = fold(object_.text).split()[:4] if object_ else []
    return telling.group == "agreement.sign" and bool(set(words) & set(_words()["home_acts"]))


def _home(telling: Telling, named: Mapping[str, list[Telling]]) -> str | None:
    best: tuple[int, int, str] | None = None
    for name, told in named.items():
        parties = {p for t in told for p in t.actors}
        if telling.actors and parties and not telling.actors & parties:
            continue
        if any(differ(_title(telling), _title(t)) for t in told) or _is_foreign(telling, told):
            continue
        gaps = [telling.order - t.order for t in told if t.claim.agreement]
        before = [gap for gap in gaps if gap >= 0]
        rank = (0, min(before), name) if before else (1, min((-g for g in gaps), default=99), name)
        best = rank if best is None else min(best, rank)
    return best[2] if best else None


def _is_foreign(telling: Telling, told: Sequence[Telling]) -> bool:
    """Say whether a name tells states of which none is told with the agreement."""
    states = read_title(_title(telling)).states
    around = {p for t in told for p in t.parties} | {
        s for t in told for s in read_title(_title(t)).states
    }
    return bool(states) and not states & around


def _shape_words(tellings: Sequence[Telling]) -> frozenset[str]:
    """Return the words of the names of those who act in a report, cut to their stems."""
    roles = [t.claim.roles for t in tellings]
    actors = [a for r in roles for a in r.actors + r.recipients if a.kind == "state"]
    return frozenset(word[:4] for a in actors for word in fold(a.name).split())


def name_words(title: str, shape: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the words that tell this agreement from others; empty for "the treaty".

    >>> sorted(name_words("the Open Rivers Treaty"))
    ['open', 'rivers']
    """
    heads = _words()["heads"].keys()
    dull = set(_words()["plain"]) | heads | {f"{head}s" for head in heads}
    return frozenset(
        word
        for word in fold(title).split()
        if len(word) > 2 and word not in dull and word[:4] not in shape and not word.isdigit()
    )


def _naming(told: Sequence[Telling], story: str, shape: frozenset[str]) -> Naming:
    titles = [t.claim.agreement.title for t in told if t.claim.agreement]
    makers = party_makers(told)
    signed = [
        (t.first, t.last)
        for t in told
        if t.group == "agreement.sign"
        and not is_home_act(t)
        and t.first is not None
        and t.last is not None
        and t.claim.voice.reality == "happened"
    ]
    name = max(titles, key=lambda title: (len(name_words(title, shape)), title), default="")
    return Naming(
        id=min(t.id for t in told),
        report=told[0].source.report,
        story=story,
        name=name,
        words=name_words(name, shape) or name_words(name),
        parties=frozenset(p for t in makers for p in states_of(t)) & members
        if (members := known_members([name]))
        else frozenset(p for t in makers for p in states_of(t)),
        years=frozenset(year for title in titles for year in _YEAR.findall(title)),
        signed=min(signed, key=lambda s: (s[1] - s[0], s), default=None),
        acts=frozenset(t.claim.kind for t in told if t.claim.voice.reality == "happened"),
        claims=tuple(sorted(t.id for t in told)),
        orders=tuple(sorted(t.order for t in told)),
        printed=ordinal_day(told[0].source.published.earliest),
    )


def party_makers(told: Sequence[Telling]) -> list[Telling]:
    """Return the tellings whose doers are parties: those that speak of the agreement itself.

    Where none names it in its own clause, all acts that make one a party count.
    """
    makers = [t for t in told if t.claim.kind in _words()["party_kinds"] and not is_home_act(t)]
    return [t for t in makers if t.own] or makers
