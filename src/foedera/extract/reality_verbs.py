"""What a verb's own forms say of its reality: negation, modals, subordinators, tense."""

from __future__ import annotations

from collections.abc import Container

from foedera.data import Reality, Sentence
from foedera.extract.reality_clauses import (
    asks_bare,
    barely_missed,
    clause_ahead,
    is_asked_if,
    is_asked_whether,
    is_asked_why,
    is_habitual,
    is_inferred,
    is_practice,
    judged_besides,
    lasts_as_long,
    opens_condition,
    opens_inverted,
    what_is_done,
)
from foedera.extract.reality_imperatives import imperative
from foedera.extract.reality_shades import Reading, table, words_of
from foedera.extract.reality_would import conditions, in_hindsight, turned_out, would
from foedera.tree import ancestors, children, helping

_NOT_YET = frozenset({"before", "until", "till", "earlier", "later"})
_BESIDE_PAST = frozenset({"despite", "after", "since", "following"})
_THEN = frozenset({"did", "will", "wo", "would"})
_AT_PRESENT = frozenset({"now", "still", "currently", "presently"})
_RUNNING = frozenset({"is", "are", "was", "were", "been", "'s", "’s", "'re", "’re", "'m", "am"})
_HOW = frozenset({"how", "when", "where"})
_NONE = frozenset({"no", "little", "neither", "zero"})
_QUOTES = frozenset("\"'“”‘’")
_AHEAD = frozenset({"when", "once", "until", "before", "after", "as"})
_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})


def verb_reading(
    s: Sentence, verb: int, *, headline: bool = False, within: Container[int] = ()
) -> Reading:
    """Read a verb by its own forms alone, but for those `within` what it is a part of.

    Whoever "would not rule out" strikes has considered them: the denial is the act.
    """
    if (word := negation(s, verb, within)) is not None:
        return Reading("conditional" if _waits_for(s, verb) else "not-happened", word)
    if (nearly := barely_missed(s, verb)) is not None:
        return Reading("not-happened", nearly)
    if _is_told_despite(s, verb):
        return Reading("happened")
    if (modal := modal_reading(s, verb, within)) is not None:
        return _under_will(s, verb) if modal.cause in _WILL else modal
    if _is_wished(s, verb):
        return Reading("demanded", "be")
    if not headline and (asked := imperative(s, verb)) is not None:
        return asked
    if (clause := _subordinator(s, verb)) is not None:
        return clause
    if not headline and (ahead := clause_ahead(s, verb)) is not None:
        return ahead
    return Reading(_tense(s, verb, headline=headline))


def _waits_for(s: Sentence, verb: int) -> bool:
    """Say whether what would not be done hangs on something: "would not meet unless they left"."""
    modal = any(s.tags[k] == "MD" for k in children(s, verb, "aux"))
    marks = (m for k in children(s, verb, "advcl") for m in children(s, k, "mark"))
    return modal and any(s.words[m].lower() == "unless" for m in marks)


def _is_told_despite(s: Sentence, verb: int) -> bool:
    """Say whether what befell somebody stands beside a past: "despite being questioned, bought"."""
    prep = s.heads[verb]
    being = any(s.words[k].lower() == "being" for k in children(s, verb, "auxpass"))
    beside = s.deps[verb] == "pcomp" and s.words[prep].lower() in _BESIDE_PAST
    above = s.heads[prep]
    past = s.tags[above] == "VBD" or s.words[s.heads[above]] == "forced"
    past = past or (s.tags[above] == "VBN" and bool(helping(s, above) & {"was", "were", "had"}))
    return being and beside and past


def negation(s: Sentence, verb: int, within: Container[int] = ()) -> str | None:
    """Return the word that denies a verb: "not", "neither", "nor", "no troops"."""
    if s.deps[verb] == "conj":
        between = (k for k in children(s, s.heads[verb], "cc") if k < verb)
        if any(s.words[k].lower() == "nor" for k in between):
            return "nor"
        if (nobody := _shared_nobody(s, verb)) is not None:
            return nobody
    if s.words[verb - 1].lower() == "than" and "rather" in _before(s, verb):
        return "than"
    for kid in s.children[verb]:
        if kid in within:
            if s.deps[kid] == "dobj" and (empty := _empties(s, kid, within)) is not None:
                return empty  # "makes no apologies": the frame is "make apology"
            continue
        word = s.words[kid].lower()
        if word == "longer" and kid and s.words[kid - 1].lower() == "no":
            return word
        if s.deps[kid] == "neg" and _denies_another(s, verb, kid):
            continue
        if s.deps[kid] == "neg" or (s.deps[kid] == "preconj" and word == "neither"):
            return word
        if s.deps[kid] in {"nsubj", "nsubjpass", "dobj"} and (no := no_phrase(s, kid)):
            if s.words[kid + 1 : kid + 2] == ("but",):  # "has no choice but to leave"
                continue
            return no
    return None


