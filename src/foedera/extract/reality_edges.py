"""What the words above a happening make of it, edge by edge."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.noun_classes import classes_of
from foedera.extract.reality_ahead import (
    carries,
    carries_subject,
    is_fresh,
    is_imagined,
    is_laid_down,
    is_met_with,
    is_supposed,
    is_to_come,
    is_yet_to_come,
)
from foedera.extract.reality_clauses import judged_besides
from foedera.extract.reality_denied import negation
from foedera.extract.reality_done import (
    asked_by_noun,
    carried_out,
    is_answered,
    is_asked_about,
    is_called_something,
    is_commanded,
    is_conveyed,
    takes_to,
    was_able,
)
from foedera.extract.reality_governors import (
    asked_of,
    by_governor,
    has_let,
    is_past,
    obliges,
    over_finite,
    over_noun_clause,
)
from foedera.extract.reality_judged import is_high_time, of_judgement, was_judged
from foedera.extract.reality_prepositions import (
    brings_about,
    is_answered_for,
    is_definite,
    is_harmed_in,
    is_occasion,
    over_preposition,
    paper_ahead,
)
from foedera.extract.reality_ranks import done_above, has_to, is_ranked
from foedera.extract.reality_shades import Reading, reading_of, table, words_of
from foedera.extract.reality_turned import by_phrase
from foedera.extract.reality_untrue import called_untrue
from foedera.extract.reality_verbs import is_gerund, modal_reading
from foedera.extract.reality_weighed import (
    is_from_somebody,
    is_meant,
    is_raised,
    judged,
    judged_subject,
    supposed_by,
    thought_of,
    too_little_done,
)
from foedera.extract.role_acting import is_person
from foedera.extract.subjects import is_passive
from foedera.tree import children

_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "conj", "acl", "relcl", "pcomp", "dep"})
_NOMINAL = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr", "conj", "oprd", "compound"})
_COMMON = frozenset({"NN", "NNS"})
_OPEN = frozenset({"of", "for", "to", "with"})  # "the start of the talks", "agree to the plan"
_HELD_AT = frozenset({"after", "before", "following", "at"})
_HAVING = frozenset({"have", "make", "give", "get"})  # "the attack will have consequences"
_BESIDE = frozenset({"after", "before", "during", "following"})
_LINKING = frozenset({"be", "remain", "seem", "appear", "look"})  # "remain unlikely"
_FACT = Reading("happened")
_HAS = frozenset({"has", "have"})
_ACTING = frozenset({"forces", "aircraft", "vessel"})


def passes_up(s: Sentence, at: int, head: int) -> bool:
    """Say whether the governor's own shade falls on what it governs."""
    dep, verb = s.deps[at], s.tags[head][0] in "VM"
    if s.tags[at][0] not in "VM":
        if dep in {"nsubj", "nsubjpass"} and not verb:
            return False
        if verb and s.lemmas[head] in words_of("keeping"):
            return s.lemmas[at].lower() not in words_of("promises")  # one not kept was made
        if verb and dep in {"prep", "agent"}:
            return _shares_form(s, at)
        if verb and s.tags[at][0] == "J" and dep in {"acomp", "oprd"}:
            return s.lemmas[at].lower() in words_of("held_responsible")
        if verb:
            known = is_definite(s, at)
            if known and s.lemmas[head] in words_of("presupposing"):
                return False
            supposed = _is_supposed(s, head, known=known)
            ranked = dep == "attr" and (is_ranked(s, at) or is_occasion(s, at) or supposed)
            acted_on = dep == "dobj" or (dep == "nsubjpass" and negation(s, head) is None)
            known = known and s.lemmas[head] not in words_of("obtaining")
            carried = carries_subject(s, head) if dep == "nsubj" else carries(s, head)
            return ranked or carried or (acted_on and not known)
        if dep == "pobj":
            of_verb = s.tags[s.heads[head]][0] == "V"
            known = is_definite(s, at)
            if of_verb and is_occasion(s, at) and _is_held_at(s, head):
                return True
            if of_verb and not known and _shares_form(s, head):
                return True
            if s.words[head].lower() == "in" and not known:
                return s.lemmas[s.heads[head]].lower() in words_of("taking_part")
            return s.words[head].lower() in {"of", "for"} and not (of_verb and known)
        return dep in _NOMINAL or dep == "prep"
    if done_above(s, at) == head:
        return True
    if dep == "pcomp" and s.lemmas[s.heads[head]].lower() in words_of("answering_for"):
        return False
    if s.tags[at] == "VBN" and dep in {"acl", "ccomp"}:  # "the risk of having its licence revoked"
        having = s.heads[head] if s.deps[head] == "dobj" else head
        if s.lemmas[having] == "have" and not children(s, at, "aux", "auxpass"):
            return True
    if dep in {"acl", "ccomp"} and s.lemmas[head] in words_of("notices"):
        return True  # "would give notice that it is leaving" has not left
    if dep == "conj":
        if s.tags[at] == "VBN" and {s.words[k].lower() for k in children(s, at, "aux")} & _HAS:
            return False  # "does not waver and has vowed to stay"
        return s.tags[at] in {"VB", "VBG", "VBN"} and not children(s, at, "nsubj", "nsubjpass")
    if dep == "acl" and s.tags[at] == "VBG" and _is_somebody(s, head):
        return False  # "plans to arm rebels fighting them": they fight already
    if dep in {"acl", "relcl"} and s.tags[at] in {"VBG", "VB"}:
        return s.tags[at] == "VB" or not children(s, at, "aux")
    if dep == "advcl":
        return s.tags[at] in {"VBG", "VB"} and not children(s, at, "mark", "nsubj")
    return (
        dep in {"xcomp", "pcomp"}
        or (dep == "prep")
        or (dep == "ccomp" and s.tags[at] == "VBG" and not children(s, at, "aux"))
    )


