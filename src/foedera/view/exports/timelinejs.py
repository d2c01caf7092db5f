"""Events and steps for TimelineJS: one slide each, its words quoted, its doubts in its headline."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from foedera.view.exports.choice import Chosen
from foedera.view.exports.jsonl import json_array, json_line
from foedera.view.exports.standing import find_standing, quote_claims, who_doubts
from foedera.view.rows import Row
from foedera.view.words import count_of, ends, say_days, say_kind, say_origins


def write(chosen: Chosen) -> Iterator[str]:
    """Write a timeline of the chosen events that have a first day.

    TimelineJS shows every text as HTML, so every text is escaped.
    """
    yield f'{{"title": {json_line(_title(chosen))}, "events": '
    yield from json_array(_slide(chosen, *told) for told in chosen.told(_starts))
    yield "}\n"


def _title(chosen: Chosen) -> dict[str, Any]:
    choice = chosen.choice
    title = "What states agree and do"
    if choice.agreement and chosen.agreements:
        title = (chosen.agreements[0]["titles"] or [title])[0]
    elif choice.actor:
        title = chosen.name(choice.actor)
    known = choice.known or chosen.record.last_day()
    return {"text": {"headline": escape(title), "text": escape(f"As reported up to {known}.")}}


def _starts(event: Row) -> bool:
    return ends(event["when"])[0] is not None


def _slide(chosen: Chosen, event: Row, claims: list[Row]) -> dict[str, Any]:
    first, last = ends(event["when"])
    standing = find_standing(event, claims)
    slide: dict[str, Any] = {
        "unique_id": f"event-{event['id']}",
        "start_date": _date(str(first), str(event["when"]["precision"])),
        "display_date": say_days(event["when"]),
        "group": escape(str(event["kind"]).partition(".")[0]),
        "autolink": False,
        "text": {
            "headline": escape(standing.mark + chosen.headline(event)),
            "text": "".join(f"<p>{escape(line)}</p>" for line in _lines(event, claims)),
        },
    }
    if last and last != first:
        slide["end_date"] = _date(last, "day")
    return slide


def _lines(event: Row, claims: list[Row]) -> list[str]:
    where = event["where"]
    facts = [where["name"]] if where else []
    facts += [str(row["words"]) for row in event["quantities"]]
    support = f"{count_of(int(event['reports']), 'report')}, {say_origins(event['origins'])}"
    told = f"{say_kind(str(event['kind']))}: {support}"
    lines = [told, "; ".join(facts), "; ".join(who_doubts(claims)), *quote_claims(claims, 3)]
    return [line for line in lines if line]


def _date(day: str, precision: str) -> dict[str, int]:
    """Write a day no finer than it is known."""
    year, month, date = (int(part) for part in day.split("-"))
    if precision in ("year", "decade", "century"):
        return {"year": year}
    return {"year": year, "month": month} | ({} if precision == "month" else {"day": date})
