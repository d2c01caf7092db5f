"""Says whether the words around a time expression look back or ahead.

From the parse where there is one, else a light guess from the nearest telling word.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from foedera.data import Sentence, Span
from foedera.extract.time_words import time_words
from foedera.tree import ancestors, children, helping, is_parsed

Tense = Literal["past", "future", "later", "present", "near", "around"]

_MODALS_AHEAD = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "could", "may", "might",
                           "can", "ca", "must", "should", "ought"})  # fmt: skip
_END_MARKS = frozenset({".", "!", "?", "”", '"', ":", ";", "…", "'", "’"})
_INSIDE_NOUN = frozenset({"nmod", "compound", "amod", "npadvmod"})
_NOUN_EDGES = frozenset({"nmod", "compound", "poss", "amod", "nummod", "npadvmod", "pobj", "prep"})
_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "none", "nobody"})
_PLANS = frozenset({"planned", "planning", "scheduled", "expected", "slated"})
_RANKS = frozenset({"first", "second", "third", "last"})
_REACH = 14


def read_tense(sentence: Sentence, span: Span) -> Tense:
    """Return the tense that governs a time expression; "near" where nothing tells.

    "Later" is the future of a telling that is past ("said it would"), "around" that of a plan
    that may be over ("was to meet Friday"); a headline's present tense is past.
    """
    first = bisect_right(sentence.starts, span.start) - 1
    last = bisect_right(sentence.starts, span.end - 1) - 1
    if first < 0:
        return "near"
    if is_parsed(sentence):
        return _parsed(sentence, max(first, 0), last)
    return _guessed(sentence, first, last)


def _parsed(sentence: Sentence, first: int, last: int) -> Tense:
    """Climb from the expression's head to the first verb above it."""
    token = _head(sentence, first, last)
    if saying_before(sentence, first) is not None:
        return "past"
    put_off = _put_off(sentence, token)
    if put_off is not None:
        return "around" if verb_tense(sentence, put_off) == "around" else "later"
    ahead = _noun_ahead(sentence, token)
    for verb in ancestors(sentence, token):
        if sentence.tags[verb].startswith(("VB", "MD")):
            tense = _of_noun(sentence, token, ahead, verb_tense(sentence, verb))
            return _guessed(sentence, first, last) if tense == "near" and not ahead else tense
    return ahead or _guessed(sentence, first, last)


def _of_noun(sentence: Sentence, token: int, ahead: Tense | None, tense: Tense) -> Tense:
    """Weigh what the noun tells against the verb's tense.

    "The start Wednesday of the raid follows" tells of a Wednesday that was, "will study the
    May 3 attack" of a 3 May; "make the November trip" may mean either November.
    """
    if ahead:
        return tense if ahead == "near" and tense != "past" else ahead
    word, words = sentence.words[token].rstrip(".").lower(), time_words()
    noun = _noun_above(sentence, token)
    if noun is None:
        return tense
    modifiers = {sentence.words[k].lower() for k in children(sentence, noun, "amod")}
    if modifiers & words.future and word in words.months:
        return "future"
    if tense == "present" and word in words.weekdays:
        return tense if sentence.lemmas[noun].lower() in words.coming_nouns else "past"
    inside = sentence.deps[token] in _INSIDE_NOUN
    if inside and sentence.lemmas[noun].lower() in words.befallen:
        return "past"
    return "near" if inside and tense == "future" and word in words.months else tense


def _put_off(sentence: Sentence, token: int) -> int | None:
    """Return the verb that puts something off to a day: "was adjourned until Monday"."""
    prep = sentence.heads[token]
    if sentence.deps[token] != "pobj" or prep == token:
        return None
    verbs = time_words().put_off.get(sentence.words[prep].lower(), frozenset())
    above = sentence.heads[prep]
    if sentence.deps[above] == "dobj":  # "has extended its deadline until Friday"
        above = sentence.heads[above]
    return above if sentence.lemmas[above].lower() in verbs else None


