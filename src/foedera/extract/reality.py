"""Reads how real a telling makes a happening, from the syntax above its trigger.

Each step from the trigger towards the root may cast its shade; the nearest shade other
than plain fact wins, and negation wins over all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import cast

from foedera.data import Reality, Sentence
from foedera.extract.arguments import light_words
from foedera.extract.subjects import is_passive
from foedera.lexicons import load_words
from foedera.tree import children

_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "conj", "acl", "relcl", "pcomp", "dep"})
_NOMINAL = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr", "conj", "oprd", "compound"})
_AHEAD = frozenset({"when", "once", "until", "before", "after", "as"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_MAX_CLIMB = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """How real, and the word that makes it so (None: the trigger's own tense)."""

    reality: Reality
    cause: str | None = None


@cache
def _table(name: str) -> Mapping[str, Reality]:
    body = load_words("reality_words")[name]
    return MappingProxyType(
        {str(w): cast("Reality", reality) for reality, words in body.items() for w in words}
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(str, load_words("reality_words")[name]))


def is_considering(reading: Reading) -> bool:
    """Say whether a possibility is one that somebody weighs ("the option of", "whether")."""
    return reading.reality == "possible" and reading.cause in _words("considered")


def read_reality(s: Sentence, trigger: int, *, headline: bool = False) -> Reading:
    """Read the reality of the happening whose head token is `trigger`.

    `headline` reads the present of a headline or a caption as past.
    """
    if s.tags[trigger][0] in "VM":
        own = _verb_reading(s, trigger, headline=headline)
    else:
        own = _noun_reading(s, trigger)
    if own.reality not in {"happened", "ongoing"}:
        return own
    return _from_above(s, trigger, headline=headline) or own


# ------------------------------------------------------------- the verb itself


def _verb_reading(s: Sentence, verb: int, *, headline: bool) -> Reading:
    if (word := _negation(s, verb)) is not None:
        return Reading("not-happened", word)
    if (modal := _modal(s, verb)) is not None:
        return modal
    if (clause := _subordinator(s, verb)) is not None:
        return clause
    return Reading(_tense(s, verb, headline=headline))


def _negation(s: Sentence, verb: int) -> str | None:
    for kid in s.children[verb]:
        word = s.words[kid].lower()
        if s.deps[kid] == "neg" or (s.deps[kid] == "preconj" and word == "neither"):
            return word
        if s.deps[kid] in {"nsubj", "nsubjpass", "dobj"} and (no := _no_phrase(s, kid)):
            return no
    return None


def _no_phrase(s: Sentence, noun: int) -> str | None:
    """Return the word that empties a noun phrase: "no troops", "neither side", "none of them"."""
    negative = _words("negative_subjects")
    if s.words[noun].lower() in negative:
        return s.words[noun].lower()
    for kid in children(s, noun, "det", "neg", "preconj"):
        if s.words[kid].lower() in negative:
            return s.words[kid].lower()
    return None


def _modal(s: Sentence, verb: int) -> Reading | None:
    for kid in children(s, verb, "aux"):
        word = s.words[kid].lower()
        reality = _table("modals").get(word)
        if reality == "conditional":
            if _under_whether(s, verb):
                return Reading("possible", "whether")
            return Reading(_would(s, verb), word)
        if reality is not None:
            return Reading(reality, word)
        if word == "to" and _be_to(s, verb):
            return Reading("planned", "to")
    return None


def _be_to(s: Sentence, verb: int) -> bool:
    """Say whether the infinitive hangs on "is to", or on no verb at all (a headline)."""
    head = s.heads[verb]
    if s.deps[verb] == "ROOT":
        return True
    return s.deps[verb] == "xcomp" and s.lemmas[head] == "be"


def _would(s: Sentence, verb: int) -> Reality:
    """Split "would": after a condition conditional, in reported speech a plan, else possible."""
    if _has_condition(s, verb):
        return "conditional"
    head = s.heads[verb]
    if s.deps[verb] == "ccomp" and s.tags[head] in {"VBD", "VBN"}:
        return "planned"
    if s.deps[verb] == "conj" and _reported(s, head):
        return "planned"
    return "possible" if s.deps[verb] in {"relcl", "advcl"} else "planned"


def _reported(s: Sentence, verb: int) -> bool:
    return s.deps[verb] == "ccomp" and s.tags[s.heads[verb]] in {"VBD", "VBN"}


def _has_condition(s: Sentence, verb: int) -> bool:
    return any(
        s.words[m].lower() in _words("if_words")
        for kid in children(s, verb, "advcl")
        for m in children(s, kid, "mark")
    )


def _under_whether(s: Sentence, verb: int) -> bool:
    return any(s.words[m].lower() in _words("whether_words") for m in children(s, verb, "mark"))


def _subordinator(s: Sentence, verb: int) -> Reading | None:
    for mark in children(s, verb, "mark"):
        word = s.words[mark].lower()
        if word in _words("if_words"):
            whether = s.deps[verb] == "ccomp"
            return Reading("possible", "whether") if whether else Reading("conditional", word)
        if word in _words("whether_words"):
            return Reading("possible", word)
    return None


def _awaits(s: Sentence, verb: int) -> bool:
    """Read "will talk when he meets X": the meeting lies ahead with the talk."""
    if s.deps[verb] != "advcl" or s.tags[verb] not in {"VBZ", "VBP"}:
        return False
    opened = {s.words[k].lower() for k in children(s, verb, "mark", "advmod")}
    modal = _modal(s, s.heads[verb])
    return not opened.isdisjoint(_AHEAD) and modal is not None and modal.reality == "planned"


def _tense(s: Sentence, verb: int, *, headline: bool) -> Reality:
    """Read a plain tense; headlines and captions tell in the present what happened."""
    tag = s.tags[verb]
    auxiliaries = {s.words[k].lower() for k in children(s, verb, "aux", "auxpass")}
    if headline:
        return "happened"
    if _awaits(s, verb):
        return "planned"
    if tag == "VBG" and (auxiliaries or s.deps[verb] in {"acl", "relcl"}):
        return "ongoing"
    if tag in {"VBZ", "VBP"} and not auxiliaries & {"did"}:
        return "ongoing"
    if tag == "VBN" and auxiliaries & {"is", "are", "being", "'s", "’s", "’re", "'re"}:
        return "ongoing"
    if tag == "VBN" and (_so_far(s, verb) if auxiliaries else _since(s, verb)):
        return "ongoing"
    return "happened"


def _so_far(s: Sentence, verb: int) -> bool:
    """Read "has so far sent": it goes on."""
    return any(s.words[k - 1 : k + 1] == ("so", "far") for k in children(s, verb, "advmod") if k)


def _since(s: Sentence, verb: int) -> bool:
    return any(s.words[k].lower() == "since" for k in children(s, verb, "prep"))


# ------------------------------------------------------------- the noun itself


def _noun_reading(s: Sentence, noun: int) -> Reading:
    if (no := _no_phrase(s, noun)) is not None:
        return Reading("not-happened", no)
    ongoing = None
    for kid in children(s, noun, "amod", "compound", "det"):
        word = s.words[kid].lower()
        reality = _table("adjectives_on_noun").get(word)
        if reality == "ongoing":
            ongoing = word
        elif reality is not None:
            return Reading(reality, word)
    return Reading("ongoing", ongoing) if ongoing else Reading("happened")


# ------------------------------------------------------------- what stands above


def _from_above(s: Sentence, trigger: int, *, headline: bool) -> Reading | None:
    at = trigger
    for _ in range(_MAX_CLIMB):
        head = s.heads[at]
        if head == at:
            return None
        found = _step(s, at, head)
        if found is not None and found.reality != "happened":
            return found
        if found is None and not _passes_up(s, at, head):
            return None
        if found is not None and found.cause is None:
            return None
        if s.tags[head][0] in "VM":
            shade = _verb_reading(s, head, headline=headline)
            loose = s.deps[at] == "advcl" and "," in s.words[head:at]
            beside = loose and shade.reality == "not-happened"
            if shade.reality not in {"happened", "ongoing"} and not beside:
                return shade
        at = head
    return None


def _passes_up(s: Sentence, at: int, head: int) -> bool:
    """Say whether the governor's own shade falls on what it governs."""
    dep, verb = s.deps[at], s.tags[head][0] in "VM"
    if s.tags[at][0] not in "VM":
        if dep in {"nsubj", "nsubjpass"} and not verb:
            return False
        if verb:
            carried = s.lemmas[head] in light_words()["verbs"] | _words("aspect")
            return carried or (dep in {"dobj", "nsubjpass"} and not _is_definite(s, at))
        if dep == "pobj":
            return s.words[head].lower() in {"of", "for"}
        return dep in _NOMINAL or dep == "prep"
    if dep == "conj":
        return s.tags[at] in {"VB", "VBG", "VBN"} and not children(s, at, "nsubj", "nsubjpass")
    if dep in {"acl", "relcl"} and s.tags[at] in {"VBG", "VB"}:
        return True
    if dep == "advcl":
        return s.tags[at] in {"VBG", "VB"} and not children(s, at, "mark", "nsubj")
    return (
        dep in {"xcomp", "pcomp"}
        or (dep == "prep")
        or (dep == "ccomp" and s.tags[at] == "VBG" and not children(s, at, "aux"))
    )


def _is_definite(s: Sentence, noun: int) -> bool:
    """Say whether a noun phrase speaks of something taken as known: "the attack", "its raid"."""
    for kid in children(s, noun, "det", "poss"):
        if s.deps[kid] == "poss" or s.words[kid].lower() in _KNOWN:
            return True
    return s.tags[noun] == "NNP"


def _step(s: Sentence, at: int, head: int) -> Reading | None:
    """Return the shade that the edge from `at` up to `head` casts, None if it casts none."""
    dep, lemma = s.deps[at], s.lemmas[head].lower()
    if s.tags[head] in {"IN", "TO"} and dep in {"pobj", "pcomp"}:
        return _over_preposition(s, head)
    if s.tags[at][0] in "VM" and dep in _CLAUSES:
        return _over_clause(s, at, head, lemma)
    if dep == "prep" or dep == "agent":
        return None
    if dep in {"dobj", "nsubjpass"} and s.tags[head][0] == "V":
        if dep == "nsubjpass" and not is_passive(s, head):
            return None
        return _reading("verbs_noun", lemma)
    if dep == "compound":
        return _reading("nouns", lemma)
    if dep == "nsubj" and lemma == "be":
        return _judged(s, head)
    return None


def _judged(s: Sentence, be: int) -> Reading | None:
    """Read "a war is unlikely", "talks are possible"."""
    for kid in children(s, be, "acomp", "attr"):
        reading = _reading("adjectives_over", s.lemmas[kid].lower())
        if reading is not None and reading.reality in {"possible", "not-happened"}:
            return reading
    return None


def _over_clause(s: Sentence, at: int, head: int, lemma: str) -> Reading | None:
    dep, tag = s.deps[at], s.tags[head]
    infinitive = any(s.words[k].lower() == "to" for k in children(s, at, "aux"))
    if dep in {"acl", "relcl"}:
        if tag[0] == "N" and infinitive:
            return _reading("nouns", lemma) or Reading("planned", lemma)
        return None
    if dep == "advcl" and infinitive:
        return _purpose(s, head)
    if tag[0] == "J":
        return _reading("adjectives_over", lemma)
    if tag[0] != "V":
        return None
    if dep == "pcomp":
        return _over_preposition(s, head)
    if infinitive and _is_past(s, at):
        return None
    if infinitive or dep == "xcomp":
        found = _reading("verbs_infinitive", lemma)
        return found or (Reading("planned", lemma) if infinitive and dep != "conj" else None)
    if dep == "ccomp":
        if infinitive or s.tags[at] == "VB":
            return _reading("verbs_infinitive", lemma) or _reading("verbs_clause", lemma)
        found = _reading("verbs_clause", lemma)
        lies_behind = found and found.reality in {"planned", "demanded"} and _is_past(s, at)
        return None if lies_behind else found
    return None


def _is_past(s: Sentence, verb: int) -> bool:
    """Say whether a clause tells what has been: nobody plans or demands that."""
    if s.tags[verb] == "VBD":
        return True
    return any(s.lemmas[k] in {"have", "had", "has"} for k in children(s, verb, "aux"))


def _purpose(s: Sentence, head: int) -> Reading:
    """Read "in order to": a plan, unless the governor is implicative ("managed to")."""
    if s.tags[head][0] == "J":
        return _reading("adjectives_over", s.lemmas[head].lower()) or Reading("planned", "to")
    found = _reading("verbs_infinitive", s.lemmas[head].lower())
    return found if found and found.reality != "happened" else Reading("planned", "to")


def _over_preposition(s: Sentence, prep: int) -> Reading | None:
    """Read "plan for talks", "accused of sending", "without signing", "called for talks"."""
    word, above = s.words[prep].lower(), s.heads[prep]
    lemma = s.lemmas[above].lower()
    if word in {"without"}:
        return Reading("not-happened", word)
    if s.tags[above][0] == "N" and word in {"of", "for", "to", "on", "about", "over"}:
        return _reading("nouns", lemma)
    if s.tags[above][0] == "V":
        return _verb_over_preposition(lemma, word)
    if s.tags[above][0] == "J":
        return _reading("adjectives_over", lemma)
    return None


def _verb_over_preposition(lemma: str, word: str) -> Reading | None:
    if word in {"for", "on"} and _table("verbs_noun").get(lemma) in {"demanded", "planned"}:
        return _reading("verbs_noun", lemma)
    if word == "from" and lemma in _words("kept_from"):
        return Reading("not-happened", lemma)
    if word == "of" and lemma in {"accuse", "suspect", "warn"}:
        return Reading("happened") if lemma == "accuse" else Reading("possible", lemma)
    if word == "to" and lemma in {"agree", "commit"}:
        return Reading("planned", lemma)
    return None


def _reading(table: str, word: str) -> Reading | None:
    reality = _table(table).get(word)
    return Reading(reality, word) if reality else None
