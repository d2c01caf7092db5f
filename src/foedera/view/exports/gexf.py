"""The network as GEXF, for Gephi: edges stand from their first day to their last."""

from __future__ import annotations

import re
from collections.abc import Iterator

import networkx

from foedera.view.exports.choice import Chosen
from foedera.view.exports.network import build

_MADE = re.compile(r'lastmodifieddate="[^"]*"')


def write(chosen: Chosen) -> Iterator[str]:
    """Write the network; the day of its making is the day that is asked about."""
    graph = build(chosen)
    for _, _, values in graph.edges(data=True):
        for ours, theirs in (("first", "start"), ("last", "end")):
            if ours in values:
                values[theirs] = values[ours]
    yield "<?xml version='1.0' encoding='utf-8'?>\n"
    for line in networkx.generate_gexf(graph):
        yield _MADE.sub(f'lastmodifieddate="{chosen.day}"', line, count=1) + "\n"
