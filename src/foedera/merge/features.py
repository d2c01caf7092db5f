"""What speaks for or against two tellings being one happening: one function, one finding.

Each takes two tellings and what lies around them and returns a Reason or None. A weight at or
below `VETO` decides alone. The other weights are learnt from pairs that people labelled
(`scripts/learn_weights.py`) and stand in `lexicons/merge_weights.yaml`; `feature_setting.py`
has the findings about days, places and numbers, `feature_words.py` those about wording.
"""

from __future__ import annotations

from functools import lru_cache

from foedera.merge.feature_setting import (
    SETTING_FEATURES,
    gap_in_days,
    is_bare_again,
    printed_apart,
    unmatched_people,
)
from foedera.merge.feature_words import WORD_FEATURES, words_in_both
from foedera.merge.feature_words import like_words as like_words
from foedera.merge.kindred import load_kindred
from foedera.merge.names import same_person
from foedera.merge.near import Feature, Found, Near, find, veto
from foedera.merge.numbers import first_common
from foedera.merge.rarity import alike
from foedera.merge.telling import Telling, fold

LIKE = 0.5
"""Clauses this much alike say the same in other words."""
UNLIKE = 0.12
PARTICULAR = 0.2
"""Clauses this much alike say something in particular."""
BREATH = 120
"""Words of one report nearer to each other than this many characters stand in one breath."""
_AGAINST = "{} against {}"
_IN_EACH = "{} in one, {} in the other"


def seldom_one(a: Telling, b: Telling, near: Near) -> Found | None:
    """Of two tellings of one kind with a party in common, few pairs are one happening."""
    return find("seldom_one", "two tellings that share a kind and a party are seldom one happening")


def same_kind(a: Telling, b: Telling, near: Near) -> Found | None:
    """The kinds are one, or kin."""
    if a.claim.kind == b.claim.kind:
        return find("same_kind", "both tell of {}", a.claim.kind)
    if a.group == b.group:
        return find("kin_kinds", "{} and {} may tell one happening", a.claim.kind, b.claim.kind)
    return veto("other_kind", "{} is not {}", a.claim.kind, b.claim.kind)


def same_parties(a: Telling, b: Telling, near: Near) -> Found | None:
    """The same states or groups take part, some do, or none does.

    Whoever bears no name ("people") may be of any state that the other telling names.
    """
    if not a.parties or not b.parties:
        return find("no_party_named", "one telling names no party")
    shared = a.parties & b.parties
    if not shared:
        if (a.parties <= a.nameless) != (b.parties <= b.nameless):
            return find("one_nameless", _AGAINST, a.parties, b.parties)
        about = _AGAINST, a.parties, b.parties
        known = a.states and b.states
        return veto("other_parties", *about) if known else find("parties_apart", *about)
    if shared <= a.nameless | b.nameless:
        return find("nameless_parties", "only {} in common, who bear no name", shared)
    if a.parties == b.parties:
        return find("same_parties", "both name {}", shared)
    if a.parties <= b.parties or b.parties <= a.parties:
        return find("parties_within", "both name {}, one names more", shared)
    return find("parties_overlap", "both name {}, each names others too", shared)


def same_doers(a: Telling, b: Telling, near: Near) -> Found | None:
    """Who does it is told alike."""
    shared = (a.actors & b.actors) - a.nameless
    return find("same_doers", "{} in both", shared) if shared else None


def same_targets(a: Telling, b: Telling, near: Near) -> Found | None:
    """Whom it is done to is told alike, or is another."""
    if not a.recipients or not b.recipients:
        return None
    shared = a.recipients & b.recipients
    if not shared:
        return find("other_targets", _AGAINST, a.recipients, b.recipients)
    if shared <= a.nameless:
        return None
    return find("same_targets", "{} in both", shared)


def both_sides(a: Telling, b: Telling, near: Near) -> Found | None:
    """Doer and target are both told alike."""
    if not a.actors & b.actors - a.nameless or not a.recipients & b.recipients - a.nameless:
        return None
    return find("both_sides", "who does it and to whom are the same")


def other_doer(a: Telling, b: Telling, near: Near) -> Found | None:
    """Who does it differs: the roles are swapped, or each party does its own act.

    Who stands on both sides of one telling ("troops freed a countryman") swaps nothing.
    """
    if not a.actors or not b.actors or a.actors & b.actors:
        return None
    about = "{} acts in one, {} in the other", a.actors, b.actors
    if are_swapped(a, b) or a.claim.kind in load_kindred().own_acts:
        return veto("other_doer", *about)
    return find("doers_differ", *about)


def are_swapped(a: Telling, b: Telling) -> bool:
    """Say whether who does it in one of two tellings has it done to it in the other.

    Who stands on both sides of either telling may stand there in the other too.
    """
    acts, reached = a.actors & b.recipients, b.actors & a.recipients
    return not (acts <= a.recipients and reached <= b.recipients)


