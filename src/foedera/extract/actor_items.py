"""Marks the tokens of a sentence that can begin, close or colour the name of an actor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from foedera.data import Sentence
from foedera.extract.actor_words import words as word_list
from foedera.extract.named_acts import exercise_at
from foedera.gazetteer import Entry, Gazetteer, fold, sound
from foedera.tree import low_words

ItemSort = Literal[
    "state", "adjective", "people", "seat", "body", "noun", "honorific", "caps", "field"
]
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_VERB_TAGS = frozenset({"VBZ", "VBD", "VBP"})
_PARTY_LETTERS = frozenset({"D", "R", "I"})
_AFTER_NAMES = frozenset(
    {"Jr.", "Jr", "Sr.", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XII", "XIV", "XVI"}
)
_MAX_CAPS = 6
_REGION = 10**7


class Item(NamedTuple):
    """A stretch of tokens with one job; `entry` is its reading, None for unknown capitals."""

    start: int
    end: int
    sort: ItemSort
    entry: Entry | None = None


class Line(NamedTuple):
    """A sentence as the rules below see it: folded and lower-case words, tags where parsed."""

    sentence: Sentence
    words: Sequence[str]
    low: Sequence[str]
    tags: Sequence[str]
    heading: bool

    def glued(self, token: int) -> bool:
        """Say whether no space stands between the token and the next."""
        s = self.sentence
        return token + 1 < len(s.words) and s.ends[token] == s.starts[token + 1]


def read_line(sentence: Sentence, *, heading: bool) -> Line:
    """Prepare a sentence; accents are folded, case is kept beside lower case."""
    words: Sequence[str] = sentence.words
    low: Sequence[str] = low_words(sentence)
    if not all(map(str.isascii, words)):
        words = [w if w.isascii() else fold(w) or w for w in words]
        low = [w.lower() for w in words]
    return Line(sentence, words, low, sentence.tags, heading)


def mark_items(line: Line, gazetteer: Gazetteer) -> list[Item]:
    """List the items of a sentence in order; they do not overlap."""
    items: list[Item] = []
    small, low = gazetteer.small_firsts, line.low
    end = 0
    for at, word in enumerate(line.words):
        if at >= end and (word[:1].isupper() or low[at] in small):
            item = _whole_name(line, gazetteer, at, _item_at(line, gazetteer, at, items))
            if item is not None:
                if item.sort != "field":
                    items.append(item)
                end = item.end
    return items


def _whole_name(line: Line, gazetteer: Gazetteer, at: int, item: Item | None) -> Item | None:
    """Read the full name of an office holder though it begins with a noun: "Bill Richardson".

    A title or a rank before a name stays one ("King Harald", and so does the "Marine" of Le Pen).
    """
    found = gazetteer.full_names.at(line.words, at)
    if found is None or (item is not None and item.end >= at + found[1]):
        return item
    entry = item.entry if item is not None else None
    if entry is not None and (entry.sort == "honorific" or entry.office is not None):
        return item
    return Item(at, at + found[1], "caps")


def _item_at(line: Line, gazetteer: Gazetteer, at: int, before: Sequence[Item]) -> Item | None:
    """Read what starts at a token: a listed name, a noun, or unknown capitals."""
    if field := _field(line, gazetteer, at):
        return field
    if _is_of_america(line.low, at):
        return Item(at, at + 2, "caps")
    named = _named(line, gazetteer, at)
    if named is None and (length := exercise_at(line.words, line.low, at)):
        return Item(at, at + length, "field")
    area = _area(line, gazetteer, at, named)
    if area is not None and (named is None or _is_wider(area, named)):
        return area
    noun = gazetteer.nouns.at(line.low, at)
    follows_name = bool(before) and before[-1].sort == "caps" and before[-1].end == at
    if (
        noun
        and (named is None or noun[1] > named.end - at)
        and not (follows_name and _surname_like(line, gazetteer, at, noun[1]))
    ):
        entry, length = noun[0][0], noun[1]
        if _noun_use(line, at, length, entry):
            return Item(at, at + length, entry.sort, entry)
    if named is not None and not _inside_name(line, gazetteer, named, follows_name):
        return named
    return _caps(line, gazetteer, at, titled=_after_title(before, at))


def _field(line: Line, gazetteer: Gazetteer, at: int) -> Item | None:
    """Read the field of an office, no name ("Secretary of Defense Mary Poole")."""
    if at < 2 or line.low[at - 1] != "of" or line.low[at - 2] not in word_list("portfolio_nouns"):
        return None
    found = gazetteer.portfolios.at(line.low, at)
    return Item(at, at + found[1], "field") if found else None


def _is_of_america(low: Sequence[str], at: int) -> bool:
    """Say whether a continent is told and not the United States: "Latin American leaders"."""
    part = low[at] in word_list("parts_of_america") and at + 1 < len(low)
    return part and low[at + 1] in {"american", "americans"}


def _after_title(before: Sequence[Item], at: int) -> bool:
    """Say whether a title ends right before a token: even "No" is then a name ("Gen. An Suk")."""
    if not before or before[-1].end != at:
        return False
    entry = before[-1].entry
    return before[-1].sort == "honorific" or (entry is not None and entry.office is not None)


def _named(line: Line, gazetteer: Gazetteer, at: int) -> Item | None:
    found, word = gazetteer.names.at(line.words, at), line.words[at]
    if found is None and word.isupper() and len(word) > 3:
        titled = [w.title() if w.isupper() else w for w in line.words[at : at + 4]]
        found = gazetteer.names.at(titled, 0)
    if found is None or _shouted(line, at, found[1]):
        return None
    entry, length = found[0][0], found[1]
    if word == "the" and length > 1:  # "the House" is none of "the House of Commons"
        longer = gazetteer.names.at(line.words, at + 1)
        if longer is not None and longer[1] >= length:
            return None
    return Item(at, at + length, entry.sort, entry)


def _shouted(line: Line, at: int, length: int) -> bool:
    """Say whether a short name is a word in a line of capitals, or only opens another name."""
    words, end = line.words, at + length
    if words[at] == "The":
        return end < len(words) and words[end][:1].isupper() and words[end].isalpha()
    if length > 1 or line.low[at] not in word_list("shouted_words"):
        return False
    beside = [*words[max(0, at - 1) : at], *words[end : end + 1]]
    return any(w.isupper() and len(w) > 2 for w in beside)


def _area(line: Line, gazetteer: Gazetteer, at: int, named: Item | None) -> Item | None:
    """Read a region of several words as one name ("West Bank", "South China Sea").

    So any place whose name opens with a state's ("Panama Canal", "French Guiana") or ends as a
    body's ("Kachin State").
    """
    found = gazetteer.spots.at(line.words, at)
    if found is None or found[1] < 2:
        return None
    opens = named is not None and named.end < at + found[1]
    closes = named is None and gazetteer.nouns.at(line.low, at + found[1] - 1) is not None
    if found[0][0].size < _REGION and not (opens or closes):
        return None
    return Item(at, at + found[1], "caps")


def _is_wider(area: Item, named: Item) -> bool:
    """Say whether a place is meant by a name, and not the government that has its seat there."""
    return named.end < area.end or (named.end == area.end and named.sort != "seat")


def _noun_use(line: Line, at: int, length: int, entry: Entry) -> bool:
    """Say whether the word is used as the noun: not as a verb, not a name's first word."""
    if entry.sort == "honorific":
        return line.words[at][:1].isupper()
    if entry.office == "national" and line.words[at] == "National":
        return False  # "its National Security Committee": no national of a state
    if line.low[at] in word_list("abbreviated_offices"):
        return line.words[at].isupper() and not (at and line.low[at - 1][:1].isdigit())
    if not line.tags:
        return True
    return line.tags[at + length - 1][:1] in "NJ" or line.words[at][:1].isupper()


