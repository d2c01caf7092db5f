"""Whom "he", "she", "it", "they" and their forms refer to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foedera.data import Actor, Sentence
from foedera.extract.actor_words import words as word_list
from foedera.extract.discourse import OBJECT, SUBJECT, Discourse, Seen
from foedera.extract.noun_classes import classes_of
from foedera.extract.reasons import blamed_before, dealt_with
from foedera.extract.reference_clauses import (
    author_of,
    clause_is_main,
    clause_subject,
    following_subject,
    guest_of,
    made_to_act_by,
    main_subject,
    object_above,
    opens,
    owner_above,
    result_subject,
    says_nothing,
    subject_beside,
    told_before,
    works_for_other,
)
from foedera.extract.reference_harmed import harmed_owner
from foedera.extract.subjects import surface_subject
from foedera.gazetteer import Gazetteer
from foedera.tree import children

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = HE | SHE | IT | THEY
_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_WANTING = frozenset({"want", "get", "expect"})
_BE = frozenset({"be", "'s", "'re"})
_REACH, _PACT_REACH = 3, 2
_BACK, _SUBJECT, _OBJECT, _MARGIN = 30, 15, 5, 10
_COMMON_RULES = frozenset({"actors.noun", "reference.owner"})
_SINGLE = frozenset({"state", "organisation", "outlet"})
_MANY = frozenset({"group", "force"})
_WOMEN = frozenset(
    ("spokeswoman", "queen", "congresswoman", "chairwoman", "princess", "baroness", "businesswoman",
     "duchess", "empress", "lady", "mother", "wife", "daughter", "sister", "woman", "mrs", "ms")
)  # fmt: skip
_MEN = frozenset(
    ("spokesman", "king", "congressman", "prince", "pope", "emir", "sultan", "ayatollah", "bishop",
     "father", "husband", "son", "brother", "man", "mr", "sheikh", "imam", "gunman", "chairman")
)  # fmt: skip


def refer_pronoun(
    talk: Discourse, number: int, token: int, later: Sequence[Seen], quoted: bool
) -> tuple[Actor, ...]:
    """Return whom a pronoun stands for; nobody where two fit about as well."""
    word = talk.sentences[number].words[token].lower()
    if word in HE or word in SHE:
        return _person(talk, number, token, later, quoted)
    if word in IT:
        return _one_quoted(talk, number, token) if quoted else _one(talk, number, token, later)
    return _many(talk, number, token, later) if not quoted else ()


# -------------------------------------------------------------- he and she


def _person(
    talk: Discourse, number: int, token: int, later: Sequence[Seen], quoted: bool
) -> tuple[Actor, ...]:
    sentence = talk.sentences[number]
    sex = "f" if sentence.words[token].lower() in SHE else "m"
    fits = [s for s in talk.before(number, _REACH) if _may_be(talk, s, sex)]
    if quoted:
        speakers = {s.actor.name for s in later} | _speakers(talk, number)
        speakers |= _speakers(talk, number - 1)
        fits = [s for s in fits if s.actor.name not in speakers]
    else:
        author = author_of(talk, number, token)
        if author is not None:
            return _only(s.actor for s in author if _may_be(talk, s, sex))
        bound = result_subject(talk, number, token) or guest_of(talk, number, token)
        goal = dealt_with(sentence, token) if sentence.deps[token] == "poss" else None
        if not bound and goal is not None:  # "thanked X for [her] help"
            bound = talk.joined(number, goal)
        if not bound and sentence.deps[token] == "poss" and not works_for_other(sentence, token):
            bound = clause_subject(talk, number, token) or []
        if bound and len(bound) == 1 and _may_be(talk, bound[0], sex):
            return (bound[0].actor,)
        after = following_subject(talk, number, token, list(later))
        if after and _may_be(talk, after[0], sex):
            return (after[0].actor,)
    fits = [s for s in fits if not _same_clause(talk, number, token, s)]
    if sentence.deps[token] == "poss" and works_for_other(sentence, token):
        fits = [s for s in fits if s.sentence != number or s.role != SUBJECT]
    return _best(fits, number)


def _may_be(talk: Discourse, seen: Seen, sex: str) -> bool:
    if seen.actor.kind not in {"person", "office"}:
        return False
    return sex_of(talk.gazetteer, seen.actor) in {sex, ""}


def sex_of(gazetteer: Gazetteer, actor: Actor) -> str:
    """Tell a person's sex by title or given name, nothing where neither tells."""
    words = set((actor.office or "").split())
    if words & _WOMEN:
        return "f"
    if words & _MEN:
        return "m"
    given = actor.name.split()
    if actor.kind != "person" or len(given) < 2:
        return ""
    return gazetteer.given_names.get(given[0].split("-")[0], "")


def _speakers(talk: Discourse, number: int) -> set[str]:
    return {s.actor.name for s in main_subject(talk, number)}