def crossed(a: Telling, b: Telling, near: Near) -> Found | None:
    """Who acts in one telling is acted upon in the other."""
    if a.actors and b.actors:
        return None
    if a.actors & b.recipients or b.actors & a.recipients:
        return find("crossed", "who acts in one is acted upon in the other")
    return None


def own_act(a: Telling, b: Telling, near: Near) -> Found | None:
    """An act that each party does alone is told of different parties."""
    if a.claim.kind not in load_kindred().own_acts or a.actors == b.actors:
        return None
    if not a.actors or not b.actors:
        return None
    return veto("own_act", "{} and {} each do this for themselves", a.actors, b.actors)


def same_people(a: Telling, b: Telling, near: Near) -> Found | None:
    """The same persons are named, or another person stands for the same state."""
    if not a.people or not b.people:
        return None
    shared, strangers = _persons_in_both(a.people, b.people)
    meets = a.group == "diplomacy.meet"
    if strangers is not None:
        soft = not meets and like_words(a, b) >= LIKE
        found = find if soft else veto
        return found("persons_differ" if soft else "other_person", _IN_EACH, *strangers)
    if meets and (left := unmatched_people(a, b)) and (right := unmatched_people(b, a)):
        return veto("other_person", _IN_EACH, left, right)
    if not shared:
        return None
    return find("same_people", "both name {}", shared)


@lru_cache(maxsize=8192)
def _persons_in_both(
    left: frozenset[tuple[str, str]], right: frozenset[tuple[str, str]]
) -> tuple[list[str], tuple[list[str], list[str]] | None]:
    """Return which persons of two sides are the same, and of the first state of both that has
    none in common those of either side.
    """
    shared = [p[1] for p in left if any(p[0] == q[0] and same_person(p[1], q[1]) for q in right)]
    for state in sorted({p[0] for p in left} & {q[0] for q in right}):
        here, there = ([p[1] for p in side if p[0] == state] for side in (left, right))
        if not any(same_person(p, q) for p in here for q in there):
            return shared, (here, there)
    return shared, None


def named_again(a: Telling, b: Telling, near: Near) -> Found | None:
    """A report that told of a visit or a meeting names it again without its day."""
    if a.group not in load_kindred().occasions or not is_bare_again(a, b):
        return None
    return find("named_again", "the same persons, named again in one report without a day")


def shared_words(a: Telling, b: Telling, near: Near) -> Found | None:
    """The clauses share words, the more and the rarer the better."""
    shared, strength = words_in_both(a, b)
    if strength < UNLIKE:
        return find("unlike_words", "the clauses share {} words that say little", len(shared))
    return find("shared_words", "the clauses share {}", shared, strength=min(1, strength / LIKE))


def shared_surroundings(a: Telling, b: Telling, near: Near) -> Found | None:
    """What stands around them shares rare words."""
    shared = a.around & b.around
    if not shared:
        return None
    strength = alike(shared, a.heft[1], b.heft[1])
    return find(
        "shared_surroundings", "near both stand {}", shared, strength=min(1, strength / LIKE)
    )


def same_trigger(a: Telling, b: Telling, near: Near) -> Found | None:
    """One word tells both."""
    shared = a.trigger & b.trigger
    return find("same_trigger", "both say “{}”", shared) if shared else None


def other_saying(a: Telling, b: Telling, near: Near) -> Found | None:
    """What is said or asked is the happening: without like words it is another."""
    if a.claim.kind.split(".")[0] not in load_kindred().sayings:
        return None
    if like_words(a, b) >= LIKE:
        return find("saying", "what is said may be said again")
    return find("other_saying", "what is said or asked is not told alike")


def same_agreement(a: Telling, b: Telling, near: Near) -> Found | None:
    """Both tell of one agreement, or of two."""
    if near.left_agreement is None or near.right_agreement is None:
        return None
    if near.left_agreement == near.right_agreement:
        if a.group in load_kindred().once and a.actors & b.actors:
            return find("done_once", "one agreement, for which {} is done but once", a.group)
        return find("same_agreement", "both tell of one agreement")
    if a.own and b.own:
        return veto("other_agreement", "they tell of two agreements")
    return find("agreements_differ", "the agreements that they are told with are two")


def same_story(a: Telling, b: Telling, near: Near) -> Found | None:
    """The reports tell one story."""
    if a.source.report == b.source.report:
        return find("same_report", "both stand in one report")
    if near.story:
        return find("same_story", "their reports tell one story")
    return None


def told_beside(a: Telling, b: Telling, near: Near) -> Found | None:
    """Both stand in one sentence or close by: nobody tells one thing twice in a breath."""
    if a.source.report != b.source.report:
        return None
    left, right = a.claim.passage.trigger, b.claim.passage.trigger
    between = max(left.start, right.start) - min(left.end, right.end)
    return find("told_beside", "one breath tells both") if between < BREATH else None


