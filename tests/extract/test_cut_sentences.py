"""No rule fails on a sentence that is cut short: a report would be kept without claims."""

from __future__ import annotations

import random

from foedera.kinds import load_kinds
from foedera.pipeline import build_line
from tests.reading import report_of


def cut(text: str, chance: random.Random) -> list[str]:
    """Return what is left of a sentence cut behind some word, and before some."""
    words = text.rstrip(".").split()
    return [
        " ".join(words[: chance.randint(1, len(words))]),
        " ".join(words[chance.randint(0, len(words) - 1) :]),
    ]


def test_no_rule_fails_on_cut_sentences() -> None:
    chance = random.Random(7)
    texts = {e.text for kind in load_kinds().values() for e in kind.examples}
    pieces = sorted({piece for text in sorted(texts) for piece in cut(text, chance)})
    told = [
        f"{piece}, as he put it" if number % 7 == 0 else piece
        for number, piece in enumerate(pieces)
    ]
    faults = [e.fault for e in build_line().run([report_of(t) for t in told]) if e.fault]
    assert faults == []
