"""Set a dossier as Markdown: the same words, pictures told in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from foedera.view.dossier.model import (
    Bit,
    Chapter,
    Dossier,
    Entry,
    Matrix,
    News,
    Sentence,
    Source,
    Tag,
)
from foedera.view.words import say_day

_SPECIAL = re.compile(r"([\\`*_\[\]|#~])")


def escape(words: str) -> str:
    """Escape what Markdown or HTML would read as its own.

    >>> escape("a <b> *c*")
    'a &lt;b&gt; \\\\*c\\\\*'
    """
    plain = words.replace("\n", " ").replace("&", "&amp;")
    return _SPECIAL.sub(r"\\\1", plain.replace("<", "&lt;").replace(">", "&gt;"))


def set_markdown(dossier: Dossier) -> str:
    """Set the dossier as Markdown with footnote numbers that lead to the quotations."""
    lines = [f"# {escape(dossier.title)}", "", escape(" · ".join(dossier.meta)), ""]
    if dossier.left_out:
        lines += [f"Left out here, and in the record: {', '.join(dossier.left_out)}.", ""]
    if not dossier.chapters:
        lines += ["The record holds no agreement and no event as of this day.", ""]
    if dossier.news:
        lines += _news(dossier.news)
    for chapter in dossier.chapters:
        lines += _chapter(chapter, title=len(dossier.chapters) > 1)
    lines += _sources(dossier.sources)
    if dossier.doubts:
        lines += ["## Doubts", ""]
    for doubt in dossier.doubts:
        lines += [f"- {escape(doubt.place)}: {escape(doubt.note)}"]
        lines += [f"  > {_bits(doubt.bits)}"] if doubt.bits else []
    lines += ["", f"Made by foedera {dossier.version}."]
    return "\n".join(lines).strip() + "\n"


def _news(news: News) -> list[str]:
    lines = [f"## New since {say_day(news.since)}", ""]
    for sort, held in news.sorts:
        lines += [f"### {sort}", "", *(f"- {_sentence(line)}" for line in held), ""]
    if not news.sorts:
        lines += ["Nothing that these reports tell has changed since that day.", ""]
    return lines


def _chapter(chapter: Chapter, *, title: bool) -> list[str]:
    head = chapter.head
    lines = [f"# {escape(head.title)}", ""] if title else []
    if head.status:
        parties = ", ".join(f"{name} ({state})" if state else name for name, state in head.parties)
        remarks = ", ".join(head.remarks)
        lines += [f"**{escape(head.status)}** · {escape(parties)} · {escape(remarks)}", ""]
    if head.about:
        story = "A story in " if head.anchor.startswith("s-") else ""
        lines += [escape(f"{story}{', '.join(head.about)}"), ""]
    if head.also:
        lines += ["Also called " + ", ".join(f"“{escape(name)}”" for name in head.also), ""]
    if chapter.lead:
        lines += [" ".join(_sentence(sentence) for sentence in chapter.lead), ""]
    if chapter.basis:
        basis = "; ".join(_sentence(sentence) for sentence in chapter.basis)
        lines += ["## What the status rests on", "", f"{basis}.", ""]
    coming = (f"- {day}: {escape(words)} {_cites(cites)}" for day, words, cites in chapter.coming)
    lines += _section("What is to come", coming)
    lines += _told(chapter)
    return lines


def _told(chapter: Chapter) -> list[str]:
    story, lines = chapter.story, []
    lines += _section("Timeline", map(_entry, story.timeline))
    for duty in chapter.duties:
        rows = (f"- {label}: {_sentence(words)}" for label, words in duty.lines)
        lines += _section("Obligation", rows)
    lines += _section("Conduct", map(_entry, story.conduct))
    if story.matrix:
        lines += _section("Who says what", _matrix(story.matrix))
    lines += _section("Where tellings differ", _differences(chapter))
    people = (
        f"- {escape(p.name)}{_in_brackets(p.office, p.state)} {_cites(p.cites)}".rstrip()
        for p in chapter.people
    )
    return lines + _section("People", people)


def _section(title: str, lines: Iterable[str]) -> list[str]:
    body = list(lines)
    return [f"## {title}", "", *body, ""] if body else []


def _entry(entry: Entry) -> str:
    tags = "".join(f" _{escape(tag)}_" for tag in entry.tags)
    detail = f" · {escape(entry.detail)}" if entry.detail else ""
    told = f"- {entry.days}: **{escape(entry.title)}**{detail}{tags} ({entry.support})"
    return f"{told} {_cites(entry.cites)}".rstrip()


def _matrix(matrix: Matrix) -> Iterator[str]:
    yield "| | " + " | ".join(map(escape, matrix.columns)) + " |"
    yield "|---" * (len(matrix.columns) + 1) + "|"
    for title, cells in matrix.rows:
        yield f"| {escape(title)} | " + " | ".join(_cell(tags) for tags in cells) + " |"


def _cell(tags: Sequence[Tag]) -> str:
    said = (f"{escape(t.words)}{_in_brackets(t.detail)} {_cites(t.cites)}".strip() for t in tags)
    return "; ".join(" ".join(words.split()) for words in said) or "–"


def _differences(chapter: Chapter) -> Iterator[str]:
    for item in chapter.story.differences:
        yield f"- {escape(item.title)}, {item.field}: **{item.verdict}**"
        for value, told, numbers in item.values:
            yield f"  - {escape(value)} ({escape(told)}) {_cites(numbers)}".rstrip()


def _in_brackets(*words: str) -> str:
    held = [escape(word) for word in words if word]
    return f" ({', '.join(held)})" if held else ""


def _sources(sources: Sequence[Source]) -> Iterator[str]:
    if sources:
        yield from ("## In their words", "")
    for source in sources:
        title = f": {escape(source.title)}" if source.title else ""
        basis = "" if source.basis == "given" else f" (day: {source.basis})"
        yield from (f"### {escape(source.outlet)}{title}", "", f"{source.day}{basis}", "")
        for excerpt in source.excerpts:
            yield f"> {_bits(excerpt.bits)}"
            yield ""
            for told in excerpt.tellings:
                reality = "" if told.reality == "happened" else f", {told.reality}"
                yield f"{told.number}. {told.kind}: {escape(told.voice)}{reality} ({excerpt.place})"
            yield ""


def _bits(bits: Sequence[Bit]) -> str:
    """Set the words that carry a claim bold; spaces stay outside the stars."""
    pieces = []
    for bit in bits:
        words = escape(bit.text)
        bold = bit.weight == 2 and words.strip()
        head, tail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        pieces.append(f"{head}**{words.strip()}**{tail}" if bold else words)
    return "".join(pieces).strip()


def _sentence(runs: Sentence) -> str:
    told = {"": "{}", "strong": "**{}**", "quote": "“{}”", "cite": "[{}]"}
    return "".join(told[run.style].format(escape(run.text)) for run in runs).strip()


def _cites(numbers: Sequence[int]) -> str:
    return "".join(f"[{number}]" for number in numbers)
