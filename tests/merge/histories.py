"""Reads the histories under `tests/histories/` and checks them: an error names file and place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from foedera.data import Act, Delay, Entry, Life, Particulars, Terms
from foedera.kinds import load_kinds
from foedera.merge.status_rules import RULES

FOLDER = Path(__file__).parents[1] / "histories"
MANNERS = {"exchange", "signature", "consents", "act"}
WHOLE = {
    "unknown", "proposed", "negotiating", "text-fixed", "signed", "in-force", "suspended",
    "terminated", "expired", "superseded", "void",
}  # fmt: skip
STATES = {
    "none", "negotiating", "signatory", "contracting", "party", "suspended", "withdrawing",
    "former",
}  # fmt: skip
# Steps of a life that move no status.
IDLE = {"agreement.approve", "agreement.amend", "agreement.reject"}


@dataclass(frozen=True)
class Expected:
    """What one day must show."""

    day: str
    status: str
    parties: dict[str, str]
    article: str | None
    provisional: bool | None
    contested: bool | None


@dataclass(frozen=True)
class History:
    """One file: the life of an agreement, and what follows on chosen days."""

    name: str
    agreement: str
    life: Life
    expected: tuple[Expected, ...]


class WrongHistoryError(Exception):
    """A history that breaks the contract of its README."""


def load_histories() -> list[History]:
    """Read all histories in the order of their names."""
    return [read_history(path) for path in sorted(FOLDER.glob("*.yaml"))]


def read_history(path: Path) -> History:
    """Read one history. Raises: WrongHistoryError naming file and place."""
    place = path.name
    body = _keys(
        yaml.safe_load(path.read_text("utf8")), place,
        must={"agreement", "binding", "bilateral", "parties", "acts", "expect"},
        may={"titles", "terms"},
    )  # fmt: skip
    _must(body["binding"] in ("yes", "no", "unclear"), f"{place}: binding")
    _must(isinstance(body["bilateral"], bool), f"{place}: bilateral")
    parties = _names(body["parties"], f"{place}: parties")
    _must(not body["bilateral"] or len(parties) == 2, f"{place}: bilateral wants two parties")
    acts = [_act(row, f"{place}: act {n}") for n, row in enumerate(body["acts"], 1)]
    expected = [_expected(row, parties, f"{place}: expect {n}") for n, row in
                enumerate(body["expect"], 1)]  # fmt: skip
    _must(len({one.day for one in expected}) >= 5, f"{place}: at least five days")
    life = Life(
        tuple(acts), parties, _terms(body.get("terms") or {}, f"{place}: terms"),
        body["bilateral"], body["binding"],
    )  # fmt: skip
    return History(path.stem, body["agreement"], life, tuple(expected))


def _must(held: bool, place: str) -> None:
    if not held:
        raise WrongHistoryError(place)


def _keys(row: Any, place: str, *, must: set[str], may: set[str]) -> dict[str, Any]:
    _must(isinstance(row, dict), f"{place}: a mapping is wanted")
    unknown, absent = sorted(set(row) - must - may), sorted(must - set(row))
    _must(not unknown, f"{place}: unknown key {unknown}")
    _must(not absent, f"{place}: missing key {absent}")
    return dict(row)


def _names(value: Any, place: str) -> tuple[str, ...]:
    _must(isinstance(value, list) and all(isinstance(v, str) for v in value), place)
    return tuple(value)


def _day(value: Any, place: str) -> str:
    _must(type(value) is date, f"{place}: {value!r} is no day")
    return str(value.isoformat())


def _delay(row: Any, place: str) -> Delay | None:
    if row is None:
        return None
    found = _keys(row, place, must=set(), may={"years", "months", "days", "then"})
    _must(found.get("then", "next-month") == "next-month", f"{place}: then")
    months = 12 * int(found.get("years", 0)) + int(found.get("months", 0))
    return Delay(months, int(found.get("days", 0)), "then" in found)


def _terms(row: Any, place: str) -> Terms:
    row = _keys(
        row, place, must=set(),
        may={"enters", "joins", "lasts", "until", "notice", "provisional", "falls_with"},
    )  # fmt: skip
    enters = _keys(
        row.get("enters") or {}, f"{place}: enters", must=set(),
        may={"by", "count", "of", "share", "delay"},
    )  # fmt: skip
    _must(enters.get("by", "act") in MANNERS, f"{place}: enters by")
    lasts = row.get("lasts") or {}
    until = row.get("until") or lasts.pop("until", None)
    return Terms(
        Entry(
            enters.get("by"),
            enters.get("count"),
            _names(enters.get("of", []), f"{place}: enters of"),
            enters.get("share"),
            _delay(enters.get("delay"), f"{place}: enters delay"),
        ),
        joins=_delay(row.get("joins"), f"{place}: joins"),
        lasts=_delay(lasts or None, f"{place}: lasts"),
        until=_day(until, f"{place}: until") if until else None,
        notice=_delay(row.get("notice"), f"{place}: notice"),
        provisional=bool(row.get("provisional")),
    )


def _act(row: Any, place: str) -> Act:
    row = _keys(
        row, place, must={"kind", "by", "source"},
        may={"day", "latest", "effect", "count", "share", "until", "definitive"},
    )  # fmt: skip
    kind = row["kind"]
    _must(kind in RULES or kind in IDLE, f"{place}: {kind} is no act")
    _must(kind in load_kinds(), f"{place}: {kind} is no kind")
    _must("day" in row or "latest" in row, f"{place}: a day is wanted")
    days = {
        k: _day(row[k], f"{place}: {k}") for k in ("day", "latest", "effect", "until") if k in row
    }
    _must(days.get("day", "") <= days.get("latest", "9999"), f"{place}: latest before day")
    says = Particulars(
        row.get("count"), row.get("share"), days.get("until"), bool(row.get("definitive"))
    )
    return Act(
        kind, days.get("day"), _names(row["by"], f"{place}: by"), (place,),
        latest=days.get("latest", days.get("day")), effect=days.get("effect"), says=says,
    )  # fmt: skip


def _expected(row: Any, parties: tuple[str, ...], place: str) -> Expected:
    row = _keys(
        row, place, must={"day", "status"}, may={"article", "parties", "provisional", "contested"}
    )
    states = row.get("parties") or {}
    _must(row["status"] in WHOLE, f"{place}: status {row['status']}")
    _must(set(states) <= set(parties), f"{place}: parties not listed above")
    _must(set(states.values()) <= STATES, f"{place}: a party's state")
    article = row.get("article")
    _must(article is None or isinstance(article, str), f"{place}: article in quotation marks")
    return Expected(
        _day(row["day"], place), row["status"], states, article,
        row.get("provisional"), row.get("contested"),
    )  # fmt: skip
