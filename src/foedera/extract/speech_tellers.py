"""Which common nouns can say something: people, bodies and papers, not "the fact"."""

from __future__ import annotations

from functools import cache

from foedera.data import Sentence
from foedera.lexicons import load_lists, load_words

_WHO = (
    "person", "organisation", "group", "role_office", "forces", "fighters", "official", "leaders",
    "diplomats", "delegation", "protester", "relatives", "worker", "journalist", "police", "court",
    "judges", "hacker", "kidnapper", "media", "company", "voter", "refugees", "civilian",
    "mourner", "legislature", "charity", "government", "casualty", "prisoners", "state",
    "institution", "mouthpiece", "outlet_word", "civil_crowd", "crowd", "displaced", "suspect",
    "traveller", "dignitary",
)  # fmt: skip
_WHAT = ("papers", "inquiry", "speech", "record_word", "message")
_WHO_LISTS = ("people", "outlets", "documents", "captions", "tellers")
_WHO_ACTS = ("ers", "ors", "ists", "ians", "men", "ees")


@cache
def _tellers() -> tuple[frozenset[str], frozenset[str]]:
    """Return who can speak, and what else can be quoted."""
    classes = load_lists("noun_classes")
    lists = load_words("cues")["lists"]
    who = {w for name in _WHO for w in classes.get(name, ())}
    what = {w for name in _WHAT for w in classes.get(name, ())}
    who.update(w for k in _WHO_LISTS for w in lists[k])
    return frozenset(who), frozenset(what.union(lists["telling_papers"]))


def can_tell(s: Sentence, noun: int, *, papers: bool = True) -> bool:
    """Say whether a common noun can be the source of what is said; any name can.

    Without `papers` a message or an account cannot: of "signals" and "suggests" it is no speaker.
    """
    if s.tags[noun] not in ("NN", "NNS"):
        return True
    word = s.words[noun].lower()
    named = any(s.deps[k] == "appos" and s.tags[k] == "NNP" for k in s.children[noun])
    if named or (papers and s.words[noun][0].isupper()):
        return True  # "the front-runner Lund", and names that the tagger took for nouns
    who, what = _tellers()
    known = who | what if papers else who
    if s.lemmas[noun].lower() in known or word in known:
        return True
    return s.tags[noun] == "NNS" and word.endswith(_WHO_ACTS)
