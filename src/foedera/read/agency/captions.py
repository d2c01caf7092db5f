"""Picture captions and their credit chains: "... 3 May 2019. AFP/POOL", "(AP Photo/Ann Lee)"."""

from __future__ import annotations

import re

from foedera.read.agency.blocks import Block
from foedera.read.agency.conventions import conventions, folded_head, starts_with
from foedera.read.daywords import MONTH

_LONGEST = 150  # words; CNN's picture galleries excepted, which their first words give away
_TAIL = 110
_CHAIN = re.compile(
    r"[^\W\d_a-z][\w .&'’-]{0,50}(?:\s?/\s?[\w][\w .&'’-]{0,45}){1,5}(?:\s\d{4})?[.)\]]{0,2}$"
)
_NAMED_PHOTO = re.compile(
    r"(?:\(|\||—|–|^|[.!?]\s{1,2}|\s)(?:"
    r"(?:AP|Reuters|REUTERS|AFP|EPA|Getty|UPI|DoD|NATO|CNN|NPR|USA TODAY)"
    r"\s(?:[Ff]ile\s)?[Pp]hotos?\b[^.]{0,40}"
    r"|(?:Photo|Image|Picture|Photograph|Credit|Photo credit|Courtesy|Photographer)"
    r"\s?(?:by|from|of|:|/)\s?[^.]{2,60}"
    r"|\|\s?(?:AP|Getty|Reuters|REUTERS|AFP|[A-Z][\w ]{1,30}/[A-Z]\w{1,20})(?:\s\w{1,10}){0,2}"
    r"|(?:via\s)?Getty Images|via\s(?:REUTERS|Reuters|AP|AFP|EPA)"
    r"|[Ff]ile\s(?:photo|picture|pic|image)|EPA-EFE|EFE-EPA"
    r")[.)\]]{0,2}$"
)
_PIPED = re.compile(r"\s\|\s?(?:AP|Getty|Reuters|REUTERS|AFP|EPA|M\. \w{2,20}/POLITICO)\b")
_THIS_PHOTO = re.compile(
    r"(?:in (?:this|an?|these)|(?:this|these|an?|the|undated)) (?:[^\s.]{1,20} ){0,7}?"
    r"(?:photos?|photographs?|pictures?|images?|frame grab|screen ?grab|screenshot|still image"
    r"|handout|video grab)\b"
)
_SHOWS = re.compile(
    r"\b(?:shows|showing|made available|released by|provided by|taken (?:on|in|from|by|with)"
    r"|distributed by|supplied by|obtained by|posted (?:on|by)|made from|file photo"
    r"|is (?:seen|shown|pictured))\b"
)
_POSITION = re.compile(
    r"\((?:[1-9]-?)?(?:L|R|C|2nd [LR]|(?:[CLR]-[LRC])|left|right|center|centre|top|bottom"
    r"|[LRC],? ?front|(?:second|third) (?:from )?(?:left|right))\)"
    r"|, (?:left|right|center|centre|second left|second right),"
)
_POSE = re.compile(
    r"^(?:[^.]{0,160}?[\s)],? )?(?:poses?|shakes? hands|shaking hands|speaks?|arrives?|attends?"
    r"|stands?|walks?|looks?|waves?|gestures?|listens?|delivers?|greets?|inspects?|sits?|reacts?"
    r"|addresses|carry|carries|hold|holds|receiving|gather|takes? part|pass|passes|rides?|chats?"
    r"|during (?:a|their|his|her|the) (?:meeting|talks|news conference|press conference|ceremony"
    r"|rally|visit|briefing|summit))\b"
)
_DATED = re.compile(
    rf"(?:\d{{1,2}} {MONTH},? (?:19|20)\d\d|{MONTH} \d{{1,2}}, ?(?:19|20)\d\d"
    rf"|{MONTH} (?:19|20)\d\d|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, {MONTH} \d)"
)
_SMALL = {
    "via",
    "of",
    "the",
    "for",
    "file",
    "handout",
    "pool",
    "and",
    "van",
    "de",
    "al",
    "von",
    "dpa",
}
_CREDITING = frozenset({*_SMALL, "by", "credit", "courtesy"})
_HINTS = ("hoto", "|", "Getty", "via ", "redit", "FILE", "EPA", "mage")
_HIGHLIGHTED = re.compile(r"\((?:Photo|Image|Video): [^()]{2,80}\) Story Highlights")
_COUNTED = re.compile(r"(?:hide|show) caption (?:\d+ of \d+|previous|next)", re.IGNORECASE)


