"""A demand is of the kind of what it demands: "urged X to send tanks" asks for arms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from foedera.data import Sentence
from foedera.extract.frames import Match
from foedera.kinds import Kind
from foedera.lexicons import load_words
from foedera.tree import ancestors


@cache
def _by_content() -> Mapping[str, Mapping[str, str]]:
    body = load_words("role_words")["kind_by_content"]
    return {str(k): {str(a): str(b) for a, b in v.items()} for k, v in body.items()}


def refine(s: Sentence, matches: Sequence[Match], kinds: Mapping[str, Kind]) -> list[Match]:
    """Give each match whose content tells more the kind that its content asks for."""
    return [_refined(s, m, matches, kinds) for m in matches]


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
            return replace(match, kind=kind)
    return match


def _below(s: Sentence, token: int, match: Match) -> bool:
    """Say whether `token` heads the content right below the match's words."""
    above = ancestors(s, token)
    return bool(above) and s.deps[token] in {"acl", "xcomp", "ccomp"} and above[0] in match.tokens