def _before(s: Sentence, verb: int) -> set[str]:
    """List what stands by the verb that a "than" compares with: "would rather wait than"."""
    if s.words[verb - 2].lower() == "rather":
        return {"rather"}
    first = s.heads[s.heads[verb]] if s.deps[verb] == "pcomp" else s.heads[verb]
    led = s.tags[verb] == "VB" and s.tags[first][0] == "V"
    return {s.words[k].lower() for k in children(s, first, "advmod")} if led else set()


def _shared_nobody(s: Sentence, verb: int) -> str | None:
    """Return the word that empties a subject shared with the verb before: "none went and left"."""
    if children(s, verb, "nsubj", "nsubjpass") or s.tags[verb] not in {"VBD", "VBZ", "VBP"}:
        return None
    first = s.heads[verb]
    if any(s.words[k].lower() == "but" for k in children(s, first, "cc")):
        return None
    subjects = children(s, first, "nsubj", "nsubjpass")
    return next((no for k in subjects if (no := no_phrase(s, k))), None)


def _empties(s: Sentence, noun: int, within: Container[int]) -> str | None:
    """Return the "no" before a noun of a phrase that has none of its own."""
    found = (k for k in children(s, noun, "det", "neg") if k not in within)
    return next((s.words[k].lower() for k in found if s.words[k].lower() in _NONE), None)


def _denies_another(s: Sentence, verb: int, no: int) -> bool:
    """Say whether a denial is of something else than the verb.

    "Will enter into force not before May", "whether or not they leave", "not just condemned but
    banned it", "did not leave until Monday", "was not the only state to leave".
    """
    behind = s.words[no + 1].lower() if no + 1 < len(s.words) else ""
    if behind in _NOT_YET or behind in words_of("not_only") or s.words[no - 1].lower() == "or":
        return True
    if s.tags[no - 1] == "MD" and s.words[no - 2].lower() == "or":  # "may or may not leave"
        return True
    named = (s.words[k].lower() for a in children(s, verb, "attr") for k in s.children[a])
    if any(word in {"only", "first"} for word in named):
        return True
    if s.words[no].lower() == "never" and _is_such(s, verb):
        return True
    if in_hindsight(s, verb) is not None:  # "need not have left"
        return True
    late = any(s.words[k].lower() in {"until", "till"} for k in children(s, verb, "prep"))
    return late and any(s.words[k].lower() in _THEN for k in children(s, verb, "aux"))


def _is_such(s: Sentence, verb: int) -> bool:
    """Say whether the like of something has not been before it: "never heard such a blast"."""
    if any(s.tags[k] == "MD" for k in children(s, verb, "aux")):
        return False  # "would never use such arms"
    told = (k for noun in children(s, verb, "dobj") for k in children(s, noun, "predet", "amod"))
    return any(s.words[k].lower() == "such" for k in told)


def no_phrase(s: Sentence, noun: int) -> str | None:
    """Return the word that empties a noun phrase: "no troops", "neither side", "none of them"."""
    negative = words_of("negative_subjects")
    if s.words[noun].lower() in negative and not _counts(s, noun):
        return s.words[noun].lower()
    for kid in children(s, noun, "det", "neg", "preconj"):
        if s.words[kid].lower() in negative and not _is_quoted(s, kid) and not _counts(s, kid):
            return s.words[kid].lower()
    return None


def _counts(s: Sentence, no: int) -> bool:
    """Say whether "No." is a number's: "Warning No. 4"."""
    behind = [w for w in s.words[no + 1 : no + 3] if w != "."]
    return s.words[no] in {"No", "No."} and no > 0 and bool(behind) and behind[0].isdigit()


def _is_quoted(s: Sentence, word: int) -> bool:
    """Say whether a word is only named: 'urged a "no" vote'."""
    around = s.words[max(0, word - 1)], s.words[min(word + 1, len(s.words) - 1)]
    return all(mark in _QUOTES for mark in around)


