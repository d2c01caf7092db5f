"""Two groups told by one noun, of which a state or a party has only one.

"National and French forces" are the land's own and those of France; "Republican and Green
senators" are of two parties of one chamber.
"""

from __future__ import annotations

from typing import NamedTuple

from foedera.extract.actor_drafts import Draft, Left
from foedera.extract.actor_items import Item, Line
from foedera.extract.actor_walk import Walk

_OWNERS = frozenset({"adjective", "body", "state"})
_PARTS = frozenset({"amod", "compound", "nmod", "conj"})
_PLAIN = frozenset({"JJ", "VBN", "NN"})
_ARTICLES = frozenset({"the", "a", "an"})


class _Pair(NamedTuple):
    """Where the phrase starts, whose the one group is, the word of the other, what both are."""

    start: int
    owner: Item
    plain: int
    shared: int


def groups_beside(walk: Walk, item: Item, left: Left) -> tuple[Draft, ...]:
    """Return the two groups that a plural noun tells by a state's adjective and a plain one."""
    assert item.entry is not None
    if not item.entry.plural or not walk.line.tags or left.possessive or left.blocked:
        return ()
    pair = _plain_first(walk, item, left) or _owner_first(walk, item, left)
    if pair is None or pair.owner.entry is None:
        return ()
    walk.take(pair.owner)
    rest = walk.text(pair.shared, item.end)
    country = pair.owner.entry.country
    owned = Draft(
        pair.start, item.end, pair.start, item.end, item.entry.kind, "actors.groups_beside",
        name=f"{walk.text(pair.owner.start, pair.owner.end)} {rest}", country=country,
    )  # fmt: skip
    word = walk.line.words[pair.plain]
    other = owned._replace(
        name=rest if word == "other" else f"{word} {rest}",
        country=country if pair.owner.sort == "body" else None,
    )
    return owned, other


def _plain_first(walk: Walk, item: Item, left: Left) -> _Pair | None:
    """Read "national and French forces"."""
    at = left.start
    if len(left.owners) != 1 or at < 2 or left.owners[0].start != at:
        return None
    owner, plain = left.owners[0], at - 2
    both = owner.sort in _OWNERS and _is_plain(walk, plain)
    if both and _are_joined(walk.line, plain, owner.end - 1, item.end - 1):
        return _Pair(plain, owner, plain, owner.end)
    return None


def _owner_first(walk: Walk, item: Item, left: Left) -> _Pair | None:
    """Read "French and national forces", "U.S. and coalition forces"."""
    unknown = all(o.sort == "caps" for o in left.owners)  # "Democratic"
    for plain in (left.start, left.start - 1) if unknown else ():
        owner = walk.ending(plain - 1) if 2 <= plain < item.end - 1 else None
        if owner is None or owner.sort not in _OWNERS or not _is_plain(walk, plain):
            continue
        if not _describes(walk.line, owner):
            continue
        if _are_joined(walk.line, owner.end - 1, plain, item.end - 1):
            return _Pair(owner.start, owner, plain, plain + 1)
    return None


def _describes(line: Line, owner: Item) -> bool:
    """Say whether a name stands as an adjective: one word, and no state's own but by letters."""
    if owner.sort == "adjective" or line.tags[owner.end - 1] == "JJ":
        return True
    article = owner.start > 0 and line.low[owner.start - 1] in _ARTICLES
    letters = line.words[owner.start].replace(".", "").isupper()
    return owner.end == owner.start + 1 and not article and (owner.sort == "body" or letters)


def _is_plain(walk: Walk, at: int) -> bool:
    """Say whether a word is an adjective or stands for one, and is nobody's office."""
    line = walk.line
    word, noun = line.words[at], walk.gazetteer.nouns.at(line.low, at)
    if line.tags[at][0] == "N" and noun is not None and noun[0][0].kind == "office":
        return False  # "the interior minister and French officials"
    small = word.islower() or at == 0 or line.tags[at] == "JJ"
    return word.isalpha() and small and line.tags[at] in _PLAIN


def _are_joined(line: Line, first: int, second: int, noun: int) -> bool:
    """Say whether "and" joins two words that both tell what a noun is."""
    s = line.sentence
    if line.low[first + 1] not in {"and", "or"} or first + 2 > second:
        return False
    if "-" in line.words[first:noun]:
        return False
    if s.deps[first] not in _PARTS or s.deps[second] not in _PARTS or s.heads[first] != noun:
        return False
    return s.heads[second] == (first if s.deps[second] == "conj" else noun)
