"""How time and memory of settling grow with the number of reports."""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from math import log10
from pathlib import Path

from foedera.bench import replay
from foedera.errors import FoederaError
from foedera.store import Store

EXTRACTING = 0.097
"""Seconds that extracting takes a report: of 413 that reading 3,625 took, settling had 62."""
SHARE = 0.2
TIMES = 12.0
MEMORY = 2000.0
LIVE = 300.0
FURTHER = 10


@dataclass(frozen=True, slots=True)
class Grown:
    """What settling so many reports took, in a process of its own."""

    reports: int
    claims: int
    seconds: float
    megabytes: float
    live: float = 0.0
    """The slowest of some further reports merged as they come, in milliseconds."""

    @property
    def a_report(self) -> float:
        """Milliseconds a report."""
        return 1000 * self.seconds / max(1, self.reports)


def measure(source: str, folder: Path, sizes: Iterable[int], per_day: int) -> Iterator[Grown]:
    """Replay a record's claims to each size and settle it; records are kept in the folder."""
    held = _load(source)
    folder.mkdir(parents=True, exist_ok=True)
    for size in sorted(sizes):
        target = folder / f"replayed-{size}-{per_day}.foedera"
        if not target.exists():
            _fill(held, target, size, per_day)
        yield _settle_in_own_process(target, Path(source), per_day)


def _load(source: str) -> list[replay.Held]:
    store = Store.open(source, create=False)
    held = replay.load_held(store)
    store.close()
    if not held:
        raise FoederaError(f"{source} holds no reports. Read some into it first.")
    return held


def _fill(held: Sequence[replay.Held], target: Path, size: int, per_day: int) -> None:
    """Write the replayed reports; a file that a stop left half full bears another name."""
    unfinished = target.with_suffix(".unfinished")
    for left in unfinished.parent.glob(unfinished.name + "*"):
        left.unlink()
    store = Store.open(unfinished)
    replay.write(replay.replay(held, size, per_day), store)
    store.close()
    unfinished.rename(target)


def _settle_in_own_process(target: Path, source: Path, per_day: int) -> Grown:
    told = f"{str(target)!r}, {str(source)!r}, {per_day}"
    code = f"from foedera.bench import growth; growth.settle_and_tell({told})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no word"])[-1]
        raise FoederaError(f"settling {target.name} ended with code {done.returncode}: {last}")
    return Grown(**json.loads(done.stdout.strip().splitlines()[-1]))


def settle_and_tell(target: str, source: str, per_day: int) -> None:
    """Settle a record and print what it took: processor time, and the most memory held."""
    from foedera.settle import settle

    store = Store.open(target, create=False)
    counts = store.counts()
    began = time.process_time()
    settle(store)
    seconds = time.process_time() - began
    most = _most_held()
    live = _merge_further(store, _load(source), counts["reports"], per_day)
    grown = Grown(
        counts["reports"], counts["claims"], round(seconds, 2), round(most, 1), round(live, 1)
    )
    print(json.dumps(asdict(grown)))


def _most_held() -> float:
    """Return the most memory that this process held, in megabytes.

    Linux counts what the parent held at the fork into `ru_maxrss`; its own account does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _merge_further(store: Store, held: Sequence[replay.Held], size: int, per_day: int) -> float:
    """Merge some further reports as they come; return the slowest one's milliseconds.

    The first of them warms the process and is not counted. All stay in the record, so that it
    can be asked without settling it once more. What the bench itself holds stands still: no sweep
    for unused objects goes through it.
    """
    from foedera.settle import merge_report

    slowest = 0.0
    stream = replay.replay(held, size + FURTHER + 1, per_day, start=size)
    gc.freeze()
    for place, one in enumerate(stream):
        replay.write([one], store)
        began = time.process_time()
        merge_report(store, one.head["report"])
        took = 1000 * (time.process_time() - began)
        slowest = max(slowest, took) if place else 0.0
    return slowest


def row(grown: Grown) -> dict[str, float]:
    """Write a size's figures."""
    return {**asdict(grown), "milliseconds_a_report": round(grown.a_report, 2)}


def line(grown: Grown) -> str:
    """Tell a size's figures."""
    return (
        f"{grown.reports:9,} reports {grown.claims:11,} claims {grown.seconds:9.1f} s "
        f"{grown.a_report:7.2f} ms a report {grown.megabytes:8.0f} MB "
        f"{grown.live:7.0f} ms to merge one more"
    )


def verdicts(rows: Sequence[Grown]) -> Iterator[str]:
    """Tell how the figures stand to what must hold."""
    times = steepest(rows)
    if times is not None:
        yield f"ten times the reports take at most {times:g} times the time (bound {TIMES:g})"
    share = max(r.a_report for r in rows) / 1000 / EXTRACTING
    yield f"settling takes {share:.2f} of what extracting takes (bound {SHARE:g})"
    live = max(r.live for r in rows)
    yield f"one more report is merged within {live:.0f} ms (bound {LIVE:.0f})"
    yield f"at most {max(r.megabytes for r in rows):.0f} MB (bound {MEMORY:.0f})"


def steepest(rows: Sequence[Grown]) -> float | None:
    """Return how many times the time a tenfold number of reports takes, at its steepest.

    >>> steepest([Grown(100, 0, 1.0, 1.0), Grown(1000, 0, 11.0, 1.0)])
    11.0
    """
    steps = [
        (b.seconds / a.seconds) ** (1 / log10(b.reports / a.reports))
        for a, b in pairwise(rows)
        if a.seconds and b.reports > a.reports
    ]
    return round(max(steps), 2) if steps else None
