"""What a happening is by what is thought, asked or imagined of it where no verb's form tells.

Doubt leaves it told as done ("an alleged attack"); a condition, an aim or a vote against it
leaves it open ("will answer any attack", "voted against action").
"""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.reality_ahead import comes_about
from foedera.extract.reality_denied import negation
from foedera.extract.reality_prepositions import is_definite, is_occasion
from foedera.extract.reality_shades import Reading, reading_of, table, words_of
from foedera.extract.reality_verbs import modal_reading
from foedera.tree import children

_JUDGING = frozenset({"under", "on", "in", "of"})  # "is under study", "is out of the question"
_BARE = frozenset({"VB", "VBG"})
_PRESENT = frozenset({"VBZ", "VBP"})


def is_doubted(reading: Reading) -> bool:
    """Say whether a happening is told by a word of doubt: "an alleged attack"."""
    return (
        reading.cause is not None and table("adjectives_on_noun").get(reading.cause) == "happened"
    )


def is_suspected(s: Sentence, verb: int) -> bool:
    """Say whether somebody is only suspected of it: "is suspected of trying to bomb it"."""
    at = verb
    while s.deps[at] in {"xcomp", "conj", "pcomp"} and s.tags[at] in _BARE:
        above = s.heads[at]
        if s.deps[at] == "pcomp":
            return s.words[above].lower() == "of" and s.lemmas[s.heads[above]] == "suspect"
        at = above
    return False


def doubted(s: Sentence, at: int, head: int) -> Reading | None:
    """Read an infinitive as done or going on that only seems so or is believed so.

    "Appeared to back down" has backed down, "is believed to fund them" does.
    """
    if s.lemmas[head].lower() not in words_of("doubting"):
        return None
    runs = s.tags[head] in _PRESENT or any(
        s.words[k].lower() in {"is", "are"} for k in children(s, head, "auxpass")
    )
    return Reading("ongoing" if runs or s.tags[at] == "VBG" else "happened", s.lemmas[head])


def weighed(s: Sentence, noun: int) -> Reading | None:
    """Read what is voted against, consented to or faced: "faces sanctions if it attacks"."""
    if s.tags[noun][0] != "N":
        return None
    above = s.heads[noun]
    if s.deps[noun] == "dobj" and s.lemmas[above] in {"face", "risk"}:
        opened = any(children(s, k, "mark") for k in children(s, above, "advcl"))
        return Reading("conditional", "face") if opened else None
    if s.deps[noun] != "pobj" or is_definite(s, noun):
        return None
    pair = f"{s.lemmas[s.heads[above]].lower()} {s.words[above].lower()}"
    return Reading("possible", pair) if pair in words_of("weighed_with") else None


def is_any_to_come(s: Sentence, noun: int) -> bool:
    """Say whether a subject tells of whatever may come: "any attack will be met with force"."""
    if s.deps[noun] not in {"nsubj", "nsubjpass"} or s.tags[noun] not in {"NN", "NNS"}:
        return False
    whatever = any(s.words[k].lower() == "any" for k in children(s, noun, "det"))
    modal = modal_reading(s, s.heads[noun])
    return whatever and modal is not None and modal.cause in {"will", "would"}


def answered(s: Sentence, noun: int) -> int | None:
    """Return the word whose reality tells if a thing answered has come: "acts in response to"."""
    to = s.heads[noun]
    response = s.heads[to]
    if s.deps[noun] == "conj":
        return answered(s, to)
    named = s.deps[noun] == "pobj" and s.lemmas[response] == "response"
    if not named or s.words[to].lower() != "to" or is_definite(s, noun):
        return None
    above = s.heads[response]
    return s.heads[above] if s.tags[above] == "IN" else None


def thought_of(s: Sentence, adjective: int) -> Reading | None:
    """Read what it "would be wrong to" do, or what one is "too weak to" do."""
    modal = modal_reading(s, s.heads[adjective])
    told = reading_of("adjectives_over", s.lemmas[adjective].lower())
    denied = negation(s, s.heads[adjective]) is not None  # "could not be more proud to"
    if modal is not None and modal.reality != "demanded" and told is None and not denied:
        return Reading("possible", modal.cause)
    return too_little_done(s, adjective)


def too_little_done(s: Sentence, head: int) -> Reading | None:
    """Read "did little to sway them", "has not done enough to halt the war" as not done.

    So is what one is "too weak to" do.
    """
    if s.tags[head][0] in "JR" and s.lemmas[head].lower() not in words_of("all_too"):
        too = any(s.words[k].lower() == "too" for k in children(s, head, "advmod"))
        return Reading("not-happened", "too") if too and not negation(s, s.heads[head]) else None
    if s.lemmas[head] != "do":
        return None
    for kid in children(s, head, "dobj"):
        word = s.words[kid].lower()
        if word in words_of("too_little"):
            return Reading("not-happened", word)
        if word in words_of("not_enough") and negation(s, head) is not None:
            return Reading("not-happened", word)
    return None


