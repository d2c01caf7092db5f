"""What stands behind the prepositions of a word: "against X", "in support of X"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.noun_classes import classes_of
from foedera.extract.subjects import is_passive, resolve_relative
from foedera.tree import children

_PREPS = ("prep", "agent", "dative")
_CLINGING = frozenset({"by", "against", "between", "among"})
_LOOSE = frozenset({"with", "in", "at", "during", "after", "before", "since", "until"})
_BODIES = frozenset({"organisation", "institution", "official", "leaders", "company", "building"})
_BEFALLING = frozenset({"of", "for", "to", "against", "on"})
_ABOUT = frozenset({"about", "over", "into", "at", "of"})


def prepositions(s: Sentence, head: int) -> list[tuple[str, tuple[int, ...]]]:
    """List (preposition, heads) below `head`; "in support of X" also counts as one word."""
    out: list[tuple[str, tuple[int, ...]]] = []
    if not s.children[head]:
        return out
    for prep in children(s, head, *_PREPS):
        goal = s.words[prep].lower() != "according" and not children(s, prep, "neg")
        if goal and s.tags[prep] in {"IN", "TO", "VBG", "RP", "RB"}:
            out += _one_preposition(s, prep, s.words[prep].lower())
    return out


def _one_preposition(s: Sentence, prep: int, name: str) -> list[tuple[str, tuple[int, ...]]]:
    out: list[tuple[str, tuple[int, ...]]] = []
    for kid in s.children[prep]:
        dep = s.deps[kid]
        if name == "at" and s.words[kid].lower() == "hands":  # "killed at the hands of X"
            out += [("by", t) for n, t in prepositions(s, kid) if n == "of"]
        elif dep in {"pobj", "pcomp"} or (dep == "amod" and name == "as"):  # "as baseless"
            out.append((name, (resolve_relative(s, kid),)))
            told = name == "with" and s.tags[kid] != "VBG"
            if dep == "pcomp" and (told or name in _ABOUT):  # "worried about Peru arming"
                out += [(name, (k,)) for k in children(s, kid, "nsubj")]
            if s.tags[kid] in {"NN", "VBG"}:
                out += [(f"{name} {s.words[kid].lower()} {n}", t) for n, t in prepositions(s, kid)]
        elif dep == "prep":
            inner = _one_preposition(s, kid, s.words[kid].lower())
            out += [(f"{name} {n}", t) for n, t in inner] + inner
    return out


def beside(s: Sentence, noun: int) -> list[tuple[str, tuple[int, ...]]]:
    """List what stands right behind a noun where the parser hung its preposition elsewhere.

    "Criticised talk of strikes by X", "millions in sales to X": of those that a verb may have
    only few are surely the noun's, and none that a passive verb may.
    """
    return [*_behind_doer(s, noun), *_right_behind(s, noun)]


def _right_behind(s: Sentence, noun: int) -> list[tuple[str, tuple[int, ...]]]:
    at = noun + 1
    if at >= len(s.words) or s.heads[at] == noun or s.deps[at] not in _PREPS:
        return []
    word, above = s.words[at].lower(), s.heads[at]
    verb = s.tags[above][0] == "V"
    if word in _LOOSE or (word == "to" and s.tags[above] != "CD"):
        return []
    if verb and (word not in _CLINGING or is_passive(s, above)):
        return []
    return [(name, goals) for name, goals in _one_preposition(s, at, word) if name == word]


def _behind_doer(s: Sentence, noun: int) -> list[tuple[str, tuple[int, ...]]]:
    """List whom a noun's act befalls where its doer has taken it: "the recognition by X of Y"."""
    own = [k for k in children(s, noun, *_PREPS) if k > noun]
    told = {s.words[k].lower() for k in own}
    doers = [d for k in own if s.words[k].lower() == "by" for d in children(s, k, "pobj")]
    named = [d for d in doers if s.tags[d] == "NNP" and not children(s, d, "compound", "amod")]
    named = [d for d in named if classes_of(s, d).isdisjoint(_BODIES)]
    return [p for d in named for p in prepositions(s, d) if p[0] in _BEFALLING - told]
