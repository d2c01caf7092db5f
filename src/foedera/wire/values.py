"""Mention values to and from rows: actors, times, places, quantities, names."""

from __future__ import annotations

from collections.abc import Callable

from foedera.data import (
    Actor,
    Mention,
    MentionValue,
    Phrase,
    Quantity,
    Timex,
    Title,
    When,
    Where,
)
from foedera.wire.shapes import Row, alike, at, lean, span


def actor_row(actor: Actor) -> Row:
    """Write an actor as the contract's ACTOR."""
    return lean(
        {
            "name": actor.name,
            "country": actor.country,
            "kind": actor.kind,
            "office": actor.office,
            **at(actor.span),
        }
    )


def read_actor(row: Row) -> Actor:
    """Read an ACTOR back."""
    return Actor(row["name"], row.get("country"), alike(row["kind"]), row.get("office"), span(row))


def when_row(when: When) -> Row:
    """Write a time with its days, words, TIMEX3 value and the form it was read as."""
    return lean(
        {
            "earliest": when.earliest,
            "latest": when.latest,
            "precision": when.precision,
            "words": when.words,
            **at(when.span),
            "timex3": {"type": when.timex.type, "value": when.timex.value},
            "form": when.form,
        }
    )


def read_when(row: Row) -> When:
    """Read a time back."""
    timex = row["timex3"]
    return When(
        row.get("earliest"),
        row.get("latest"),
        row["precision"],
        row["words"],
        span(row),
        Timex(timex["type"], timex["value"]),
        row.get("form"),
    )


def where_row(where: Where) -> Row:
    """Write a place."""
    return lean(
        {
            "name": where.name,
            "country": where.country,
            "lat": where.lat,
            "lon": where.lon,
            **at(where.span),
        }
    )


def read_where(row: Row) -> Where:
    """Read a place back."""
    return Where(row["name"], row.get("country"), row.get("lat"), row.get("lon"), span(row))


def quantity_row(quantity: Quantity) -> Row:
    """Write a quantity as the contract's QUANTITY; whole numbers without a fraction."""
    return lean(
        {
            "value": _whole(quantity.value),
            "bound": quantity.bound,
            "low": _whole(quantity.low),
            "high": _whole(quantity.high),
            "approximate": quantity.approximate,
            "unit": quantity.unit,
            "words": quantity.words,
            **at(quantity.span),
        }
    )


def _whole(number: float | None) -> float | int | None:
    if number is None or number != int(number):
        return number
    return int(number)


def _number(number: float | int | None) -> float | None:
    return None if number is None else float(number)


def read_quantity(row: Row) -> Quantity:
    """Read a QUANTITY back."""
    return Quantity(
        _number(row.get("value")),
        row["bound"],
        _number(row.get("low")),
        _number(row.get("high")),
        row["approximate"],
        row.get("unit"),
        row["words"],
        span(row),
    )


def title_row(title: Title | None) -> Row | None:
    """Write an agreement's name; None stays None."""
    return None if title is None else {"title": title.title, **at(title.span)}


def read_title(row: Row | None) -> Title | None:
    """Read an agreement's name back."""
    return None if row is None else Title(row["title"], span(row))


def phrase_row(phrase: Phrase | None) -> Row | None:
    """Write a phrase; None stays None."""
    return None if phrase is None else {"text": phrase.text, **at(phrase.span)}


def read_phrase(row: Row | None) -> Phrase | None:
    """Read a phrase back."""
    return None if row is None else Phrase(row["text"], span(row))


def _value_row(value: MentionValue) -> Row:
    match value:
        case Actor():
            return actor_row(value)
        case When():
            return when_row(value)
        case Where():
            return where_row(value)
        case Quantity():
            return quantity_row(value)
        case Title():
            return {"title": value.title, **at(value.span)}


def _read_name(row: Row) -> Title:
    return Title(row["title"], span(row))


_READ_VALUE: dict[str, Callable[[Row], MentionValue]] = {
    "actor": read_actor,
    "place": read_where,
    "time": read_when,
    "quantity": read_quantity,
    "agreement": _read_name,
}


def mention_row(mention: Mention) -> Row:
    """Write a mention with its value and rule."""
    value = _value_row(mention.value)
    return {**at(mention.span), "kind": mention.kind, "value": value, "rule": mention.rule}


def read_mention(row: Row) -> Mention:
    """Read a mention back."""
    value: MentionValue = _READ_VALUE[row["kind"]](row["value"])
    return Mention(span(row), row["kind"], value, row["rule"])
