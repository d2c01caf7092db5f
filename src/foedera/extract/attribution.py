"""Who says so: one attribution a cue, as a tree by clause containment."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.data import Attribution, Mention, Report, Sentence, Skip, Span, SpeechVoice
from foedera.extract.speech_according import find_according
from foedera.extract.speech_cues import Lexicon, cue_words, cues
from foedera.extract.speech_direct import covers, join_quotes
from foedera.extract.speech_drafts import Draft, find_drafts
from foedera.extract.speech_quotes import Quote, find_quotes
from foedera.measure import overlap

__all__ = ["cue_words", "find_attributions"]


def find_attributions(
    report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[list[Attribution], list[Skip]]:
    """Find who says what in a report, outer attributions before those they contain."""
    lexicon = cues()
    drafts = [d for n, s in enumerate(sentences) if s.heads for d in _of_sentence(s, n, lexicon)]
    quotes = find_quotes(report)
    drafts, left = join_quotes(report, sentences, drafts, quotes=quotes, lexicon=lexicon)
    drafts = _distinct(drafts)
    skips = [Skip(q.span, "source", "a quotation with no cue beside it") for q in left]
    return _tree(drafts, quotes), skips


def _of_sentence(s: Sentence, place: int, lexicon: Lexicon) -> list[Draft]:
    return [*find_drafts(s, place, lexicon), *find_according(s, place)]


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Keep one draft for each content: the first verb, else the first cue."""
    best: dict[tuple[Span, ...], Draft] = {}
    for d in drafts:
        old = best.get(d.content)
        if old is None or (old.pos != "v" and d.pos == "v"):
            best[d.content] = d
    return sorted(best.values(), key=lambda d: (d.at, -d.size))


def _tree(drafts: Sequence[Draft], quotes: Sequence[Quote]) -> list[Attribution]:
    """Hang each draft under the smallest content that its cue stands in."""
    parents = [_parent(drafts, n) for n in range(len(drafts))]
    order = sorted(range(len(drafts)), key=lambda n: (_depth(parents, n), drafts[n].at))
    place = {n: i for i, n in enumerate(order)}
    out = []
    for n in order:
        up = parents[n]
        out.append(_attribution(drafts[n], None if up is None else place[up], quotes))
    return out


def _parent(drafts: Sequence[Draft], n: int) -> int | None:
    me = drafts[n]
    around = [
        k
        for k, d in enumerate(drafts)
        if k != n and (d.size, -k) > (me.size, -n) and any(covers(c, me.at) for c in d.content)
    ]
    return min(around, key=lambda k: (drafts[k].size, k), default=None)


def _depth(parents: Sequence[int | None], n: int) -> int:
    depth, up = 0, parents[n]
    while up is not None:
        depth, up = depth + 1, parents[up]
    return depth


def _attribution(d: Draft, parent: int | None, quotes: Sequence[Quote]) -> Attribution:
    whole = sorted((*d.cue, *d.source, *d.content))
    span = Span(whole[0].start, max(s.end for s in whole))
    voice = _voice(d, quotes)
    return Attribution(
        span, parent, voice, d.source, d.cue, d.content, (), "asserted", None, d.rule
    )


def _voice(d: Draft, quotes: Sequence[Quote]) -> SpeechVoice:
    """Tell direct speech (all but a word or two in quotation marks) from mixed and indirect."""
    inside = sum(overlap(q.span, c) for q in quotes for c in d.content)
    if inside < 4:
        return "indirect"
    return "direct" if inside >= 0.9 * d.size else "mixed"
