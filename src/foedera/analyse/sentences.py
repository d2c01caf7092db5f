"""Cuts a part into sentences, without a model."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from foedera.data import Span
from foedera.lexicons import load_words

_END = re.compile(r"""[.!?]['"”’)\]]{0,3}(?=\s)|[.!?]["”](?=[A-Z“"])|…(?=\s)""")
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘—-]{1,40}$")
_NEXT = re.compile(r"""\s{1,200}["'“‘(\[]{0,3}(\S)""")
_INITIALS = re.compile(r"(?:[A-Za-z]\.){1,6}$")
_MAX_CHARS = 1500


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    words = load_words("abbreviations")
    return frozenset(words["before_name"]), frozenset(words["may_end"])


def split_sentences(text: str, span: Span) -> list[Span]:
    """Cut `span` of `text` into sentences, white space trimmed.

    A full stop after an abbreviation that stands before a name ("Gen.", "Sen.") never ends a
    sentence; after one that may end one ("Jan.", "U.S.") it does if an upper-case word that
    is no name-like continuation follows. A run past 1,500 characters is cut at white space so
    that no parser meets it whole.

    >>> t = "Gen. Smith left. He went to the U.S. on Jan. 5."
    >>> [t[s.start:s.end] for s in split_sentences(t, Span(0, len(t)))]
    ['Gen. Smith left.', 'He went to the U.S. on Jan. 5.']
    """
    cuts = [span.start]
    for found in _END.finditer(text, span.start, span.end):
        if _ends_sentence(text, found, span):
            cuts.append(found.end())
    cuts.append(span.end)
    pieces = (_trim(text, a, b) for a, b in pairwise(cuts))
    return [bit for piece in pieces if piece for bit in _bounded(text, piece)]


def _ends_sentence(text: str, found: re.Match[str], span: Span) -> bool:
    """Decide whether the stop at `found` closes a sentence."""
    follows = _NEXT.match(text, found.end(), span.end)
    if follows is None:
        return not text[found.end() : span.end].strip() or not text[found.end()].isspace()
    nxt = follows.group(1)
    if nxt.islower():
        return False
    if text[found.start()] != ".":
        return True
    last = _LAST_WORD.search(text, max(span.start, found.start() - 40), found.start())
    word = last.group(0) if last else ""
    return _word_may_end(word, text, follows)


def _word_may_end(word: str, text: str, follows: re.Match[str]) -> bool:
    before_name, may_end = _abbreviations()
    low = word.lower()
    if low in before_name:
        return False
    if len(word) == 1 and word.isupper():
        return word == "I"
    if _INITIALS.match(word + ".") or low in may_end:
        return _starts_afresh(text, follows)
    return True


_AFRESH = re.compile(
    r"(?:The|A|An|He|She|It|They|We|I|But|And|In|On|At|This|That|These|Those|His|Her|Its|Their|"
    r"Our|If|As|For|While|When|After|Before|Some|Many|Since|So|There|What|Who|However|Meanwhile|"
    r"With|No|Not|Both|Neither|Officials|By|To|You|My|Under|Last|According|Also|Although)\b"
)


def _starts_afresh(text: str, follows: re.Match[str]) -> bool:
    """Say whether what follows an abbreviation is a word that opens sentences."""
    at = follows.end() - 1
    return text[at - 1] in "“\"‘'" or bool(_AFRESH.match(text, at))


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None


def _bounded(text: str, span: Span) -> list[Span]:
    """Cut an overlong run (a table, a list without stops) at white space."""
    out: list[Span] = []
    start = span.start
    while span.end - start > _MAX_CHARS:
        at = text.rfind(" ", start + 1, start + _MAX_CHARS)
        at = at if at > start else start + _MAX_CHARS
        piece = _trim(text, start, at)
        out += [piece] if piece else []
        start = at
    last = _trim(text, start, span.end)
    return [*out, last] if last else out