def is_caption(block: Block) -> bool:
    """Say whether the block tells what a picture shows.

    Sure signs count alone (the first words "A handout photo", a credit chain at the end
    that names a picture agency); weaker ones (positions such as "(L)", a pose, a full date,
    "this photo") count in twos.

    >>> from foedera.read.agency.blocks import split_blocks
    >>> is_caption(split_blocks("Ann Lee speaks in Lima, 3 May 2019. EPA/JO DOE")[0])
    True
    """
    head = folded_head(block.words)
    if starts_with(head, conventions().captions) or _COUNTED.search(block.words[-60:]):
        return True
    if block.count > _LONGEST:
        return False
    if _HIGHLIGHTED.search(block.words) or block.words.startswith("CLOSE "):
        return True
    if not block.ended and _PIPED.search(block.words):
        return True
    if has_credit_tail(block.words):
        return True
    return _weak_signs(block.words, head) >= 2


def has_credit_tail(words: str) -> bool:
    """Say whether the words end in a picture credit.

    >>> has_credit_tail("The hall. SAUL DOE/AFP/Getty Images"), has_credit_tail("He told AFP.")
    (True, False)
    """
    tail = words[-_TAIL:]
    if any(hint in tail for hint in _HINTS):
        found = _NAMED_PHOTO.search(tail)
        if found and _stands_apart(tail, found):
            return True
    if "/" not in tail:
        return False
    chain = _chain(tail)
    return chain is not None and conventions().picture_names.search(chain) is not None


def _chain(tail: str) -> str | None:
    """Return the "A B/C/D" that ends the words, if nothing but a name stands before its slash."""
    last_stop = max(_last_stop(tail), tail.rfind(") "), tail.rfind("(", 0, -2), tail.rfind("| "))
    stretch = tail[last_stop + 1 :].lstrip(" (")
    found = _CHAIN.fullmatch(stretch) or _CHAIN.search(stretch)
    if found is None or found.group().count(" ") > 12:
        return None
    ahead = stretch[: found.start()].split()
    if ahead and ahead[-1].islower() and ahead[-1] not in _CREDITING:
        return None  # "she told RFE/RL."
    before = found.group().split("/", 1)[0]
    if last_stop == -1 and len(before.split()) > 4:
        return None
    if any(w[0].islower() and w not in _SMALL for w in found.group().replace("/", " ").split()):
        return None
    return found.group()


def _last_stop(tail: str) -> int:
    """Return where the last full stop stands that no initial ("P. Lee") carries."""
    at = tail.rfind(". ", 0, -2)
    while at >= 2 and tail[at - 1].isupper() and not tail[at - 2].isalnum():
        at = tail.rfind(". ", 0, at)
    return at


def _stands_apart(tail: str, found: re.Match[str]) -> bool:
    """Say whether a credit is its own sentence or bracket, or has words of its own to prove it."""
    before = tail[: found.start()].rstrip()
    return not before or before[-1] in ".!?)|”\"'" or found.group().lstrip()[:1] in "(|—–.!?"


def _weak_signs(words: str, head: str) -> int:
    signs = 0
    if "(" in words or ", left" in words or ", right" in words or ", cent" in words:
        signs += _POSITION.search(words) is not None
    photo = _THIS_PHOTO.match(head) is not None
    signs += photo
    signs += photo and _SHOWS.search(head) is not None and " showed" not in head
    if signs:
        signs += _DATED.search(words) is not None
        signs += not photo and _POSE.match(words) is not None
    return signs
