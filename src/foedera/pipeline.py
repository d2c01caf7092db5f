"""The corridor: reports through analysis and extraction, in this process or in several.

It knows the order of the rooms and nothing of where the reports come from or go to.
"""

from __future__ import annotations

import gc
import re
import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from foedera.data import Extraction, Report, ReportWarning, Sentence, Span
from foedera.extract import Extractor
from foedera.registry import build_analyser, build_extractor
from foedera.sweeping import unswept

if TYPE_CHECKING:
    from foedera.analyse import Analyser

_CHUNK = 32
FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a mistake in a rule raises: words where none are, a tree that is none."""
_BROKEN = re.compile(r"(?<=\S)\n(?=\S)")


class Line:
    """The steps from report to extraction, with their models loaded once."""

    def __init__(self, analyser: Analyser, extractor: Extractor) -> None:
        self._analyser = analyser
        self._extractor = extractor

    def run(self, reports: Sequence[Report]) -> Iterator[Extraction]:
        """Extract from each report, in order, one at a time as they are asked for.

        Sweeps rest until the last is asked for: one a report would look at all that was just made.
        """
        level = [unwrap(report) for report in reports]
        sentences = self._analyser.analyse(level)
        with unswept():
            for report, flat in zip(reports, level, strict=True):
                extraction = self._read(flat, next(sentences))
                yield replace(extraction, report=report)

    def _read(self, report: Report, sentences: Sequence[Sentence]) -> Extraction:
        """Extract from one report; a rule that fails on it must not take the others with it."""
        try:
            return self._extractor.extract(report, sentences)
        except FAULTS as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(last.filename).stem}.{last.name}"
            fault = f"{type(error).__name__} in {place}, line {last.lineno}"
            doubt = ReportWarning(Span(0, len(report.text)), f"no claim was read: {fault}")
            return Extraction(report, warnings=(doubt,), fault=fault)


def unwrap(report: Report) -> Report:
    """Let lines that a hand broke inside a paragraph run on: a space stands for each line's end.

    What is read must not hang on where a line ends; characters keep their places.
    """
    pieces, at = [], 0
    for part in report.parts:
        start, end = part.span.start, part.span.end
        if "\n" in report.text[start:end]:
            pieces += [report.text[at:start], _BROKEN.sub(" ", report.text[start:end])]
            at = end
    return replace(report, text="".join(pieces) + report.text[at:]) if pieces else report


@cache
def build_line() -> Line:
    """Build this process's line once; sweeps pass over what lives as long as the process."""
    with unswept():
        line = Line(build_analyser(), build_extractor())
    gc.freeze()
    return line


def date_by_story(reports: Sequence[Report]) -> list[Report]:
    """Give undated reports the day that dated reports of the same story let one infer."""
    if all(r.published.earliest or r.published.latest for r in reports):
        return list(reports)
    # Reports that all bear their days need not wait for what merging is made of.
    from foedera.merge.publication import digest, infer_days
    from foedera.merge.stories import find_stories
    from foedera.merge.telling import ordinal_day
    from foedera.merge.vectors import telltale

    tales = [telltale(r.id, ordinal_day(r.published.earliest), r.title, r.text) for r in reports]
    digests = [digest(r.id, r.published, r.text) for r in reports]
    days = infer_days(digests, find_stories(tales)[1]).days
    return [replace(r, published=days.get(r.id, r.published)) for r in reports]


def extract_reports(reports: Iterable[Report], workers: int = 1) -> Iterator[Extraction]:
    """Yield the extraction of each report in input order, with `workers` processes.

    Publication days stay as read; `date_by_story` fills those that other reports give.
    """
    chunks = _chunks(reports)
    if workers <= 1:
        for chunk in chunks:
            yield from build_line().run(chunk)
        return
    with ProcessPoolExecutor(workers, initializer=build_line) as pool:
        yield from _in_order(pool, chunks, ahead=2 * workers)


def _chunks(reports: Iterable[Report]) -> Iterator[list[Report]]:
    stream = iter(reports)
    while chunk := list(islice(stream, _CHUNK)):
        yield chunk


def _in_order(
    pool: ProcessPoolExecutor, chunks: Iterator[list[Report]], ahead: int
) -> Iterator[Extraction]:
    """Keep `ahead` chunks under way and yield their results in input order."""
    under_way: deque[Future[list[Extraction]]] = deque()
    for chunk in chunks:
        under_way.append(pool.submit(_run, chunk))
        if len(under_way) >= ahead:
            yield from under_way.popleft().result()
    while under_way:
        yield from under_way.popleft().result()


def _run(chunk: Sequence[Report]) -> list[Extraction]:
    return list(build_line().run(chunk))
