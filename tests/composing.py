"""Puts sentences together at random whose acts are known: openings, insertions, second clauses.

A list of what is said in one way shows which words are not read; sentences made of parts show
which places in a sentence hide who acts (`decisions/0006`, last paragraph).
"""

from __future__ import annotations

import random
from typing import NamedTuple

STATES = {
    "Kenya": ("Kenyan", "KEN"), "Chad": ("Chadian", "TCD"), "Peru": ("Peruvian", "PER"),
    "Norway": ("Norwegian", "NOR"), "Ghana": ("Ghanaian", "GHA"), "Fiji": ("Fijian", "FJI"),
    "Kuwait": ("Kuwaiti", "KWT"), "Poland": ("Polish", "POL"), "Yemen": ("Yemeni", "YEM"),
    "Cuba": ("Cuban", "CUB"),
}  # fmt: skip
DOERS = (
    "{c}", "{c}'s president", "{a} troops", "the {a} government", "{c}'s foreign minister",
    "a {a} official", "the government of {c}", "the {a} army", "the leader of {c}",
    "members of the {a} parliament", "the {a} prime minister", "a spokesman for the {a} president",
    "{c}, an ally of Brazil,", "{c}, which borders Brazil,", "the new {a} government",
)  # fmt: skip
TARGETS = (
    "{c}", "{c}'s government", "the {a} army", "{c}'s president", "neighbouring {c}",
    "its neighbour {c}", "{a} forces", "the government of {c}", "{a} officials",
)  # fmt: skip
DEEDS = (
    ("condemned {o}", "condemning {o}", "statement.criticise"),
    ("bombed {o}", "bombing {o}", "military.attack"),
    ("imposed sanctions on {o}", "imposing sanctions on {o}", "coercion.sanction"),
    ("accused {o} of spying", "accusing {o} of spying", "statement.accuse"),
    ("threatened {o}", "threatening {o}", "statement.threaten"),
    ("praised {o}", "praising {o}", "statement.praise"),
    ("rejected an offer from {o}", "rejecting an offer from {o}", "statement.reject"),
    ("warned {o} of war", "warning {o} of war", "statement.warn"),
)
OPENERS = (
    "", "", "On Monday,", "In {p},", "Speaking in {p},", "After talks in {p},",
    "In a statement on Monday,", "According to Reuters,", "Meanwhile,", "But",
    "Two days after the summit,", "As the talks ended,", "Despite the truce,", "To end the war,",
    "Citing new evidence,", "In response,", "Under pressure from voters,",
)  # fmt: skip
INSERTS = (
    "", "", " on Monday", " last week", ", meanwhile,", ", in a statement,", ", speaking in {p},",
    ", under pressure at home,", ", for its part,", ", according to Reuters,",
)  # fmt: skip
TRAILERS = ("", "", " on Monday", " in {p}", " after weeks of talks", " over the dispute")
SAME = (" and {past}", ", {doing}", " before {doing}", ", two weeks after {doing}")
OTHER = (
    ", a day after {s} {past}", ", while {s} {past}", ", and {s} {past}", ", but {s} {past}",
    " when {s} {past}", "; {s} {past}", ", saying {s} {past}",
)  # fmt: skip
PLACES = ("Oslo", "Geneva", "Vienna", "Brussels", "Doha")


class Act(NamedTuple):
    """What a sentence tells: the kind, the state of who does it and of whom it is done to."""

    kind: str
    doer: str
    target: str


class Composed(NamedTuple):
    text: str
    acts: tuple[Act, ...]


def composed(seed: int, wanted: int) -> list[Composed]:
    """Return sentences of one or two acts each, the same for one seed."""
    chance = random.Random(seed)
    return [_sentence(chance) for _ in range(wanted)]


def _sentence(chance: random.Random) -> Composed:
    names = chance.sample(list(STATES), 4)
    place = chance.choice(PLACES)
    (past, _, kind), (second, doing, other) = chance.sample(DEEDS, 2)
    doer = _named(chance.choice(DOERS), names[0])
    insert = chance.choice(INSERTS)
    if doer.endswith(","):
        insert = ""
    target = _named(chance.choice(TARGETS), names[1])
    text = f"{chance.choice(OPENERS)} {doer}".strip() + insert
    text += f" {past.format(o=target)}" + chance.choice(TRAILERS)
    join = chance.choice(("", *SAME, *OTHER))
    again = _named(chance.choice(TARGETS), names[2])
    text += join.format(
        past=second.format(o=again), doing=doing.format(o=again),
        s=_named(chance.choice(DOERS), names[3]),
    )  # fmt: skip
    acts = [Act(kind, STATES[names[0]][1], STATES[names[1]][1])]
    if join:
        who = names[0] if join in SAME else names[3]
        acts.append(Act(other, STATES[who][1], STATES[names[2]][1]))
    text = text.format(p=place)
    return Composed(text[0].upper() + text[1:] + ".", tuple(acts))


def _named(form: str, state: str) -> str:
    return form.format(c=state, a=STATES[state][0])
