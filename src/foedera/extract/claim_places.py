"""Where: the place that the syntax hangs on a trigger, or on what it befalls or shares."""

from __future__ import annotations

from foedera.data import Actor, Mention, Sentence, Where
from foedera.extract.bare_places import bare_place, within
from foedera.extract.claim_owners import Owners
from foedera.extract.claim_times import beside
from foedera.extract.frames import Match
from foedera.extract.locative import leads_along, tells_how_far
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of
from foedera.extract.other_times import is_ruled_out
from foedera.extract.place_told import narrowed, told_of_it
from foedera.extract.role_owners import is_room, is_violent
from foedera.extract.role_words import role_words
from foedera.tree import ancestors, children

_WHOLES = frozenset({"places.state", "places.part_of_state"})
_OCCASIONS = frozenset({"over", "about", "regarding", "concerning"})
_NO_SCENES = frozenset({"sanction", "policy", "law", "speech", "agreement"})
_LINKING = frozenset({"link", "connect"})
_FAR = 9  # a place from which the way or the distance is told stands after all others
_NEARBY = frozenset({"near", "to", "towards", "toward"})
_TOWN_NOUNS = frozenset({"city", "town", "village", "port", "district", "suburb", "hamlet", "camp"})


def read_place(match: Match, mentions: TokenMentions, owners: Owners) -> Where | None:
    """Return where a match took place, from the phrases that hang on it or on what holds it."""
    ranked: list[tuple[tuple[int, bool, int], bool, Where]] = []
    for mention in mentions.all("place"):
        if not isinstance(mention.value, Where):
            continue
        rank = _place_rank(match, mentions, owners, mention)
        if rank is None:
            continue
        distance = abs(mention.span.start - mentions.sentence.starts[match.head])
        s, at = mentions.sentence, mentions.head(mention)
        state = mention.rule in _WHOLES
        whole = state or s.deps[at] == "poss"
        ranked.append(((rank, whole, distance), state, mention.value))
    found = _narrowest([one for one in ranked if one[0][0] != _FAR])
    found = found or _container_place(match, mentions, owners) or _place_of_help(match, mentions)
    found = found or _scene_of(match, mentions) or _place_of_meeting(match, mentions, owners)
    found = found or _place_beside(match, mentions, owners)
    found = found or _place_of_deed(match, mentions, owners) or told_of_it(match, mentions)
    found = within(found, match, mentions, owners)
    found = found or bare_place(match, mentions, owners) or _narrowest(ranked)
    return narrowed(found, mentions) if found is not None else None


def _narrowest(ranked: list[tuple[tuple[int, bool, int], bool, Where]]) -> Where | None:
    """Return the place of best rank; where it is a state or a side of one, a place told within it.

    "visited Tangier, in the north of Morocco" was in Tangier.
    """
    ranked.sort(key=lambda one: one[0])
    if not ranked:
        return None
    _, state, best = ranked[0]
    inner = (w for _, whole, w in ranked if state and not whole and w.country == best.country)
    return next(inner, best)


def _place_rank(
    match: Match, mentions: TokenMentions, owners: Owners, mention: Mention
) -> int | None:
    s, head = mentions.sentence, mentions.head(mention)
    if _is_wider(mentions, head):
        return None
    goes = match.kind.family in role_words("goal_families")
    named = match.frame.roles.get("where", ())
    prep = preposition_above(s, head)
    nearby = mention.rule == "places.edge" and prep is not None
    nearby = nearby and s.words[prep or 0].lower() in _NEARBY
    if any(head in match.slots.get(slot, ()) for slot in named):
        return 1 if nearby else 0  # "in western Peru near the Chilean border"
    if goes and head in match.slots.get("object", ()):
        return 1
    if _names_scene(match, s, head):
        return 1
    if _is_struck_part(match, mentions, head):
        return 0 if s.lemmas[s.heads[s.heads[head]]] in _TOWN_NOUNS else 3
    if _is_struck_town(match, mention, head):
        return 1
    if prep is None or owners.of(s.heads[prep]) != match.head:
        return None
    if s.words[prep].lower() == "of" and s.words[s.heads[prep]].lower() == "out":
        return 1 if goes else None
    if is_ruled_out(s, prep) or _places_a_topic(match, s, prep) or _is_of_a_text(s, head, prep):
        return None
    if _is_occasion_told(match, s, head, prep):
        return None
    word = s.words[prep].lower()
    if word in role_words("locative") or _is_beside(s, prep):
        return 1 if nearby else 0
    if tells_how_far(s, prep) or leads_along(s, prep):
        return _FAR
    return 2 if goes and word in role_words("goal") else None


def _is_wider(mentions: TokenMentions, place: int) -> bool:
    """Say whether a place only says where the place behind "of" is: "the West Bank city of X"."""
    s, noun = mentions.sentence, mentions.sentence.heads[place]
    if s.deps[place] not in {"compound", "nmod", "amod"} or s.lemmas[noun] not in _TOWN_NOUNS:
        return False
    named = (
        k for p in children(s, noun, "prep") if s.words[p].lower() == "of" for k in s.children[p]
    )
    return any(mentions.at(k, "place") for k in named)


