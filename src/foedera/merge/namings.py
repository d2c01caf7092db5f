"""Under which names reports tell of agreements, and which names mean one agreement."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from foedera.data import Claim, Judgement, Reason, Title, Verdict
from foedera.lexicons import load_words
from foedera.merge.events import computed_judgement, score
from foedera.merge.features import VETO
from foedera.merge.groups import Groups
from foedera.merge.telling import Telling, fold, iso_day, ordinal_day

SAME = 0.8
WINDOW = 30
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


Finding: TypeAlias = Callable[[Naming, Naming], Reason | None]


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
        title = telling.claim.agreement.title if telling.claim.agreement else ""
        words = name_words(title, shape)
        if words:
            named[" ".join(sorted(words))].append(telling)
        else:
            bare.append(telling)
    for telling in bare:
        home = _home(telling, named)
        if home is not None:
            named[home].append(telling)
    if not named and any(t.claim.agreement for t in bare):
        named[""] = bare
    found = [_naming(told, story, shape) for _, told in sorted(named.items())]
    return [naming for naming in found if naming.words or len(naming.parties) > 1]


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
        gaps = [telling.order - t.order for t in told if t.claim.agreement]
        before = [gap for gap in gaps if gap >= 0]
        rank = (0, min(before), name) if before else (1, min((-g for g in gaps), default=99), name)
        best = rank if best is None else min(best, rank)
    return best[2] if best else None


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
    makers = [t for t in told if t.claim.kind in _words()["party_kinds"] and not is_home_act(t)]
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
        words=name_words(name, shape),
        parties=frozenset(p for t in makers for p in states_of(t)),
        years=frozenset(year for title in titles for year in _YEAR.findall(title)),
        signed=min(signed, key=lambda s: (s[1] - s[0], s), default=None),
        acts=frozenset(t.claim.kind for t in told if t.claim.voice.reality == "happened"),
        claims=tuple(sorted(t.id for t in told)),
        orders=tuple(sorted(t.order for t in told)),
        printed=ordinal_day(told[0].source.published.earliest),
    )


# ------------------------------------------------------------------ findings


def agreement_parties(a: Naming, b: Naming) -> Reason | None:
    """The parties are the same, some are, or none is."""
    if not a.parties or not b.parties:
        return None
    shared = a.parties & b.parties
    note = f"{_list(a.parties)} and {_list(b.parties)}"
    if a.parties == b.parties:
        return Reason("same_parties", 0.4, f"both bind {_list(shared)}")
    if a.parties <= b.parties or b.parties <= a.parties:
        return Reason("parties_within", 0.25, note)
    distinct = len(a.words & b.words) >= 2 or (a.words == b.words and _is_acronym(a.name))
    if distinct and (a.words <= b.words or b.words <= a.words):
        return Reason("parties_apart", -0.2, note)
    if len(shared) < 2:
        return Reason("other_parties", VETO, note)
    return Reason("parties_overlap", 0.0, note)


def agreement_signing(a: Naming, b: Naming) -> Reason | None:
    """They were signed on one day, or on two."""
    if a.signed is None or b.signed is None:
        return None
    first, last = max(a.signed[0], b.signed[0]), min(a.signed[1], b.signed[1])
    note = f"signed {_stretch(a.signed)} and {_stretch(b.signed)}"
    if first > last:
        return Reason("other_signing", VETO, note)
    width = max(a.signed[1] - a.signed[0], b.signed[1] - b.signed[0])
    return Reason("same_signing", 0.4 if width <= 31 else 0.1, note)


def agreement_years(a: Naming, b: Naming) -> Reason | None:
    """Their names carry two years."""
    if a.years and b.years and not a.years & b.years:
        return Reason("other_year", VETO, f"{_list(a.years)} against {_list(b.years)}")
    return None


def agreement_words(a: Naming, b: Naming) -> Reason | None:
    """Their names share the words that count."""
    if not a.words or not b.words:
        return Reason("bare_name", 0.1, "one name has no words of its own")
    shared = a.words & b.words
    note = f"“{a.name}” and “{b.name}”"
    if a.words == b.words and (len(shared) > 1 or _is_acronym(a.name)):
        return Reason("same_name", 1.1, note)
    if a.words <= b.words or b.words <= a.words:
        return Reason("same_name", 0.6, note)
    if len(shared) * 2 >= min(len(a.words), len(b.words)):
        return Reason("like_name", 0.4, note)
    return Reason("other_name", -0.3, note)


def _is_acronym(name: str) -> bool:
    return any(len(word) > 2 and word.isupper() for word in name.split())


def agreement_story(a: Naming, b: Naming) -> Reason | None:
    """Their reports tell one story, or were printed long apart."""
    if a.report == b.report:
        return Reason("same_report", 0.3, "both stand in one report")
    if a.story == b.story:
        return Reason("same_story", 0.4, "their reports tell one story")
    if a.printed is None or b.printed is None:
        return None
    apart = abs(a.printed - b.printed)
    if apart > 200:
        return Reason("printed_far", -0.3, f"printed {apart} days apart")
    return None


def agreement_acts(a: Naming, b: Naming) -> Reason | None:
    """Both tell of an act that an agreement sees once, or one tells what is in the other."""
    once = a.acts & b.acts & set(_words()["once"])
    if once and a.story == b.story:
        return Reason("same_act", 0.5, f"both tell of {_list(once)}")
    provision = {"agreement.provide", "agreement.describe"}
    inside = a.acts <= provision or b.acts <= provision
    if a.report == b.report and inside and _beside(a, b):
        return Reason("told_within", 0.8, "one is told as what the other holds")
    return None


def _beside(a: Naming, b: Naming) -> bool:
    return any(abs(x - y) <= 4 for x in a.orders for y in b.orders)


FINDINGS: tuple[Finding, ...] = (
    agreement_parties,
    agreement_signing,
    agreement_years,
    agreement_words,
    agreement_story,
    agreement_acts,
)


def weigh_namings(a: Naming, b: Naming) -> tuple[Reason, ...]:
    """Return all findings about two names."""
    return tuple(r for finding in FINDINGS if (r := finding(a, b)) is not None)


# ------------------------------------------------------------------- joining


def join_namings(
    namings: Sequence[Naming], verdicts: Mapping[tuple[str, str], Verdict]
) -> tuple[list[Judgement], dict[str, str]]:
    """Judge which names mean one agreement; return judgements and the agreement of each claim.

    A pair of claims that a person judged holds for the names that they stand under.
    """
    by_id = {naming.id: naming for naming in namings}
    home = {claim: naming.id for naming in namings for claim in naming.claims}
    forced = {(home[a], home[b]): v for (a, b), v in verdicts.items() if a in home and b in home}
    groups = Groups(sorted(by_id))
    for (a, b), verdict in sorted(forced.items()):
        if verdict == "same":
            groups.join(a, b)
    apart = {frozenset(pair) for pair, verdict in forced.items() if verdict == "different"}
    kept = []
    for total, a, b, reasons in sorted(_pairs(namings), key=lambda e: (-e[0], e[1], e[2])):
        left, right = groups.root(a), groups.root(b)
        if left == right or total < SAME:
            continue
        if _open(groups.members(left), groups.members(right), by_id, apart):
            groups.join(a, b)
            kept.append(computed_judgement("agreement", (a, b), "same", reasons))
    named = {claim: groups.root(naming) for claim, naming in home.items()}
    return sorted(kept, key=lambda j: j.id), named


def _pairs(namings: Sequence[Naming]) -> Iterator[tuple[float, str, str, tuple[Reason, ...]]]:
    blocks: dict[tuple[str, ...], list[Naming]] = defaultdict(list)
    for naming in namings:
        for key in _keys(naming):
            blocks[key].append(naming)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        block = sorted(blocks[key], key=lambda n: (n.printed or 0, sorted(n.words), n.id))
        for place, a in enumerate(block):
            for b in block[place + 1 : place + 1 + WINDOW]:
                pair = (min(a.id, b.id), max(a.id, b.id))
                if pair in seen:
                    continue
                seen.add(pair)
                reasons = weigh_namings(a, b)
                yield score(reasons), *pair, reasons


def _keys(naming: Naming) -> Iterator[tuple[str, ...]]:
    yield "story", naming.story
    if 2 <= len(naming.parties) <= 6:
        yield "parties", *sorted(naming.parties)
    if naming.words:
        yield "words", *sorted(naming.words)[:3]


def _open(
    left: Sequence[str],
    right: Sequence[str],
    by_id: Mapping[str, Naming],
    apart: set[frozenset[str]],
) -> bool:
    for a in left[:8]:
        for b in right[:8]:
            if frozenset((a, b)) in apart or score(weigh_namings(by_id[a], by_id[b])) <= VETO:
                return False
    return True


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _stretch(days: tuple[int, int]) -> str:
    first, last = iso_day(days[0]), iso_day(days[1])
    return first if first == last else f"{first} to {last}"
