"""What two reports share: a copy, a part, a later state, furniture, a quotation, or nothing."""

from __future__ import annotations

import random

import pytest

from foedera.merge.copies import shingle
from foedera.merge.sharing import (
    Furniture,
    compare_prose,
    judge_sharing,
    learn_furniture,
    read_prose,
)
from tests.merge.test_copies import prose

NONE = learn_furniture([])


def sharing(left: tuple[str, str], right: tuple[str, str], furniture: Furniture = NONE) -> str:
    a, b = (read_prose(f"r{n}", *one) for n, one in enumerate((left, right)))
    return compare_prose(a, b, furniture).kinship


def test_most_of_a_story_in_another_outlet_is_a_copy_and_in_the_same_a_revision() -> None:
    wire = prose(21)
    more = wire + "\n" + prose(22, 100)
    assert sharing(("Wire", wire), ("Paper", more)) == "copy"
    assert sharing(("Wire", wire), ("Wire", more)) == "revision"


def test_two_sentences_of_prose_are_a_part() -> None:
    part = prose(23, 50)
    one, other = (f"{prose(n, 150)}\n{part}\n{prose(n + 50, 150)}" for n in (24, 25))
    assert sharing(("Wire", one), ("Paper", other)) == "partial"


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_what_both_heard_somebody_say_is_a_quotation(marks: str) -> None:
    said = f"{marks[0]}{prose(26, 60)}{marks[1]}"
    one, other = (f"{prose(n, 150)}\n{said}\n{prose(n + 50, 150)}" for n in (27, 28))
    assert sharing(("Wire", one), ("Paper", other)) == "quotation"


def test_words_that_one_desk_prints_as_its_own_and_the_other_quotes_are_said() -> None:
    said = prose(29, 60)
    assert sharing(("Wire", said + "\n" + prose(30)), ("Paper", f"“{said}”\n{prose(31)}")) == (
        "quotation"
    )


def test_long_prose_that_one_desk_cites_is_a_part_and_what_i_said_is_not() -> None:
    told, spoken = prose(51, 90), "We " + prose(52, 90)
    for cited, kinship in ((told, "partial"), (spoken, "quotation")):
        left = ("Wire", f"{cited}\n{prose(53, 300)}")
        right = ("Paper", f"“{cited}”\n{prose(54, 300)}")
        assert sharing(left, right) == kinship


def test_captions_that_one_outlet_prints_twice_are_its_furniture() -> None:
    captions = [prose(60 + n, 14) for n in range(6)]
    gallery = "\n".join(f"{caption}\n{caption}" for caption in captions)
    listed = "\n".join(f"{caption}\n{prose(80 + n, 9)}" for n, caption in enumerate(captions))
    one, other = f"{prose(71, 300)}\n{gallery}", f"{prose(72, 300)}\n{listed}"
    assert sharing(("Paper", one), ("Paper", other)) == "boilerplate"


def test_what_an_outlet_prints_again_and_again_is_its_furniture() -> None:
    foot = prose(32, 60)
    texts = [f"{prose(100 + n, 120)}\n{foot}" for n in range(4)]
    furniture = learn_furniture(shingle(f"r{n}", "Paper", text) for n, text in enumerate(texts))
    assert sharing(("Paper", texts[0]), ("Paper", texts[1]), furniture) == "boilerplate"


def test_a_set_phrase_is_nothing() -> None:
    phrase = prose(33, 9)
    one, other = (f"{prose(n, 150)} {phrase} {prose(n + 50, 150)}" for n in (34, 35))
    assert sharing(("Wire", one), ("Paper", other)) == "independent"


def test_the_judgement_says_what_is_shared() -> None:
    wire = prose(36)
    a, b = read_prose("a", "Wire", wire), read_prose("b", "Paper", wire)
    judgement = judge_sharing(a, b, NONE)
    assert judgement is not None
    assert (judgement.layer, judgement.verdict) == ("copy", "same")
    [reason] = judgement.reasons
    assert reason.feature == "copied"
    assert "300 of prose" in reason.note


def test_sides_do_not_matter() -> None:
    chance = random.Random(3)
    for seed in range(12):
        part = prose(40 + seed, chance.choice((5, 12, 50, 200)))
        one, other = (f"{prose(n + seed, 120)}\n{part}" for n in (200, 300))
        left, right = ("Wire", one), ("Paper", other)
        assert sharing(left, right) == sharing(right, left)
