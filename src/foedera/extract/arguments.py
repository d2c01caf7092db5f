"""Logical arguments of a trigger, whatever the voice or the construction.

Slots: `subject`, `object`, `object_owner` and `subject_owner` (whose they are), `object_of` (what
its "of" names), `beneficiary` (whom the purpose serves), `for_owner`, `company` (who else takes
part), `joined` (who does it too: "joined X in urging"), `affected` ("alarmed X by leaving"),
`stirred` ("asked for more, angering X"), `reach` (whom a weapon reaches), `undergoer` ("faced
attacks"), `answerer` ("heeded the call"), `breaker` ("defied the ban"), `taker` ("a critic of X"),
`occasion` ("signed after talks"), `turned_to` ("called X and asked"), `asked_below` ("dropped
its demand for X to go"), `at_once` ("died when a bomb hit it"), `pointing` ("the talks"),
`indirect`, `oprd` (what it is called), `of`, `possessor`, each preposition by its word, `taken_up`
(a "which" for all told); `clause`, `clause_object` ("the effort to oust X"), `clause_subject`,
`clause_doer`, `to_do` (an infinitive), `question` (one that asks), `that` (one that tells), `fact`
(one that tells without a modal). Heads stand nearest first, coordinated ones under their first.
"""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.called_for import lands_of
from foedera.extract.company import company_of
from foedera.extract.keepers import keepers_of
from foedera.extract.light_verbs import (
    is_undergone,
    light_governor,
    light_words,
    measured,
    occurs_by,
    taking_part,
)
from foedera.extract.loose_clauses import (
    asked_of,
    called_so,
    complements,
    declared_so,
    errand_of,
    given_to,
    is_predicate,
    named_so,
    taken_up,
)
from foedera.extract.noun_governed import asked_for, askers_of, kept_from, led_to
from foedera.extract.noun_rows import shared_by_row
from foedera.extract.object_clauses import (
    answered_by,
    broken_by,
    charged_with,
    doers_told,
    fought_by,
    place_before,
    reached_by,
    receiver_before,
    stirred_by,
    title_before,
    turned,
    users_of,
)
from foedera.extract.occasions import at_once, circumstances
from foedera.extract.prepositions import beside, prepositions
from foedera.extract.role_words import role_words
from foedera.extract.sidings import takers_of
from foedera.extract.subject_control import joined_in, told_along
from foedera.extract.subjects import (
    is_passive,
    logical_pair,
    surface_subject,
)
from foedera.extract.turned_to import asked_below, turned_to
from foedera.extract.whose import with_owners
from foedera.tree import children

Slots = dict[str, tuple[int, ...]]

_NOMINAL_MODIFIERS = ("poss", "amod", "compound", "nmod", "nounmod")
_ASKING = frozenset({"whether", "if", "why", "how", "when", "where"})
_FINITE = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "did", "does", "do", "will", "would", "may",
     "might", "could", "can", "'s", "’s", "'d", "’d", "'ll", "’ll", "'re", "’re", "'ve", "’ve"}
)  # fmt: skip
_SIDES = frozenset({"with", "alongside", "for", "beside"})
_BARE = frozenset({"let", "make", "help", "see", "have", "keep"})
_NAME_TAGS = frozenset({"NNP", "NNPS", "PRP"})
_ONLOOKERS = frozenset({"PRP", "NN", "NNS"})
_AIMED = ("with", "to", "against", "at", "on")
_MAX_CLIMB = 4
_SCENES = frozenset({"between", "among", "with", "in", "at", "near", "around", "along", "outside"})


def find_arguments(sentence: Sentence, trigger: int) -> Slots:
    """Return the filled slots of the verb, noun or adjective at `trigger`.

    Slots of the phrase itself come first, those lent by a light verb or an object after.
    """
    slots: Slots = {}
    if sentence.tags[trigger].startswith("V") or is_predicate(sentence, trigger):
        _add_verb(sentence, trigger, slots)
    else:
        _add_noun(sentence, trigger, slots)
    add_slots(slots, "company", company_of(sentence, trigger))
    add_slots(slots, "taken_up", taken_up(sentence, trigger))
    by, whom = declared_so(sentence, trigger)
    if whom:
        slots.update(subject=by, object=whom)
    return slots


