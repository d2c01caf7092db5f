"""The network comes back from GraphML and GEXF as it went out."""

import io
from typing import Any

import networkx
import pytest

from foedera.record import Record
from foedera.view.exports.choice import Chosen
from foedera.view.exports.network import build
from tests.view.exports.conftest import only_denied, written

READ = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}


def read(record: Record, form: str, **choice: str) -> Any:
    graph = READ[form](io.BytesIO(written(record, form, **choice).encode()))
    return networkx.MultiDiGraph(graph)


@pytest.mark.parametrize("form", READ)
def test_it_comes_back(record: Record, form: str) -> None:
    built, found = build(Chosen(record)), read(record, form)
    assert dict(found.nodes(data="type")) == dict(built.nodes(data="type"))
    assert dict(found.nodes(data="label")) == dict(built.nodes(data="label"))
    assert _edges(found) == _edges(built)


def _edges(graph: Any) -> list[tuple[Any, ...]]:
    fields = ("relation", "weight", "first", "last", "kinds", "claims", "quote")
    return sorted(
        (source, target, *(str(float(v)) if k == "weight" else str(v or "")
                           for k, v in ((k, values.get(k)) for k in fields)))
        for source, target, values in graph.edges(data=True)
    )  # fmt: skip


@pytest.mark.parametrize("form", READ)
def test_no_tie_rests_on_a_denial_but_the_denial_itself(record: Record, form: str) -> None:
    denied = only_denied(record)
    for _, _, values in read(record, form).edges(data=True):
        events = set(values.get("events", "").split())
        assert values["relation"] == "denies" or not events & denied


def test_what_ties_is_a_deed(record: Record) -> None:
    reality = {event["id"]: event["reality"] for event in record.events()}
    for _, _, values in build(Chosen(record)).edges(data=True):
        if values["relation"] not in ("denies", "cites", "feeds"):
            events = values.get("events", "").split()
            assert {reality[name] for name in events} <= {"happened", "ongoing"}
            assert values["weight"] == max(1, len(events))


def test_parties_are_tied_to_their_treaty(samples: Record) -> None:
    graph = read(samples, "graphml")
    names = dict(graph.nodes(data="label"))
    ties = {(names[s], names[t], v["relation"]): v for s, t, v in graph.edges(data=True)}
    assert ties["Greece", "Prespa agreement", "party"]["first"] == "2019-02-12"
    assert ("Russia", "Open Skies Treaty", "former") in ties


def test_an_edge_stands_for_its_days_in_gexf(samples: Record) -> None:
    dated = [v for *_, v in read(samples, "gexf").edges(data=True) if v.get("first")]
    assert dated
    assert all(v["start"] == v["first"] for v in dated)