def _is_struck_part(match: Match, mentions: TokenMentions, place: int) -> bool:
    """Say whether what force is used on is a part of a place: "attacked the airfield of X".

    So it is with a town that troops take or hold: "captured the town of X".
    """
    s, prep = mentions.sentence, mentions.sentence.heads[place]
    part = s.heads[prep]
    if s.deps[place] != "pobj" or s.words[prep].lower() != "of":
        return False
    if match.kind.family == "military" and s.lemmas[part] in _TOWN_NOUNS:
        return part in match.slots.get("object", ())
    return is_violent(match) and any(part in match.slots.get(r, ()) for r in ("object", "on", "of"))


def _is_struck_town(match: Match, mention: Mention, place: int) -> bool:
    """Say whether a noun tells that force is used on a town itself: "the siege of Homs"."""
    town = mention.rule not in _WHOLES and match.frame.sort == "nouns"
    return town and is_violent(match) and place in match.slots.get("of", ())


def _is_beside(s: Sentence, prep: int) -> bool:
    """Say whether "of" tells where by a side: "north of X"."""
    side = s.heads[prep]
    return s.words[prep].lower() == "of" and s.words[side].lower() in role_words("sides")


def _is_of_a_text(s: Sentence, place: int, prep: int) -> bool:
    """Say whether a state only owns what a text is about: "the protocol on Peru's accession"."""
    owned = s.heads[place]
    if s.deps[place] != "poss" or s.words[prep].lower() != "on":
        return False
    return classes_of(s, owned).isdisjoint({"territory", "place", "border"})


def _places_a_topic(match: Match, s: Sentence, prep: int) -> bool:
    """Say whether a place is that of whom or what a statement or a sanction is about.

    "criticised the war in Chad", "sanctions by allies in Asia"; "said in a speech in Oslo" and
    "hardliners in Oman rejected it" tell where it was said.
    """
    kind = match.kind
    said = kind.family in role_words("said_families")
    if not said and kind.name not in role_words("far_kinds"):
        return False
    at = s.heads[prep]
    if at in match.tokens and said:  # in "criticised the war in Chad" it may hang on either
        return prep - 1 in children(s, at, "dobj") and s.tags[prep - 1] in {"NN", "NNS"}
    while at not in match.tokens and s.heads[at] != at and s.tags[at][0] in "NP":
        above = s.heads[at]
        if said and s.deps[at] == "nsubj" and above in match.tokens:
            return False
        if s.deps[at] != "pobj" or s.words[above].lower() not in role_words("said_amid"):
            return True
        at = s.heads[above]
    return False


def _is_occasion_told(match: Match, s: Sentence, place: int, prep: int) -> bool:
    """Say whether a place is that of what gave rise to an act: "rang him over the deaths in X".

    So is that of what the occasion befell: "sanctions over its annexation of X".
    """
    if s.lemmas[s.heads[prep]].lower() in role_words("held_over"):
        return False
    if s.words[prep].lower() in _OCCASIONS:
        return s.deps[place] == "pobj" and s.heads[place] != prep and not _is_area(s, prep)
    at = s.heads[prep]
    while at not in match.tokens and s.heads[at] != at:
        above = s.heads[at]
        if s.deps[at] == "pobj" and s.words[above].lower() in _OCCASIONS:
            return not _is_area(s, above)
        at = above
    return False


def _is_area(s: Sentence, prep: int) -> bool:
    """Say whether what a preposition leads to is a piece of land: "over the province of X"."""
    lands = {"territory", "place", "border", "region_word"}
    return any(not classes_of(s, k).isdisjoint(lands) for k in children(s, prep, "pobj"))


def _scene_of(match: Match, mentions: TokenMentions) -> Where | None:
    """Read a state set before a noun of violence as its place: "the Libya attack".

    Where a frame says so, an owner or an adjective tells it too: "Syria's war", "the Syrian war".
    So does the house where one meets: "a White House meeting".
    """
    s = mentions.sentence
    owned = "possessor" in match.frame.roles.get("where", ())
    for token in match.slots.get("possessor", ()):
        for mention in mentions.at(token, "actor"):
            state = mention.value
            placed = owned or _names_scene(match, s, token)
            housed = match.kind.family == "diplomacy" and is_room(s, token)
            if isinstance(state, Actor) and (housed or (state.kind == "state" and placed)):
                return Where(state.name, state.country, None, None, state.span)
    return None


def _names_scene(match: Match, s: Sentence, place: int) -> bool:
    """Say whether a place stands bare before a noun of violence: "the Brussels bombings"."""
    bare = s.deps[place] in {"compound", "nmod"} and s.heads[place] == match.head
    return (
        bare and is_violent(match) and match.frame.sort == "nouns" and not s.words[place].isupper()
    )