def add_slots(slots: Slots, name: str, tokens: tuple[int, ...]) -> None:
    """Append to a slot what it does not hold yet."""
    if tokens:
        have = slots.get(name)
        slots[name] = have + tuple([t for t in tokens if t not in have]) if have else tokens


def _add_verb(s: Sentence, verb: int, slots: Slots) -> None:
    subject, objects = logical_pair(s, verb)
    receiver, objects = given_to(s, verb, objects)
    for name, tokens in (("indirect", receiver), ("subject", subject), ("object", objects)):
        add_slots(slots, name, tokens)
    if s.deps[verb] == "pcomp":
        add_slots(slots, "joined", joined_in(s, s.heads[verb]))
    if not is_passive(s, verb):
        add_slots(slots, "joined", told_along(s, verb))
    for kid in children(s, verb, "dative"):
        if s.tags[kid] != "IN":
            add_slots(slots, "indirect", (kid,))
    for kid in complements(s, verb):
        add_slots(slots, "question" if _is_question(s, kid) else "clause", (kid,))
        if any(s.words[k].lower() == "to" for k in children(s, kid, "aux")):
            add_slots(slots, "to_do", (kid,))
        add_slots(slots, "clause_subject", tuple(children(s, kid, "nsubj", "nsubjpass")))
        add_slots(slots, "clause_doer", doers_told(s, kid))
        if _is_finite(s, kid):
            add_slots(slots, "that", (kid,))
            if not _has_modal(s, kid):
                add_slots(slots, "fact", (kid,))
    for kid in children(s, verb, "xcomp"):
        if s.words[kid].isupper() and s.words[kid - 1].lower() == "to":
            add_slots(slots, "to", (kid,))  # "pledged allegiance to ISIS" read as a verb
        _add_aim(s, kid, slots)
        if s.tags[kid] == "VBG":  # "discussed lifting sanctions with X"
            for part in (kid, *children(s, kid, "dobj")):
                add_slots(slots, "with", dict(prepositions(s, part)).get("with", ()))
    add_slots(slots, "oprd", named_so(s, verb))
    add_slots(slots, "object", () if objects else called_so(s, verb))
    for inner in subject:
        add_slots(slots, "between", dict(prepositions(s, inner)).get("between", ()))
    add_slots(slots, "object", _raised_objects(s, verb))
    _add_asked_for(s, verb, slots)
    for name, tokens in prepositions(s, verb):
        add_slots(slots, name, tokens)
    add_slots(slots, "in", place_before(s, verb))
    for kid in children(s, verb, "prt", "advmod"):
        for name, tokens in prepositions(s, kid):
            add_slots(slots, name, tokens)
    things = [m for o in objects for m in (o, *measured(s, o))]
    owners = tuple(k for o in things for k in children(s, o, *_NOMINAL_MODIFIERS))
    add_slots(slots, "object_owner", owners)
    _add_subject_owner(s, subject, slots)
    for inner in objects:
        add_slots(slots, "object_owner", users_of(s, inner))
        add_slots(slots, "reach", reached_by(s, inner))
        add_slots(slots, "asked_below", asked_below(s, inner))
        add_slots(slots, "indirect", receiver_before(s, verb, inner))
        if inner != s.heads[verb]:
            below = prepositions(s, inner)
            add_slots(slots, "object_of", dict(below).get("of", ()))
            _lend(slots, below, without="of")
            for part in measured(s, inner):  # "a round of sanctions against X"
                _lend(slots, prepositions(s, part), without="of")
    _lend_from_settings(s, verb, slots)
    _add_purpose(s, verb, slots)
    add_slots(slots, "at_once", at_once(s, verb))
    _add_affected(s, verb, slots)


