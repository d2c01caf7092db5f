"""Who does what a noun or a clause without a subject tells, by what stands above it.

"Chad drew up plans for a strike": whoever plans, prepares, rules out or keeps up an act does it.
"Chad's approach consists of training them": an approach, a policy or a trip is its owner's.
"Chad is building missiles that could reach Mali": a weapon strikes for whoever has it.
"Tunnels built by Chad to attack Mali": what is made for a purpose serves who makes it.
Asked only where the words of the act itself name no doer.
"""

from __future__ import annotations

from collections.abc import Iterator

from foedera.data import Actor, Sentence
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of, measures
from foedera.extract.role_phrases import actors_at
from foedera.extract.role_words import role_words
from foedera.extract.subjects import is_passive, logical_pair
from foedera.tree import children

_FURTHEST = 7
_LEADING = frozenset({"for", "to", "of", "on", "with", "about", "in", "from", "at", "toward"})
_WHY = frozenset({"over", "about", "against", "after", "following"})
_AT = frozenset({"on", "upon", "against"})
_OWNERS = ("poss", "amod", "compound", "nmod")
_ACTED = frozenset({"dobj", "attr", "oprd", "nsubjpass"})
_NAMED = frozenset({"state", "person", "office", "organisation", "force"})
_BODIES = frozenset({"organisation"})
_ARMED = frozenset({"military"})
_FORCE = frozenset({"military", "harm"})


