"""Prove on real reports that a record does not hang on how it was read.

    python scripts/prove_order.py PATH --reports 200

Reads an even sample of PATH twice into fresh records: at once in the order given, and
shuffled by a fixed seed in uneven batches, each settled before the next comes. Both exports must be
equal byte for byte; reading the first record's reports again must change nothing. Ends with
exit code 1 where they differ, and names the first line that does.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import tempfile
import time
from itertools import zip_longest
from pathlib import Path

from foedera.cli.bench import write_sample
from foedera.record import Record


def shuffled(lines: list[str], seed: int) -> list[list[str]]:
    """Return the lines in another order, in batches of uneven size."""
    chance = random.Random(seed)
    lines = chance.sample(lines, len(lines))
    batches = []
    while lines:
        size = chance.randint(1, 1 + len(lines) // 2)
        batches.append(lines[:size])
        lines = lines[size:]
    return batches


def read_batches(place: Path, batches: list[list[str]], workers: int) -> list[str]:
    """Read each batch from a file of its own, settle after each, return the export."""
    with Record(place) as record:
        for number, batch in enumerate(batches):
            path = place.with_suffix(f".{number}.jsonl")
            path.write_text("".join(batch), "utf8")
            record.read(path, workers)
            record.settle()
        return list(record.export_jsonl())


def digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def compare(name: str, lines: list[str], other: list[str]) -> bool:
    """Print whether two exports are equal, else the first lines that differ."""
    print(f"{name}: {'equal' if lines == other else 'DIFFERENT'} ({digest(other)})", flush=True)
    for number, (left, right) in enumerate(zip_longest(lines, other, fillvalue=""), 1):
        if left != right:
            print(f"  line {number}\n  < {left[:400]}\n  > {right[:400]}")
            break
    return lines == other


def prove(sample: list[str], folder: Path, seed: int, workers: int) -> bool:
    began = time.monotonic()
    first = read_batches(folder / "first.foedera", [sample], workers)
    claims = sum(json.loads(line).get("type") == "claim" for line in first)
    size = sum(len(line.encode()) + 1 for line in first)
    print(
        f"{len(sample)} reports, {claims:,} claims, {len(first):,} lines, {size:,} bytes", end=" "
    )
    print(f"read in {time.monotonic() - began:.0f} s ({digest(first)})", flush=True)
    began = time.monotonic()
    again = read_batches(folder / "first.foedera", [sample], workers)
    same = compare(f"read again in {time.monotonic() - began:.0f} s", first, again)
    batches = shuffled(sample, seed)
    other = read_batches(folder / "other.foedera", batches, workers)
    return compare(f"another order, {len(batches)} batches", first, other) and same


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("path", help="reports: a file, a folder or a glob")
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.jsonl"
        write_sample(wanted.path, wanted.reports, path)
        with path.open(encoding="utf8") as file:
            sample = list(file)  # splitlines would also part lines within a text
        return 0 if prove(sample, Path(folder), wanted.seed, wanted.workers) else 1


if __name__ == "__main__":
    sys.exit(main())