def is_meant(s: Sentence, at: int, verb: int) -> bool:
    """Say whether a verb only tells what an act was for: "the strikes were intended to deter"."""
    meant = s.deps[at] == "nsubjpass" and s.lemmas[verb] in {"intend", "design", "mean"}
    return meant and bool(children(s, verb, "xcomp"))


def is_from_somebody(s: Sentence, noun: int, verb: int) -> bool:
    """Say whether what is sought is sought of somebody: "seeks help from Chad"."""
    preps = (*children(s, noun, "prep"), *children(s, verb, "prep"))
    return s.deps[noun] == "dobj" and any(s.words[k].lower() == "from" for k in preps)


def may_have_to(s: Sentence, verb: int) -> Reading | None:
    """Read "may have to leave", "might need to leave" as open."""
    modal = modal_reading(s, verb)
    return modal if modal is not None and modal.reality == "possible" else None


def is_raised(s: Sentence, noun: int, verb: int) -> bool:
    """Say whether only what a subject will do is expected: "the sanctions are expected to bite".

    An occasion, and what is expected to take place, has itself yet to come.
    """
    outcomes = [k for k in children(s, verb, "xcomp") if s.tags[k] == "VB"]
    if outcomes and table("verbs_infinitive").get(s.lemmas[verb]) == "demanded":
        return s.deps[noun] == "nsubjpass"  # "people attending protests are urged to obey"
    if s.deps[noun] != "nsubjpass" or is_occasion(s, noun) or not is_definite(s, noun):
        return False
    comes = any(comes_about(s, k) or children(s, k, "auxpass") for k in outcomes)
    return bool(outcomes) and not comes and not any(s.lemmas[k] == "be" for k in outcomes)


def judged_subject(s: Sentence, noun: int, be: int) -> Reading | None:
    """Read a subject that is judged, unless only what comes of it is: "the ban is likely to fail".

    What is itself likely to come has yet to ("the ban is likely to take effect"), and so have an
    occasion and what is told as new ("a ban is likely to fail").
    """
    outcomes = [k for a in children(s, be, "acomp") for k in children(s, a, "xcomp")]
    comes = any(comes_about(s, k) or children(s, k, "auxpass") for k in outcomes)
    if (ahead := _is_ahead(s, be, comes or not outcomes)) is not None:
        return Reading("planned", ahead)
    if outcomes and not comes and is_definite(s, noun) and not is_occasion(s, noun):
        return None
    return judged(s, be)


def _is_ahead(s: Sentence, be: int, comes: bool) -> str | None:
    """Return the word by which a subject is to come: "is imminent", "is due", "was to begin"."""
    if negation(s, be) is not None:
        return None
    near = [s.lemmas[k].lower() for k in children(s, be, "acomp") if not _gives_reason(s, k)]
    if comes and (found := [word for word in near if word in words_of("ahead")]):
        return found[0]
    coming = [k for k in children(s, be, "xcomp") if s.tags[k] == "VB" and not near]
    return "to" if any(comes_about(s, k) or children(s, k, "auxpass") for k in coming) else None


def _gives_reason(s: Sentence, adjective: int) -> bool:
    """Say whether something "is due to" what caused it."""
    return any(s.words[k].lower() == "to" for k in children(s, adjective, "prep"))


def judged(s: Sentence, be: int) -> Reading | None:
    """Read "a war is unlikely", "talks are possible"."""
    for kid in children(s, be, "acomp", "attr", "oprd"):
        if s.deps[kid] == "attr" and s.lemmas[kid].lower() in words_of("unreal_things"):
            return Reading("possible", s.lemmas[kid].lower())
        only = {s.words[k].lower() for k in children(s, kid, "amod")} & {"only", "best", "sole"}
        if s.deps[kid] == "attr" and only and s.lemmas[kid].lower() in words_of("ways_out"):
            return Reading("possible", s.lemmas[kid].lower())
        if s.deps[kid] == "attr" and s.lemmas[kid].lower() in words_of("chances"):
            return Reading("possible", s.lemmas[kid].lower())
        reading = reading_of("adjectives_over", s.lemmas[kid].lower())
        if reading is not None and reading.reality in {"possible", "not-happened"}:
            return reading
    for prep in children(s, be, "prep"):
        for noun in children(s, prep, "pobj"):
            if (s.words[prep].lower(), s.lemmas[noun]) == ("off", "table"):
                kept = negation(s, be) is not None
                return Reading("possible" if kept else "not-happened", "off")
            if s.words[prep].lower() in _JUDGING:
                return reading_of("judging_nouns", s.lemmas[noun].lower())
    return None


def supposed_by(s: Sentence, be: int) -> Reading | None:
    """Read what a subject only supposes: "one possibility is that they left"."""
    told = (s.lemmas[k].lower() for k in children(s, be, "nsubj"))
    return next((Reading("possible", k) for k in told if k in words_of("suppositions")), None)
