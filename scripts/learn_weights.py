"""Learn what each finding about two tellings weighs, from pairs that people judged.

    python scripts/learn_weights.py --ecb ECB.jsonl.gz --record WORLD.foedera --labels PAIRS.jsonl

ECB holds documents with chains of events (ECB+, CC BY 3.0): two claims of one topic whose
triggers lie in one chain are one happening. PAIRS are labelled by `docs/labelling.md` and lie in
the reports of a settled record; the even rows of each file are learnt from. A ridge regression
draws the weights from those below, which were set by reading, to what the pairs bear out; a finding
that speaks for a join never weighs against one. The weights go to `lexicons/merge_weights.yaml`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

import foedera
from foedera.data import Days, Imprint, Part, Report, Span
from foedera.merge.events import Around
from foedera.merge.findings import FEATURES
from foedera.merge.near import VETO, Near, load_weights
from foedera.merge.telling import Telling, source_of, tell
from foedera.pipeline import extract_reports
from foedera.record.knowing import dated_sources
from foedera.settle.tellings import load_tellings

Example = tuple[dict[str, float], bool]
TABLE = Path(__file__).resolve().parents[1] / "src/foedera/lexicons/merge_weights.yaml"
HEAD = "# What each finding about two tellings weighs; made by scripts/learn_weights.py.\n"
PULL = 2.0
"""How strongly a weight is held at what reading set."""
TEACHERS = 95.0
"""For how many labelled pairs all pairs of the chains count."""
# Weights as set by reading; the labels move them. Names that are missing start at nothing.
SET = {
    "same_day": 0.8, "days_overlap": 0.3, "same_place": 0.6, "place_within": 0.1,
    "places_near": 0.3, "same_number": 0.6, "numbers_fit": 0.1, "same_ordinal": 0.6,
    "same_agreement": 0.8, "same_people": 0.3, "same_story": 0.3,
    "same_report": 0.2, "shared_surroundings": 0.2, "several_at_once": -0.8,
    "one_or_several": -0.3, "next_day": -0.3, "numbers_differ": -0.5,
    "other_targets": -0.2, "no_party_named": -0.3, "countries_differ": -0.3,
    "persons_differ": -0.6, "agreements_differ": -0.3, "nameless_parties": -0.5,
    "printed_far": -0.8, "told_beside": -0.2,
}  # fmt: skip
# Weights that no label moves: the labelled pairs all share a party, and hardly tell of agreements.
# `rare_words` and `both_at_top` were learnt beside the rest from these and from pairs of our own.
HELD = {
    "answered": 1.0,
    "numbers_fit": 0.4,
    "days_overlap": 0.1,
    "one_toll": 1.0,
    "toll_moves": 0.5,
    "parties_apart": -3.0,
    "one_nameless": -1.2,
    "done_once": 2.0,
    "named_again": 1.1,
    "nothing_particular": -0.13,
    "once_a_person": 1.6,
    "one_plan": 1.1,
    "one_campaign": 0.8,
    "other_year": -1.2,
    "same_agreement": 0.2,
    "agreements_differ": 0.0,
    "one_text": 1.1,
    "said_again": 0.8,
    "told_at_once": 2.0,
    "known_there": 1.6,
    "known_by_name": 1.6,
    "other_company": -0.8,
    "parties_overlap": -0.35,
    "rare_words": 0.63,
    "both_at_top": 0.73,
}
FOR = re.compile(
    r"same_|both_|rare_|numbers_fit|shared_|named_again|goes_on|days_overlap|places_near|printed_near"
)
AGAINST = re.compile(
    r"other_|nothing_|unlike_|doers_differ|parties_overlap|nameless|crossed|saying|one_|several_|"
    r"next_day|habit|planned_then|printed_far|numbers_differ|persons_|agreements_differ|told_beside"
)


def main() -> None:
    """Learn from both kinds of pairs and write the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--ecb", type=Path, required=True)
    asked.add_argument("--record", type=Path, required=True)
    asked.add_argument("--labels", type=Path, nargs="+", required=True)
    given = asked.parse_args()
    chains = [e for e in chain_pairs(given.ecb) if not is_vetoed(e)]
    labelled = [e for e in labelled_pairs(given.record, given.labels) if not is_vetoed(e)]
    names = sorted(load_weights())
    share = np.full(len(chains), TEACHERS / max(1, len(chains)))
    weights = fit([*labelled, *chains], names, np.r_[np.ones(len(labelled)), share])
    rows = (f"{name}: {round(float(w), 2) + 0.0}\n" for name, w in zip(names, weights, strict=True))
    TABLE.write_text(HEAD + "".join(rows), "utf8")
    print(f"{len(labelled)} labelled pairs, {len(chains)} pairs of chains")


def findings(a: Telling, b: Telling, near: Near) -> dict[str, float]:
    """Return how strongly each finding holds of a pair; a veto stands as its weight."""
    known, found = load_weights(), {}
    left, right = sorted((a, b), key=lambda t: t.id)
    for feature in FEATURES:
        reason = feature(left, right, near)
        if reason is not None and reason.weight <= VETO:
            found[f"veto {reason.feature}"] = VETO
        elif reason is not None:
            weight = known[reason.feature]
            found[reason.feature] = reason.weight / weight if weight else 1.0
    return found


