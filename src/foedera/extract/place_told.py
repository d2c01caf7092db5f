"""Places told beside what happened: "Rask in northern Iran", "the shrine they hit is in Lima"."""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Sentence, Span, Where
from foedera.extract.bare_places import BORDERS, is_unknown_place
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_words import role_words
from foedera.tree import children

_LEADING = frozenset({"from", "at", "in", "near", "outside", "off", "on", "around"})
_SETTING = frozenset({"in", "on", "off"})
_NEXT = 6
_PLACE_RULES = frozenset({"places.unlisted", "places.town"})


def narrowed(wide: Where, mentions: TokenMentions) -> Where:
    """Return the name straight before a wide place that lies in it: "from Azaz in northern Syria".

    So it does behind a comma: "at Rask, on its west coast". Nobody known may bear the name.
    """
    s = mentions.sentence
    at = next((k for k, start in enumerate(s.starts) if start >= wide.span.start), None)
    prep = at if at is None else _leads(s, at)
    if prep is None or not BORDERS.isdisjoint(s.words[prep + 1 : prep + _NEXT]):
        return wide
    last = prep - 2 if s.words[prep - 1] == "," else prep - 1
    if last < 1 or s.tags[last] != "NNP" or s.deps[last] != "pobj":
        return wide
    first = last
    while s.words[first - 1][:1].isupper() and first > 1:
        first -= 1
    if s.words[first - 1].lower() not in _LEADING:
        return wide
    found = [m for m in mentions.at(last, "place") if m.rule in _PLACE_RULES]
    if found and isinstance(found[0].value, Where):
        return found[0].value
    if not is_unknown_place(mentions, first, last):
        return wide
    name = " ".join(s.words[first : last + 1]).replace(" - ", "-")
    return replace(wide, name=name, lat=None, lon=None, span=Span(s.starts[first], s.ends[last]))


def _leads(s: Sentence, at: int) -> int | None:
    """Return the preposition before a place, past its sort and side: "in the province of X"."""
    for back in range(at - 1, max(0, at - 6), -1):
        word = s.words[back].lower()
        if word in _SETTING:
            return back
        if s.tags[back] not in {"DT", "JJ", "NN", "PRP$"} and word != "of":
            return None
    return None


def told_of_it(match: Match, mentions: TokenMentions) -> Where | None:
    """Return where something is that a clause only says it of: "the train he shot at was in X"."""
    s, verb = mentions.sentence, match.head
    if s.deps[verb] not in {"relcl", "acl"}:
        return None
    be = s.heads[s.heads[verb]]
    if s.deps[s.heads[verb]] != "nsubj" or s.lemmas[be] != "be" or s.tags[be][0] != "V":
        return None
    for prep in children(s, be, "prep"):
        if s.words[prep].lower() not in role_words("locative"):
            continue
        for noun in children(s, prep, "pobj"):
            for mention in mentions.at(noun, "place"):
                if isinstance(mention.value, Where):
                    return mention.value
    return None
