"""Infinitives that tell what was done, asked or open, whatever "to" makes of others."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.reality_ahead import carries_subject
from foedera.extract.reality_denied import negation
from foedera.extract.reality_prepositions import is_definite
from foedera.extract.reality_shades import Reading, reading_of, table, words_of
from foedera.extract.reality_verbs import modal_reading, verb_reading
from foedera.tree import children

_FACT = Reading("happened")
_WH_WORDS = frozenset({"why", "how", "when", "where"})
_WH_SUBJECTS = frozenset({"who", "what", "which"})
_SPEAKERS = frozenset({"i", "we"})
_STRETCHES = frozenset({"minute", "hour", "day", "week", "month", "year", "decade", "century"})
_UNDER = frozenset({"be", "remain", "live", "stay"})
_PRESENT = frozenset({"VBZ", "VBP", "VBG"})


def carried_out(s: Sentence, at: int, head: int) -> Reading | None:
    """Read an infinitive that its own governor carries out.

    "Tried to reassure them" has reassured, "I would like to thank you" thanks, "kept its promise
    to leave" has left, "what it did to meddle" has meddled.
    """
    lemma = s.lemmas[head]
    if _is_time_taken(s, at, head):
        return _FACT
    if (foil := _foiled(s, at, head)) is not None:
        return Reading("not-happened", foil)
    if _is_enough_for(s, at, head):
        return Reading("possible", "enough")
    if s.tags[head][0] == "N":
        if _is_undone(s, head):
            return Reading("not-happened", "decision")
        return _FACT if _is_kept(s, head) or _is_decided(s, head) else None
    if lemma in words_of("giving") and s.lemmas[at] in words_of("helped") and head < at:
        return Reading("happened", lemma)
    past = s.tags[head] in {"VBD", "VBN"}
    if past and (lemma, s.lemmas[at]) == ("leave", "fight"):
        return Reading("happened", lemma)
    if past and lemma in words_of("arriving") and s.lemmas[at] in words_of("done_on_arrival"):
        return Reading("happened", lemma)
    if past and s.deps[at] == "advcl" and _is_done_by_deed(s, at) and not negation(s, head):
        return Reading("happened", lemma)
    if past and lemma == "go" and any(s.words[k].lower() == "on" for k in children(s, head, "prt")):
        return _FACT  # "went on to win"
    if lemma in words_of("trying") and s.lemmas[at] in words_of("done_by_trying"):
        return Reading("ongoing" if _runs(s, head) else "happened", lemma)
    if _is_performed(s, at, head):
        return _FACT
    if lemma in words_of("deciding") and s.lemmas[at] in words_of("done_by_deciding"):
        return Reading("happened", lemma)
    if lemma == "do" and s.tags[head] == "VBD":
        what = [k for k in children(s, head, "dobj") if s.words[k].lower() == "what"]
        return _FACT if what else None
    return None


def _is_done_by_deed(s: Sentence, at: int) -> bool:
    """Say whether another deed does it: "quit to protest", "fired one to send a warning"."""
    sent = s.lemmas[at] == "send" and any(
        s.lemmas[k] in {"message", "signal", "warning"} for k in children(s, at, "dobj")
    )
    return sent or s.lemmas[at] in words_of("done_by_deed")


def _runs(s: Sentence, verb: int) -> bool:
    """Say whether a verb tells what goes on: "is trying", "tries"."""
    now = any(s.words[k].lower() in {"is", "are"} for k in children(s, verb, "aux"))
    return s.tags[verb] in {"VBZ", "VBP"} or (s.tags[verb] == "VBG" and now)


def _is_time_taken(s: Sentence, at: int, head: int) -> bool:
    """Say whether a verb tells what took its time: "it took two months to mount an effort"."""
    spans = [k for k in children(s, head, "dobj", "npadvmod") if s.lemmas[k] in _STRETCHES]
    if s.tags[head][0] == "N" and s.lemmas[head] in _STRETCHES:
        spans = [head]
        while s.deps[head] in {"conj", "dobj", "npadvmod"} and s.tags[head][0] == "N":
            head = s.heads[head]
    return bool(spans) and s.lemmas[head] == "take" and s.tags[head] == "VBD" and spans[0] < at


def _foiled(s: Sentence, at: int, head: int) -> str | None:
    """Return the verb that keeps an attempt from coming about: "foiled a plot to bomb it".

    The parser may hang what was attempted on it. So does "the attempt to bomb it failed".
    """
    over = s.heads[head]
    if s.tags[head][0] == "N" and s.tags[over][0] == "V":
        made = s.lemmas[head] in words_of("attempts") | words_of("endeavours")
        failed = s.deps[head] == "nsubj" and s.lemmas[over] in words_of("coming_to_nothing")
        failed = failed and negation(s, over) is None and s.tags[over] in {"VBD", "VBN", "VBZ"}
        return "failed" if made and failed else None
    tried = any(s.lemmas[k] in words_of("attempts") and k < at for k in children(s, head, "dobj"))
    foils = table("verbs_noun").get(s.lemmas[head]) == "not-happened"
    return s.lemmas[head] if s.tags[head][0] == "V" and tried and foils else None


def _is_enough_for(s: Sentence, at: int, head: int) -> bool:
    """Say whether there is only told to be enough for it: "has enough votes to block it"."""
    nouns = [head] if s.tags[head][0] == "N" else children(s, head, "dobj", "attr")
    nouns = [k for k in nouns if k < at and negation(s, s.heads[k]) is None]
    nouns = [k for k in nouns if s.lemmas[s.heads[k]] in words_of("having_enough")]
    behind = (k for noun in nouns for k in children(s, noun, "amod", "det"))
    return any(s.words[k].lower() in {"enough", "sufficient"} for k in behind)


def asked_by_noun(s: Sentence, at: int, head: int) -> Reading | None:
    """Read "issued calls to Chad to leave", "put pressure on Chad to leave": Chad is asked to."""
    for noun in children(s, head, "dobj"):
        found = reading_of("nouns", s.lemmas[noun].lower()) if head < noun < at else None
        if found is not None and found.reality == "demanded":
            return found
        left = found is not None and found.reality == "planned" and noun + 2 == at
        if left and s.lemmas[head] in words_of("aspect"):
            return found  # "has begun preparations to leave"
    return None


def is_asked_about(s: Sentence, at: int) -> bool:
    """Say whether only how or why is asked of what has been: "unclear why they had left".

    So it is with what a speaker was asked about: "asked about Chad's promise".
    """
    if s.tags[at][0] == "N" and s.deps[at] == "pobj":
        over = s.heads[at]
        return s.words[over].lower() == "about" and s.lemmas[s.heads[over]] in words_of("quizzing")
    if s.tags[at] == "VBG" and _tells_whom_asked(s, at):
        return True
    if s.deps[at] not in {"ccomp", "pcomp", "dep"}:
        return False
    opened = {s.words[k].lower() for k in children(s, at, "advmod")}
    subject = {s.words[k].lower() for k in children(s, at, "nsubj", "nsubjpass")}
    if opened.isdisjoint(_WH_WORDS) and subject.isdisjoint(_WH_SUBJECTS):
        return False
    helped = {s.words[k].lower() for k in children(s, at, "aux", "auxpass")}
    if s.tags[at] == "VBD":
        return not helped
    return s.tags[at] == "VBN" and bool(helped & {"had", "has", "have", "was", "were"})


def _tells_whom_asked(s: Sentence, at: int) -> bool:
    """Say whether a participle tells who is asked: "urged the rebels fighting them to leave"."""
    lemma = s.lemmas[s.heads[at]]
    asks = table("verbs_infinitive").get(lemma) == "demanded" and lemma not in table("verbs_gerund")
    whom = s.deps[at] in {"xcomp", "ccomp"} and any(
        s.tags[k] in {"NN", "NNS"} and k == at - 1
        for k in (*children(s, at, "nsubj"), *children(s, s.heads[at], "dobj"))
    )
    return (asks or lemma == "urge") and whom and not children(s, at, "aux", "mark")


def is_called_something(s: Sentence, noun: int, verb: int) -> bool:
    """Say whether a verb only gives a name to what is known: "called its raid a crime"."""
    if s.lemmas[verb] in {"use", "take"}:  # "may use the attack as a pretext"
        named = any(s.words[k].lower() == "as" for k in children(s, verb, "prep"))
        return named and is_definite(s, noun)
    if s.lemmas[verb] == "consider":
        return bool(children(s, verb, "oprd")) and is_definite(s, noun)
    if s.lemmas[verb] != "call" or children(s, verb, "prt"):
        return False
    several = any(s.tags[k] == "NNS" for k in children(s, noun, "compound"))
    several = several or any(k != noun for k in children(s, verb, "dobj"))
    return several or bool(children(s, verb, "oprd") or children(s, noun, "poss"))


def is_answered(s: Sentence, noun: int) -> bool:
    """Say whether a verb only answers what was said: "rejected the request", which was made."""
    said = s.lemmas[noun].lower() in words_of("said_things")
    acted_on = s.deps[noun] in {"dobj", "nsubjpass"}
    return said and acted_on and s.lemmas[s.heads[noun]] in words_of("answering")


def is_commanded(s: Sentence, at: int, head: int) -> bool:
    """Say whether force was ordered, which is told when it was used: "ordered airstrikes"."""
    force = s.lemmas[at].lower() in words_of("commanded_force")
    known = s.tags[head] == "VBG" and is_definite(s, at)  # "convicted of ordering the crackdown"
    return (
        force
        and (s.tags[head] == "VBD" or known)
        and s.lemmas[head].lower() in words_of("commanding")
    )


def is_conveyed(s: Sentence, at: int, head: int) -> bool:
    """Say whether an infinitive tells why somebody called, wrote or appeared somewhere.

    "Called on them to leave" and "appeared to thank them" do not.
    """
    if s.lemmas[at] in words_of("conveyed") and takes_to(s, head):
        return True
    if s.lemmas[head] not in words_of("conveying"):
        return False
    done = reading_of("verbs_infinitive", s.lemmas[head])
    if s.lemmas[at] not in words_of("conveyed") and done is not None and done.reality == "happened":
        return False  # "joined them to pass the bill"
    between = [k for k in children(s, head, "dobj", "prep") if head < k < at]
    return any(s.deps[k] == "dobj" or s.lemmas[head] != "call" for k in between)


def takes_to(s: Sentence, verb: int) -> bool:
    """Say whether somebody "took to Twitter", "took to the streets"."""
    if s.lemmas[verb] != "take":
        return False
    where = (p for to in children(s, verb, "prep") for p in children(s, to, "pobj"))
    return any(s.lemmas[p].lower() in words_of("platforms") for p in where)


def goes_on(s: Sentence, at: int) -> bool:
    """Say whether a verb above tells that something goes on now: "continues to question him".

    So it does of what somebody "is taking part in", or what a place "is under".
    """
    if _is_lain_under(s, at) or _is_joined_in(s, at) or _is_under_way(s, at):
        return True
    head = s.heads[at]
    present = s.tags[head] in _PRESENT
    if s.tags[head] == "VBG":
        present = any(s.words[k].lower() in {"is", "are"} for k in children(s, head, "aux"))
    return is_continued(s, at) and present and verb_reading(s, head).reality == "ongoing"


def _is_lain_under(s: Sentence, noun: int) -> bool:
    """Say whether something lies under a lasting act: "is under siege", "land under siege"."""
    prep = s.heads[noun]
    above = s.heads[prep]
    if s.deps[noun] != "pobj" or s.words[prep].lower() != "under":
        return False
    if s.lemmas[noun].lower() in words_of("passing_under"):
        return s.lemmas[above] == "be" and s.tags[above] in _PRESENT
    lies = s.tags[above][0] == "N" or s.lemmas[above] in _UNDER
    return lies and s.lemmas[noun].lower() in words_of("lain_under")


def _is_under_way(s: Sentence, noun: int) -> bool:
    """Say whether a happening takes place now: "is under way", "is in its third day"."""
    verb = s.heads[noun]
    if s.deps[noun] != "nsubj" or s.tags[noun][0] != "N" or negation(s, verb) is not None:
        return False
    if s.tags[verb] == "VBG":
        now = any(s.words[k].lower() in {"is", "are"} for k in children(s, verb, "aux"))
        return now and carries_subject(s, verb) and not children(s, verb, "xcomp")
    if s.lemmas[verb] != "be" or s.tags[verb] not in _PRESENT or modal_reading(s, verb):
        return False
    if any(s.words[k].lower() == "underway" for k in children(s, verb, "acomp", "advmod")):
        return True
    within = [(p, k) for p in children(s, verb, "prep") for k in children(s, p, "pobj")]
    return any(
        s.lemmas[k] in {"way", "progress"}
        or (s.words[p].lower() == "in" and s.lemmas[k] in _STRETCHES)
        for p, k in within
    )


def _is_joined_in(s: Sentence, at: int) -> bool:
    """Say whether somebody is taking part in it: "is participating in the inquiry"."""
    prep = at if s.tags[at] == "IN" else s.heads[at]
    verb = s.heads[prep]
    if s.words[prep].lower() != "in" or s.deps[prep] != "prep":
        return False
    verb = s.heads[verb] if s.words[verb].lower() == "part" else verb
    part = any(s.words[k].lower() == "part" for k in children(s, verb, "dobj"))
    joins = part if s.lemmas[verb] == "take" else s.lemmas[verb] in words_of("joining_in")
    helped = {s.words[k].lower() for k in children(s, verb, "aux", "auxpass")}
    runs = s.tags[verb] == "VBG" or (s.tags[verb] == "VBN" and bool(helped & {"is", "are"}))
    return joins and runs and verb_reading(s, verb).reality == "ongoing"


def is_continued(s: Sentence, at: int) -> bool:
    """Say whether the verb above tells that something does not stop: "continue to ask him"."""
    held = s.deps[at] in {"xcomp", "dobj", "nsubj"}
    return held and s.lemmas[s.heads[at]] in words_of("going_on")


def _is_performed(s: Sentence, at: int, head: int) -> bool:
    """Say whether the speaker does by saying so: "I would like to thank", "I have to disagree"."""
    if s.lemmas[at] == "agree" and any(s.words[k].lower() == "on" for k in children(s, at, "prep")):
        return False  # "we all have to agree on a text"
    if s.lemmas[at] not in words_of("performed") or s.lemmas[head] not in words_of("politely"):
        return False
    speaks = any(s.words[k].lower() in _SPEAKERS for k in children(s, head, "nsubj"))
    return speaks and s.tags[head] in {"VB", "VBP"} and negation(s, head) is None


def _is_decided(s: Sentence, decision: int) -> bool:
    """Say whether a decision is spoken of as made: "praised its decision to leave"."""
    if s.lemmas[decision] != "decision" or not is_definite(s, decision):
        return False
    over = s.heads[decision]
    over = s.heads[over] if s.deps[decision] == "pobj" else over
    waits = reading_of("verbs_noun", s.lemmas[over])
    ahead = modal_reading(s, over) is not None if s.tags[over][0] in "VM" else False
    return not ahead and (waits is None or waits.reality not in {"planned", "demanded"})


def _is_undone(s: Sentence, decision: int) -> bool:
    """Say whether somebody "reversed its decision" to do it."""
    over = s.heads[decision]
    named = s.lemmas[decision] == "decision" and s.deps[decision] in {"dobj", "nsubjpass"}
    return named and s.lemmas[over] in words_of("undoing") and s.tags[over] in {"VBD", "VBN"}


def _is_kept(s: Sentence, promise: int) -> bool:
    """Say whether a promise was kept: "made good on its vow to leave", "fulfilled its pledge"."""
    if s.lemmas[promise] not in words_of("promises"):
        return False
    above = s.heads[promise]
    if s.deps[promise] == "pobj":
        good = s.heads[above]
        verb = s.heads[good] if s.tags[good][0] in "JR" else good
        words = {s.words[t].lower() for t in range(verb + 1, promise)}
        kept = bool(words & {"good", "through"}) and s.lemmas[verb] in {"make", "follow"}
    else:
        verb = above
        good = s.words[above].lower() == "good" and s.lemmas[s.heads[above]] == "make"
        verb = s.heads[above] if good else above  # "made good its vow to leave"
        kept = good or (s.deps[promise] == "dobj" and s.lemmas[verb] in words_of("keeping"))
    return kept and s.tags[verb] in {"VBD", "VBN"} and verb_reading(s, verb).reality == "happened"


def was_able(s: Sentence, able: int) -> bool:
    """Read "was able to leave", "has been able to leave" as done."""
    be = s.heads[able]
    if s.lemmas[able] != "able" or s.lemmas[be] != "be" or children(s, be, "neg"):
        return False
    helped = {s.words[k].lower() for k in children(s, be, "aux")}
    return helped == {"has"} or helped == {"have"} or (not helped and s.tags[be] == "VBD")
