"""What is put aside comes back as it was, in the order it came."""

from foedera.merge.origins import Chain
from foedera.merge.telling import Telling
from foedera.settle.piles import Piles, TracedPiles
from tests.merge.builders import quantity, when
from tests.merge.tellings import telling


def test_tellings_come_back_equal_and_in_order() -> None:
    told = [
        telling(
            "military.attack",
            f"They struck {number} times.",
            actors=["RVA"],
            when=when("2031-05-08"),
            quantities=[quantity(number, number, f"{number} times", unit="strikes")],
        )
        for number in range(200)
    ]
    with Piles[tuple[object, Chain]]() as piles:
        for place, one in enumerate(told):
            piles.put(place % 2, (one, Chain("Herald", (("Wire",),))))
        assert piles.numbers() == [0, 1]
        assert [one for one, _ in piles.take(1)] == told[1::2]
        assert [one for one, _ in piles.take(0)] == told[::2]
        assert list(piles.take(0)) == []


def test_what_tellings_hold_alike_is_held_once() -> None:
    told = [
        telling("military.attack", f"They struck Velm again, the {n}th time.", actors=["RVA"])
        for n in range(130)
    ]
    with Piles[object]() as piles:
        for one in told:
            piles.put(0, one)
        taken = list(piles.take(0))
    assert taken == told
    first, last = taken[0], taken[-1]
    assert first.actors is last.actors
    assert first.naming is last.naming
    assert first.people is last.chambers is last.sorts  # all empty
    assert first.claim.passage.trigger.start is last.claim.passage.trigger.start
    assert first.claim.kind is last.claim.kind
    shared = first.words & last.words
    assert {id(w) for w in first.words if w in shared} == {id(w) for w in last.words if w in shared}


def test_sources_that_are_held_come_back_as_the_same() -> None:
    told = [telling("military.attack", f"They struck {n} times.") for n in range(3)]
    held = {one.source.report: one.source for one in told[:2]}
    with Piles[Telling](held) as piles:
        for one in told:
            piles.put(0, one)
        assert piles.count(0) == 3
        taken = list(piles.read(0))
        assert list(piles.take(0)) == taken == told
        assert piles.count(0) == 0
    assert [one.source is own.source for one, own in zip(taken, told, strict=True)] == [
        True,
        True,
        False,
    ]


def test_claims_come_back_equal_and_hold_once_what_is_alike() -> None:
    told = [
        telling(
            "military.attack",
            f"They struck Velm again, the {n}th time.",
            actors=["RVA"],
            when=when("2031-05-08"),
            quantities=[quantity(n, n, f"{n} times", unit="strikes")],
        )
        for n in range(130)
    ]
    laid = [(one, Chain("Herald", (("Wire",),))) for one in told]
    held = {one.source.report: one.source for one in told[:1]}
    with TracedPiles(held) as piles:
        for one in laid:
            piles.put(0, one)
        taken = list(piles.take(0))
    assert taken == laid
    (first, own), (last, other) = taken[0], taken[-1]
    assert first.source is told[0].source
    assert own is other
    assert first.id == told[0].id
    assert first.parties == told[0].parties
    assert (first.has, first.traits, first.states) == (told[0].has, told[0].traits, True)
    assert first.actors is last.actors
    assert first.people is last.chambers is last.sorts  # all empty
    assert first.naming is last.naming
    assert first.claim.kind is last.claim.kind
    assert first.claim.passage.trigger.start is last.claim.passage.trigger.start
    shared = first.words & last.words
    assert {id(w) for w in first.words if w in shared} == {id(w) for w in last.words if w in shared}