def _surname_like(line: Line, gazetteer: Gazetteer, at: int, length: int) -> bool:
    """Say whether a capitalised noun after a given name is a surname ("Stephen King")."""
    return (
        length == 1
        and line.words[at][:1].isupper()
        and line.words[at - 1] in gazetteer.given_names
        and not _proper(line, gazetteer, at + 1)
    )


def _inside_name(line: Line, gazetteer: Gazetteer, named: Item, follows_name: bool) -> bool:
    """Say whether a listed single word is part of a person's name ("Michael Jordan")."""
    if named.end - named.start > 1:
        return False
    word = line.words[named.start]
    if follows_name and line.words[named.start - 1] in gazetteer.given_names:
        return named.sort in {"state", "seat", "body"} and not line.words[named.start].isupper()
    after = named.end
    if word not in gazetteer.given_names or not _proper(line, gazetteer, after):
        return False
    if gazetteer.full_names.at(line.words, after) is not None:
        return False  # "to China Jon Huntsman"
    return gazetteer.nouns.at(line.low, after) is None and (
        gazetteer.names.at(line.words, after) is None
    )


def _proper(line: Line, gazetteer: Gazetteer, at: int) -> bool:
    """Say whether the token is a capitalised word that may belong to a name."""
    if at >= len(line.words):
        return False
    word = line.words[at]
    if not word[:1].isupper() or word in gazetteer.not_actors or _is_told(line, at):
        return False
    if line.tags and (at == 0 or line.heading):
        return line.tags[at] in _NAME_TAGS or sound(word) in gazetteer.surnames
    if not line.tags and (at == 0 or line.heading):
        return word in gazetteer.given_names
    return not line.tags or line.tags[at][:1] in "NJFVU"


def _is_told(line: Line, at: int) -> bool:
    """Say whether a capital only opens a heading's verb: "Leader Says Army Will Go"."""
    if not line.tags or line.tags[at] not in _VERB_TAGS:
        return False
    s = line.sentence
    return any(s.deps[k] == "nsubj" and k < at for k in s.children[at])


