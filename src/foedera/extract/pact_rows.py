"""Terms that an agreement lays down in a row: "fixes the border and sets up a commission"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from foedera.data import Sentence
from foedera.extract.frames import Match
from foedera.extract.pact_terms import OTHERS_BEAR, PROVIDES, is_agreement, lay_down, term_of
from foedera.kinds import Kind
from foedera.tree import children

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_OWED = ("xcomp", "ccomp", "acl", "advcl")


def terms_in(
    s: Sentence, matches: Sequence[Match], kinds: Mapping[str, Kind], *, pact: bool
) -> list[Match]:
    """Put the terms that a sentence lays down among its matches; see `lay_down` for `pact`."""
    return with_rows(s, lay_down(s, matches, kinds, pact=pact))


def with_rows(s: Sentence, matches: Sequence[Match]) -> list[Match]:
    """Add the terms that stand beside one: what its verb, or what it obliges to, is joined to.

    "Promises Lima a loan and keeps its waters closed", "obliges both to share the river and to
    avoid harm". A pact has no deeds of its own, so that one gives way to the term.
    """
    kept = list(matches)
    for match in matches:
        if match.kind.name != PROVIDES or s.tags[match.head][0] != "V":
            continue
        for verb in _joined(s, match):
            own = [m for m in kept if m.head == verb]
            if any(m.kind.family == "agreement" for m in own):
                continue
            if own and s.tags[verb] not in _FINITE:
                continue
            at = kept.index(match) + 1
            kept = [m for m in kept if m not in own]
            kept.insert(min(at, len(kept)), _joined_term(s, match, verb))
    return kept


def _joined_term(s: Sentence, first: Match, verb: int) -> Match:
    """Make the match of a term beside another; one more thing obliged to is laid on the same."""
    term = term_of(s, verb, first.kind, OTHERS_BEAR)
    if not is_joined_infinitive(s, verb):
        return term
    return term._replace(frame=first.frame, slots=first.slots)


def _joined(s: Sentence, match: Match) -> Iterator[int]:
    """Yield the verbs that stand beside a term's own, or beside what it obliges to."""
    told = match.slots.get("subject", ())
    if any(s.words[t].lower() == "it" or is_agreement(s, t) for t in told):
        beside = children(s, match.head, "conj") + _hung_above(s, match.head)
        for kid in beside:
            if s.tags[kid] == s.tags[match.head] and not children(s, kid, *_SUBJECTS, "aux"):
                yield kid
    for owed in children(s, match.head, *_OWED):
        if s.tags[owed] == "VB" and _has_to(s, owed):
            yield from (k for k in children(s, owed, "conj") if s.tags[k] == "VB" and _has_to(s, k))


def _hung_above(s: Sentence, verb: int) -> list[int]:
    """List the verbs joined to a clause on a pact that the parser hung on what is done to it.

    "Signed a treaty that promises Lima a loan and keeps its waters closed".
    """
    made = s.heads[s.heads[verb]]
    if s.deps[verb] != "relcl" or s.tags[made][0] != "V" or s.tags[made] == s.tags[verb]:
        return []
    return [k for k in children(s, made, "conj") if k > verb]


def is_joined_infinitive(s: Sentence, verb: int) -> bool:
    """Say whether a verb is one more thing that a term obliges to: "and to avoid harm"."""
    joined = s.deps[verb] == "conj" and s.tags[verb] == "VB" and _has_to(s, verb)
    return joined and s.lemmas[s.heads[s.heads[verb]]] != "be"  # "is to lift tolls and to pay"


def _has_to(s: Sentence, verb: int) -> bool:
    return any(s.words[k].lower() == "to" for k in children(s, verb, "aux"))


def tells_what_to_do(s: Sentence, verb: int) -> bool:
    """Say whether a verb below another tells what is to be done: "lets it *train*".

    In the passive too: "allows troops to be *stationed*".
    """
    if s.tags[verb] == "VBN":
        helping = {s.words[k].lower() for k in children(s, verb, "aux", "auxpass")}
        return {"to", "be"} <= helping
    return s.tags[verb] == "VB" or (s.tags[verb] == "VBP" and s.deps[verb] == "ccomp")


def obliged_to(s: Sentence, head: int) -> list[int]:
    """List the verbs for what a verb obliges to or lets: "requires *disputes* to be *settled*"."""
    below = [*children(s, head, "xcomp", "ccomp", "advcl")]
    below += [k for thing in children(s, head, "dobj") for k in children(s, thing, "acl", "relcl")
              if s.tags[k] == "VBN"]  # fmt: skip
    return [k for k in below if tells_what_to_do(s, k)]
