"""Mends trees in which a verb is taken for a part of the name it acts upon, or has lost its doer.

"Peru armed Chile" and "denied sanctioning Chile": the parser makes one name of it. "Peru, Chile
said, left", "Peru and Chile, having met, left": it gives the doer to the clause between. "The army
retook Goma": a past form that the tagger has not met is no verb of the present.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from foedera.analyse.mending_days import WEEKDAYS, Tree
from foedera.analyse.mending_perfects import mend_perfect
from foedera.lexicons import load_words

_NAMES = frozenset({"NNP", "NNPS"})
_AS_NOUNS = {"xcomp": "dobj", "pcomp": "pobj", "dobj": "dobj", "pobj": "pobj"}
_DATES = WEEKDAYS | frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december", "christmas", "easter", "ramadan"}
)  # fmt: skip
_HAVING = frozenset({"has", "have", "had"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_BEFORE_DOING = (
    "avoid", "ban", "beg", "came", "cancel", "ceas", "come", "consider", "continu", "defend",
    "delay", "deni", "deny", "die", "discuss", "enjo", "finish", "go", "halt", "imagin", "keep",
    "kept", "mind", "miss", "oppos", "plan", "postpon", "propos", "quit", "recall", "recommend",
    "regret", "reject", "remember", "report", "resum", "risk", "skip", "start", "stop",
    "suggest", "suspend", "tri", "try", "went",
)  # fmt: skip
"""How verbs begin behind which "visiting" tells a visit of their doer's."""
_PRESENT = frozenset({"VB", "VBP"})
_BETWEEN = frozenset({"parataxis", "ccomp", "advcl"})


def mend_verbs(words: Sequence[str], tree: Tree) -> None:
    """Make verbs of words that are taken for names, and give clauses their doers back."""
    for token, dep in enumerate(tree.deps):
        if tree.tags[token] in _PRESENT:
            _make_past(words, tree, token)
        if dep == "auxpass":
            mend_perfect(words, tree, token)
        elif dep == "aux" and words[token].lower() == "to":
            _make_infinitive(tree, token)
        elif dep == "compound" and words[token].islower() and tree.tags[token] in _NAMES:
            _make_act(words, tree, token)
        elif dep == "amod" and tree.tags[token] in {"VBN", "VBD"} and token > 1:
            _make_perfect(words, tree, token)
            _make_main(words, tree, token)
        elif dep == "appos":
            _set_aside(words, tree, token)
        elif dep == "nsubj":
            _give_back(words, tree, token)
        elif dep in _AS_NOUNS and tree.tags[token] == "VBG":
            _make_noun(words, tree, token)
        if dep in {"xcomp", "advcl"} and words[token].lower() == "visiting":
            _make_guest(words, tree, token)


def _make_past(words: Sequence[str], tree: Tree, token: int) -> None:
    """Let a form that is only a past be one: "the army [retook] Goma", "has [redrawn] the line"."""
    word = words[token].lower()
    if word in _pasts():
        had = any(
            tree.heads[t] == token and tree.deps[t] in {"aux", "auxpass"} for t in range(token)
        )
        tree.tags[token] = "VBN" if had else "VBD"


@cache
def _pasts() -> frozenset[str]:
    """Return the listed forms that are pasts and nothing else."""
    return frozenset(f for f in load_words("lemmas") if not f.endswith(("ing", "s")))


def _make_infinitive(tree: Tree, to: int) -> None:
    """Let what "to" opens be a verb: "agreed to [sanction] Peru"."""
    verb = tree.heads[to]
    if verb == to + 1 and tree.tags[verb][0] == "N":
        tree.tags[verb] = "VB"


def _make_act(words: Sequence[str], tree: Tree, token: int) -> None:
    """Let a small word within a name be what is done to it: "denied [sanctioning] Peru"."""
    name, word = tree.heads[token], words[token]
    if name != token + 1 or tree.tags[name] not in _NAMES:
        return
    above = tree.heads[name]
    if word.endswith("ing") and tree.deps[name] in {"dobj", "pobj"} and above < token:
        tree.tags[token], tree.heads[token] = "VBG", above
        tree.deps[token] = "xcomp" if tree.deps[name] == "dobj" else "pcomp"
        tree.deps[name], tree.heads[name] = "dobj", token
    elif word.endswith("ed") and above == name and _named_before(tree, token, name):
        tree.tags[token], tree.deps[token], tree.heads[token] = "VBD", "ROOT", token
        for at, head in enumerate(tree.heads):
            if head == name and at != token:
                tree.heads[at] = token
        tree.deps[token - 1], tree.deps[name], tree.heads[name] = "nsubj", "dobj", token


def _named_before(tree: Tree, token: int, name: int) -> bool:
    """Say whether another name stands before a word that is taken for a part of one."""
    first = token - 1
    return first >= 0 and tree.tags[first] in _NAMES and tree.heads[first] == name


