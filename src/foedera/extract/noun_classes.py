"""Which noun classes a phrase belongs to, by its last words, longest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from foedera.data import Sentence
from foedera.extract.light_verbs import light_words
from foedera.extract.named_acts import named_acts
from foedera.extract.role_words import role_words
from foedera.extract.told_content import told_as
from foedera.lexicons import load_words
from foedera.tree import children, low_words

_CURBS = frozenset(
    {"ban", "embargo", "moratorium", "curb", "limit", "restriction", "tariff", "duty", "tax"}
)
_AMOUNTS = frozenset({"some", "part", "all", "most", "many", "any", "none", "several", "number"})
_LONGEST = 3
_SERIES = re.compile(r"(.*\D)(\d+)\.\.(\d+)")
_DUTY = frozenset({"duty"})
_COMPLETED = frozenset({"completed"})
_OWING = frozenset({"need", "have", "ought"})
_NOBODY = frozenset({"i", "we", "you", "it", "one", "there", "this", "that"})
_MODALS = frozenset({"must", "should", "ought"})
_FEELINGS = frozenset(
    {"proud", "ashamed", "glad", "grateful", "happy", "sympathetic", "right", "wrong", "true",
     "embarrassed", "pleased", "surprised", "confused", "mistaken", "crazy", "mad"}
)  # fmt: skip
_SUPPOSED = frozenset({"know", "feel", "seem", "love", "hate", "confuse", "mistake", "joke", "kid"})
_PASSIVE_DUTIES = _SUPPOSED | {
    "be",
    "have",
    "remember",
    "understand",
    "see",
    "admit",
    "say",
    "find",
    "wait",
}
_SORTS = frozenset({"vessel", "aircraft", "fighters", "forces", "company"})
_INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "punct"})


@cache
def class_index() -> Mapping[str, frozenset[str]]:
    """Return words → classes, read from `lexicons/noun_classes.yaml`.

    "Cease-fire" is cut at its hyphen, "F-16" is one word: an entry serves both ways.
    """
    out: dict[str, set[str]] = {}
    for name, words in load_words("noun_classes").items():
        for word in map(str, words):
            out.setdefault(_spaced(word), set()).add(name)
            out.setdefault(word.lower(), set()).add(name)
    for word, classes in _weapons():
        out.setdefault(_spaced(word), set()).update(classes)
        out.setdefault(word, set()).update(classes)
    for name, name_class in named_acts():
        out.setdefault(_spaced(name), set()).add(name_class)
        out.setdefault(name, set()).add(name_class)
    return MappingProxyType({w: frozenset(c) for w, c in out.items()})


def _weapons() -> Iterator[tuple[str, list[str]]]:
    """Yield weapons by their own names, with their classes; the plural alone if people bear it."""
    told = load_words("weapon_names")
    for sort, classes in told["classes"].items():
        for name in told[sort]:
            for one in _numbered(name):
                yield f"{one}s" if one in told["people_too"] else one, classes


def _numbered(name: str) -> Iterator[str]:
    """Write out "su-22..24": each number between.

    >>> list(_numbered("su-22..24")), list(_numbered("grad"))
    (['su-22', 'su-23', 'su-24'], ['grad'])
    """
    found = _SERIES.fullmatch(name)
    if found is None:
        yield name
    else:
        yield from (f"{found[1]}{n}" for n in range(int(found[2]), int(found[3]) + 1))


def _spaced(word: str) -> str:
    """Write an entry as its words stand in a parsed sentence: "cease-fire" is three."""
    return " ".join(word.lower().replace("-", " - ").split())


@lru_cache(maxsize=2048)
def classes_of(s: Sentence, token: int) -> frozenset[str]:
    """Return the classes of the noun phrase headed by `token`.

    A longer known form ("war game", "military aid") adds its classes to its head's, or stands
    for them where it is listed under `whole` ("hunger strike" is no strike on a target); a
    measure noun also has the classes of what it measures ("thousands of troops").
    """
    found = _own_classes(s, token)
    if s.tags[token] == "NNP":
        found |= _sort_told(s, token)
    if measures(s, token) or s.tags[token] in {"CD", "DT"}:
        for prep in children(s, token, "prep"):
            if s.words[prep].lower() == "of":
                for inner in children(s, prep, "pobj"):
                    found |= classes_of(s, inner)
    if s.tags[token][0] == "V":
        found |= told_as(s, token, classes_of)
    if _ends_procedures(s, token):
        return found | _COMPLETED
    return found | _DUTY if _bears_duty(s, token) else found


def _sort_told(s: Sentence, name: int) -> frozenset[str]:
    """Return of what sort a name is told to be by the noun before it: "the freighter Inca"."""
    at = name - 1
    while at > 0 and s.tags[at] == "NNP" and s.heads[at] == name:
        at -= 1
    told = at >= 0 and s.tags[at] == "NN" and s.deps[at] == "compound" and s.heads[at] == name
    return _own_classes(s, at) & _SORTS if told else frozenset()


def _ends_procedures(s: Sentence, verb: int) -> bool:
    """Say whether a clause tells that somebody has done all its own law asks for a treaty."""
    if s.tags[verb] not in {"VBN", "VBD"}:
        return False
    if s.lemmas[verb] == "be":  # "its procedures were complete"
        done = any(s.lemmas[k] == "complete" for k in children(s, verb, "acomp"))
        return done and _are_procedures(s, children(s, verb, "nsubj"))
    ended = s.lemmas[verb] in role_words("finishing_verbs")
    return ended and _are_procedures(s, children(s, verb, "dobj", "nsubjpass"))


def _are_procedures(s: Sentence, nouns: list[int]) -> bool:
    return any(s.lemmas[k].lower() in role_words("home_procedures") for k in nouns)


def _bears_duty(s: Sentence, verb: int) -> bool:
    """Say whether a clause tells what somebody must do: "Iran must open the site"."""
    bearers = children(s, verb, "nsubj", "nsubjpass", "expl")
    if _binds_us(s, verb, bearers):
        return True
    if s.tags[verb][0] != "V" or any(s.words[k].lower() in _NOBODY for k in bearers):
        return False
    if s.lemmas[verb] in _OWING and (owed := children(s, verb, "xcomp")):
        if children(s, verb, "neg") or any(s.lemmas[k] in _SUPPOSED for k in owed):
            return False
        return not _had_to(s, verb, bearers)
    if _is_wished(s, verb, bearers):
        return True
    if s.tags[verb] == "VBG" or s.lemmas[verb] in _SUPPOSED:
        return False  # "they must be waiting" is a guess
    if any(s.lemmas[k].lower() in _FEELINGS for k in children(s, verb, "acomp")):
        return False  # "they must be proud"
    aux = children(s, verb, "aux")
    if any(s.words[k].lower() in {"have", "'ve", "’ve"} for k in aux):
        return False  # "should have been moved" looks back
    first = min(bearers, default=-1)  # "should it join" is a condition
    return any(s.words[k].lower() in _MODALS and k > first for k in aux)


def _binds_us(s: Sentence, verb: int, bearers: list[int]) -> bool:
    """Say whether a speaker tells what "we" need to do, or must: "we need to act"."""
    if s.deps[verb] != "ccomp" or [s.words[k].lower() for k in bearers] != ["we"]:
        return False
    if s.lemmas[verb] == "need" and not children(s, verb, "neg", "aux"):
        return any(s.lemmas[k] not in _PASSIVE_DUTIES for k in children(s, verb, "xcomp"))
    must = any(s.words[k].lower() == "must" for k in children(s, verb, "aux"))
    return must and s.lemmas[verb] not in _PASSIVE_DUTIES


def _had_to(s: Sentence, verb: int, bearers: list[int]) -> bool:
    """Say whether a need is told as past, unmet or foreseen: "they had to flee"."""
    if s.tags[verb] == "VBN" or any(s.words[k].lower() == "yet" for k in s.children[verb]):
        return True
    if s.words[verb].lower() != "had" and s.tags[verb] != "VB":
        return False
    own = (k for b in bearers for k in (b, *children(s, b, "poss")))
    return any(s.tags[k].startswith("PRP") for k in own)


def _is_wished(s: Sentence, verb: int, bearers: list[int]) -> bool:
    """Say whether a clause stands in the subjunctive: "that the envoy be present"."""
    if not bearers or children(s, verb, "aux"):
        return False
    if any(s.words[k].lower() == "be" for k in children(s, verb, "auxpass")):
        return True  # "that the men be freed"
    told = any(s.words[k].lower() == "that" for k in children(s, verb, "mark"))
    if s.words[verb].lower() == "be" or (told and s.tags[verb] == "VB"):
        return True
    return _is_unagreed(s, verb, bearers)


def _is_unagreed(s: Sentence, verb: int, bearers: list[int]) -> bool:
    """Say whether a base form behind a verb of wishing has one name for its subject.

    The tagger takes the "share" of "insisted that Chad share its maps" for a present. What many
    are ("the Board insist") may agree.
    """
    if s.tags[verb] not in {"VBP", "VB"} or s.words[verb].lower() != s.lemmas[verb]:
        return False
    if s.lemmas[s.heads[verb]] not in role_words("mandating_verbs") or s.deps[verb] != "ccomp":
        return False
    return all(_is_one(s, k) for k in bearers)


def _is_one(s: Sentence, noun: int) -> bool:
    if children(s, noun, "conj"):
        return False
    if s.tags[noun] == "NN":
        return s.lemmas[noun] in role_words("human_nouns") or "serviceman" in _own_classes(s, noun)
    return s.tags[noun] == "NNP" and not children(s, noun, "det")


def _own_classes(s: Sentence, token: int) -> frozenset[str]:
    index = class_index()
    head = base_forms(s, token)
    found = _with_of(s, token, index, head)
    if found is not None:
        return found
    for size in range(_LONGEST, 1, -1):
        first = token - size + 1
        if first < 0 or not _INSIDE.issuperset(s.deps[first:token]):
            continue
        before = " ".join(low_words(s)[first:token])
        for word in head:
            if (found := index.get(f"{before} {word}")) is not None:
                return found if "whole" in found else found | _of_head(index, head)
    return _of_head(index, head)


def _with_of(
    s: Sentence, token: int, index: Mapping[str, frozenset[str]], head: tuple[str, ...]
) -> frozenset[str] | None:
    """Look up "state of emergency" and its like by the head and what follows its "of"."""
    for prep in children(s, token, "prep"):
        if s.words[prep].lower() == "of":
            for inner in children(s, prep, "pobj"):
                for word in head:
                    found = index.get(f"{word} of {s.lemmas[inner].lower()}")
                    if found is not None:
                        return found | _of_head(index, head)
    return None


def _of_head(index: Mapping[str, frozenset[str]], head: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(index.get(word, frozenset()) for word in head))


def base_forms(s: Sentence, token: int) -> tuple[str, ...]:
    """List the lower-case forms under which a lexicon may hold the word at `token`.

    The tagger takes capitalised nouns ("Ministers", "Talks") for names, which keep their "s".
    """
    lemma, word = s.lemmas[token].lower(), low_words(s)[token]
    forms = (lemma,) if lemma == word else (lemma, word)
    if s.tags[token].startswith("NNP") and word.endswith("s") and len(word) > 3:
        return (*forms, word[:-1])
    return forms


def measures(s: Sentence, token: int) -> bool:
    """Say whether the noun only measures what follows "of"."""
    return not light_words()["measures"].isdisjoint(base_forms(s, token))


def is_nobody(s: Sentence, token: int, *, doing: bool) -> bool:
    """Say whether a noun that may act in the grammar is a text or a site, and nobody."""
    noun = s.lemmas[token].lower()
    return noun in role_words("nobody_nouns") or (doing and noun in role_words("sites"))


def amount_above(s: Sentence, noun: int) -> int:
    """Return the word of amount that a noun hangs on, else the noun: "[some] of its curbs"."""
    prep = s.heads[noun]
    counted = s.deps[noun] == "pobj" and s.words[prep].lower() == "of"
    return s.heads[prep] if counted and s.lemmas[s.heads[prep]] in _AMOUNTS else noun


def is_curbed(s: Sentence, noun: int) -> bool:
    """Say whether a noun is what a ban or a duty is on: "a ban on the exports of coal"."""
    prep = s.heads[noun]
    on = s.deps[noun] == "pobj" and s.words[prep].lower() in {"on", "against"}
    return on and s.lemmas[s.heads[prep]] in _CURBS
