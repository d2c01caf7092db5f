"""What has gone on since it began: "have been shut since May", "has trained them for years"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from foedera.data import Sentence, Voice
from foedera.extract.frames import Match
from foedera.extract.reality_shades import words_of
from foedera.tree import ancestors, children

_LONG = frozenset({"year", "month", "week", "decade", "century", "day"})
_PAST = frozenset({"has", "have", "had", "was", "were", "'ve", "’ve"})
_NOW = frozenset({"has", "have", "'s", "'ve", "’s", "’ve"})
_GONE = frozenset({"past", "last", "recent", "previous", "brief", "first", "former", "old"})
_BOUNDS = frozenset({"during", "since", "after", "following", "before", "until"})
_PASSING = frozenset({"harm", "diplomacy", "unrest"})  # "held two votes since May"


def settle_lasting(voice: Voice, match: Match, s: Sentence) -> Voice:
    """Read a lasting act told in the perfect with its beginning or its length as going on."""
    verb = match.head
    if voice.reality != "happened" or s.tags[verb] != "VBN" or match.kind.family in _PASSING:
        return voice
    lasts = s.lemmas[verb].lower() in words_of("lasting_verbs")
    now = any(s.words[k].lower() in _NOW for k in children(s, verb, "aux"))
    goes_on = lasts and now and _stretches(s, verb) and not _is_repeated(s, verb)
    return replace(voice, reality="ongoing") if goes_on else voice


def settle_passing(voice: Voice, match: Match, s: Sentence) -> Voice:
    """Read a passing act told by a participle as done where its clause tells the past.

    "Police met men throwing bombs" tells that they threw them, "met troops serving there" that
    they serve.
    """
    verb = match.head
    bare = s.tags[verb] == "VBG" and s.deps[verb] == "acl" and not children(s, verb, "aux")
    if voice.reality != "ongoing" or not bare or match.kind.name not in words_of("passing_kinds"):
        return voice
    above = next((k for k in ancestors(s, verb) if s.tags[k][0] in "VM"), verb)
    helped = {s.words[k].lower() for k in children(s, above, "aux", "auxpass")}
    past = s.tags[above] == "VBD" or (s.tags[above] == "VBN" and bool(helped & _PAST))
    now = any(s.words[k].lower() in {"now", "still", "currently"} for k in s.children[verb])
    return replace(voice, reality="happened") if past and not now else voice


def settle_standing(voice: Voice, match: Match, s: Sentence) -> Voice:
    """Read a noun of a lasting kind as going on: "the blockade hurts", "the war in Chad".

    So it is where the present tells of it, and with wars in or against somebody that bear no name.
    """
    noun = match.head
    if voice.reality != "happened" or s.tags[noun] not in {"NN", "NNS"}:
        return voice
    if match.kind.name not in words_of("lasting_kinds"):
        return voice
    stands = _is_told_at_present(s, noun)
    stands = stands or (match.kind.name == "military.fight" and _is_a_war_on(s, noun))
    return replace(voice, reality="ongoing") if stands else voice


def _is_told_at_present(s: Sentence, noun: int) -> bool:
    """Say whether a noun is the subject of a present that does not tell that it is over."""
    verb = s.heads[noun]
    if s.deps[noun] not in {"nsubj", "nsubjpass"} or s.lemmas[verb] in words_of("found_out"):
        return False
    helped = {s.words[k].lower() for k in children(s, verb, "aux", "auxpass")}
    finite = s.tags[verb] in {"VBZ", "VBP"} and helped <= {"do", "does"}
    runs = s.tags[verb] in {"VBG", "VBN"} and bool(helped) and helped <= {"is", "are", "being"}
    judged = (s.lemmas[k].lower() for k in children(s, verb, "acomp", "attr", "advmod", "prt"))
    ends = s.lemmas[verb] in words_of("ending") | words_of("coming_to_nothing")
    return (finite or runs) and not ends and not any(w in words_of("over") for w in judged)


def _is_a_war_on(s: Sentence, noun: int) -> bool:
    """Say whether a war is known by where or against whom it is fought: "the war in Chad".

    "The 1967 war in Chad", "the Gulf War" and "the brief war" are over.
    """
    if s.tags[noun] != "NN" or s.lemmas[noun].lower() not in words_of("wars"):
        return False
    near = children(s, noun, "amod", "compound", "nummod", "npadvmod", "nmod")
    dated = any(s.tags[k] == "CD" or s.words[k].lower() in _GONE for k in near)
    known = children(s, noun, "poss") or any(
        s.words[k].lower() in {"the", "this"} for k in children(s, noun, "det")
    )
    at = any(s.words[k].lower() in {"in", "against", "with"} for k in children(s, noun, "prep"))
    civil = any(s.words[k].lower() == "civil" for k in near)
    owned = civil and bool(children(s, noun, "poss"))
    during = s.deps[noun] == "pobj" and s.words[s.heads[noun]].lower() in _BOUNDS
    return bool(known) and (at or owned) and not dated and not during


def _is_repeated(s: Sentence, verb: int) -> bool:
    """Say whether something was done several times since: "has closed it twice since May"."""
    beside = children(s, verb, "advmod", "npadvmod")
    return any(s.lemmas[k].lower() in words_of("several_times") for k in beside)


def _stretches(s: Sentence, verb: int) -> bool:
    """Say whether "since" or "for years" hangs on a verb, or on what stands right behind it."""
    for prep in _behind(s, verb):
        word = s.words[prep].lower()
        if word == "since":
            return True
        if word == "for" and any(s.lemmas[k] in _LONG for k in children(s, prep, "pobj")):
            return True
    return False


def _behind(s: Sentence, verb: int) -> Iterator[int]:
    yield from children(s, verb, "prep")
    for kid in children(s, verb, "dobj", "prep"):
        for inner in (kid, *children(s, kid, "pobj")):
            yield from children(s, inner, "prep")
