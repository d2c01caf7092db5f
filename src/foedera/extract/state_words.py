"""A sentence as one line of signs: states, days and agreements stand as one character each.

Reports tell what states do upon agreements in so many ways that no tree is sure of them. Where
"Britain, whose instrument was lodged on May 4" reads "@, whose instrument was lodged on %", an
expression finds it however long the sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from foedera.data import Actor, Days, Mention, Sentence, Span, Title, When
from foedera.extract.claim_days import begun
from foedera.extract.title_found import nouns
from foedera.extract.title_parties import may_be_party
from foedera.gazetteer.tables import cells, rows
from foedera.lexicons import load_words

STATE, DAY, PACT = "@", "%", "&"
_SIGNS = str.maketrans("@%&\n", "    ")
_LINK = re.compile(r",? ?(?:(?:and|or|as well as|along with|together with|plus) )?(?:the |both )?")
_NAMES_OF = re.compile(
    r"(?:,|,? and) (?:(?:[A-Z]|[a-z]+ )[\w'’-]*\.? ){1,4}of (?:the )?"
    r"|['’]s?(?: [a-z]+){0,3}(?: [A-Z][\w'’.-]*){1,3}(?:,|,? and) "
)
_OF_STATE = re.compile(r" of (?:the )?")
_HELD = re.compile(
    r" (?:\w+ )?(?:instrument|document|papers|ratif|accession|notice|notif|signature|withdrawal)"
)
_OF_CONSENT = re.compile(r" of (?:ratif|access|accept|appro)")
_SENT = re.compile(
    r" (?:delegat|envoy|ambassador|government|mission|counterpart|negotiator|president|premier"
    r"|(?:prime|foreign|trade|defen[cs]e) minister)"
)
_OFFICER = re.compile(r"\b(?:ambassador|envoy|minister|representative|delegate|mission)\b", re.I)
_OPENING = re.compile(
    r"(?:^|[.,;:!?–—\"“]|\b(?:that|which|and|but|as|because|when|while|since|after|where|said|what))\s*$",
    re.I,
)
_OWNERS = frozenset({"its", "their", "his", "her"})
_OWN = re.compile(r"\b(?:his|her|its|their|the) (?:own )?(?:country|government|nation)\b", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in signs, in lower case; `at` holds for each character where the report has it.

    `states` and `days` and `pacts` hold what stands behind the sign at a place.
    """

    words: str
    at: tuple[int, ...]
    states: Mapping[int, tuple[Actor, ...]]
    days: Mapping[int, When]
    pacts: Mapping[int, Title]

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the report that a stretch of the line stands for."""
        return Span(self.at[start], self.at[end] if end < len(self.at) else self.at[-1])


def read_line(
    text: str,
    s: Sentence,
    mentions: Sequence[Mention],
    last: tuple[Actor, ...],
    published: Days,
) -> Line:
    """Write a sentence in signs; `last` are the states that "the country" may stand for."""
    found: list[tuple[Span, str, object]] = []
    titles = [m for m in mentions if isinstance(m.value, Title)]
    found += [(m.span, PACT, m.value) for m in titles if not _OF_CONSENT.match(text, m.span.end)]
    whens = [m.value for m in mentions if isinstance(m.value, When)]
    found += [(w.span, DAY, day) for w in whens if _is_day(day := begun(w, published))]
    found += [(span, STATE, actors) for span, actors in _groups(text, s, mentions, last)]
    order = {DAY: 0, PACT: 1, STATE: 2}
    found.sort(key=lambda one: (one[0].start, order[one[1]], -one[0].end))
    words, place = "", s.span.start
    at: list[int] = []
    states: dict[int, tuple[Actor, ...]] = {}
    days: dict[int, When] = {}
    pacts: dict[int, Title] = {}
    for span, sign, value in found:
        if span.start < place or span.end > s.span.end:
            continue
        words += text[place : span.start].translate(_SIGNS).lower()
        at += range(place, span.start)
        if isinstance(value, When):
            days[len(words)] = value
        elif isinstance(value, Title):
            pacts[len(words)] = value
        elif isinstance(value, tuple):
            states[len(words)] = value
        words, place = words + sign, span.end
        at.append(span.start)
    words += text[place : s.span.end].translate(_SIGNS).lower()
    at += [*range(place, s.span.end), s.span.end]
    return Line(words, tuple(at), states, days, pacts)


def _is_day(value: object) -> bool:
    return isinstance(value, When) and value.latest is not None


def _groups(
    text: str, s: Sentence, mentions: Sequence[Mention], last: tuple[Actor, ...]
) -> Iterator[tuple[Span, tuple[Actor, ...]]]:
    """Yield the states told in a row: "Peru, Chile and Fiji" is one sign."""
    here = sorted(
        [*_acting(text, mentions), *_adjectives(text, s)],
        key=lambda one: (one[0].start, -one[0].end),
    )
    here += _stand_ins(text, s, mentions, here, last)
    here.sort(key=lambda one: (one[0].start, -one[0].end))
    row: list[Actor] = []
    first = end = -1
    for span, actor in here:
        if row and span.end <= end:
            row += [actor] if span.start >= first and span.end == end else []
            continue
        between = text[end : span.start] if row else ""
        if row and (_LINK.fullmatch(between) or _goes_on(between, row[-1], actor)):
            row.append(actor)
            end = span.end
            continue
        if row:
            yield Span(first, end), tuple(row)
        row, first, end = [actor], span.start, span.end
    if row:
        yield Span(first, end), tuple(row)


def _goes_on(between: str, last: Actor, actor: Actor) -> bool:
    """Say whether states told with who acts for them stand in a row.

    "Ana Ruiz of Peru and Ivan Dahl of Norway", "Peru's Ana Ruiz and Norway's Ivan Dahl".
    """
    if _OF_STATE.fullmatch(between):
        return last.kind in ("person", "office") and actor.kind == "state"
    return last.kind == "state" and _NAMES_OF.fullmatch(between) is not None


def _acting(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Span, Actor]]:
    """Yield who may act for a state abroad: itself, its heads and ministries, no lawmakers."""
    names = load_words("agreement_names")
    offices = set(load_words("state_acts")["offices"])
    for mention in mentions:
        actor = mention.value
        if isinstance(actor, Actor) and actor.name.lower() in nouns("treaty_making_bodies"):
            yield mention.span, replace(actor, kind="organisation")
            continue
        if not isinstance(actor, Actor) or not may_be_party(actor):
            continue
        words = set(f"{actor.name} {actor.office or ''}".lower().split())
        if words & set(names["lawmakers"]) or words & set(names["firms"]):
            continue
        body = actor.kind == "organisation" and actor.country is not None
        if actor.kind in ("force", "group", "outlet") or (body and not words & offices):
            continue
        if not _opens_clause(text, mention.span):
            continue
        owner = text[mention.span.start : mention.span.end].lower() in _OWNERS
        if owner and not _HELD.match(text, mention.span.end):
            continue
        yield mention.span, actor


def _opens_clause(text: str, span: Span) -> bool:
    """Say whether a pronoun may be who acts: it opens a clause, and is not what is done to."""
    if text[span.start : span.end].lower() not in ("it", "they", "them"):
        return True
    return _OPENING.search(text, max(0, span.start - 14), span.start) is not None


def _adjectives(text: str, s: Sentence) -> Iterator[tuple[Span, Actor]]:
    """Yield the states of adjectives before a paper: "the German instrument"."""
    for word, start, end in zip(s.words, s.starts, s.ends, strict=True):
        code = _nationalities().get(word)
        if code is not None and (_HELD.match(text, end) or _SENT.match(text, end)):
            span = Span(start, end)
            yield span, Actor(word, code, "state", None, span)


@cache
def _nationalities() -> dict[str, str]:
    return {word: row[0] for row in rows("countries") for word in cells(row[3])}


def _stand_ins(
    text: str,
    s: Sentence,
    mentions: Sequence[Mention],
    here: Sequence[tuple[Span, Actor]],
    last: tuple[Actor, ...],
) -> list[tuple[Span, Actor]]:
    """Return whom "his country" and officers of no state that is told stand for.

    That is the one state told before in the sentence, else the one told last.
    """
    officers = [m.span for m in mentions if isinstance(m.value, Actor) and _is_officer(m.value)]
    spans = [Span(m.start(), m.end()) for m in _OWN.finditer(text, s.span.start, s.span.end)]
    found = []
    for span in (*spans, *(_with_name(s, span) for span in officers)):
        before = [actor for place, actor in here if place.end <= span.start] or list(last)
        if len({actor.country or actor.name for actor in before}) == 1:
            found.append((span, before[0]))
    return found


def _with_name(s: Sentence, span: Span) -> Span:
    """Return an officer's span with the capitals that follow: "Ambassador Ana" goes on "Ruiz"."""
    end = span.end
    for word, first, last in zip(s.words, s.starts, s.ends, strict=True):
        if first == end + 1 and word[:1].isupper():
            end = last
    return Span(span.start, end)


def _is_officer(actor: Actor) -> bool:
    """Say whether one speaks for a state that the words do not tell: "Ambassador Ana Ruiz"."""
    person = actor.kind in ("person", "office") and actor.country is None
    return person and _OFFICER.search(f"{actor.name} {actor.office or ''}") is not None
