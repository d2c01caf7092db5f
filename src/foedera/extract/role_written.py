"""Whom or what an act is done to where only a common noun tells: as the words have it.

"Beheaded Americans", "attacked an army post", "urged the world not to forget": nobody that any
list knows, and yet the act has somebody it is done to. A party by its words is better than none.
Kinds and the slots they are read from stand in `lexicons/role_words.yaml` (`written_goals`).
"""

from __future__ import annotations

from foedera.data import Actor, Claim, MentionKind, Sentence, Span
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of, measures
from foedera.extract.role_rows import listed
from foedera.extract.role_states import belonging
from foedera.extract.role_unnamed import unnamed
from foedera.extract.role_words import fallback_slots, role_words
from foedera.tree import children

_HARM = "harm"
_NOUNS = frozenset({"NN", "NNS", "NNPS"})
_ELSEWHERE: tuple[MentionKind, ...] = ("time", "agreement", "place")
_OURS = frozenset({"my", "our"})
_MOST = 3


def written_goals(match: Match, claim: Claim, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Return those that an act is done to by the nouns of its goal slots, nobody if none fits."""
    slots = fallback_slots("written_goals")
    told = match.frame.roles.get("recipient", ())
    for slot in slots.get(claim.kind, slots.get(match.kind.family, ())):
        if slot == "object" and slot not in told and claim.kind in role_words("fired_kinds"):
            continue  # "fired rockets": the object is what it is done with
        for token in match.slots.get(slot, ()):
            if _is_its_own(match, mentions.sentence, token):
                found = _as_written(match, mentions, token)
                if found:
                    return found
    return ()


def with_row(
    match: Match, claim: Claim, named: tuple[Actor, ...], mentions: TokenMentions
) -> tuple[Actor, ...]:
    """Return with unnamed goals what else stands in their row, where it is surely a goal.

    "Shelled a hospital, two schools and a market": schools alone are known to act.
    """
    found = written_goals(match, claim, mentions)
    had = {a.span.end for a in named}
    if all(a.span.end not in had for a in found):
        return named
    s = mentions.sentence
    last = {s.ends[t]: t for t in range(len(s.words))}
    sure = role_words("solid_classes")
    more = [a for a in found if a.span.end not in had and a.span.end in last]
    more = [a for a in more if not classes_of(s, last[a.span.end]).isdisjoint(sure)]
    return tuple(sorted((*named, *more), key=lambda a: a.span.start)) if more else named


def _is_its_own(match: Match, s: Sentence, token: int) -> bool:
    """Say whether a phrase is the trigger's own: of a noun none that a verb lends.

    Who is asked stands before what he is asked to do: not "wanted to see proof".
    """
    if match.kind.family == "request":
        return any(clause > token for clause in match.slots.get("to_do", ()))
    if match.frame.sort != "nouns":
        return True
    prep = s.heads[token]
    return s.deps[token] == "pobj" and s.heads[prep] in match.tokens


def _as_written(match: Match, mentions: TokenMentions, token: int) -> tuple[Actor, ...]:
    s = mentions.sentence
    people = match.kind.family in role_words("peopled")
    out: list[Actor] = []
    if match.kind.family == _HARM and s.tags[token] == "CD":
        return (_so_many(s, token),)
    for one in listed(mentions, token)[:_MOST]:
        noun = _counted(s, one)
        if _may_be_acted_on(mentions, noun) and (not people or _is_people(s, noun)):
            out += belonging(mentions, noun, unnamed(s, noun))
    return tuple(dict.fromkeys(out))


def _so_many(s: Sentence, number: int) -> Actor:
    """Read "killing two soldiers and wounding three": three of those whom the other verb has.

    Where no other has any they go by their number: "killing three".
    """
    verb = s.heads[number]
    for other in (s.heads[verb], *children(s, s.heads[verb], "conj")):
        joined = other == s.heads[verb] and s.deps[verb] == "conj"
        if other != verb and (joined or s.heads[other] == s.heads[verb]):
            for noun in children(s, other, "dobj", "nsubjpass"):
                if noun < number and s.tags[noun] == "NNS" and children(s, noun, "nummod"):
                    return unnamed(s, noun)
    span = Span(s.starts[number], s.ends[number])
    return Actor(s.words[number], None, "group", None, span)


def _counted(s: Sentence, noun: int) -> int:
    """Return what a measure noun counts: the villages of "dozens of villages"."""
    if measures(s, noun):
        for prep in children(s, noun, "prep"):
            if s.words[prep].lower() == "of":
                return next(iter(children(s, prep, "pobj")), noun)
    return noun


def _may_be_acted_on(mentions: TokenMentions, token: int) -> bool:
    """Say whether a noun is somebody or something that can be acted on: no text, no weapon."""
    s = mentions.sentence
    if s.tags[token] not in _NOUNS or any(mentions.at(token, k) for k in _ELSEWHERE):
        return False
    if any(s.words[k].lower() in _OURS for k in children(s, token, "poss")):
        return False  # "we must close our borders"
    if s.lemmas[token].lower() in role_words("unwritten_nouns") or measures(s, token):
        return False
    classes = classes_of(s, token)
    solid = not classes.isdisjoint(role_words("solid_classes"))
    return solid or classes.isdisjoint(role_words("unwritten_classes"))


def _is_people(s: Sentence, noun: int) -> bool:
    """Say whether a noun is of people, or may be: a plural that no list knows."""
    classes = classes_of(s, noun)
    if not classes:
        return s.tags[noun] != "NN"
    return not classes.isdisjoint(role_words("written_people"))
