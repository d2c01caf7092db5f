"""Tells people from what else their surnames mean.

In "Alex Saab ... Saab denied it" Saab is no maker of jets. Nor is "Muscat" a town behind "Joseph
Muscat", or "Bishop" a bishop behind "Julie Bishop".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from foedera.extract.actor_drafts import Draft
from foedera.extract.actor_items import Line
from foedera.extract.actor_words import words as word_list

_FIRST_PARTS = frozenset({"abdul", "abdel", "abd", "al", "el", "abu"})
_LANDS = frozenset({"actors.seat", "actors.state", "actors.adjective"})
_ACTING = frozenset({"nsubj", "nsubjpass", "poss"})
_NAMES = frozenset({"NNP", "NNPS"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that"})

Read = tuple[Line, tuple[Draft, ...]]


def with_surnames(scenes: Iterable[Read], is_met: Callable[[str], bool]) -> Iterator[Read]:
    """Yield the scenes, one word made the person who bore it as a surname in full before.

    Where a body was told of that name before, or it colours a noun ("Saab jets"), it stays what
    it is; so does a state that is told by other words too ("Jim Jordan", and Jordanians).
    """
    scenes = list(scenes)
    lands = _lands_told(scenes)
    borne: set[str] = set()
    bodies: set[str] = set()
    for line, drafts in scenes:
        out = []
        for draft in drafts:
            word = line.words[draft.name_end - 1]
            if _is_one_word(line, draft):
                if word in borne - bodies and not _colours(line, draft):
                    draft = _as_name(draft)
                else:
                    bodies.add(word)
            elif _is_full_name(line, draft, is_met):
                borne.add(word)
            elif word in borne and _means_person(line, draft, lands):
                draft = _as_name(draft)
            out.append(draft)
        yield line, tuple(_with_unread(line, out, borne))


def _lands_told(scenes: Iterable[Read]) -> dict[str, set[str]]:
    """List by which words each state is told."""
    told: dict[str, set[str]] = defaultdict(set)
    for line, drafts in scenes:
        for draft in drafts:
            if draft.country:
                told[draft.country].add(" ".join(line.words[draft.start : draft.end]))
    return told


def _means_person(line: Line, draft: Draft, lands: Mapping[str, set[str]]) -> bool:
    """Say whether one word for a state, a seat or an office stands where its bearer would."""
    at = draft.start
    if draft.end != at + 1 or not _acts_alone(line, at):
        return False
    if draft.rule in _LANDS:
        return lands.get(draft.country or "", set()) <= {line.words[at]}
    return draft.rule == "actors.noun" and line.words[at].istitle() and at > 0


def _acts_alone(line: Line, at: int) -> bool:
    """Say whether a capitalised word is by itself the one who does or has something."""
    s, before = line.sentence, line.low[at - 1] if at else ""
    alone = bool(s.deps) and s.deps[at] in _ACTING and s.tags[at] in _NAMES and not line.heading
    return alone and before not in _ARTICLES and not _goes_on(line, at)


def _goes_on(line: Line, at: int) -> bool:
    """Say whether a capital stands beside a word that makes it a part of another name."""
    beside = [k for k in (at - 1, at + 1) if 0 <= k < len(line.words)]
    names = (k for k in beside if line.words[k][:1].isupper() and line.tags[k] in _NAMES)
    return any(line.low[k] not in word_list("days_and_months") for k in names)


def _with_unread(line: Line, drafts: Sequence[Draft], borne: set[str]) -> list[Draft]:
    """Add the surnames that are common words and were read as nobody: "Hill said"."""
    if borne.isdisjoint(line.words):
        return [*drafts]
    read = {at for d in drafts for at in range(d.start, d.end)}
    more = [
        Draft(at, at + 1, at, at + 1, "person", "actors.capitals", personal=True)
        for at, word in enumerate(line.words)
        if word in borne and at not in read and _acts_alone(line, at)
    ]
    return sorted([*drafts, *more], key=lambda d: (d.start, d.end)) if more else [*drafts]


def _is_one_word(line: Line, draft: Draft) -> bool:
    """Say whether a draft is a listed body of one word that is no row of initials."""
    word = line.words[draft.start]
    party = (draft.name or "").endswith("Party")  # "an Arizona Republican"
    one = draft.rule == "actors.body" and draft.end == draft.start + 1
    return one and not party and not word.isupper()


def _is_full_name(line: Line, draft: Draft, is_met: Callable[[str], bool]) -> bool:
    if draft.kind != "person" or draft.name is not None or draft.name_end < draft.name_start + 2:
        return False
    name = " ".join(line.words[draft.name_start : draft.name_end])
    return line.low[draft.name_end - 2] not in _FIRST_PARTS and (draft.personal or is_met(name))


def _colours(line: Line, draft: Draft) -> bool:
    s = line.sentence
    return not s.deps or (s.deps[draft.start] == "compound" and s.heads[draft.start] > draft.start)


def _as_name(draft: Draft) -> Draft:
    return draft._replace(
        kind="person", rule="actors.capitals", name=None, country=None, office=None, personal=True
    )