def _noun_above(sentence: Sentence, token: int) -> int | None:
    """Return the noun that a time expression hangs on, by itself or through a preposition."""
    above = sentence.heads[token]
    if sentence.deps[token] == "pobj":
        above = sentence.heads[above]
    elif sentence.deps[token] not in _INSIDE_NOUN:
        return None
    return above if above != token and sentence.tags[above].startswith("NN") else None


def saying_before(sentence: Sentence, token: int) -> int | None:
    """Return the verb of saying that a day follows: "said late Monday the navy will sail".

    "Said Monday's raid had failed" tells no day of the saying.
    """
    if sentence.deps[token] == "poss":
        return None
    at = token - 1
    while at > 0 and sentence.words[at].lower() in time_words().shares["before_days"]:
        at -= 1
    said = at > 0 and sentence.tags[at] == "VBD"
    return at if said and sentence.lemmas[at] in time_words().shares["saying_verbs"] else None


def _head(sentence: Sentence, first: int, last: int) -> int:
    """Return the token of a stretch whose head lies outside it."""
    for token in range(first, min(last, len(sentence.heads) - 1) + 1):
        if not first <= sentence.heads[token] <= last or sentence.heads[token] == token:
            return token
    return first


def _noun_ahead(sentence: Sentence, token: int) -> Tense | None:
    """Look at the noun that the expression modifies: a deadline or a vote may lie ahead."""
    head = sentence.heads[token]
    lead = [w.lower() for w in sentence.words[max(0, token - 3) : token]]
    if lead[::2] == ["as", "as"]:  # "as soon as Tuesday", "as recently as Tuesday"
        return "past" if lead[1] in ("recently", "late") else "future"
    if head == token or sentence.deps[token] not in _NOUN_EDGES:
        return None
    if sentence.lemmas[head].lower() == "ahead" or sentence.words[head].lower() == "deadline":
        return "future"
    if sentence.lemmas[head].lower() in time_words().coming_nouns:
        above = sentence.heads[head]
        return "future" if sentence.words[above].lower() in ("for", "ahead") else "near"
    return "past" if sentence.deps[token] == "poss" else None


def verb_tense(sentence: Sentence, verb: int) -> Tense:
    """Return the tense of a verb with its auxiliaries, climbing from forms that have none."""
    tag = sentence.tags[verb]
    helpers = helping(sentence, verb)
    if helpers & _MODALS_AHEAD:
        unable = "could" in helpers and _is_negated(sentence, verb)
        if "have" in helpers or unable:
            return "past"
        return "later" if helpers & {"would", "’d", "'d"} else "future"
    if tag == "VBD" or helpers & {"was", "were", "had", "did", "been", "has", "have", "’ve", "'ve"}:
        if not _planned(sentence, verb):
            return "past"
        told = sentence.deps[verb] == "ccomp" or helpers & {"has", "have", "’ve", "'ve"}
        return "future" if told else "around"
    present = helpers & {"is", "are", "'s", "’s", "’re", "'re", "am", "do", "does"}
    if (present or tag in ("VBZ", "VBP")) and _awaited(sentence, verb):
        return "future"
    if present:
        return _planned(sentence, verb) or _scheduled(sentence, verb)
    if tag in ("VBZ", "VBP"):
        return _plain_present(sentence, verb)
    return _untensed(sentence, verb, tag, helpers)


