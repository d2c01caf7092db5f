"""Tells people from bodies of their surname: "Alex Saab ... Saab denied it" is no maker of jets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from foedera.extract.actor_drafts import Draft
from foedera.extract.actor_items import Line

_FIRST_PARTS = frozenset({"abdul", "abdel", "abd", "al", "el", "abu"})

Read = tuple[Line, tuple[Draft, ...]]


def with_surnames(scenes: Iterable[Read], is_met: Callable[[str], bool]) -> Iterator[Read]:
    """Yield the scenes, a listed one-word body made the person who bore its name in full before.

    Where the body itself was told before, or colours a noun ("Saab jets"), it stays what it is.
    """
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
            out.append(draft)
        yield line, tuple(out)


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
        kind="person", rule="actors.capitals", name=None, country=None, personal=True
    )
