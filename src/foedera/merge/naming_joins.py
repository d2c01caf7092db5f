"""Which names of agreements mean one: findings about two names, and groups that none divides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from foedera.data import Judgement, Reason, Verdict
from foedera.lexicons import load_words
from foedera.merge.events import computed_judgement, score
from foedera.merge.groups import Groups
from foedera.merge.known import known_agreements
from foedera.merge.namings import Naming
from foedera.merge.near import VETO
from foedera.merge.telling import fold, iso_day
from foedera.merge.titles import differ, is_described, read_title, same_title, title_key

SAME = 0.8
WINDOW = 30
KNOWN = 5.0
"""Names of one known agreement join before any description of it."""
FACES = 24
"""How many namings of each side are compared before two groups join."""

Faces: TypeAlias = dict[Hashable, str]
"""One naming for each face of a group: what it goes by."""
Finding: TypeAlias = Callable[[Naming, Naming], Reason | None]


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


# ------------------------------------------------------------------ findings


def agreement_titles(a: Naming, b: Naming) -> Reason | None:
    """Their names are one name, or each has words of its own that the other lacks."""
    note = f"“{a.name}” and “{b.name}”"
    if a.known and b.known:
        return Reason(
            *(("one_title", KNOWN) if a.known == b.known else ("other_title", VETO)), note
        )
    if differ(a.name, b.name) or ((a.known or b.known) and not _may_describe(a, b)):
        return Reason("other_title", VETO, note)
    if same_title(a.name, b.name):
        return Reason("one_title", 0.5, note)
    for one, other in ((a, b), (b, a)):
        states = read_title(one.name).states
        if states and len(other.parties) > 1 and not states & other.parties:
            return Reason("other_states", VETO, f"{note}, {_list(other.parties)}")
    return None


def _may_describe(a: Naming, b: Naming) -> bool:
    """Say whether one name may only describe what the other names, known as closed to others.

    It has no word of its own, and two members or more make it, nobody else.
    """
    known, other = (a, b) if a.known else (b, a)
    sides = other.parties | other.sides
    if read_title(other.name).proper or set(fold(other.name).split()) & _unmeant(known):
        return False
    return len(sides) > 1 and sides <= _members(known)


def _unmeant(naming: Naming) -> frozenset[str]:
    """Return the words by which another agreement is described than the one a name means."""
    known = known_agreements()[naming.known] if naming.known else None
    return frozenset(w for one in (known.descriptions if known else ()) for w in one.unless)


def _members(naming: Naming) -> frozenset[str]:
    return known_agreements()[naming.known].members if naming.known else frozenset()


def agreement_sides(a: Naming, b: Naming) -> Reason | None:
    """Two descriptions in two stories share too few sides to mean one agreement.

    A place lends its name to many agreements, so one name of one word needs a side in common.
    """
    if a.story == b.story:
        return None
    left = a.parties | a.sides | _members(a)
    right = b.parties | b.sides | _members(b)
    note = f"{_list(left) or 'nobody'} and {_list(right) or 'nobody'}"
    own = read_title(a.name).proper & read_title(b.name).proper
    if not own and len(left & right) < 2:
        return Reason("sides_unknown", VETO, note)
    if len(own) == 1 and left and right and not left & right:
        return Reason("other_sides", VETO, note)
    return None


def agreement_parties(a: Naming, b: Naming) -> Reason | None:
    """The parties are the same, some are, or none is."""
    if not a.parties or not b.parties:
        return None
    shared = a.parties & b.parties
    note = f"{_list(a.parties)} and {_list(b.parties)}"
    if a.parties == b.parties:
        weight = 0.4 if len(shared) > 1 else 0.2
        return Reason("same_parties", weight, f"both bind {_list(shared)}")
    if a.parties <= b.parties or b.parties <= a.parties:
        return Reason("parties_within", 0.25 if len(shared) > 1 else 0.1, note)
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
    if same_title(a.name, b.name):
        return None
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
    if apart > 90 and is_described(a.name) and is_described(b.name):
        return Reason("described_apart", VETO, f"only described, printed {apart} days apart")
    if apart > 200:
        return Reason("printed_far", -0.3, f"printed {apart} days apart")
    return None


def agreement_acts(a: Naming, b: Naming) -> Reason | None:
    """Both tell of an act that an agreement sees once, or one tells what is in the other."""
    once = a.acts & b.acts & set(_words()["once"])
    strange = a.report == b.report and a.words and b.words and not a.words & b.words
    if once and a.story == b.story and not strange:
        return Reason("same_act", 0.5, f"both tell of {_list(once)}")
    provision = {"agreement.provide", "agreement.describe"}
    inside = a.acts <= provision or b.acts <= provision
    if a.report == b.report and inside and _beside(a, b):
        return Reason("told_within", 0.8, "one is told as what the other holds")
    return None


def _beside(a: Naming, b: Naming) -> bool:
    return any(abs(x - y) <= 4 for x in a.orders for y in b.orders)


def agreement_row(a: Naming, b: Naming) -> Reason | None:
    """One clause tells both, side by side: "signed a treaty on X and an accord on Y"."""
    if a.report != b.report:
        return None
    note = f"“{a.name}” and “{b.name}” stand side by side"
    if a.rows & b.clauses or b.rows & a.clauses or _are_two_papers(a, b):
        return Reason("told_beside", VETO, note)
    return None


def _are_two_papers(a: Naming, b: Naming) -> bool:
    """Say whether both are told as signed, a statement and a memorandum."""
    papers = set(_words()["own_papers"])
    left, right = (papers & set(fold(n.name).split()) for n in (a, b))
    return bool(left and right) and left != right and "agreement.sign" in a.acts & b.acts


FINDINGS: tuple[Finding, ...] = (
    agreement_titles,
    agreement_sides,
    agreement_parties,
    agreement_signing,
    agreement_years,
    agreement_words,
    agreement_story,
    agreement_acts,
    agreement_row,
)


def weigh_namings(a: Naming, b: Naming) -> tuple[Reason, ...]:
    """Return all findings about two names; one known agreement needs no other."""
    if a.known and b.known:
        return tuple(r for r in (agreement_titles(a, b),) if r is not None)
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
    faces: dict[str, Faces] = {naming.id: {_face(naming): naming.id} for naming in namings}
    for (a, b), verdict in sorted(forced.items()):
        if verdict == "same":
            left, right = groups.root(a), groups.root(b)
            groups.join(a, b)
            faces[groups.root(a)] = _merged(faces[left], faces[right])
    apart = {frozenset(pair) for pair, verdict in forced.items() if verdict == "different"}
    kept = []
    for total, a, b, reasons in sorted(_pairs(namings), key=lambda e: (-e[0], e[1], e[2])):
        left, right = groups.root(a), groups.root(b)
        if left == right or total < SAME:
            continue
        if _open(faces[left], faces[right], by_id, apart):
            groups.join(a, b)
            faces[groups.root(a)] = _merged(faces[left], faces[right])
            kept.append(computed_judgement("agreement", (a, b), "same", reasons))
    named = {claim: groups.root(naming) for claim, naming in home.items()}
    return sorted(kept, key=lambda j: j.id), named


def _pairs(namings: Sequence[Naming]) -> Iterator[tuple[float, str, str, tuple[Reason, ...]]]:
    blocks: dict[tuple[str, ...], list[Naming]] = defaultdict(list)
    for naming in namings:
        for key in naming_keys(naming):
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


def naming_keys(naming: Naming) -> Iterator[tuple[str, ...]]:
    """Yield the blocks of a name: its story, its parties, its words."""
    yield "story", naming.story
    if naming.known:
        yield "known", naming.known
    if 2 <= len(naming.parties) <= 6:
        yield "parties", *sorted(naming.parties)
    key = title_key(naming.name)
    if key:
        yield "title", *key
    if naming.words:
        yield "words", *sorted(naming.words)[:3]


def _open(
    left: Faces, right: Faces, by_id: Mapping[str, Naming], apart: set[frozenset[str]]
) -> bool:
    for a in left.values():
        for b in right.values():
            if frozenset((a, b)) in apart or score(weigh_namings(by_id[a], by_id[b])) <= VETO:
                return False
    return True


def _face(naming: Naming) -> Hashable:
    """Return what a group goes by in a naming: its name, parties and signing."""
    if naming.known:
        return naming.known
    return read_title(naming.name), naming.parties, naming.sides, naming.signed


def _merged(left: Faces, right: Faces) -> Faces:
    """Return a few namings that show all that a group goes by: the first one of each face."""
    both = sorted([*left.items(), *right.items()], key=lambda item: item[1], reverse=True)
    first = dict(both)
    return dict(sorted(first.items(), key=lambda item: item[1])[:FACES])


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _stretch(days: tuple[int, int]) -> str:
    first, last = iso_day(days[0]), iso_day(days[1])
    return first if first == last else f"{first} to {last}"