def modal_reading(s: Sentence, verb: int, within: Container[int] = ()) -> Reading | None:
    """Return what a modal or "is to" makes of a verb."""
    if (hindsight := in_hindsight(s, verb)) is not None:
        return Reading(hindsight, "have")
    for kid in children(s, verb, "aux"):
        if kid in within:
            continue
        word = s.words[kid].lower()
        if is_asked_if(s, verb, kid):
            return Reading("possible", word)
        reality = table("modals").get(word)
        if reality == "conditional":
            if _under_whether(s, verb):
                return Reading("possible", "whether")
            told = is_habitual(s, verb) or is_asked_why(s, verb) or turned_out(s, verb)
            return None if told else Reading(would(s, verb), word)
        if reality == "demanded" and (_is_left_open(s, verb) or is_asked_whether(s, verb)):
            return Reading("possible", "whether")
        if word == "must" and is_inferred(s, verb):
            return Reading("happened", word)
        if word in {"should", "had"} and opens_condition(s, verb, kid):
            return Reading("conditional", word)
        if reality is not None:
            return Reading(reality, word)
        if word == "to" and s.words[kid - 1].lower() in _HOW:
            return Reading("possible", "how")  # "unsure how to answer the raid"
        if word == "to" and opens_inverted(s, verb):
            return Reading("conditional", "were")
        if word == "to" and _be_to(s, verb):
            return _subordinator(s, s.heads[verb]) or Reading("planned", "to")
    return None


def is_gerund(s: Sentence, verb: int) -> bool:
    """Say whether a verb stands as a gerund: "sending", "being sent"."""
    being = any(s.words[k].lower() == "being" for k in children(s, verb, "auxpass", "aux"))
    return s.tags[verb] == "VBG" or being


def _is_wished(s: Sentence, verb: int) -> bool:
    """Read a bare verb as a wish: "asked that the ban be lifted", "insisted that it leave"."""
    if asks_bare(s, verb):
        return True
    helped = [s.words[k].lower() for k in children(s, verb, "aux", "auxpass")]
    subject = children(s, verb, "nsubj", "nsubjpass")
    return helped == ["be"] and bool(subject) and s.deps[verb] in {"ccomp", "conj"}


def _be_to(s: Sentence, verb: int) -> bool:
    """Say whether the infinitive hangs on "is to", or on no verb at all (a headline)."""
    head = s.heads[verb]
    if s.deps[verb] == "ROOT":
        return True
    first = [k for k in children(s, head, "acomp") if s.words[k].lower() in words_of("ranks")]
    if first or judged_besides(s, verb) is not None:  # "was first to sign"
        return False
    judged = any(head < k < verb for k in children(s, head, "attr"))  # "was a mistake to sign"
    if judged or is_practice(s, head) or what_is_done(s, head) is not None:
        return False
    return s.deps[verb] == "xcomp" and s.lemmas[head] == "be"


def _under_will(s: Sentence, verb: int) -> Reading:
    """Read "unclear whether it will leave", "will leave if they do", but "even if they do"."""
    if _is_left_open(s, verb):
        return Reading("possible", "whether")
    hangs = any(s.words[m - 1].lower() != "even" for m in conditions(s, verb))
    return Reading("conditional" if hangs else "planned", "will")


def _under_whether(s: Sentence, verb: int) -> bool:
    return any(s.words[m].lower() in words_of("whether_words") for m in children(s, verb, "mark"))


def _is_left_open(s: Sentence, verb: int) -> bool:
    """Say whether it is asked if it is to be: "asked if Chad will sign", "unclear whether"."""
    asked = s.deps[verb] == "ccomp" and any(
        s.words[m].lower() == "if" for m in children(s, verb, "mark")
    )
    return asked or _under_whether(s, verb)


def _subordinator(s: Sentence, verb: int) -> Reading | None:
    for when in children(s, verb, "advmod"):
        if s.words[when].lower() == "when" and "if" in map(
            str.lower, s.words[max(0, when - 2) : when]
        ):
            return Reading("conditional", "if")  # "if and when they leave"
    strays = children(s, s.heads[verb], "mark") if s.deps[verb] == "advcl" else ()
    for mark in (*children(s, verb, "mark"), *(k for k in strays if k < verb < s.heads[verb])):
        word = s.words[mark].lower()
        if word in words_of("if_words"):
            joined = s.deps[verb] == "conj" and _under_whether(s, s.heads[verb])
            whether = s.deps[verb] == "ccomp" or joined
            return Reading("possible", "whether") if whether else Reading("conditional", word)
        if word in words_of("whether_words"):
            return Reading("possible", word)
    return None