def _is_supposed(s: Sentence, verb: int, *, known: bool) -> bool:
    """Say whether a modal falls on what something is: "would be a raid", "must be the exit of"."""
    modal = modal_reading(s, verb)
    told = any(s.tags[k] not in {"PRP", "DT"} for k in children(s, verb, "nsubj"))
    owed = told and modal is not None and modal.reality == "demanded"
    return modal is not None and (owed or not known) and negation(s, verb) is None


def _is_somebody(s: Sentence, noun: int) -> bool:
    """Say whether a noun names people or forces, which do as is told of them."""
    several = s.tags[noun] in {"NNS", "NNPS"} or s.lemmas[noun] == "aircraft"
    return several and (is_person(s, noun) or bool(classes_of(s, noun) & _ACTING))


def _shares_form(s: Sentence, prep: int) -> bool:
    """Say whether what stands behind a preposition is as real as the verb above it."""
    harmed = any(is_harmed_in(s, k) for k in children(s, prep, "pobj"))
    return harmed or brings_about(s, prep) or _comes_with(s, prep) or _is_how(s, prep)


def _comes_with(s: Sentence, prep: int) -> bool:
    """Say whether what stands behind "after" comes with a plan: "will leave after a visit"."""
    if _is_held_at(s, prep):
        return True  # "is expected to meet him after the summit"
    above = s.heads[prep]
    modal = modal_reading(s, above)
    if s.words[prep].lower() == "before" and children(s, prep, "pcomp"):
        ahead = modal is not None and modal.reality in {"planned", "demanded"}
        return ahead or has_to(s, above)  # "must ask them before leaving"
    planned = modal is not None and modal.reality == "planned"
    return planned and s.words[prep].lower() in _BESIDE


def _is_held_at(s: Sentence, prep: int) -> bool:
    word, occasions = s.words[prep].lower(), children(s, prep, "pobj")
    fresh = word in {"in", "during"} and not any(is_definite(s, k) for k in occasions)
    return (word in _HELD_AT or fresh) and any(is_occasion(s, k) for k in occasions)


def _is_how(s: Sentence, prep: int) -> bool:
    """Say whether a phrase tells how a verb is done: "could answer by closing its embassy"."""
    if s.words[prep].lower() in {"through", "via"}:  # "be settled through talks"
        return not any(is_definite(s, k) for k in children(s, prep, "pobj"))
    return s.words[prep].lower() == "by" and bool(children(s, prep, "pcomp"))


def is_known(s: Sentence, noun: int) -> bool:
    """Say whether a noun stands for something known that its verb or preposition leaves alone.

    So stand "the attack" in "to answer the attack" and "to mourn the victims of the attack", but
    not "the talks" in "to hold the talks".
    """
    head = s.heads[noun]
    if is_answered_for(s, noun):
        return True
    if head == noun or s.tags[noun][0] != "N" or not is_definite(s, noun):
        return False
    if s.deps[noun] == "pobj":
        return _is_apart(s, head)
    if s.deps[noun] not in {"dobj", "nsubj", "nsubjpass"} or s.tags[head][0] not in "VM":
        return False
    had = s.deps[noun] == "nsubj" and s.lemmas[head] in _HAVING
    return had or not carries(s, head) or s.lemmas[head] in words_of("presupposing")