def _add_subject_owner(s: Sentence, subjects: tuple[int, ...], slots: Slots) -> None:
    """Find whose the subject is: "Libyan oil reached Malta", "gas from Qatar flowed"."""
    for thing in subjects:
        for one in (thing, *measured(s, thing)):
            add_slots(slots, "subject_owner", tuple(children(s, one, *_NOMINAL_MODIFIERS)))
            add_slots(slots, "subject_owner", dict(prepositions(s, one)).get("from", ()))
            add_slots(slots, "subject_owner", users_of(s, one))


def _add_aim(s: Sentence, clause: int, slots: Slots) -> None:
    """Find by name at whom an infinitive aims: "threatened to attack X", "refused to meet X"."""
    back = [p for k in children(s, clause, "advmod", "prt") for p in prepositions(s, k)]
    found = dict([*back, *prepositions(s, clause)])
    tokens = [t for name in _AIMED for t in found.get(name, ())]
    tokens += children(s, clause, "dative", "dobj")
    for inner in children(s, clause, "ccomp"):  # "refused to let X see"
        tokens += children(s, inner, "nsubj") if s.lemmas[clause] in _BARE else []
    add_slots(slots, "aim", tuple(t for t in tokens if _bears_name(s, t)))


def _bears_name(s: Sentence, token: int) -> bool:
    """Say whether a phrase is a name or has one ("Syrian refugees")."""
    if s.tags[token] in _NAME_TAGS:
        return True
    return any(s.words[k][:1].isupper() for k in children(s, token, *_NOMINAL_MODIFIERS))


def _is_question(s: Sentence, clause: int) -> bool:
    return any(s.words[k].lower() in _ASKING for k in children(s, clause, "mark", "advmod"))


def _has_modal(s: Sentence, clause: int) -> bool:
    return any(s.tags[k] == "MD" for k in children(s, clause, "aux"))


def _is_finite(s: Sentence, clause: int) -> bool:
    """Say whether a complement tells rather than asks: "said that he left", not "... leave"."""
    if s.tags[clause] in {"VBD", "VBZ", "VBP"}:
        return True
    auxiliaries = {s.words[k].lower() for k in children(s, clause, "aux", "auxpass")}
    return not auxiliaries.isdisjoint(_FINITE)


def _add_purpose(s: Sentence, verb: int, slots: Slots) -> None:
    """Find for or against whom: "sent troops to support X", "deployed to drive Y out"."""
    add_slots(slots, "land", lands_of(s, (*slots.get("object", ()), *slots.get("for", ()))))
    for thing in children(s, verb, "dobj"):
        add_slots(slots, "against", fought_by(s, thing))
    for kid in children(s, verb, "advcl", "xcomp"):
        if s.lemmas[kid] in light_words()["opposing"]:
            add_slots(slots, "against", tuple(children(s, kid, "dobj")))
        if s.lemmas[kid] not in light_words()["helping"]:
            continue
        if s.lemmas[kid] not in light_words()["opposing"]:  # "to fight X" is no help to X
            add_slots(slots, "beneficiary", tuple(children(s, kid, "dobj")))
        for name, tokens in prepositions(s, kid):
            if name in _SIDES:
                add_slots(slots, "beneficiary", tokens)


def _add_affected(s: Sentence, verb: int, slots: Slots) -> None:
    """Find on whom something is wrought by the act: "alarmed Peru by threatening to leave"."""
    add_slots(slots, "stirred", stirred_by(s, verb))
    add_slots(slots, "turned_to", turned_to(s, verb))
    add_slots(slots, "keeper", keepers_of(s, verb))
    prep = s.heads[verb]
    if s.deps[verb] in {"advcl", "xcomp"} and s.tags[verb] == "VB":
        if s.lemmas[prep] in role_words("addressing"):  # "summoned X to protest"
            add_slots(slots, "affected", tuple(children(s, prep, "dobj")))
        return
    if s.deps[verb] != "pcomp" or s.words[prep].lower() != "by":
        return
    above = s.heads[prep]
    if s.tags[above][0] == "V" and not is_passive(s, above):
        add_slots(slots, "affected", tuple(children(s, above, "dobj")))


