"""How tellings of one event differ in who did it, in whether it is so, and in who admits it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, combinations
from typing import TypeAlias

from foedera.data import Actor, Comparison, Stance
from foedera.merge.compare_offices import compare_nameless, compare_people
from foedera.merge.comparing import (
    State,
    Values,
    Verdict,
    are_pinned,
    gravest,
    is_another_time,
    is_later,
    make_comparison,
    says_change,
    stance_of,
    state_of,
    tempered,
)
from foedera.merge.kindred import load_kindred
from foedera.merge.names import acronym_of, body_name, same_person, states_named
from foedera.merge.telling import Telling, actor_key, fold

_Parties: TypeAlias = tuple[Telling, frozenset[str], bool]
"""A telling with its parties that have a name, and whether others are told beside them."""

_SPEAKING = ("state", "office", "person", "organisation")
_OF_TWO = frozenset(
    {"agreement.sign", "agreement.conclude", "diplomacy.meet", "diplomacy.call", "diplomacy.visit"}
)
"""What a list of two parties tells whole."""
_TURNS = (("planned", "done"), ("planned", "not"), ("not", "planned"), ("not", "done"))
"""What a later telling makes of what an earlier one told."""
_SURER = frozenset({"believed", "confirmed"})
"""Of two who say so one is surer."""
_OF_A_SORT = ("ist", "ern")
"""How adjectives end that tell of what sort a group is: "Islamist militants"."""
_OF_MANY_STATES = frozenset(
    {
        "arab",
        "african",
        "asian",
        "european",
        "islamic",
        "christian",
        "latin",
        "baltic",
        "nordic",
        "balkan",
        "gulf",
        "caribbean",
        "pacific",
        "scandinavian",
        "andean",
        "sahelian",
        "muslim",
    }
)


# ------------------------------------------------------------------- parties


def compare_parties(tellings: Sequence[Telling]) -> Comparison | None:
    """Compare who did it, as far as the tellings name somebody."""
    values: Values = defaultdict(list)
    told = [t for t in tellings if t.claim.roles.actors]
    for telling in told:
        names = sorted({actor.name for actor in telling.claim.roles.actors})
        values[", ".join(names)].append(telling)
    if not values:
        return None
    ordered = sorted(told, key=lambda t: t.source.published.earliest or "")
    named = [((telling, *_named(telling)), _told_as(telling)) for telling in ordered]
    verdict = gravest(
        _settled(one, other)
        for (one, left), (other, right) in combinations(named, 2)
        if left != right or not one[1]  # who bears a name and is told the same way agrees
    )
    return make_comparison("participants", verdict, values)


def _told_as(telling: Telling) -> list[tuple[str, ...]]:
    """Return as what the doers of a telling are told."""
    doers = telling.claim.roles.actors
    return [(a.name, a.kind, a.country or "", a.office or "") for a in doers]


def _settled(earlier: _Parties, later: _Parties) -> Verdict:
    """Judge two tellings' parties; what many may do alike, each for himself, is no conflict.

    So it is with what is said and asked, and with fighting on one side.
    """
    left, right = earlier[0], later[0]
    verdict = tempered(_judge_parties(earlier, later), left, right)
    apart = _done_alike(left) or is_another_time(left, right)
    return "compatible" if verdict == "conflict" and apart else verdict


def _done_alike(telling: Telling) -> bool:
    kind = telling.claim.kind
    return kind.partition(".")[0] in load_kindred().sayings or kind in load_kindred().shared


def _judge_parties(earlier: _Parties, later: _Parties) -> Verdict:
    """Judge the parties of an earlier telling and a later one."""
    (left, one, open_one), (right, other, open_other) = earlier, later
    if one == other:
        return _of_the_same(left, right, named=bool(one))
    if not one or not other:
        return "more-precise"
    if one < other and is_later(right, left) and (_joins(left) or says_change(right)):
        return "update"
    if (one < other and open_one) or (other < one and open_other):
        return "more-precise"
    if one & other:
        return _overlapping(left, right, one, other)
    if _by_acronym(left, right) or _by_spelling(left, right):
        return "agree"
    if left.others and right.others:
        return "compatible"  # two open lists
    if is_later(right, left) and (_joins(left) or says_change(right)):
        return "update"  # the next to do what others did before
    own = left.claim.kind in load_kindred().own_acts
    return "compatible" if own or _may_join(left, one, right, other) else "conflict"


def _may_join(left: Telling, one: frozenset[str], right: Telling, other: frozenset[str]) -> bool:
    """Say whether those whom two tellings name may have done it together, or be the same.

    Who tells of one party to talks leaves out the other; a person of whom no state is told may be
    one of a state's own.
    """
    both = left.group in load_kindred().mutual and right.group in load_kindred().mutual
    if both and len(one | left.recipients) < 2 and len(other | right.recipients) < 2:
        return True
    sorts = [
        {(a.kind == "person", a.country is None) for a in _beside(*told)}
        for told in ((left, one), (right, other))
    ]
    return any(
        sorts[k] == {(True, True)} and all(not unknown for _, unknown in sorts[1 - k])
        for k in (0, 1)
    )


def _of_the_same(left: Telling, right: Telling, *, named: bool) -> Verdict:
    """Judge who stands for the same states, or doers without a name."""
    people = compare_people(left, right) if named else compare_nameless(left, right)
    if people == "other":
        moved = is_later(right, left) and (state_of(left) == "planned" or says_change(right))
        return "update" if moved else "conflict"
    if people == "finer" or (named and _is_group_named_once(left, right)):
        return "more-precise"
    return "agree" if named or _shared_name(left, right) else "compatible"


def _is_group_named_once(left: Telling, right: Telling) -> bool:
    """Say whether one telling names the group that the other only describes: "militants"."""
    (one, *more), (other, *others) = left.claim.roles.actors, right.claim.roles.actors
    if more or others or not {one.kind, other.kind} <= {"group", "organisation"}:
        return False
    described = [_is_described(actor.name) for actor in (one, other)]
    return described[0] != described[1] and not states_named(f"{one.name}, {other.name}")


def _is_described(name: str) -> bool:
    """Say whether those who fight a state are told by common words only: "Islamist militants"."""
    words, kindred = set(name.lower().split()), load_kindred()
    common = all(word in kindred.common or word.endswith(_OF_A_SORT) for word in words)
    return common and not words.isdisjoint(kindred.armed_men)


def _overlapping(
    left: Telling, right: Telling, one: frozenset[str], other: frozenset[str]
) -> Verdict:
    """Judge two lists of parties that share some: open lists may both hold, two pairs may not."""
    if one < other or other < one:
        return "more-precise"
    (rest_one, rest_other) = (_beside(left, one - other), _beside(right, other - one))
    if len(rest_one) == len(rest_other) == 1 and _may_be_one(rest_one[0], rest_other[0]):
        return "more-precise"
    pairs = (
        not (left.others or right.others)
        and len(left.claim.roles.actors) == len(right.claim.roles.actors) == 2
    )
    return "conflict" if pairs and left.claim.kind in _OF_TWO else "compatible"


def _beside(telling: Telling, keys: frozenset[str]) -> list[Actor]:
    return [actor for actor in telling.claim.roles.actors if actor_key(actor) in keys]


def _may_be_one(one: Actor, other: Actor) -> bool:
    """Say whether an office and a person of no known state may be one ("an American diplomat").

    So may two persons of one name.
    """
    if one.kind == other.kind == "person" and same_person(fold(one.name), fold(other.name)):
        return True
    kinds = {one.kind: one, other.kind: other}
    person = kinds.get("person")
    return "office" in kinds and person is not None and person.country is None


def _named(telling: Telling) -> tuple[frozenset[str], bool]:
    """Return the parties with a name of their own, and whether others are told beside them."""
    actors = telling.claim.roles.actors
    named = frozenset(actor_key(actor) for actor in actors if has_own_name(actor))
    return named, telling.others or any(not has_own_name(actor) for actor in actors)


def has_own_name(actor: Actor) -> bool:
    """Say whether an actor is somebody in particular: no "Western government", no "militants"."""
    if actor.country is not None or actor.kind in ("person", "outlet"):
        return True
    if load_kindred().common.issuperset(actor.name.lower().split()):
        return False  # "Gunmen" that open a sentence
    capital = (word for word in actor.name.split() if word[:1].isupper())
    return any(
        not word.lower().endswith(_OF_A_SORT)
        and word.lower() not in _OF_MANY_STATES | load_kindred().common
        for word in capital
    )


def _shared_name(left: Telling, right: Telling) -> bool:
    names = [{fold(a.name) for a in t.claim.roles.actors} for t in (left, right)]
    return bool(names[0] & names[1])


def _by_acronym(left: Telling, right: Telling) -> bool:
    pairs = ((a.name, b.name) for a in left.claim.roles.actors for b in right.claim.roles.actors)
    return any(acronym_of(a, b) or acronym_of(b, a) for a, b in pairs)


def _by_spelling(left: Telling, right: Telling) -> bool:
    """Say whether the one person of each is spelled in two ways, or one group in two ways named."""
    (one, *more), (other, *others) = left.claim.roles.actors, right.claim.roles.actors
    if more or others:
        return False
    if one.kind == other.kind == "person":
        return same_person(fold(one.name), fold(other.name))
    names = [_core(actor.name) for actor in (one, other)]
    words = [set(fold(name).split()) for name in names]
    within = words[0] <= words[1] or words[1] <= words[0]  # "the Treasury" and its Department
    if one.kind == other.kind == "organisation" and None in (one.country, other.country):
        return bool(words[0] and words[1]) and within
    return bool(names[0]) and body_name(names[0]) == body_name(names[1])


def _core(name: str) -> str:
    """Return a group's name without what its people are called: "ISIS" of "ISIS militants"."""
    common = load_kindred().common
    return " ".join(word for word in name.split() if word.lower() not in common)


