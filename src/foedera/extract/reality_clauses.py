"""Clauses that tell what is to come or only asked: "before he leaves", "Should they arm them?"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.reality_shades import Reading, table, words_of
from foedera.tree import children

_PRESENT = frozenset({"VBZ", "VBP"})
_IN_CASE = (("in", "case"), ("In", "case"))


def clause_ahead(s: Sentence, verb: int) -> Reading | None:
    """Read a present that is yet to come: "three weeks before he leaves", "in case it attacks".

    What a refusal waits for is asked for: "refused to leave until the president resigns".
    """
    if s.tags[verb] not in _PRESENT or s.deps[verb] not in {"advcl", "pcomp", "acl"}:
        return None
    above = s.heads[verb]
    if (condition := _laid_down(s, verb)) is not None:
        return Reading("conditional", condition)
    if s.deps[verb] == "acl":
        return None
    opened = {s.words[k].lower(): k for k in children(s, verb, "mark", "advmod")}
    if s.deps[verb] == "pcomp":
        opened[s.words[above].lower()] = above
    if "until" in opened or "till" in opened:
        return Reading("demanded" if _is_refused(s, above) else "planned", "until")
    if "before" in opened:
        return Reading("planned", "before")
    in_case = next((k for w, k in opened.items() if w in {"in", "case"}), None)
    if in_case is not None and "case" in {w.lower() for w in s.words[in_case : in_case + 2]}:
        return Reading("conditional", "case")
    return None


def _laid_down(s: Sentence, verb: int) -> str | None:
    """Return the word that makes a clause a condition.

    "Provided that it leaves", "on condition that it leaves", "in case it leaves".
    """
    above = s.heads[verb]
    if s.deps[verb] == "pcomp":
        return "provided" if s.words[above].lower() in {"provided", "providing"} else None
    if s.deps[verb] == "acl":
        if s.words[above - 1 : above + 1] in _IN_CASE:
            return "case"
        that = any(s.words[k].lower() == "that" for k in children(s, verb, "mark"))
        return "condition" if that and s.lemmas[above] == "condition" else None
    cases = (c for k in children(s, verb, "prep") for c in children(s, k, "pobj") if c < verb)
    return next(("case" for c in cases if s.words[c - 1 : c + 1] in _IN_CASE), None)


def barely_missed(s: Sentence, verb: int) -> str | None:
    """Return the word right before a verb by which it was not done: "nearly sank the ship"."""
    word = s.words[verb - 1].lower() if verb else ""
    nearly = word in {"nearly", "almost"} and verb - 1 in children(s, verb, "advmod")
    return word if nearly else None


def is_habitual(s: Sentence, verb: int) -> bool:
    """Say whether "would" tells what was done again and again: "they would meet every day".

    What hangs on a condition is not told so, nor what somebody promised.
    """
    if s.deps[verb] not in {"ROOT", "relcl", "conj"} or children(s, verb, "advcl"):
        return False
    if any(s.lemmas[k] == "have" for k in children(s, verb, "aux")):
        return False
    often = (s.words[k].lower() for k in children(s, verb, "advmod"))
    spans = (k for k in children(s, verb, "npadvmod") if s.lemmas[k] in words_of("stretches"))
    every = (s.words[d].lower() for k in spans for d in children(s, k, "det"))
    return any(w in words_of("habits") for w in often) or any(w in {"every", "each"} for w in every)


def is_inferred(s: Sentence, verb: int) -> bool:
    """Say whether "must have" only infers what was done: "it must have known of the raid".

    "Must have left by Friday" asks for it.
    """
    have = any(s.words[k].lower() == "have" for k in children(s, verb, "aux"))
    bounds = (s.words[k].lower() for k in children(s, verb, "prep"))
    return have and s.tags[verb] == "VBN" and not any(w in {"by", "before"} for w in bounds)


def judged_besides(s: Sentence, verb: int) -> int | None:
    """Return the adjective by which "it" judges an infinitive: "it would be illegal to sign".

    The parser hangs the infinitive on it or on "be".
    """
    above = s.heads[verb]
    be = s.heads[above] if s.deps[above] == "acomp" else above
    if not any(s.words[k].lower() == "it" for k in children(s, be, "nsubj", "expl")):
        return None
    return next((k for k in children(s, be, "acomp") if be < k < verb), None)


def lasts_as_long(s: Sentence, verb: int) -> bool:
    """Say whether a clause tells for how long: "as long as Chad holds the town"."""
    marks = (k for k in children(s, verb, "mark") if s.words[k].lower() == "as")
    return any(k > 0 and s.words[k - 1].lower() == "long" for k in marks)


def _is_refused(s: Sentence, verb: int) -> bool:
    """Say whether a verb is denied or refused: "will not leave", "refused to leave"."""
    if children(s, verb, "neg"):
        return True
    return table("verbs_infinitive").get(s.lemmas[s.heads[verb]]) == "not-happened"


def is_asked_whether(s: Sentence, verb: int) -> bool:
    """Say whether a question asks if it is to be done: "Should Norway arm them?"."""
    if s.deps[verb] != "ROOT" or s.words[-1] != "?":
        return False
    should = [k for k in children(s, verb, "aux") if s.words[k].lower() == "should"]
    subject = children(s, verb, "nsubj", "nsubjpass")
    asked = children(s, verb, "advmod")
    return bool(should and subject and should[0] < subject[0]) and not any(
        s.words[k].lower() in {"why", "how", "when"} for k in asked
    )


_ASKED_BY = frozenset({"do", "does", "did", "will"})


def is_asked_if(s: Sentence, verb: int, aux: int) -> bool:
    """Say whether a question asks if it is so: "Did Chad sign it?", not "why did Chad sign it?"."""
    if s.deps[verb] != "ROOT" or s.words[-1] != "?" or s.words[aux].lower() not in _ASKED_BY:
        return False
    subjects = children(s, verb, "nsubj", "nsubjpass")
    inverted = bool(subjects) and aux < min(subjects) and not children(s, verb, "neg")
    return inverted and not any(s.tags[t][0] == "W" for t in range(min(subjects)))


def opens_condition(s: Sentence, verb: int, should: int) -> bool:
    """Say whether "should" opens a clause beside the main one: "should X attack, Y will answer"."""
    subjects = children(s, verb, "nsubj", "nsubjpass")
    taken = [k for k in children(s, verb, "compound", "nmod") if s.tags[k] in {"NNP", "NNPS"}]
    first = min(subjects or taken, default=should)  # "should [Peru attack], Chile will answer"
    main = any(s.tags[m] == "MD" for k in children(s, verb, "ccomp") if k < should
               for m in children(s, k, "aux"))  # fmt: skip
    beside = s.deps[verb] in {"advcl", "ccomp"} or (s.deps[verb] == "ROOT" and main)
    return beside and s.words[-1] != "?" and should < first


def opens_inverted(s: Sentence, verb: int) -> bool:
    """Say whether a clause supposes by its order: "were Chad to attack, Mali would answer"."""
    were = s.heads[verb]
    if s.words[were].lower() != "were" or s.deps[were] not in {"advcl", "ccomp"}:
        return False
    return were < min(children(s, were, "nsubj", "nsubjpass"), default=were)


def is_asked_why(s: Sentence, verb: int) -> bool:
    """Say whether only the reason is asked of what is done: "why would it reveal its plans?"."""
    asked = s.words[-1] == "?" and s.deps[verb] in {"ROOT", "conj", "ccomp"}
    return asked and any(s.words[k].lower() == "why" for k in children(s, verb, "advmod"))


def is_practice(s: Sentence, be: int) -> bool:
    """Say whether an infinitive tells what is always done: "its policy has been to bar them".

    "Its policy will be to" lies ahead.
    """
    told = any(s.lemmas[k] in words_of("practices") for k in children(s, be, "nsubj"))
    return told and all(s.tags[k] != "MD" for k in children(s, be, "aux"))


def what_is_done(s: Sentence, be: int) -> int | None:
    """Return the "do" whose doing is told behind "be": "what it should do is leave"."""
    things = (k for k in children(s, be, "nsubj") if s.lemmas[k] == "thing")
    told = [do for thing in things for do in children(s, thing, "relcl") if s.lemmas[do] == "do"]
    if told:
        return told[0]  # "the first thing it did was to leave"
    for do in children(s, be, "csubj", "nsubj"):
        led = (s.words[k].lower() in {"what", "all"} for k in range(max(0, do - 5), do))
        if s.lemmas[do] == "do" and do < be and any(led):
            return do
    return None


def asks_bare(s: Sentence, verb: int) -> bool:
    """Say whether a bare verb tells what is wanted: "insisted that any pact include them".

    The parser takes it for a present, which one doer would not have so.
    """
    plain = s.tags[verb] in {"VB", "VBP"} and s.deps[verb] == "ccomp" and s.lemmas[verb] != "be"
    if not plain or s.lemmas[verb] in words_of("alike_in_past"):
        return False
    if children(s, verb, "aux", "auxpass") or s.words[verb].lower() != s.lemmas[verb]:
        return False
    that = any(s.words[k].lower() == "that" for k in children(s, verb, "mark"))
    one = [k for k in children(s, verb, "nsubj") if s.tags[k] in {"NN", "NNP"}]
    several = (children(s, k, "conj", "nummod") or s.lemmas[k] in words_of("shares") for k in one)
    return that and bool(one) and not any(several)


def is_whoever(s: Sentence, verb: int) -> bool:
    """Say whether a clause tells of whoever may do it: "anyone who attacks will be punished"."""
    if s.tags[verb] not in _PRESENT:
        return False
    doers = {s.words[k].lower() for k in children(s, verb, "nsubj")}
    if s.deps[verb] == "relcl":
        return s.words[s.heads[verb]].lower() in {"anyone", "anybody"} and "who" in doers
    return "whoever" in doers
