"""What is told of an agreement before anybody signs it: talks, parts agreed, its text adopted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from foedera.data import Act
from foedera.lexicons import load_words
from foedera.merge.parties import states_of
from foedera.merge.rarity import stems
from foedera.merge.telling import Telling, fold


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def as_formed(act: Act, deeds: Sequence[Telling]) -> Act:
    """Return an act as the stage that its tellings tell: parts agreed are talks still going on.

    "Agreed on the main elements of a deal" concludes nothing (9); a text that delegates or several
    states adopt is fixed by that, whatever their parliaments approve later. What is told as
    "provisionally in force" is applied before it is in force (25).
    """
    if act.kind == "agreement.conclude" and deeds and all(map(is_in_part, deeds)):
        return replace(act, kind="agreement.negotiate")
    if act.kind == "agreement.enter-into-force" and all(map(_is_provisional, deeds)):
        return replace(act, kind="agreement.provisionally-apply")
    if act.kind == "agreement.approve" and deeds and all(map(_is_adoption, deeds)):
        return replace(act, kind="agreement.conclude")
    return act


def is_in_part(telling: Telling) -> bool:
    """Say whether no more than parts of a text are told as agreed: "the main elements of"."""
    name = telling.claim.agreement
    parts = telling.words & stems(" ".join(_words()["parts"]))
    return bool(parts) and name is not None


def _is_provisional(telling: Telling) -> bool:
    return bool(telling.trigger & {"provisional", "provisionally"})


def _is_adoption(telling: Telling) -> bool:
    """Say whether a text is told as adopted, by several states or by their delegates together."""
    adopted = any(word.startswith("adopt") for word in telling.trigger)
    actors = telling.claim.roles.actors
    words = {word for a in actors for word in fold(f"{a.name} {a.office or ''}").split()}
    return adopted and len(states_of(telling)) != 1 and not words & set(_words()["lawmakers"])


def implied_talks(
    told: Sequence[Telling], acts: Sequence[Act], parties: Collection[str]
) -> Iterator[Act]:
    """Yield talks that a signature to come implies: who is to sign takes part in the making (2).

    "The presidents will meet in May to sign a treaty" tells by its day that both negotiate.
    """
    signed = min((a.latest for a in acts if a.kind == "agreement.sign" and a.latest), default=None)
    for telling in told:
        states, out = states_of(telling) & set(parties), telling.source.published.latest
        voice = telling.claim.voice
        coming = voice.reality in ("planned", "possible") and voice.stance != "denied"
        if telling.claim.kind != "agreement.sign" or not coming or len(states) < 2 or not out:
            continue
        if telling.own and (signed is None or out < signed):
            by = tuple(sorted(states))
            claims = (telling.id,)
            yield Act("agreement.negotiate", None, by, claims, latest=out, told=out)
