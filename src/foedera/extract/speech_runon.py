"""Gives quotations without a cue of their own to the speaker who has the floor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from foedera.data import Report, Sentence, Span
from foedera.extract.speech_drafts import Draft
from foedera.extract.speech_quotes import Quote, Quotes
from foedera.measure import overlap

SPEAKING = frozenset(
    {"clause", "before", "parataxis", "as", "wh", "small", "quote", "around", "object", "p-about"}
)
_BESIDE = frozenset({"relcl", "advcl", "acl", "pcomp", "xcomp"})
_MIN_WORDS = 3
_NEAR = 12
_NEXT = 3
_BEFORE_SPEECH = frozenset(("", *".!?:,…)”\"'"))


class Floor:
    """Who speaks where: the drafts in text order, and the quotations they hold."""

    def __init__(
        self, report: Report, sentences: Sequence[Sentence], drafts: list[Draft], quotes: Quotes
    ) -> None:
        self.report = report
        self.sentences = sentences
        self.drafts = drafts
        self.quotes = quotes
        self.starts = [d.at for d in drafts]
        self.owner = _owners(drafts, quotes)

    def between(self, start: int, end: int) -> range:
        """Number the drafts whose cue starts within the stretch."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


def run_on(
    report: Report, sentences: Sequence[Sentence], drafts: list[Draft], *, quotes: Quotes
) -> tuple[list[Draft], list[Quote]]:
    """Join each quotation that no cue holds to the last speaker; return those left over too.

    `drafts` stand in text order of their cues.
    """
    floor = Floor(report, sentences, drafts, quotes)
    left: list[Quote] = []
    for m, quote in enumerate(quotes.all):
        if m in floor.owner or not _is_speech(floor, quote):
            continue
        n = _speaker(floor, m)
        if n is None:
            left.append(quote)
            continue
        floor.owner[m] = n
        drafts[n] = drafts[n]._replace(content=merged([*drafts[n].content, quote.span]))
    return drafts, left


def _owners(drafts: Sequence[Draft], quotes: Quotes) -> dict[int, int]:
    """Say which draft holds which quotation; the widest content wins."""
    owner: dict[int, int] = {}
    for n, draft in enumerate(drafts):
        for m in {m for c in draft.content for m in quotes.over(c)}:
            quote = quotes.all[m].span
            shared = max(overlap(quote, c) for c in draft.content)
            if covers(quote, draft.at) or 2 * shared <= quote.end - quote.start:
                continue
            if m not in owner or drafts[owner[m]].size < draft.size:
                owner[m] = n
    return owner


def _is_speech(floor: Floor, quote: Quote) -> bool:
    """Say whether the quotation stands as a sentence of its own, outside any content."""
    text, span = floor.report.text, quote.span
    if len(text[span.start : span.end].split()) < _MIN_WORDS:
        return False
    if text[max(0, span.start - 6) : span.start].rstrip()[-1:] not in _BEFORE_SPEECH:
        return False
    part = floor.report.parts[quote.part].span
    return not any(
        overlap(span, c)
        for n in floor.between(part.start, part.end)
        if not covers(span, floor.drafts[n].at)
        for c in floor.drafts[n].content
    )


def _speaker(floor: Floor, m: int) -> int | None:
    """Return the draft whose speaker a quotation without a cue runs on from."""
    quote = floor.quotes.all[m]
    part = floor.report.parts[quote.part].span
    last = floor.quotes.all[m - 1].span if m and m - 1 in floor.owner else None
    if last is not None and 0 <= quote.span.start - last.end < _NEXT:
        return floor.owner[m - 1]  # a new paragraph of what is quoted
    here = floor.between(part.start, quote.span.start)
    said = [n for n in here if floor.quotes.at(floor.drafts[n].at) is None]
    if said:
        return _last_to_speak(floor, said, quote)
    return _from_paragraph_before(floor, m, part)


def _last_to_speak(floor: Floor, said: Sequence[int], quote: Quote) -> int | None:
    drafts = floor.drafts
    speaking = [n for n in said if drafts[n].pos != "n" and drafts[n].frame in SPEAKING]
    if not speaking:
        return None
    last = drafts[speaking[-1]]
    s, owners = floor.sentences[last.place], set(floor.owner.values())
    if last.head >= 0 and s.deps[last.head] in _BESIDE:
        # Who spoke the quotation before it, rather than whoever is told of beside it.
        main = [n for n in speaking if drafts[n].place == last.place and n in owners]
        speaking = main if main and drafts[main[-1]].source != last.source else speaking
    end = max(s.span.end, *(c.end for n in speaking[-1:] for c in drafts[n].content))
    return speaking[-1] if quote.span.start - end < _NEAR else None


def _from_paragraph_before(floor: Floor, m: int, part: Span) -> int | None:
    """Carry on from a quotation that ends the paragraph before, or from its colon."""
    quote, text = floor.quotes.all[m], floor.report.text
    if text[part.start : quote.span.start].strip() or not quote.part:
        return None
    lead = floor.report.parts[quote.part - 1].span
    owner = floor.owner.get(m - 1)
    if owner is not None and floor.quotes.all[m - 1].part == quote.part - 1:
        spoken = max(floor.quotes.all[m - 1].span.end, _sentence_end(floor, owner))
        if not text[spoken : lead.end].strip(" \t\xa0.\"'”’"):
            return owner
    if text[lead.start : lead.end].rstrip().endswith(":"):
        return _who_leads_in(floor, lead)
    return None


def _who_leads_in(floor: Floor, lead: Span) -> int | None:
    """Return whose words follow a paragraph that ends in a colon: the last outer speaker's."""
    near = floor.between(lead.start, lead.end)
    outer = [
        n for n in near
        if floor.drafts[n].source and floor.drafts[n].frame in SPEAKING
        and not any(covers(c, floor.drafts[n].at) for k in near for c in floor.drafts[k].content)
    ]  # fmt: skip
    return max(outer, default=max(near, default=None))


def _sentence_end(floor: Floor, n: int) -> int:
    return floor.sentences[floor.drafts[n].place].span.end


def covers(span: Span, offset: int) -> bool:
    """Say whether the offset lies in the span."""
    return span.start <= offset < span.end


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join spans that overlap or touch, in text order.

    >>> merged([Span(4, 9), Span(0, 5)])
    (Span(start=0, end=9),)
    """
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end + 1:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
