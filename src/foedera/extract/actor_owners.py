"""Tells which state owns a name by "'s", also where a number stands between."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.extract.actor_items import Item, Line
from foedera.extract.actor_words import words as word_list

_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_MARKS = frozenset({"'s", "'"})
_MOST = 4
_ADJECTIVAL = frozenset({"JJ", "VBN", "HYPH", "NN", "RB"})
_OF = frozenset({"of"})
_WITHIN = frozenset({"in", "at"})
_BY_KIND = {
    "office": frozenset({"of", "for", "at", "from"}),
    "group": frozenset({"of", "from"}),
    "organisation": frozenset({"of", "in"}),
    "force": _OF,
    "outlet": _OF,
}
_ACTING_FROM = frozenset({"force", "organisation"})


def state_owning(line: Line, items: Sequence[Item], name: Item) -> Item | None:
    """Return the state that a name's "'s" belongs to: "Peru's Zelmash", "Peru's 3rd Army"."""
    at = name.start - is_ordinal(line, name.start - 1)
    if at < 2 or line.low[at - 1] not in _MARKS:
        return None
    return next((i for i in items if i.end == at - 1 and i.sort == "state"), None)


def is_ordinal(line: Line, at: int) -> bool:
    """Say whether a token counts what it stands before: "3rd", "101st"."""
    return at >= 0 and line.low[at][:1].isdigit() and line.low[at][-2:] in _ORDINALS


def is_how(line: Line, at: int) -> bool:
    """Say whether an adverb tells how somebody came to his post: "[newly] elected president"."""
    s, next_to = line.sentence, at + 1
    adverb = line.tags[at] == "RB" and s.deps[at] == "advmod" and s.heads[at] == next_to
    return adverb and line.tags[next_to] == "VBN" and s.deps[next_to] == "amod"


def is_numbered(line: Line, noun: Item, at: int) -> bool:
    """Say whether a number is part of a body's name: "47th Brigade", not "40th country"."""
    return line.words[noun.start][:1].isupper() and is_ordinal(line, at)


def past_adjectives(line: Line, at: int) -> int:
    """Return where adjectives end before a name: "of [neighbouring] Chad", "[war-torn] Yemen"."""
    end = at
    while end < min(at + _MOST, len(line.words) - 1) and _is_small_adjective(line, end):
        end += 1
    return end


def _is_small_adjective(line: Line, at: int) -> bool:
    word = line.words[at]
    plain = word == "-" or (word.islower() and word not in word_list("place_nouns"))
    if not plain or not line.tags:
        return False
    before_noun = line.tags[at] == "VBG" and line.sentence.deps[at] == "amod"
    return before_noun or line.tags[at] in _ADJECTIVAL


def may_own(line: Line, item: Item, prep: str) -> bool:
    """Say whether a preposition behind a noun may lead to whose it is: "the army of Chad"."""
    assert item.entry is not None
    if prep == "of":
        return True
    if prep == "to":
        return line.low[item.end - 1] in word_list("serving")
    sent = (item.entry.office or item.entry.name).split()[-1] in word_list("sent")
    if sent and prep == "from":
        return True
    return not sent and (prep in _BY_KIND.get(item.entry.kind, _OF) or _acts_from(line, item, prep))


def past_article(line: Line, at: int) -> int:
    """Return the token behind an article, or the same where none stands."""
    return at + 1 if at < len(line.low) and line.low[at] in {"the", "a", "an"} else at


def within_body(line: Line, item: Item, prep: str, at: int) -> bool:
    """Say whether people are told of by the body that they serve: "officers in the Fijian army".

    "Officials in Fiji" may be anybody's.
    """
    assert item.entry is not None
    if prep not in _WITHIN or item.entry.kind not in {"office", "group", "force"}:
        return False
    behind = line.low[at + 1 : at + 1 + _MOST]
    reach = next((n for n, w in enumerate(behind) if w in word_list("bodies_within")), None)
    if reach is None:
        return False
    return all(word.isalpha() or word in _MARKS for word in behind[:reach])


def _acts_from(line: Line, item: Item, prep: str) -> bool:
    """Say whether forces or a body that act are told with where they are from: "troops from Mali".

    Those whom others move are moved from there: "withdrew troops from Mali".
    """
    entry, s, noun = item.entry, line.sentence, item.end - 1
    if prep != "from" or not line.tags or entry is None or entry.kind not in _ACTING_FROM:
        return False
    agent = s.deps[noun] == "pobj" and s.words[s.heads[noun]].lower() == "by"
    return s.heads[item.end] == noun and (s.deps[noun] == "nsubj" or agent)
