"""What an infinitive's own verb makes of it: "has yet to leave", "let them leave", "had to"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.reality_denied import negation, no_phrase
from foedera.extract.reality_done import carried_out
from foedera.extract.reality_shades import Reading, reading_of, words_of
from foedera.extract.reality_verbs import modal_reading, verb_reading
from foedera.extract.reality_weighed import doubted, may_have_to, too_little_done
from foedera.tree import children


def by_governor(s: Sentence, at: int, head: int, lemma: str) -> Reading | None:
    """Read an infinitive by what its own verb says: "has yet to leave", "was supposed to leave"."""
    if any(s.words[k].lower() == "yet" for k in children(s, head, "advmod")):
        return Reading("not-happened", "yet")
    if lemma == "suppose" and _was(s, head):
        return Reading("planned", lemma)
    if obliges(s, head):
        return Reading("demanded", lemma)
    if has_let(s, head):
        return Reading("happened", lemma)
    told = carried_out(s, at, head) or too_little_done(s, head) or doubted(s, at, head)
    if told is not None:
        return told
    if lemma in {"have", "need"} and (left := may_have_to(s, head)) is not None:
        return left
    return _had_to(s, head) if lemma == "have" else None


def over_noun_clause(s: Sentence, at: int, noun: int, lemma: str) -> Reading | None:
    """Read "no sign that they will leave", "in the event that they leave", "the prospect of X
    leaving", which the parser hangs on the noun."""
    if lemma == "event" and s.words[s.heads[noun]].lower() == "in":
        return Reading("conditional", lemma)
    if lemma in words_of("signs") and no_phrase(s, noun) and children(s, at, "nsubj", "nsubjpass"):
        return Reading("not-happened", "no")
    of = any(s.words[k].lower() == "of" for k in children(s, noun, "prep"))
    owned = of and s.tags[at] == "VBG" and s.deps[at] == "acl"
    return reading_of("nouns", lemma) if owned else None


def obliges(s: Sentence, verb: int) -> bool:
    """Say whether a text lays a duty on somebody, "obliged them to leave" apart: they left."""
    return s.lemmas[verb] == "oblige" and s.tags[verb] in {"VBZ", "VBP", "VB"}


def has_let(s: Sentence, verb: int) -> bool:
    """Say whether somebody let, or enabled, another to do it, who then did."""
    past = s.tags[verb] == "VBD" and s.lemmas[verb] in words_of("letting")
    beside = s.tags[verb] == "VBG" and s.deps[verb] == "advcl"
    if beside and s.lemmas[verb] in words_of("letting") | {"allow"}:
        above = s.heads[verb]  # "bombed the dam, allowing them to take it"
        past = s.tags[above] in {"VBD", "VBN"} and verb_reading(s, above).reality == "happened"
    return past and negation(s, verb) is None


def _was(s: Sentence, verb: int) -> bool:
    return any(s.words[k].lower() in {"was", "were"} for k in children(s, verb, "auxpass"))


def _had_to(s: Sentence, have: int) -> Reading:
    """Read "has to leave" as a duty, "had to leave" as done, unless somebody says it of then.

    "We would have to leave" hangs on something.
    """
    would = any(s.words[k].lower() in {"would", "'d", "’d"} for k in children(s, have, "aux"))
    speaks = any(s.words[k].lower() in {"i", "we"} for k in children(s, have, "nsubj"))
    if would and (speaks or s.deps[have] != "ccomp"):
        return Reading("conditional", "have")
    done = s.tags[have] == "VBD" and s.deps[have] != "ccomp"
    return Reading("happened" if done else "demanded", "have")


def asked_of(s: Sentence, adjective: int) -> Reading | None:
    """Read "must be ready to mediate" as asked, whatever being ready says by itself."""
    found = modal_reading(s, s.heads[adjective])
    return found if found is not None and found.reality == "demanded" else None


def is_past(s: Sentence, verb: int) -> bool:
    """Say whether a clause tells what has been: nobody plans or demands that."""
    if s.tags[verb] == "VBD":
        return True
    return any(s.lemmas[k] in {"have", "had", "has"} for k in children(s, verb, "aux"))


def over_finite(s: Sentence, at: int, lemma: str) -> Reading | None:
    """Read a finite clause by its verb: "hopes they will leave", "wishes they had left"."""
    past = is_past(s, at)
    if lemma == "wish" and past:
        return None if children(s, at, "neg") else Reading("not-happened", lemma)
    if s.words[s.heads[at]].lower() == "assuming":
        return Reading("conditional", lemma)
    found = reading_of("verbs_clause", lemma)
    lies_behind = past and found is not None and found.reality in {"planned", "demanded"}
    return None if lies_behind else found