def doer_above(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Return who does an act that names no doer, none where the words above it leave it open."""
    if match.kind.family not in role_words("done_by_those_above"):
        return ()
    s = mentions.sentence
    if match.frame.sort == "phrases" and "subject" not in match.frame.roles.get("actor", ()):
        return _checked(_within(match, mentions))
    if match.frame.sort == "nouns" or s.tags[match.head][0] != "V":
        if named := _culprits(match, mentions):
            return named
        found = _told_by(mentions, match) or _of_saying(match, mentions)
        if not found and not _is_at_own(s, match.head):
            found = _climb(mentions, match.head)
        return _checked(found)
    for token in match.slots.get("subject", ()):
        if s.heads[token] != match.head and (found := _of_means(mentions, token)):
            return _checked(found)
        if match.kind.family in _ARMED and (found := _who_has(match, mentions, token)):
            return _checked(found)
    return _checked(_maker(mentions, match.head))


def _within(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Return whose the noun of a phrase is: "came under [Chadian] fire"."""
    s = mentions.sentence
    nouns = (t for t in match.tokens if s.tags[t] in {"NN", "NNS"})
    owners = (k for t in nouns for k in children(s, t, "poss", "amod"))
    return next((f for k in owners if (f := actors_at(mentions, k, strict=False))), ())


def _checked(found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Keep only those who are known."""
    return (
        found if all((a.country or a.kind in _BODIES) and a.kind in _NAMED for a in found) else ()
    )


def _culprits(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Read "the suspects in the attack", "the gunmen behind the raid": they are who did it."""
    s, prep = mentions.sentence, mentions.sentence.heads[match.head]
    if s.deps[match.head] != "pobj" or match.kind.family not in _FORCE:
        return ()
    one = s.heads[prep]
    word = s.words[prep].lower()
    told = s.lemmas[one].lower() in role_words("culprits") and word in {"in", "of", "behind", "for"}
    one = s.heads[one] if s.deps[one] == "appos" and s.tags[s.heads[one]] == "NNP" else one
    return actors_at(mentions, one) if told else ()


def _told_by(mentions: TokenMentions, match: Match) -> tuple[Actor, ...]:
    """Read a "by" that hangs on what a noun governs or counts it: "tests of missiles by X".

    What is said over a raid by X is not said by X.
    """
    s, noun = mentions.sentence, match.head
    spoken = match.kind.family in role_words("talking_families")
    preps = (p for p in children(s, noun, "prep") if not spoken or s.words[p].lower() not in _WHY)
    near = [k for p in preps for k in children(s, p, "pobj")]
    near += [k for t in near for p in children(s, t, "prep") for k in children(s, p, "pobj")]
    prep = s.heads[noun]
    over = s.heads[prep]
    if s.deps[noun] == "pobj" and s.words[prep].lower() == "of":
        leads = s.lemmas[over].lower() in role_words("means_of_acts")
        near += [over] if leads or measures(s, over) else []
    for token in near:
        for by in children(s, token, "prep", "agent"):
            if s.words[by].lower() == "by":
                return tuple(a for k in children(s, by, "pobj") for a in actors_at(mentions, k))
    return ()


def _of_saying(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Read "In sharp criticism of X, Y said": who goes on to speak spoke so."""
    s = mentions.sentence
    prep = s.heads[match.head]
    verb = s.heads[prep]
    opens = s.deps[match.head] == "pobj" and s.words[prep].lower() == "in" and prep == 0
    if not opens or match.kind.family != "statement" or s.tags[verb] != "VBD":
        return ()
    return tuple(a for t in children(s, verb, "nsubj") for a in actors_at(mentions, t))


def _is_at_own(s: Sentence, noun: int) -> bool:
    """Say whether an act is done to what is somebody's own: "prepared for a raid on its port".

    One may strike at one's own neighbours or people.
    """
    return any(
        s.lemmas[goal].lower() not in role_words("struck_by_their_own")
        for prep in children(s, noun, "prep")
        for goal in (children(s, prep, "pobj") if s.words[prep].lower() in _AT else ())
        if any(s.tags[k] == "PRP$" for k in children(s, goal, "poss"))
    )


def _climb(mentions: TokenMentions, noun: int) -> tuple[Actor, ...]:
    """Follow a noun up to the verb by which somebody pursues what it tells."""
    s = mentions.sentence
    at, prep, leave = noun, "", False
    for _ in range(_FURTHEST):
        head, dep = s.heads[at], s.deps[at]
        if head == at:
            return ()
        if s.tags[head][0] == "V":
            told = dep in _ACTED or (bool(prep) and dep == "prep")
            return _pursuer(mentions, head, prep, leave=leave) if told else ()
        if dep in {"pobj", "pcomp"} and s.words[head].lower() in _LEADING:
            prep = s.words[head].lower()
        elif dep == "prep" and s.lemmas[head].lower() in role_words("means_of_acts"):
            leave = f"{s.lemmas[head].lower()} {prep}" in role_words("leave_to_act")
            if prep != "to" and not leave and (found := _owners(mentions, head)):
                return found  # an approach "to" a war is not that of who wages it
            prep = ""
        elif dep != "conj":
            return ()
        at = head
    return ()


def _pursuer(mentions: TokenMentions, verb: int, prep: str, *, leave: bool) -> tuple[Actor, ...]:
    """Return whose act it is that a verb pursues: its subject's, or its subject's owner's.

    Who seeks leave for an act means to do it ("needs a mandate for strikes").
    """
    s = mentions.sentence
    told = f"{s.lemmas[verb]} {prep}" if prep else s.lemmas[verb]
    if told not in role_words("seeking_leave" if leave else "pursuing"):
        return ()
    for token in logical_pair(s, verb)[0]:
        if found := actors_at(mentions, token) or _of_means(mentions, token):
            return found
    return ()


def _of_means(mentions: TokenMentions, noun: int) -> tuple[Actor, ...]:
    """Return whose approach, policy or trip it is, by an owner or by who pursues it."""
    s = mentions.sentence
    if s.lemmas[noun].lower() not in role_words("means_of_acts"):
        return ()
    return _owners(mentions, noun) or _climb(mentions, noun)


def _owners(mentions: TokenMentions, noun: int) -> tuple[Actor, ...]:
    s = mentions.sentence
    for owner in (*children(s, noun, *_OWNERS), *_behind_of(s, noun)):
        named = s.deps[owner] in {"poss", "pobj"} or bool(mentions.at(owner, "actor"))
        found = actors_at(mentions, owner, strict=False) if named else ()
        if found and (s.deps[owner] == "poss" or all(a.kind in _NAMED for a in found)):
            return found
    return ()


def _behind_of(s: Sentence, noun: int) -> Iterator[int]:
    for prep in children(s, noun, "prep"):
        if s.words[prep].lower() == "of":
            yield from (k for k in children(s, prep, "pobj") if s.tags[k][:3] == "NNP")


def _who_has(match: Match, mentions: TokenMentions, weapon: int) -> tuple[Actor, ...]:
    """Return who has or makes a weapon: "is developing missiles that could reach them".

    What struck already was whose who fired it, and may be made or bought by others.
    """
    s = mentions.sentence
    if "weapons" not in classes_of(s, weapon):
        return ()
    prep = s.heads[weapon]
    if s.deps[weapon] == "pobj" and s.words[prep].lower() == "of":  # "its arsenal of missiles"
        if found := _owners(mentions, s.heads[prep]):
            return found
        weapon = s.heads[prep]
    verb = s.heads[weapon]
    telling = "using_weapons" if s.tags[match.head] == "VBD" else "having_weapons"
    if s.deps[weapon] == "dobj" and s.lemmas[verb] in role_words(telling):
        for token in logical_pair(s, verb)[0]:
            if found := actors_at(mentions, token):
                return found
    return ()


def _maker(mentions: TokenMentions, verb: int) -> tuple[Actor, ...]:
    """Return by whom something was made or sent for a purpose: "tunnels built by X to attack"."""
    s = mentions.sentence
    above = s.heads[verb]
    purpose = s.tags[verb] == "VB" and s.deps[verb] in {"advcl", "xcomp"}
    if not purpose or s.tags[above][0] != "V" or not is_passive(s, above):
        return ()
    for agent in logical_pair(s, above)[0]:
        if found := actors_at(mentions, agent):
            return found
    return ()
