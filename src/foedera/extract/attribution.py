"""Who says so: one attribution a cue, as a tree by clause containment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from foedera.data import Actor, Attribution, Mention, Report, Sentence, Skip, Span, SpeechVoice
from foedera.extract.speech_according import find_according, find_adverbs
from foedera.extract.speech_chains import fill_cited, find_cited, find_published
from foedera.extract.speech_colons import find_colons
from foedera.extract.speech_cues import Lexicon, cue_words, cues
from foedera.extract.speech_direct import join_quotes
from foedera.extract.speech_drafts import Draft, find_drafts
from foedera.extract.speech_pronouns import Memory
from foedera.extract.speech_quotes import Quotes, find_quotes
from foedera.extract.speech_silence import find_silences
from foedera.extract.speech_speakers import Speakers
from foedera.extract.speech_stance import ATTITUDE, Effect, effect_of

__all__ = ["cue_words", "find_attributions"]

_OWN = frozenset({"citing", "silence"})  # frames that may share their content with another cue
_NOBODY = "words that stand for nobody known"


def find_attributions(
    report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[list[Attribution], list[Skip]]:
    """Find who says what in a report, outer attributions before those they contain."""
    lexicon = cues()
    drafts = [d for n, s in enumerate(sentences) if s.heads for d in _of_sentence(s, n, lexicon)]
    quotes = find_quotes(report)
    drafts += find_colons(report, sentences, quotes=quotes, mentions=mentions, lexicon=lexicon)
    drafts, left = join_quotes(report, sentences, drafts, quotes=quotes, lexicon=lexicon)
    drafts = _distinct(_with_late(sentences, drafts, lexicon))
    skips = [Skip(q.span, "source", "a quotation with no cue beside it") for q in left]
    speakers = Speakers(report.text, mentions, lexicon)
    memory = Memory(report, sentences, mentions, lexicon.quoting)
    found = [_read(d, sentences[d.place], speakers, memory=memory) for d in drafts]
    skips += [Skip(d.source[0], "source", _NOBODY) for d, f in zip(drafts, found, strict=True)
              if d.source and not f.speakers]  # fmt: skip
    return _tree(drafts, found, quotes), skips


@dataclass(frozen=True, slots=True)
class _Reading:
    """Who speaks, and what the cue does."""

    speakers: tuple[Actor, ...]
    effect: Effect


def _read(d: Draft, s: Sentence, speakers: Speakers, *, memory: Memory) -> _Reading:
    parsed = s if s.heads else None
    who = memory.resolve(d, speakers.of(parsed, d))
    return _Reading(who, effect_of(parsed, d, cues()))


def _of_sentence(s: Sentence, place: int, lexicon: Lexicon) -> list[Draft]:
    """List the cues of a sentence; the rarer rules look only where one of their words stands."""
    out = [*find_drafts(s, place, lexicon)]
    present = lexicon.lists["marks"].intersection(w.lower() for w in s.words)
    if present:
        out += find_according(s, place)
        out += find_published(s, place, lexicon)
        out += find_adverbs(s, place, lexicon)
    return out


def _with_late(
    sentences: Sequence[Sentence], drafts: Sequence[Draft], lexicon: Lexicon
) -> list[Draft]:
    """Add the cues that have no content of their own: cited sources, and silence."""
    out = [*drafts]
    cued: dict[int, set[int]] = defaultdict(set)
    for d in drafts:
        cued[d.place].add(d.head)
    for n, s in enumerate(sentences):
        if s.heads:
            out += find_cited(s, n)
            out += find_silences(s, n, lexicon, cued[n])
    return fill_cited(out)


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Keep one draft for each content: the first verb, else the first cue."""
    best: dict[tuple[object, ...], Draft] = {}
    for d in drafts:
        key = (d.content, d.at if d.frame in _OWN else None)
        old = best.get(key)
        if old is None or (old.pos != "v" and d.pos == "v"):
            best[key] = d
    return sorted(best.values(), key=lambda d: (d.at, -d.size))


def _tree(drafts: Sequence[Draft], found: Sequence[_Reading], quotes: Quotes) -> list[Attribution]:
    """Hang each draft under the smallest content that its cue stands in."""
    parents = _parents(drafts)
    order = sorted(range(len(drafts)), key=lambda n: (_depth(parents, n), drafts[n].at))
    place = {n: i for i, n in enumerate(order)}
    out = []
    for n in order:
        up = parents[n]
        up = None if up is None else place[up]
        out.append(_attribution(drafts[n], found[n], parent=up, voice=_voice(drafts[n], quotes)))
    return out


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
    d: Draft, found: _Reading, *, parent: int | None, voice: SpeechVoice
) -> Attribution:
    whole = sorted((*d.cue, *d.source, *d.content))
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
        d.rule if found.effect.vouches else ATTITUDE,
    )


def _voice(d: Draft, quotes: Quotes) -> SpeechVoice:
    """Tell direct speech (all but a word or two in quotation marks) from mixed and indirect."""
    inside = quotes.shared(d.content)
    if inside < 4:
        return "indirect"
    return "direct" if inside >= 0.9 * d.size else "mixed"
