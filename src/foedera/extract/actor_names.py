"""Joins a name and the office told in apposition to it."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.extract.actor_drafts import Draft
from foedera.extract.actor_items import Line
from foedera.extract.actor_words import words as word_list

_NAMES = frozenset({"actors.capitals", "actors.honorific"})  # "Dr Jo Doe, Minister for Trade"

_POSTS = frozenset({"actors.state", "actors.body"})


class NameReader:
    """Reads appositions in one sentence."""

    def __init__(self, line: Line) -> None:
        self._low = line.low
        self._line = line

    def join_appositions(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Give names the office and state of the phrase beside them, and it their name."""
        offices = {d.start: d for d in drafts if d.kind == "office" and d.rule == "actors.noun"}
        by_name = {d.start: d for d in drafts if d.rule in _NAMES}
        changed: dict[Draft, list[Draft]] = {}
        for name in by_name.values():
            office = self._office_after(name, offices)
            if office is None:
                office = self._office_before(name, drafts)
            if office is None:
                office = self._office_at_post(name, drafts)
            if office is not None and office not in changed:
                changed[name], changed[office] = _joined(name, office)
        for titled in (d for d in drafts if d.rule == "actors.titled" and d.country is None):
            office = self._office_after(titled, offices)
            if office is not None and office not in changed:  # "General Ito, Japan's army chief"
                changed[titled] = [titled._replace(country=office.country, owner=office.owner)]
        return [new for d in drafts for new in changed.get(d, [d])]

    def _office_after(self, name: Draft, offices: dict[int, Draft]) -> Draft | None:
        """Find "NAME, [54,] the defence minister"."""
        at = name.end
        if not self._is(at, ","):
            return None
        at += 1
        if self._is(at + 1, ",") and self._low[at].isdigit():
            at += 2
        while at < len(self._low) and self._low[at] in word_list("before_office"):
            at += 1
        office = offices.get(at)
        owns = office is not None and (self._is(office.end, "'s") or self._is(office.end, "'"))
        return None if owns else office  # "Ann Lee, the president's daughter"

    def _office_before(self, name: Draft, drafts: Sequence[Draft]) -> Draft | None:
        """Find "the defence minister [of Ukraine], NAME,"."""
        if not self._is(name.start - 1, ",") or not self._closes(name.end):
            return None
        near = [
            d
            for d in drafts
            if d.kind == "office" and d.end <= name.start - 1 and d.rule == "actors.noun"
            and self._reaches(d.end, name.start - 1)
        ]  # fmt: skip
        return near[-1] if near else None

    def _office_at_post(self, name: Draft, drafts: Sequence[Draft]) -> Draft | None:
        """Find "Russia's envoy to the United Nations NAME": no comma, a post between."""
        post = next((d for d in drafts if d.end == name.start and d.rule in _POSTS), None)
        if post is None or not self._low[name.start - 1].isalpha():
            return None
        at = post.start - (1 if self._is(post.start - 1, "the") else 0)
        if not (self._is(at - 1, "to") or self._is(at - 1, "at")):
            return None
        return next((d for d in drafts if d.end == at - 1 and d.kind == "office"), None)

    def _reaches(self, end: int, comma: int) -> bool:
        """Say whether an office phrase runs to the comma, at most an "of" phrase between."""
        if end == comma:
            return True
        return (
            comma - end <= 5
            and self._low[end] in {"of", "for", "at", "to", "in"}
            and "," not in (self._low[end:comma])
        )

    def _closes(self, at: int) -> bool:
        return at >= len(self._low) or self._low[at] in word_list("after_name")

    def _is(self, at: int, word: str) -> bool:
        return 0 <= at < len(self._low) and self._low[at] == word


def _joined(name: Draft, office: Draft) -> tuple[list[Draft], list[Draft]]:
    """Return the name with its office, and the office phrase with the name."""
    full = name._replace(
        kind="person", rule="actors.apposition", country=office.country,
        office=office.office, owner=office.owner, personal=True,
    )  # fmt: skip
    named = full._replace(start=office.start, end=office.end)
    return [full], [named]
