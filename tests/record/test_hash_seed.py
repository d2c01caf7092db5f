"""Settling does not hang on how a process happens to hash words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ASK = """
import hashlib, sys
from tests.record.test_settling import exported
print(hashlib.sha256("\\n".join(exported(range(8))).encode()).hexdigest())
"""


def test_two_hash_seeds_give_one_record() -> None:
    digests = set()
    for seed in ("1", "2"):
        paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        ran = subprocess.run(
            [sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True
        )
        digests.add(ran.stdout)
    assert len(digests) == 1
