"""Count how often words are cues, and write the counts as lexicons.

    python scripts/learn_cues.py frames ATTRIBUTIONS.jsonl.gz > src/foedera/lexicons/cue_frames.tsv
    python scripts/learn_cues.py forms ATTRIBUTIONS.jsonl.gz > src/foedera/lexicons/cue_forms.tsv

The input holds one text a line with its outermost attributions ({"text", "attributions":
[{"source", "cue", "content"}]}, character spans). What is written are lexical facts alone: a
word with its part of speech and frame, or a word form, and in how many of a hundred places it
brought in what somebody says or thinks. `lexicons/cues.yaml` adds and takes away by hand. The
forms are counted with the frames that the lexicon holds, so they come second.
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
from foedera.extract.speech_cues import all_forms, cues
from foedera.extract.speech_drafts import find_drafts
from foedera.extract.speech_nouns import read_adjective, read_noun
from foedera.extract.speech_shapes import Shape
from foedera.extract.speech_verbs import read_verb

Key = tuple[str, str, str]
FLOOR = 0.34
LEAST_FORMS = 3
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
        elif not s.words[at].islower():
            continue  # a capital is a name's, or a headline's
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


def count_forms(
    counts: Counter[str], hits: Counter[str], sentences: Sequence[Sentence], gold: Sequence[Any]
) -> None:
    """Count each word form and how often it is the head of a right cue."""
    lexicon = cues()
    contents = [characters(a["content"]) for a in gold if a["content"]]
    nested = set().union(*contents)
    for place, s in enumerate(sentences):
        here = set(range(s.span.start, s.span.end))
        wanted = [c & here for c in contents if c & here]
        right = set()
        for draft in find_drafts(s, place, lexicon):
            said = characters([(c.start, c.end + 1) for c in draft.content])
            if any(2 * len(said & w) >= len(said | w) for w in wanted) and draft.at not in nested:
                right.add(draft.head)
        for at, raw in enumerate(s.words):
            counts[raw.lower()] += 1
            hits[raw.lower()] += at in right


def form_table(counts: Counter[str], hits: Counter[str], known: frozenset[str]) -> Iterator[str]:
    for form in sorted(known):
        if counts[form] >= LEAST_FORMS:
            yield f"{form}\t{round(100 * (hits[form] + 0.3) / (counts[form] + 1))}"


def main(what: str, path: str) -> None:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    texts = zip(rows, Analyser(OpenGate()).analyse(map(report_of, rows)), strict=True)  # type: ignore[arg-type]
    if what == "forms":
        seen: Counter[str] = Counter()
        hits: Counter[str] = Counter()
        for row, found in texts:
            count_forms(seen, hits, found, row["attributions"])
        lines_out = ["# word form, of a hundred places", *form_table(seen, hits, all_forms())]
    else:
        counts = Counts()
        for row, found in texts:
            count(counts, found, row["attributions"])
        lines_out = ["# word, part of speech, frame, of a hundred places", *table(counts)]
    print("\n".join(lines_out))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
