"""Whom a saying is aimed at, where only what it says tells: "complained that X keeps meddling".

Who is blamed or praised for an act is who did it; who is asked for an act is who is to do it; whom
a threat or a promise concerns is to whom the act is to be done. Filled only where the saying
itself names no recipient.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from foedera.data import Actor, Claim, Sentence
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_words import role_words
from foedera.tree import children

Made: TypeAlias = Sequence[tuple[Match, Claim]]

_CONTENT = frozenset({"ccomp", "xcomp", "dobj", "pobj", "prep", "pcomp", "conj", "acl", "attr"})
_PROMISE = "statement.promise"
_REFUSAL = "statement.reject"
_ASKING = "request.action"
_FURTHEST = 6


DoerMeant: TypeAlias = Callable[[Match], tuple[Actor, ...]]


def aim_sayings(made: Made, here: TokenMentions, meant: DoerMeant) -> list[Claim]:
    """Return the claims of a sentence, sayings without a recipient aimed by their content.

    `meant` says who did what a saying takes up that was told before: "condemned the launch".
    """
    return [_aim(match, claim, made, here, meant) for match, claim in made]


def _aim(match: Match, claim: Claim, made: Made, here: TokenMentions, meant: DoerMeant) -> Claim:
    if claim.roles.recipients:
        return claim
    s = here.sentence
    goal: tuple[Actor, ...] = ()
    if claim.kind in role_words("aimed_at_doer"):
        goal = _others(_doer_told(match, claim, made, s), claim)
        if not goal and claim.kind in role_words("taking_up"):
            goal = _others(meant(match), claim)
        if not goal and claim.kind in role_words("of_who_does"):
            goal = _others(_subject_told(match, here), claim)
    elif claim.kind == "unrest.protest":
        goal = _marched_against(match, made, s) or _others(_marched_over(match, made, s), claim)
    elif claim.kind in role_words("aimed_at_goal"):
        goal = _goal_told(match, claim, made, s)
    if not goal:
        return claim
    return replace(claim, roles=replace(claim.roles, recipients=goal))


def _doer_told(match: Match, claim: Claim, made: Made, s: Sentence) -> tuple[Actor, ...]:
    """Return who does what is said, or what a "which" takes up.

    What somebody would do himself with others he does not ask of them: "called for working with".
    """
    for inner in _contents(match, made, s):
        if claim.kind == _ASKING and _is_shared(inner, claim, s):
            return ()
        if inner.roles.actors or inner.kind not in role_words("of_what_others_did"):
            return inner.roles.actors  # of a call to look into a raid, who made the raid
    taken = _taken_up(match, made, s)
    return taken.roles.actors if taken is not None else ()


def _is_shared(inner: Claim, claim: Claim, s: Sentence) -> bool:
    """Say whether a gerund tells what the speaker would do together with others."""
    at = inner.passage.trigger.start
    gerund = any(s.starts[t] == at and s.deps[t] == "pcomp" for t in range(len(s.words)))
    speakers = {(a.name, a.country) for a in claim.roles.actors}
    return gerund and any((a.name, a.country) in speakers for a in inner.roles.actors)


def _subject_told(match: Match, here: TokenMentions) -> tuple[Actor, ...]:
    """Return who is named as the subject of what is said: "alleged that X had ordered it"."""
    s = here.sentence
    for verb in children(s, match.head, "ccomp", "acl"):
        if s.tags[verb][0] != "V" or not children(s, verb, "mark"):
            continue
        told = (m.value for k in children(s, verb, "nsubj") for m in here.at(k, "actor"))
        return tuple(actor for actor in told if isinstance(actor, Actor))
    return ()


def _marched_against(match: Match, made: Made, s: Sentence) -> tuple[Actor, ...]:
    """Return whom those who march mean to blame or ask: "marched to protest the Chadian ban"."""
    for other, claim in made:
        below = s.deps[other.head] in {"advcl", "xcomp"} and s.heads[other.head] == match.head
        if below and claim.kind in role_words("marched_for"):
            return claim.roles.recipients
    return ()


def _marched_over(match: Match, made: Made, s: Sentence) -> tuple[Actor, ...]:
    """Return who did what those who march are angry at: "rallied over a murder by Chadians"."""
    for other, claim in made:
        done = claim.voice.reality in {"happened", "ongoing"} and claim.roles.actors
        if done and other is not match and _is_angry_at(s, match.head, other.head):
            return claim.roles.actors
    return ()


def _is_angry_at(s: Sentence, march: int, deed: int) -> bool:
    at = deed
    for _ in range(_FURTHEST):
        if s.deps[at] not in _CONTENT or s.heads[at] == at:
            return False
        if s.heads[at] == march:
            return s.deps[at] == "prep" and s.words[at].lower() in {"over", "against", "at"}
        at = s.heads[at]
    return False


def _goal_told(match: Match, claim: Claim, made: Made, s: Sentence) -> tuple[Actor, ...]:
    """Return to whom an act is to be done that the speaker means to do, or with whom."""
    inner = _content(match, made, s)
    if inner is None:
        return ()
    doers = {a.country for a in inner.roles.actors if a.country}
    own = {a.country for a in claim.roles.actors if a.country}
    if doers and doers.isdisjoint(own):
        taken = any(a.country in own for a in inner.roles.recipients if a.country)
        dealt = claim.kind == _REFUSAL or (taken and claim.kind == _PROMISE)
        return _others(inner.roles.actors, claim) if dealt else ()  # "promised to buy oil from X"
    if claim.kind == _REFUSAL and not _is_refused(match, inner, s):
        return ()
    return _others((*inner.roles.recipients, *inner.roles.actors), claim)


def _is_refused(match: Match, inner: Claim, s: Sentence) -> bool:
    """Say whether an act is refused to whom it would be done: "refused to meet X".

    Who denies it, opposes it or is loath to do it refuses him nothing.
    """
    if s.lemmas[match.head] not in role_words("refusing_words"):
        return False
    at = inner.passage.trigger.start
    return any(s.starts[k] == at for k in children(s, match.head, "xcomp", "acl"))


def _others(actors: Sequence[Actor], claim: Claim) -> tuple[Actor, ...]:
    """Leave out the speaker's own side and whoever has no state."""
    own = {a.country for a in claim.roles.actors}
    return tuple(a for a in actors if a.country is not None and a.country not in own)