def _same_clause(talk: Discourse, number: int, token: int, seen: Seen) -> bool:
    """Say whether an object pronoun would be its own subject ("Lind praised him")."""
    sentence = talk.sentences[number]
    if seen.sentence != number or sentence.deps[token] not in {"dobj", "pobj", "dative"}:
        return False
    if sentence.words[token].lower().endswith("self"):
        return False
    verb = sentence.heads[token]
    if sentence.deps[token] == "pobj":
        verb = sentence.heads[verb]
    if seen.role == SUBJECT and sentence.heads[seen.token] == verb:
        return True
    if seen.token in made_to_act_by(sentence, token):
        return True
    return sentence.tags[verb][0] == "V" and seen.token in surface_subject(sentence, verb)


def _best(fits: Iterable[Seen], number: int) -> tuple[Actor, ...]:
    """Return the likeliest bearer, nobody if a second is almost as likely."""
    scores: dict[str, tuple[int, Actor]] = {}
    for seen in fits:
        points = -_BACK * (number - seen.sentence)
        points += {SUBJECT: _SUBJECT, OBJECT: _OBJECT}.get(seen.role, 0)
        points -= _MARGIN * (seen.actor.kind == "office")
        if seen.actor.name not in scores or points > scores[seen.actor.name][0]:
            scores[seen.actor.name] = points, seen.actor
    ranked = sorted(scores.values(), key=lambda p: -p[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN):
        return ()
    return (ranked[0][1],)


# ---------------------------------------------------------------------- it


def _one(talk: Discourse, number: int, token: int, later: Sequence[Seen]) -> tuple[Actor, ...]:
    """Return the state or body that "it" or "its" stands for."""
    sentence = talk.sentences[number]
    own = sentence.deps[token] == "poss"
    if sentence.deps[token] in {"dative", "dobj"} or _is_made_to(sentence, token):
        return _acted_on(talk, number, token)
    if not own and (sentence.deps[token] != "nsubj" or says_nothing(sentence, token)):
        return ()
    if not own and (_tells_of_a_pact(talk, number, token) or _is_suspected(sentence, token)):
        return ()
    if own and (harmed := harmed_owner(talk, number, token)) is not None:
        return _only(s.actor for s in harmed if _is_one(s))
    found = (told_before(talk, number, token) if own else None) or (
        _owner(talk, number, token) if own else None
    )
    found = found or (result_subject(talk, number, token) or clause_subject(talk, number, token))
    if found is None and not own:
        found = subject_beside(talk, number, token, later)
    if not found and not own:
        found = object_above(talk, number, token) or found
    if found is None and opens(sentence, token):
        found = _subject_before(talk, number)
        if not own and sentence.lemmas[sentence.heads[token]] in _BE:
            return ()
    return _only(s.actor for s in found or () if _is_one(s))


def _one_quoted(talk: Discourse, number: int, token: int) -> tuple[Actor, ...]:
    """Return whom "it" or "its" within a quotation stands for: one named in the same words."""
    s = talk.sentences[number]
    own = s.deps[token] == "poss"
    if s.deps[token] in {"dative", "dobj"} or _is_made_to(s, token):
        return _acted_on(talk, number, token, quoted=True)
    if not own and (s.deps[token] != "nsubj" or says_nothing(s, token)):
        return ()
    found = (owner_above(talk, number, token) if own else None) or clause_subject(
        talk, number, token
    )
    return _only(x.actor for x in found or () if _is_one(x) and _said_together(s, x.token, token))


def _said_together(s: Sentence, first: int, last: int) -> bool:
    """Say whether no quotation opens or ends between two words."""
    return _QUOTES.isdisjoint(s.words[first:last])


def _is_made_to(s: Sentence, token: int) -> bool:
    """Say whether "it" is whom somebody wants or makes to act: "want it to leave"."""
    verb = s.heads[token]
    above = s.heads[verb]
    if s.deps[token] != "nsubj" or s.deps[verb] not in {"ccomp", "xcomp"} or s.lemmas[verb] in _BE:
        return False
    to_do = any(s.tags[k] == "TO" for k in children(s, verb, "aux"))
    return to_do and s.lemmas[above] in word_list("done_to_somebody") | _WANTING


def _tells_of_a_pact(talk: Discourse, number: int, token: int) -> bool:
    """Say whether "it" is an agreement just told: "it binds both to share the lake"."""
    s = talk.sentences[number]
    verb = s.heads[token]
    if s.lemmas[verb].lower() not in word_list("said_of_pacts"):
        return False
    near = [t for t in talk.sentences[max(0, number - _PACT_REACH) : number] if t.lemmas]
    return any("treaty" in classes_of(t, k) for t in near for k, _ in enumerate(t.words))


def _is_suspected(s: Sentence, token: int) -> bool:
    """Say whether "it" is the thing dealt with: "seized a ship on suspicion it carried oil"."""
    noun = s.heads[s.heads[token]]
    if s.lemmas[noun].lower() not in word_list("suspecting"):
        return False
    verb = s.heads[s.heads[noun]] if s.deps[noun] == "pobj" else noun
    return bool(children(s, verb, "dobj", "nsubjpass"))


def _owner(talk: Discourse, number: int, token: int) -> Sequence[Seen] | None:
    """Return who owns what holds "its" thing, or who is dealt with for it."""
    goal = dealt_with(talk.sentences[number], token)
    if goal is not None and (seen := talk.joined(number, goal)):
        return seen
    if (sides := blamed_before(talk.sentences[number], token)) is not None:
        who, whom = (talk.joined(number, side) for side in sides)
        if whom and not any(s.actor.country for s in who):
            return whom
    return owner_above(talk, number, token)


def _acted_on(
    talk: Discourse, number: int, token: int, *, quoted: bool = False
) -> tuple[Actor, ...]:
    """Return the one state or body told before that is given something, or punished.

    "Egypt is an ally of the United States, which gives it money": not the giver.
    """
    sentence = talk.sentences[number]
    verb = sentence.heads[token]
    given = sentence.deps[token] == "dative"
    if sentence.deps[token] == "nsubj":  # "want it to leave"
        verb = sentence.heads[verb]
    elif not given and sentence.lemmas[verb] not in word_list("done_to_somebody"):
        return ()
    doers = {s.actor.country for k in surface_subject(sentence, verb) for s in talk.at(number, k)}
    here = [s for s in talk.before(number, 0) if s.sentence == number and _is_one(s)]
    if quoted:
        here = [s for s in here if _said_together(sentence, s.token, token)]
    return _only(s.actor for s in here if s.actor.country not in doers)


def _is_one(seen: Seen) -> bool:
    if seen.rule == "actors.unknown_name":
        return False
    if seen.actor.kind in _SINGLE:
        return not seen.noun.endswith("s") or seen.rule not in _COMMON_RULES
    if seen.actor.kind == "force":  # "the Marines", as "the police", are many
        return not seen.noun.endswith(("s", "police"))
    return seen.rule in {"actors.body", "actors.glossed_body"}


def _subject_before(talk: Discourse, number: int) -> list[Seen]:
    """Return the subject of the sentence before, or of what somebody says in it."""
    found = main_subject(talk, number - 1)
    if found or number == 0:
        return found
    return [s for s in talk.before(number, 1) if s.sentence == number - 1 and s.role == SUBJECT][
        -1:
    ]


def _only(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    different = list({(a.name, a.country): a for a in actors}.values())
    return (different[0],) if len(different) == 1 else ()


# -------------------------------------------------------------------- they


def _many(talk: Discourse, number: int, token: int, later: Sequence[Seen]) -> tuple[Actor, ...]:
    """Return the group, or those named together, that "they" stands for."""
    sentence = talk.sentences[number]
    if sentence.deps[token] not in {"nsubj", "nsubjpass", "poss"}:
        return ()
    found = harmed_owner(talk, number, token) or (
        result_subject(talk, number, token) or clause_subject(talk, number, token)
    )
    if found is None and sentence.deps[token] != "poss":
        found = subject_beside(talk, number, token, later)
    if found is None and opens(sentence, token):
        found = main_subject(talk, number - 1) or _several_before(talk, number)
        if clause_is_main(sentence, token) and _other_groups(talk, number - 1, found):
            return ()
    together = _distinct(found or ())
    if len(together) > 1:
        return together
    many = (s for s in found or () if s.actor.kind in _MANY or _is_plural(talk, s))
    return tuple(s.actor for s in many)[:1]


def _several_before(talk: Discourse, number: int) -> list[Seen]:
    """Return those whom a word of the sentence before already meant together: "their", "both".

    "The pact includes their pledge of respect. They also agreed": the same.
    """
    groups: dict[int, list[Seen]] = {}
    for seen in talk.before(number, 1):
        if seen.sentence == number - 1 and seen.rule.startswith("reference."):
            groups.setdefault(seen.token, []).append(seen)
    several = [g[::-1] for g in groups.values() if len({s.actor.name for s in g}) > 1]
    return several[0] if several else []


def _is_plural(talk: Discourse, seen: Seen) -> bool:
    """Say whether several are named: "the officials", "the British", "the Republicans"."""
    people = talk.sentences[seen.sentence].tags[seen.token : seen.token + 1] == ("NNPS",)
    return people or (seen.rule == "actors.noun" and seen.noun.endswith("s"))


def _other_groups(talk: Discourse, number: int, subjects: Sequence[Seen]) -> bool:
    """Say whether another group stands in the sentence that "they" could be as well."""
    names = {s.actor.name for s in subjects}
    return any(
        s.sentence == number and s.actor.name not in names and s.actor.kind in _MANY
        for s in talk.before(number + 1, 1)
    )


def _distinct(found: Iterable[Seen]) -> tuple[Actor, ...]:
    return tuple({(s.actor.name, s.actor.country): s.actor for s in found}.values())
