"""A stream of invented reports with many actors, places, kinds and days, and agreements."""

from __future__ import annotations

from foedera.data import Extraction
from tests.merge.builders import actor, claim, defence, extraction, quantity, report, when

OUTLETS = ["Herald", "Courier", "Océan Daily", "Wire"]
STATES = [("Ravania", "RVA"), ("Ostmark", "OST"), ("Luria", "LUR")]
TOWNS = [("Velm", "RVA"), ("Tor Ford", "OST"), ("New Velm", "LUR")]
KINDS = ["military.attack", "diplomacy.visit", "statement.criticise"]


def make(number: int) -> Extraction:
    """Make one report; its day, outlet, actors and places follow from its number."""
    outlet = OUTLETS[number % 4]
    day = None if number % 11 == 10 else f"2031-05-{number % 20 + 1:02d}"
    name, code = STATES[number % 3]
    other, other_code = STATES[(number + 1 + number % 2) % 3]
    town, land = TOWNS[number // 2 % 3]
    speaker = actor(f"Foreign Ministry of {other}", other_code, "organisation")
    text = (
        f"{name} acted at {town} against {other}. It counted {100 + number} soldiers there. "
        f"{name} and {other} signed the {town} Rivers Treaty. "
        f"If one is attacked the other sends help."
    )
    one = report(text, outlet=outlet, day=day, key=f"{number}.txt")
    both = {"actors": [code, other_code], "agreement": f"{town} Rivers Treaty"}
    on = f"2031-05-{number % 9 + 1:02d}"
    spans = [f"{on}/{on}", f"2031-05-01/{on}", None, "2031-01-01/2031-12-31"]
    acted = claim(
        one,
        f"acted at {town}",
        KINDS[number % 3],
        actors=[code],
        recipients=[other_code],
        where=(town, land),
        when=when(spans[number % 4]),
    )
    counted = claim(
        one,
        f"counted {100 + number} soldiers",
        "military.deploy",
        actors=[actor(f"{name} Foreign Legion", code, "force")],
        quantities=[quantity(100 + number, 100 + number, f"{100 + number} soldiers")],
        sources=[[speaker]],
        stance="denied" if number % 5 == 0 else "asserted",
    )
    signed = claim(one, "signed the", "agreement.sign", when=when(on), **both)
    duty = claim(
        one,
        "the other sends help",
        "agreement.provide",
        reality="conditional",
        obligation=defence(code, other_code),
        **both,
    )
    told = [acted, counted, signed, duty] if number % 2 else [acted, counted]
    return extraction(one, *told)


STREAM = [make(number) for number in range(24)]
