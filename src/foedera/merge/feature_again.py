"""What one report tells twice: "the raid", and later "the raid" again; "raids they carried out"."""

from __future__ import annotations

from collections.abc import Set

from foedera.merge.features import fold_reality
from foedera.merge.kindred import load_kindred
from foedera.merge.near import Feature, Found, Near, find
from foedera.merge.telling import Telling, fold


def said_again(a: Telling, b: Telling, near: Near) -> Found | None:
    """One report tells both with one word, and of nobody else: it comes back to it."""
    shared = a.trigger & b.trigger
    if not shared or a.source.report != b.source.report or not _may_be_one(a, b):
        return None
    if any(word.endswith("s") for word in shared) or not _is_that_one(a, b):
        return None
    return find("said_again", "one report says “{}” of both, and of nobody else", shared)


def _is_that_one(a: Telling, b: Telling) -> bool:
    """Say whether the later one means the earlier, where of its kind there are many.

    It has a day, a place, a person or a rare word in common with it, or is called "the raid" of a
    party of both.
    """
    if not {a.claim.kind, b.claim.kind} <= load_kindred().recurring:
        return True
    left, right = a.claim.setting.where, b.claim.setting.where
    placed = left is not None and right is not None and fold(left.name) == fold(right.name)
    if placed or not (a.people.isdisjoint(b.people) and a.telltale.isdisjoint(b.telltale)):
        return True
    if a.first is not None and b.first is not None:
        return True
    return _later(a, b).definite and not (a.parties & b.parties) <= a.nameless


def _may_be_one(a: Telling, b: Telling) -> bool:
    """Say whether nothing in two tellings of one report tells of two happenings.

    What is said or asked may be named again by its noun only: "urged" twice are two appeals. A noun
    that means a known one is read as wished or denied with what hangs on it: "calls for a report on
    the attack".
    """
    if a.another or b.another:
        return False
    said = a.claim.kind.split(".")[0] in load_kindred().sayings
    if said and not (_is_noun(a) and _is_noun(b)):
        return False
    if not _sides_fit(a, b):
        return False
    left, right = fold_reality(a), fold_reality(b)
    return left == right or {left, right} == {"real", "planned"} or _later(a, b).definite


def _later(a: Telling, b: Telling) -> Telling:
    """Return the telling that its report tells later; of two of one word that of a known one."""
    return max(a, b, key=lambda told: (told.claim.passage.trigger.start, told.definite))


def _is_noun(telling: Telling) -> bool:
    return "noun_frame" in telling.claim.rule


def _sides_fit(a: Telling, b: Telling) -> bool:
    """Say whether who does it and to whom may be the same in two tellings, by those named."""
    nameless = a.nameless | b.nameless
    doers = _fit(a.actors - nameless, b.actors - nameless)
    return doers and _fit(a.recipients - nameless, b.recipients - nameless)


def _fit(left: Set[str], right: Set[str]) -> bool:
    """Say whether two sides may be one: one is told by nobody's name, or they share a name."""
    return not left or not right or not left.isdisjoint(right)


def told_at_once(a: Telling, b: Telling, near: Near) -> Found | None:
    """A noun and the verb that carries it tell one: "convened a meeting", "strikes it led"."""
    if not are_tied(a, b) or not _sides_fit(a, b):
        return None
    return find("told_at_once", "a noun and its verb tell it at once")


def are_tied(a: Telling, b: Telling) -> bool:
    """Say whether of two tellings of a kind one is a noun, the other the verb that carries it."""
    if a.source.report != b.source.report or _is_noun(a) == _is_noun(b):
        return False
    if a.claim.kind != b.claim.kind and a.group not in load_kindred().occasions:
        return False
    later = _later(a, b)
    earlier = b if later is a else a
    end = earlier.claim.passage.trigger.end
    return later.tied <= end < later.claim.passage.trigger.start


AGAIN_FEATURES: tuple[Feature, ...] = (said_again, told_at_once)
