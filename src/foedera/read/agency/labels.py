"""What a block is by its own words, wherever it stands: debris, credit, byline, caption."""

from __future__ import annotations

import re

from foedera.data import PartKind
from foedera.read.agency.blocks import Block, is_plain
from foedera.read.agency.captions import is_caption
from foedera.read.agency.conventions import conventions, fold, folded_head, name_agency, starts_with
from foedera.read.agency.datelines import stands_at_desk
from foedera.read.agency.outlets import outlet_by_day, read_printed
from foedera.read.daywords import MONTH, WEEKDAY, match_written

_SHORT = 40
_ZONE = (
    r"(?:\(?(?:ET|EST|EDT|CT|PT|PST|PDT|GMT|BST|UTC|CET|CEST|EET|IST|MSK|KST|JST|local time)"
    r"\b\.?\)?)?"
)
_CLOCK = rf"\d{{1,2}}(?:[:.h]\d\d){{0,2}}\s?(?:[ap]\.?m\.?)?\s?{_ZONE}"
_STAMP = re.compile(
    r"[\[(]?(?:updated?|posted|published|correction)?(?:\s?(?:no\.|#)?\s?\d{1,2})?"
    rf"\s?(?:at|:|on|\||—|-)?\s{{0,2}}{_CLOCK}(?:\s\({_CLOCK}\))?[\])]?(?:\s?[:.|—–-]{{1,2}})?",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"updated?\b[\s:#0-9]{0,6}(?:at|:|\||\(|on|—|-)", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:[Bb]y|BY|From|FROM|(?:Written|Story|Words|Report|Interview|Analysis) by)[:\s]\s?"
    r"(?=[^\W\d_a-z])(?P<who>[^.;:!?]{3,120}(?:\b[A-Z]\.[^.;:!?]{1,60}){0,3})"
)
BYLINE_DATE = re.compile(
    r"\s?(?:[|•·]|\s[–-])\s?(?P<date>"
    rf"(?:{MONTH}\s\d{{1,2}},?|\d{{1,2}}\s{MONTH}|\d{{1,2}}\.\d{{1,2}}\.)\s?\d{{4}})"
    rf"[,\s|]{{0,3}}(?:{_CLOCK})?(?:\s?-\s?Update\s?:.{{0,25}})?$"
)
_DESK = re.compile(r"[Bb]y (?:our|a|an) [\w -]{0,30}(?:desk|correspondent|reporter|staff|bureau)")
_TEAM = re.compile(r"(?:Team|TEAM)\s(?P<outlet>[A-Z][\w&.-]{1,30}(?:\s[A-Z][\w&.-]{1,30}){0,2})")
_NO_NAME = re.compile(
    r"by (?:the|then|that|this|now|contrast|comparison|all|noon|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day|january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\b"
)
_STAFF = re.compile(
    r"(?:(?:Special|Exclusive) (?:for|to)|Staff|Our|Chief|Senior|Foreign|Web|News|Diplomatic"
    r"|Security|Political)\s[\w &-]{0,40}?(?:Correspondents?|correspondents?|[Rr]eporters?"
    r"|[Ww]riters?|[Dd]esk|[Ss]taff|[Ee]ditor|TODAY|NEWS)\b[^.]{0,20}"
    r"|(?:Staff|Reuters|AP|AFP|Associated Press|Agencies)(?: and agenc(?:y|ies))?"
    r" in [A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20}){0,2}"
    r"|[Ff]rom (?:our |staff and |staff, |combined )?(?:wire|news) (?:services|reports|agencies)"
)
_BRACKET_LINK = re.compile(
    r"[(\[*]{1,2}\s?(?:photos?|videos?|pictures?|see also|see|also on|also|related|read|read more"
    r"|more|watch|story|poll|graphic|map|click|continued|full story|live|transcript|opinion"
    r"|analysis|slideshow|listen|document|pdf)\b[^)\]]{0,10}[:|][^)\]]{1,200}[)\]*]{1,2}\.?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[(\[][^()\[\]]{2,120}[^.!?()\[\]\"”][)\]]")
