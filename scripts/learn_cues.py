"""Count how often each word is a cue in each frame, and write `lexicons/cue_frames.tsv`.

    python scripts/learn_cues.py ATTRIBUTIONS.jsonl.gz > src/foedera/lexicons/cue_frames.tsv

The input holds one text a line with its outermost attributions ({"text", "attributions":
[{"source", "cue", "content"}]}, character spans). What is written are lexical facts alone: word,
part of speech, frame, and in how many of a hundred places it brought in what somebody says or
thinks. Words below the floor are left out; `lexicons/cues.yaml` adds and takes away by hand.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from foedera.analyse import Analyser
from foedera.data import Days, Imprint, Part, Report, Sentence, Span
from foedera.extract.speech_nouns import read_adjective, read_noun
from foedera.extract.speech_verbs import Shape, read_verb

Key = tuple[str, str, str]
FLOOR = 0.36
LEAST = 2  # places that a word must have been seen in
PRIOR = 2.0  # places' worth of the frame's own rate that a rare word is mixed with


class OpenGate:
    """Lets every sentence through: what is counted must not depend on the cues known so far."""

    cues: frozenset[str] = frozenset()
    triggers: frozenset[str] = frozenset()

    def lets_through(self, words: Sequence[str]) -> bool:
        return bool(words)


@dataclass
class Counts:
    seen: Counter[Key] = field(default_factory=Counter)
    hits: Counter[Key] = field(default_factory=Counter)

    def rate(self, key: Key, priors: dict[tuple[str, str], float]) -> float:
        prior = priors[key[1:]]
        return (self.hits[key] + PRIOR * prior) / (self.seen[key] + PRIOR)

    def priors(self) -> dict[tuple[str, str], float]:
        seen: Counter[tuple[str, str]] = Counter()
        hits: Counter[tuple[str, str]] = Counter()
        for key, n in self.seen.items():
            seen[key[1:]] += n
            hits[key[1:]] += self.hits[key]
        return {k: hits[k] / n for k, n in seen.items()}


def report_of(row: dict[str, Any]) -> Report:
    text = row["text"]
    parts = tuple(
        Part("paragraph", Span(*m.span())) for m in re.finditer(r"[^\n]+", text) if m[0].strip()
    )
    days = Days(None, None, "unknown")
    return Report(str(row["id"]), str(row["id"]), text, None, Imprint(), days, parts)


def shapes(s: Sentence) -> Iterator[tuple[Key, Shape]]:
    """Yield every word that governs something, whatever the lexicon holds."""
    for at, tag in enumerate(s.tags):
        if tag.startswith("V"):
            shape, pos = read_verb(s, at), "v"
        elif tag in ("NN", "NNS"):
            shape, pos = read_noun(s, at), "n"
        elif tag.startswith("JJ"):
            shape, pos = read_adjective(s, at), "a"
        else:
            continue
        if shape is not None:
            yield (s.lemmas[at].lower(), pos, shape.frame), shape


def characters(spans: Sequence[Sequence[int]]) -> set[int]:
    return {c for a, b in spans for c in range(a, b)}


def of_tokens(s: Sentence, tokens: Sequence[int]) -> set[int]:
    return {c for t in tokens for c in range(s.starts[t], s.ends[t] + 1)}


def count(counts: Counts, sentences: Sequence[Sentence], gold: Sequence[dict[str, Any]]) -> None:
    """Count one text. A word inside what another cue brings in is not judged in the gold."""
    contents = [characters(a["content"]) for a in gold if a["content"]]
    nested = set().union(*contents)
    for s in sentences:
        here = set(range(s.span.start, s.span.end))
        wanted = [c & here for c in contents if c & here]
        for key, shape in shapes(s):
            if s.starts[shape.head] in nested:
                continue
            counts.seen[key] += 1
            said = of_tokens(s, shape.content)
            counts.hits[key] += any(2 * len(said & w) >= len(said | w) for w in wanted)


def table(counts: Counts) -> Iterator[str]:
    priors = counts.priors()
    for key in sorted(counts.seen):
        rate = counts.rate(key, priors)
        if rate >= FLOOR and counts.seen[key] >= LEAST and re.fullmatch(r"[a-z-]{2,20}", key[0]):
            yield "\t".join((*key, str(round(100 * rate))))


def main(path: str) -> None:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    counts = Counts()
    analyser = Analyser(OpenGate())  # type: ignore[arg-type]
    for row, found in zip(rows, analyser.analyse(map(report_of, rows)), strict=True):
        count(counts, found, row["attributions"])
    print("# word, part of speech, frame, of a hundred places; made by scripts/learn_cues.py")
    for line in table(counts):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1])