def _is_apart(s: Sentence, prep: int) -> bool:
    """Say whether what stands behind a preposition keeps apart from what is told above it."""
    word, above = s.words[prep].lower(), s.heads[prep]
    if paper_ahead(s, prep) is not None:
        return False
    if word not in _OPEN or (word == "of" and s.lemmas[above] in words_of("told_of")):
        return True
    if s.tags[above][0] == "V":
        return word == "for" and f"{s.lemmas[above]} for" not in words_of("looking_ahead")
    return is_known(s, above)


def governing_word(s: Sentence, head: int) -> str:
    """Return a governor's lemma, with its particle where the two are listed ("rule out")."""
    lemma = s.lemmas[head].lower()
    for kid in children(s, head, "prt"):
        whole = f"{lemma} {s.words[kid].lower()}"
        if whole in table("verbs_infinitive") or whole in table("verbs_noun"):
            return whole
    return lemma


def step(s: Sentence, at: int, head: int) -> Reading | None:
    """Return the shade that the edge from `at` up to `head` casts, None if it casts none."""
    dep, lemma = s.deps[at], governing_word(s, head)
    if is_asked_about(s, at):
        return _FACT
    if s.tags[at][0] == "V" and (told := by_phrase(s, at, head)) is not None:
        return told
    if s.tags[head] in {"IN", "TO"} and dep in {"pobj", "pcomp"}:
        return over_preposition(s, at, head)
    if s.tags[at][0] in "VM" and dep in _CLAUSES:
        return _over_clause(s, at, head, lemma)
    if dep in {"nsubj", "csubj"} and s.tags[head][0] == "V" and is_imagined(s, at, head):
        return Reading("possible", lemma)
    if dep == "nsubjpass" and s.tags[at] in _COMMON and is_met_with(s, at, head):
        return Reading("conditional", lemma)
    if dep == "nsubj" and s.tags[at] in _COMMON and is_to_come(s, at, head):
        return Reading("planned", lemma)
    if dep == "nsubj" and s.tags[at][0] == "N" and is_yet_to_come(s, head):
        return Reading("not-happened", "yet")
    if dep == "nsubj" and s.tags[at] == "NN" and is_supposed(s, at, head):
        return Reading("possible", lemma)
    if dep in {"dobj", "nsubjpass"} and s.tags[head][0] == "V":
        if dep == "nsubjpass" and not is_passive(s, head):
            return None
        if lemma == "announce" and s.lemmas[at].lower() in words_of("done_when_announced"):
            return _FACT
        if lemma in words_of("presupposing") and is_definite(s, at):
            return _FACT
        curbs = s.lemmas[at].lower() in words_of("standing_curbs")
        if curbs and (lemma in words_of("lifting") or is_laid_down(s, at, head)):
            return _FACT
        if s.lemmas[at].lower() in words_of("consents") and lemma in words_of("holding_up"):
            return Reading("not-happened", lemma)
        if s.lemmas[head] in words_of("borne") or is_meant(s, at, head) or is_raised(s, at, head):
            return _FACT
        if lemma in words_of("backing") and s.tags[head] in {"VBZ", "VBP"} and is_fresh(s, at):
            return Reading("possible", lemma)
        if lemma == "seek" and is_from_somebody(s, at, head):
            return Reading("demanded", lemma)
        if _stands_till_ended(s, head) or is_called_something(s, at, head) or is_answered(s, at):
            return _FACT
        return None if is_commanded(s, at, head) else reading_of("verbs_noun", lemma)
    if dep == "compound":
        return reading_of("nouns", lemma)
    if dep == "nsubj" and lemma in _LINKING:
        return judged_subject(s, at, head)
    return None


def _stands_till_ended(s: Sentence, verb: int) -> bool:
    """Say whether an end is told as not reached: "vowed to end detention", "did not halt raids"."""
    if s.lemmas[verb] not in words_of("ending"):
        return False
    return negation(s, verb) is not None or (s.lemmas[verb] == "end" and _lies_ahead(s, verb))


def _lies_ahead(s: Sentence, verb: int) -> bool:
    """Say whether a verb is told by "to" or a modal."""
    return has_to(s, verb) or modal_reading(s, verb) is not None


