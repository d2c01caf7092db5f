"""The tree of who says what in one report, from outermost speech to what it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from foedera.serve.quoting import Span
from foedera.serve.wording import name_actor
from foedera.view.rows import Row, maps
from foedera.view.words import join_words, say_stance

SHORT = 160


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of speech: who, by what words, what; and the speech within it."""

    who: str
    cue: str
    words: str
    span: Span
    stance: str
    voice: str
    claims: int
    within: tuple[Speech, ...]


def grow_speech(looked: Row) -> tuple[Speech, ...]:
    """Grow the tree of a report's attributions; `parent` counts them in their order."""
    rows = maps(looked, "attributions")
    inner: dict[int | None, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        parent = row.get("parent")
        held = isinstance(parent, int) and 0 <= parent < number
        inner[parent if held else None].append(number)
    return tuple(_speech(looked, rows, inner, number) for number in inner[None])


def _speech(
    looked: Row, rows: Sequence[Row], inner: dict[int | None, list[int]], number: int
) -> Speech:
    row, text = rows[number], str(looked["report"]["text"])
    spans = [(int(a), int(b)) for a, b in row.get("content") or ()]
    whole = (spans[0][0], spans[0][1]) if spans else (int(row["start"]), int(row["end"]))
    words = " … ".join(" ".join(text[a:b].split()) for a, b in spans)
    return Speech(
        who=_who(row, text),
        cue=" ".join(" ".join(text[a:b].split()) for a, b in row.get("cue") or ()),
        words=words if len(words) <= SHORT else words[:SHORT].rsplit(" ", 1)[0] + " …",
        span=whole,
        stance=say_stance(row.get("stance")),
        voice=str(row.get("voice") or ""),
        claims=sum(_tells(spans, claim) for claim in maps(looked, "claims")),
        within=tuple(_speech(looked, rows, inner, child) for child in inner[number]),
    )


def _who(row: Row, text: str) -> str:
    speakers = maps(row, "speakers") or ([row["speaker"]] if row.get("speaker") else [])
    if speakers:
        return join_words(name_actor(actor) for actor in speakers)
    said = " ".join(text[a:b] for a, b in row.get("source") or ())
    return said or "nobody named"


def _tells(spans: Sequence[Span], claim: Row) -> bool:
    start, end = claim["trigger"]
    return any(low <= start and end <= high for low, high in spans)
