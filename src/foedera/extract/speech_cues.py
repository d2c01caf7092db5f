"""The lexicon of cues: which words bring in what somebody says, in which frames, and how.

`lexicons/cue_frames.tsv` holds counted facts (word, part of speech, frame, of a hundred places);
`lexicons/cues.yaml` sorts words into senses by hand and adds or takes away frames.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from foedera.data import Reality, Stance
from foedera.lexicons import load_words

PartOfSpeech = str  # "v", "n" or "a"
BEHIND_OBJECT = ("of", "for", "about", "to", "over", "with", "on", "against")
_MIN_SHARE = 34
_BY_HAND = 60  # the share of frames that were never counted
_STRONG = 55
_MIN_FORM_SHARE = 10


@dataclass(frozen=True, slots=True)
class Sense:
    """What a cue does to its content.

    `vouches` is False for mere attitudes ("wants", "praised"): the content is told about, but is
    nobody's assertion. `known` marks those that take it as so ("knew", "noticed"): whoever tells
    of them asserts it.
    """

    name: str
    stance: Stance = "asserted"
    reality: Reality | None = None
    vouches: bool = True
    known: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues by part of speech and lemma; a frame's number says in how many of a hundred places."""

    frames: Mapping[tuple[PartOfSpeech, str], Mapping[str, int]]
    words: frozenset[str]
    senses: Mapping[str, Sense]
    sense_of: Mapping[tuple[str, ...], str]
    listed: frozenset[tuple[PartOfSpeech, str, str]]
    quoting: frozenset[str]
    lists: Mapping[str, frozenset[str]]

    def admits(self, pos: PartOfSpeech, lemma: str, frame: str) -> bool:
        """Say whether the word is a cue in the frame."""
        return frame in self.frames.get((pos, lemma), ())

    def is_weak(self, pos: PartOfSpeech, lemma: str, frame: str) -> bool:
        """Say whether the word is a cue in the frame only about every other time.

        Frames given by hand to words whose source vouches for the content are not weak.
        """
        sense = self.sense(pos, lemma, frame)
        if sense is not None and sense.vouches and self.by_hand(pos, lemma, frame):
            return False
        return self.frames.get((pos, lemma), {}).get(frame, 0) < _STRONG

    def by_hand(self, pos: PartOfSpeech, lemma: str, frame: str) -> bool:
        """Say whether the frame was given to the word by hand, within its sense."""
        return (pos, lemma, frame) in self.listed

    def sense(self, pos: PartOfSpeech, lemma: str, frame: str) -> Sense | None:
        """Return the word's sense in the frame, None where it was never sorted by hand."""
        name = self.sense_of.get((pos, lemma, frame)) or self.sense_of.get((pos, lemma))
        return None if name is None else self.senses[name]


@cache
def cues() -> Lexicon:
    """Return the lexicon, read once."""
    body = load_words("cues")
    frames = _counted_frames()
    sense_of: dict[tuple[str, ...], str] = {}
    listed: set[tuple[PartOfSpeech, str, str]] = set()
    for name, one in body["senses"].items():
        for group in one["words"]:
            pos, fitting = group["pos"], group.get("frames", [])
            if not group.get("only"):
                fitting = _spelt_out(fitting)
            for word in group["words"]:
                if not group.get("only"):
                    sense_of.setdefault((pos, word), name)
                for frame in fitting:
                    sense_of.setdefault((pos, word, frame), name)
                    listed.add((pos, word, frame))
                    frames[pos, word].setdefault(frame, _BY_HAND)
    for entry, gone in body["not_cues"].items():
        pos, _, word = entry.partition(":")
        for frame in gone:
            frames[pos, word].pop(frame, None)
    _drop_inversions(frames, frozenset(body["quoting"]), listed)
    return Lexicon(
        {k: v for k, v in frames.items() if v},
        frozenset(word.partition(" ")[0] for _, word in frames),
        {name: _sense(name, one) for name, one in body["senses"].items()},
        sense_of,
        frozenset(listed),
        frozenset(body["quoting"]),
        {k: frozenset(v) for k, v in body["lists"].items()},
    )


def _sense(name: str, one: Mapping[str, Any]) -> Sense:
    return Sense(
        name,
        one.get("stance", "asserted"),
        one.get("reality"),
        bool(one.get("vouches", True)),
        bool(one.get("known", False)),
    )


def _drop_inversions(
    frames: Mapping[tuple[PartOfSpeech, str], dict[str, int]],
    quoting: frozenset[str],
    listed: Collection[tuple[PartOfSpeech, str, str]],
) -> None:
    """Keep a clause before its cue for words that quote: elsewhere it is a chance of counting."""
    for (pos, word), one in frames.items():
        if pos == "v" and word not in quoting and (pos, word, "before") not in listed:
            one.pop("before", None)


def _spelt_out(frames: Iterable[str]) -> list[str]:
    """Let "object" stand for an object with any preposition behind it."""
    out = list(frames)
    if "object" in out:
        out += [f"object-{p}" for p in BEHIND_OBJECT if f"object-{p}" not in out]
    return out


def _counted_frames() -> dict[tuple[PartOfSpeech, str], dict[str, int]]:
    out: dict[tuple[PartOfSpeech, str], dict[str, int]] = defaultdict(dict)
    for line in _lines("cue_frames"):
        word, pos, frame, share = line.split("\t")
        if int(share) >= _MIN_SHARE:
            out[pos, word][frame] = int(share)
    return out


@cache
def cue_words() -> frozenset[str]:
    """Return the lower-case word forms that must send a sentence to the parser.

    Forms that are too seldom cues ("state", "be") are left out, though they are read as cues
    where another word opens the gate.

    >>> {"said", "denied", "according"} <= cue_words(), "states" in cue_words()
    (True, False)
    """
    shares = _form_shares()
    lexicon = cues()
    trusted = {w for (pos, w, _) in lexicon.listed if pos == "v"}
    rare = {f for w in trusted for f in _forms("v", w, _irregular())} - shares.keys()
    frequent = {form for form, share in shares.items() if share >= _MIN_FORM_SHARE}
    return frozenset(frequent | rare | lexicon.lists["openers"])


def all_forms() -> frozenset[str]:
    """Return every form of every cue, frequent or not."""
    irregular = _irregular()
    return frozenset(f for pos, lemma in cues().frames for f in _forms(pos, lemma, irregular))


def _irregular() -> Mapping[str, Iterable[str]]:
    forms: Mapping[str, Iterable[str]] = load_words("cues")["irregular"]
    return forms


def _form_shares() -> dict[str, int]:
    rows = (line.split("\t") for line in _lines("cue_forms"))
    return {form: int(share) for form, share in rows}


def _lines(name: str) -> list[str]:
    file = resources.files("foedera.lexicons") / f"{name}.tsv"
    lines = file.read_text("utf8").splitlines() if file.is_file() else []
    return [line for line in lines if not line.startswith("#")]


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
