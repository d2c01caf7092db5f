"""Many parties in few lanes: those of one history share a lane; what is over is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from foedera.view.pictures.life import Act, Lane, Life
from foedera.view.words import count_of

MOST_SINGLE = 8
"""So many parties stand each in a lane of its own."""
MOST_LANES = 12


def fold_lanes(life: Life) -> Life:
    """Let parties of one history share a lane, and cap the lanes with a count of the rest.

    >>> from foedera.view.pictures.life import Lane, Life
    >>> many = tuple(Lane(f"State {n}") for n in range(30))
    >>> [lane.name for lane in fold_lanes(Life((), many, ())).lanes]
    ['State 0 and 29 more']
    """
    if len(life.lanes) <= MOST_SINGLE:
        return life
    groups = _alike(life)
    shown = sorted(groups, key=lambda group: (_weight(life, group), group))[:MOST_LANES]
    shown.sort()
    home = {lane: place for place, group in enumerate(shown) for lane in group}
    lanes = [Lane(_name(life, group), life.lanes[group[0]].states) for group in shown]
    rest = len(life.lanes) - len(home)
    if rest:
        lanes.append(Lane(f"and {count_of(rest, 'more party', 'more parties')}"))
    return replace(life, lanes=tuple(lanes), acts=_move(life.acts, home))


def _alike(life: Life) -> list[tuple[int, ...]]:
    """Group the lanes that share all states and all acts."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for index, lane in enumerate(life.lanes):
        acts = tuple(n for n, act in enumerate(life.acts) if index in act.lanes)
        groups.setdefault((lane.states, acts), []).append(index)
    return [tuple(group) for group in groups.values()]


def _weight(life: Life, group: Sequence[int]) -> tuple[int, int]:
    """Weigh a lane: by how much happens in it, then by how many share it."""
    happens = sum(group[0] in act.lanes for act in life.acts)
    return -happens - len(life.lanes[group[0]].states), -len(group)


def _name(life: Life, group: Sequence[int]) -> str:
    first = life.lanes[group[0]].name
    if len(group) < 3:
        return ", ".join(life.lanes[index].name for index in group)
    return f"{first} and {len(group) - 1} more"


def _move(acts: Sequence[Act], home: Mapping[int, int]) -> tuple[Act, ...]:
    """Let acts stand in the lanes that are left; one in none of them is not drawn."""
    moved = (
        replace(act, lanes=tuple(sorted({home[lane] for lane in act.lanes if lane in home})))
        for act in acts
    )
    return tuple(act for act in moved if act.lanes)