def _is_negated(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb or its subject is negated ("neither he nor she could be reached")."""
    kids = children(sentence, verb, "neg", "nsubjpass", "nsubj", "preconj", "cc")
    inner = (g for k in kids for g in children(sentence, k, "preconj", "det", "neg"))
    return any(sentence.words[k].lower() in _NEGATIVE for k in (*kids, *inner))


def _planned(sentence: Sentence, verb: int) -> Tense | None:
    """Read "is due", "was scheduled for Friday" as future."""
    words = time_words()
    plans = sentence.words[verb].lower() in _PLANS
    if (plans or sentence.tags[verb] == "VBN") and sentence.words[verb].lower() in words.future:
        return "future"
    complements = children(sentence, verb, "acomp")
    if any(sentence.words[k].lower() in words.future for k in complements):
        return "future"
    return None


def _awaited(sentence: Sentence, verb: int) -> bool:
    """Read the present of a clause of time or condition as future: "when it opens in May"."""
    if sentence.deps[verb] != "advcl" or sentence.words[-1] not in _END_MARKS:
        return False
    opening = children(sentence, verb, "mark", "advmod")
    return any(sentence.words[k].lower() in time_words().awaiting for k in opening)


def _plain_present(sentence: Sentence, verb: int) -> Tense:
    planned = _planned(sentence, verb)
    if planned:
        return planned
    if sentence.lemmas[verb].lower() in time_words().future:
        return "future"
    return _scheduled(sentence, verb) if sentence.words[-1] in _END_MARKS else "past"


def _scheduled(sentence: Sentence, verb: int) -> Tense:
    """Read "talks open Friday" as present; "police clash on Friday" tells what was."""
    return "present" if sentence.lemmas[verb].lower() in time_words().scheduled else "past"


def _untensed(sentence: Sentence, verb: int, tag: str, helpers: set[str]) -> Tense:
    """Read infinitives, participles and gerunds by what stands above them."""
    words = time_words()
    above = next((a for a in ancestors(sentence, verb) if sentence.tags[a].startswith("VB")), None)
    if tag == "VBN":
        if sentence.words[verb].lower() in words.future:
            return "future"
        return "future" if "to" in helpers or "be" in helpers else "past"
    outer = verb_tense(sentence, above) if above is not None else "near"
    if tag == "VB" and above is None and not helpers:
        return "near"  # no order in a report: the tagger took a name for a verb
    if above is not None and _comes_first(sentence, verb, above):
        return outer
    if tag == "VB" or "to" in helpers:
        joined = sentence.deps[verb] == "conj" and not helpers
        if above is None or not (joined or sentence.lemmas[above].lower() in words.happened_with):
            ahead: Tense = "later" if outer in ("past", "later") else "future"
            return "around" if outer == "around" else ahead
        return outer
    return outer


def _comes_first(sentence: Sentence, verb: int, above: int) -> bool:
    """Say whether an infinitive tells what was done: "was first to sign on Monday"."""
    ranked = (k for k in children(sentence, above, "acomp") if k < verb)
    done = any(sentence.words[k].lower() in _RANKS for k in ranked)
    return done and sentence.lemmas[above].lower() in {"be", "become"}


def _guessed(sentence: Sentence, first: int, last: int) -> Tense:
    """Guess from the nearest telling word, those before the expression first."""
    words = sentence.words
    for at in range(first - 1, max(-1, first - _REACH), -1):
        tense = _telling(words, at)
        if tense:
            return tense
    for at in range(last + 1, min(len(words), last + _REACH)):
        tense = _telling(words, at)
        if tense:
            return tense
    return "near"


def _telling(words: tuple[str, ...], at: int) -> Tense | None:
    word = words[at].lower()
    lexicon = time_words()
    if word in lexicon.future:
        done = words[at + 1 : at + 2] in (("have",), ("’ve",), ("'ve",))
        return "past" if done else "future"
    if word in lexicon.past or (len(word) > 4 and word.endswith("ed")):
        return "future" if at and words[at - 1].lower() == "be" else "past"
    if word in lexicon.present:
        return "present"
    if word == "to" and at + 1 < len(words) and _is_infinitive(words[at + 1]):
        return "future"
    return None


def _is_infinitive(word: str) -> bool:
    """Guess whether "to" before this word opens an infinitive."""
    return word.islower() and word.isalpha() and word not in _NO_INFINITIVE and len(word) > 1


_NO_INFINITIVE = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "your",
                            "this", "that", "these", "those", "all", "some", "more", "about",
                            "nearly", "what", "which", "whom", "date", "power"})  # fmt: skip
