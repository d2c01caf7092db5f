"""What a block is by where it stands: headline, cross-head, link, list item or prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foedera.data import PartKind
from foedera.read.agency.blocks import Block, is_plain
from foedera.read.agency.conventions import fold, folded_head, name_agency
from foedera.read.agency.datelines import find_dateline
from foedera.read.agency.debris import LEFT_OVER
from foedera.read.agency.labels import is_names, label_block
from foedera.read.agency.nameplates import is_nameplate, names_outlet

_VERSION = re.compile(
    r"(?:UPDATE|WRAPUP|CORRECTED|REFILE|RPT|RECAST|EXCLUSIVE|ANALYSIS|FACTBOX|TIMELINE|INSIGHT)"
    r"(?:\s\d{1,2})?\s?[-–—]\s?(?=[^\W\d_a-z]|\d)"
)
_TAIL = re.compile(r"\s\((?:Part \d{1,2}|Roundup|UPDATED?|LEAD|URGENT|ADD|\d[a-z]{2} LD)\)$")
_LABEL = re.compile(r"\([A-Z0-9][^()\n]{1,25}\)\s(?=\S)")  # "(2nd LD) Assembly approves deal"
_SIGNED = re.compile(
    r"(?:[–—-]\s?)?(?:[A-Z]\.[\s-]?){1,2}[A-Z][^\W\d_]{1,20}(?:-[A-Z][^\W\d_]{1,20})?"
)
_INNER_STOP = re.compile(r"\s(?!vs\.)[a-z0-9][\w'’-]{0,30}[.!?][\"”]?\s[“\"‘]?[A-Z]|[.!][”\"]$")
# These stand beside a story; alone they are all there is to read.
_BESIDE = ("note", "byline", "credit")
_HEADLINE_WORDS = 24
_LEAD_BLOCKS = 6
_SLUG = re.compile(
    r"[A-Z]{2,4}\d{1,4}|(?:[AP]M|BC|EU|US)-{1,2}[A-Z][\w'’-]{1,30}(?:,\s.{0,40})?"
    r"|[A-Z]{2,12}(?:[-/][A-Z0-9]{2,12}){1,3}(?:\s[A-Z0-9-]{2,12}){0,3}(?:\s\([A-Z0-9 ]{1,20}\))?"
)
_HEADLINE_LINES = 3
_LINK_WORDS = 12
_RUN_ON_WORDS = 45
_NAMED_AT = re.compile(
    r"[A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{1,20}){1,2}(?:\sin\s[A-Z][\w'’-]{1,20}(?:\s[A-Z]\w{1,20})?"
    r"(?:\sand\sagenc(?:y|ies))?|\sand\sagenc(?:y|ies))"
)
_BULLET = re.compile(r"[-–—•*·▪]\s")
_ITEM = re.compile(r"[-–—•*·▪]\s|\d{1,2}[.)]\s|[a-z]")


def label_blocks(blocks: list[Block], title: str | None) -> list[PartKind]:
    """Return what each block is, by its words first and then by where it stands."""
    own = [_own_label(blocks, at) for at in range(len(blocks))]
    if len(blocks) == 1 and own[0] in _BESIDE:
        return ["paragraph"]
    head = _find_headline(blocks, own, title)
    run = _Run(blocks)
    return [run.take(i, "headline" if i == head else own[i]) for i in range(len(blocks))]


def _own_label(blocks: list[Block], at: int) -> PartKind | None:
    if _is_prose_by_head(blocks[at]):
        return None
    if _is_slug(blocks, at):
        return "note"
    label = label_block(blocks[at])
    may_be = label is None or (label == "byline" and names_outlet(blocks[at].words))
    return "note" if may_be and is_nameplate(blocks, at) else label


@dataclass(slots=True)
class _Run:
    """Walks the blocks in order and remembers what the earlier ones imply for the next."""

    blocks: list[Block]
    highlights: bool = False
    listing: bool = False
    lead_seen: bool = False

    def take(self, at: int, label: PartKind | None) -> PartKind:
        """Return the kind of block `at`, whose own words say `label`."""
        block = self.blocks[at]
        if label == "note":
            self.highlights |= folded_head(block.words).startswith("story highlights")
        kind = label or self._unlabelled(at)
        if label is None:
            self.highlights = self.highlights and kind == "note"
            self.lead_seen = self.lead_seen or kind == "paragraph"
        self.listing = kind == "paragraph" and (block.words[-1] == ":" or self._is_item(at))
        return kind

    def _unlabelled(self, at: int) -> PartKind:
        block = self.blocks[at]
        if self.highlights and not block.ended:
            return "note"
        if not at and len(self.blocks) > 2 and _has_title_run_on(block):
            return "caption"
        if self._is_item(at) or not self._is_loose(at):
            return "paragraph"
        return _loose_kind(self.blocks, at, self.lead_seen)

    def _is_item(self, at: int) -> bool:
        """Say whether the block is an item of a list: one a colon opened, or plain words midway."""
        block = self.blocks[at]
        found = _ITEM.match(block.words)
        if found is None or self.listing:
            return found is not None
        plain = _BULLET.match(block.words) is not None and is_plain(block.words)
        return plain and any(b.ended and b.count > 8 for b in self.blocks[at + 1 :])

    def _is_loose(self, at: int) -> bool:
        """Say whether the block is a short line without an end: a cross-head, a link, a name."""
        block = self.blocks[at]
        if len(self.blocks) < 3 or block.count > _LINK_WORDS:
            return False
        if block.ended and not (block.words.isupper() and block.words[-1] == "?"):
            return False
        if block.words[-1] in ":;,—-" or self._goes_on(at):
            return False
        return block.words[0].isupper() or not block.words[0].isalpha() or not self.lead_seen

    def _goes_on(self, at: int) -> bool:
        return at + 1 < len(self.blocks) and self.blocks[at + 1].words[0].islower()


def _is_slug(blocks: list[Block], at: int) -> bool:
    """Say whether a line is a desk's name for its story, with the headline still to come."""
    if at > 1 or not _SLUG.fullmatch(blocks[at].words):
        return False
    told = (b for b in blocks[at + 1 : at + 3] if not _SLUG.fullmatch(b.words))
    headline = next(told, None)
    return headline is not None and not headline.ended and not headline.words.isupper()


