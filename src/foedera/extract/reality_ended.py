"""What somebody wants ended goes on: "demanded an end to the raids", "refused to lift the ban"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.reality_prepositions import is_definite
from foedera.extract.reality_shades import words_of

_OF = frozenset({"to", "of", "in"})
_STOP = "stop"  # who stops one raid may keep it from being made


def end_above(s: Sentence, noun: int) -> int | None:
    """Return the word by which something ends: "an end to the raids", "must halt its raids"."""
    if s.tags[noun][0] != "N":
        return None
    over = s.heads[noun]
    if s.deps[noun] == "conj" and s.tags[over][0] == "N":
        return end_above(s, over)
    if s.deps[noun] == "pobj" and s.words[over].lower() in _OF:
        end = s.heads[over]
        return end if s.tags[end][0] == "N" and s.lemmas[end].lower() in words_of("ends") else None
    if s.deps[noun] not in {"dobj", "nsubjpass"} or s.tags[over][0] != "V":
        return None
    lemma = s.lemmas[over]
    stands = s.lemmas[noun].lower() in words_of("standing_curbs") and lemma in words_of("easing")
    several = is_definite(s, noun) or s.tags[noun] in {"NNS", "NNPS"}
    ends = lemma in words_of("ending") and (several or lemma != _STOP)
    return over if stands or ends else None
