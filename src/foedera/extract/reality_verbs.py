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
from foedera.extract.reality_denied import negation
from foedera.extract.reality_imperatives import imperative
from foedera.extract.reality_shades import Reading, table, words_of
from foedera.extract.reality_would import conditions, in_hindsight, turned_out, would
from foedera.tree import ancestors, children, helping

_BESIDE_PAST = frozenset({"despite", "after", "since", "following"})
_AT_PRESENT = frozenset({"now", "still", "currently", "presently"})
_RUNNING = frozenset({"is", "are", "was", "were", "been", "'s", "’s", "'re", "’re", "'m", "am"})
_HOW = frozenset({"how", "when", "where"})
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


def modal_reading(s: Sentence, verb: int, within: Container[int] = ()) -> Reading | None:
    """Return what a modal or "is to" makes of a verb."""
    if (hindsight := in_hindsight(s, verb)) is not None:
        return Reading(hindsight, "have")
    for kid in children(s, verb, "aux"):
        if kid in within:
            continue
        word = s.words[kid].lower()
        if word == "could" and _is_perceived(s, verb):
            return None
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


def _is_perceived(s: Sentence, verb: int) -> bool:
    """Say whether somebody perceived it: "could hear gunfire", "tanks could be seen"."""
    seen = s.lemmas[verb] == "see" and bool(children(s, verb, "auxpass"))
    likened = any(s.words[k].lower() == "as" for k in children(s, verb, "prep"))
    return s.lemmas[verb] in {"hear", "smell"} or (seen and not likened)


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