def _joins(telling: Telling) -> bool:
    """Say whether parties of such a happening join one by one."""
    return telling.claim.kind in load_kindred().own_acts or telling.claim.kind == "agreement.sign"


# ------------------------------------------------------------------- reality


def compare_reality(tellings: Sequence[Telling]) -> Comparison | None:
    """Compare whether it is so: done, planned, left open, denied, called off."""
    values: Values = defaultdict(list)
    for telling in tellings:
        reality, stance = telling.claim.voice.reality, stance_of(telling)
        plain = stance in ("asserted", "believed")
        values[reality if plain else f"{reality}, {stance}"].append(telling)
    return make_comparison("reality", _verdict_on_reality(tellings), values)


def _verdict_on_reality(tellings: Sequence[Telling]) -> Verdict:
    if len(set(map(state_of, tellings))) == 1:  # as most do; then no more than one may be surer
        return "more-precise" if set(map(stance_of, tellings)) >= _SURER else "agree"
    ordered = sorted(tellings, key=lambda t: t.source.published.earliest or "")
    rows = [(state_of(telling), telling) for telling in ordered]
    crossed = (
        tempered(_judge_reality(a, b), a, b)
        for (one, a), (other, b) in combinations(rows, 2)
        if one != other
    )
    return gravest(chain([_within_states(rows)], crossed))


