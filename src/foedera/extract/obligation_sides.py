"""Who owes what a term lays down, and to whom, by the words of its own clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from foedera.data import Actor, Sentence
from foedera.extract.mention_index import TokenMentions
from foedera.extract.pact_rows import is_joined_infinitive, obliged_to
from foedera.extract.pact_terms import is_agreement
from foedera.extract.reality_denied import negation
from foedera.extract.role_words import role_words
from foedera.extract.subjects import is_passive
from foedera.lexicons import load_words
from foedera.tree import children, subtree

_SUBJECTS = ("nsubj", "nsubjpass")
_EACH = frozenset({"both", "each", "neither", "either"})
_LEAVE = frozenset({"may", "can"})
_AGAINST, _TOWARDS = frozenset({"on", "against"}), frozenset({"to", "for"})
_BY_WHEN = frozenset({"until", "till", "by", "before"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(str, load_words("obligation_words")[name]))


def sides_told(
    here: TokenMentions, head: int, parties: Sequence[Actor], makers: Sequence[Actor]
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return who owes and who is owed where the clause names one of them, None where it does not.

    "It obliges Chile to pay Peru", "Chile must leave", "Peru is to get a port", "Peruvian boats
    may land". The others are the rest of those who made the agreement.
    """
    s = here.sentence
    tokens, given = _meant(s, head)
    tokens = [t for t in tokens if not is_agreement(s, t)]  # "the pact between Peru and Chile"
    if s.lemmas[head].lower() in _words("laid_by_pact"):  # "it sets up a commission"
        tokens = [t for t in tokens if s.words[t].lower() != "it"]
    named = _countries(here, tokens)
    if not named:
        called = tuple(_phrase(s, t) for t in tokens if s.words[t].lower() in _bound())
        return (called, ()) if called and not given and not parties else None
    all_sides = dict.fromkeys(a.country for a in (*parties, *makers) if a.country)
    if len(all_sides) > 1 and all_sides.keys().isdisjoint(named):
        return None
    rest = tuple(c for c in all_sides if c not in named)
    if given:
        return (rest, named) if rest or len(named) == 1 else None
    return named, rest or (named if len(named) > 1 else ())


def tells_of_sides(s: Sentence, head: int) -> bool:
    """Say whether those who made a pact are meant as such: "each side will leave"."""
    each = {
        s.words[k].lower()
        for t in _subjects(s, head)
        for k in (t, *children(s, t, "det", "nummod"))
    }
    halves = any(s.lemmas[t].lower() in role_words("halves") for t in _subjects(s, head))
    return halves or not each.isdisjoint(_EACH)


def lets_in(s: Sentence, head: int) -> bool:
    """Say whether people, ships or troops are let do something: "lets its lorries use the port"."""
    given = role_words("given_leave")
    return any(s.lemmas[t].lower() in given for t in _obliged(s, head, passive=False))


def _bound() -> frozenset[str]:
    return _words("bound_by_name")


def _meant(s: Sentence, head: int) -> tuple[list[int], bool]:
    """Return the nouns for whom a duty is laid on, or for whom it is to serve, and which."""
    if is_joined_infinitive(s, head) and not children(s, head, *_SUBJECTS):
        head = s.heads[s.heads[head]]
    lemma = s.lemmas[head].lower()
    passive = is_passive(s, head)
    if lemma in _words("laying_on"):
        obliged = _obliged(s, head, passive=passive)
        if obliged or lemma not in _words("curbing"):
            return obliged, False
    if lemma in _words("permitting") and not passive:
        return _obliged(s, head, passive=False), True
    subjects = _subjects(s, head)
    if passive:
        served = lemma in _words("given") | _words("freeing")
        return (subjects, True) if served else ([], False)
    if not subjects_bear(s, subjects) and (served_by := _served(s, head, lemma)):
        return served_by
    if lemma in _words("receiving") and not children(s, head, "oprd", "xcomp", "ccomp", "acomp"):
        return subjects, negation(s, head) is None and not _has_to_do(s, head)
    if lemma in _words("curbing") and not subjects_bear(s, subjects):
        return list(children(s, head, "dobj")), False
    modals = {s.words[k].lower() for k in children(s, head, "aux")}
    if modals & _LEAVE and negation(s, head) is None:
        return subjects, True
    return subjects, False


