"""The numbers that a line has room for."""

from foedera.view.counted import numbers_told


def number(words: str, unit: str | None) -> dict:
    return {"words": words, "unit": unit}


def test_a_bare_number_says_something_of_people_harmed_alone() -> None:
    told = {"quantities": [number("six", None), number("two boats", "boats")]}
    assert numbers_told({"kind": "military.attack", **told}) == [number("two boats", "boats")]
    assert numbers_told({"kind": "harm.kill", **told}) == told["quantities"]


def test_a_number_that_one_of_many_tells_is_left_out() -> None:
    claims = [f"c{n}" for n in range(30)]
    values = [{"value": "nine men", "claims": claims[:5]}, {"value": "ten men", "claims": ["c9"]}]
    days = [{"value": "four days", "claims": ["c8"]}]
    event = {
        "kind": "harm.kill",
        "claims": claims,
        "quantities": [number("ten men", "men"), number("four days", "days")],
        "comparison": [{"field": "quantity", "values": v} for v in (values, days)],
    }
    assert numbers_told(event) == [number("ten men", "men")]
    assert numbers_told({**event, "claims": claims[:9]}) == event["quantities"]
