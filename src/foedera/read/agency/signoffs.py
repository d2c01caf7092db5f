"""How reports close: an agency's name, desk initials, "Enditem"; together one sign-off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foedera.data import Span
from foedera.read.agency.blocks import Block
from foedera.read.agency.conventions import conventions, fold, name_agency
from foedera.read.agency.datelines import stands_at_desk
from foedera.read.agency.outlets import domain_name

_LAST_BLOCKS = 8
_SENTENCE = 3  # words
_INITIALS = re.compile(
    r"(?:/|-|\()?[A-Za-z]{2,4}(?:[-/][A-Za-z]{1,4}){1,5}\)?(?:\s\([A-Za-z][\w, /-]{1,60}\))?\.?"
    r"|[A-Z]{2,4}(?:/[A-Z]{2,4}){0,3} // [A-Z]{2,4}\.?|/[A-Z]{2,4}/?|[a-z]{2,3}/\.\.\.?"
    r"|(?:[A-Z]\.\s?){2,4}|={3,}\s?(?:[A-Z]\.?){1,4}"
    r"|\([A-Z]\d{2,4}(?:[-/][A-Z]{1,4}\d{0,3}){1,5}\)|[A-Za-z][a-z]\s[a-z]{2}"
    r"|\([A-Z][A-Za-z]{0,2}(?:[./-][A-Z][A-Za-z]{0,4}\d{0,4}){2,5}\)"
)
_FED = re.compile(r"\([A-Z][\w, /-]{1,60}\)\.?$|\([a-z]{3}(?:, [A-Z][\w, /-]{1,60})?\)\.?$")
_DONE = re.compile(
    r"(?:-{1,2}\s?(?:0|30|END|ENDS)\s?-{1,2}|#{2,4}|/?ENDS?/?|Enditem|ENDITEM|\(END\)|END/\w{1,8}/?\w{0,8})\.?",
    re.NOFLAG,
)
_CLOSING_MARK = re.compile(
    r"[.!?][\"”’)]{0,2}(?:\s{1,3}|(?=[-#(]))(?P<sign>-{1,2}\s?(?:0|30)\s?-{1,2}|#{2,4}|Enditem|ENDITEM|/?ENDS/?"
    r"|\((?:END|end|ends)\)(?:\s[a-z]{1,4}(?:\.[a-z]{1,4}){1,3})?"
    r"|\([A-Z][a-z]{2,15}/[A-Z][a-z]{2}\d\d/\d{4}\))\.?$"
)
_TELLERS = re.compile(
    r"[.!?][\"”’')]{0,2}\s{1,3}(?P<sign>(?P<name>[A-Z][\w-]{1,20})"
    r"\s\((?:[A-Z]{2}\s?[-–]\s?)?(?:author|editor|reporter|translator)s?\b[^()]{3,120}\))$"
)
_BRACKETED = re.compile(r"[.!?][\"”’')]{0,2}\s{0,3}(?P<sign>\((?P<name>[A-Z]{3,8})\))$")
_CLOSING = re.compile(
    r"(?P<stop>[.!?][\"”’')]{0,2})(?:\s{1,3}|(?=[—–(]))(?P<sign>[-–—/(\[]{0,2}\s?(?:[A-Z]{2,4}(?:/[A-Z]{2,4}){0,2},\s)?"
    r"(?P<name>[A-Z][\w-]{1,20}(?:\.[a-z]{2,4}){0,3}(?:\s[A-Z][\w-]{1,20}){0,2}?|dpa|epd)[)\]/.]{0,2}"
    r"(?:\s?\((?:www\.)?[\w-]{2,30}(?:\.[a-z]{2,4}){1,2}\))?"
    r"(?:\s(?P<desk>[a-z]{2,3}(?:[-/][a-z]{2,4}){1,4}|[a-z]{2,4}\s[a-z]{2,4}|[A-Z]{2,4}(?:\s[A-Z]{2,4}){0,4}))?)$"
)
_FED_AT_END = re.compile(
    r"[.!?][\"”’')]{0,2}\s{1,3}"
    r"(?P<feeds>\((?:[Ww]ith|[Ii]ncludes|[Aa]dditional)\s[\w ,./-]{2,50}\)\.?)$"
)
_ALONE = re.compile(
    r"[-–—=/(\[|]{0,2}\s?(?P<name>[A-Z][\w. -]{1,40}?|[a-z]{3})\s?[)\]/.|]{0,2}"
    r"(?:/[a-z]{2,4}(?:/[a-z]{2,4})?|(?:\s[A-Z]\.){1,3}|\s[a-z]{2,3}/[a-z]{2,3}|(?:\s[a-z]{2,3}){1,4}|(?:\s[A-Z]{2,4}){1,5}"
    r"|/[A-Z][a-z]{1,15}(?:\s[A-Z][a-z'’-]{1,20}){1,3})?"
)


@dataclass(frozen=True, slots=True)
class Signoff:
    """The closing stretch, the blocks it touches, and the agency it names.

    `feeds` is where a list of agencies in brackets begins; `house` who closes reports so.
    """

    span: Span
    first: int
    last: int
    agency: str | None
    feeds: int | None = None
    house: str | None = None


def find_signoff(text: str, blocks: list[Block], own: str | None = None) -> Signoff | None:
    """Find the sign-off among the last blocks; agency name and initials after it are one.

    `own` is the agency that the report's dateline names, which no lexicon need know.

    >>> from foedera.read.agency.blocks import split_blocks
    >>> text = "It rained. AFP\\n\\nab-cde/fg"
    >>> found = find_signoff(text, split_blocks(text))
    >>> text[found.span.start:found.span.end], found.agency
    ('AFP\\n\\nab-cde/fg', 'AFP')
    """
    name = _Namer(own)
    for at in range(len(blocks) - 1, max(0, len(blocks) - _LAST_BLOCKS) - 1, -1):
        found = (
            (_initials(text, blocks, at, name) if at else None)
            or _closing_name(text, blocks[at], at, name)
            or (_alone_below(blocks, at, name) if _is_told(blocks[:at]) else None)
        )
        if found:
            return found
    return None


def _is_told(blocks: list[Block]) -> bool:
    """Say whether a sentence of the story stands among the blocks: names above it sign nothing."""
    return len(blocks) > 1 and any(b.ended and b.count > _SENTENCE for b in blocks)


def is_initials(words: str) -> bool:
    """Say whether the words are desk initials or an end mark.

    >>> is_initials("rs/ab"), is_initials("Enditem"), is_initials("and/or")
    (True, True, False)
    """
    if len(words) > 80 or words.lower() in ("and/or", "n/a", "w/o", "he/she", "his/her"):
        return False
    if stands_at_desk(words):
        return False
    return bool(_INITIALS.fullmatch(words) or _DONE.fullmatch(words))


@dataclass(frozen=True, slots=True)
class _Namer:
    """Names agencies: the lexicon's, and the report's own."""

    own: str | None

    def __call__(self, words: str) -> str | None:
        if self.own and fold(words) == fold(self.own):
            return self.own
        return name_agency(words) or domain_name(words)


def _initials(text: str, blocks: list[Block], at: int, name: _Namer) -> Signoff | None:
    block = blocks[at]
    if not is_initials(block.words):
        return None
    fed = _FED.search(block.words)
    if fed and conventions().agency_names.search(fed.group()):
        feeds = block.span.start + fed.start()
        house = conventions().initials_with_feeds if block.words[0].islower() else None
        return Signoff(block.span, at, at, None, feeds, house)
    named = _closing_name(text, blocks[at - 1], at - 1, name) or _alone(
        blocks[at - 1], at - 1, name
    )
    start = named.span.start if named else block.span.start
    agency = named.agency if named else None
    return Signoff(Span(start, block.span.end), at - 1 if named else at, at, agency)


def _closing_name(text: str, block: Block, at: int, name: _Namer) -> Signoff | None:
    """Read an agency's name or an end mark that follows the last full stop of a paragraph."""
    begin = max(block.span.start, block.span.end - 60)
    fed = _FED_AT_END.search(text, begin, block.span.end)
    if fed and conventions().agency_names.search(fed["feeds"]):
        return Signoff(Span(fed.start("feeds"), block.span.end), at, at, None, fed.start("feeds"))
    mark = _CLOSING_MARK.search(text, begin, block.span.end)
    if mark:
        return Signoff(Span(mark.start("sign"), block.span.end), at, at, None)
    told = _TELLERS.search(text, max(block.span.start, block.span.end - 160), block.span.end)
    if told and (teller := name(told["name"])):
        return Signoff(Span(told.start("sign"), block.span.end), at, at, teller)
    shut = _BRACKETED.search(text, begin, block.span.end)
    if shut and len(re.findall(rf"\b{shut['name']}\b", text)) == 1:
        known = name(shut["name"]) or shut["name"]
        return Signoff(Span(shut.start("sign"), block.span.end), at, at, known)
    found = _CLOSING.search(text, begin, block.span.end)
    agency = name(found["name"]) if found else None
    if found is None or (agency is None and not (found["desk"] or "").islower()):
        return None
    return Signoff(Span(found.start("sign"), block.span.end), at, at, agency)


def _alone_below(blocks: list[Block], at: int, name: _Namer) -> Signoff | None:
    """Read a name alone, with the desk's initials if they stand above it."""
    found = _alone(blocks[at], at, name)
    above = blocks[at - 1]
    if found is None or not is_initials(above.words):
        return found
    return Signoff(Span(above.span.start, found.span.end), at - 1, at, found.agency)


def _alone(block: Block, at: int, name: _Namer) -> Signoff | None:
    """Read an agency's name that stands alone in a block."""
    if block.count > 5 or stands_at_desk(block.words):
        return None
    found = _ALONE.fullmatch(block.words)
    agency = name(found["name"]) if found else None
    unnamed = agency is None and conventions().unnamed_inputs.fullmatch(
        block.words.strip("()[]-. ")
    )
    if agency is None and not unnamed:
        return None
    return Signoff(block.span, at, at, agency)