_BARS = re.compile(r"\s?[|/>»]\s?")
_ADDRESS = re.compile(r"\(?(?:https?:|www\.|pic\.twitter|[\w.+-]{1,40}@[\w.-]{1,40}\.\w)")
_SIGN_UP = re.compile(r"unsubscribe at any time|by signing up you agree|protected by reCAPTCHA")
_CLOSES_CREDIT = re.compile(r"contributed to this (?:report|story|article)\.?$")
_WITH = re.compile(r"\(?[Ww]ith\s")
_PLAYER = re.compile(r"(?:Read more|Listen(?: ?· ?\d{1,2}:\d\d(?: \d{1,2}:\d\d)?)?)$")
_RULE = re.compile(r"[\W_]{1,40}")
_ADDS = re.compile(
    r"[(\[]?(?:adds|updates|recasts|corrects|refiles|repeats|removes|fixes|edits|rewrites|writethru"
    r"|with|new throughout)\b[^.]{0,200}[)\]]\.?",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    rf"(?:(?:first |originally |(?:page )?last )?(?:published|posted|updated|modified|released|date"
    rf"|issued|dated)\b\s?(?:on|at)?[:\s|/–-]{{0,3}}"
    rf"(?:\d{{1,2}}[:.]\d\d\s?(?:[ap]\.?m\.?)?\s?{_ZONE}[,\s]{{1,2}})?"
    rf"|(?:{_CLOCK})[,\s|-]{{1,3}}(?:on\s)?|(?={WEEKDAY}\b))",
    re.IGNORECASE,
)
_DATE_REST = re.compile(
    rf"[\s,|/.-]{{0,4}}(?:at\s)?(?:{_CLOCK})?[\s.|]{{0,3}}"
    r"(?:(?:last )?(?:updated?|modified|published).{0,50}|[-–—|]\s[A-Z][\w ,]{1,40})?"
    r"|t\d\d:.{0,25}",
    re.IGNORECASE,
)


def label_block(block: Block) -> PartKind | None:
    """Return what the block is by its words alone; None for what may be prose.

    >>> from foedera.read.agency.blocks import split_blocks
    >>> [label_block(b) for b in split_blocks("By Ann Lee\\nReporting by Jo Doe\\nTalks went on.")]
    ['byline', 'credit', None]
    """
    head = folded_head(block.words)
    if not head or _RULE.fullmatch(block.words):
        return "note"
    if is_date_line(block.words) or is_section(block.words) or names_its_day(block.words):
        return "note"
    if is_byline(block):
        return "byline"
    if _opens_credit(block, head):
        return "credit"
    if is_caption(block) and not stands_at_desk(block.words):
        return "caption"
    if is_note(block, head):
        return "note"
    return "credit" if _tells_credit(block, head) else None


def names_its_day(words: str) -> bool:
    """Say whether the words are an outlet and its day: "Bay Times | 5 March 2024"."""
    return outlet_by_day(words) is not None or read_printed(words) is not None


def is_date_line(words: str) -> bool:
    """Say whether the words are a publication date and nothing more.

    >>> is_date_line("Published: July 2, 2008"), is_date_line("July 2 was hot")
    (True, False)
    """
    return read_date_line(words) is not None


def read_date_line(words: str) -> int | None:
    """Return where the date begins in a block that is a publication date and nothing more."""
    if len(words) > 90 or not any(c.isdigit() for c in words):
        return None
    label = _DATE_LABEL.match(words)
    for start in dict.fromkeys((0, label.end() if label else 0)):
        read = match_written(words, start)
        if read and (read[0].year or label) and _DATE_REST.fullmatch(words, read[1]):
            return start
    return None


def is_section(words: str) -> bool:
    """Say whether the words tell where in a page's sections the story stands.

    >>> is_section("News | Refugees"), is_section("Chile | Peru sign accord")
    (True, False)
    """
    pieces = [p.strip() for p in _BARS.split(words)]
    if not 2 <= len(pieces) <= 4 or fold(pieces[0]) not in conventions().sections:
        return False
    return all(p and len(p.split()) <= 4 and is_names(p) for p in pieces)


def is_byline(block: Block) -> bool:
    """Say whether the block names its writers and does nothing else."""
    if block.count > 22 or (block.ended and block.count > 8):
        return False
    if team_outlet(block.words) or fold(block.words) in conventions().outlets:
        return True
    if _STAFF.fullmatch(block.words.rstrip(".")) or _DESK.fullmatch(block.words.rstrip(".")):
        return True
    return _names_writers(block.words)


def _names_writers(words: str) -> bool:
    """Say whether the words are names after "By", beside an outlet, or before a date."""
    known = conventions().outlets
    bare = BYLINE_DATE.sub("", words)
    outlet, _, place = bare.partition(", ")
    if place and fold(outlet) in known:
        return is_names(place)
    who, _, outlet = bare.rpartition(", ")
    if who and (name_agency(outlet) or fold(outlet) in known):
        return is_names(who) and not any(c.isdigit() for c in who)
    found = _BYLINE.fullmatch(bare.rstrip(". |"))
    if found:
        return not _NO_NAME.match(words.lower()) and is_names(found["who"])
    return bare != words and bare[:1].isalpha() and is_names(bare)


