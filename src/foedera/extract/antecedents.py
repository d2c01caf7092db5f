"""The noun that a clause behind it is about, where the parser hung it on the last one."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.role_words import role_words


def antecedent(s: Sentence, clause: int) -> int:
    """Return the noun that a relative clause is about.

    "The treaty on good relations that Peru signed": what is signed is the treaty.
    """
    noun = s.heads[clause]
    if s.lemmas[clause].lower() not in role_words("made_of_pacts"):
        return noun
    at = noun
    while s.deps[at] == "pobj" and s.tags[s.heads[s.heads[at]]][0] == "N":
        at = s.heads[s.heads[at]]
        if s.lemmas[at].lower() in role_words("pact_nouns"):
            return at
    return noun
