"""Words of an act that tell none of their own beside another: whose blame or which launch it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from foedera.data import Sentence
from foedera.extract.role_words import role_words
from foedera.tree import children

if TYPE_CHECKING:
    from foedera.extract.frames import Match

_ATTACK, _STOPPAGE = "military.attack", "unrest.strike"
_BLAMING, _TESTING, _WEIGHING = "statement.accuse", "military.test", "statement.consider"
_NAMING = frozenset({"NN", "NNS", "NNP", "JJ"})
_ASKING = frozenset({"whether", "if"})
_UP = 4  # edges from a rocket's verb up to the launch: "the launch of a rocket that put"


def stands_aside(s: Sentence, match: Match, matches: Sequence[Match]) -> bool:
    """Say whether a match only takes up what another word of its sentence tells."""
    if match.kind.name == _WEIGHING:
        return s.lemmas[match.head] == "consider" and _is_taken_for(s, match.head)
    if match.kind.name == _BLAMING:
        return match.frame.sort == "phrases" and _hangs_on_claim(s, match.head)
    if match.kind.name == _ATTACK:
        carried = s.heads[match.head] if s.deps[match.head] == "dobj" else None
        return any(m.head == carried for m in matches if m.kind.name == _STOPPAGE)
    return match.kind.name == _TESTING and _is_of_launched(s, match, matches)


def _is_taken_for(s: Sentence, verb: int) -> bool:
    """Say whether somebody is held to be something: "considers the city its capital"."""
    clauses = children(s, verb, "ccomp", "oprd")
    return any(s.tags[k] in _NAMING and not children(s, k, "aux", "cop") for k in clauses)


def _hangs_on_claim(s: Sentence, verb: int) -> bool:
    """Say whether guilt is only what a noun claims or a question asks.

    "No proof that Chad was behind the raid", "unclear whether Chad was responsible".
    """
    asked = any(s.words[k].lower() in _ASKING for k in children(s, verb, "mark"))
    return asked or (
        s.deps[verb] in {"acl", "ccomp", "relcl"}
        and s.lemmas[s.heads[verb]].lower() in role_words("claiming_nouns")
    )


def _is_of_launched(s: Sentence, match: Match, matches: Sequence[Match]) -> bool:
    """Say whether a clause tells more of a rocket whose launch is told: "a rocket that put"."""
    if s.deps[match.head] != "relcl":
        return False
    heads = {m.head for m in matches if m.kind.name == _TESTING and m is not match}
    at = match.head
    for _ in range(_UP):
        at = s.heads[at]
        if at in heads:
            return True
    return False
