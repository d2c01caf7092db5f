"""Who is the subject of a verb form that may not carry one: control, gaps, coordination."""

from __future__ import annotations

from functools import cache

from foedera.data import Sentence
from foedera.extract.antecedents import antecedent
from foedera.extract.clefts import counted_of, is_counted_one, passive_before, picked_out
from foedera.extract.loose_clauses import is_minded
from foedera.extract.reality_imperatives import is_command
from foedera.extract.role_words import role_words
from foedera.extract.shared_objects import shared_object
from foedera.extract.sidings import named_doer, tells_as_modifier
from foedera.extract.subject_control import (
    asked,
    comes_of_it,
    done_for,
    finite_above,
    pressed,
    row_before,
    sharers,
    text_sort,
    told_by_of,
)
from foedera.extract.subject_strays import (
    called_so,
    cut_from_range,
    cut_off,
    goes_on_blaming,
    speaks_on,
    told_aside,
    whom_noun_asks,
)
from foedera.lexicons import load_words
from foedera.tree import children

_OWN = ("nsubj", "nsubjpass", "csubj")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_GAPS = frozenset({"where", "when", "why", "whereby"})
_UNNAMED = frozenset({"those", "anyone", "someone"})
_OBJECTS = ("dobj",)
_COMPLETED = frozenset({"dobj", "ccomp", "xcomp", "nsubj", "aux", "prt", "oprd"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_IN_TIME = frozenset({"after", "before", "since", "until", "without", "by"})
_MISREAD = frozenset({"advmod", "npadvmod", "compound", "dep", "nmod"})
_SETTINGS = frozenset({"prep", "agent", "npadvmod", "advmod", "tmod", "advcl"})
_MAX_CLIMB = 6
_NOUNISH = ("NN", "PRP", "CD", "DT", "JJ", "W")


@cache
def _object_controllers() -> frozenset[str]:
    return frozenset(load_words("light_words")["object_control"])


@cache
def _own_purposes() -> frozenset[str]:
    return frozenset(load_words("light_words")["own_purpose"])


@cache
def _always_with_object() -> frozenset[str]:
    return frozenset(load_words("light_words")["always_with_object"])


@cache
def _decisions() -> frozenset[str]:
    return frozenset(load_words("light_words")["decisions"])


@cache
def _without_object() -> frozenset[str]:
    return frozenset(load_words("light_words")["without_object"])


def resolve_relative(s: Sentence, token: int) -> int:
    """Return the antecedent of a relative pronoun, any other token as it is."""
    token = counted_of(s, token)
    that = s.tags[token] == "IN" and s.deps[token] in {"dobj", "nsubj"}  # "the pact that X signed"
    if not (that or s.tags[token].startswith("W")) or s.words[token].lower() not in _RELATIVES:
        return token
    at = token
    for _ in range(_MAX_CLIMB):
        if s.deps[at] == "relcl":
            return antecedent(s, at)
        if (picked := picked_out(s, at)) is not None:
            return picked
        if s.heads[at] == at:
            break
        at = s.heads[at]
    return token


def is_passive(s: Sentence, verb: int) -> bool:
    """Say whether the surface subject of `verb` is its logical object."""
    if s.tags[verb] not in {"VBN", "VBD"}:
        return False
    deps = {s.deps[k] for k in s.children[verb]}
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return not is_minded(s, verb)
    if _is_had_done(s, verb, deps):
        return True
    if s.deps[verb] == "acl" and s.tags[verb] == "VBD" and not deps & _COMPLETED:
        return True  # "the banks targeted": no past tense modifies a noun
    joined = s.deps[verb] == "conj" and s.tags[verb] == "VBN" and not deps & {"aux", "dobj"}
    if joined and is_passive(s, s.heads[verb]):  # "nine were killed and dozens injured"
        return True
    if s.tags[verb] == "VBD" or deps & {"aux", "nsubj"}:
        return _lacks_its_object(s, verb, deps)
    if s.deps[verb] == "acl" and s.lemmas[verb] in _without_object():
        return False  # "Thousands of miners protested" read as those whom somebody protested
    if s.deps[verb] == "acl" and s.heads[s.heads[verb]] == s.heads[verb] and "dobj" in deps:
        return s.tags[s.heads[verb]] not in {"NNP", "NNPS"}  # "Putin, whom X met, condemned it"
    if s.deps[verb] == "acomp":  # "the group was outlawed"
        return s.lemmas[verb] in _always_with_object()
    if s.deps[verb] in {"conj", "xcomp", "ccomp"}:
        return is_passive(s, s.heads[verb]) if s.deps[verb] == "conj" else "dobj" not in deps
    return s.deps[verb] in {"acl", "amod", "advcl", "relcl", "pcomp", "dep", "oprd"}


def _is_had_done(s: Sentence, verb: int, deps: set[str]) -> bool:
    """Say whether somebody wants or sees it done: "wants the ban lifted"."""
    if s.deps[verb] != "ccomp" or "nsubj" not in deps or deps & {"dobj", "aux", "mark", "prt"}:
        return False
    if s.lemmas[s.heads[verb]].lower() not in role_words("having_done"):
        return False
    return s.tags[verb] == "VBN" or s.words[verb].lower().endswith("ed")


def _lacks_its_object(s: Sentence, verb: int, deps: set[str]) -> bool:
    """Say whether a verb that always has an object stands without: "the man detained in Mali".

    The parser takes such a participle for a past tense.
    """
    if s.lemmas[verb] not in _always_with_object() or deps & {"dobj", "aux", "prt", "ccomp"}:
        return False
    if s.deps[verb] == "relcl" or any(
        s.heads[k] == verb and k > verb for k in s.children[verb] if s.deps[k] == "conj"
    ):
        return False
    behind = [k for k in s.children[verb] if k > verb and s.deps[k] != "punct"]
    return s.words[verb].lower().endswith(("ed", "ized", "held")) and all(
        s.deps[k] in _SETTINGS for k in behind
    )


def logical_pair(s: Sentence, verb: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the logical subject and object heads of `verb`."""
    surface = surface_subject(s, verb)
    if is_passive(s, verb):
        return _agents(s, verb), _noun_before(s, verb) or surface
    objects = tuple(resolve_relative(s, k) for k in children(s, verb, *_OBJECTS))
    if not objects and tells_as_modifier(s, verb):
        objects = (s.heads[verb],)
    if not objects:
        objects = _up_to(s, verb) or _gapped_object(s, verb) or shared_object(s, verb)
    return surface, objects


def _up_to(s: Sentence, verb: int) -> tuple[int, ...]:
    """Find the object that the parser hung on a bound: "deployed [up] [to 600 soldiers]"."""
    for kid in children(s, verb, "prep"):
        if s.words[kid].lower() == "to" and s.words[kid - 1].lower() == "up":
            return tuple(k for k in children(s, kid, "pobj") if children(s, k, "nummod"))
    return ()


def _agents(s: Sentence, verb: int) -> tuple[int, ...]:
    out = []
    for kid in s.children[verb]:
        by = s.deps[kid] == "agent" or (s.deps[kid] == "prep" and s.words[kid].lower() == "by")
        if by and children(s, kid, "neg"):  # "not by the army but by the police"
            out += [k for other in children(s, kid, "conj") for k in children(s, other, "pobj")]
        elif by:
            out += [resolve_relative(s, k) for k in children(s, kid, "pobj")]
    if not out and (first := passive_before(s, verb)) is not None:
        return _agents(s, first)
    return tuple(out) or (named_doer(s, verb) if s.deps[verb] == "amod" else ())


def _noun_before(s: Sentence, verb: int) -> tuple[int, ...]:
    """Find the noun that a loose participle follows: "Kassala, partly held by rebels, ..."."""
    if s.deps[verb] != "advcl":
        return ()
    at = verb - 1
    while at > 0 and s.tags[at].startswith("RB"):
        at -= 1
    if at > 0 and s.words[at] == "," and s.tags[at - 1].startswith("NN"):
        return (at - 1,)
    return ()


def _gapped_object(s: Sentence, verb: int) -> tuple[int, ...]:
    """Find the object that a relative clause takes from outside: "arms (that) they sent"."""
    if s.deps[verb] != "relcl":
        return ()
    own = [resolve_relative(s, k) for k in children(s, verb, *_OWN)]
    about = antecedent(s, verb)
    if not own or about in own:
        return ()
    gap = any(s.words[k].lower() in _GAPS for k in s.children[verb])
    gap = gap or any(about in _pobjs(s, k) for k in children(s, verb, "prep"))
    return () if gap else (about,)


def _pobjs(s: Sentence, prep: int) -> list[int]:
    return [resolve_relative(s, k) for k in children(s, prep, "pobj")]


def _own_subjects(s: Sentence, verb: int) -> list[int]:
    """List the subjects that hang on a verb.

    Of "Kurds in Chad, Mali and Niger" the parser may make Mali a second subject: it goes on
    with the row of places.
    """
    found = children(s, verb, *_OWN)
    if len(found) < 2:
        return list(found)
    first = found[0]
    places = [p for prep in children(s, first, "prep") for p in children(s, prep, "pobj")]
    return [k for k in found if not any(k == p + 2 and s.words[p + 1] == "," for p in places)]


def surface_subject(s: Sentence, verb: int, depth: int = 0) -> tuple[int, ...]:
    """Return the heads of the surface subject, borrowed from the governor where not expressed.

    Empty if the construction leaves it open.
    """
    own = tuple(resolve_relative(s, k) for k in _own_subjects(s, verb))
    if own:
        return _listed_before(s, verb) + own
    if misread := _misread_subject(s, verb) or cut_from_range(s, verb):
        return misread
    if (first := row_before(s, verb)) is not None:
        return surface_subject(s, first, depth + 1)
    head = s.heads[verb]
    if head == verb or depth > _MAX_CLIMB or is_command(s, verb):
        return ()
    dep = s.deps[verb]
    if dep in {"acl", "relcl", "amod"}:
        if s.tags[verb] == "VB":
            one = (head,) if is_counted_one(s, verb) else _infinitive_subject(s, head, depth)
            return one + called_so(s, head)
        if dep == "acl" and s.tags[verb] == "VBG" and (text := text_sort(s, head)):
            return _author(s, head, depth) or ((head,) if text == "ruling_texts" else ())
        return told_by_of(s, verb, head) or (head,)
    if dep == "pcomp":
        return _after_preposition(s, head, depth)
    if absolute := _absolute(s, verb, head):
        return absolute
    if dep == "acomp":
        return _subject_above(s, head, depth)  # "is committed to freeing them"
    if dep in {"conj", "xcomp", "advcl", "ccomp", "dep", "parataxis"}:
        return _from_governor(s, verb, head, depth)
    return ()


def _absolute(s: Sentence, verb: int, head: int) -> tuple[int, ...]:
    """Find who does what is told aside: "..., with X and Y, both allies, denouncing the raid"."""
    if s.deps[verb] != "advcl" or s.tags[verb] != "VBG":
        return ()
    for prep in children(s, head, "prep"):
        if head < prep < verb and s.words[prep].lower() == "with" and s.words[prep - 1] == ",":
            return tuple(children(s, prep, "pobj"))
    return ()


def _listed_before(s: Sentence, verb: int) -> tuple[int, ...]:
    """Find the names that the parser cut off a list: "Togo, Benin and now also Ghana signed"."""
    head = s.heads[verb]
    cut = s.deps[verb] == "conj" and s.heads[head] == head and s.tags[head].startswith("NNP")
    return (head,) if cut and children(s, head, "cc") else ()


def _misread_subject(s: Sentence, verb: int) -> tuple[int, ...]:
    """Take a name right before a main verb that the parser gave no subject: "Nauru lodged"."""
    if cut := cut_off(s, verb):
        return cut
    if s.tags[verb] not in _FINITE or verb == 0 or s.tags[verb - 1] not in {"NNP", "NNPS"}:
        return ()
    name = verb - 1
    return (name,) if s.heads[name] == verb and s.deps[name] in _MISREAD else ()


def _author(s: Sentence, text: int, depth: int) -> tuple[int, ...]:
    """Find whose text it is: its owner, who it is "by" or "from", or who issues it."""
    owners = children(s, text, "poss") or _bare_owners(s, text)
    for prep in children(s, text, "prep", "agent", "acl"):
        if s.words[prep].lower() in {"by", "from"}:
            owners += children(s, prep, "pobj")
        elif s.deps[prep] == "acl" and is_passive(s, prep):
            owners += _agents(s, prep)
    whole = s.heads[s.heads[text]] if s.words[s.heads[text]].lower() == "of" else text
    issuing = s.deps[whole] in _OBJECTS and s.lemmas[s.heads[whole]] in role_words("issuing_verbs")
    if owners or not issuing:
        return tuple(owners)
    return _subject_above(s, s.heads[whole], depth)


def _from_governor(s: Sentence, verb: int, head: int, depth: int) -> tuple[int, ...]:
    joined = s.deps[verb] == "conj"
    aside = (goes_on_blaming, _participle_above, told_aside) if joined else ()
    for find in (*aside, done_for, finite_above):
        if (first := find(s, verb, head)) is not None:
            return surface_subject(s, first, depth + 1)
    if is_passive(s, head) and comes_of_it(s, verb, head):
        return _agents(s, head)
    if made := pressed(s, verb, head, passive=is_passive(s, head)):
        return made
    purpose = s.deps[verb] in {"xcomp", "advcl"}
    if purpose and (called := asked(s, verb, head)):
        return called
    if (saying := speaks_on(s, verb, head)) is not None:
        return _subject_above(s, saying, depth)
    keeps = s.lemmas[head] in _own_purposes()
    led = s.deps[verb] == "xcomp" and not keeps and not is_passive(s, head)
    objects = tuple(children(s, head, *_OBJECTS)) if led else ()
    return objects or _subject_above(s, head, depth)


def _participle_above(s: Sentence, verb: int, head: int) -> int | None:
    """Find the participle that a second one goes on: "saying he would come and urging calm"."""
    loose = s.tags[verb] == "VBG" and s.tags[head] != "VBG" and not children(s, verb, "aux")
    at = head
    for _ in range(_MAX_CLIMB if loose else 0):
        if s.tags[at] == "VBG" and s.deps[at] in {"acl", "advcl"}:
            return at
        at = s.heads[at]
    return None


def _subject_above(s: Sentence, head: int, depth: int) -> tuple[int, ...]:
    """Take the subject of the nearest verb at or above `head`."""
    at = head
    for _ in range(_MAX_CLIMB):
        if s.tags[at][0] in "VM":
            return surface_subject(s, at, depth + 1)
        if s.heads[at] == at:
            return tuple(children(s, at, *_OWN))
        at = s.heads[at]
    return ()


def _after_preposition(s: Sentence, prep: int, depth: int) -> tuple[int, ...]:
    """Subject of "accused X of sending", "its plan for sending", "X is guilty of sending"."""
    if s.deps[prep] == "conj" and s.deps[s.heads[prep]] == "prep":  # "accused of lying and of it"
        prep = s.heads[prep]
    head = s.heads[prep]
    if head == prep:
        return ()
    if s.tags[head].startswith("V"):
        word, led = s.words[prep].lower(), s.words[prep].lower() == "into"
        if (s.lemmas[head] in _object_controllers() and word not in _IN_TIME) or led:
            objects = children(s, head, "nsubjpass") or children(s, head, *_OBJECTS)
            if objects and not (led and all(_is_put_in(s, k) for k in objects)):
                return tuple(objects)
        return surface_subject(s, head, depth + 1)
    if s.tags[head][0] == "J" and s.words[s.heads[head]].lower() in _UNNAMED:
        return (s.heads[head],)  # "those responsible for killing them"
    if s.tags[head][0] == "J" or s.words[prep - 1 : prep + 1] == ("such", "as"):
        return tuple(children(s, head, *_OWN)) or _subject_above(s, head, depth)
    return sharers(s, head, prep) or _infinitive_subject(s, head, depth)


def _is_put_in(s: Sentence, noun: int) -> bool:
    """Say whether a noun is spent on a deed and does not do it: "put money into training them"."""
    return s.tags[noun] in {"NN", "NNS"} and s.lemmas[noun].lower() in role_words("put_into")


def _bare_owners(s: Sentence, noun: int) -> list[int]:
    """Find who owns a noun by a word before it: "the cabinet decision to cut", "a Malian plan"."""
    bare = [
        k
        for k in children(s, noun, "compound")
        if s.tags[k].startswith("NNP") or s.lemmas[k].lower() in role_words("acting_nouns")
    ]
    return bare or [k for k in children(s, noun, "amod") if k and s.words[k][:1].isupper()]


def _given_to(s: Sentence, noun: int) -> list[int]:
    """Find who gets to do what the noun tells: "offered them the chance to leave"."""
    if s.deps[noun] != "dobj":
        return []
    return [k for k in children(s, s.heads[noun], "dative") if s.tags[k] != "IN"]


def _infinitive_subject(s: Sentence, noun: int, depth: int) -> tuple[int, ...]:
    """Subject of a noun's complement: its owner ("Russia's plan to send"), else the clause's."""
    if not s.tags[noun].startswith(_NOUNISH):
        return _subject_above(s, noun, depth)
    if (whom := whom_noun_asks(s, noun)) is not None:
        return whom
    if owners := children(s, noun, "poss") or _bare_owners(s, noun) or _given_to(s, noun):
        return tuple(owners)
    for prep in children(s, noun, "prep", "agent"):
        word = s.words[prep].lower()
        if word in {"by", "on", "for"} or (word == "of" and s.lemmas[noun] in _decisions()):
            return tuple(children(s, prep, "pobj"))
    return tuple(t for t in _subject_above(s, s.heads[noun], depth) if t != noun)
