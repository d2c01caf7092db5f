"""Actors, agreements and outlets as one network: what GraphML and GEXF write down.

An edge is one sort of tie between two nodes, with its weight (events, or for citing 1), its first
and last day, and the claims behind it. Only what is told as done ties two actors; a denial is a
tie of its own, from who denies to those of whom it is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TYPE_CHECKING

import networkx

from foedera.measure import content_id
from foedera.view.exports.cast import Cast
from foedera.view.exports.choice import Chosen
from foedera.view.exports.standing import find_standing, stance_of
from foedera.view.grounds import find_ground
from foedera.view.rows import Row, texts
from foedera.view.words import country_names, ends

if TYPE_CHECKING:
    Graph = networkx.MultiDiGraph[str]

_UNSEEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MOST_SIDE = 12
"""Events with more actors on a side than this tie nobody: a hall full of states is no pair."""


@dataclass(slots=True)
class Tie:
    """One edge while events are gone through; thrown away after."""

    events: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    first: str | None = None
    last: str | None = None
    quote: str = ""
    kinds: set[str] = field(default_factory=set)

    def add(self, event: Row, claims: list[Row]) -> None:
        """Note that an event ties the two."""
        first, last = ends(event["when"])
        self.first = min(filter(None, (self.first, first or last)), default=None)
        self.last = max(filter(None, (self.last, last or first)), default=None)
        self.events.append(str(event["id"]))
        self.claims += [str(claim["id"]) for claim in claims]
        self.quote = self.quote or " ".join(str(claims[0]["quote"]).split())
        self.kinds.add(str(event["kind"]))


def build(chosen: Chosen) -> Graph:
    """Build the network of what is chosen."""
    graph: Graph = networkx.MultiDiGraph(name="foedera", day=chosen.day)
    cast = Cast(chosen)
    ties: dict[tuple[str, str, str], Tie] = {}
    for event, claims in chosen.told():
        _tie_event(cast, event, claims, ties)
    for (source, target, sort), tie in sorted(ties.items()):
        for name in (source, target):
            _add_actor(graph, name, cast.rows[name])
        _add_edge(graph, source, target, sort=sort, tie=tie)
    for row in chosen.agreements:
        _add_agreement(graph, cast, row)
    if not chosen.choice.narrow:
        _add_outlets(graph, chosen, cast)
    return graph


def _tie_event(
    cast: Cast, event: Row, claims: list[Row], ties: dict[tuple[str, str, str], Tie]
) -> None:
    if not claims:
        return
    actors = cast.find_all(list(event["actors"]))
    recipients = cast.find_all(list(event["recipients"]))
    if find_standing(event, claims).is_deed and len(actors) <= MOST_SIDE >= len(recipients):
        family = str(event["kind"]).partition(".")[0]
        pairs = product(actors, recipients) if recipients else combinations(actors, 2)
        for source, target in pairs:
            if source != target and not cast.are_one_side(source, target):
                ties.setdefault((source, target, family), Tie()).add(event, claims)
    for claim in claims:
        if stance_of(claim) == "denied" and claim["sources"]:
            for source, target in product(cast.find_all(claim["sources"][-1]), actors):
                ties.setdefault((source, target, "denies"), Tie()).add(event, [claim])


def _add_actor(graph: Graph, name: str, row: Row) -> None:
    state = row["kind"] == "state" and row.get("country")
    shown = country_names().get(str(row["country"])) if state else None
    _add_node(
        graph,
        name,
        label=shown or str(row["name"]),
        type=str(row["kind"]),
        country=row.get("country"),
        claimCount=len(row["claims"]),
    )


def _add_node(graph: Graph, name: str, **values: object) -> None:
    graph.add_node(name, **{key: _clean(value) for key, value in values.items() if value})


def _clean(value: object) -> object:
    """Take out characters that no XML file may hold."""
    return _UNSEEN.sub("\ufffd", value) if isinstance(value, str) else value


def _add_edge(graph: Graph, source: str, target: str, *, sort: str, tie: Tie) -> None:
    values = {
        "relation": sort,
        "weight": len(set(tie.events)) or 1,
        "first": tie.first,
        "last": tie.last,
        "kinds": " ".join(sorted(tie.kinds)),
        "events": " ".join(dict.fromkeys(tie.events)),
        "claims": " ".join(dict.fromkeys(tie.claims)),
        "quote": tie.quote,
    }
    held = {key: _clean(value) for key, value in values.items() if value}
    graph.add_edge(source, target, key=f"{source}-{target}-{sort}", **held)


def _add_agreement(graph: Graph, cast: Cast, row: Row) -> None:
    titles = texts(row, "titles") or [str(row["kind"])]
    name = str(row["id"])
    _add_node(
        graph, name, label=titles[0], type="agreement", status=row["status"],
        claimCount=len(row["claims"]),
    )  # fmt: skip
    claims = [claim for basis in row["basis"] for claim in texts(basis, "claims")]
    for code, held in sorted(row["party_status"].items()):
        party = cast.find_state(code)
        if party is not None and held != "none":
            _add_actor(graph, party, cast.rows[party])
            tie = Tie(claims=claims, first=_since(row, held))
            _add_edge(graph, party, name, sort=held, tie=tie)


def _since(row: Row, held: str) -> str | None:
    """Return the day since which a state is a party, where the status of both rests on it."""
    ground = find_ground(row)
    joint = str(row["kind"]).startswith("bilateral") and row["status"] == "in-force"
    return str(ground["day"]) if joint and held == "party" and ground and ground["day"] else None


def _add_outlets(graph: Graph, chosen: Chosen, cast: Cast) -> None:
    """Tie outlets to the sources they cite, and first sources to those they feed."""
    for row in chosen.record.origins(known=chosen.choice.known):
        ties = [("cites", name, str(row["root"])) for name in texts(row, "cited_by")]
        ties += [("feeds", str(row["root"]), name) for name in texts(row, "inputs_to")]
        for sort, left, right in ties:
            source, target = (_add_source(graph, cast, name) for name in (left, right))
            _add_edge(graph, source, target, sort=sort, tie=Tie())


def _add_source(graph: Graph, cast: Cast, label: str) -> str:
    """Add a source as the actor of its name, else as a node of its own."""
    actor = cast.find_named(label)
    if actor is not None:
        _add_actor(graph, actor, cast.rows[actor])
        return actor
    name = f"source-{content_id('source', label)}"
    _add_node(graph, name, label=label, type="source")
    return name
