"""Attributions to and from rows."""

from __future__ import annotations

from foedera.data import Attribution
from foedera.wire.shapes import Row, at, pair, span, spans
from foedera.wire.values import actor_row, read_actor


def attribution_row(one: Attribution) -> Row:
    """Write an attribution; `speaker` is the first of its speakers."""
    return {
        **at(one.span),
        "parent": one.parent,
        "voice": one.voice,
        "source": [pair(s) for s in one.source],
        "cue": [pair(s) for s in one.cue],
        "content": [pair(s) for s in one.content],
        "speaker": actor_row(one.speakers[0]) if one.speakers else None,
        "speakers": [actor_row(a) for a in one.speakers],
        "stance": one.stance,
        "reality": one.reality,
        "rule": one.rule,
    }


def read_attribution(row: Row) -> Attribution:
    """Read an attribution back."""
    return Attribution(
        span(row),
        row["parent"],
        row["voice"],
        spans(row["source"]),
        spans(row["cue"]),
        spans(row["content"]),
        tuple(read_actor(a) for a in row["speakers"]),
        row["stance"],
        row["reality"],
        row["rule"],
    )
