"""What a sentence tells of the life of its agreement: how it enters into force, lasts, is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from foedera.data import Actor, Claim, Sentence, Span, Term, TermKind
from foedera.extract.mention_index import TokenMentions
from foedera.extract.quantity_words import either
from foedera.lexicons import load_words

_LONGEST = 700
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_SHARE = re.compile(r"\b(\d{1,2}(?:\.\d{1,2})?) ?(?:per ?cent\b|%)")
_AFTER = re.compile(
    r"^(?:'s|’s|'|’)?(?: countdown| period| wait)?,? (?:after|from|following|once)\b"
)
_NOTICE = re.compile(
    r"^(?:'s|’s|'|’)?(?: (?:prior|written|advance|formal))* notice\b"
    r"(?! (?:of|before|prior to|for|on|about) (?!(?:its |their |his |the |a |any )?"
    r"(?:withdraw|leav|quit|exit|terminat|denunc|denounc|end|departure|intent|cancel|pull)))"
)
_NOTIFIED = re.compile(
    r"^(?:'s|’s|'|’)?,? (?:after|from|following)\b.{0,60}\b(?:notice|notif\w+)\b"
)
_ITS_OWN = re.compile(
    r"\b(?:its|their) (?:own|ratification|accession|deposit|instrument)\b"
    r"|\bafter it(?: has)? \w+|\bafter (?:the|its) deposit|\bafter that\b"
)
_FOR = re.compile(r"\b(?:for|on)(?: the| his| its)? $")
_BINDS = re.compile(
    r"\b(?:will|shall) (?:take effect|enter into force|come into force|apply|start)"
)
_HAVE = re.compile(r"\band (\d{1,3})(?: of them)? (?:have|had|has) $")
_EXCHANGE = re.compile(r"\bexchang(?:e|ed|ing)\b(?: [\w'’-]+){0,4}? (?:instruments?|documents?)\b")
_SIGNATURE = re.compile(r"\b(?:on|upon) (?:its |their |the day of )?(?:signature|signing)\b")
_LASTING = re.compile(
    r"\b(?:lasts?|runs?|valid|force|effect|duration|term)(?: for| of)?(?: at least| about)? $"
)
_TERM = re.compile(r"^ (?:term|treaty|pact|accord|agreement|lifespan|life)\b")
_FIRST = re.compile(r"\bfirst day of the (?:\w+ )?month (?:after|following|that follows)\b")
_NEVER = re.compile(r"\b(?:unlimited|indefinite) duration\b")


_ASKED = re.compile(r"\b(?:needs?|requires?|required)\b")
_ASKED_FOR = re.compile(r"\b(?:after|once|until|when|only|at least|of)\b")
_UNTIL = re.compile(r"\b(?:until|till|through|to) $")


@dataclass(frozen=True, slots=True)
class Patterns:
    """Expressions built on the words for numbers."""

    period: re.Pattern[str]
    third_month: re.Pattern[str]
    counted: re.Pattern[str]
    ranked: re.Pattern[str]
    raised: re.Pattern[str]


@cache
def _patterns() -> Patterns:
    words = either(_numbers())
    number = rf"(\d{{1,3}}(?:st|nd|rd|th)?|(?:{words})(?:-(?:{words}))?)"
    return Patterns(
        period=re.compile(rf"\b{number}[ -](day|week|month|year)s?\b"),
        third_month=re.compile(rf"\bfirst day of the {number} month (?:after|following|from)\b"),
        counted=re.compile(
            rf"\b{number}(?: [\w'’-]+){{0,3}}? (?:countries|states|parties|signatories|members"
            r"|nations|governments|instruments?|ratifications?|deposits?|approvals?|acceptances?"
            r"|country (?:has|had)|state (?:has|had)"
            r"|of (?:its|the|them))\b"
        ),
        ranked=re.compile(
            rf"\b(?:the|as the|as its) {number}(?: [\w'’-]+){{0,2}}? (?:country|nation|state"
            r"|signatory|party|member|government|ratification|to (?:ratify|join|accede|do so))\b"
        ),
        raised=re.compile(rf"\bnumber of (?:[\w'’-]+ ){{1,9}}?to {number}\b"),
    )


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time in words: "six months", "the 90th day"."""

    start: int
    end: int
    value: str


def read_terms(text: str, claim: Claim, s: Sentence, mentions: TokenMentions) -> tuple[Term, ...]:
    """Read what the sentence of a claim upon an agreement tells of days, numbers and periods.

    Each kind of term is read once; a sentence too long to be prose is left alone.
    """
    words = text[s.span.start : s.span.end].lower().replace("\n", " ")
    reader = _READERS.get(claim.kind)
    if reader is None or len(words) > _LONGEST:
        return ()
    found: dict[TermKind, Term] = {}
    for kind, value, start, end in reader(words, claim, s, mentions):
        span = Span(s.span.start + start, s.span.start + end)
        found.setdefault(kind, Term(kind, value, text[span.start : span.end], span))
    return tuple(found.values())