def _add_asked_for(s: Sentence, verb: int, slots: Slots) -> None:
    """Read "asked for X to leave" as "asked X to leave", and whose is what "asked for" names."""
    for clause in children(s, verb, "advcl", "xcomp", "ccomp"):
        marks = {s.words[k].lower() for k in children(s, clause, "mark", "aux")}
        if {"for", "to"} <= marks and s.lemmas[verb] in light_words()["asking"]:
            add_slots(slots, "clause", (clause,))
            for name in ("object", "for"):
                add_slots(slots, name, tuple(children(s, clause, "nsubj", "nsubjpass")))
    for name in ("clause", "to_do"):
        add_slots(slots, name, asked_of(s, verb))
    for name, tokens in prepositions(s, verb):
        if name == "for":
            owners = (k for t in tokens for k in children(s, t, *_NOMINAL_MODIFIERS))
            add_slots(slots, "for_owner", tuple(owners))


def _raised_objects(s: Sentence, verb: int) -> tuple[int, ...]:
    """Find whom a verb acts on where the parser made it the infinitive's subject.

    "urged Iraq to mark the border": Iraq is urged.
    """
    out: list[int] = []
    for clause in children(s, verb, "ccomp", "xcomp"):
        bare = s.lemmas[verb] in _BARE or any(s.tags[k] == "TO" for k in children(s, clause, "aux"))
        if s.tags[clause] == "VB" and bare:
            out += children(s, clause, "nsubj", "nsubjpass")
    return tuple(out)


def _lend(slots: Slots, found: list[tuple[str, tuple[int, ...]]], without: str = "") -> None:
    for name, tokens in found:
        if name != without:
            add_slots(slots, name, tokens)


def _lend_from_settings(s: Sentence, verb: int, slots: Slots) -> None:
    """Take prepositions that the parser hung on a name in a setting ("met in X with Y")."""
    for prep in children(s, verb, "prep"):
        for noun in children(s, prep, "pobj"):
            if s.tags[noun].startswith("NNP"):
                _lend(slots, prepositions(s, noun), without="of")


def _add_noun(s: Sentence, noun: int, slots: Slots) -> None:
    for name, tokens in (*prepositions(s, noun), *beside(s, noun)):
        asked = name == "from" and asked_for(s, noun)  # "a request for aid from Chad" is Chad's
        add_slots(slots, "asker" if asked else name, tokens)
    _lend_down(s, noun, slots)
    add_slots(slots, "land", lands_of(s, slots.get("for", ())))
    _lend(slots, shared_by_row(s, noun))
    aims, modifiers = turned(s, [*children(s, noun, *_NOMINAL_MODIFIERS), *title_before(s, noun)])
    _lend(slots, aims)
    inner = tuple(k for m in modifiers for k in children(s, m, *_NOMINAL_MODIFIERS, "npadvmod"))
    add_slots(slots, "possessor", with_owners(s, modifiers) + inner)
    add_slots(slots, "of", tuple(m for m in modifiers if s.deps[m] in {"compound", "nmod"}))
    clauses = tuple(k for k in children(s, noun, "acl", "relcl") if _is_content(s, k))
    add_slots(slots, "clause", clauses)
    add_slots(slots, "against", fought_by(s, noun))
    for clause in clauses:
        add_slots(slots, "clause_doer", tuple(children(s, clause, "nsubj")))
        if s.tags[clause] == "VB":
            add_slots(slots, "clause_object", tuple(children(s, clause, "dobj")))
    _add_light_verbs(s, noun, slots)
    slots.update(circumstances(s, noun))
    verb = occurs_by(s, noun)  # "fighting broke out between X and Y"
    _lend(slots, [p for p in prepositions(s, verb) if p[0] in _SCENES] if verb is not None else [])
    _lend_back(s, noun, slots)
    add_slots(slots, "subject", charged_with(s, noun) or led_to(s, noun))
    add_slots(slots, "undergoer", kept_from(s, noun))
    add_slots(slots, "from", askers_of(s, noun))
    for name, found in (("answerer", answered_by), ("breaker", broken_by), ("taker", takers_of)):
        add_slots(slots, name, found(s, noun))
    for name, leading in (("of_owner", ("of",)), ("in_owner", ("in", "to"))):
        things = (t for word in leading for t in slots.get(word, ()) if t > noun)
        owners = (k for t in things for k in children(s, t, *_NOMINAL_MODIFIERS))
        add_slots(slots, name, tuple(owners))


