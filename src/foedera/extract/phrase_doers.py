"""Of whom a phrase that a preposition opens is told: "fired it in defiance of", "in talks with"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.subjects import surface_subject
from foedera.tree import children

_OWNERS = ("poss", "amod", "compound", "nmod")
# Verbs that tell themselves what the phrase adds to them: "spoke by phone with".
_TALKING = frozenset({"speak", "talk", "confer", "consult", "discuss", "meet", "chat"})
_SETTING, _LINKING = "prep", frozenset({"IN", "TO"})


def doers_of_phrase(s: Sentence, tokens: tuple[int, ...], head: int) -> dict[str, tuple[int, ...]]:
    """Return the slots that the words before a phrase fill: `subject` and `subject_owner`.

    Only of phrases that lead on to somebody or something: "on a visit to", "in breach of". "Peru
    fired it in defiance of the ban": Peru; "Peru's test in defiance of the ban": the test, Peru's.
    """
    above = s.heads[head]
    if s.tags[head] == "JJ" and s.tags[tokens[-1]] in _LINKING:
        return _of_adjective(s, head)
    if s.deps[head] != _SETTING or s.tags[tokens[-1]] not in _LINKING or head == tokens[-1]:
        return {}
    if s.tags[above][0] == "N":
        return {"subject": (above,), "subject_owner": tuple(children(s, above, *_OWNERS))}
    if s.tags[above][0] != "V" or s.lemmas[above] in _TALKING:
        return {}
    doers = surface_subject(s, above)
    owners = tuple(k for t in doers for k in children(s, t, *_OWNERS))
    return {"subject": doers, "subject_owner": owners}


def _of_adjective(s: Sentence, adjective: int) -> dict[str, tuple[int, ...]]:
    """Return whom an adjective is said of: "X remained critical of", "those critical of"."""
    above = s.heads[adjective]
    if s.deps[adjective] == "acomp" and s.tags[above][0] == "V":
        return {"subject": surface_subject(s, above)}
    behind = s.deps[adjective] in {"amod", "acl", "relcl"} and above < adjective
    return {"subject": (above,)} if behind and s.tags[above][0] == "N" else {}


__all__ = ["doers_of_phrase"]