_Told = Iterator[tuple[TermKind, str, int, int]]


def _entry(words: str, claim: Claim, s: Sentence, mentions: TokenMentions) -> _Told:
    """Read "60 days after 20 states have ratified", "once instruments are exchanged"."""
    yield from _for_one(words, claim, s)
    if claim.voice.reality in {"happened", "not-happened"} and not _is_rule(words):
        return
    for found in _patterns().third_month.finditer(words):
        count = number_of(found[1])
        if count is not None and count > 1:
            yield from _delayed(f"P{count - 1}M/next-month", words, found.start(), found.end())
    for one in _periods(words):
        if _AFTER.match(words[one.end : one.end + 40]):
            first = "/next-month" if _FIRST.search(words[: one.start]) else ""
            yield from _delayed(one.value + first, words, one.start, one.end)
    for found in _EXCHANGE.finditer(words):
        if claim.voice.reality != "happened":
            yield "entry-by", "exchange", found.start(), found.end()
    if (signed := _SIGNATURE.search(words)) is not None:
        yield "entry-by", "signature", signed.start(), signed.end()
    yield from _of_whom(words, s, mentions)


def _for_one(words: str, claim: Claim, s: Sentence) -> _Told:
    """Read the day from which one state will be bound: "will take effect for Peru on 1 May"."""
    actors, when = claim.roles.actors, claim.setting.when
    if claim.voice.reality != "planned" or len(actors) != 1 or when is None:
        return
    start = actors[0].span.start - s.span.start
    told_for = 0 <= start <= len(words) and _FOR.search(words[max(0, start - 12) : start])
    if told_for and when.precision == "day" and when.earliest:
        first = when.span.start - s.span.start
        yield "effect", when.earliest, first, when.span.end - s.span.start


def _is_rule(words: str) -> bool:
    return "will" in words or "takes effect" in words or "enters into force" in words


def _delayed(value: str, words: str, start: int, end: int) -> _Told:
    """Read what a delay runs from: a number of consents, or a later joiner's own."""
    rest = words[end : end + 240]
    counted = _consents(rest)
    if counted is None and _ITS_OWN.search(rest):
        yield "joins", value, start, end
        return
    yield "entry-delay", value, start, end
    if counted is None:
        return
    number, first, last = counted
    yield "entry-count", str(number), end + first, end + last
    share = _SHARE.search(rest)
    if share is not None:
        yield "entry-share", share[1], end + share.start(), end + share.end()


def _consents(words: str) -> tuple[int, int, int] | None:
    """Find how many consents are asked for: "20 instruments", "the eleventh ratification"."""
    for found in _patterns().counted.finditer(words):
        number = number_of(found[1])
        if number is not None and number > 2:
            return number, found.start(), found.end()
    return None


def _of_whom(words: str, s: Sentence, mentions: TokenMentions) -> _Told:
    """Read whose consents must be among them: "including those of Canada and Hungary"."""
    at = words.find("including those of ")
    if at < 0:
        return
    named = [
        m for m in mentions.all("actor")
        if isinstance(m.value, Actor) and m.value.kind == "state"
        and m.span.start >= s.span.start + at
    ]  # fmt: skip
    states = dict.fromkeys(str(m.value.country) for m in named if isinstance(m.value, Actor))
    if states:
        yield "entry-of", ",".join(states), at, max(m.span.end for m in named) - s.span.start


def _needs(words: str, claim: Claim, s: Sentence, mentions: TokenMentions) -> _Told:
    """Read "needs eleven ratifications", "requires 55 parties", "runs for ten years"."""
    asked = _ASKED.search(words)
    counted = _consents(words[asked.start() :]) if asked else None
    if asked and counted is not None:
        number, first, last = counted
        yield "entry-count", str(number), asked.start() + first, asked.start() + last
        if share := _SHARE.search(words):
            yield "entry-share", share[1], share.start(), share.end()
    for one in _periods(words):
        before, after = words[max(0, one.start - 40) : one.start], words[one.end : one.end + 90]
        if _NOTICE.match(after) or _NOTIFIED.match(after):
            yield "notice", one.value, one.start, one.end
        elif one.value[-1] == "Y" and (_LASTING.search(before) or _TERM.match(after)):
            yield "lasts", one.value, one.start, one.end
    if never := _NEVER.search(words):
        yield "lasts", "unlimited", never.start(), never.end()


