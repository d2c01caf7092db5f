"""The network as GraphML, for networkx, igraph, yEd and Cytoscape."""

from __future__ import annotations

from collections.abc import Iterator

import networkx

from foedera.view.exports.choice import Chosen
from foedera.view.exports.network import build


def write(chosen: Chosen) -> Iterator[str]:
    """Write the network; nodes and edges carry their values as data."""
    yield "<?xml version='1.0' encoding='utf-8'?>\n"
    for line in networkx.generate_graphml(build(chosen), named_key_ids=True):
        yield f"{line}\n"
