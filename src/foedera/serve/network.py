"""Who stands in events with whom, as a net laid out the same way every time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

import networkx as nx
from markupsafe import Markup

from foedera.serve.canvas import Canvas
from foedera.serve.frame import address
from foedera.serve.links import name_link
from foedera.serve.ties import Tie
from foedera.serve.wording import name_country
from foedera.view.dossier.model import Picture
from foedera.view.pictures.drawing import Drawing, shorten, text_width
from foedera.view.words import count_of

MOST_NODES = 36
ROUNDS = 60
TALL = 18.0
"""Two names within so much of each other's height must stand beside each other."""
SEED = 7

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Network:
    """The ties that are drawn, the picture of them, and how many actors had no room."""

    ties: tuple[Tie, ...]
    picture: Picture | None
    beyond: int


def draw_network(ties: Sequence[Tie]) -> Network:
    """Draw the actors of most events and the ties between them."""
    weight: Counter[str] = Counter()
    for one in ties:
        weight[one.left] += one.events
        weight[one.right] += one.events
    ranked = sorted(weight, key=lambda name: (-weight[name], name))
    shown = set(ranked[:MOST_NODES])
    kept = tuple(one for one in ties if {one.left, one.right} <= shown)
    if not kept:
        return Network((), None, 0)
    at = _lay_out(kept)
    wide = _draw(kept, at, weight, (1040, min(240 + 14 * len(at), 680)), "wide")
    narrow = _draw(kept, at, weight, (400, min(260 + 14 * len(at), 680)), "narrow")
    return Network(kept, Picture(wide, narrow, title="Network"), len(ranked) - len(at))


def _lay_out(ties: Sequence[Tie]) -> dict[str, Place]:
    """Place the actors in a square from 0 to 1; equal ties give equal places."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({name for one in ties for name in (one.left, one.right)}))
    for one in sorted(ties, key=lambda one: (one.left, one.right)):
        graph.add_edge(one.left, one.right, weight=min(one.events, 12) ** 0.5)
    _hold_together(graph)
    start = nx.circular_layout(graph)
    spread = 2.4 / max(len(graph), 1) ** 0.5
    found = nx.spring_layout(graph, pos=start, k=spread, iterations=160, seed=SEED)
    xs, ys = ([float(place[axis]) for place in found.values()] for axis in (0, 1))
    return {
        str(name): (_share(float(x), xs), _share(float(y), ys)) for name, (x, y) in found.items()
    }


def _hold_together(graph: nx.Graph[str]) -> None:
    """Tie the parts of a net loosely to its largest one, so that none drifts off; not drawn."""
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    first, *others = [max(sorted(part), key=graph.degree) for part in parts]
    for other in others:
        graph.add_edge(first, other, weight=0.4)


def _share(value: float, values: Sequence[float]) -> float:
    low, high = min(values), max(values)
    return round((value - low) / (high - low), 3) if high > low else 0.5


def _draw(
    ties: Sequence[Tie],
    at: Mapping[str, Place],
    weight: Mapping[str, int],
    size: tuple[float, float],
    style: str,
) -> Markup:
    pen = Canvas(size[0])
    spots = _part(
        {name: (60 + x * (size[0] - 120), 34 + y * (size[1] - 74)) for name, (x, y) in at.items()},
        {name: text_width(_label(name, size[0]), 12) for name in at},
        size,
    )
    most = max(one.events for one in ties)
    for one in sorted(ties, key=lambda one: one.events):
        wide = min(1 + round(3 * one.events / most), 4)
        place = address("/events", actor=one.left, q=name_country(one.right))
        words = (
            f"{name_country(one.left)} and {name_country(one.right)}: "
            f"{count_of(one.events, 'event')}, {one.against} of them against each other"
        )
        mark = Drawing(pen.width)
        mark.line(spots[one.left], spots[one.right], f"tie t{wide} {one.mood}")
        pen.link(place, words, mark)
    heaviest = max(weight[name] for name in spots)
    for name, spot in sorted(spots.items()):
        radius = 5 + 11 * (weight[name] / heaviest) ** 0.5
        label = _label(name, size[0])
        words = f"{name_country(name)}: {count_of(weight[name], 'tie')} by events"
        pen.dot_link(name_link(name), words, spot, radius, "node")
        half = text_width(label, 12) / 2
        x = min(max(spot[0], half + 2), size[0] - half - 2)
        pen.text((x, spot[1] + radius + 13), label, "small mid")
    return pen.close(size[1], style)


def _label(name: str, width: float) -> str:
    return shorten(name_country(name), 150 if width > 600 else 90, 12)


def _part(
    spots: dict[str, Place], broad: Mapping[str, float], size: tuple[float, float]
) -> dict[str, Place]:
    """Push names that would stand on each other apart, in the same order every time."""
    near = 62.0 if size[0] > 600 else 40.0
    names = sorted(spots)
    for _ in range(ROUNDS):
        moved = False
        for number, one in enumerate(names):
            for other in names[number + 1 :]:
                (ax, ay), (bx, by) = spots[one], spots[other]
                dx, dy = bx - ax or 0.7, by - ay or 0.7
                gap = hypot(dx, dy * 1.5)
                if gap < near:
                    push = (near - gap) / gap / 2
                    spots[one] = _within((ax - dx * push, ay - dy * push), size)
                    spots[other] = _within((bx + dx * push, by + dy * push), size)
                    moved = True
                elif abs(dy) < TALL and abs(dx) < (broad[one] + broad[other]) / 2 + 8:
                    push = (TALL - abs(dy)) / 2 + 0.5
                    push = push if dy > 0 else -push
                    spots[one] = _within((ax, ay - push), size)
                    spots[other] = _within((bx, by + push), size)
                    moved = True
        if not moved:
            break
    return spots


def _within(spot: Place, size: tuple[float, float]) -> Place:
    return min(max(spot[0], 40), size[0] - 40), min(max(spot[1], 22), size[1] - 36)
