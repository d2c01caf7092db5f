"""Who takes a side, told by a noun or by a compound: "a critic of the deal", "Saudi-backed".

A noun of siding tells what somebody does all along: "Odinga, a critic of the dam" criticises it.
A participle that a hyphen joins to a name tells who acts: "the Saudi-backed camp".
"""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.role_words import role_words
from foedera.tree import children

_LATELY = frozenset({"newly", "recently", "freshly", "just"})
_LIKE = frozenset({"like", "as"})


def takers_of(s: Sentence, noun: int) -> tuple[int, ...]:
    """Return who takes a side: "X is a critic", "X, a critic", "critics like X", "critic X"."""
    if s.lemmas[noun].lower() not in role_words("siding_nouns"):
        return ()
    above, dep = s.heads[noun], s.deps[noun]
    out: list[int] = []
    if dep == "attr" and children(s, above, "neg"):
        return ()
    if dep == "attr":
        out += children(s, above, "nsubj")
        if s.deps[above] == "relcl":  # "X, who is a critic"
            out = [s.heads[above] if s.tags[k].startswith("W") else k for k in out]
    elif dep in {"appos", "compound"} and s.tags[above].startswith("NN"):
        out.append(above)
    elif dep == "pobj" and s.words[above].lower() == "as":  # "known as a critic"
        out += children(s, s.heads[above], "nsubjpass", "nsubj")
    out += children(s, noun, "appos")
    for prep in children(s, noun, "prep"):
        if s.words[prep].lower() in _LIKE:
            out += children(s, prep, "pobj")
    return tuple(out)


def tells_as_modifier(s: Sentence, verb: int) -> bool:
    """Say whether a modifier tells an act: "[Peru hosted] leaders" or "Saudi-backed"."""
    if s.deps[verb] != "amod":
        return False
    if children(s, verb, "nsubj") or _is_named_compound(s, verb):
        return True
    return _was_done(s, verb)


def _was_done(s: Sentence, verb: int) -> bool:
    """Say whether a participle before a noun tells what befell it: "the downed jet".

    Who is "elected" or "appointed" may long have been; "newly elected" tells it.
    """
    if s.tags[verb] != "VBN":
        return False
    if s.lemmas[verb] in role_words("deeds_before_nouns"):
        return True
    newly = any(s.words[k].lower() in _LATELY for k in children(s, verb, "advmod"))
    return newly and s.lemmas[verb] in role_words("made_lately")


def _is_named_compound(s: Sentence, verb: int) -> bool:
    """Say whether a participle before a noun is joined to who does it: "Saudi-backed"."""
    if s.deps[verb] != "amod" or s.tags[verb] != "VBN":
        return False
    return s.lemmas[verb] not in role_words("no_compound_deeds") and bool(named_doer(s, verb))


def named_doer(s: Sentence, verb: int) -> tuple[int, ...]:
    """Return the name that a hyphen joins to a participle: the "Saudi" of "Saudi-backed"."""
    if verb < 2 or s.words[verb - 1] not in {"-", "‑", "–"} or s.heads[verb - 2] != verb:
        return ()
    name = verb - 2
    named = s.words[name][:1].isupper() and s.tags[name] in {"NNP", "NNPS", "JJ"}
    return (name,) if named else ()
