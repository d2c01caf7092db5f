"""By which verb a demand or a reproach is answered, so that it was made to who does so.

"Chad turned down Mali's plea", "Mali's plea was snubbed by Chad", "Chad bowed to Mali's demand".
"""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.role_words import role_words
from foedera.tree import children

_UNDERGOING = frozenset({"dobj", "nsubjpass"})


def answering_verb(s: Sentence, noun: int) -> int | None:
    """Return the verb by whose doer what a noun tells is answered, None if nobody answers it."""
    above = s.heads[noun]
    if s.deps[noun] in _UNDERGOING:
        return above if _names(s, above, _particles(s, above)) else None
    if s.deps[noun] != "pobj" or s.tags[above] not in {"IN", "TO", "RP"}:
        return None
    verb, word = s.heads[above], s.words[above].lower()
    if word != "to":  # "brushing [off] a plea" with the particle read as a preposition
        apart = s.tags[verb][0] == "V" and s.lemmas[verb] not in role_words("answering_verbs")
        return verb if apart and _names(s, verb, [word]) else None
    if s.tags[verb][0] == "N" and s.deps[verb] == "dobj":  # "a deaf ear [to] the plea"
        verb = s.heads[verb]
    deaf = any(s.lemmas[k].lower() == "ear" for k in children(s, verb, "dobj"))
    return verb if deaf or s.lemmas[verb] in role_words("responding_verbs") else None


def _particles(s: Sentence, verb: int) -> list[str]:
    return [s.words[k].lower() for k in children(s, verb, "prt", "advmod")]


def _names(s: Sentence, verb: int, particles: list[str]) -> bool:
    """Say whether a verb, alone or with its particle, answers."""
    lemma, words = s.lemmas[verb].lower(), role_words("answering_verbs")
    return lemma in words or any(f"{lemma} {word}" in words for word in particles)
