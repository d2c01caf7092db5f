"""What one does with what others tell: "which Chile denies", "the ministry declined to comment"."""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Roles, Sentence, Voice
from foedera.extract.frames import Match
from foedera.tree import children

_REJECT, _DENY, _REFUSE = "statement.reject", "deny", "refuse"
_BLAMING = frozenset({"statement.accuse", "statement.criticise"})


def with_denier(voice: Voice, match: Match, s: Sentence, roles: Roles) -> Voice:
    """Give a denial its stance, and to it and to silence the source: whoever denies or is silent.

    "A charge that Chile denies" is told by the report, not by who made the charge. Who denies
    others a right denies nothing that is told. Whoever is accused denies the charge, and not that
    it was made.
    """
    if _is_charge_denied(voice, match, roles):
        return replace(voice, stance="asserted", sources=voice.sources[:-1])
    denies = _is_denial(match, s) and voice.stance == "asserted"
    silent = match.frame.stance is not None
    if not (denies or silent) or not roles.actors or _speaks_already(voice, roles):
        return voice
    outer = () if denies and s.deps[match.head] == "relcl" else voice.sources
    stance = "denied" if denies else voice.stance
    return replace(voice, stance=stance, sources=(*outer, roles.actors))


def _speaks_already(voice: Voice, roles: Roles) -> bool:
    """Say whether who is silent is the innermost source: "they said they could not comment"."""
    inner = {a.name for level in voice.sources[-1:] for a in level}
    return bool(inner) and inner == {a.name for a in roles.actors}


def _is_charge_denied(voice: Voice, match: Match, roles: Roles) -> bool:
    """Say whether another than who blames denies it: "they blamed Chad, which Chad denied"."""
    if voice.stance != "denied" or match.kind.name not in _BLAMING or not voice.sources:
        return False
    denying = {a.country or a.name for a in voice.sources[-1]}
    return denying.isdisjoint(a.country or a.name for a in roles.actors)


def _is_denial(match: Match, s: Sentence) -> bool:
    if match.kind.name != _REJECT or s.lemmas[match.head].lower() != _DENY:
        return False
    return (_REFUSE,) not in match.frame.words or _takes_up(s, match.head)


def _takes_up(s: Sentence, verb: int) -> bool:
    """Say whether a clause denies what it hangs on: "a charge that Chile denies"."""
    if s.deps[verb] != "relcl" or not children(s, verb, "nsubj"):
        return False
    objects = children(s, verb, "dobj", "dative", "prep")
    own = all(s.tags[k] not in {"WDT", "WP"} for k in children(s, verb, "nsubj"))
    return own and all(s.tags[k] == "WDT" for k in objects)