def _is_prose_by_head(block: Block) -> bool:
    """Say whether the block is a headline ("UPDATE 2-Talks end"), or prose after a counter."""
    if block.count <= _HEADLINE_WORDS and _VERSION.match(block.words):
        return True
    return block.count > 20 and block.ended and LEFT_OVER.match(block.words) is not None


def _has_title_run_on(block: Block) -> bool:
    """Say whether a picture's text with the title after it opens the report."""
    if block.ended or block.count > _RUN_ON_WORDS or block.words[-1] in ":;,—-":
        return False
    return _INNER_STOP.search(block.words) is not None


def _find_headline(
    blocks: list[Block], own: list[PartKind | None], title: str | None
) -> int | None:
    """Return the block that is the headline: the given title's, else the first title-like line."""
    if title:
        wanted = _bare(title)
        for i, block in enumerate(blocks[:8]):
            if block.count <= 40 and wanted and _bare(block.words) == wanted:
                return i
    for i, block in enumerate(blocks[:8]):
        if folded_head(block.words).startswith("story highlights"):
            return None
        if own[i] is None and not _is_signed(blocks, own, i):
            fits = _is_title_like(block) and _prose_after(blocks, own, i)
            return i if fits and (not title or _shares_words(block.words, title)) else None
    return None


def _shares_words(line: str, title: str) -> bool:
    """Say whether a line has two longer words in common with the given title."""
    told, wanted = ({w for w in fold(x).split() if len(w) > 3} for x in (line, title))
    return len(told & wanted) >= 2


def _is_signed(blocks: list[Block], own: list[PartKind | None], at: int) -> bool:
    """Say whether the block is names with their outlet's line below."""
    below = own[at + 1] if at + 1 < len(own) else None
    if below == "byline" and blocks[at + 1].words.startswith(("By ", "BY ")):
        return False  # who writes is told there
    return below == "byline" and blocks[at].count <= 8 and is_names(blocks[at].words)


def _is_title_like(block: Block) -> bool:
    words = _TAIL.sub("", block.words)
    if not 2 <= block.count <= _HEADLINE_WORDS or words[-1] in ".:;,)_—–-":
        return False
    if words.count("\n") >= _HEADLINE_LINES:
        return False
    if find_dateline(words, 0, len(words), opening=True):
        return False
    if _INNER_STOP.search(words):
        return False
    words = words[label.end() :] if (label := _LABEL.match(words)) else words
    return words[0].isupper() or words[0].isdigit() or words[0] in "“‘'\"$"


def _prose_after(blocks: list[Block], own: list[PartKind | None], at: int) -> bool:
    """Say whether a paragraph follows: a lone line is its own report, no headline."""
    following = zip(blocks[at + 1 :], own[at + 1 :], strict=True)
    return any(kind is None and block.ended and block.count > 4 for block, kind in following)


def _loose_kind(blocks: list[Block], at: int, lead_seen: bool) -> PartKind:
    """A name line at the head or foot is a byline, a dateline stays prose, the rest is debris."""
    words = blocks[at].words
    summed_up = at < _LEAD_BLOCKS and words.isupper()  # a summary may stand before it
    if find_dateline(words, 0, len(words), opening=not lead_seen or summed_up):
        return "paragraph"
    if (
        not lead_seen
        and at + 1 < len(blocks)
        and is_names(words)
        and label_block(blocks[at + 1]) == "byline"
    ):
        return "byline"
    near = at < 6 or at >= len(blocks) - 3
    if near and not lead_seen and len(words.split()) <= 8 and _NAMED_AT.fullmatch(words):
        return "byline"
    if at < 6 and not lead_seen and name_agency(words):
        return "byline"
    if lead_seen and at == len(blocks) - 1 and _SIGNED.fullmatch(words):
        return "byline"
    names = words.split()
    if (
        near
        and not lead_seen
        and 2 <= len(names) <= 4
        and all(n[0].isupper() and n[-1].isalpha() for n in names)
    ):
        return "byline"
    return "note"


def _bare(words: str) -> str:
    return "".join(c for c in fold(words) if c.isalnum())