def is_vetoed(example: Example) -> bool:
    """Say whether a veto decides the pair, so that nothing is learnt from it."""
    return any(weight <= VETO for weight in example[0].values())


def fit(examples: list[Example], names: list[str], share: Any) -> Any:
    """Fit a logistic ridge about the set weights, signs held, by accelerated descent."""
    x = np.array([[found.get(name, 0.0) for name in names] for found, _ in examples])
    y = np.array([float(same) for _, same in examples])
    start = np.array([SET.get(name, 0.0) for name in names])
    pull = np.array([0.01 if name == "seldom_one" else PULL for name in names])
    low = np.array([0.0 if FOR.match(name) else -np.inf for name in names])
    high = np.array([0.0 if AGAINST.match(name) else np.inf for name in names])
    for place, name in enumerate(names):
        if name in HELD:
            start[place] = low[place] = high[place] = HELD[name]
    step = 0.25 * np.linalg.norm(x * np.sqrt(share)[:, None], 2) ** 2 + PULL
    at, ahead, pace = start.copy(), start.copy(), 1.0
    for _ in range(4000):
        slope = x.T @ (share * (1 / (1 + np.exp(-x @ ahead)) - y)) + pull * (ahead - start)
        after = np.clip(ahead - slope / step, low, high)
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = after + (pace - 1) / faster * (after - at)
        at, pace = after, faster
    return at


def labelled_pairs(record: Path, labels: Iterable[Path]) -> Iterator[Example]:
    """Yield the pairs of a record that people labelled, of each file the even rows."""
    with foedera.open(str(record)) as opened:
        store = opened._store
        keys = {head["report"]: head["id"] for head in store.heads()}
        told: dict[str, list[Telling]] = defaultdict(list)
        for telling in load_tellings(store, dated_sources(store)):
            told[keys[telling.source.report]].append(telling)
        around = Around(store.members("story"), store.members("agreement"))
    lines = (line for path in labels for line in path.read_text("utf8").splitlines()[::2])
    for label in map(json.loads, lines):
        sides = [_at(told[label[side][0]], *label[side][1:]) for side in ("left", "right")]
        pairs = [(a, b) for a in sides[0] for b in sides[1] if a.group == b.group]
        for a, b in sorted(pairs, key=lambda p: (p[0].id, p[1].id))[:1]:
            yield findings(a, b, around.near(a, b)), label["verdict"] == "same"


def _at(told: Iterable[Telling], start: int, end: int) -> list[Telling]:
    spans = [(t, t.claim.passage.trigger) for t in told]
    return [t for t, span in spans if span.start < end and start < span.end]


def chain_pairs(path: Path) -> Iterator[Example]:
    """Yield pairs of claims of one topic that share a group of kinds and a party."""
    lines = gzip.decompress(path.read_bytes()).decode("utf8").splitlines()
    rows = {row["id"]: row for row in map(json.loads, lines)}
    written = {name: write_out(row["sentences"]) for name, row in rows.items()}
    topics: dict[int, list[tuple[Telling, str]]] = defaultdict(list)
    for name, telling in read_claims({name: text for name, (text, _) in written.items()}):
        spans, trigger = written[name][1], telling.claim.passage.trigger
        held = {
            event["chain"]
            for event in rows[name]["events"]
            if spans[event["sent"]][event["tokens"][0]][0] < trigger.end
            and trigger.start < spans[event["sent"]][event["tokens"][-1]][1]
        }
        if len(held) == 1:
            topics[rows[name]["topic"]].append((telling, held.pop()))
    for told in topics.values():
        for (a, left), (b, right) in combinations(told, 2):
            if a.group == b.group and a.parties & b.parties:
                yield findings(a, b, Near()), left == right


def write_out(sentences: list[list[str]]) -> tuple[str, list[list[tuple[int, int]]]]:
    """Write tokens out as running text; return it and where each token stands."""
    text, spans = "", []
    for sentence in sentences:
        row = []
        for token in sentence:
            word = {"``": '"', "''": '"'}.get(token, token)
            glued = re.match(r"[.,;:?!%)']|n't$", word)
            text += "" if not text or glued else " "
            row.append((len(text), len(text) + len(word)))
            text += word
        spans.append(row)
    return text, spans


def read_claims(documents: Mapping[str, str]) -> Iterator[tuple[str, Telling]]:
    """Extract from texts by name; yield the name and each claim as merging sees it."""
    undated = Days(None, None, "unknown")
    reports = (
        Report(name, name, text, None, Imprint(), undated, (Part("paragraph", Span(0, len(text))),))
        for name, text in documents.items()
    )
    for extraction in extract_reports(reports):
        report = extraction.report
        for order, claim in enumerate(extraction.claims):
            yield report.key, tell(claim, source_of(report), report.text, order)


if __name__ == "__main__":
    main()
