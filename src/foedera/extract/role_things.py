"""The object and the items of a claim, as the words name them."""

from __future__ import annotations

from foedera.data import Phrase, Sentence, Span
from foedera.extract.frames import Match
from foedera.extract.noun_classes import measures
from foedera.extract.role_unnamed import trimmed
from foedera.tree import children, conjuncts, subtree

_LOOSE = frozenset({"relcl", "acl", "appos", "prep", "conj", "cc", "punct", "advcl", "parataxis"})
_MAX_DEPTH = 3


def read_object(text: str, match: Match, s: Sentence) -> Phrase | None:
    """Return the first phrase that the frame calls its object, in the report's words."""
    for slot in match.frame.roles.get("object", ()):
        for token in match.slots.get(slot, ()):
            span = phrase_span(s, token)
            return Phrase(text[span.start : span.end], span)
    return None


def phrase_span(s: Sentence, head: int) -> Span:
    """Return the span of a noun phrase without clauses and looser attachments, "of" kept."""
    inside = [head]
    for kid in s.children[head]:
        of = s.deps[kid] == "prep" and s.words[kid].lower() == "of"
        if of or s.deps[kid] not in _LOOSE:
            inside += subtree(s, kid)
    return Span(s.starts[min(inside)], s.ends[max(inside)])


def read_items(text: str, match: Match, s: Sentence) -> tuple[str, ...]:
    """List the things of the first slot that names any, coordinated ones one by one."""
    out: list[str] = []
    for slot in match.frame.roles.get("items", ()):
        for token in match.slots.get(slot, ()):
            for one in conjuncts(s, token):
                out += [i for i in _item(text, s, one) if i not in out]
        if out:
            break
    return tuple(out)


def _item(text: str, s: Sentence, token: int, depth: int = 0) -> list[str]:
    """Name the thing itself: of "thousands of crates of shells", the shells."""
    if depth <= _MAX_DEPTH and measures(s, token):
        for prep in children(s, token, "prep"):
            if s.words[prep].lower() == "of":
                below = [o for p in children(s, prep, "pobj") for o in conjuncts(s, p)]
                if below:
                    return [i for o in below for i in _item(text, s, o, depth + 1)]
    words = trimmed(s, token, keep=frozenset({"amod", "compound", "nmod"}))
    return [text[s.starts[words[0]] : s.ends[words[-1]]]]