def _served(s: Sentence, head: int, lemma: str) -> tuple[list[int], bool] | None:
    """Return whom a pact serves by what it does, or whose own it opens, and which.

    "It hands the island to Chad", "exempts Chadian wine", "ends the embargo on Chad"; "it opens the
    Chadian market".
    """
    objects = list(children(s, head, "dobj"))
    if lemma in _words("freeing"):
        return objects, True
    opened = lemma in _words("opening")
    curbs = lemma in _words("lifting") and any(s.lemmas[k] in _words("penalties") for k in objects)
    if not curbs and not opened and lemma not in _words("given") | _words("granting"):
        return None
    leading = _AGAINST if curbs else _TOWARDS
    preps = [p for t in (head, *objects) for p in children(s, t, "prep", "dative")]
    goals = [k for p in preps if s.words[p].lower() in leading for k in children(s, p, "pobj")]
    owned = any(s.words[k][:1].isupper() for t in objects for k in children(s, t, "amod", "poss"))
    if opened and (owned or not goals):
        return objects, False
    return (goals, True) if goals else None


def _has_to_do(s: Sentence, head: int) -> bool:
    """Say whether somebody has a duty, or so long for it: "has to leave", "has until May to go"."""
    must = s.lemmas[head] == "have" and any(s.tags[k] == "VB" for k in children(s, head, "xcomp"))
    if must or any(s.lemmas[k].lower() in _words("owing") for k in children(s, head, "dobj")):
        return True
    by_when = [k for k in children(s, head, "prep") if s.words[k].lower() in _BY_WHEN]
    below = [*children(s, head, "xcomp", "advcl"), *(t for k in by_when for t in subtree(s, k))]
    return bool(by_when) and any(s.tags[t] == "VB" for t in below)


def subjects_bear(s: Sentence, subjects: Sequence[int]) -> bool:
    """Say whether a subject is one who may owe something, not an agreement: "it caps its army"."""
    return any(
        not is_agreement(s, t) and s.words[t].lower() not in {"which", "that", "it"}
        for t in subjects
    )


def _obliged(s: Sentence, head: int, *, passive: bool) -> list[int]:
    """List whom a verb obliges to something: "bars Chile from", "are required to"."""
    below = obliged_to(s, head)
    below += [k for p in children(s, head, "prep") for k in children(s, p, "pcomp")]
    if passive:
        return list(children(s, head, "nsubjpass")) if below else []
    objects = list(children(s, head, "dobj"))
    objects += [k for k in children(s, head, "npadvmod") if k == head + 1 and s.tags[k] == "NNP"]
    inner = [t for k in below for t in children(s, k, *_SUBJECTS)]
    to = [t for p in children(s, head, "prep") if s.words[p].lower() in {"to", "for"}
          for t in children(s, p, "pobj")]  # fmt: skip
    return inner or (objects if below or to else [])


def _subjects(s: Sentence, verb: int) -> list[int]:
    """List a verb's own subjects, or those that it shares: "must scrap tolls and open ports"."""
    own = list(children(s, verb, *_SUBJECTS))
    above = s.heads[verb]
    if own or above == verb or s.tags[above][0] not in "VM":
        return own
    shares = s.deps[verb] == "conj" or (s.deps[verb] == "xcomp" and s.lemmas[above] in _BEING)
    return _subjects(s, above) if shares else []


_BEING = frozenset({"be", "have"})


def _countries(here: TokenMentions, tokens: Iterable[int]) -> tuple[str, ...]:
    """Name the states that some nouns stand for, or whose things they are."""
    return tuple(dict.fromkeys(c for t in tokens for c in _states(here, t)))


def _states(here: TokenMentions, token: int) -> Iterator[str]:
    s = here.sentence
    for noun in (token, *children(s, token, "conj")):
        own = list(_at(here, noun))
        if not own:
            owners = [k for p in children(s, noun, "prep") for k in children(s, p, "pobj")]
            near = [*children(s, noun, "poss", "amod", "compound"), *owners]
            own = [c for k in near for c in _at(here, k)]
        yield from own


def _at(here: TokenMentions, token: int) -> Iterator[str]:
    for mention in here.at(token, "actor"):
        if isinstance(mention.value, Actor) and mention.value.country:
            yield mention.value.country


def _phrase(s: Sentence, noun: int) -> str:
    """Write a noun with the words before it that tell whom it means: "member states"."""
    inside = [t for t in subtree(s, noun) if t <= noun and s.deps[t] not in {"det", "predet"}]
    return " ".join(s.words[t] for t in inside)