def _leaving(words: str, claim: Claim, s: Sentence, mentions: TokenMentions) -> _Told:
    """Read when leaving takes effect: "in six months", "one year after notice", "on Nov. 22"."""
    trigger = words[claim.passage.trigger.start - s.span.start :]
    effective = trigger.startswith(("take", "took", "is effective", "become", "come", "came"))
    when = claim.setting.when
    if effective and when is not None and when.precision == "day" and when.earliest:
        start = when.span.start - s.span.start
        yield "effect", when.earliest, start, when.span.end - s.span.start
    for one in _periods(words):
        before, after = words[max(0, one.start - 40) : one.start], words[one.end : one.end + 90]
        ahead = before.endswith(" in ") and one.value[-1] in "MY"
        if ahead or _NOTICE.match(after) or _NOTIFIED.match(after):
            yield "notice", one.value, one.start, one.end


def _extension(words: str, claim: Claim, s: Sentence, mentions: TokenMentions) -> _Told:
    """Read how far an agreement is extended: "until 5 February 2026", "by five years"."""
    for mention in mentions.all("time"):
        start = mention.span.start - s.span.start
        until = _UNTIL.search(words[max(0, start - 10) : start])
        value = getattr(mention.value, "timex", None)
        day = getattr(mention.value, "latest", None)
        if until and value is not None and day is not None:
            yield "until", day, start, mention.span.end - s.span.start
    for one in _periods(words):
        if words[max(0, one.start - 12) : one.start].endswith((" by ", " for ", " another ")):
            yield "extends", one.value, one.start, one.end


def _consent(words: str, claim: Claim, s: Sentence, mentions: TokenMentions) -> _Told:
    """Read the how-manieth consent it is: "the sixth nation", "the number of parties to 26".

    What a rule tells of later ones beside it is their delay: "for one that ratifies later".
    """
    if claim.voice.reality == "ongoing" and _BINDS.search(words):
        told = [t for t in _entry(words, claim, s, mentions) if t[0] == "joins"]
        yield from told
        return
    for found in (*_patterns().raised.finditer(words), *_patterns().ranked.finditer(words)):
        number = number_of(found[1])
        if number is not None:
            yield "count", str(number), found.start(1), found.end(1)
            break
    before = words[: max(0, claim.passage.trigger.start - s.span.start)]
    parties = _HAVE.search(before) or re.search(
        r"\b(\d{1,3}) (?:parties|countries|states)\b", words
    )
    asked = parties and _ASKED_FOR.search(words[max(0, parties.start() - 20) : parties.start()])
    parties = None if asked or claim.voice.reality != "happened" else parties
    if parties and not any(a.country for a in claim.roles.actors):
        yield "count", parties[1], parties.start(), parties.end()
    if parties and (share := _SHARE.search(words)):
        yield "share", share[1], share.start(), share.end()


def _bound(words: str, claim: Claim, s: Sentence, mentions: TokenMentions) -> _Told:
    """Read from when one state is bound: "will be binding on Peru from 1 May"."""
    when, trigger = claim.setting.when, words[claim.passage.trigger.start - s.span.start :]
    binds = trigger.startswith(("be bound", "be binding", "become binding"))
    alone = len({a.country for a in claim.roles.actors}) == 1
    if binds and alone and when is not None and when.precision == "day" and when.earliest:
        first = when.span.start - s.span.start
        yield "effect", when.earliest, first, when.span.end - s.span.start


_READERS = {
    "agreement.describe": _bound,
    "agreement.enter-into-force": _entry,
    "agreement.provide": _needs,
    "agreement.withdraw": _leaving,
    "agreement.terminate": _leaving,
    "agreement.extend": _extension,
    "agreement.ratify": _consent,
    "agreement.accede": _consent,
    "agreement.deposit-instrument": _consent,
}


def _periods(words: str) -> Iterator[Period]:
    for found in _patterns().period.finditer(words):
        number = number_of(found[1])
        if number is not None:
            yield Period(found.start(), found.end(), f"P{number}{_UNITS[found[2]]}")


@cache
def _numbers() -> dict[str, int]:
    table = load_words("numbers")
    plain = {str(w): int(n) for w, n in table["cardinals"].items()}
    return plain | {str(w): int(n) for w, n in table["ranks"].items()}


def number_of(word: str) -> int | None:
    """Return the number that a word or figure stands for, None where it is none.

    >>> number_of("sixth"), number_of("55"), number_of("90th"), number_of("last")
    (6, 55, 90, None)
    """
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0])
    first, _, second = word.partition("-")
    known = _numbers()
    if second:
        both = first in known and second in known
        return known[first] + known[second] if both else None
    return known.get(word)
