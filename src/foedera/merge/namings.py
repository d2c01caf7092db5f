"""Under which names reports tell of agreements, and which names mean one agreement."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from foedera.lexicons import load_words
from foedera.merge.apart import is_made_at_home, is_of_a_row, without_what_follows
from foedera.merge.known import (
    Around,
    described_key,
    known_agreements,
    told_key,
)
from foedera.merge.making import (
    deals_with,
    ends,
    is_beside,
    is_home_act,
    is_negotiated,
    is_private,
    is_with_rebels,
    makes,
    party_makers,
    tell_sides,
)
from foedera.merge.meant import acting_states, in_its_time
from foedera.merge.own_words import is_gathering, is_headed, name_words
from foedera.merge.parties import states_of
from foedera.merge.strays import (
    is_between_others,
    is_in_passing,
    is_loose,
    is_miscalled,
    is_of_its_object,
    is_of_its_time,
    is_rival,
    is_stray,
    is_too_loose,
    is_vague,
    names_it,
    of_one_making,
    only_mentioned,
    telling_title,
)
from foedera.merge.telling import Telling, fold, ordinal_day
from foedera.merge.titles import differ, read_title, without_subject

_JOINT = frozenset(("agreement.sign", "agreement.conclude", "agreement.provide"))
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


REACH = 12
"""A bare name means no agreement named more claims away."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One name of an agreement in one report, with what the claims under it say of it.

    `known` is the agreement of the world's table that the name means, `sides` are the states
    that the name or the words after it tell as its sides; `joint` says that one telling has two,
    `private` that no states make it, or that no words tell of one in particular, `inner` that a
    government makes it with rebels of its own state, `talked` that two negotiate it. `clauses` are
    where its claims stand, `rows` those of them that tell another agreement first.
    """

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
    known: str | None = None
    sides: frozenset[str] = frozenset()
    joint: bool = False
    private: bool = False
    inner: bool = False
    talked: bool = False
    clauses: frozenset[int] = frozenset()
    rows: frozenset[int] = frozenset()


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def find_namings(tellings: Sequence[Telling], story: str) -> list[Naming]:
    """Gather one report's claims about agreements under the names that it uses.

    Names of one agreement that the world knows are one. A bare name ("the treaty") and no name
    at all mean the agreement named last before it with the same parties, else the next one
    after; never one that is told only by the body it founded: "the accord" beside "join NATO" is
    no North Atlantic Treaty. Names that tell no agreement of states are left out: see
    `is_between_states`.
    """
    about = [t for t in tellings if t.claim.agreement or t.claim.kind.startswith("agreement.")]
    shape = _shape_words(tellings)
    known_as = known_names(about)
    about = _without_other_rows(about, known_as)
    named, bare = _by_name(about, known_as, shape)
    if any(is_made_at_home(t) for t in about):
        bare = [t for t in bare if not is_loose(t) and t.claim.agreement]
    _bring_home(named, bare)
    known_keys = set(known_as.values())
    found = [
        _naming(told, story, shape, name)
        if name in known_keys
        else _naming(of_one_making(told), story, shape, None)
        for name, told in sorted(named.items())
    ]
    return [naming for naming in found if is_between_states(naming)]


def _by_name(
    about: Sequence[Telling], known_as: Mapping[Spoken, str | None], shape: frozenset[str]
) -> tuple[dict[str, list[Telling]], list[Telling]]:
    """Put tellings under the names that they use; those under a bare name, or none, apart."""
    mentioned = only_mentioned((t, known_as.get(spoken_as(t))) for t in about)
    rivals = {known or name for (name, _), known in known_as.items() if is_rival(known, name)}
    named: dict[str, list[Telling]] = defaultdict(list)
    papers = set(_words()["own_papers"])
    bare: list[Telling] = []
    for telling in about:
        title = telling_title(telling)
        known, words = known_as.get(spoken_as(telling)), name_words(title, shape)
        if _is_left_out(telling, known, mentioned, rivals):
            continue
        if known is None and rivals - {title} and is_miscalled(telling):
            bare.append(telling)
        elif known or words:
            named[known or " ".join(sorted(words))].append(telling)
        elif telling.naming.indefinite and telling.naming.head in papers and makes(telling):
            named[telling.naming.head].append(telling)
        else:
            bare.append(telling)
    return named, bare


def _is_left_out(
    telling: Telling, known: str | None, mentioned: Collection[str | None], rivals: set[str]
) -> bool:
    """Say whether a telling means no agreement in particular, or not the known one it names."""
    generic = telling.naming.generic and not deals_with(telling)
    if telling.naming.other or (known is None and generic):
        return True
    if is_between_others(telling) or is_of_its_object(telling):
        return True
    if known in mentioned and not (names_it(telling) or is_of_its_time(telling, known)):
        return True
    rivalled = bool(rivals - {known})
    return known is not None and is_stray(telling, known_agreements()[known], rivalled=rivalled)


def _bring_home(named: dict[str, list[Telling]], bare: Sequence[Telling]) -> None:
    """Put tellings under a bare name, or none, to the name that they mean."""
    meant = {n: told for n, told in named.items() if not all(t.naming.by_body for t in told)}
    homeless: list[Telling] = []
    for telling, home in [(telling, _home(telling, meant)) for telling in bare]:
        meant_one = known_agreements().get(home or "")
        if meant_one is not None and is_stray(telling, meant_one, rivalled=False):
            continue
        states = read_title(telling_title(telling)).states
        if home is None and states:
            home = " ".join(sorted(states))
        if home is not None:
            named[home].append(telling)
        else:
            homeless.append(telling)
    made = [t for t in homeless if makes(t) or ends(t) or is_with_rebels(t)]
    if made and all(_is_made_by_others(t, name) for t in made for name in meant):
        named[""] = homeless


def _without_other_rows(
    about: Sequence[Telling], known_as: Mapping[Spoken, str | None]
) -> list[Telling]:
    """Leave out "the truce" where one of another row was told right before it."""
    known = [(t, known_agreements().get(known_as.get(spoken_as(t)) or "")) for t in about]
    left = [t for t, one in known if one is not None and is_of_a_row(t, one)]
    return without_what_follows(about, left) if left else list(about)


Spoken: TypeAlias = tuple[str, frozenset[str]]
"""A name with the states told as its sides: one name may mean two agreements by them."""


def spoken_as(telling: Telling) -> Spoken:
    """Return the name that a telling uses, and the sides that its own words tell."""
    return telling_title(telling), telling.naming.sides


def known_names(about: Sequence[Telling]) -> dict[Spoken, str | None]:
    """Return the world-known agreement that each name in a report means, by what stands near."""
    sides: dict[str, set[str]] = defaultdict(set)
    beside: dict[str, set[str]] = defaultdict(set)
    acting: dict[str, set[str]] = defaultdict(set)
    also: dict[str, set[str]] = defaultdict(set)
    topics: dict[str, set[str]] = defaultdict(set)
    for telling in about:
        title = telling_title(telling)
        topics[title].add(telling.naming.topic)
        sides[title] |= telling.naming.sides
        beside[title] |= telling.naming.beside
        acting[title] |= acting_states(telling)
        also[title] |= set(telling.names)
    day = about[0].source.published.latest or "" if about else ""
    headline = about[0].source.headline if about else ""
    found: dict[Spoken, str | None] = {}
    for title, own in {spoken_as(t) for t in about if t.claim.agreement}:
        core = without_subject(title)
        told = own if len(own) > 1 else frozenset(sides[title])
        around = Around(told, frozenset(acting[title]), frozenset(beside[title]))
        called = {read_title(name).known for name in (title, *also[title])} - {None}
        known = next(iter(called)) if len(called) == 1 else read_title(title).known
        known = in_its_time(known, core, headline, around, day)
        known = known or described_key(core, around, day)
        if known is None and not _is_own_paper(core) and not _is_proper(core):
            known = told_key(core, topics[title], around, day)
            others = {telling_title(t) for t in about if t.claim.agreement} - {title}
            if is_headed(core, headline) and not any(_heads(o, headline) for o in others):
                known = known or told_key(core, [headline], around, day)
        found[title, own] = known
    return found


def _heads(title: str, headline: str) -> bool:
    """Say whether a headline holds another name of the report, which is then what it is about."""
    return bool(name_words(title)) and _is_proper(title) and is_headed(title, headline)


def _is_own_paper(core: str) -> bool:
    """Say whether a name is another paper than a treaty: "a statement on the climate"."""
    return core.islower() and core.split()[-1] in set(_words()["own_papers"]) - {"protocol"}


def _is_proper(core: str) -> bool:
    return bool(read_title(core).proper - frozenset(_words()["regions"]))


def is_between_states(naming: Naming) -> bool:
    """Say whether a name means something that states, or a state and an armed group, agree.

    One that the world knows does; another name does where two sides are told with it, or where
    it is a proper name under a formal head, or one that a state ratified.
    """
    consent = naming.acts & set(_words()["consent"])
    sides = len(naming.parties | naming.sides)
    words = set(fold(naming.name).split())
    formal = bool(words & set(_words()["formal"])) and not is_gathering(words)
    told_with_it = len(naming.sides) > 1 and bool(naming.words)
    if naming.private and not naming.known:
        return False
    befallen = {*_words()["leaving"], *_words()["laid_before"], *_words()["of_themselves"]}
    done = consent or formal or naming.acts & befallen or (naming.talked and naming.words)
    if naming.known or told_with_it or naming.inner or (sides > 1 and naming.joint and done):
        return True
    joined = formal and naming.acts & {"agreement.accede", "agreement.deposit-instrument"}
    if joined or not read_title(naming.name).proper:
        return bool(joined)
    return formal or bool(naming.parties and consent & set(_words()["solemn_acts"]))


def _home(telling: Telling, named: Mapping[str, list[Telling]]) -> str | None:
    """Find the name that a bare one, or none, means; none only where two sides act together."""
    best: tuple[int, int, str] | None = None
    for name, told in _like(telling, named).items():
        parties = {p for t in told for p in (t.actors - t.nameless) | t.naming.sides}
        if telling.claim.agreement is None:
            parties = {p for t in told for p in acting_states(t) | t.naming.sides}
        shared = telling.actors & parties
        if telling.actors and parties and not shared:
            continue
        if telling.claim.agreement is None and len(shared) < 2:
            continue
        if any(differ(telling_title(telling), telling_title(t)) for t in told) or _is_foreign(
            telling, told
        ):
            continue
        if _is_loose(telling) and (_is_solemn(told) or _is_open_treaty(telling, name)):
            continue
        if _is_made_by_others(telling, name):
            continue
        gaps = [telling.order - t.order for t in told if t.claim.agreement]
        before = [gap for gap in gaps if gap >= 0]
        rank = (0, min(before), name) if before else (1, min((-g for g in gaps), default=99), name)
        best = rank if best is None else min(best, rank)
    return best[2] if best and best[1] <= REACH else None


def _like(telling: Telling, named: Mapping[str, list[Telling]]) -> Mapping[str, list[Telling]]:
    """Keep the names that are as loose as a telling's own, where there are such.

    "The deal" means the ceasefire deal before the Arms Treaty, even if that was named last.
    """
    if not is_loose(telling):
        return named
    alike = {
        name: told
        for name, told in named.items()
        if any(map(is_loose, told)) or any(is_rival(None, telling_title(t)) for t in told)
    }
    return alike or named


def _is_open_treaty(telling: Telling, name: str) -> bool:
    deal = telling.naming.head in _words()["no_treaties"]
    return deal and name in known_agreements() and is_too_loose(telling, known_agreements()[name])


def _is_made_by_others(telling: Telling, name: str) -> bool:
    """Say whether states make a treaty of which one cannot be a party of the one that is named."""
    members = known_agreements()[name].members if name in known_agreements() else frozenset()
    makers = states_of(telling) if telling.claim.kind in _JOINT else frozenset()
    return len(makers) > 1 and bool(members) and not makers <= members


def _is_solemn(told: Sequence[Telling]) -> bool:
    """Say whether a name's head is too solemn for "the deal" to mean it."""
    heads = {word for t in told for word in fold(telling_title(t)).split()}
    return bool(heads & set(load_words("agreement_words")["solemn_heads"]))


