"""What a preposition above a happening makes of it: "a plan for talks", "without signing"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.reality_denied import negation, no_phrase
from foedera.extract.reality_shades import Reading, reading_of, table, words_of
from foedera.extract.reality_verbs import modal_reading, verb_reading
from foedera.tree import children

_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_ABOUT = frozenset({"about", "on", "over", "after", "into"})
_FROM = frozenset({"against", "from"})
_OVER = frozenset({"of", "for", "to", "on", "about", "over", "toward", "towards"})
_MUSING = frozenset({"talk", "speak", "joke", "dream", "think", "fantasise", "fantasize", "muse"})
_CASES = frozenset({"case", "event"})  # "in case of an attack"
_SOUGHT = frozenset({"on", "about", "over", "for", "toward", "towards"})
_FACT = Reading("happened")
_REAL = frozenset({"happened", "ongoing"})


def over_preposition(s: Sentence, at: int, prep: int) -> Reading | None:
    """Read "plan for talks", "accused of sending", "without signing", "called for talks"."""
    word, above = s.words[prep].lower(), s.heads[prep]
    lemma = s.lemmas[above].lower()
    if is_answered_for(s, at):
        return _FACT
    if (settled := _settled(s, at, prep)) is not None:
        return settled
    if word == "without" or _is_instead(s, prep):
        return Reading("not-happened", word)
    if word == "as" and s.words[prep - 1].lower() == "such" and s.tags[at][0] == "N":
        return None  # as real as what it is an instance of
    if _is_told_of(s, at, prep):
        return _FACT
    if word == "of" and lemma in _CASES and s.words[s.heads[above]].lower() == "in":
        return None if is_definite(s, at) else Reading("conditional", lemma)
    if word == "of" and lemma in words_of("turns"):
        return _of_turn(s, above)
    if (paper := paper_ahead(s, prep)) is not None:
        return Reading("planned", paper)
    if s.tags[at] == "VBG" and (left := _left_open(word, lemma)) is not None:
        return left
    if is_occasion(s, at) and f"{lemma} {word}" in words_of("nearing"):
        return Reading("planned", lemma)  # "heading into the talks"
    if word in _ABOUT and s.tags[at][0] == "N" and (is_definite(s, at) or _is_counted(s, at)):
        return None if word == "after" and is_occasion(s, at) else _FACT
    if word == "of" and lemma in words_of("made_of"):
        return None
    if word in _SOUGHT and lemma in words_of("talked_of") and _is_a(s, at):
        return Reading("planned", lemma)  # "talks on a cease-fire"
    if word in _FROM and s.tags[at][0] == "N" and lemma in words_of("guarding"):
        return None if is_definite(s, at) else Reading("possible", lemma)
    if word == "of" and (mused := _without_sign(s, at, above) or _mused_of(s, at, above)):
        return mused
    if s.tags[at] == "VBG" and f"{lemma} {word}" in words_of("working_at"):
        return Reading("planned", lemma)
    if word in {"until", "till"} and s.tags[at][0] == "N" and s.tags[above] == "VB":
        return Reading("planned", word)  # "will wait until the inauguration"
    if word == "of" and s.tags[at][0] == "N" and s.words[above].lower() == "ahead":
        return Reading("planned", "ahead")  # "ahead of Russian war games"
    if (told := _still_far(s, at, prep)) is not None:
        return told
    if word in {"in", "for", "to"} and s.tags[at][0] == "N" and _is_minded(s, prep):
        return None if is_definite(s, at) or _is_plural(s, at) else Reading("possible", lemma)
    if s.tags[above][0] == "N" and (word in _OVER or (word == "in" and s.tags[at] == "VBG")):
        return reading_of("nouns", lemma)
    if lemma == "close" and word == "to" and (s.tags[above][0] in "JR" or _is_number(s, at)):
        return _close_to(s, at, above)
    if held_for(s, at, prep):
        return _FACT  # "must be held accountable for the raid": it was made
    if s.tags[above][0] == "V" or _warned_whom(s, prep) is not None:
        return _verb_over_preposition(lemma, word) or _aimed_at(s, at, prep)
    if s.tags[above][0] == "J" and lemma in words_of("wary"):
        known = s.tags[at][0] == "N" and is_definite(s, at)
        return None if known else Reading("possible", lemma)
    if (lemma, word) == ("subject", "to") and s.lemmas[at].lower() in words_of("consents"):
        return Reading("planned", lemma)
    if s.tags[above][0] == "J" and (lemma, word) != ("critical", "of"):
        return reading_of("adjectives_over", lemma)
    return None


def _lacked(s: Sentence, without: int) -> Reading | None:
    """Read what something hangs on: "without talks there will be war".

    "Without the raid they would have won" tells of a raid that was made.
    """
    verb = s.heads[without]
    helped = children(s, verb, "aux")
    if without > verb or all(s.tags[k] != "MD" for k in helped):
        return None
    return (
        _FACT if any(s.lemmas[k] == "have" for k in helped) else Reading("conditional", "without")
    )


def _settled(s: Sentence, at: int, prep: int) -> Reading | None:
    """Read what is barred or agreed on: "a ban on raids", "a deal on the release of the men"."""
    word, above = s.words[prep].lower(), s.heads[prep]
    lemma = s.lemmas[above].lower()
    if word == "without":
        return _lacked(s, prep)
    if lemma in words_of("bans") and word in {"on", "against"} and s.tags[above][0] == "N":
        return Reading("not-happened", lemma)
    noun = prep - 1 if prep - 1 in children(s, above, "dobj") else above
    if s.tags[at] == "VBG" and word == "to" and s.lemmas[noun].lower() in words_of("resistances"):
        return Reading("possible", lemma)
    modal = modal_reading(s, s.heads[above]) if (lemma, word) == ("subject", "to") else None
    if modal is not None:
        return modal  # "could be subject to sanctions"
    if (ahead := _opened(s, at, prep, noun)) is not None:
        return ahead
    agreed = lemma in words_of("deals") and word in {"on", "about"} and _is_deed_of(s, at)
    return Reading("planned", lemma) if agreed else None


def _opened(s: Sentence, at: int, prep: int, noun: int) -> Reading | None:
    """Read what a way is cleared for, a day not yet set for, or somebody makes a point of."""
    word, above = s.words[prep].lower(), s.heads[prep]
    lemma = s.lemmas[noun].lower()
    verb = above if noun != above else s.heads[above]
    if word == "for" and lemma in {"way", "path", "door"} and not is_definite(s, at):
        return Reading("possible", lemma)
    if (word, lemma, s.lemmas[verb]) == ("of", "point", "make"):
        return _FACT
    dates = [above] if word == "of" else children(s, above, "nsubjpass", "dobj")
    unset = s.heads[above] if word == "of" else above
    dated = any(s.lemmas[k] in {"date", "timetable", "timeline"} for k in dates)
    if word in {"of", "for"} and dated and s.tags[unset][0] == "V" and negation(s, unset):
        return Reading("planned")  # "no date has been set for the visit"
    return None


def _is_deed_of(s: Sentence, noun: int) -> bool:
    """Say whether a noun tells what is done to something: "the release of the sailors"."""
    several = s.tags[noun] == "NN" and not _is_counted(s, noun)
    return several and any(s.words[k].lower() == "of" for k in children(s, noun, "prep"))


def _without_sign(s: Sentence, at: int, above: int) -> Reading | None:
    """Read "no sign of a raid" as none, "no sign of the raid" as nothing told against it."""
    none = s.lemmas[above].lower() in words_of("signs") and no_phrase(s, above)
    return Reading("not-happened", "no") if none and not is_definite(s, at) else None


def _mused_of(s: Sentence, at: int, above: int) -> Reading | None:
    """Read what is only talked of: "talk of war", not "spoke of the war", "of clashes"."""
    lemma = s.lemmas[above].lower()
    if lemma not in {"talk", "speak", "dream"} or s.tags[above] == "NNS":
        return None
    told = s.tags[above][0] == "V" and s.tags[at][0] == "N" and lemma != "dream"
    known = told and (is_definite(s, at) or _is_plural(s, at))
    return None if known else Reading("possible", lemma)


def _is_told_of(s: Sentence, at: int, prep: int) -> bool:
    """Say whether what a noun is of took place: "details of the attack", "the aim of the visit".

    So it did of which somebody "made no mention", but not of which there is "no evidence".
    """
    word, above = s.words[prep].lower(), s.heads[prep]
    if s.tags[above][0] == "V" and prep - 1 in children(s, above, "dobj"):
        above = prep - 1  # "offered no apology for the raid"
    lemma = s.lemmas[above].lower()
    if s.tags[at][0] != "N" or not is_definite(s, at):
        return False
    if word == "for" and (lemma in words_of("answered_for") or lemma == "event"):
        return True  # "no claims of responsibility for the attack", "the event for the war"
    if word not in {"of", "to"}:
        return False
    told = lemma in words_of("aims") or (lemma in words_of("told_of") and not no_phrase(s, above))
    return lemma in words_of("spoken_of") or (word == "of" and told)


def is_answered_for(s: Sentence, noun: int) -> bool:
    """Say whether a noun tells what is answered or likened to, which was made.

    "In retaliation for the raid", "to punish them for raids", "compared it to the raid".
    """
    prep = s.heads[noun]
    if s.deps[noun] != "pobj" or s.tags[noun][0] != "N":
        return False
    word, above = s.words[prep].lower(), s.heads[prep]
    lemma, known = s.lemmas[above].lower(), is_definite(s, noun)
    if s.tags[above][0] == "V":
        open_ended = children(s, noun, "det") or any(
            reading_of("adjectives_on_noun", s.words[k].lower()) for k in children(s, noun, "amod")
        )
        several = _is_plural(s, noun) and not open_ended
        return word == "for" and lemma in words_of("retaliating") and (known or several)
    likened = s.deps[above] in {"dobj", "nsubjpass"} and s.lemmas[s.heads[above]]
    alike = word == "to" and likened in words_of("likening")
    return known and word in {"to", "for"} and (alike or lemma in words_of("responses"))


def is_harmed_in(s: Sentence, noun: int) -> bool:
    """Say whether it would come with what may befall somebody: "could be killed in a raid"."""
    prep = s.heads[noun]
    verb = s.heads[prep]
    if s.words[prep].lower() not in {"in", "by"} or not _is_a(s, noun) or s.tags[verb][0] != "V":
        return False
    return verb_reading(s, verb).reality in {"possible", "conditional"}


def _left_open(word: str, lemma: str) -> Reading | None:
    """Read "a resolution for fighting them", "split over arming them", "pulled back from it"."""
    if word == "against":
        kept = lemma in words_of("decided_against")
        return Reading("not-happened" if kept else "possible", word)
    if word == "for" and lemma in words_of("mandates"):
        return Reading("planned", lemma)
    if word == "of" and lemma in words_of("clearing"):
        return Reading("not-happened", lemma)
    if word == "from" and lemma in {"gain", "benefit", "profit"}:
        return Reading("possible", lemma)
    if word == "from" and lemma in words_of("shrinking_from"):
        return Reading("not-happened", lemma)
    if lemma in _MUSING and word == "about":  # "joked about killing him"
        return Reading("possible", lemma)
    if word == "between" and lemma in words_of("choosing"):
        return Reading("possible", lemma)
    debated = lemma in words_of("debated") and word in {"over", "on", "about", "of"}
    return Reading("possible", lemma) if debated else None


def _of_turn(s: Sentence, turn: int) -> Reading | None:
    """Read "the next round of talks", which is to come, unless it "began"."""
    verb = s.heads[turn]
    if s.deps[turn] in {"nsubj", "nsubjpass"} and s.tags[verb] == "VBD":
        return None
    ahead = (
        reading_of("adjectives_on_noun", s.words[k].lower()) for k in children(s, turn, "amod")
    )
    return next((found for found in ahead if found and found.reality == "planned"), None)


def _aimed_at(s: Sentence, at: int, prep: int) -> Reading | None:
    """Read what a verb is directed at: "tasked with seizing", "hope for aid", "warned against"."""
    verb = _warned_whom(s, prep)
    word, lemma = s.words[prep].lower(), s.lemmas[s.heads[prep] if verb is None else verb].lower()
    pair = f"{lemma} {word}"
    on_the_way = word in {"toward", "towards"} and s.tags[at] == "NNS"
    if (s.tags[at] == "VBG" or on_the_way) and pair in words_of("working_at"):
        return Reading("planned", lemma)
    if s.tags[at] == "VBG" and pair == "oppose to":
        return Reading("possible", lemma)
    if pair in words_of("striving"):
        return Reading("planned", lemma)
    if word == "against" and lemma in words_of("cautioning") and not is_definite(s, at):
        return Reading("possible", lemma)
    return None


def _warned_whom(s: Sentence, prep: int) -> int | None:
    """Return the verb above whom the parser hung "against" on: "warned Chad's army against"."""
    above = s.heads[prep]
    hung = s.words[prep].lower() == "against" and s.deps[above] == "dobj" and above == prep - 1
    return s.heads[above] if hung else None


def held_for(s: Sentence, at: int, prep: int) -> bool:
    """Say whether somebody is held, or to be held, accountable for what is known."""
    above = s.heads[prep]
    answers = s.words[prep].lower() == "for" and s.lemmas[above].lower() in words_of(
        "held_to_account"
    )
    if not answers or s.tags[at][0] != "N":
        return False
    return s.lemmas[s.heads[above]] == "hold" or is_definite(s, at)


def _still_far(s: Sentence, at: int, prep: int) -> Reading | None:
    """Read "years away from building", "within reach of building", "talk X out of signing"."""
    if s.tags[at] != "VBG":
        return None
    word, above = s.words[prep].lower(), s.heads[prep]
    lemma = s.words[above].lower()
    away = word == "from" and s.words[prep - 1].lower() == "away"
    verb = s.heads[above] if lemma == "away" else above
    if away and s.lemmas[verb] in words_of("turning_away"):
        if negation(s, verb) is None:
            return Reading("not-happened", "away")  # "shied away from building"
        return Reading("planned") if modal_reading(s, verb) else _FACT
    if (word == "from" and lemma == "away") or (word == "of" and lemma in words_of("nearness")):
        return Reading("possible", lemma)
    verb = s.heads[above]
    if (word, lemma) == ("of", "out") and s.lemmas[verb] in words_of("talked_out_of"):
        was = s.tags[verb] in {"VBD", "VBN"} and verb_reading(s, verb).reality in _REAL
        return Reading("not-happened" if was else "possible", lemma)
    return None


def is_occasion(s: Sentence, noun: int) -> bool:
    """Say whether a noun tells of what is held on a day: a summit, a visit."""
    return s.tags[noun][0] == "N" and s.lemmas[noun].lower() in words_of("occasions")


def _is_counted(s: Sentence, noun: int) -> bool:
    """Say whether a noun tells of so many, or of late ones: "two tests", "recent raids"."""
    near = children(s, noun, "nummod", "amod")
    return any(s.deps[k] == "nummod" or s.words[k].lower() in words_of("lately") for k in near)


def _is_minded(s: Sentence, prep: int) -> bool:
    """Say whether a preposition tells what somebody has a mind for: "showed interest in"."""
    above = s.heads[prep]
    noun = prep - 1 if prep - 1 in children(s, above, "dobj") else above
    return s.lemmas[noun].lower() in words_of("minded")


def _is_a(s: Sentence, noun: int) -> bool:
    """Say whether a noun tells of something new: "a cease-fire"."""
    return s.tags[noun] == "NN" and any(
        s.words[k].lower() in {"a", "an"} for k in children(s, noun, "det")
    )


def _is_plural(s: Sentence, noun: int) -> bool:
    return s.tags[noun] in {"NNS", "NNPS"}


def _close_to(s: Sentence, at: int, close: int) -> Reading | None:
    """Read "close to signing", "came close to signing", but "close to 40 deaths"."""
    came = s.lemmas[s.heads[close]] == "come"
    shade = Reading("not-happened" if came else "possible", "close")
    return None if _is_number(s, at) else shade


def _is_number(s: Sentence, noun: int) -> bool:
    """Say whether a noun is counted, so that what leads to it only bounds the count."""
    return s.tags[noun] == "CD" or bool(children(s, noun, "nummod"))


def brings_about(s: Sentence, prep: int) -> bool:
    """Say whether what stands behind a preposition is as real as its verb: "could lead to war"."""
    pair = f"{s.lemmas[s.heads[prep]].lower()} {s.words[prep].lower()}"
    return pair in words_of("bringing_about")


def _is_instead(s: Sentence, prep: int) -> bool:
    """Say whether the preposition is that of "instead of", "rather than", "short of"."""
    return prep > 0 and s.words[prep - 1].lower() in words_of("instead")


def _verb_over_preposition(lemma: str, word: str) -> Reading | None:
    if word in {"for", "on"} and table("verbs_noun").get(lemma) in {"demanded", "planned"}:
        return reading_of("verbs_noun", lemma)
    if word == "for" and lemma in words_of("made_ready_for"):
        return Reading("planned", lemma)
    if word == "from" and lemma in words_of("kept_from"):
        return Reading("not-happened", lemma)
    if f"{lemma} {word}" in words_of("counted_on"):
        return Reading("possible", lemma)
    if word == "of" and lemma in {"accuse", "suspect", "warn"}:
        return Reading("possible", lemma) if lemma == "warn" else _FACT
    if (word == "to" and lemma in {"agree", "commit", "look"}) or (word == "at" and lemma == "aim"):
        return Reading("planned", lemma)
    return None


def paper_ahead(s: Sentence, prep: int) -> str | None:
    """Return the noun by which what follows lies ahead: "a law on leaving", "procedures for".

    The parser may hang the preposition on the verb: "signed a law on its withdrawal".
    """
    if s.words[prep].lower() not in _ABOUT | {"for"}:
        return None
    above = s.heads[prep]
    behind = prep - 1 in children(s, above, "dobj") and s.tags[above][0] == "V"
    lemma = s.lemmas[prep - 1 if behind else above].lower()
    return lemma if lemma in words_of("papers_ahead") else None


def is_definite(s: Sentence, noun: int) -> bool:
    """Say whether a noun phrase speaks of something taken as known: "the attack", "its raid"."""
    for kid in children(s, noun, "det", "poss", "amod"):
        word = s.words[kid].lower()
        if s.deps[kid] == "poss" or word in (
            words_of("lately") if s.deps[kid] == "amod" else _KNOWN
        ):
            return True
    return s.tags[noun] == "NNP"