def _content(match: Match, made: Made, s: Sentence) -> Claim | None:
    """Return the nearest claim in what a saying says."""
    return next(iter(_contents(match, made, s)), None)


def _contents(match: Match, made: Made, s: Sentence) -> list[Claim]:
    """List the claims in what a saying says, nearest first."""
    found = [
        (steps, claim)
        for other, claim in made
        if other is not match and (steps := _steps(s, other.head, match.head))
    ]
    return [claim for _, claim in sorted(found, key=lambda pair: pair[0])]


def _steps(s: Sentence, inner: int, outer: int) -> int:
    """Count the edges of content from one token up to another; 0 where there is no such way."""
    at = inner
    for step in range(1, _FURTHEST + 1):
        if s.deps[at] not in _CONTENT or s.heads[at] == at:
            return 0
        if s.deps[at] == "prep" and s.words[at].lower() in role_words("beside_content"):
            return 0
        joined, at = s.deps[at] == "conj", s.heads[at]
        if at == outer:
            return 0 if joined else step
    return 0


def _taken_up(match: Match, made: Made, s: Sentence) -> Claim | None:
    """Return what "which" takes up: "X shelled Y on Monday, which Z condemned"."""
    if s.deps[match.head] != "relcl":
        return None
    which = [k for k in children(s, match.head, "dobj", "nsubjpass") if s.tags[k] == "WDT"]
    if not which:
        return None
    heads = {other.head: claim for other, claim in made if other is not match}
    at = s.heads[match.head]
    for _ in range(_FURTHEST):
        if at in heads:
            return heads[at]
        if s.heads[at] == at:
            return None
        at = s.heads[at]
    return None
