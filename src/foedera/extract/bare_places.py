"""Places that no table has, read from how a name stands: "in Rask", "at the Wagah crossing"."""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Actor, Sentence, Span, Where
from foedera.extract.actor_words import words as word_list
from foedera.extract.claim_owners import Owners
from foedera.extract.claim_times import beside
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.named_acts import exercise_at
from foedera.extract.other_times import is_ruled_out
from foedera.extract.role_owners import is_violent
from foedera.extract.role_words import role_words
from foedera.tree import ancestors, low_words

_SCENES = frozenset({"in", "near", "outside", "at", "off"})
BORDERS = frozenset({"border", "frontier", "borders", "boundary"})
"""What two states share: a town there may be in either."""
_LAUNCHING = frozenset(
    {"range", "site", "base", "airbase", "airfield", "airport", "port", "centre", "center"}
)
_TOLD_BY_NAME = frozenset({"in", "near", "outside"})


def bare_place(match: Match, mentions: TokenMentions, owners: Owners) -> Where | None:
    """Take a name that no table has as the place where it stands: "were killed in Ain Tarma".

    Only for happenings that have a scene, right behind "in", "at", "near", "off" or "outside", and
    not in a headline written in capitals.
    """
    found = _found(match, mentions, owners)
    if found is None:
        return None
    s, (first, last) = mentions.sentence, found
    name = _written(s, first, last)
    return Where(name, None, None, None, Span(s.starts[first], s.ends[last]))


def within(
    wide: Where | None, match: Match, mentions: TokenMentions, owners: Owners
) -> Where | None:
    """Narrow a place to the name that is told to lie in it: "Rask sector of Sistan province".

    A name told before a border lies on either side of it.
    """
    found = _found(match, mentions, owners) if wide is not None else None
    if wide is None or found is None:
        return wide
    s, (first, last) = mentions.sentence, found
    inner = [k for k in range(len(s.words)) if s.starts[k] == wide.span.start]
    sort = s.heads[last] if s.deps[last] == "compound" else last
    name = _written(s, first, last)
    span = Span(s.starts[first], s.ends[last])
    if inner and s.starts[first] < wide.span.start and BORDERS.intersection(wide.name.split()):
        owned = BORDERS.isdisjoint(wide.name.split()[:2])  # "Rask, a village on Mali's border"
        on = owned and s.words[inner[0] - 1].lower() in {"on", "along"}
        return Where(name, wide.country if on else None, None, None, span)
    if not inner or sort not in ancestors(s, inner[0]):
        return wide
    return replace(wide, name=name, lat=None, lon=None, span=span)


def _written(s: Sentence, first: int, last: int) -> str:
    return " ".join(s.words[first : last + 1]).replace(" - ", "-")


def _found(match: Match, mentions: TokenMentions, owners: Owners) -> tuple[int, int] | None:
    """Return the first and the last token of the unknown name where a happening took place."""
    s = mentions.sentence
    if not _has_scene(match):
        return None
    near = {match.head}
    if match.kind.family in {"military", "harm", "unrest"}:
        near.update(beside(s, match.head, owners.heads))
    for token, tag in enumerate(s.tags):
        prep = _leading(match, s, token) if tag == "NNP" else None
        if prep is None or near.isdisjoint({owners.of(s.heads[prep]), s.heads[prep]}):
            continue
        first = _name_start(s, token, prep)
        behind = s.words[prep].lower()
        if _is_unknown(mentions, first, token, behind) and not is_ruled_out(s, prep):
            return first, _name_end(s, token)
    return None


def _has_scene(match: Match) -> bool:
    """Say whether a happening has a scene: a signing has, an agreement as such has none."""
    kind = match.kind
    return kind.family in role_words("families_with_scene") or kind.name in role_words(
        "kinds_with_scene"
    )


def is_unknown_place(mentions: TokenMentions, first: int, last: int) -> bool:
    """Say whether a name behind "in" or the like is nobody's."""
    return _is_unknown(mentions, first, last, "in")


def _is_unknown(mentions: TokenMentions, first: int, last: int, behind: str) -> bool:
    """Say whether nobody and nothing known bears the name; one is killed "in" no person."""
    s = mentions.sentence
    if exercise_at(s.words, low_words(s), first):
        return False
    told = [m for at in range(first, last + 1) for m in mentions.by_token.get(at, ())]
    if behind in _TOLD_BY_NAME:
        told = [m for m in told if not _is_mere_name(m.value)]
    return not told


def _is_mere_name(value: object) -> bool:
    """Say whether a name was taken for a person's by nothing but its capitals."""
    return (
        isinstance(value, Actor)
        and value.kind == "person"
        and value.country is None
        and value.office is None
        and " " not in value.name
    )


def _leading(match: Match, s: Sentence, token: int) -> int | None:
    """Return the token that hangs an unknown name on what happened there; None if nothing does.

    "in Rask", "at the Rask crossing", "in the town of Rask", and where force is used
    "attacked the village of Rask".
    """
    prep = s.heads[token]
    if s.deps[token] == "compound" and _is_sort(s, prep):
        if is_violent(match) and prep in match.slots.get("object", ()):
            return prep  # "shelled the Rask crossing"
        prep = s.heads[prep] if s.deps[prep] == "pobj" else prep  # "at the Wagah crossing"
    elif s.deps[token] != "pobj":
        return None
    sort = s.heads[prep]
    if s.words[prep].lower() == "of" and s.words[sort].lower() in word_list("place_nouns"):
        taken = is_violent(match) or match.kind.family == "military"
        if taken and sort in match.slots.get("object", ()):
            return prep  # "retook the town of Rask"
        within = s.deps[sort] == "pobj" and s.words[s.heads[sort]].lower() in _SCENES
        left = any(sort in match.slots.get(slot, ()) for slot in match.frame.roles.get("where", ()))
        return s.heads[sort] if within or left else None
    first = _name_start(s, token, prep)
    opened = first - 1 if first and s.words[first - 1].lower() == "the" else first
    governor = s.words[s.heads[prep]]
    before = s.words[prep - 1] if prep else ""
    if s.words[prep].lower() == "from" and opened == prep + 1:
        launched = s.words[s.heads[token]].lower() in _LAUNCHING  # "fired from the Rask range"
        return prep if launched and s.deps[token] == "compound" else None
    plain = opened == prep + 1 and (not before[:1].isupper() or governor.islower())
    return prep if plain and s.words[prep].lower() in _SCENES else None


def _is_sort(s: Sentence, noun: int) -> bool:
    """Say whether a noun tells of what sort a place is: "the Rask crossing", "Samba sector"."""
    word = s.words[noun].lower()
    return word in word_list("place_nouns") or word in role_words("scene_nouns")


def _name_end(s: Sentence, token: int) -> int:
    """Return where a name ends that a sort of place follows: "Saif al-Dar district", "Rask Dam".

    What else stands before the sort is none of it: "the Rask border crossing".
    """
    sort = s.heads[token]
    if s.deps[token] != "compound" or not _is_sort(s, sort):
        return token
    return next((k for k in range(sort, token, -1) if s.words[k][:1].isupper()), token)


def _name_start(s: Sentence, token: int, behind: int) -> int:
    """Return where a name begins that ends at a token and stands behind another."""
    while token - 1 not in {behind, -1} and s.words[token - 1][:1].isupper():
        token -= 1
    return token
