"""Warns where a verb's tense and its time expression disagree, so that the clock is in doubt."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from foedera.data import Mention, Report, ReportWarning, Sentence, Span, When
from foedera.tree import children, is_parsed, token_span

_BACK = re.compile(r"(?:days|weeks|months|quarters|years|decades):-\d|[^>.]*which:last")
_AHEAD = re.compile(r"(?:days|weeks|months|quarters|years):[1-9]|[^>.]*which:next")
_PRESENT = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})
_SMALL = frozenset({"in", "to", "at", "the", "with", "from", "on", "of", "and", "for", "near"})
_REACH = 10


def find_clock_warnings(
    report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> list[ReportWarning]:
    """Find verbs in the present or future told with a time that is past, and the reverse.

    "The envoy is visiting Oslo last month" may be a mended sentence or one copied from an
    older report: its times count from a day that is not the report's. A verb whose own noun
    stands between it and the time ("is studying the attack last month") is left alone, as
    the time may be the noun's.
    """
    starts = [s.span.start for s in sentences]
    out = []
    for mention in mentions:
        when = mention.value
        if not isinstance(when, When) or when.form is None:
            continue
        at = bisect_right(starts, mention.span.start) - 1
        if at < 0 or mention.span.end > sentences[at].span.end:
            continue
        verb = _at_odds(sentences[at], mention.span, when.form)
        if verb is not None:
            out.append(_warning(report, verb, mention.span))
    return out


def _at_odds(sentence: Sentence, span: Span, form: str) -> Span | None:
    """Return the verb that speaks against the time, with its auxiliary."""
    back, ahead = _BACK.match(form) is not None, _AHEAD.match(form) is not None
    if not back and not ahead:
        return None
    first = bisect_right(sentence.starts, span.start) - 1
    if is_parsed(sentence):
        return _parsed(sentence, first, span, back)
    return _present_before(sentence, first) if back else None


def _parsed(sentence: Sentence, first: int, span: Span, back: bool) -> Span | None:
    token = first
    while sentence.starts[sentence.heads[token]] >= span.start and (
        sentence.starts[sentence.heads[token]] < span.end and sentence.heads[token] != token
    ):
        token = sentence.heads[token]
    verb = sentence.heads[token]
    if sentence.deps[token] != "npadvmod" or _noun_between(sentence, verb, first):
        return None
    helpers = children(sentence, verb, "aux", "auxpass")
    words = {sentence.words[k].lower() for k in helpers}
    if back and sentence.tags[verb] == "VBG" and words and words <= _PRESENT:
        return token_span(sentence, verb, *helpers)
    if back and words == {"will"} and sentence.tags[verb] == "VB":
        return token_span(sentence, verb, *helpers)
    if not back and sentence.tags[verb] == "VBD" and not helpers and _is_plain(sentence, verb):
        return token_span(sentence, verb)
    return None


def _is_plain(sentence: Sentence, verb: int) -> bool:
    """Say whether a past verb has neither clause nor speech below it to own the time."""
    return not children(sentence, verb, "xcomp", "ccomp", "acomp", "attr", "prt")


def _noun_between(sentence: Sentence, verb: int, first: int) -> bool:
    """Say whether a common noun stands between verb and time, or the verb comes after."""
    between = sentence.tags[verb + 1 : first]
    return verb > first or any(tag in ("NN", "NNS", "PRP") for tag in between)


def _present_before(sentence: Sentence, first: int) -> Span | None:
    """Look back over names and small words for "is …ing"."""
    words = sentence.words
    for at in range(first - 1, max(0, first - _REACH), -1):
        if words[at].endswith("ing") and words[at].islower():
            helped = words[at - 1].lower() in _PRESENT
            return Span(sentence.starts[at - 1], sentence.ends[at]) if helped else None
        if not words[at][0].isupper() and words[at] not in _SMALL:
            return None
    return None


def _warning(report: Report, verb: Span, time: Span) -> ReportWarning:
    said = f"{report.text[verb.start : verb.end]} … {report.text[time.start : time.end]}"
    note = f"Tense and time disagree (“{said}”): the clock of this passage is in doubt."
    return ReportWarning(Span(min(verb.start, time.start), max(verb.end, time.end)), note)
