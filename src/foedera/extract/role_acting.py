"""Which nouns can do something, as people and bodies can."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.noun_classes import base_forms, classes_of, measures
from foedera.extract.role_words import role_words
from foedera.tree import children

_HUMAN = ("sman", "woman", "tman", "dman", "kman", "mate", "-in-law")
_NOT_HUMAN = frozenset(
    {"climate", "ultimate", "estimate", "talisman", "inmate", "primate", "stalemate", "checkmate",
     "intimate", "ottoman"}
)  # fmt: skip


def is_person(s: Sentence, token: int) -> bool:
    """Say whether a noun is somebody, whoever's he is: a driver, a widow, a tradesman."""
    forms = base_forms(s, token)
    if not (role_words("acting_people") | role_words("human_nouns")).isdisjoint(forms):
        return True
    lemma = s.lemmas[token].lower()
    return s.tags[token][0] == "N" and lemma.endswith(_HUMAN) and lemma not in _NOT_HUMAN


def is_acting(s: Sentence, token: int) -> bool:
    """Say whether the noun at `token` can do something, as people and bodies can."""
    if measures(s, token) and s.tags[token][0] == "N":
        return _measures_actors(s, token)
    if s.tags[token] in {"PRP", "PRP$", "DT", "CD"} or measures(s, token):
        return True
    forms = base_forms(s, token)
    if is_person(s, token) or not role_words("acting_nouns").isdisjoint(forms):
        return True
    if s.tags[token][0] == "N" and _is_designation(s.words[token]):
        return True
    return not classes_of(s, token).isdisjoint(role_words("acting_classes"))


def _is_designation(word: str) -> bool:
    """Say whether a word is the model of an aircraft or a ship: "F-16s", "MiG-29"."""
    letters, _, number = word.partition("-")
    return letters.isalpha() and letters[0].isupper() and len(letters) < 4 and number[:1].isdigit()


def _measures_actors(s: Sentence, token: int) -> bool:
    """Say whether a measure noun counts those who act: "dozens of rebels", no "months of talks"."""
    acting = not role_words("acting_nouns").isdisjoint(base_forms(s, token))
    for prep in children(s, token, "prep"):
        if s.words[prep].lower() == "of":
            below = children(s, prep, "pobj")
            people = any(s.tags[k] == "NNPS" for k in below)  # "thousands of Egyptians"
            return acting or people or any(is_acting(s, k) for k in below)
    return acting or s.lemmas[token].lower() in role_words("counting_nouns")
