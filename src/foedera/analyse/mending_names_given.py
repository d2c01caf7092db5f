"""Mends trees in which what somebody calls another's act is lost: `called the raid "cowardly"`.

The parser hangs a quoted word on what stands before it, or takes it for the thing that is called
so; "called the raid a crime" becomes one thing by two names.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree

_CALLING = frozenset(
    {"call", "calls", "called", "calling", "brand", "brands", "branded", "branding", "label",
     "labels", "labelled", "labeled", "labelling", "labeling", "dub", "dubs", "dubbed", "dubbing",
     "deem", "deems", "deemed", "deeming", "term", "terms", "termed", "terming"}
)  # fmt: skip
_OPENING, _CLOSING = frozenset({'"', "“", "``"}), frozenset({'"', "”", "''"})
_NAMING, _ARTICLES = ("N", "J", "R"), frozenset({"a", "an"})
_WITHIN = frozenset({"det", "amod", "poss", "compound", "nmod", "nummod"})
_TWICE = frozenset({"appos", "npadvmod"})
_ADJECTIVAL = ("ic", "al", "ive", "ous", "able", "ible", "ful", "less", "ing", "ary", "ly", "ed")
_LONGEST, _WIDEST = 15, 8


def mend_names_given(words: Sequence[str], tree: Tree) -> None:
    """Let what stands in quotes, or with an article, behind a thing be what it is called."""
    for verb, word in enumerate(words):
        if word.lower() not in _CALLING or tree.tags[verb][0] != "V":
            continue
        quoted = _quoted(words, tree, verb)
        if quoted is not None:
            _name(words, tree, verb, quoted)
        else:
            _name_with_article(words, tree, verb)


def _quoted(words: Sequence[str], tree: Tree, verb: int) -> range | None:
    """Return the words in the quotes that stand right behind what a verb calls so."""
    for at in range(verb + 2, min(verb + _LONGEST, len(words))):
        if words[at] in _OPENING:
            thing = tree.tags[at - 1][0] == "N" or words[at - 1].lower() in {"it", "them", "him"}
            ends = (k for k in range(at + 2, min(at + _WIDEST, len(words))) if words[k] in _CLOSING)
            end = next(ends, None)
            more = end is not None and any(w in _OPENING for w in words[end + 1 : end + 2])
            return range(at + 1, end) if thing and end is not None and not more else None
        if words[at] == "," or tree.tags[at] in {"VBD", "VBZ", "VBP", "MD"}:
            return None
    return None


def _name(words: Sequence[str], tree: Tree, verb: int, quoted: range) -> None:
    """Make the word that leads the quoted ones what a thing is called, and the thing the object."""
    leading = [t for t in quoted if tree.heads[t] not in quoted and tree.tags[t][0] in _NAMING]
    if not leading or any(tree.tags[t] in {"VBD", "VBZ", "VBP", "MD"} for t in quoted):
        return
    name, thing = leading[0], quoted[0] - 2
    if tree.tags[name] == "RB" and len(leading) > 1:
        name = leading[1]
    articles = (k for k, head in enumerate(tree.heads) if head == name and tree.deps[k] == "det")
    noun = tree.tags[name][0] == "N" and not words[name].endswith(_ADJECTIVAL)
    if noun and not any(k >= thing for k in articles):
        return  # "what he calls an army "playbook""
    if tree.deps[thing] in {"nmod", "amod", "compound"} and tree.heads[thing] == name:
        for k, head in enumerate(tree.heads):
            if head == name and k < thing and tree.deps[k] in _WITHIN:
                tree.heads[k] = thing
        named = tree.heads[name] == verb  # else the noun before is part of what is called so
        tree.heads[thing] = verb if named else tree.heads[name]
        tree.deps[thing] = "dobj" if named else tree.deps[name]
    objects = [k for k, head in enumerate(tree.heads) if head == verb and tree.deps[k] == "dobj"]
    if any(verb < k < quoted[0] for k in objects) and name not in objects:
        tree.heads[name], tree.deps[name] = verb, "oprd"
        if tree.tags[name] == "RB":
            tree.tags[name] = "JJ"


def _name_with_article(words: Sequence[str], tree: Tree, verb: int) -> None:
    """Let a noun with "a" right behind the object, with no comma, be what it is called."""
    kids = [k for k, head in enumerate(tree.heads) if head == verb]
    objects = [k for k in kids if tree.deps[k] == "dobj" and k > verb]
    if not objects or any(tree.deps[k] == "oprd" for k in kids):
        return
    thing = objects[0]
    for name in range(thing + 2, min(thing + _WIDEST, len(words))):
        told = tree.deps[name] in _TWICE and tree.heads[name] in {thing, verb}
        if told and words[thing + 1].lower() in _ARTICLES and tree.tags[name][0] == "N":
            tree.heads[name], tree.deps[name] = verb, "oprd"
            return
