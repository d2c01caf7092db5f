"""Says which subjects have yet to come or are only thought of: "a strike would be a mistake"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.light_verbs import light_words
from foedera.extract.reality_prepositions import is_definite
from foedera.extract.reality_shades import table, words_of
from foedera.extract.reality_verbs import modal_reading
from foedera.tree import children

_COMING = frozenset({"place", "effect", "shape", "hold", "root", "form"})
_FRESH = frozenset({"a", "an", "any", "another", "such"})


def carries(s: Sentence, verb: int) -> bool:
    """Say whether a verb only lends its forms to a noun: "held talks", "there may be war"."""
    if s.lemmas[verb] in light_words()["verbs"] | words_of("aspect"):
        return True
    return s.lemmas[verb] == "be" and bool(children(s, verb, "expl"))


def carries_subject(s: Sentence, verb: int) -> bool:
    """Say whether a verb tells that its subject comes about or goes on: "talks may begin".

    "The plan would not authorise strikes" tells that of no plan, nor does what begins or ends
    something else: "the strike would end the talks".
    """
    held = [s.lemmas[k] for k in children(s, verb, "dobj")]
    if s.lemmas[verb] == "take":  # "may take place", not "may have taken a toll"
        return not held or held[0] in _COMING
    lasting = s.lemmas[verb] in words_of("aspect") and not held
    return carries(s, verb) and (lasting or comes_about(s, verb))


def comes_about(s: Sentence, verb: int) -> bool:
    """Say whether who denies a verb denies its subject: "the summit will not take place"."""
    return s.lemmas[verb] in words_of("coming_about") | words_of("coming_verbs")


def never_came(s: Sentence, noun: int) -> bool:
    """Say whether what is told never was: "the planned visit never took place"."""
    own = [s.heads[noun]] if s.deps[noun] == "nsubj" else []
    for verb in [*own, *children(s, noun, "relcl")]:
        denied = any(s.words[k].lower() == "never" for k in children(s, verb, "neg"))
        subjects = children(s, verb, "nsubj")
        told = verb in own or any(s.words[k].lower() in {"that", "which"} for k in subjects)
        if denied and told and s.lemmas[verb] in words_of("coming_about"):
            return s.lemmas[verb] != "take" or carries_subject(s, verb)
    return False


def is_imagined(s: Sentence, at: int, head: int) -> bool:
    """Say whether a subject is only thought of: "arming them would be wrong", "is a mistake".

    So is "a strike could help"; "the strike could help" may have been.
    """
    modal = modal_reading(s, head)
    gerund = s.tags[at] == "VBG"
    if modal is not None:
        open_ended = table("modals").get(modal.cause or "", "planned") != "planned"
        led = s.tags[at] == "VB" and s.deps[at] == "csubj"  # "to strike would be wrong"
        return gerund or led or (is_fresh(s, at) and open_ended and not carries_subject(s, head))
    plain = not children(s, head, "aux", "auxpass")
    return gerund and plain and s.tags[head] in {"VBZ", "VBP"} and not children(s, at, "nsubj")


def is_fresh(s: Sentence, noun: int) -> bool:
    """Say whether a noun tells of something new: "a strike", "new sanctions", "military action"."""
    of = s.tags[noun] == "NN" and any(s.words[k].lower() == "of" for k in children(s, noun, "prep"))
    bare = of or s.tags[noun] == "NNS" or s.lemmas[noun].lower() in words_of("without_article")
    if bare and not children(s, noun, "det", "poss", "nummod"):
        return True
    return any(s.words[k].lower() in _FRESH for k in children(s, noun, "det"))


def is_to_come(s: Sentence, at: int, head: int) -> bool:
    """Say whether a subject has yet to come: "a march will end", "its departure will follow"."""
    modal = modal_reading(s, head)
    if modal is None or modal.reality != "planned" or modal.cause == "to":
        return False
    if s.lemmas[at].lower() in words_of("occasions") and s.lemmas[head] not in words_of("aspect"):
        return True  # "the meeting will focus on trade"
    return is_fresh(s, at) or s.lemmas[head] in words_of("coming_verbs")


def is_yet_to_come(s: Sentence, head: int) -> bool:
    """Say whether a subject "has yet to begin"."""
    yet = any(s.words[k].lower() == "yet" for k in children(s, head, "advmod"))
    led = s.lemmas[head] in {"have", "be"} and yet
    return led and any(carries_subject(s, k) for k in children(s, head, "xcomp"))


def is_laid_down(s: Sentence, noun: int, verb: int) -> bool:
    """Say whether a law only tells who may set what stands: "the sanctions are authorised by"."""
    now = any(s.words[k].lower() in {"is", "are"} for k in children(s, verb, "auxpass"))
    return now and s.deps[noun] == "nsubjpass" and is_definite(s, noun)


def is_met_with(s: Sentence, at: int, head: int) -> bool:
    """Say whether only what would be done about it is told: "a strike would be met with force"."""
    modal = modal_reading(s, head)
    would = modal is not None and modal.cause in {"would", "'d", "’d"}
    return would and is_fresh(s, at) and s.lemmas[head] in words_of("met_with")


def is_supposed(s: Sentence, at: int, head: int) -> bool:
    """Say whether a known subject is one that may come: "its departure would create chaos"."""
    modal = modal_reading(s, head)
    would = modal is not None and modal.cause in {"would", "'d", "’d"}
    if would and _is_consequence(s, head) and not _is_pointed_at(s, at):
        return True
    if would and s.lemmas[head] == "be":  # "a strike on Lima would be a mistake"
        return bool(children(s, head, "attr", "acomp")) and not is_definite(s, at)
    return would and (s.deps[head] == "ROOT" or _is_feared(s, head)) and is_definite(s, at)


def _is_feared(s: Sentence, verb: int) -> bool:
    """Say whether a clause tells what is feared: "the concern is that its departure would"."""
    above = s.heads[verb]
    if s.lemmas[above] == "be":
        return any(s.lemmas[k] in words_of("fearing") for k in children(s, above, "nsubj"))
    return s.deps[verb] in {"ccomp", "acl"} and s.lemmas[above] in words_of("fearing")


def _is_consequence(s: Sentence, verb: int) -> bool:
    """Say whether a verb tells what an act would be or bring: "would be a red line"."""
    if s.lemmas[verb] in words_of("consequences"):
        return True
    said = (s.lemmas[k].lower() for k in children(s, verb, "attr"))
    return s.lemmas[verb] == "be" and any(word in words_of("grave_things") for word in said)


def _is_pointed_at(s: Sentence, noun: int) -> bool:
    return any(s.words[k].lower() in {"this", "that", "these"} for k in children(s, noun, "det"))
