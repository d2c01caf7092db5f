"""Suggest words for a noun class from WordNet's hyponyms.

    python scripts/suggest_nouns.py weapon.1 vessel.2 [--tagged]

Reads the database that Debian's `wordnet-base` puts in /usr/share/wordnet. What it prints is
checked by hand before a word enters `lexicons/noun_classes.yaml`: a hyponym of a rare sense
("arm", "party", "head") does more harm than good.
"""

from __future__ import annotations

import argparse
from pathlib import Path

HOME = Path("/usr/share/wordnet")


def read_senses() -> dict[str, tuple[int, list[int]]]:
    """Return lemma → number of senses met in tagged text, synset offsets commonest first."""
    senses: dict[str, tuple[int, list[int]]] = {}
    for line in (HOME / "index.noun").read_text("utf8").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split()
        count = int(fields[2])
        senses[fields[0]] = (int(fields[-count - 1]), [int(f) for f in fields[-count:]])
    return senses


def read_hyponyms() -> dict[int, list[int]]:
    """Return synset offset → offsets of its direct hyponyms."""
    below: dict[int, list[int]] = {}
    for line in (HOME / "data.noun").read_text("utf8").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        at = 4 + 2 * int(fields[3], 16)
        pointers = [fields[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(fields[at]))]
        below[int(fields[0])] = [int(p[1]) for p in pointers if p[0] in {"~", "~i"}]
    return below


def all_below(start: int, below: dict[int, list[int]]) -> set[int]:
    """Return `start` and every synset under it."""
    seen: set[int] = set()
    todo = [start]
    while todo:
        at = todo.pop()
        if at not in seen:
            seen.add(at)
            todo.extend(below.get(at, ()))
    return seen


def main() -> None:
    """Print the lemmas whose commonest sense lies under one of the given senses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("roots", nargs="+", help="word.sense-number")
    parser.add_argument("--tagged", action="store_true", help="only words met in tagged text")
    args = parser.parse_args()
    senses, below = read_senses(), read_hyponyms()
    wanted: set[int] = set()
    for key in args.roots:
        word, number = key.rsplit(".", 1)
        wanted |= all_below(senses[word][1][int(number) - 1], below)
    found = [
        lemma.replace("_", " ")
        for lemma, (tagged, offsets) in senses.items()
        if offsets[0] in wanted and (tagged or not args.tagged)
    ]
    print(", ".join(sorted(found)))


if __name__ == "__main__":
    main()
