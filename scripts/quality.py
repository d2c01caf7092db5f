"""Score foedera on the gold sets beside the project and hold the figures against the floors.

    python scripts/quality.py [SET ...]      print figures, fail below a floor
    python scripts/quality.py --raise-floors also write figures that are above their floor

The gold sets stay outside the project (`../shared`, or FOEDERA_SHARED); without them the
script says so and stops with 0. Floors stand in `tests/floors.json` and only go up.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("FOEDERA_SHARED", ROOT.parent / "shared"))
FLOORS = ROOT / "tests" / "floors.json"
SETS = {
    "seeds": ("seeds", "gold/seeds"),
    "plv_train": ("events", "gold/events/plv_train.jsonl.gz"),
    "polnear_dev": ("attributions", "gold/speech/polnear_dev.jsonl.gz"),
    "meantime": ("times", "gold/time_quantity/meantime.jsonl.gz"),
    "te3_aquaint": ("times", "gold/time_quantity/te3_aquaint.jsonl.gz"),
    "newsquant_dev": ("quantities", "gold/time_quantity/newsquant_dev.jsonl.gz"),
    "meantime_reality": ("reality", "gold/time_quantity/meantime.jsonl.gz"),
}
LOWER_IS_BETTER = {"no event", "types a sentence"}


def score_py(*args: str) -> str:
    command = [sys.executable, str(SHARED / "eval" / "score.py"), *args]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def extract(inputs: list[str], folder: Path) -> Path:
    out = folder / "system.jsonl"
    with out.open("w", encoding="utf8") as f:
        subprocess.run([sys.executable, "-m", "foedera", "extract", *inputs], check=True, stdout=f)
    return out


def measure(name: str, verbose: bool = False) -> dict[str, float]:
    """Run one set through `foedera extract` and the scorer; figures by name."""
    task, place = SETS[name]
    gold = SHARED / place
    with tempfile.TemporaryDirectory() as tmp:
        folder = Path(tmp)
        if task == "seeds":
            inputs = [str(p) for p in sorted((SHARED / "seeds").glob("*.txt"))]
        else:
            lines = folder / "inputs.jsonl"
            lines.write_text(score_py("inputs", str(gold)), "utf8")
            inputs = [str(lines)]
        printed = score_py(task, str(gold), str(extract(inputs, folder)))
    if verbose:
        print(printed)
    return figures(printed)


def figures(printed: str) -> dict[str, float]:
    out = {}
    for line in printed.splitlines():
        name, _, value = line.rpartition(": ")
        if name and not line.startswith(" ") and value.replace(".", "", 1).isdigit():
            out[name] = float(value)
    return out


def below(name: str, got: dict[str, float], floors: dict[str, float]) -> list[str]:
    out = []
    for figure, floor in floors.items():
        value = got.get(figure, 0.0)
        worse = value > floor if figure in LOWER_IS_BETTER else value < floor
        if worse:
            out.append(f"{name}: {figure} is {value}, the floor is {floor}")
    return out


def raised(got: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    return {k: (min if k in LOWER_IS_BETTER else max)(v, got.get(k, v)) for k, v in floors.items()}


def main() -> int:
    names = [a for a in sys.argv[1:] if not a.startswith("--")] or list(SETS)
    if not SHARED.is_dir():
        print("no gold sets at hand (../shared is absent); nothing measured")
        return 0
    floors = json.loads(FLOORS.read_text("utf8"))
    failures = []
    for name in names:
        got = measure(name, verbose="--verbose" in sys.argv)
        print(name, json.dumps(got))
        failures += below(name, got, floors.get(name, {}))
        if "--raise-floors" in sys.argv:
            floors[name] = raised(got, floors.get(name, {}))
    if "--raise-floors" in sys.argv:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf8")
    print("\n".join(failures) or "no figure below its floor")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
