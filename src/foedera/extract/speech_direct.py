"""Joins quotations to cues: split quotations, and those that run on after the cue's sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from foedera.data import Report, Sentence, Span
from foedera.extract.speech_cues import Lexicon
from foedera.extract.speech_drafts import Draft
from foedera.extract.speech_phrases import phrase_of, spans_of, subject_of
from foedera.extract.speech_quotes import Quote
from foedera.measure import overlap

_RULE = "speech_direct.bare_cues"
_GAP = re.compile(r"[\s,.:;!?—–-]{0,8}(?:(?:and|but|as|so|then)\s)?")
_BETWEEN = 90
_MIN_WORDS = 3
_INNER_FRAMES = frozenset(
    {"clause", "before", "parataxis", "as", "wh", "small", "quote", "around", "object", "p-about"}
)


class Desk:
    """The quotations of one report, and which draft has taken each."""

    def __init__(
        self, report: Report, sentences: Sequence[Sentence], quotes: Sequence[Quote]
    ) -> None:
        self.text = report.text
        self.report = report
        self.sentences = sentences
        self.quotes = quotes
        self.owner: dict[int, int] = {}


def join_quotes(
    report: Report,
    sentences: Sequence[Sentence],
    drafts: list[Draft],
    *,
    quotes: Sequence[Quote],
    lexicon: Lexicon,
) -> tuple[list[Draft], list[Quote]]:
    """Give each quotation to the cue that brings it in; and say which are left."""
    desk = Desk(report, sentences, quotes)
    drafts = [*drafts]
    _grow(desk, drafts)
    drafts += _bare(desk, drafts, lexicon)
    drafts.sort(key=lambda d: (d.at, -d.size))
    _claim(desk, drafts)
    left = _run_on(desk, drafts)
    return drafts, left


def _grow(desk: Desk, drafts: list[Draft]) -> None:
    """Where a content holds part of a quotation, let it hold the whole."""
    for n, draft in enumerate(drafts):
        if draft.pos in ("v", "p") or draft.frame == "clause":
            drafts[n] = replace(draft, content=_grown(desk, draft))


def _grown(desk: Desk, draft: Draft) -> tuple[Span, ...]:
    out = list(draft.content)
    for quote in desk.quotes:
        if quote.span.end <= out[0].start or quote.span.start >= out[-1].end + 2:
            continue
        if covers(quote.span, draft.at) or not any(_touches(quote.span, s) for s in out):
            continue
        out.append(quote.span)
    return merged(out)


def _touches(quote: Span, content: Span) -> bool:
    """Say whether a good part of the quotation's words, or of the content, is shared."""
    shared = overlap(quote, content)
    return shared > 0 and 2 * shared >= min(content.end - content.start, quote.end - quote.start)


def _bare(desk: Desk, drafts: Sequence[Draft], lexicon: Lexicon) -> Iterator[Draft]:
    """Yield drafts for verbs of speech that stand beside a quotation the parser did not join."""
    taken = {(d.place, d.head) for d in drafts if _holds_quote(desk, d)}
    for place, s in enumerate(desk.sentences):
        near = [
            q for q in desk.quotes if q.span.start < s.span.end + 2 and q.span.end > s.span.start
        ]
        if not near or not s.heads:
            continue
        for at, lemma in enumerate(s.lemmas):
            verb = s.tags[at].startswith("V") and lemma in lexicon.quoting
            if verb and (place, at) not in taken:
                found = _beside(desk, s, at, near)
                if found is not None:
                    yield replace(found, place=place)


def _holds_quote(desk: Desk, draft: Draft) -> bool:
    return any(overlap(q.span, c) > 2 for q in desk.quotes for c in draft.content)


def _beside(desk: Desk, s: Sentence, at: int, near: Sequence[Quote]) -> Draft | None:
    """Read `"...", X said` and `X said: "..."` from the words between."""
    if any(covers(q.span, s.starts[at]) for q in near):
        return None
    speaker = subject_of(s, at)
    source = () if speaker is None else phrase_of(s, speaker, at)
    first = min([at, *source])
    last = max([at, *source])
    for q in near:
        before = _adjacent(desk.text, q.span.end, s.starts[first])
        after = _follows(desk.text, s, last, q.span.start)
        if before or after:
            return Draft(0, at, "v", s.lemmas[at], "quote", speaker, spans_of(s, (at,)),
                         spans_of(s, source), (q.span,), _RULE)  # fmt: skip
    return None


