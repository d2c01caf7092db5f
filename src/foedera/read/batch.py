"""Reads a batch of paths: every report in order, every trouble named, nothing stops the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from foedera.data import Report
from foedera.errors import InputError, UnreadableFile
from foedera.read.drafts import Draft, Reader
from foedera.read.folders import expand_paths, suffix_of
from foedera.read.formats import READERS
from foedera.read.reports import make_report, remarks


def read_paths(
    paths: Iterable[str | Path], readers: Mapping[str, Reader] = READERS
) -> Iterator[Report | InputError]:
    """Yield a Report for every text behind `paths`, in input order, and an InputError for trouble.

    Folders and globs are expanded and sorted. An error may stand beside its report (a day
    yet to come, an id met twice): the report was read all the same.
    """
    for path in expand_paths(paths, readers):
        if isinstance(path, InputError):
            yield path
        else:
            yield from _read_file(path, readers)


def _read_file(path: Path, readers: Mapping[str, Reader]) -> Iterator[Report | InputError]:
    reader = readers.get(suffix_of(path))
    if reader is None:
        known = ", ".join(sorted(readers))
        yield UnreadableFile(str(path), "a kind of file no reader knows", f"Known are {known}.")
        return
    try:
        for draft in reader(path):
            yield from _read_draft(draft)
    except InputError as error:
        yield error
    except OSError as error:
        yield UnreadableFile(
            str(path), error.strerror or str(error), "Check the file and its rights."
        )


def _read_draft(draft: Draft | InputError) -> Iterator[Report | InputError]:
    if isinstance(draft, InputError):
        yield draft
        return
    report = make_report(draft)
    yield report
    yield from remarks(draft, report)