def team_outlet(words: str) -> str | None:
    """Return the outlet that a team byline names.

    >>> team_outlet("Team Meridian Wire")
    'Meridian Wire'
    """
    found = _TEAM.fullmatch(words.strip())
    return found["outlet"] if found else None


def is_note(block: Block, head: str) -> bool:
    """Say whether the block is debris: links, notices, stamps, rules, corrections."""
    lex = conventions()
    if phrase_end(block, head):
        return False
    if starts_with(head, lex.notes_long):
        return True
    if block.count <= _SHORT and starts_with(head, lex.notes):
        return True
    if not block.ended and block.count <= _SHORT and starts_with(head, lex.notes_unended):
        return True
    if head.rstrip(" .:!…>»|") in lex.whole or (block.count <= 2 and _ADDRESS.match(head)):
        return True
    if block.count <= 80 and _SIGN_UP.search(head + block.words[100:]):
        return True
    if not block.ended and block.count <= _SHORT and _PLAYER.search(block.words):
        return True
    if block.count <= 15 and "follow " in head and "on twitter" in head:
        return True
    words = block.words
    if words[0] in "([*" and any(p.fullmatch(words) for p in (_BRACKET_LINK, _ADDS, _ASIDE)):
        return True
    return block.count <= 18 and _is_stamp(block)


def phrase_end(block: Block, head: str) -> int:
    """Return how many characters a listed phrase takes at the head of running prose.

    >>> from foedera.read.agency.blocks import split_blocks
    >>> block = split_blocks("Advertisement The two sides will lower the catch.")[0]
    >>> phrase_end(block, folded_head(block.words))
    14
    """
    phrase = starts_with(head, conventions().note_prefixes)
    if phrase is None or not block.ended or fold(block.words[: len(phrase)]) != phrase:
        return 0
    rest = block.words[len(phrase) :].lstrip(" :|—–-")
    length = len(block.words) - len(rest)
    prose = (rest[:1].isupper() or rest[:1] in "“\"‘'") and is_plain(rest)
    return length if prose and length <= len(phrase) + 6 else 0


def _is_stamp(block: Block) -> bool:
    """Say whether the block is a live-blog stamp, its own title included, and no sentence."""
    end = stamp_end(block.words)
    return end is not None and not (block.ended and is_plain(block.words[end:]))


def stamp_end(words: str) -> int | None:
    """Return where a live-blog stamp at the head of the words ends; None if there is none.

    >>> stamp_end("Update at 8:51 a.m. ET. Talks resume")
    23
    """
    if not (words[0].isdigit() or words[0] in "UuPpCc[("):
        return None
    found = _STAMP.match(words)
    if found is None or found.end() < 6 or not any(c in found.group() for c in ":.h"):
        return 0 if _UPDATE.match(words) and len(words) < 90 else None
    rest = words[found.end() :].lstrip()
    bare = words[0].isdigit() and not re.search(r"[ap]\.?m|[A-Z]{2,4}", found.group())
    return None if bare or (rest and rest[0].islower()) else found.end()


def _opens_credit(block: Block, head: str) -> bool:
    fed = _WITH.match(block.words) if block.count <= 20 and not block.ended else None
    if fed and conventions().agency_names.match(block.words, fed.end()):
        return True
    if block.count > 60 or not starts_with(head, conventions().credits):
        return False
    return not (block.ended and block.count > 25 and head.startswith(("source", "contribut")))


def _tells_credit(block: Block, head: str) -> bool:
    """Take "Bacon reported from Rome" as a credit, a telling sentence not."""
    if any(mark in block.words for mark in ('"', "“", " said")):
        return False
    if block.count <= 100 and _CLOSES_CREDIT.search(block.words[-60:]):
        return True
    cue = next((w for w in conventions().credit_words if w in head), None)
    if cue is None or block.count > _SHORT:
        return False
    before = block.words[: head.index(cue)].rstrip()
    return not cue.startswith("report") or (not before.endswith(",") and is_names(before))


def is_names(words: str) -> bool:
    """Say whether nearly all words are names: capitals, or the small words between them."""
    small = {
        "and",
        "of",
        "for",
        "in",
        "the",
        "at",
        "de",
        "van",
        "von",
        "der",
        "al",
        "bin",
        "with",
        "la",
        "del",
        "&",
    }
    listed = [w.strip(",()|/") for w in words.split()]
    return all(not w or w in small or not w[0].islower() for w in listed) and len(listed) <= 16