def _adjacent(text: str, left: int, right: int) -> bool:
    return 0 <= right - left <= 12 and _GAP.fullmatch(text, left, right) is not None


def _follows(text: str, s: Sentence, last: int, start: int) -> bool:
    """Say whether a quotation opens behind the cue with no other verb between, after , or :."""
    if not 0 < start - s.ends[last] <= _BETWEEN:
        return False
    between = [t for t in range(last + 1, len(s.words)) if s.starts[t] < start]
    if any(s.tags[t] in ("VBD", "VBZ", "VBP") for t in between):
        return False
    return not between or text[s.ends[last] : start].rstrip()[-1:] in ":,"


def _claim(desk: Desk, drafts: Sequence[Draft]) -> None:
    """Note which draft holds which quotation; the widest content wins."""
    for n, draft in enumerate(drafts):
        for m, quote in enumerate(desk.quotes):
            if any(
                2 * overlap(quote.span, c) > quote.span.end - quote.span.start
                for c in draft.content
            ):
                old = desk.owner.get(m)
                if old is None or drafts[old].size < draft.size:
                    desk.owner[m] = n


def _run_on(desk: Desk, drafts: list[Draft]) -> list[Quote]:
    """Give quotations without a cue of their own to the speaker who has the floor."""
    left: list[Quote] = []
    for m, quote in enumerate(desk.quotes):
        if m in desk.owner or not _is_speech(desk, quote, drafts):
            continue
        n = _floor(desk, drafts, m)
        if n is None:
            left.append(quote)
            continue
        desk.owner[m] = n
        drafts[n] = replace(drafts[n], content=merged([*drafts[n].content, quote.span]))
    return left


def _is_speech(desk: Desk, quote: Quote, drafts: Sequence[Draft]) -> bool:
    """Say whether the quotation stands as a sentence of its own, outside any content."""
    if any(overlap(quote.span, c) for d in drafts for c in d.content):
        return False
    if len(desk.text[quote.span.start : quote.span.end].split()) < _MIN_WORDS:
        return False
    before = desk.text[max(0, quote.span.start - 3) : quote.span.start].rstrip(" ")[-1:]
    return before in ("", "\n", ".", "!", "?", ":", "”", '"', "'", ",")


def _floor(desk: Desk, drafts: Sequence[Draft], m: int) -> int | None:
    """Return the draft whose speaker a quotation without a cue runs on from."""
    quote = desk.quotes[m]
    part = desk.report.parts[quote.part].span
    here = [n for n, d in enumerate(drafts) if part.start <= d.at < quote.span.start]
    here = [n for n in here if not any(covers(q.span, drafts[n].at) for q in desk.quotes)]
    if here:
        return _last_to_speak(desk, drafts, here, quote)
    return _from_paragraph_before(desk, drafts, m, part)


def _last_to_speak(
    desk: Desk, drafts: Sequence[Draft], here: Sequence[int], quote: Quote
) -> int | None:
    speaking = [n for n in here if drafts[n].frame in _INNER_FRAMES]
    if not speaking:
        return None
    last = speaking[-1]
    end = max(c.end for c in drafts[last].content)
    place = drafts[last].place
    near = desk.sentences[place].span.end
    return last if quote.span.start - max(end, near) < 12 else None


def _from_paragraph_before(desk: Desk, drafts: Sequence[Draft], m: int, part: Span) -> int | None:
    quote = desk.quotes[m]
    if desk.text[part.start : quote.span.start].strip():
        return None
    before = [k for k in range(m) if k in desk.owner and desk.quotes[k].part < quote.part]
    lead = desk.report.parts[quote.part - 1].span if quote.part else None
    if lead is None:
        return None
    tail = desk.text[lead.start : lead.end].rstrip()
    if before and desk.quotes[before[-1]].part == quote.part - 1:
        last = desk.quotes[before[-1]]
        runs_on = not last.closed or last.span.end >= lead.start + len(tail) - 1
        if runs_on:
            return desk.owner[before[-1]]
    if tail.endswith(":"):
        return max((n for n, d in enumerate(drafts) if lead.start <= d.at < lead.end), default=None)
    return None


def covers(span: Span, offset: int) -> bool:
    """Say whether the offset lies in the span."""
    return span.start <= offset < span.end


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join spans that overlap or touch, in text order."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end + 1:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
