"""Whether a name means the agreement that the world's table has under it."""

from __future__ import annotations

from foedera.lexicons import load_words
from foedera.merge.folding import fold
from foedera.merge.known import Around, described_key, headed_keys, known_agreements
from foedera.merge.telling import Telling
from foedera.merge.titles import read_title

MADE_AHEAD = 8
"""So many years before it is signed nobody speaks of an agreement by its name."""


def in_its_time(
    known: str | None, title: str, headline: str, around: Around, day: str
) -> str | None:
    """Return what a name means, none where that was made long after or the headline tells better.

    "The Lund treaty" in a report headed "Grain pact" is no older agreement made at Lund, unless
    it is called by the very name.
    """
    if known is None:
        return None
    signed = known_agreements()[known].signed
    if signed is not None and day and int(day[:4]) + MADE_AHEAD < signed:
        return None
    if fold(title) in known_agreements()[known].names:
        return known
    headed = described_key(f"{headline} treaty", around, day)
    called = headed is not None and known not in headed_keys(headline)
    return headed if called and len(read_title(title).proper) < 2 else known


def acting_states(telling: Telling) -> set[str]:
    """Return the states that act upon an agreement in a telling, no crowds and no bystanders.

    "Rebels of Peru called the pact a death sentence" makes Peru no side of it.
    """
    if not telling.claim.kind.startswith("agreement."):
        return set()
    continued = load_words("agreement_names")["continued"]
    return {str(continued.get(p, p)) for p in telling.parties if p.isupper()}