def _within_states(rows: Iterable[tuple[State, Telling]]) -> Verdict:
    """Judge all pairs of one state at once: there at most one telling is surer than another."""
    stances: dict[State, set[Stance]] = defaultdict(set)
    for state, telling in rows:
        stances[state].add(stance_of(telling))
    return "more-precise" if any(told >= _SURER for told in stances.values()) else "agree"


def _judge_reality(left: Telling, right: Telling) -> Verdict:
    """Judge what an earlier telling and a later one say of a happening, each in its own state."""
    states: tuple[State, State] = (state_of(left), state_of(right))
    later = is_later(right, left)
    if later and states in _TURNS:
        return "update"
    if set(states) == {"done", "denied"} and not _is_of_the_past(left, right):
        return "compatible"  # what is not meant to be may have been
    if set(states) == {"done", "denied"}:
        admitted = later and states[1] == "done" and _one_speaker(left, right)
        return "update" if admitted else "conflict"
    if "not" in states and "open" not in states and "denied" not in states and _done_alike(left):
        return "update" if later else "compatible"
    if set(states) in ({"done", "not"}, {"planned", "not"}, {"planned", "denied"}):
        if later and states == ("planned", "not"):
            return "update"
        return "conflict" if are_pinned(left, right) else "compatible"
    if states == ("planned", "done"):
        return "update"
    if later and states[0] == "open" and states[1] == "done" and _is_weighed(left):
        return "update"
    return "compatible"


def _is_of_the_past(left: Telling, right: Telling) -> bool:
    """Say whether who denies it denies that it is or was so, and not that it is to be."""
    denied = next(t for t in (left, right) if state_of(t) == "denied")
    return denied.claim.voice.reality not in ("planned", "possible", "conditional", "demanded")


def _is_weighed(telling: Telling) -> bool:
    """Say whether a telling has somebody weigh what he may do: "is considering a withdrawal"."""
    voice = telling.claim.voice
    return voice.stance == "considered" and voice.reality == "possible"


def _one_speaker(left: Telling, right: Telling) -> bool:
    """Say whether two tellings rest on speakers of one state or one body."""
    speakers = [
        {actor_key(a) for a in t.claim.voice.sources[-1]} if t.claim.voice.sources else set()
        for t in (left, right)
    ]
    return bool(speakers[0] & speakers[1])


# ------------------------------------------------------------------- stances


def compare_stances(tellings: Sequence[Telling]) -> list[Comparison]:
    """Compare what each speaker does with the claim, where a speaker does more than one thing."""
    by_speaker: dict[str, Values] = defaultdict(lambda: defaultdict(list))
    for telling in tellings:
        for actor in telling.claim.voice.sources[-1] if telling.claim.voice.sources else ():
            if actor.country and actor.kind in _SPEAKING:
                by_speaker[actor.country][stance_of(telling)].append(telling)
    rows = []
    for speaker, values in sorted(by_speaker.items()):
        if len(values) > 1:
            verdict: Verdict = "conflict" if _contradict(set(values)) else "compatible"
            rows.append(make_comparison(f"acknowledgement:{speaker}", verdict, values))
    return rows


def _contradict(stances: set[str]) -> bool:
    return bool(stances & {"asserted", "confirmed"}) and bool(
        stances & {"denied", "neither-confirmed-nor-denied", "not-acknowledged"}
    )
