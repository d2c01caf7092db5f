"""Happenings told by pointing back: "did the same", "the deployment"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from foedera.data import Actor, Claim, Roles, Sentence
from foedera.extract.arguments import find_arguments
from foedera.extract.frames import Match
from foedera.tree import children

_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
_WINDOW = 12
_MOVING = frozenset({"military.deploy", "military.withdraw", "military.mobilise"})


@dataclass(frozen=True, slots=True)
class Repeated:
    """A match that stands for another one, with a subject of its own."""

    match: Match
    model: Match


def repeated_match(s: Sentence, matches: Sequence[Match]) -> Repeated | None:
    """Find "did the same" and "did so", and the event of the sentence that they repeat."""
    if "do" not in s.lemmas:
        return None
    for verb, lemma in enumerate(s.lemmas):
        if lemma == "do" and (last := _same(s, verb)) is not None:
            before = [m for m in matches if m.head < verb and s.tags[m.head][0] == "V"]
            if before:
                model = _governing(s, verb, before)
                own = find_arguments(s, verb)
                slots = {**{k: v for k, v in model.slots.items() if k == "object"}, **own}
                slots["object"] = model.slots.get("object", ())
                tokens = tuple(range(verb, last + 1))
                return Repeated(replace(model, tokens=tokens, head=verb, slots=slots), model)
    return None


def _same(s: Sentence, verb: int) -> int | None:
    """Return the last token of "do the same", "do so", "do likewise", None otherwise."""
    after = [w.lower() for w in s.words[verb + 1 : verb + 3]]
    if after[:1] in (["so"], ["likewise"]):
        return verb + 1
    return verb + 2 if after == ["the", "same"] else None


def _governing(s: Sentence, verb: int, before: Sequence[Match]) -> Match:
    return next((m for m in before if m.head == s.heads[verb]), before[-1])


class Earlier:
    """The claims made so far, by kind, for a noun that points back at one of them."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[int, Claim]] = {}
        self._count = 0
        self._forces: tuple[Actor, ...] = ()

    def add(self, claim: Claim) -> None:
        """Remember a claim that names its actors."""
        self._count += 1
        if claim.roles.actors and claim.kind in _MOVING:
            self._forces = claim.roles.actors
        if claim.roles.actors:
            self._last[claim.kind] = (self._count, claim)

    def fill(self, match: Match, roles: Roles, s: Sentence) -> Roles:
        """Give "the deployment" the actors of the deployment told before."""
        if match.kind.family == "military" and _forces_meant(s, match):
            return replace(roles, actors=self._forces)
        if s.tags[match.head][0] != "N" or not _points(s, match.head):
            return roles
        number, claim = self._last.get(match.kind.name, (0, None))
        if claim is None or self._count - number > _WINDOW:
            return roles
        recipients = roles.recipients or claim.roles.recipients
        return replace(roles, actors=claim.roles.actors, recipients=recipients)

    def share_goal(self, match: Match, roles: Roles, s: Sentence) -> Roles:
        """Give "... but sent aid" the recipient of the transfer told before in the sentence."""
        if roles.recipients or not roles.actors or match.kind.family != "transfer":
            return roles
        for _, claim in sorted(self._last.values(), key=lambda x: -x[0]):
            here = s.span.start <= claim.passage.trigger.start < s.span.end
            same = {a.country for a in claim.roles.actors} & {a.country for a in roles.actors}
            if here and same - {None} and claim.kind.startswith("transfer."):
                return replace(roles, recipients=claim.roles.recipients)
        return roles


def _forces_meant(s: Sentence, match: Match) -> bool:
    """Say whether "they", "them" or "some of them" does it: the forces told before."""
    for token in match.slots.get("subject", ()):
        inner = [k for p in children(s, token, "prep") for k in children(s, p, "pobj")]
        if any(s.words[t].lower() in {"they", "them"} for t in (token, *inner)):
            return True
    return False


def _points(s: Sentence, noun: int) -> bool:
    return any(s.words[k].lower() in _POINTING for k in children(s, noun, "det"))
