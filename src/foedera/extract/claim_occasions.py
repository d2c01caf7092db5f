"""Days of what was done at an occasion told before: "at that meeting Peru called for talks".

The noun has its day from the sentence before ("they met on Monday. In the attack nine died"), and
lends it to the verb that it stands beside, where the sentence tells no time of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from foedera.data import Claim, Sentence, When
from foedera.extract.claim_following import is_plain_past
from foedera.extract.claim_times import beside, is_dated
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.time_words import time_words
from foedera.tree import children

Made: TypeAlias = Sequence[tuple[Match, Claim]]

_AT = frozenset({"at", "in", "during"})
_POINTING = frozenset({"the", "that", "this"})
_REAL = frozenset({"happened", "ongoing"})


def share_occasions(made: Made, here: TokenMentions) -> list[tuple[Match, Claim]]:
    """Return what a sentence tells, acts without a day with that of the occasion beside them."""
    s = here.sentence
    days = {m.head: when for m, c in made if (when := _lendable(m, c, s)) is not None}
    if not days or any(isinstance(m.value, When) and is_dated(m.value) for m in here.all("time")):
        return list(made)
    return [(match, _dated_by(match, claim, s, days)) for match, claim in made]


def _lendable(match: Match, claim: Claim, s: Sentence) -> When | None:
    """Return the day of a noun that was told to have taken place on one."""
    when = claim.setting.when
    if when is None or when.precision != "day" or s.tags[match.head][0] != "N":
        return None
    return when if claim.voice.reality in _REAL else None


def _dated_by(match: Match, claim: Claim, s: Sentence, days: Mapping[int, When]) -> Claim:
    if claim.setting.when is not None or not is_plain_past(s, match.head):
        return claim
    near = [*_occasions(s, match.head), *beside(s, match.head, days)]
    when = next((days[noun] for noun in near if noun in days), None)
    return claim if when is None else replace(claim, setting=replace(claim.setting, when=when))


def _occasions(s: Sentence, verb: int) -> Iterator[int]:
    """Yield what a verb is told to have been done at: "at that meeting", "in the attack"."""
    if s.lemmas[verb] in time_words().shares["case_verbs"]:
        return  # "was convicted in the attack"
    for prep in children(s, verb, "prep"):
        if s.words[prep].lower() in _AT:
            yield from (k for k in children(s, prep, "pobj") if _is_pointed_at(s, k))


def _is_pointed_at(s: Sentence, noun: int) -> bool:
    return any(s.words[k].lower() in _POINTING for k in children(s, noun, "det"))