def _caps(line: Line, gazetteer: Gazetteer, at: int, *, titled: bool = False) -> Item | None:
    """Read a run of unknown capitals, particles and hyphens included."""
    month = _is_month_as_name(line, at) and (titled or _speaks(line, at))
    if (
        not month
        and not _proper(line, gazetteer, at)
        and not (
            titled
            and line.words[at].istitle()
            and not _is_told(line, at)
            and _proper(line, gazetteer, at + 1)
        )
    ):
        return None
    if _is_party_tag(line, at):
        return None
    end = at + 1
    if seat := _seat_before_name(line, gazetteer, at):
        return Item(at, seat, "caps")
    while end - at < _MAX_CAPS * 2:
        closes = titled and end == at + 1 and _closes_name(line, gazetteer, end)
        more = end + 1 if closes else _continued(line, gazetteer, end)
        if more == end:
            break
        end = more
    start = _with_prefix(line, at)
    if all(len(w) < 2 for w in line.words[start:end]):
        return None
    return Item(start, end, "caps")


def _is_month_as_name(line: Line, at: int) -> bool:
    """Say whether a month is somebody's name, with no number behind it: "Theresa May"."""
    named = bool(line.tags) and line.words[at].istitle() and line.tags[at] in {"NNP", "MD"}
    if not named or line.low[at] not in word_list("months_as_names"):
        return False
    return not any(word[0].isdigit() for word in line.words[at + 1 : at + 2])


def _speaks(line: Line, at: int) -> bool:
    """Say whether a word does or has what only people do and have: "May said", "May's cabinet"."""
    s = line.sentence
    used = {"nsubj": "doings_of_people", "poss": "havings_of_people"}.get(s.deps[at])
    return used is not None and s.lemmas[s.heads[at]] in word_list(used)


def _seat_before_name(line: Line, gazetteer: Gazetteer, at: int) -> int:
    """Return where a place ends that a name follows: "the mayor of London Boris Johnson"."""
    found = gazetteer.spots.at(line.words, at) if at and line.low[at - 1] == "of" else None
    end = at + found[1] if found is not None else 0
    named = line.words[end : end + 1]
    full = end and named and named[0] in gazetteer.given_names
    return end if full and _proper(line, gazetteer, end + 1) else 0


def _closes_name(line: Line, gazetteer: Gazetteer, at: int) -> bool:
    """Say whether a capital behind a title and a name is the surname: "Prime Minister John Major".

    It is one though it is a noun too, where no name goes on behind it.
    """
    if at >= len(line.words) or not line.words[at].istitle() or not line.words[at].isalpha():
        return False
    noun = gazetteer.nouns.at(line.low, at)
    plain = noun is not None and noun[1] == 1 and not noun[0][0].plural
    named = bool(line.tags) and line.tags[at] == "NNP" and not line.heading
    s = line.sentence
    whole = named and s.heads[at - 1] == at and s.deps[at - 1] == "compound"
    return plain and whole and not _proper(line, gazetteer, at + 1)


def _is_party_tag(line: Line, at: int) -> bool:
    """Say whether a legislator's party and seat stand at a token: "Chuck Schumer D-N.Y."."""
    tag = line.words[at : at + 3]
    return (
        len(tag) == 3 and tag[0] in _PARTY_LETTERS and tag[1] in {"-", "–"} and tag[2][0].isupper()
    )


def _continued(line: Line, gazetteer: Gazetteer, at: int) -> int:
    """Return where the run reaches from `at`, `at` itself if it ends there."""
    if at >= len(line.words) or _is_party_tag(line, at):
        return at
    if line.words[at] in _AFTER_NAMES:  # "Abdullah II", "Trump Jr."
        return at + 1
    if line.words[at] == "-" and line.glued(at - 1) and line.glued(at):
        return at + 2 if at + 1 < len(line.words) and line.words[at + 1].isalpha() else at
    if line.low[at] in word_list("name_particles") and _proper(line, gazetteer, at + 1):
        return at + 2
    if line.low[at] in word_list("name_prefixes") and [*line.words[at + 1 : at + 2]] == ["-"]:
        return at + 3 if _proper(line, gazetteer, at + 2) else at
    if not _proper(line, gazetteer, at):
        first = line.words[at - 1] in gazetteer.given_names
        return at + 1 if first and _is_month_as_name(line, at) else at
    named = gazetteer.names.at(line.words, at)
    noun = gazetteer.nouns.at(line.low, at)
    if noun is not None and not _surname_like(line, gazetteer, at, noun[1]):
        return at
    if named is not None:
        item = Item(at, at + named[1], named[0][0].sort, named[0][0])
        return at + 1 if _inside_name(line, gazetteer, item, True) else at
    return at + 1


def _with_prefix(line: Line, at: int) -> int:
    """Return the run's start with an article of the name before it ("al-Assad")."""
    if at >= 2 and line.words[at - 1] == "-" and line.low[at - 2] in word_list("name_prefixes"):
        return at - 2
    return at
