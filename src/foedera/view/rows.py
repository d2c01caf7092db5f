"""What the views ask of a record: rows, never its inside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

from foedera.data import Judgement

Row: TypeAlias = Mapping[str, Any]


class Listings(Protocol):
    """The listings of a record that the views read. `foedera.record.Record` has them all."""

    def reports(self, *, known: str | None = None) -> Sequence[Row]:
        """Every report with its text and parts."""
        ...

    def claims(self) -> Sequence[Row]:
        """Every claim with the id of its report."""
        ...

    def judgements(self) -> Sequence[Judgement]:
        """Every judgement with its reasons."""
        ...

    def agreements(self, *, on: str | None = None, known: str | None = None) -> Sequence[Row]:
        """Every agreement with its status on a day."""
        ...

    def agreement(
        self, name: str, *, on: str | None = None, known: str | None = None
    ) -> Mapping[str, Any]:
        """One agreement with its `history`: the status from each day on which it changes."""
        ...

    def home_of(self, sort: str, claims: Iterable[str]) -> str | None:
        """The event or agreement, as settled, that most of some claims belong to."""
        ...

    def changed(
        self,
        since: str,
        *,
        agreements: Sequence[str] = (),
        events: Sequence[str] = (),
        known: str | None = None,
    ) -> Sequence[Row]:
        """What changed in some agreements and events since a day."""
        ...

    def events(self, *, on: str | None = None, known: str | None = None) -> Sequence[Row]:
        """Every event."""
        ...

    def stories(self, *, known: str | None = None) -> Sequence[Row]:
        """Every report with its story."""
        ...

    def origins(self, *, known: str | None = None) -> Sequence[Row]:
        """Every first source and who cites it."""
        ...

    def actors(self, *, known: str | None = None) -> Sequence[Row]:
        """Every actor under all its names."""
        ...

    def disagreements(self, *, known: str | None = None) -> Sequence[Row]:
        """Every field of an event that its tellings give differently."""
        ...

    def warnings(self, *, known: str | None = None) -> Sequence[Row]:
        """Every doubt about a report."""
        ...


def texts(row: Row, field: str) -> list[str]:
    """Return a field that holds a list of words, empty where it is absent.

    >>> texts({"items": None}, "items")
    []
    """
    return [str(value) for value in row.get(field) or ()]


def maps(row: Row, field: str) -> list[Row]:
    """Return a field that holds a list of rows, empty where it is absent."""
    return [value for value in row.get(field) or () if isinstance(value, Mapping)]
