"""What a dossier holds, ready to be set as a page or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence of ours; a `cite` run is the number of an excerpt."""

    text: str
    style: Literal["", "strong", "quote", "cite"] = ""


Sentence: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of a quotation: 0 context, 1 claim, 2 its telling words; a number opens a claim."""

    text: str
    weight: int
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """One numbered claim under its quotation: what, who says so, how sure."""

    number: int
    claim: str
    kind: str
    voice: str
    reality: str
    doubting: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One sentence of a report with the claims read from it."""

    place: str
    bits: tuple[Bit, ...]
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A report with its excerpts: how it is called, when it came out and on what basis."""

    anchor: str
    outlet: str
    title: str
    day: str
    basis: str
    fed_by: tuple[str, ...]
    link: str | None
    shares: tuple[str, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """What one voice does with one happening, with the excerpts that show it."""

    words: str
    doubting: bool = False
    detail: str = ""
    cites: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who says what: a column a voice, a row a happening, cells of tags."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[Tag, ...], ...]], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a timeline."""

    days: str
    title: str
    detail: str
    tags: tuple[str, ...]
    support: str
    cites: tuple[int, ...]
    step: bool = False
    event: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """An obligation as a small table of label and words."""

    lines: tuple[tuple[str, Sentence], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that tellings give differently: each value with its excerpts."""

    title: str
    field: str
    verdict: str
    values: tuple[tuple[str, str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing for wide pages and one for narrow ones, with words beneath."""

    wide: Markup
    narrow: Markup
    caption: Sentence = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named: office, state, other spellings, excerpts."""

    name: str
    office: str
    state: str
    also: tuple[str, ...]
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """The head of a chapter: title, status strip, the names beside it."""

    anchor: str
    title: str
    status: str = ""
    style: str = "unknown"
    parties: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """What happened in a chapter: lines of time, conduct, voices, differences, numbers."""

    timeline: tuple[Entry, ...] = ()
    conduct: tuple[Entry, ...] = ()
    matrix: Matrix | None = None
    differences: tuple[Difference, ...] = ()
    numbers: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One agreement, or the events that belong to none."""

    head: Headline
    lead: tuple[Sentence, ...]
    life: Picture | None
    basis: tuple[Sentence, ...]
    duties: tuple[Duty, ...]
    origins: Picture | None
    story: Story
    people: tuple[Person, ...]
    network: Picture | None = None
    strips: Picture | None = None
    coming: tuple[tuple[str, str, tuple[int, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A warning with its words in place."""

    place: str
    bits: tuple[Bit, ...]
    note: str


@dataclass(frozen=True, slots=True)
class News:
    """What is new since a day, sort by sort, each line with its excerpts."""

    since: str
    sorts: tuple[tuple[str, tuple[Sentence, ...]], ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole of it."""

    title: str
    meta: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    sources: tuple[Source, ...]
    doubts: tuple[Doubt, ...] = ()
    left_out: tuple[str, ...] = ()
    news: News | None = None
    version: str = field(default="")


def say(*pieces: str | Run | Iterable[Run]) -> Sentence:
    """Join words and runs to a sentence.

    >>> say("In force since ", strong("4 May"))[1].style
    'strong'
    """
    runs: list[Run] = []
    for piece in pieces:
        if isinstance(piece, str):
            runs.append(Run(piece))
        elif isinstance(piece, Run):
            runs.append(piece)
        else:
            runs.extend(piece)
    return tuple(run for run in runs if run.text)


def strong(words: str) -> Run:
    """Set words strong."""
    return Run(words, "strong")
