"""How the tellings of one event differ, field by field; every value stays visible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal, TypeAlias

from foedera.data import Comparison, Quantity
from foedera.merge.kindred import load_kindred
from foedera.merge.names import is_country_name
from foedera.merge.numbers import ranges_meet, same_unit
from foedera.merge.telling import Telling, fold, ordinal_day

Verdict: TypeAlias = Literal["agree", "more-precise", "compatible", "update", "conflict"]
Values: TypeAlias = dict[str, list[Telling]]


def compare(tellings: Sequence[Telling]) -> tuple[Comparison, ...]:
    """Compare days, places, numbers and stances of the tellings of one event."""
    found = [_days(tellings), _places(tellings), *_numbers(tellings), *_stances(tellings)]
    return tuple(one for one in found if one is not None)


def _make(field: str, verdict: Verdict, values: Values) -> Comparison:
    rows = tuple((value, tuple(t.id for t in told)) for value, told in sorted(values.items()))
    return Comparison(field, verdict, rows)


def _days(tellings: Sequence[Telling]) -> Comparison | None:
    values: Values = defaultdict(list)
    stretches: dict[str, tuple[int | None, int | None]] = {}
    for telling in tellings:
        when = telling.claim.setting.when
        if when is None or (telling.first is None and telling.last is None):
            continue
        name = when.earliest or ""
        if when.latest != when.earliest:
            name = f"{when.earliest or ''}/{when.latest or ''}"
        values[name].append(telling)
        stretches[name] = (telling.first, telling.last)
    if not values:
        return None
    pairs = list(combinations(stretches.values(), 2))
    return _make("when", _worst(_days_verdict(a, b) for a, b in pairs), values)


def _days_verdict(a: tuple[int | None, int | None], b: tuple[int | None, int | None]) -> Verdict:
    first, last = max(a[0] or 0, b[0] or 0), min(a[1] or 9**9, b[1] or 9**9)
    if first > last:
        return "conflict"
    inside = (first, last) in ((a[0] or 0, a[1] or 9**9), (b[0] or 0, b[1] or 9**9))
    return "more-precise" if inside else "compatible"


def _places(tellings: Sequence[Telling]) -> Comparison | None:
    values: Values = defaultdict(list)
    countries: dict[str, str | None] = {}
    for telling in tellings:
        where = telling.claim.setting.where
        if where is not None:
            values[where.name].append(telling)
            countries[where.name] = where.country
    if not values:
        return None
    if len({fold(name) for name in values}) == 1:
        return _make("where", "agree", values)
    verdicts = (_place_verdict(a, b, countries) for a, b in combinations(sorted(values), 2))
    verdict = _worst(verdicts)
    if verdict == "conflict" and tellings[0].group in load_kindred().lasting:
        verdict = "compatible"
    return _make("where", verdict, values)


def _place_verdict(a: str, b: str, countries: dict[str, str | None]) -> Verdict:
    left, right = countries[a], countries[b]
    if left and right and left != right:
        return "conflict"
    wider = is_country_name(a) or is_country_name(b)
    return "more-precise" if wider else "compatible"


def _numbers(tellings: Sequence[Telling]) -> list[Comparison]:
    """Compare numbers of one thing; a second number in one clause is a further thing."""
    rows: list[list[tuple[Quantity, Telling]]] = []
    for telling in tellings:
        for quantity in telling.claim.setting.quantities:
            row = next((r for r in rows if same_unit(r[0][0].unit, quantity.unit)), None)
            if row is None:
                rows.append([(quantity, telling)])
            else:
                row.append((quantity, telling))
    compared = [_compare_numbers(row) for row in rows]
    return sorted(compared, key=lambda c: (-len(c.values), c.values))


def _compare_numbers(row: list[tuple[Quantity, Telling]]) -> Comparison:
    values: Values = defaultdict(list)
    numbers: dict[str, Quantity] = {}
    for quantity, telling in row:
        values[quantity.words].append(telling)
        numbers[quantity.words] = quantity
    verdicts = [_number_verdict(a, b) for a, b in combinations(numbers.values(), 2)]
    verdict = _worst(verdicts)
    if verdict in ("conflict", "compatible") and _grows(row):
        verdict = "update"
    return _make("quantity", verdict, values)


def _number_verdict(a: Quantity, b: Quantity) -> Verdict:
    if (a.low, a.high) == (b.low, b.high) and a.low is not None:
        return "agree"
    if not ranges_meet(a, b):
        return "conflict"
    exact = {q.low == q.high and not q.approximate for q in (a, b)}
    return "more-precise" if exact == {True, False} else "compatible"


def _grows(row: list[tuple[Quantity, Telling]]) -> bool:
    """Say whether a toll only rises as the days of publication go on."""
    if row[0][1].claim.kind not in load_kindred().tolls:
        return False
    series = defaultdict(list)
    for quantity, telling in row:
        day = ordinal_day(telling.source.published.earliest)
        number = quantity.low if quantity.low is not None else quantity.high
        if day is None or number is None:
            return False
        series[day].append(number)
    tops = [max(series[day]) for day in sorted(series)]
    return len(tops) > 1 and tops == sorted(tops) and tops[0] < tops[-1]


def _stances(tellings: Sequence[Telling]) -> list[Comparison]:
    """Compare what each speaker does with the claim, where a speaker does more than one thing."""
    by_speaker: dict[str, Values] = defaultdict(lambda: defaultdict(list))
    for telling in tellings:
        for actor in telling.claim.voice.sources[-1] if telling.claim.voice.sources else ():
            if actor.country and actor.kind in ("state", "office", "person", "organisation"):
                by_speaker[actor.country][telling.claim.voice.stance].append(telling)
    rows = []
    for speaker, values in sorted(by_speaker.items()):
        if len(values) > 1:
            verdict: Verdict = "conflict" if _contradict(set(values)) else "compatible"
            rows.append(_make(f"acknowledgement:{speaker}", verdict, values))
    return rows


def _contradict(stances: set[str]) -> bool:
    return bool(stances & {"asserted", "confirmed"}) and bool(
        stances & {"denied", "neither-confirmed-nor-denied", "not-acknowledged"}
    )


_RANK: tuple[Verdict, ...] = ("agree", "more-precise", "compatible", "update", "conflict")


def _worst(verdicts: Iterable[Verdict]) -> Verdict:
    return max(verdicts, key=_RANK.index, default="agree")
