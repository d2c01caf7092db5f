"""Count in how many reports of a stream each word stands, and write how rare each is.

    python scripts/weigh_words.py REPORTS.jsonl

REPORTS is a file of input lines, some thousand reports on world affairs. A word that stands in
fewer than one report in five hundred is left out and counts as fully rare.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from math import log
from pathlib import Path

from foedera.merge.rarity import stems

TABLE = Path(__file__).resolve().parents[1] / "src" / "foedera" / "gazetteer" / "word_rarity.tsv.gz"
FEWEST = 500


def main() -> None:
    """Write the table: twentieths of full rarity, and the stems that are so rare."""
    lines = Path(sys.argv[1]).read_text("utf8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    held = Counter(stem for text in texts for stem in stems(text))
    rows: dict[int, list[str]] = defaultdict(list)
    for stem, count in held.items():
        if count * FEWEST >= len(texts) and not stem.isdigit():
            rare = log(len(texts) / count) / log(len(texts))
            rows[round(20 * rare)].append(stem)
    lines = ["# How rare words are in news on world affairs; made by scripts/weigh_words.py"]
    lines.append("twentieths\tstems")
    lines += [f"{rare}\t{'|'.join(sorted(rows[rare]))}" for rare in sorted(rows)]
    TABLE.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))
    print(f"{sum(map(len, rows.values()))} stems of {len(texts)} reports")


if __name__ == "__main__":
    main()