def _make_perfect(words: Sequence[str], tree: Tree, token: int) -> None:
    """Let a participle behind "has" be what was done: "has twice [armed] Peru"."""
    name = tree.heads[token]
    have = tree.heads[name]
    if tree.deps[name] != "dobj" or words[have].lower() not in _HAVING or have > token:
        return
    bare = all(tree.tags[at] == "RB" for at in range(have + 1, token))
    if not bare or have + 1 == token or name != token + 1 or tree.tags[name] not in _NAMES:
        return
    root = tree.heads[have] == have
    tree.deps[token], tree.heads[token] = tree.deps[have], token if root else tree.heads[have]
    for at, head in enumerate(tree.heads):
        if head == have and at != token:
            tree.heads[at] = token
    tree.deps[have], tree.heads[have] = "aux", token


def _make_main(words: Sequence[str], tree: Tree, token: int) -> None:
    """Let a verb behind a day tell what its noun did: "a raid on Monday [shocked] Peru"."""
    name, day = tree.heads[token], token - 1
    prep = day - 1
    noun = tree.heads[prep]
    dated = words[day].lower() in WEEKDAYS and words[prep].lower() == "on"
    if not dated or name != token + 1 or tree.tags[name] not in _NAMES or noun >= prep:
        return
    if tree.heads[name] != prep or tree.heads[noun] != noun or tree.tags[noun][0] != "N":
        return
    tree.tags[token], tree.deps[token], tree.heads[token] = "VBD", "ROOT", token
    tree.deps[noun], tree.heads[noun] = "nsubj", token
    tree.deps[name], tree.heads[name] = "dobj", token
    tree.deps[day], tree.heads[day] = "pobj", prep


def _set_aside(words: Sequence[str], tree: Tree, name: int) -> None:
    """Let who is told not to do it have no part, and who is named among others have one.

    "Peru, not [Chile], left"; "struck by, among others, [Chile]".
    """
    before = [word.lower() for word in words[max(0, name - 5) : name]]
    if before[-2:] == [",", "not"]:
        tree.deps[name] = "dep"
    elif before[1:] == [",", "among", "others", ","] and tree.deps[name - 5] in {"agent", "prep"}:
        tree.deps[name], tree.heads[name] = "pobj", name - 5


def _make_noun(words: Sequence[str], tree: Tree, token: int) -> None:
    """Let what is done "by" somebody be a noun: "suffered [shelling] by Chad", no "by Monday"."""
    by = token + 1
    if by >= len(words) or words[by].lower() != "by" or tree.heads[by] != token:
        return
    pairs = list(enumerate(zip(tree.deps, tree.heads, strict=True)))
    doers = [at for at, (dep, head) in pairs if dep == "pobj" and head == by]
    named = [
        at
        for at, (dep, head) in pairs
        if (at in doers and tree.tags[at] in _NAMES)
        or (head in doers and dep in {"amod", "poss"} and words[at][:1].isupper())
    ]
    if named and all(words[at].lower() not in _DATES for at in doers):
        tree.tags[token], tree.deps[token] = "NN", _AS_NOUNS[tree.deps[token]]


def _make_guest(words: Sequence[str], tree: Tree, token: int) -> None:
    """Let who visits be whom somebody meets: "greeted [visiting] Ugandan envoys".

    Verbs that what is done follows ("resumed visiting Peruvian prisoners") stay as they are.
    """
    verb = tree.heads[token]
    pairs = list(enumerate(zip(tree.deps, tree.heads, strict=True)))
    guests = [at for at, (dep, head) in pairs if dep == "dobj" and head == token]
    bare = len(guests) == 1 and guests[0] > token + 1 and words[token + 1][:1].isupper()
    said = words[verb].lower()
    if token != verb + 1 or not bare or said.startswith(_BEFORE_DOING):
        return
    if tree.deps[token] == "advcl" and said not in {"meet", "meets", "met"}:
        return
    for at, (_, head) in pairs:
        if head == token:
            tree.heads[at] = verb
    tree.heads[token], tree.deps[token] = guests[0], "amod"


def _give_back(words: Sequence[str], tree: Tree, name: int) -> None:
    """Give the doer that a clause between commas has taken to the verb behind it."""
    between = tree.heads[name]
    verb = tree.heads[between]
    if tree.deps[between] not in _BETWEEN or verb <= between or tree.tags[verb][0] != "V":
        return
    pairs = list(enumerate(zip(tree.deps, tree.heads, strict=True)))
    if any(dep in _SUBJECTS and head == verb for _, (dep, head) in pairs):
        return
    own = [at for at, (dep, head) in pairs if dep == "nsubj" and head == between]
    helping = [at for at, (dep, head) in pairs if dep == "aux" and head == between]
    told = len(own) == 2 and name == own[0] and "," in words[name + 1 : own[1]]
    having = any(words[at].lower() == "having" and words[at - 1] == "," for at in helping)
    if (told or having) and words[verb - 1] == ",":
        tree.heads[name] = verb
