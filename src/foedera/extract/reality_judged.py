"""Deeds that are judged: "it would be illegal to arm them", "was right to leave", "is time to"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.reality_denied import negation
from foedera.extract.reality_shades import Reading, reading_of, words_of
from foedera.extract.reality_verbs import modal_reading
from foedera.extract.reality_weighed import too_little_done
from foedera.tree import children


def of_judgement(s: Sentence, adjective: int) -> Reading | None:
    """Read "it would be illegal to leave", "it is not right to arm them", "it was hard to sign"."""
    be = s.heads[adjective]
    told = too_little_done(s, adjective) or reading_of(
        "adjectives_over", s.lemmas[adjective].lower()
    )
    thought = told is None and (modal_reading(s, be) is not None or s.tags[be] == "VBZ")
    denied = told is not None and told.reality == "demanded" and negation(s, be) is not None
    return Reading("possible", "it") if thought or denied else told


def is_high_time(s: Sentence, noun: int) -> bool:
    """Say whether it "is time" for something."""
    subject = (s.words[k].lower() for k in children(s, s.heads[noun], "nsubj", "expl"))
    return s.lemmas[noun] == "time" and s.deps[noun] == "attr" and "it" in subject


def was_judged(s: Sentence, adjective: int) -> bool:
    """Say whether somebody is judged for what was done: "was right to leave"."""
    be = s.heads[adjective]
    if s.lemmas[adjective] not in words_of("judged_doing") or s.tags[be] != "VBD":
        return False
    return s.lemmas[be] == "be" and negation(s, be) is None