def _is_loose(telling: Telling) -> bool:
    return bool(set(fold(telling_title(telling)).split()) & set(_words()["loose"]))


def _is_foreign(telling: Telling, told: Sequence[Telling]) -> bool:
    """Say whether a name tells states of which none is told with the agreement."""
    states = read_title(telling_title(telling)).states
    around = {p for t in told for p in t.parties} | {
        s for t in told for s in read_title(telling_title(t)).states
    }
    return bool(states) and not states & around


def _shape_words(tellings: Sequence[Telling]) -> frozenset[str]:
    """Return the words of the names of those who act in a report, cut to their stems."""
    roles = [t.claim.roles for t in tellings]
    actors = [a for r in roles for a in r.actors + r.recipients if a.kind == "state"]
    return frozenset(word[:4] for a in actors for word in fold(a.name).split())


def _naming(
    told: Sequence[Telling], story: str, shape: frozenset[str], known: str | None
) -> Naming:
    titles = [t.claim.agreement.title for t in told if t.claim.agreement]
    makers, inner = party_makers(told) or tell_sides(told), any(map(is_with_rebels, told))
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
        parties=may_be_parties({p for t in makers for p in states_of(t)}, known),
        years=frozenset(year for title in titles for year in _YEAR.findall(title)),
        signed=min(signed, key=lambda s: (s[1] - s[0], s), default=None),
        acts=frozenset(t.claim.kind for t in told if t.claim.voice.reality == "happened"),
        claims=tuple(sorted(t.id for t in told)),
        orders=tuple(sorted(t.order for t in told)),
        printed=ordinal_day(told[0].source.published.earliest),
        known=known,
        sides=may_be_parties({s for t in told for s in t.naming.sides}, known),
        joint=any(len(states_of(t) | t.naming.sides) > 1 for t in told),
        private=(is_private(told) and not inner) or is_vague(told) or is_in_passing(told),
        inner=inner,
        talked=any(map(is_negotiated, told)),
        clauses=frozenset(t.claim.passage.span.start for t in told),
        rows=frozenset(t.claim.passage.span.start for t in told if is_beside(t)),
    )


def may_be_parties(states: Iterable[str], known: str | None) -> frozenset[str]:
    """Leave out who cannot be a party of an agreement that the world knows as closed."""
    members = known_agreements()[known].members if known else frozenset()
    return frozenset(states) & members if members else frozenset(states)
