"""What words weigh does not hang on the order in which a set gives them."""

from __future__ import annotations

import random

from foedera.merge.rarity import rarity, stems, weight_of

TEXT = (
    "American warships struck a chemical plant near the consulate in Benghazi on Tuesday, and the "
    "ministry said that sanctions, missiles and the intervention of troops would follow at once."
)


def test_words_weigh_the_same_in_any_order() -> None:
    words = sorted(stems(TEXT))
    weights = set()
    for seed in range(60):
        random.Random(seed).shuffle(words)
        weights.add(weight_of(words))
    assert len(weights) == 1


def test_a_rare_word_weighs_more() -> None:
    assert rarity("qwertish") == 1.0
    assert weight_of(["qwertish"]) > weight_of(["govern"])
