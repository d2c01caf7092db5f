"""Speakers set off by commas: "..., the mayor said, ..." and "..., the agency reports.".

The parser hangs such a clause anywhere; the words between the commas are surer. Whoever closes a
sentence stands above all who speak in it, and whoever is set into one tells both its halves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from foedera.data import Sentence, Span
from foedera.extract.speech_clauses import is_finite
from foedera.extract.speech_cues import Lexicon
from foedera.extract.speech_drafts import Draft, draft_of
from foedera.extract.speech_phrases import kid, spans_of, trim, word
from foedera.extract.speech_shapes import Shape
from foedera.tree import subtree

_RULE = "speech_set_off.set_apart"
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "JJ"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_MARKS = frozenset({'"', "''", "”", "’"})
_SPEAKING = frozenset({"nsubj", "dobj", "ROOT"})  # of names behind their verb, unlike of days
_BETWEEN = frozenset({"RB", "MD"})
_ENDS = frozenset({".", "''", '"'})
_CITING = frozenset({"citing", "quoting"})
_SHORTEST = 4  # words of a clause that somebody closes
_LONGEST = 12  # words that may follow the verb: the day, to whom, where
_IF = frozenset({"because", "if", "unless", "until"})
_WHEN = frozenset({"if", "unless", "until", "when", "while", "after", "before", "since", "because"})
_MEANWHILE = frozenset({"as", "after", "while", "when"})
_NEVER_SET_OFF = frozenset({"go", "begin", "put", "call", "describe", "urge", "demand"})


class Aside(NamedTuple):
    """The tokens of a speaker and his verb, set off by commas."""

    verb: int
    who: int
    first: int
    last: int


def set_apart(s: Sentence, place: int, drafts: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """Give the speakers that commas set off what they say, and cut them out of all else."""
    out = [*drafts]
    for aside in _asides(s, lexicon):
        closes = all(s.tags[t] in _ENDS for t in range(aside.last + 1, len(s.words)))
        if closes or _cites(s, aside.last):
            out = _closed(s, place, out, aside)
        elif _tells_meanwhile(s, aside):
            out = [_cut_behind(s, d, aside) if d.head == aside.verb else d for d in out]
        else:
            out = _broken(s, place, out, aside)
    return out


def _tells_meanwhile(s: Sentence, aside: Aside) -> bool:
    """Say whether what stands behind a speaker is told by the report: ", X said, as Y attacked".

    "As it had killed many" may be his reason.
    """
    opens = aside.last + 2
    if opens >= len(s.words) or word(s, opens) not in _MEANWHILE:
        return False
    verb = s.heads[opens]
    who = kid(s, verb, "nsubj", "nsubjpass") if s.deps[opens] == "mark" else None
    return who is not None and who > opens and s.tags[who] in ("NNP", "NNPS", "NN", "NNS")


def _cut_behind(s: Sentence, d: Draft, aside: Aside) -> Draft:
    """Let a draft hold nothing that stands behind its speaker."""
    last = s.starts[aside.last + 2]
    kept = [Span(c.start, min(c.end, last)) for c in d.content if c.start < last]
    content = tuple(c for c in kept if c.start < c.end)
    return d._replace(content=content) if content else d


def _asides(s: Sentence, lexicon: Lexicon) -> Iterator[Aside]:
    for at, lemma in enumerate(s.lemmas):
        known = lemma in lexicon.quoting and lemma not in _NEVER_SET_OFF
        if known and s.tags[at] in _TENSED and s.deps[at] not in ("compound", "amod"):
            found = _behind_name(s, at) or _before_name(s, at)
            if found is not None and _is_alone(s, found):
                yield found


def _behind_name(s: Sentence, at: int) -> Aside | None:
    """Read ", the mayor said": the longest phrase of a name that ends right before the verb."""
    end = at - 1
    while end > 0 and s.tags[end] in _BETWEEN:
        end -= 1
    if end <= 0 or s.tags[end] not in _NAMES:
        return None
    for who in (end, *_above(s, end)):
        named = [t for t in subtree(s, who) if t < at]
        first = min(named)
        whole = named == list(range(first, end + 1)) and s.tags[who] in _NAMES
        if whole and _opens(s, first):
            return Aside(at, who, first, _reach(s, at))
    return None


def _before_name(s: Sentence, at: int) -> Aside | None:
    """Read ", said the mayor": the phrase of a name that opens right behind the verb."""
    last = _reach(s, at)
    if s.lemmas[at] == "tell" or not _opens(s, at):
        return None  # "its editor, Lund, told Reuters"
    for who in range(at + 1, last + 1):
        named = [t for t in subtree(s, who) if at < t <= last]
        whole = bool(named) and named == list(range(at + 1, named[-1] + 1))
        if whole and s.tags[who] in _NAMES and s.deps[who] in _SPEAKING:
            return Aside(at, who, at, last)
    return None


def _above(s: Sentence, token: int) -> Iterator[int]:
    while s.heads[token] != token and s.deps[token] not in ("nsubj", "appos", "ROOT"):
        token = s.heads[token]
        yield token


def _opens(s: Sentence, first: int) -> bool:
    """Say whether a comma stands before a token, or a comma and a closing quotation mark."""
    before = first - 1
    if before > 0 and s.words[before] in _MARKS:
        before -= 1
    return before > 0 and s.words[before] == "," and s.tags[first] not in _RELATIVE


def _reach(s: Sentence, at: int) -> int:
    """Return the last token before the next comma or the end of the sentence."""
    end = at + 1
    while end < len(s.words) and s.words[end] != "," and s.tags[end] not in _ENDS:
        end += 1
    return end - 1


def _is_alone(s: Sentence, aside: Aside) -> bool:
    """Say whether nothing but the speaker, the verb and a time or place stands in between."""
    after = range(max(aside.verb, aside.who) + 1, aside.last + 1)
    if len(after) > _LONGEST or any(s.tags[t] in (":", "``", "-LRB-", "CC") for t in after):
        return False
    if any(s.tags[t][0] == "V" or s.tags[t] in ("MD", "WDT", "WP", "TO", "WRB") for t in after):
        return False
    if any(word(s, t) in ("that", "whether", "if", "as", "according") for t in after):
        return False
    objects = [k for k in s.children[aside.verb] if s.deps[k] == "dobj" and k != aside.who]
    return s.lemmas[aside.verb] == "tell" or not any(k in after for k in objects)


def _cites(s: Sentence, last: int) -> bool:
    """Say whether only whom the speaker quotes stands behind: "Reuters said, citing Y"."""
    return word(s, min(last + 2, len(s.words) - 1)) in _CITING


def _said_before(s: Sentence, aside: Aside) -> tuple[int, ...]:
    """List what stands before a speaker, back to a full stop that parts no sentences ("it.Yet")."""
    stops = [t + 1 for t in range(aside.first - 1) if s.words[t] in (".", "!", "?")]
    quoted = s.words[aside.first - 1] in _MARKS
    return trim(s, range(0 if quoted else max(stops, default=0), aside.first - 1))


def _told_before(s: Sentence, aside: Aside) -> tuple[int, ...]:
    """List what stands before a speaker if it holds a whole clause."""
    before = _said_before(s, aside)
    return before if len(before) >= _SHORTEST and _has_clause(s, before) else ()


def _has_clause(s: Sentence, tokens: Sequence[int]) -> bool:
    """Say whether a subject and its verb, with a tense of its own, stand among some tokens."""
    return any(
        is_finite(s, t) and kid(s, t, "nsubj", "nsubjpass", "expl") in range(t) for t in tokens
    )


def _closed(s: Sentence, place: int, drafts: Sequence[Draft], aside: Aside) -> list[Draft]:
    """Set whoever closes a sentence above those who speak in it."""
    told = _told_before(s, aside)
    spoken = [d for d in drafts if d.head in told and _swallows(s, d, aside)]
    own = next((d for d in drafts if d.head == aside.verb), None)
    quoted = s.words[aside.first - 1] in _MARKS  # which the quotation's own rules join
    inner = not quoted and any(d.head in told and d.pos == "v" for d in drafts)
    unread = own is None and not quoted
    if not told or not (spoken or inner or unread):
        return [*drafts]
    out = [_cut(s, d, aside) if d in spoken else d for d in drafts if d is not own]
    return [*out, _said(s, place, aside, told)]


def _broken(s: Sentence, place: int, drafts: Sequence[Draft], aside: Aside) -> list[Draft]:
    """Let whoever is set into a sentence tell both its halves, where they are surely one."""
    rest = trim(s, range(aside.last + 2, len(s.words)))
    before = _said_before(s, aside)
    if not before or not rest or not _goes_on(s, aside, before, rest):
        return [*drafts]
    own = next((d for d in drafts if d.head == aside.verb), None)
    out = [_cut(s, d, aside) if _swallows(s, d, aside) else d for d in drafts if d is not own]
    if not any(is_finite(s, t) for t in before):
        out = [_by_whom(s, d, aside, before, rest) for d in out]
    return [*out, _said(s, place, aside, (*before, *rest))]


def _by_whom(
    s: Sentence, d: Draft, aside: Aside, before: Sequence[int], rest: Sequence[int]
) -> Draft:
    """Give a verb behind a speaker set off the subject before him: "Lund, X says, told us"."""
    first = next((t for t in rest if s.tags[t] in _TENSED), None)
    who = next((t for t in before if s.heads[t] not in before and s.tags[t] in _NAMES), None)
    lost = d.speaker is None or aside.first <= d.speaker <= aside.last
    if d.head != first or who is None or not lost:
        return d
    return d._replace(speaker=who, source=spans_of(s, before))


def _goes_on(s: Sentence, aside: Aside, before: Sequence[int], rest: Sequence[int]) -> bool:
    """Say whether the words behind a speaker go on with the clause before him.

    "It was wrong, X said, for them to go": "for them to", "that", "to go", and a verb whose
    subject stands before X.
    """
    first, tags = rest[0], [s.tags[t] for t in rest[:2]]
    tensed = _has_clause(s, before)
    if tags[0] in (*_TENSED, "MD"):
        return not any(s.tags[t] in (*_TENSED, "MD") for t in before)
    if not tensed or s.deps[before[0]] == "mark" or word(s, before[0]) in _WHEN:
        return _is_setting(s, before) and _is_told_whole(s, rest)
    low = word(s, first)
    if low == "for":
        return any(s.tags[t] == "TO" for t in rest[1:8])
    if low == "but":
        return tags[1:] == ["TO"]
    if low == "to":
        return tags[1:] == ["VB"]
    alone = aside.last == aside.verb  # "she said of the fight, in which" describes the fight
    which = alone and len(rest) > 1 and word(s, rest[1]) == "which" and tags[0] == "IN"
    return low == "that" or low in _IF or which


def _is_setting(s: Sentence, before: Sequence[int]) -> bool:
    """Say whether the words before a speaker only say where, when or on what condition."""
    if any(s.tags[t] == "''" for t in before[-1:]):
        return False
    return s.tags[before[0]] in ("IN", "RB", "WRB", "TO") and s.words[before[0]][0].isupper()


def _is_told_whole(s: Sentence, rest: Sequence[int]) -> bool:
    """Say whether a clause of its own opens right behind a speaker."""
    opens = s.tags[rest[0]] not in (*_RELATIVE, "``", "CC", "IN", "RB", "WRB", "VBG", "VBN", "TO")
    return opens and any(
        min(subtree(s, who)) == rest[0]
        for t in rest
        for who in s.children[t]
        if is_finite(s, t) and s.deps[who] in ("nsubj", "nsubjpass", "expl")
    )


def _swallows(s: Sentence, d: Draft, aside: Aside) -> bool:
    """Say whether the words of a draft hold those of the speaker set off."""
    start = s.starts[aside.verb]
    return d.head != aside.verb and any(c.start <= start < c.end for c in d.content)


def _cut(s: Sentence, d: Draft, aside: Aside) -> Draft:
    """Take a speaker set off, and for one who closes all behind him, out of what a draft holds."""
    kept = []
    before, after = s.ends[aside.first - 2], s.starts[min(aside.last + 2, len(s.words) - 1)]
    for c in d.content:
        kept += [Span(c.start, min(c.end, before)), Span(max(c.start, after), c.end)]
    content = tuple(c for c in kept if c.start < c.end)
    return d._replace(content=content) if content else d


def _said(s: Sentence, place: int, aside: Aside, content: Sequence[int]) -> Draft:
    cue = (aside.verb,)
    named = [t for t in subtree(s, aside.who) if aside.first <= t <= aside.last and t not in cue]
    shape = Shape("around", aside.verb, cue, aside.who, trim(s, named), tuple(content))
    return draft_of(s, place, shape, rule=_RULE, pos="v")
