"""A demand is of the kind of what it demands: "urged X to send tanks" asks for arms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from foedera.data import Sentence
from foedera.extract.frames import Match
from foedera.extract.role_words import role_words
from foedera.extract.told_content import OWN
from foedera.kinds import Kind
from foedera.lexicons import load_words
from foedera.tree import ancestors, children

_NONE: frozenset[str] = frozenset()
_INNER = frozenset({"dobj", "xcomp", "ccomp", "prep", "pobj", "pcomp", "conj", "dative"})
_NEAR = 3
_DEVELOPING, _DISMANTLING = "military.develop", "military.dismantle"


@cache
def _by_content() -> Mapping[str, Mapping[str, str]]:
    body = load_words("role_words")["kind_by_content"]
    return {str(k): {str(a): str(b) for a, b in v.items()} for k, v in body.items()}


def refine(s: Sentence, matches: Sequence[Match], kinds: Mapping[str, Kind]) -> list[Match]:
    """Give each match whose content tells more the kind that its content asks for.

    A noun for the agreement that another act is upon is no match of its own, nor is what somebody
    says that he will do where the deed is.
    """
    kept = [m for m in matches if not _is_acted_upon(s, m, matches) and not _is_bare(s, m, matches)]
    kept = [m for m in kept if m.kind.name != _DEVELOPING or not _is_topic(s, m, kept)]
    return [_refined(s, m, kept, kinds) for m in kept]


def _is_acted_upon(s: Sentence, match: Match, matches: Sequence[Match]) -> bool:
    """Say whether another act is upon the agreement that a noun names: "the X-Y pact ended"."""
    if match.frame.sort != "nouns" or match.kind.name != "agreement.conclude":
        return False
    if s.lemmas[match.head].lower() not in role_words("pact_nouns"):
        return False
    told = (m for m in matches if m.kind.family == "agreement" and m.kind != match.kind)
    return any(match.head in m.slots.get(slot, ()) for m in told for slot in ("subject", "object"))


def _is_topic(s: Sentence, match: Match, matches: Sequence[Match]) -> bool:
    """Say whether a programme is only spoken of: "to dismantle its missile program", "access to".

    What it is for tells nobody's work at it either: "the program is for peaceful purposes".
    """
    at = match.head
    if match.frame.sort != "nouns":
        return False
    above, dep = s.heads[at], s.deps[at]
    if dep in {"dobj", "nsubjpass"}:
        given_up = any(m.kind.name == _DISMANTLING and m.head == above for m in matches)
        return given_up or (dep == "nsubjpass" and s.lemmas[above] == "design")
    if dep == "pobj":
        over = s.lemmas[s.heads[above]].lower()
        return s.words[above].lower() == "against" or over in role_words("over_programmes")
    purpose = any(s.words[k].lower() == "for" for k in children(s, above, "prep"))
    return dep == "nsubj" and s.lemmas[above] == "be" and purpose


def _is_bare(s: Sentence, match: Match, matches: Sequence[Match]) -> bool:
    """Say whether only "would" tells a deed that is told itself: "said it would send troops"."""
    if match.frame.needs.get("clause", _NONE).isdisjoint(OWN):
        return False
    deeds = match.slots.get("clause", ())
    others = (m.head for m in matches if m is not match and m.head != match.head)
    return any(_is_within(s, other, deed) for other in others for deed in deeds)


def _is_within(s: Sentence, token: int, verb: int) -> bool:
    """Say whether a word is a deed's verb or its object, or stands in what the verb governs."""
    at = token
    for _ in range(_NEAR):
        if at == verb:
            return True
        if s.deps[at] not in _INNER:
            return False
        at = s.heads[at]
    return at == verb


def _refined(
    s: Sentence, match: Match, matches: Sequence[Match], kinds: Mapping[str, Kind]
) -> Match:
    table = _by_content().get(match.kind.name)
    if table is None:
        return match
    content = {t for slot in ("clause", "object", "for") for t in match.slots.get(slot, ())}
    for other in matches:
        if other is match:
            continue
        kind = kinds.get(table.get(other.kind.name, ""))
        if kind is not None and (other.head in content or _below(s, other.head, match)):
            return match._replace(kind=kind)
    return match


def _below(s: Sentence, token: int, match: Match) -> bool:
    """Say whether `token` heads the content right below the match's words."""
    above = ancestors(s, token)
    return bool(above) and s.deps[token] in {"acl", "xcomp", "ccomp"} and above[0] in match.tokens
