"""Whom a saying is aimed at by the clauses around it, where those clauses make no claim.

Of "defended the fact that X has kept silent" X is defended, of "if X agrees, Y is ready to talk" Y
speaks to X: the subject of what is judged, and of what a promise or a threat waits for. Who refuses
to do something "as X asked", or "despite pleas by X", refuses it to X.
"""

from __future__ import annotations

from collections.abc import Iterator

from foedera.data import Actor, Claim, Sentence
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.object_clauses import doers_told
from foedera.extract.role_phrases import actors_at
from foedera.extract.role_words import role_words
from foedera.tree import children, subtree

_CONDITIONS = frozenset({"if", "unless", "once", "until", "provided", "should", "minute", "moment"})
_MOMENTS = frozenset({"minute", "moment", "day", "instant", "second"})
_SUBJECTS = ("nsubj", "nsubjpass")
_ABOVE = frozenset({"xcomp", "acomp", "attr"})
_REFUSAL = "statement.reject"
_FURTHEST = 4


def answered_for(match: Match, claim: Claim, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Return whom a saying without a recipient is aimed at by a clause it speaks of.

    Who judges may judge one of the own state, who threatens or promises speaks to another.
    """
    s, judging = mentions.sentence, claim.kind in role_words("judging_kinds")
    if claim.kind == _REFUSAL:
        return _others(_wished(s, match.head), claim, mentions)
    if match.frame.sort == "nouns" or not (judging or claim.kind in role_words("waiting_kinds")):
        return ()
    own = {a.country for a in claim.roles.actors if a.country}
    told = {a.country for level in claim.voice.sources for a in level if a.country}
    for token in _judged(s, match.head) if judging else _waited_for(s, match.head):
        found = tuple(a for a in actors_at(mentions, token) if a.country)
        if found and all(a.country not in own | told for a in found):
            return found
        if found and judging and s.tags[token][0] == "N" and not _is_same(claim, found):
            return found
    return ()


def _others(tokens: Iterator[int], claim: Claim, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Return the first of another state than who refuses."""
    own = {a.country for a in claim.roles.actors}
    for token in tokens:
        found = tuple(a for a in actors_at(mentions, token) if a.country)
        if found and all(a.country not in own for a in found):
            return found
    return ()


def _wished(s: Sentence, head: int) -> Iterator[int]:
    """Yield who wants what is refused: "as X had asked", "despite an appeal by X"."""
    refusing = s.heads[head] if s.tags[head] == "TO" else head
    for token in subtree(s, refusing):
        if s.deps[token] == "advcl":
            marks = {s.words[k].lower() for k in children(s, token, "mark")}
            if "as" in marks and s.lemmas[token] in role_words("wanted_of_others"):
                yield from children(s, token, "nsubj")
        elif s.words[token].lower() == "despite":
            for plea in children(s, token, "pobj"):
                if s.words[plea].lower() in role_words("answered_calls"):
                    yield from _pleading(s, plea)


def _pleading(s: Sentence, plea: int) -> Iterator[int]:
    yield from children(s, plea, "poss", "amod", "compound")
    for prep in children(s, plea, "prep"):
        if s.words[prep].lower() in {"by", "from", "of"}:
            yield from children(s, prep, "pobj")


def _is_same(claim: Claim, found: tuple[Actor, ...]) -> bool:
    return bool({a.name for a in found} & {a.name for a in claim.roles.actors})


def _judged(s: Sentence, verb: int) -> Iterator[int]:
    """Yield who does what is judged: "regrets that X left", "defended the fact that X left"."""
    for clause in children(s, verb, "ccomp"):
        yield from _finite_subjects(s, clause)
    for noun in children(s, verb, "dobj"):
        if s.lemmas[noun].lower() in role_words("fact_nouns"):
            for clause in children(s, noun, "acl", "ccomp"):
                yield from _finite_subjects(s, clause)


def _finite_subjects(s: Sentence, clause: int) -> Iterator[int]:
    finite = s.tags[clause] in {"VBD", "VBZ", "VBP"} or children(s, clause, "aux", "auxpass")
    if finite and s.tags[clause][0] == "V":
        yield from doers_told(s, clause)


def _waited_for(s: Sentence, verb: int) -> Iterator[int]:
    """Yield who is to act first: "if X agrees, Y will talk", "Y vowed to talk if X agrees"."""
    at = verb
    for _ in range(_FURTHEST):
        yield from _conditional_subjects(s, at)
        if s.deps[at] not in _ABOVE or s.heads[at] == at:
            break
        at = s.heads[at]
    for clause in children(s, verb, "ccomp", "xcomp"):
        yield from _conditional_subjects(s, clause)


def _conditional_subjects(s: Sentence, verb: int) -> Iterator[int]:
    for noun in children(s, verb, "npadvmod", "dep"):  # "the minute X agrees, Y will talk"
        if s.lemmas[noun].lower() in _MOMENTS:
            for clause in children(s, noun, "relcl", "acl"):
                yield from children(s, clause, *_SUBJECTS)
    for clause in children(s, verb, "advcl"):
        marks = {s.words[k].lower() for k in children(s, clause, "mark", "advmod", "npadvmod")}
        if not marks.isdisjoint(_CONDITIONS):
            yield from children(s, clause, *_SUBJECTS)
