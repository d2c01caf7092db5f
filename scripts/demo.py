"""Read the sample reports into a fresh record, print what it holds, and write a dossier."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "demo"


def foedera(*arguments: str) -> None:
    """Show a command as a user would type it, and run it."""
    print(f"\n$ foedera {' '.join(arguments)}\n", flush=True)
    subprocess.run([sys.executable, "-m", "foedera", *arguments], check=True, cwd=ROOT)


def main() -> None:
    DEMO.mkdir(exist_ok=True)
    for old in DEMO.glob("samples.foedera*"):
        old.unlink()
    record = ("--record", "demo/samples.foedera")
    foedera("read", "samples", *record)
    for listing in ("agreements", "events", "disagreements"):
        foedera(listing, *record)
    foedera("dossier", *record, "-o", "demo/dossier.html")
    print(f"\nOpen {DEMO / 'dossier.html'} in a browser.")


if __name__ == "__main__":
    main()
