"""Copies by shared word sequences: other outlets' copies, one outlet's revisions, boilerplate."""

from __future__ import annotations

import random

from foedera.merge.copies import BESIDE, find_copies, originals, sharing_pairs, shingle

FIRST = ["ka", "ro", "mi", "ten", "bal", "vor", "shi"]
LAST = ["lun", "dra", "sta", "pel", "gor"]
WORDS = [first + last for first in FIRST for last in LAST]


def prose(seed: int, length: int = 300) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(length))


def test_a_copy_a_revision_and_strangers() -> None:
    wire = prose(1)
    texts = [
        shingle("a", "Wire", wire),
        shingle("b", "Paper", prose(2, 60) + " " + wire),
        shingle("c", "Wire", wire + " " + prose(3, 40)),
        shingle("d", "Paper", prose(4)),
    ]
    found = {(j.left, j.right): j.layer for j in find_copies(texts)}
    assert found == {("a", "b"): "copy", ("a", "c"): "revision", ("b", "c"): "copy"}


def test_half_a_wire_story_is_still_a_copy_of_that_half() -> None:
    wire = prose(5, 400)
    half = " ".join(wire.split()[:200])
    [copy] = find_copies(
        [shingle("a", "Wire", wire), shingle("b", "Paper", half + " " + prose(6, 150))]
    )
    assert copy.score > 0.4


def test_an_outlets_boilerplate_makes_no_copies() -> None:
    foot = prose(7, 80)
    texts = [shingle(f"r{n}", "Paper", prose(100 + n, 90) + " " + foot) for n in range(8)]
    assert find_copies(texts) == []


def test_the_earliest_stands_for_all() -> None:
    wire = prose(8)
    copies = find_copies([shingle("a", "Paper", wire), shingle("b", "Wire", wire)])
    days = {"a": ("2031-05-09", "a"), "b": ("2031-05-08", "b")}
    assert originals(copies, days) == {"a": "b", "b": "b"}


def test_a_report_is_read_beside_few_others_and_copies_still_hang_together() -> None:
    words = " ".join(f"word{n}" for n in range(200))
    texts = [shingle(f"r{n:02d}", f"outlet{n}", words) for n in range(20)]
    pairs = sharing_pairs(texts)
    assert len(pairs) <= BESIDE * len(texts)
    reached = {"r00"}
    for _ in texts:
        reached |= {name for pair in pairs if reached & set(pair) for name in pair}
    assert reached == {text.report for text in texts}