def _awaits(s: Sentence, verb: int) -> bool:
    """Read "will talk when he meets X": the meeting lies ahead with the talk."""
    helped = {s.words[k].lower() for k in children(s, verb, "aux", "auxpass")}
    now = helped & {"is", "are", "have", "has"}
    present = s.tags[verb] in {"VBZ", "VBP"} or (s.tags[verb] in {"VBN", "VBD"} and now)
    if s.deps[verb] == "relcl" and s.lemmas[s.heads[verb]] in {"day", "date", "moment"}:
        above = next((k for k in ancestors(s, verb) if s.tags[k][0] == "V"), verb)
        modal = modal_reading(s, above)  # "will take effect on the day they exchange"
        return modal is not None and modal.reality == "planned"
    if s.deps[verb] not in {"advcl", "pcomp"} or not present:
        return False
    opened = {s.words[k].lower() for k in children(s, verb, "mark", "advmod")}
    opened |= {s.words[s.heads[verb]].lower()} if s.deps[verb] == "pcomp" else set()
    if opened.isdisjoint(_AHEAD) or lasts_as_long(s, verb):
        return False
    above = next((k for k in ancestors(s, verb) if s.tags[k][0] == "V"), verb)
    modal = modal_reading(s, above)
    if modal is None:
        return "as" not in opened and _is_rule(s, above)
    may = modal.cause in {"may", "might"} or "once" in opened
    return modal.reality == "planned" or (
        "as" not in opened and modal.reality == "possible" and may
    )


def _is_rule(s: Sentence, verb: int) -> bool:
    """Say whether a verb tells how it goes and not what happens: "takes effect once six do"."""
    helped = {s.words[k].lower() for k in children(s, verb, "aux", "auxpass")}
    present = s.tags[verb] == "VBZ" and not helped
    present = present or helped == {"does"}  # "does not take effect before they have"
    told = s.lemmas[verb] == "come" and not any(
        s.words[k].lower() == "into" for k in children(s, verb, "prep")
    )  # "the visit comes after he has left"
    return present and not told and s.lemmas[verb] in words_of("ruled_verbs")


def _tense(s: Sentence, verb: int, *, headline: bool) -> Reality:
    """Read a plain tense; headlines and captions tell in the present what happened."""
    tag = s.tags[verb]
    auxiliaries = helping(s, verb)
    if headline:
        return "happened"
    if _awaits(s, verb):
        return "planned"
    if tag == "VBG" and s.deps[verb] == "acl" and s.lemmas[s.heads[verb]] in words_of("papers"):
        return "happened"  # "signed an order banning them"
    if tag == "VBG" and {"had", "been"} <= auxiliaries:
        return "happened"
    if tag == "VBG" and (auxiliaries or s.deps[verb] in {"acl", "relcl"}):
        return "ongoing"
    if _runs_beside(s, verb) or _is_told_now(s, verb):
        return "ongoing"
    if tag in {"VBZ", "VBP"} and not auxiliaries & {"did"}:
        return "ongoing"
    if tag == "VBN" and auxiliaries & {"is", "are", "being", "'s", "’s", "’re", "'re"}:
        return "ongoing"
    if tag == "VBN" and (_so_far(s, verb) if auxiliaries else _since(s, verb)):
        return "ongoing"
    return "happened"


def _runs_beside(s: Sentence, verb: int) -> bool:
    """Say whether a verb goes on beside another: "is leading it and paying", "won and now rule".

    The parser takes the present of the second for an infinitive.
    """
    first = s.heads[verb]
    if s.deps[verb] != "conj" or children(s, verb, "aux", "auxpass", "nsubj", "nsubjpass"):
        return False
    helped = {s.words[k].lower() for k in children(s, first, "aux")}
    if s.tags[verb] == "VBG":
        return s.tags[first] == "VBG" and not helped.isdisjoint(_RUNNING)
    finite = s.tags[first] == "VBD" or (s.tags[first] == "VBN" and helped & {"has", "have"})
    if s.tags[verb] != "VB" or not finite or _stands_by(s, verb).isdisjoint(_AT_PRESENT):
        return False
    return all(s.tags[t] != "VB" for t in range(first + 1, verb))


def _is_told_now(s: Sentence, verb: int) -> bool:
    """Say whether a participle tells what goes on now: "jets now bombing", "now held by Chad"."""
    if children(s, verb, "aux", "auxpass") or _stands_by(s, verb).isdisjoint(_AT_PRESENT):
        return False
    lasts = s.tags[verb] == "VBN" and s.lemmas[verb].lower() in words_of("lasting_verbs")
    return lasts or s.tags[verb] == "VBG"


def _stands_by(s: Sentence, verb: int) -> set[str]:
    return {s.words[k].lower() for k in children(s, verb, "advmod")}


def _so_far(s: Sentence, verb: int) -> bool:
    """Read "has so far sent": it goes on."""
    return any(s.words[k - 1 : k + 1] == ("so", "far") for k in children(s, verb, "advmod") if k)


def _since(s: Sentence, verb: int) -> bool:
    return any(s.words[k].lower() == "since" for k in children(s, verb, "prep"))