def _lend_back(s: Sentence, noun: int, slots: Slots) -> None:
    """Take what the parser hung on a verb that leads nowhere: "backs sales of arms to Chad".

    Who is behind an act does it: "orchestrated raids".
    """
    verb = s.heads[noun]
    if s.lemmas[verb] in light_words()["wielding"] and s.deps[noun] in {"dobj", "nsubjpass"}:
        add_slots(slots, "subject", tuple(t for t in logical_pair(s, verb)[0] if t != noun))
    above = s.heads[verb]
    called = s.lemmas[above] in light_words()["describing"]
    as_one = s.deps[noun] == "pobj" and s.words[verb].lower() == "as" and s.tags[above][0] == "V"
    if as_one and not called:
        add_slots(slots, "subject", logical_pair(s, above)[0])  # "fired as a warning"
    if s.deps[noun] != "dobj":
        return
    if s.tags[verb][0] == "V" and not is_passive(s, verb):
        for prep in children(s, verb, "prep", "agent"):  # "denounced the boycott by X"
            if s.words[prep].lower() == "by" and prep > noun:
                add_slots(slots, "by", tuple(children(s, prep, "pobj")))
    if s.lemmas[verb] not in light_words()["passing"]:
        return
    for name, tokens in prepositions(s, verb):
        add_slots(slots, name, tuple(t for t in tokens if t > noun))


def _lend_down(s: Sentence, noun: int, slots: Slots) -> None:
    """Take what hangs on the last of "shipments of thousands of crates of shells from X"."""
    below = [t for t in slots.get("of", ()) if t > noun]
    for _ in range(_MAX_CLIMB):
        found = [p for of in below for p in prepositions(s, of)]
        _lend(slots, found, without="of")
        below = [t for name, tokens in found if name == "of" for t in tokens]


def _is_content(s: Sentence, verb: int) -> bool:
    """Say whether a clause tells what a noun is for: "a plan to go", "a demand that X go"."""
    told = any(s.words[k].lower() == "that" for k in children(s, verb, "mark"))
    return s.tags[verb] == "VB" or (told and s.deps[verb] == "acl")


def _add_light_verbs(s: Sentence, noun: int, slots: Slots) -> None:
    """Let "held talks", "is under attack" or "talks held by" lend their arguments."""
    for kid in children(s, noun, "acl", "relcl"):
        if s.lemmas[kid] in light_words()["verbs"]:
            _lend_verb(s, kid, noun, slots)
            for by in children(s, kid, "agent"):  # "a raid made by Chad on Mali"
                for doer in children(s, by, "pobj"):
                    _lend(slots, prepositions(s, doer), without="of")
    for verb in (light_governor(s, noun), errand_of(s, noun)):
        if verb is not None:
            _lend_verb(s, verb, noun, slots)


def _lend_verb(s: Sentence, verb: int, noun: int, slots: Slots) -> None:
    subject, objects = taking_part(s, verb) or logical_pair(s, verb)
    if s.lemmas[verb] in light_words()["witnessing"]:
        regarded = any(
            s.words[k].lower() == "as" for t in (verb, noun) for k in children(s, t, "prep")
        )
        named = s.lemmas[verb] != "condemn" and not regarded  # "see the raid as a crime"
        subject = tuple(t for t in subject if named and s.tags[t] not in _ONLOOKERS)
    does = "undergoer" if is_undergone(s, verb, noun) else "subject"
    add_slots(slots, does, tuple(t for t in subject if t != noun))
    add_slots(slots, "object", tuple(t for t in objects if t != noun))
    for name, tokens in prepositions(s, verb):
        add_slots(slots, name, tuple(t for t in tokens if t != noun))


__all__ = ["Slots", "add_slots", "find_arguments", "prepositions", "surface_subject"]
