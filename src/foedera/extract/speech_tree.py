"""Plants the drafts of a report as a tree: each under the smallest content its cue stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from foedera.data import Actor, Attribution, Span, SpeechVoice
from foedera.extract.speech_drafts import Draft
from foedera.extract.speech_pronouns import SPOKEN_OF
from foedera.extract.speech_quotes import Quotes
from foedera.extract.speech_stance import ATTITUDE, KNOWN, Effect

_SELVES = frozenset({"i", "we", "my", "our"})


@dataclass(frozen=True, slots=True)
class Reading:
    """Who speaks, and what the cue does."""

    speakers: tuple[Actor, ...]
    effect: Effect


def plant(
    text: str, drafts: Sequence[Draft], found: Sequence[Reading], quotes: Quotes
) -> list[Attribution]:
    """Return the attributions, outer ones first; `drafts` stand in text order of their cues."""
    parents = _parents(drafts)
    order = sorted(range(len(drafts)), key=lambda n: (_depth(parents, n), drafts[n].at))
    place = {n: i for i, n in enumerate(order)}
    out: list[Attribution] = []
    for n in order:
        up, read = parents[n], found[n]
        parent = None if up is None else place[up]
        if parent is not None and not read.speakers and _is_self(text, drafts[n]):
            read = replace(read, speakers=out[parent].speakers)
        if parent is not None and any(a.name in SPOKEN_OF for a in read.speakers):
            read = replace(read, speakers=())  # "he" within another's words says too little
        voice = _voice(drafts[n], quotes)
        out.append(_attribution(drafts[n], read, parent=parent, voice=voice))
    return out


def _is_self(text: str, d: Draft) -> bool:
    """Say whether the source is "I" or "we": in a quotation, whoever is quoted."""
    return bool(d.source) and text[d.source[0].start : d.source[0].end].lower() in _SELVES


def _parents(drafts: Sequence[Draft]) -> list[int | None]:
    """Find for each draft the smallest content that holds its cue; `drafts` in text order."""
    opening = sorted((c.start, c.end, n) for n, d in enumerate(drafts) for c in d.content)
    sizes = [d.size for d in drafts]
    out: list[int | None] = []
    live: list[tuple[int, int]] = []
    at = 0
    for n, me in enumerate(drafts):
        while at < len(opening) and opening[at][0] <= me.at:
            live.append(opening[at][1:])
            at += 1
        live = [one for one in live if one[0] > me.at]
        if me.under:
            out.append(_named_above(drafts, me))
            continue
        around = [k for _, k in live if k != n and (sizes[k], -k) > (sizes[n], -n)]
        out.append(min(around, key=lambda k: (sizes[k], k), default=None))
    return out


def _named_above(drafts: Sequence[Draft], me: Draft) -> int | None:
    for k, d in enumerate(drafts):
        if d.place == me.place and d.head == me.under[0]:
            return k
    return None


def _depth(parents: Sequence[int | None], n: int) -> int:
    depth, up = 0, parents[n]
    while up is not None:
        depth, up = depth + 1, parents[up]
    return depth


def _attribution(
    d: Draft, found: Reading, *, parent: int | None, voice: SpeechVoice
) -> Attribution:
    whole = sorted((*d.cue, *d.source, *d.content))
    unvouched = KNOWN if found.effect.known else ATTITUDE
    return Attribution(
        Span(whole[0].start, max(s.end for s in whole)),
        parent,
        voice,
        d.source,
        d.cue,
        d.content,
        found.speakers,
        found.effect.stance,
        found.effect.reality,
        d.rule if found.effect.vouches else unvouched,
    )


def _voice(d: Draft, quotes: Quotes) -> SpeechVoice:
    """Tell direct speech (all but a word or two in quotation marks) from mixed and indirect."""
    inside = quotes.shared(d.content)
    if inside < 4:
        return "indirect"
    return "direct" if inside >= 0.9 * d.size else "mixed"
