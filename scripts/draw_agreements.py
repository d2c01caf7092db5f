"""Draw the most reported agreements of a record for reading, one sheet each.

    python scripts/draw_agreements.py RECORD --first 1 --last 50 --sheets DIR --key KEY.jsonl

A sheet holds words of the reports and stays outside the project; the key holds ids only.
`docs/labelling.md`, under Agreements, is the guideline.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import foedera
from foedera.merge.folding import fold
from foedera.record import Record

Row: TypeAlias = dict[str, Any]

MEMBERS = 12
"""How many claims of an agreement are read, one for each name and report."""
QUOTED = 4
"""How many tellings of a step are shown."""
AROUND = 320


def drawn(agreement: Row, claims: dict[str, Row]) -> list[str]:
    """Return the claims to read, one for each name and report, by id: as good as chance."""
    named: dict[tuple[str, str], str] = {}
    for name in sorted(agreement["claims"]):
        title = (claims[name].get("agreement") or {}).get("title", "")
        named.setdefault((fold(title), claims[name]["report"]), name)
    return list(named.values())[:MEMBERS]


def words(text: str, claim: Row) -> str:
    """Return a claim's words with what stands around, its trigger in brackets."""
    start, end = claim["trigger"]
    before = text[max(0, start - AROUND) : start]
    after = text[end : end + AROUND]
    return f"…{before}[[{text[start:end]}]]{after}…".replace("\n", " ")


def quote(record: Record, claim: Row) -> Iterator[str]:
    report = record.report(claim["report"])["report"]
    named = (claim.get("agreement") or {}).get("title") or "no name"
    who = "; ".join(f"{a['name']} ({a.get('country') or '?'})" for a in claim["actors"]) or "nobody"
    day = (report.get("published") or {}).get("earliest")
    outlet = report.get("source") or "an outlet"
    yield f"`{claim['id']}` report `{claim['report']}`, {outlet}, {day}:"
    yield f"{claim['kind']} of “{named}”, {claim['reality']}, {claim['stance']}, by {who}"
    yield ""
    yield f"> {words(report['text'], claim)}"
    yield ""


def days(when: Row | None) -> str:
    if when is None:
        return "no day"
    first, last = when["earliest"], when["latest"]
    return str(first) if first == last else f"{first or '…'} to {last or '…'}"


def states(statuses: dict[str, str]) -> str:
    return ", ".join(f"{state} {status}" for state, status in sorted(statuses.items()))


def sheet(rank: int, agreement: Row, record: Record, claims: dict[str, Row]) -> str:
    lines = [
        f"# {rank}. {agreement['titles'][0]}",
        "",
        f"- id: `{agreement['id']}`; reports: {agreement['reports']}",
        f"- other names: {'; '.join(agreement['titles'][1:]) or 'none'}",
        f"- kind: {agreement['kind']}; binding: {agreement['binding']}",
        f"- parties: {', '.join(agreement['parties']) or 'none told'}",
        "",
        "## Status",
        "",
    ]
    for row in record.agreement(agreement["id"])["history"]:
        ground = "; ".join(f"{b['act']} {b['day'] or ''}".strip() for b in row["basis"])
        lines.append(
            f"- from {row.get('on') or row.get('day')}: {row['status']}"
            f"{f' ({ground})' if ground else ''}; {states(row['party_status'])}"
        )
    lines += ["", "## Steps", ""]
    for number, step in enumerate(agreement["steps"], start=1):
        by = ", ".join(step["by"]) or "nobody named"
        lines += [
            f"### Step {number}: {step['kind']} by {by}, {days(step['when'])}",
            f"{step['reality']}; told by {step['reports']} reports in {len(step['claims'])} claims",
            "",
        ]
        for name in sorted(step["claims"])[:QUOTED]:
            lines += quote(record, claims[name])
    lines += ["## Claims", ""]
    for number, name in enumerate(drawn(agreement, claims), start=1):
        lines += [f"**{number}.**", *quote(record, claims[name])]
    return "\n".join(lines)


def chosen(record: Record, first: int, last: int) -> Iterable[tuple[int, Row]]:
    listed = list(record.agreements())
    return enumerate(listed[first - 1 : last], start=first)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("record")
    ask.add_argument("--first", type=int, default=1)
    ask.add_argument("--last", type=int, default=50)
    ask.add_argument("--sheets", type=Path, required=True)
    ask.add_argument("--key", type=Path, required=True)
    asked = ask.parse_args()
    asked.sheets.mkdir(parents=True, exist_ok=True)
    keys = []
    with foedera.open(asked.record) as record:
        rows = list(chosen(record, asked.first, asked.last))
        wanted = {name for _, row in rows for name in row["claims"]}
        wanted |= {name for _, row in rows for step in row["steps"] for name in step["claims"]}
        claims = {c["id"]: c for c in record.claims() if c["id"] in wanted}
        for rank, row in rows:
            path = asked.sheets / f"{rank:02d}.md"
            path.write_text(sheet(rank, row, record, claims), "utf8")
            key = {
                "rank": rank,
                "agreement": row["titles"][0],
                "id": row["id"],
                "reports": row["reports"],
                "claims": drawn(row, claims),
                "steps": [step["event"] for step in row["steps"]],
            }
            keys.append(json.dumps(key, ensure_ascii=False) + "\n")
    asked.key.write_text("".join(keys), "utf8")


if __name__ == "__main__":
    main()
