"""Whom a saying only speaks of, who is not therefore the one it is said to.

"Backed efforts to bring Chad to the table" is no support for Chad, "warned of a deal that would
not stop Chad" no warning to it: what stands deep in the content is its topic.
"""

from __future__ import annotations

from collections.abc import Iterator

from foedera.data import Actor, Sentence
from foedera.extract.frames import Match
from foedera.extract.noun_classes import classes_of
from foedera.extract.role_acting import is_acting
from foedera.extract.role_words import role_words
from foedera.tree import ancestors, children

_PLACED = frozenset({"in", "inside", "outside", "near", "out"})
_TARGETING = frozenset({"on", "at", "over"})
_HOSTILE = frozenset({"attack", "sanction"})
_TOPICAL = frozenset({"about", "over", "regarding", "concerning"})
_OWNED = frozenset({"poss", "amod", "compound", "nmod"})
_CONTENT = frozenset({"ccomp", "xcomp", "pcomp", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_GIVEN = frozenset({"statement.support", "statement.promise"})
_RUN_FOR = frozenset({"office", "organisation", "group", "person"})
_REFUSAL = "statement.reject"
_DUTY = "duty"
_MOVED = frozenset({"force", "group"})
_BLAME = "statement.accuse"
_MEDIA = frozenset({"medium", "public_net", "media_only", "air_time", "outlet_word", "paper_name"})


def is_spoken_of(match: Match, s: Sentence, token: int) -> bool:
    """Say whether a saying speaks of whoever stands at a token, and not to them.

    Of "support for measures against Chad" Chad is not backed, "opposed a surge in Chad" refuses
    Chad nothing, "urged strikes on Chad" asks others; "threatened to act in Chad" is said to Chad
    all the same.
    """
    way = list(_way_up(match, s, token))
    asking = match.kind.family == "request"
    if asking and _binds_another(match, s, way):
        return True
    if asking and _is_asked(s, way):
        return False
    if _lies_deep(match, s, way) or _is_called_so(s, way) or _is_only_denied(match, s, way):
        return True
    if asking and _is_goal_of_asked(match, s, way):
        return True
    return any(s.deps[at] == "prep" and _leads_away(match, s, token, at) for at in way)


def is_matter(match: Match, s: Sentence, actor: Actor) -> bool:
    """Say whether a state's name before a measure or a war only tells what that is about.

    "Opposed the Iraq war", "voted against the Peru bill"; "the Greek plan" and "a U.S. plan" are
    theirs.
    """
    if match.kind.name not in role_words("kinds_with_matters") or actor.kind != "state":
        return False
    last = next((t for t in range(len(s.words)) if s.ends[t] == actor.span.end), None)
    if last is None or s.deps[last] != "compound" or s.words[last] != actor.name.split()[-1]:
        return False
    noun = s.heads[last]
    other = noun not in match.tokens or match.kind.family == "request"
    return noun > last and other and s.lemmas[noun].lower() in role_words("matters_of_states")


def is_medium(match: Match, s: Sentence, token: int) -> bool:
    """Say whether a name is only where a thing is said: "offered condolences on Twitter".

    Not where "on" stands right behind the trigger of a demand or a reproach: "called on Facebook
    to act", "pressure on Twitter".
    """
    prep = s.heads[token]
    if s.words[prep].lower() != "on" or not s.words[token][:1].isupper():
        return False
    if match.kind.name == _BLAME:  # "blamed the leak on Facebook"
        return False
    pressed = match.kind.family == "request" or match.kind.name == "statement.criticise"
    if pressed and (prep - 1 in match.tokens or prep in match.tokens):
        return False
    return not classes_of(s, token).isdisjoint(_MEDIA)


def is_moved(match: Match, s: Sentence, actor: Actor) -> bool:
    """Say whether unnamed troops are only moved by what is backed: "a pullout of troops"."""
    if match.kind.family != "statement" or actor.country or not actor.name.islower():
        return False
    if actor.kind not in _MOVED:
        return False
    at = next((t for t in range(len(s.words)) if s.ends[t] == actor.span.end), None)
    if at is None or s.deps[at] != "pobj" or s.words[s.heads[at]].lower() != "of":
        return False
    deed = s.heads[s.heads[at]]
    return deed in match.slots.get("object", ()) and not is_acting(s, deed)


def is_run_for(s: Sentence, actor: Actor) -> bool:
    """Say whether an office or a body is what somebody runs for: "a bid for the Senate"."""
    last = next((t for t in range(len(s.words)) if s.ends[t] == actor.span.end), None)
    if last is None or actor.kind not in _RUN_FOR or s.deps[last] != "pobj":
        return False
    prep = s.heads[last]
    above = s.lemmas[s.heads[prep]].lower()
    return s.words[prep].lower() == "for" and above in role_words("candidacies")


def _way_up(match: Match, s: Sentence, token: int) -> Iterator[int]:
    """Yield a token and what stands above it, up to the saying and without it."""
    for at in (token, *ancestors(s, token)):
        if at in match.tokens:
            return
        yield at


def _lies_deep(match: Match, s: Sentence, way: list[int]) -> bool:
    """Say whether a clause within the content, or one beside a noun of it, tells of them."""
    clauses = 0
    for at in way:
        dep, above = s.deps[at], s.heads[at]
        if dep == "relcl" or (dep == "conj" and s.tags[at][0] == "V"):
            return True
        if dep == "acl":
            told = s.tags[at] == "VB" or any(
                s.words[k].lower() == "that" for k in children(s, at, "mark")
            )
            if above not in match.tokens or not told:
                return True  # "condemn any attempt to shake Chad"
        if dep in _CONTENT and not (dep == "xcomp" and s.deps[above] in {"xcomp", "ccomp"}):
            clauses += 1
    return clauses > 1


def _is_only_denied(match: Match, s: Sentence, way: list[int]) -> bool:
    """Say whether they stand in what somebody denies, opposes or is loath to do."""
    if match.kind.name != _REFUSAL or s.lemmas[match.head] in role_words("refusing_words"):
        return False
    return any(s.deps[at] in _CONTENT for at in way)


def _is_called_so(s: Sentence, way: list[int]) -> bool:
    """Say whether they are only said to be something: "warned that X is a wolf"."""
    told = (s.heads[at] for at in way if s.deps[at] in _SUBJECTS)
    return any(s.deps[verb] == "ccomp" and children(s, verb, "attr") for verb in told)


def _is_asked(s: Sentence, way: list[int]) -> bool:
    """Say whether they are who is to do what is asked, or whose it is: "idea of having X help"."""
    below = way[0]
    for at in way:
        if s.deps[at] == "relcl":
            return False
        if s.deps[at] in _CONTENT:
            return s.deps[below] in _SUBJECTS
        below = at
    return False


def _binds_another(match: Match, s: Sentence, way: list[int]) -> bool:
    """Say whether what must be done is told in another clause: "X is a threat, Y must act"."""
    if _DUTY not in match.frame.needs.get("clause", ()):
        return False
    told = next((at for at in way if s.tags[at][0] == "V"), None)
    return told is not None and _DUTY not in classes_of(s, told)


def _is_goal_of_asked(match: Match, s: Sentence, way: list[int]) -> bool:
    """Say whether what is asked would be done to them: "called for the ouster of X"."""
    if any(s.deps[at] in _CONTENT for at in way):
        return True
    return any(
        s.deps[at] == "prep"
        and s.words[at].lower() == "of"
        and s.heads[at] not in match.tokens
        and s.lemmas[s.heads[at]] not in role_words("own_doings")
        for at in way
    )


def _leads_away(match: Match, s: Sentence, token: int, prep: int) -> bool:
    """Say whether a preposition on the way up leads to a topic, a place, or another's act."""
    word, own = s.words[prep].lower(), s.heads[prep] in match.tokens
    direct = s.heads[token] == prep
    if direct and is_medium(match, s, token):
        return True
    if word in _TOPICAL and not (own and direct):
        return True  # "criticism over his handling of Chad"
    if word == "as" or (word == "from" and match.kind.name in _GIVEN):
        return True  # "to defend them against threats from Chad"
    placed = word in _PLACED or (word == "of" and s.words[s.heads[prep]].lower() in _PLACED)
    if placed and match.kind.name != "statement.threaten":
        inside = s.deps[token] in _OWNED and s.heads[s.heads[token]] == prep
        inside = inside and match.kind.name != "statement.warn"
        if direct or inside:
            return True
    return _is_aimed_away(match, s, prep)


def _is_aimed_away(match: Match, s: Sentence, prep: int) -> bool:
    """Say whether a preposition leads to whom only what is wanted or backed would be done to.

    Not where it hangs on the saying itself: "verbal attacks against X", "demands on X".
    """
    word, above = s.words[prep].lower(), s.heads[prep]
    own = above in match.tokens
    hostile = s.lemmas[above] in role_words("reaching_verbs")
    hostile = hostile or not classes_of(s, above).isdisjoint(_HOSTILE)
    if match.kind.name == "statement.support":
        return word == "against" or (word in _TARGETING and hostile)
    if match.kind.family == "request":
        return not own and (word == "against" or (word in _TARGETING and hostile))
    return word == "against" and not own and match.kind.name in role_words("taking_sides")
