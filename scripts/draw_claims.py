"""Draw claims at random for reading: one a report at most, by a fixed seed.

    python scripts/draw_claims.py REPORTS --seed 11 --claims 60 --sheet OUT.md --key KEY.jsonl

The sheet shows each claim's sentence and the words around it. It holds words of the reports and
stays outside the project; the key holds report ids and offsets only.
`docs/reading-claims.md` is the guideline.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

from foedera.data import Actor, Claim, Extraction, Span
from foedera.errors import InputError
from foedera.kinds import load_kinds
from foedera.pipeline import extract_reports, unwrap
from foedera.read import read_paths
from foedera.registry import build_analyser

AROUND = 420


def drawn(path: str, seed: int, wanted: int) -> Iterator[tuple[Extraction, Claim]]:
    reports = [r for r in read_paths([path]) if not isinstance(r, InputError)]
    chance = random.Random(seed)
    chance.shuffle(reports)
    found = 0
    for extraction in extract_reports(reports[: 2 * wanted]):
        if extraction.claims and found < wanted:
            found += 1
            yield extraction, chance.choice(extraction.claims)


def who(actors: tuple[Actor, ...]) -> str:
    return "; ".join(f"{a.name} ({a.country or '?'})" for a in actors) or "nobody"


def words(extraction: Extraction, claim: Claim) -> str:
    """Show the claim's sentence, its trigger in brackets, between the words around it."""
    text, at = extraction.report.text, claim.passage.trigger
    sentence = sentence_of(extraction, claim)
    before = text[max(0, min(at.start - AROUND, sentence.start)) : sentence.start]
    own = f"{text[sentence.start : at.start]}[[{text[at.start : at.end]}]]"
    own += text[at.end : sentence.end]
    after = text[sentence.end : max(at.end + AROUND, sentence.end)]
    shown = f"> …{before}\n>\n> **▶** {own.replace(chr(10), ' ')}\n>\n> {after}…"
    return "\n".join(line if line.startswith(">") else f"> {line}" for line in shown.split("\n"))


def sentence_of(extraction: Extraction, claim: Claim) -> Span:
    """Cut the report anew: the sentence in which the claim's trigger stands."""
    at = claim.passage.trigger
    (sentences,) = build_analyser().analyse([unwrap(extraction.report)])
    return next(s.span for s in sentences if s.span.start <= at.start < s.span.end)


def entry(number: int, extraction: Extraction, claim: Claim) -> str:
    report, roles, setting = extraction.report, claim.roles, claim.setting
    when = setting.when
    levels = " → ".join(who(level) for level in claim.voice.sources) or "the report's own voice"
    days = f"{when.earliest} to {when.latest} (“{when.words}”)" if when else "nothing"
    return "\n".join(
        [
            f"## {number}",
            f"{report.imprint.outlet}, {report.published.earliest} · part: {claim.passage.part}",
            "",
            words(extraction, claim),
            "",
            f"- kind: {claim.kind}: {load_kinds()[claim.kind].description}",
            f"- actors: {who(roles.actors)} | recipients: {who(roles.recipients)}"
            f" | present: {who(roles.participants)}",
            f"- when: {days}",
            f"- sources: {levels}",
            f"- reality: {claim.voice.reality}, {claim.voice.stance}",
            "",
        ]
    )


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("reports")
    ask.add_argument("--seed", type=int, required=True)
    ask.add_argument("--claims", type=int, required=True)
    ask.add_argument("--sheet", type=Path, required=True)
    ask.add_argument("--key", type=Path, required=True)
    asked = ask.parse_args()
    sheet, key = [], []
    for number, (extraction, claim) in enumerate(
        drawn(asked.reports, asked.seed, asked.claims), start=1
    ):
        sheet.append(entry(number, extraction, claim))
        at = claim.passage.trigger
        key.append(
            {
                "number": number,
                "report": extraction.report.key,
                "trigger": [at.start, at.end],
                "kind": claim.kind,
                "rule": claim.rule,
            }
        )
    asked.sheet.write_text("\n".join(sheet), "utf8")
    asked.key.write_text("".join(json.dumps(k) + "\n" for k in key), "utf8")


if __name__ == "__main__":
    main()
