"""Records that every export is tried on: the samples, the seeds where at hand, hostile text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from foedera.record import Record
from foedera.view.exports.choice import Choice, Chosen
from foedera.view.exports.formats import pieces_of
from foedera.view.exports.standing import stance_of
from tests import seeds_by_hand as seeds

ROOT = Path(__file__).parents[3]
SCHEMAS = ROOT / "src/foedera/view/exports/schemas"
HOSTILE = (
    "RIGA, May 6 (Reuters) - Latvia and Estonia signed the <script>alert(1)</script> Amber "
    "Treaty in Riga on 6 May 2021.\n\n"
    '=HYPERLINK("x") Latvia attacked Estonia near Riga on 5 May 2021, Estonia & Finland said. '
    "Latvia \x0bdenied that it had attacked Estonia\ufffe, “and \U0001f6a2 ]]> <b>more</b>”.\n\n"
    "Latvia denied sending 300 soldiers to Finland. Lithuania plans to deploy 200 soldiers to "
    "Poland in June 2021. Poland may attack Belarus. Belarus urged Poland to visit Minsk.\n"
)


@pytest.fixture(scope="session", params=["samples", "seeds", "hostile"])
def record(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Record]:
    folder: Path = tmp_path_factory.mktemp("exports")
    with Record(folder / "exported.foedera") as opened:
        if request.param == "samples":
            opened.read(ROOT / "samples")
        elif request.param == "seeds":
            if not seeds.present():
                pytest.skip("the seeds lie beside the project, not in it")
            opened.read(seeds.SHARED / "seeds")
        else:
            (folder / "hostile.txt").write_text(HOSTILE, "utf8")
            opened.read(folder / "hostile.txt")
        yield opened


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record(tmp_path_factory.mktemp("samples") / "samples.foedera") as opened:
        opened.read(ROOT / "samples")
        yield opened


def written(record: Record, form: str, table: str = "claims", **choice: Any) -> str:
    """An export as text."""
    pieces = pieces_of(form, Chosen(record, Choice(**choice)), table)
    return "".join(piece for piece in pieces if isinstance(piece, str))


@cache
def schema(name: str, part: str | None = None) -> Any:
    """A validator of one of the schemas that foedera ships, or of a part of one."""
    from jsonschema import Draft202012Validator

    body = _body(name)
    if part is not None:
        body = {"$schema": body["$schema"], "$ref": f"#/$defs/{part}", "$defs": body["$defs"]}
    return Draft202012Validator(body)


@cache
def _body(name: str) -> Any:
    from jsonschema import Draft202012Validator

    body = json.loads((SCHEMAS / f"{name}.json").read_text("utf8"))
    Draft202012Validator.check_schema(body)
    return body


def only_denied(record: Record) -> set[str]:
    """The events that no telling asserts, confirms, believes or considers.

    A denial itself is told: who denies in it denies what others tell.
    """
    stances = {row["id"]: (row["reality"], stance_of(row)) for row in record.claims()}
    done = {"happened", "ongoing"}
    found = set()
    for event in record.events():
        alike = done if event["reality"] in done else {event["reality"]}
        told = {stances[c][1] for c in event["claims"] if stances[c][0] in alike}
        if not told & {"asserted", "confirmed", "believed", "considered"}:
            found.add(event["id"])
    return found


def texts_of(record: Record) -> dict[str, str]:
    return {row["id"]: row["text"] for row in record.reports()}
