"""Joins quotations to cues: split quotations, and those that run on after the cue's sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from foedera.data import Report, Sentence, Span
from foedera.extract.speech_cues import Lexicon
from foedera.extract.speech_drafts import Draft
from foedera.extract.speech_phrases import kid, phrase_of, spans_of, subject_of
from foedera.extract.speech_quotes import Quote, Quotes
from foedera.extract.speech_runon import SPEAKING, covers, merged, run_on
from foedera.measure import overlap

_RULE = "speech_direct.bare_cues"
_SMALL, _LONGEST_TITLE = 3, 7
_GAP = re.compile(r"[\s,.:;!?—–-]{0,8}(?:(?:and|but|as|so|then)\s)?")
_BETWEEN = 90
_CLAUSE = 4  # words before a quotation that make it part of a clause
_SETTING = 25
_NEXT_LINE = 6  # characters between "he said:" and what stands in the paragraph below
_POINTING = frozenset({"here 's", "here is", "here are", "here was"})
"""What opens a sentence that tells of nobody: "Here's more:"."""
_TENSED = frozenset({"VBD", "VBZ", "VBP"})


class Desk:
    """The quotations of one report, and which draft has taken each."""

    def __init__(self, report: Report, sentences: Sequence[Sentence], quotes: Quotes) -> None:
        self.text = report.text
        self.report = report
        self.sentences = sentences
        self.quotes = quotes

    def over(self, span: Span, slack: int = 0) -> list[Quote]:
        """List the quotations that share characters with a span, or stand within `slack`."""
        return [self.quotes.all[n] for n in self.quotes.over(span, slack)]


def join_quotes(
    report: Report,
    sentences: Sequence[Sentence],
    drafts: list[Draft],
    *,
    quotes: Quotes,
    lexicon: Lexicon,
) -> tuple[list[Draft], list[Quote]]:
    """Give each quotation to the cue that brings it in; and say which are left."""
    if not quotes.all:
        return drafts, []
    desk = Desk(report, sentences, quotes)
    drafts = [*drafts]
    _grow(desk, drafts)
    bare = list(_bare(desk, drafts, lexicon))
    heads = {(d.place, d.head) for d in bare}
    drafts = [d for d in drafts if (d.place, d.head) not in heads] + bare
    drafts.sort(key=lambda d: (d.at, -d.size))
    return run_on(report, sentences, drafts, quotes=quotes)


def _grow(desk: Desk, drafts: list[Draft]) -> None:
    """Where a content holds part of a quotation, let it hold the whole."""
    for n, draft in enumerate(drafts):
        around = desk.quotes.at(draft.at)
        if around is not None:
            drafts[n] = draft._replace(content=_clipped(draft.content, around.span))
        elif draft.pos in ("v", "p") or draft.frame == "clause":
            drafts[n] = _inverted(desk, draft._replace(content=_grown(desk, draft)))


def _inverted(desk: Desk, draft: Draft) -> Draft:
    """Read `"...," said X` where the parser took X for a part of what is said."""
    if draft.source or len(draft.content) < 2 or draft.frame not in SPEAKING:
        return draft
    said, rest = draft.content[0], draft.content[1]
    behind = said.end <= draft.at < rest.start and rest.start - draft.cue[-1].end <= 2
    if not behind or desk.quotes.shared([said]) < 3 or desk.quotes.over(rest):
        return draft
    return draft._replace(source=(rest,), content=(said, *draft.content[2:]))


def _clipped(content: tuple[Span, ...], quote: Span) -> tuple[Span, ...]:
    """Keep what is said within a quotation from reaching over its end."""
    kept = [Span(max(c.start, quote.start), min(c.end, quote.end)) for c in content]
    return tuple(c for c in kept if c.start < c.end) or content


def _grown(desk: Desk, draft: Draft) -> tuple[Span, ...]:
    said = draft.content
    reach = Span(said[0].start, said[-1].end)
    found = [q.span for q in desk.over(reach)]
    if not found:
        return said
    found = [q for q in found if any(_touches(q, c) for c in said)]
    said = _without_setting(desk, said, draft)
    alone = next((q for q in found if _stands_alone(desk.text, q, draft)), None)
    if alone is None or draft.frame == "around":
        return merged([*said, *found])
    return merged([alone, *(q for q in found if _is_set_off(desk.text, q))])


def _is_set_off(text: str, quote: Span) -> bool:
    """Tell `, "..."` from a name in quotation marks within a phrase."""
    return text[max(0, quote.start - 4) : quote.start].rstrip()[-1:] in (
        ",",
        ".",
        ":",
        ";",
        "?",
        "!",
    )


def _without_setting(desk: Desk, said: tuple[Span, ...], draft: Draft) -> tuple[Span, ...]:
    """Drop "In Lima," before `he said, "..."`: a short setting is no part of what is said."""
    first = said[0]
    short = first.end - first.start < _SETTING and first.end <= draft.at
    if len(said) > 1 and short and not desk.quotes.over(first) and desk.quotes.over(said[1]):
        return said[1:]
    return said


def _stands_alone(text: str, quote: Span, draft: Draft) -> bool:
    """Say whether the quotation is all that is said: `"...," when asked`, `: "..." she said`."""
    first = draft.content[0]
    if abs(first.start - quote.start) <= 1 and quote.end < draft.content[-1].end:
        return text[quote.start : quote.end].rstrip("\"'”’")[-1:] == ","
    led_in = text[first.start : quote.start].rstrip()[-1:] == ":"
    return draft.frame == "before" and led_in


def _touches(quote: Span, content: Span) -> bool:
    """Say whether a good part of the quotation's words, or of the content, is shared."""
    shared = overlap(quote, content)
    return shared > 0 and 2 * shared >= min(content.end - content.start, quote.end - quote.start)