def _over_clause(s: Sentence, at: int, head: int, lemma: str) -> Reading | None:
    dep, tag = s.deps[at], s.tags[head]
    infinitive = has_to(s, at)
    if (above := done_above(s, at)) is not None:
        return Reading("happened", s.lemmas[above])
    if not infinitive and (word := called_untrue(s, at)) is not None:
        return Reading("not-happened", word)
    if dep in {"acl", "relcl"}:
        if tag[0] == "N" and infinitive:
            if is_high_time(s, head):
                return Reading("demanded", lemma)
            kept = carried_out(s, at, head)
            named = reading_of("nouns", lemma) or reading_of("nouns", s.words[head].lower())
            return kept or named or Reading("planned", lemma)
        return over_noun_clause(s, at, head, lemma)
    if dep == "advcl" and infinitive:
        return _purpose(s, head, at)
    if infinitive and (judgement := judged_besides(s, at)) is not None:
        return of_judgement(s, judgement)
    if tag[0] == "J" or (tag == "IN" and s.deps[head] == "acomp"):  # "is about to"
        told = asked_of(s, head) or (thought_of(s, head) if infinitive else None)
        done = was_able(s, head) or was_judged(s, head)
        return _FACT if done else told or reading_of("adjectives_over", lemma)
    if tag[0] not in "VM":
        return None
    if dep == "pcomp":
        return over_preposition(s, at, head)
    if infinitive and is_past(s, at):
        return None
    if infinitive and (told := by_governor(s, at, head, lemma)) is not None:
        return told
    if (infinitive or s.tags[at] == "VB") and _is_brought(s, at, head):
        return Reading("demanded", lemma)
    if infinitive and lemma == "go" and tag == "VBG":
        return Reading("planned", lemma)
    if infinitive and (told := asked_by_noun(s, at, head)) is not None:
        return told
    if infinitive and is_conveyed(s, at, head):
        return _purpose(s, head, at)  # "called the premier to thank him" asks for nothing
    done = dep == "ccomp" and s.tags[at] in {"VBN", "VBD"}  # "wants the ban lifted"
    if (infinitive or done) and lemma in words_of("wanting") and _is_of_another(s, at, head):
        return Reading("demanded", lemma)
    if infinitive and lemma == "order" and (_is_of_another(s, at, head) or is_passive(s, head)):
        return Reading("demanded", lemma)
    if infinitive or dep == "xcomp":
        ahead = reading_of("verbs_gerund", lemma) if is_gerund(s, at) else None
        found = ahead or reading_of("verbs_infinitive", lemma)
        return found or (Reading("planned", lemma) if infinitive and dep != "conj" else None)
    if dep == "ccomp" and s.lemmas[head] == "be" and at > head:
        told = judged(s, head) or supposed_by(s, head)
        if told is not None:
            return told  # "it is unlikely that he will sign", "one possibility is that he signed"
    if dep == "ccomp":
        if infinitive or (s.tags[at] == "VB" and not children(s, at, "aux")):
            if has_let(s, head):
                return Reading("happened", lemma)
            return reading_of("verbs_infinitive", lemma) or reading_of("verbs_clause", lemma)
        return over_finite(s, at, lemma)
    return None


def _is_brought(s: Sentence, at: int, head: int) -> bool:
    """Say whether somebody has yet to be brought to it: "wants to get Chad to sign"."""
    if s.lemmas[head] not in words_of("bringing") or not _is_of_another(s, at, head):
        return False
    if s.tags[head] not in {"VB", "VBG"}:
        return False
    if children(s, head, "aux") and not has_to(s, head):
        return False
    found = step(s, head, s.heads[head]) if s.heads[head] != head else None
    return found is not None and found.reality in {"planned", "demanded"}


def _is_of_another(s: Sentence, at: int, head: int) -> bool:
    """Say whether somebody else is to act: "wants Chad to leave", "pushed Chad to leave"."""
    return bool(children(s, at, "nsubj", "nsubjpass") or children(s, head, "dobj"))


def _purpose(s: Sentence, head: int, at: int) -> Reading:
    """Read "in order to": a plan, unless the governor is implicative ("managed to")."""
    if s.lemmas[head] in words_of("wanting") and children(s, head, "dobj"):
        return Reading("demanded", s.lemmas[head])
    said = s.lemmas[head] in words_of("conveying") or takes_to(s, head)
    if said and s.lemmas[at] in words_of("conveyed"):
        return Reading("happened", s.lemmas[head])
    told = carried_out(s, at, head) or asked_by_noun(s, at, head) or too_little_done(s, head)
    if told is not None:
        return told
    if _is_brought(s, at, head) or obliges(s, head):
        return Reading("demanded", s.lemmas[head])
    asked = modal_reading(s, head)
    if asked is not None and asked.reality in {"demanded", "possible"} and not negation(s, head):
        return asked  # "should tighten sanctions to force them out", "may send troops to fight"
    if s.tags[head][0] == "J":
        return reading_of("adjectives_over", s.lemmas[head].lower()) or Reading("planned", "to")
    lemma = s.lemmas[head].lower()
    if lemma in {"stop", "quit"}:
        return Reading("planned", "to")  # "stopped to help them"
    if (lemma == "use" or lemma in words_of("causing")) and children(s, head, "dobj", "nsubjpass"):
        return Reading("happened", lemma)
    found = reading_of("verbs_infinitive", lemma)
    return found if found and found.reality != "happened" else Reading("planned", "to")
