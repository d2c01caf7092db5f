"""Quantities, read from sentences without a parse unless a test builds one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.data import Quantity, Sentence, Span
from foedera.extract.quantities import find_quantities


def sentence(text: str) -> Sentence:
    found = list(re.finditer(r"\w+(?:[.,]\w+)*|[^\w\s]", text))
    return Sentence(
        Span(0, len(text)),
        0,
        tuple(m.group() for m in found),
        tuple(m.start() for m in found),
        tuple(m.end() for m in found),
    )


def read(text: str) -> list[Quantity]:
    found = [m.value for m in find_quantities(text, [sentence(text)])]
    assert all(isinstance(q, Quantity) for q in found)
    return [q for q in found if isinstance(q, Quantity)]


def only(text: str) -> Quantity:
    found = read(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("They met at the Group of 20 summit.", []),
        ("The Gang of 8 met the Committee of 12.", []),
        ("Then a group of 20 soldiers left.", ["20 soldiers"]),
        ("Group of 20 soldiers left the fort.", ["20 soldiers"]),
    ],
)
def test_the_number_of_a_named_set_counts_nothing(text: str, counted: list[str]) -> None:
    assert [one.words for one in read(text)] == counted


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The navy sent 14 ships.", 14, "ships"),
        ("The navy sent fourteen ships.", 14, "ships"),
        ("It costs two hundred and fifty thousand euros.", 250_000, "EUR"),
        ("They freed half a dozen sailors.", 6, "sailors"),
        ("They drove out a quarter of a million people.", 250_000, "people"),
        ("The loan is worth $1.5 billion.", 1.5e9, "USD"),
        ("The loan is worth €200M.", 2e8, "EUR"),
        ("The loan is worth 3 bn Danish crowns.", 3e9, "Danish crowns"),
        ("Output rose by 40 percent.", 40, "percent"),
        ("Output rose 2.5 per cent.", 2.5, "percent"),
        ("The rocket flew 900 km.", 900, "km"),
        ("A 300km pipeline was laid.", 300, "km"),
        ("They shipped 40 containers of ammunition.", 40, "containers of ammunition"),
        ("The town took in 60 Ukrainian refugees.", 60, "Ukrainian refugees"),
        ("It was one of the oldest bridges.", 1, None),
        ("Two and a half million voters stayed home.", 2.5e6, "voters"),
        ("A third of the voters stayed home.", 1 / 3, "voters"),
        ("The port cost RM200 million.", 2e8, "MYR"),
        ("They waited 1/2 mile away.", 0.5, "mile"),
        ("They waited 2 1/2 miles away.", 2.5, "miles"),
        ("The camp holds 4 U.S. soldiers.", 4, "U.S. soldiers"),
        ("It fell to minus-30 degrees.", -30, "degrees"),
        ("Growth reached 1,250,000 barrels of oil.", 1_250_000, "barrels of oil"),
    ],
)
def test_value_and_unit(text: str, value: float, unit: str | None) -> None:
    found = only(text)
    assert found.value == pytest.approx(value)
    assert found.unit == unit
    assert (found.bound, found.low, found.high, found.approximate) == ("=", value, value, False)


@pytest.mark.parametrize(
    ("text", "bound", "low", "high", "approximate"),
    [
        ("More than 70 planes took part.", ">", 70, None, False),
        ("At least 70 planes took part.", ">", 70, None, False),
        ("Over 70 planes took part.", ">", 70, None, False),
        ("No fewer than 70 planes took part.", ">", 70, None, False),
        ("A 70-plus crowd of planes took part.", ">", 70, None, False),
        ("There were 70 or more planes.", ">", 70, None, False),
        ("There were 70 planes or more.", ">", 70, None, False),
        ("Nearly 70 planes took part.", "<", None, 70, True),
        ("Almost 70 planes took part.", "<", None, 70, True),
        ("Up to 70 planes took part.", "<", None, 70, False),
        ("Up to about 70 planes took part.", "<", None, 70, True),
        ("As many as 70 planes took part.", "<", None, 70, False),
        ("Fewer than 70 planes took part.", "<", None, 70, False),
        ("Some 70 planes took part.", "~", 70, 70, True),
        ("About 70 planes took part.", "~", 70, 70, True),
        ("An estimated 70 planes took part.", "~", 70, 70, True),
        ("There were 70 planes or so.", "~", 70, 70, True),
    ],
)
def test_bound(
    text: str, bound: str, low: float | None, high: float | None, approximate: bool
) -> None:
    found = only(text)
    assert found.value == 70
    assert (found.bound, found.low, found.high) == (bound, low, high)
    assert found.approximate is approximate


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Between 20 and 30 tanks crossed.", 20, 30),
        ("They want 5,000 to 7,000 men.", 5000, 7000),
        ("They want 10-12 helicopters.", 10, 12),
        ("They want three or four helicopters.", 3, 4),
        ("It costs 3 to 5 million dollars.", 3e6, 5e6),
        ("It costs $3 billion to $5 billion.", 3e9, 5e9),
        ("Tariffs range from 5 percent to 7 percent.", 5, 7),
    ],
)
def test_range(text: str, low: float, high: float) -> None:
    found = only(text)
    assert (found.bound, found.value, found.low, found.high) == ("range", low, low, high)


def test_growth_to_a_total_is_two_quantities() -> None:
    found = read("Aid rose by $4 million to $90 million.")
    assert [q.value for q in found] == [4e6, 9e7]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Thousands of shells were fired.", 1000),
        ("Tens of thousands fled.", 10_000),
        ("Several hundred farmers marched.", 100),
        ("Dozens were hurt.", 12),
        ("Hundreds of millions of dollars were lost.", 1e8),
        ("Several thousand dollars were lost.", 1000),
    ],
)
def test_orders_of_magnitude_are_lower_bounds(text: str, order: float) -> None:
    found = only(text)
    assert (found.value, found.low, found.high, found.approximate) == (None, order, None, True)


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2231 was adopted.",
        "They cited Article 5 of the charter.",
        "An F-16 and a Su-35 were seen.",
        "A Boeing 737 landed.",
        "The G7 met on Dec. 5.",
        "It was signed on 12 March 2014.",
        "It was signed in 2014.",
        "The 2014 elections were held.",
        "The talks began at 10:15 p.m.",
        "The talks began at 6 a.m.",
        "Spain beat Malta 3-1.",
        "The senate approved it in a 51-48 vote.",
        "It was the 5th test and the twenty-first launch.",
        "Call 020-7946-0958 now.",
        "No one saw one another.",
        "Anna Berg, 34, said so.",
        "The 1990s were quiet.",
        "A two-way street is one-sided.",
        "It is a five-year plan.",
        "The office is at 12 Mill Road.",
        "In Phase 2 of the plan they wait.",
        "She is in her 30s.",
        "They work 24/7 there.",
        "Suspect 2 walks home.",
        "They live in District 9 of the city.",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert read(text) == []


def test_over_before_days_is_during() -> None:
    found = only("The rebels took the hills over two days.")
    assert (found.bound, found.words) == ("=", "two days")


def test_span_starts_with_the_bound_and_ends_with_the_unit() -> None:
    found = only("Officials say more than 10,000 soldiers crossed.")
    assert found.words == "more than 10,000 soldiers"


def test_taken_times_are_left_out_but_stretches_stay() -> None:
    text = "On 14 they waited two days."
    spans = [Span(3, 5), Span(text.index("two"), len(text) - 1)]
    found = find_quantities(text, [sentence(text)], taken=spans)
    assert [text[m.span.start : m.span.end] for m in found] == ["two days"]


def test_a_parse_finds_the_noun_that_is_counted() -> None:
    text = "103 federal or state cases ended."
    words = ("103", "federal", "or", "state", "cases", "ended", ".")
    starts = (0, 4, 12, 15, 21, 27, 32)
    parsed = Sentence(
        Span(0, 33), 0, words, starts,
        tuple(a + len(w) for a, w in zip(starts, words, strict=True)),
        words,
        ("CD", "JJ", "CC", "NN", "NNS", "VBD", "."),
        ("nummod", "amod", "cc", "conj", "nsubj", "ROOT", "punct"),
        (4, 4, 1, 1, 5, 5, 5),
        ((), (2, 3), (), (), (0, 1), (4, 6), ()),
    )  # fmt: skip
    (found,) = find_quantities(text, [parsed])
    assert isinstance(found.value, Quantity)
    assert found.value.unit == "federal or state cases"


def test_a_verb_is_no_unit() -> None:
    text = "The three met."
    parsed = Sentence(
        Span(0, 14), 0, ("The", "three", "met", "."), (0, 4, 10, 13), (3, 9, 13, 14),
        ("the", "three", "meet", "."), ("DT", "CD", "VBD", "."),
        ("det", "nsubj", "ROOT", "punct"), (1, 2, 2, 2), ((), (0,), (1, 3), ()),
    )  # fmt: skip
    (found,) = find_quantities(text, [parsed])
    assert isinstance(found.value, Quantity)
    assert (found.value.unit, found.value.words) == (None, "three")


def test_a_vague_sum_has_its_currency() -> None:
    assert only("Tens of millions of dollars were lost.").unit == "USD"


@given(st.integers(2, 10**9), st.sampled_from(["", "some ", "at least ", "nearly "]))
def test_any_written_number_is_read_back(value: int, lead: str) -> None:
    found = only(f"They counted {lead}{value:,} birds there.")
    assert found.value == value
    assert found.words == f"{lead}{value:,} birds"


@given(st.text(max_size=200))
def test_spans_cut_out_their_words(text: str) -> None:
    for mention in find_quantities(text, [sentence(text)] if text else []):
        assert isinstance(mention.value, Quantity)
        assert text[mention.span.start : mention.span.end] == mention.value.words