def _bare(desk: Desk, drafts: Sequence[Draft], lexicon: Lexicon) -> Iterator[Draft]:
    """Yield drafts for verbs of speech that stand beside a quotation the parser did not join."""
    taken = {(d.place, d.head) for d in drafts if _holds_quote(desk, d)}
    told = {(d.place, d.head) for d in drafts if d.content}
    held = _held(desk, drafts)
    for place, s in enumerate(desk.sentences):
        near = [q for q in desk.over(s.span, slack=2) if q.span not in held]
        below = [q for q in _below(desk, s) if q.span not in held and q not in near]
        points = " ".join(s.words[:2]).lower().replace("’", "'") in _POINTING
        if not (near or below) or not s.heads or points:
            continue
        for at, lemma in enumerate(s.lemmas):
            if s.tags[at].startswith("V") and (place, at) not in taken:
                quoting = lemma in lexicon.quoting
                beside = [*near, *below] if quoting else near
                if (place, at) in told:
                    beside = [q for q in beside if not _is_title(desk.text, q.span)]
                found = _beside(desk, s, at, beside, quoting) if beside else None
                if found is not None:
                    yield found._replace(place=place)


def _is_title(text: str, quote: Span) -> bool:
    """Say whether marks hold a name of some words: 'told "Face the Nation" that they left'."""
    words = text[quote.start : quote.end].strip("\"“”'‘’`").split()
    capital = all(w[:1].isupper() or len(w) <= _SMALL for w in words)
    plain = all(w.replace("&", "").replace("'", "").isalnum() or w == "&" for w in words)
    return 1 < len(words) <= _LONGEST_TITLE and capital and plain and words[-1][:1].isupper()


def _below(desk: Desk, s: Sentence) -> list[Quote]:
    """List what opens the paragraph below a sentence that ends in a colon."""
    if desk.text[s.span.start : s.span.end].rstrip()[-1:] != ":":
        return []
    end = s.span.end
    return [q for q in desk.over(Span(end, end), slack=_NEXT_LINE) if q.span.start >= end]


def _held(desk: Desk, drafts: Sequence[Draft]) -> set[Span]:
    """List the quotations that a cue outside them holds already."""
    return {
        q.span
        for d in drafts
        for c in d.content
        for q in desk.over(c)
        if 2 * overlap(q.span, c) > q.span.end - q.span.start and not covers(q.span, d.at)
    }


def _holds_quote(desk: Desk, draft: Draft) -> bool:
    return any(overlap(q.span, c) > 2 for c in draft.content for q in desk.over(c))


def _beside(desk: Desk, s: Sentence, at: int, near: Sequence[Quote], quoting: bool) -> Draft | None:
    """Read `"...," X said` and `X said: "..."` from the words between.

    Behind a quotation that ends in a comma, and before a colon, any verb will do.
    """
    if desk.quotes.at(s.starts[at]) is not None:
        return None
    speaker = subject_of(s, at)
    if speaker is None and s.starts[at] - near[0].span.end <= 2:
        speaker = kid(s, at, "dobj", "attr")  # "...," laughed the old man
    source = () if speaker is None else phrase_of(s, speaker, at)
    source = tuple(t for t in source if desk.quotes.at(s.starts[t]) is None)
    far = bool(source) and any(s.tags[t] in _TENSED for t in range(source[-1] + 1, at))
    first, last = min([at, *source]), max([at, *source])
    for q in near:
        loose = quoting or (bool(source) and _open_ended(desk.text, q))
        before = (
            loose
            and not far
            and not _is_finished(desk.text, q)
            and _adjacent(desk.text, q.span.end, s.starts[first])
        )
        if before or _follows(desk.text, s, last, q.span.start, quoting=quoting):
            said = _whole(desk, s, q) if before else q.span
            return Draft(0, at, "v", s.lemmas[at], "quote", speaker, spans_of(s, (at,)),
                         spans_of(s, source), (said,), _RULE)  # fmt: skip
    return None


def _whole(desk: Desk, s: Sentence, quote: Quote) -> Span:
    """Return the quotation with the clause that it is part of: `They killed "many," said X`."""
    start = quote.span.start
    before = desk.text[s.span.start : start]
    if not before.rstrip()[-1:].isalnum() or not before[-1:].isspace():
        return quote.span
    if len(before.split()) < _CLAUSE or len(desk.over(Span(s.span.start, start))):
        return quote.span
    return Span(s.span.start, quote.span.end)


def _is_finished(text: str, quote: Quote) -> bool:
    """Say whether a full stop ends the quotation: what follows is a sentence of its own."""
    return quote.closed and text[quote.span.start : quote.span.end - 1].rstrip()[-1:] == "."


def _open_ended(text: str, quote: Quote) -> bool:
    """Say whether the quotation is a clause that breaks off: set off before, a comma at its end."""
    before = text[max(0, quote.span.start - 4) : quote.span.start].rstrip()[-1:]
    if before.isalnum():
        return False
    return text[quote.span.start : quote.span.end].rstrip("\"'”’")[-1:] == ","


def _adjacent(text: str, left: int, right: int) -> bool:
    return 0 <= right - left <= 12 and _GAP.fullmatch(text, left, right) is not None


def _follows(text: str, s: Sentence, last: int, start: int, *, quoting: bool) -> bool:
    """Say whether a quotation opens behind the cue with no other verb between, after , or :."""
    if not 0 < start - s.ends[last] <= _BETWEEN:
        return False
    between = [t for t in range(last + 1, len(s.words)) if s.starts[t] < start]
    if any(s.tags[t] in ("VBD", "VBZ", "VBP") for t in between):
        return False
    ends = text[s.ends[last] : start].rstrip()[-1:]
    return ends == ":" or (quoting and (not between or ends == ","))
