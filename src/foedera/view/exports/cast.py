"""Who is who in an export: one id for an actor under all names."""

from __future__ import annotations

from foedera.measure import content_id
from foedera.merge.telling import fold
from foedera.view.exports.choice import Chosen
from foedera.view.rows import Row, texts


class Cast:
    """The actors of what is chosen, each with an id that hangs on its name, kind and state."""

    def __init__(self, chosen: Chosen) -> None:
        self.rows: dict[str, Row] = {}
        self._by_name: dict[tuple[str, str, str], str] = {}
        self._by_label: dict[str, set[str]] = {}
        for row in chosen.actors():
            name = actor_id(row)
            self.rows.setdefault(name, row)
            for one in (row["name"], *texts(row, "also")):
                self._by_label.setdefault(fold(str(one)), set()).add(name)
                self._by_name.setdefault(_key({**row, "name": one}), name)
                self._by_name.setdefault(_key({**row, "name": one, "country": None}), name)

    def find(self, actor: Row) -> str | None:
        """Return the id of an actor as an event or a source names it."""
        found = self._by_name.get(_key(actor))
        return found or self._by_name.get(_key({**actor, "country": None}))

    def find_state(self, code: str) -> str | None:
        """Return the id of a state by its code."""
        return self._by_name.get(("state", code, ""))

    def find_named(self, label: str) -> str | None:
        """Return the id of the one actor of that name; None where there is none, or several."""
        found = self._by_label.get(fold(label), set())
        return next(iter(found)) if len(found) == 1 else None

    def are_one_side(self, left: str, right: str) -> bool:
        """Say whether one is a state and the other somebody of that state."""
        rows = self.rows[left], self.rows[right]
        state = any(row["kind"] == "state" for row in rows)
        return state and rows[0].get("country") == rows[1].get("country") is not None

    def find_all(self, actors: list[Row]) -> list[str]:
        """Return the ids of several, each once, in their order."""
        found = (self.find(actor) for actor in actors)
        return list(dict.fromkeys(name for name in found if name))


def actor_id(row: Row) -> str:
    """Name an actor by kind, state and name; a state by its code alone."""
    return content_id("actor", *_key(row))


def _key(actor: Row) -> tuple[str, str, str]:
    kind, country = str(actor["kind"]), str(actor.get("country") or "")
    state = kind == "state" and country
    return kind, country, "" if state else fold(str(actor["name"]))
