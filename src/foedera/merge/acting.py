"""When an act counts, who did it, and the act as a ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from foedera.data import Act, Basis, Life
from foedera.merge.sides import Course, Side

DEFERRED = frozenset(
    "agreement." + kind
    for kind in (
        "provisionally-apply", "enter-into-force", "suspend", "resume", "terminate", "expire",
        "supersede",
    )
)  # fmt: skip
"""Kinds that do nothing before the day they name as that of their effect."""


def moment(act: Act, life: Life) -> str | None:
    """Return the day from which an act counts: the last on which it may have taken place.

    None where no day bounds it. An effect before the act itself is not looked at; one party's
    termination is a notice, which does something on its own day.
    """
    since = act.latest or act.day
    if since is None or act.effect is None or act.kind not in DEFERRED:
        return since
    if act.kind == "agreement.terminate" and not is_joint(act, life):
        return since
    return max(since, act.effect)


def is_joint(act: Act, life: Life) -> bool:
    """Say whether all parties did it, or it befell the whole."""
    return not act.by or set(act.by) >= set(life.parties)


def ground_of(act: Act, article: str, life: Life) -> Basis:
    """Return an act as a ground; no article of the law of treaties governs what is no treaty."""
    law = "" if life.binding == "no" else article
    return Basis(act.kind, moment(act, life), law, act.claims)


def side_of(course: Course, state: str) -> Side:
    """Return the facts of a state, begun where nothing was told of it."""
    return course.sides.setdefault(state, Side())


def sides_of(course: Course, states: Iterable[str]) -> Iterator[Side]:
    """Give the facts of some states."""
    return (side_of(course, state) for state in states)


def doers_of(life: Life, act: Act) -> tuple[str, ...]:
    """Return who did it; where nobody is named, both of two."""
    return act.by or (life.parties if life.bilateral else ())
