"""The lexicon of cues: which words bring in what somebody says, in which frames, and how.

`lexicons/cue_frames.tsv` holds counted facts (word, part of speech, frame, of a hundred places);
`lexicons/cues.yaml` sorts words into senses by hand and adds or takes away frames.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from foedera.data import Reality, Stance
from foedera.lexicons import load_words

PartOfSpeech = str  # "v", "n" or "a"
_MIN_SHARE = 40


@dataclass(frozen=True, slots=True)
class Sense:
    """What a cue does to its content.

    `vouches` is False for mere attitudes ("wants", "praised"): the content is told about, but is
    nobody's assertion.
    """

    name: str
    stance: Stance = "asserted"
    reality: Reality | None = None
    vouches: bool = True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues by part of speech and lemma."""

    frames: Mapping[tuple[PartOfSpeech, str], frozenset[str]]
    senses: Mapping[str, Sense]
    sense_of: Mapping[tuple[PartOfSpeech, str], str]
    quoting: frozenset[str]
    lists: Mapping[str, frozenset[str]]

    def admits(self, pos: PartOfSpeech, lemma: str, frame: str) -> bool:
        """Say whether the word is a cue in the frame."""
        return frame in self.frames.get((pos, lemma), ())

    def sense(self, pos: PartOfSpeech, lemma: str) -> Sense | None:
        """Return the word's sense, None where it was never sorted by hand."""
        name = self.sense_of.get((pos, lemma))
        return None if name is None else self.senses[name]


@cache
def cues() -> Lexicon:
    """Return the lexicon, read once."""
    body = load_words("cues")
    frames = _counted_frames()
    sense_of: dict[tuple[PartOfSpeech, str], str] = {}
    for name, one in body["senses"].items():
        for pos, frame_names, words in _listed(one):
            for word in words:
                sense_of.setdefault((pos, word), name)
                frames[pos, word].update(frame_names)
    for entry, gone in body["not_cues"].items():
        pos, _, word = entry.partition(":")
        frames[pos, word].difference_update(gone)
    return Lexicon(
        {k: frozenset(v) for k, v in frames.items() if v},
        {name: _sense(name, one) for name, one in body["senses"].items()},
        sense_of,
        frozenset(body["quoting"]),
        {k: frozenset(v) for k, v in body["lists"].items()},
    )


def _sense(name: str, one: Mapping[str, Any]) -> Sense:
    return Sense(
        name, one.get("stance", "asserted"), one.get("reality"), bool(one.get("vouches", True))
    )


def _listed(one: Mapping[str, Any]) -> Iterator[tuple[PartOfSpeech, list[str], list[str]]]:
    """Yield part of speech, frames and words of a sense's groups."""
    for group in one["words"]:
        yield group["pos"], group.get("frames", []), group["words"]


def _counted_frames() -> dict[tuple[PartOfSpeech, str], set[str]]:
    out: dict[tuple[PartOfSpeech, str], set[str]] = defaultdict(set)
    file = resources.files("foedera.lexicons") / "cue_frames.tsv"
    for line in file.read_text("utf8").splitlines():
        if not line.startswith("#"):
            word, pos, frame, share = line.split("\t")
            if int(share) >= _MIN_SHARE:
                out[pos, word].add(frame)
    return out


@cache
def cue_words() -> frozenset[str]:
    """Return the lower-case word forms that must send a sentence to the parser.

    >>> {"said", "denied", "according"} <= cue_words()
    True
    """
    lexicon = cues()
    irregular = load_words("cues")["irregular"]
    forms = set(lexicon.lists["openers"])
    for pos, lemma in lexicon.frames:
        forms.update(_forms(pos, lemma, irregular))
    return frozenset(forms - lexicon.lists["gate_not"])


def _forms(pos: PartOfSpeech, lemma: str, irregular: Mapping[str, Iterable[str]]) -> Iterator[str]:
    yield lemma
    if pos == "a":
        return
    yield from _with_s(lemma)
    if pos == "v":
        yield from irregular.get(lemma, ())
        yield from _past_and_ing(lemma)


def _with_s(lemma: str) -> Iterator[str]:
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        yield lemma[:-1] + "ies"
    elif lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        yield lemma + "es"
    else:
        yield lemma + "s"


def _past_and_ing(lemma: str) -> Iterator[str]:
    if lemma.endswith("ee"):
        yield from (lemma + "d", lemma + "ing")
    elif lemma.endswith("e"):
        yield from (lemma + "d", lemma[:-1] + "ing")
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        yield from (lemma[:-1] + "ied", lemma + "ing")
    else:
        yield from (lemma + "ed", lemma + "ing")
        if lemma[-1] not in "aeiouwxy":
            yield from (lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing")