def preposition_above(s: Sentence, token: int) -> int | None:
    """Return the preposition that leads to a place, through "the region of X" and "X, Y"."""
    at = token
    for _ in range(4):
        head = s.heads[at]
        if head == at:
            return None
        if s.deps[at] == "pobj":
            whole = s.heads[head]
            if s.words[head].lower() == "of" and (
                s.tags[whole][0] == "N" or s.words[whole] == "much"
            ):
                at = s.heads[head]
                continue
            return head
        if s.deps[at] == "dobj" and s.deps[head] == "acl" and s.lemmas[head] in _LINKING:
            at = s.heads[head]  # "on a road linking X and Y"
            continue
        if s.deps[at] not in {"compound", "appos", "conj", "nmod", "amod", "poss"}:
            return None
        if s.deps[at] in {"compound", "amod"} and _is_no_scene(classes_of(s, head)):
            return None
        at = head
    return None


def _is_no_scene(classes: frozenset[str]) -> bool:
    """Say whether a thing is nowhere: "in protest at U.S. sanctions"; a U.S. election is there."""
    return not _NO_SCENES.isdisjoint(classes) and "contest" not in classes


def _place_of_help(match: Match, mentions: TokenMentions) -> Where | None:
    """Take the place where those fight whom the act joins ("joined troops fighting in X")."""
    s = mentions.sentence
    if match.kind.family != "military":
        return None
    for slot in ("with", "alongside", "beneficiary"):
        for token in match.slots.get(slot, ()):
            for verb in children(s, token, "acl", "relcl"):
                for mention in mentions.all("place"):
                    prep = preposition_above(s, mentions.head(mention))
                    near = prep is not None and verb in ancestors(s, prep)
                    if near and isinstance(mention.value, Where):
                        return mention.value
    return None


def _container_place(match: Match, mentions: TokenMentions, owners: Owners) -> Where | None:
    """Take the place of the happening that holds this one ("signed during a visit to X")."""
    for other in owners.container(match.head):
        for mention in mentions.all("place"):
            prep = preposition_above(mentions.sentence, mentions.head(mention))
            if prep is None or owners.of(mentions.sentence.heads[prep]) != other:
                continue
            word = mentions.sentence.words[prep].lower()
            known = word in role_words("locative") | role_words("goal")
            if known and isinstance(mention.value, Where):
                return mention.value
    return None


def _place_of_meeting(match: Match, mentions: TokenMentions, owners: Owners) -> Where | None:
    """Take the place of the meeting that the act is told with: "met in X and signed"."""
    s, verb = mentions.sentence, match.head
    first = s.heads[verb]
    joined = s.deps[verb] == "conj" and first in owners.heads and match.kind.family == "agreement"
    if not joined or s.lemmas[first] not in role_words("coming_together"):
        return None
    if children(s, verb, "nsubj", "nsubjpass"):
        return None
    return _place_on(first, mentions, owners)


def _place_of_deed(match: Match, mentions: TokenMentions, owners: Owners) -> Where | None:
    """Take the place of the deed that did the harm: "bombed camps in X, killing nine"."""
    s, verb = mentions.sentence, match.head
    if s.deps[verb] == "conj" and s.tags[verb] == "VBG":  # "killing nine and wounding ten"
        verb = s.heads[verb]
    deed = s.heads[verb]
    if match.kind.family != "harm" or s.tags[verb] != "VBG" or s.deps[verb] != "advcl":
        return None
    if deed > verb or deed not in owners.heads or children(s, verb, "nsubj", "mark", "aux"):
        return None
    return _place_on(deed, mentions, owners)


def _place_on(head: int, mentions: TokenMentions, owners: Owners) -> Where | None:
    """Return the first place that a preposition of place hangs on a trigger, states last."""
    s = mentions.sentence
    found: list[tuple[bool, Where]] = []
    for mention in mentions.all("place"):
        prep = preposition_above(s, mentions.head(mention))
        hangs = prep is not None and owners.of(s.heads[prep]) == head
        known = prep is not None and s.words[prep].lower() in role_words("locative")
        if hangs and known and isinstance(mention.value, Where):
            found.append((mention.rule in _WHOLES, mention.value))
    return min(found, key=lambda one: one[0])[1] if found else None


def _place_beside(match: Match, mentions: TokenMentions, owners: Owners) -> Where | None:
    """Take the place that violence shares: "a raid in Chad killed nine"."""
    s = mentions.sentence
    if match.kind.family not in {"military", "harm", "unrest"}:
        return None
    for near in beside(s, match.head, owners.heads):
        for mention in mentions.all("place"):
            prep = preposition_above(s, mentions.head(mention))
            hangs = prep is not None and near in (s.heads[prep], owners.of(s.heads[prep]))
            known = prep is not None and s.words[prep].lower() in role_words("locative")
            if hangs and known and isinstance(mention.value, Where):
                return mention.value
    return None
