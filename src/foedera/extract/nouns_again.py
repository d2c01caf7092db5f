"""Whose talks, visits, calls or threats a noun means that points back at them: "the talks".

A frame may ask for such a noun (`pointing`) and name in `context` the kinds one of which must have
been told before, anywhere in the report. A noun that points back and names nobody is of those of
whom the last such act was told: of both sides where they meet, of who did it and to whom otherwise.
"""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Claim, Roles
from foedera.extract.frame_needs import CONTEXT
from foedera.extract.frames import Match
from foedera.extract.role_words import role_words

_PAIR = 2


class ToldSides:
    """Of whom the last claim of each kind was told, for a noun that points back at it."""

    def __init__(self) -> None:
        self._last: dict[str, Claim] = {}

    def add(self, claim: Claim) -> None:
        """Remember a claim of which enough is known to lend its sides."""
        everyone = (*claim.roles.actors, *claim.roles.recipients)
        sides = {a.country or a.name for a in everyone if a.country or a.kind == "organisation"}
        if len(sides) >= (_PAIR if claim.kind in role_words("of_both_sides") else 1):
            self._last[claim.kind] = claim

    def complete(self, match: Match, roles: Roles) -> Roles:
        """Give a noun that points back and names nobody the sides of what it means."""
        joint = role_words("of_both_sides")
        both = match.kind.name in joint
        if not match.slots.get("pointing") or not (both or CONTEXT in match.frame.needs):
            return roles
        if any(a.country for a in (*roles.actors, *roles.recipients)):
            return roles
        if both and match.slots["pointing"] == (match.head,):
            return roles  # "in peace talks" may be those of others
        wanted = match.frame.needs.get(CONTEXT, frozenset({match.kind.name}))
        last = self._of(wanted) or (self._of(joint) if both else None)
        if last is None:
            return roles
        if both:
            return replace(roles, actors=(*last.roles.actors, *last.roles.recipients))
        return replace(roles, actors=last.roles.actors, recipients=last.roles.recipients)

    def _of(self, kinds: frozenset[str]) -> Claim | None:
        """Return the last claim of one of some kinds."""
        told = [claim for kind in kinds if (claim := self._last.get(kind)) is not None]
        return max(told, key=lambda c: c.passage.trigger.start, default=None)