def one_more(a: Telling, b: Telling, near: Near) -> Found | None:
    """One tells of a new or another one, the other does not."""
    if a.another == b.another:
        return None
    return find("one_more", "one of the two is called new or another")


def goes_on(a: Telling, b: Telling, near: Near) -> Found | None:
    """What lasts is told twice in the same days, as real both times."""
    if a.group not in load_kindred().lasting or not are_real(a, b):
        return None
    apart = printed_apart(a, b)
    if apart is None or apart > 10 or gap_in_days(a, b) not in (None, 0):
        return None
    return find("goes_on", "it lasts, and both tell of it as real in the same days")


def nothing_particular(a: Telling, b: Telling, near: Near) -> Found | None:
    """What comes again and again is told twice with no day, place, person or words in common."""
    if a.claim.kind not in load_kindred().recurring or a.people & b.people:
        return None
    if (a.first and b.first) or _same_spot(a, b) or a.ordinals & b.ordinals:
        return None
    if first_common(a.claim.setting.quantities, b.claim.setting.quantities):
        return None
    if like_words(a, b) >= PARTICULAR:
        return None
    return find("nothing_particular", "no day, place, number, person or words in common")


def _same_spot(a: Telling, b: Telling) -> bool:
    left, right = a.claim.setting.where, b.claim.setting.where
    return left is not None and right is not None and fold(left.name) == fold(right.name)


def one_or_several(a: Telling, b: Telling, near: Near) -> Found | None:
    """One tells of one such happening ("attack"), the other of several ("attacks")."""
    counted = load_kindred().counted
    if counted.isdisjoint(a.trigger) or counted.isdisjoint(b.trigger):
        return None
    if _is_plural(a) == _is_plural(b):
        return None
    return find("one_or_several", "one tells of a single one, the other of several")


def _is_plural(telling: Telling) -> bool:
    """Say whether a telling's trigger, a noun that counts happenings, is in the plural."""
    return any(word.endswith("s") for word in telling.trigger & load_kindred().counted)


def other_reality(a: Telling, b: Telling, near: Near) -> Found | None:
    """One has happened and the other is only planned, wished for, or did not happen."""
    left, right = fold_reality(a), fold_reality(b)
    one, other = a.claim.voice.reality, b.claim.voice.reality
    if left == right:
        once = one != other and {one, other} == {"happened", "ongoing"}
        if once and a.claim.kind in load_kindred().recurring:
            return find("habit_or_once", "one goes on or comes again, the other happened")
        return find("both_real", "both tell of it as real") if left == "real" else None
    about = _AGAINST, one, other
    if {left, right} == {"real", "planned"}:
        return find("planned_then_done", *about)
    return find("other_reality", *about)


def answered(a: Telling, b: Telling, near: Near) -> Found | None:
    """One tells it, and in the other a party of the same story denies it or will not say."""
    if not near.story or not answers(a, b):
        return None
    return find("answered", "one answers in the story what the other tells")


def answers(a: Telling, b: Telling) -> bool:
    """Say whether in one of two tellings a party answers, without a word, what the other tells."""
    if is_about_the_real(a) == is_about_the_real(b):
        return False
    return not a.actors.isdisjoint(b.actors)


def is_about_the_real(telling: Telling) -> bool:
    """Say whether a party answers what is told, as it does of what is real."""
    return telling.claim.voice.stance in _ABOUT_THE_REAL


def are_real(a: Telling, b: Telling) -> bool:
    """Say whether two tellings are both told as real."""
    return fold_reality(a) == fold_reality(b) == "real"


def fold_reality(telling: Telling) -> str:
    """Fold realities; what a party denies or will not say is about the happening all the same."""
    return "real" if is_about_the_real(telling) else _FOLDED[telling.claim.voice.reality]


_ABOUT_THE_REAL = frozenset(
    ("denied", "neither-confirmed-nor-denied", "not-acknowledged", "no-comment")
)
_FOLDED = {
    "happened": "real",
    "ongoing": "real",
    "planned": "planned",
    "possible": "possible",
    "conditional": "conditional",
    "demanded": "demanded",
    "not-happened": "not",
}

FEATURES_OF_TWO: tuple[Feature, ...] = (
    seldom_one,
    same_kind,
    own_act,
    *SETTING_FEATURES,
    same_agreement,
    same_parties,
    other_doer,
    same_people,
    other_reality,
    answered,
    same_doers,
    same_targets,
    both_sides,
    crossed,
    other_saying,
    named_again,
    one_or_several,
    same_story,
    told_beside,
    one_more,
    goes_on,
    shared_words,
    shared_surroundings,
    *WORD_FEATURES,
    same_trigger,
    nothing_particular,
)
