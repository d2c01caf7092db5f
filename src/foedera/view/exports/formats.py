"""The list of export formats, and how one is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from foedera.errors import FoederaError, MissingExtra
from foedera.view.exports.files import write_whole

if TYPE_CHECKING:
    from foedera.record import Record
    from foedera.view.exports.choice import Chosen


@dataclass(frozen=True, slots=True)
class Format:
    """One format: the module that writes it, the ending of its files, and what it is.

    `needs` are the modules of the extra `exports` without which it cannot be written.
    """

    module: str
    suffix: str
    about: str
    needs: tuple[str, ...] = ()
    tables: bool = False


FORMATS = {
    "jsonl": Format("jsonl", ".jsonl", "everything, in a fixed order"),
    "csv": Format("csv", ".csv", "one listing", tables=True),
    "parquet": Format(
        "parquet", ".parquet", "one listing, or all into a folder", ("pyarrow",), tables=True
    ),
    "plover": Format("plover", ".json", "events coded in PLOVER"),
    "polecat": Format("polecat", ".csv", "events in POLECAT's columns"),
    "acled": Format("acled", ".csv", "force and unrest in ACLED's columns"),
    "ftm": Format("ftm", ".ftm.json", "FollowTheMoney entities", ("followthemoney",)),
    "stix": Format("stix", ".json", "a STIX 2.1 bundle", ("stix2",)),
    "annotations": Format("annotations", ".jsonld", "W3C Web Annotations"),
    "geojson": Format("geojson", ".geojson", "events on a map"),
    "graphml": Format("graphml", ".graphml", "actors, agreements and outlets as a network"),
    "gexf": Format("gexf", ".gexf", "the same network for Gephi"),
    "ics": Format("ics", ".ics", "days of agreements for a calendar"),
    "timelinejs": Format("timelinejs", ".json", "a TimelineJS timeline"),
}


def pieces_of(form: str, chosen: Chosen, table: str = "claims") -> Iterator[str | bytes]:
    """Yield an export piece by piece, text or bytes.

    Raises: MissingExtra where a package of the extra is not installed, FoederaError for a format
    there is none of.
    """
    if form not in FORMATS:
        raise FoederaError(f"There is no format {form!r}; these there are: {', '.join(FORMATS)}.")
    entry = FORMATS[form]
    for package in entry.needs:
        _require(package, form)
    module = import_module(f"foedera.view.exports.{entry.module}")
    pieces: Iterator[str | bytes] = (
        module.write_table(chosen, table) if entry.tables else module.write(chosen)
    )
    return pieces


def _require(package: str, form: str) -> None:
    try:
        import_module(package)
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        raise MissingExtra(
            f"The format {form} needs {package}. Install it: pip install 'foedera[exports]'"
        ) from error


def export(
    record: Record,
    form: str,
    path: str | Path,
    *,
    table: str = "claims",
    **choice: str | None,
) -> Path:
    """Write a record to a file in a format, whole or not at all; return the file.

    `choice` takes the fields of `Choice`: on, known, agreement, actor, since, until.

        export(record, "geojson", "korea.geojson", actor="PRK", since="2024-01-01")
    """
    from foedera.view.exports.choice import Choice, Chosen

    chosen = Chosen(record, Choice(**choice))
    target = Path(path)
    write_whole(target, pieces_of(form, chosen, table))
    return target
