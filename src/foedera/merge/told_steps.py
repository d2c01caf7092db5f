"""Which tellings tell a deed of an agreement, and which only speak of it."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any

from foedera.data import Phrase, Title
from foedera.lexicons import load_words
from foedera.measure import overlap
from foedera.merge.making import is_home_act
from foedera.merge.notices import leaves_another
from foedera.merge.parties import states_of
from foedera.merge.rarity import stems
from foedera.merge.telling import Telling, fold

ASIDE = 24
"""So many characters may stand between what is agreed and the agreement that it is for."""


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def takes_its_place(telling: Telling) -> bool:
    """Say whether a telling has its agreement superseded, and not the later one that does it."""
    name, thing = telling.claim.agreement, telling.claim.roles.object
    if name is None or thing is None:
        return False
    return overlap(name.span, thing.span) > 0


def tells_step(telling: Telling, parties: Collection[str]) -> bool:
    """Say whether a telling may stand for a step: it names the agreement and tells a deed of it.

    Where it does not name it, two of the parties must act, or an act that treaties alone see be
    told. A law at home is none, nor to back or discuss an agreement, nor an act that only a noun
    without doer tells, nor one in words that leave open whether it happens.
    """
    kind = telling.claim.kind
    if _counts(telling):
        return True
    if is_home_act(telling) or telling.open_ended or telling.trigger & set(_words()["backing"]):
        return False
    if is_only_said(telling) or _signs_a_paper(telling) or leaves_another(telling):
        return False
    if kind == "agreement.conclude" and speaks_of_one(telling) and not _is_aside(telling):
        return True
    object_ = telling.claim.roles.object
    joint = len(states_of(telling) & set(parties)) > 1 and (object_ is None or _is_text(telling))
    if not (telling.own or joint or kind in _words()["solemn_acts"]) or _is_aside(telling):
        return False
    if kind not in _words()["lawmaking"] and by_lawmakers(telling):
        return False
    dated = telling.last is not None
    told_of = bool(states_of(telling)) and not _is_told_of_others(telling)
    return dated or told_of or kind not in _words()["needs_doer"]


def _is_told_of_others(telling: Telling) -> bool:
    """Say whether a noun's doers stand outside its clause, which tells of other states.

    "Peru is part of the talks on the pact": it is not who was named a sentence before that talks.
    """
    if not telling.claim.rule.startswith("frames.noun_frame"):
        return False
    return _apart(telling) and bool(telling.naming.beside - states_of(telling))


def _apart(telling: Telling) -> bool:
    """Say whether all doers of an act stand outside the clause that tells it."""
    clause = telling.claim.passage.span
    actors = telling.claim.roles.actors
    return all(a.span.end <= clause.start or a.span.start >= clause.end for a in actors)


def is_only_said(telling: Telling) -> bool:
    """Say whether a person denounces an agreement: mostly that is to speak ill of it."""
    persons = all(a.kind == "person" for a in telling.claim.roles.actors)
    return persons and bool(telling.trigger & set(_words()["ill_words"]))


def _signs_a_paper(telling: Telling) -> bool:
    """Say whether one alone signs "the document", which may be a decree about the agreement."""
    paper = telling.naming.bare and telling.naming.head in _words()["papers"]
    return paper and telling.claim.kind == "agreement.sign" and len(states_of(telling)) < 2


def speaks_of_one(telling: Telling) -> bool:
    """Say whether states together conclude what the clause calls a deal, by a name or none."""
    heads = stems(" ".join(_words()["concluded"]))
    named = telling.claim.agreement is not None and bool(telling.words & heads)
    return named and len(states_of(telling)) > 1 and telling.last is not None


def _counts(telling: Telling) -> bool:
    """Say whether a telling says how many have consented by now, whoever they are."""
    return telling.claim.voice.reality == "happened" and any(
        term.kind == "count" for term in telling.claim.setting.terms
    )


def _is_aside(telling: Telling) -> bool:
    """Say whether the agreement only stands aside in what is done: "agreed on the need for it"."""
    object_, agreement = telling.claim.roles.object, telling.claim.agreement
    if object_ is None or agreement is None or not object_.span.start < agreement.span.start:
        return False
    if agreement.span.start >= object_.span.end:
        return _is_for_it(telling, object_, agreement)
    lead = fold(object_.text[: agreement.span.start - object_.span.start]).split()
    return bool(set(lead) & set(_words()["asides"])) and not set(lead) & set(_words()["texts"])


def _is_text(telling: Telling) -> bool:
    """Say whether what is told as concluded on a day, under no name, is an agreement."""
    thing, dated = telling.claim.roles.object, telling.last is not None
    made = telling.claim.kind == "agreement.conclude" and is_done(telling) and dated
    text = thing is not None and set(fold(thing.text).split()[-1:]) & set(_words()["concluded"])
    return made and telling.claim.agreement is None and bool(text)


def _is_for_it(telling: Telling, thing: Phrase, agreement: Title) -> bool:
    """Say whether what is agreed is no text, and the agreement is told right after it.

    "Agreed on the urgent need | for a lasting truce".
    """
    heads = {*_words()["heads"], *_words()["texts"], *_words()["parts"]}
    near = agreement.span.start - thing.span.end <= ASIDE
    text = bool(set(fold(thing.text).split()) & heads)
    return telling.claim.kind == "agreement.conclude" and near and not text


def by_lawmakers(telling: Telling) -> bool:
    """Say whether those act who pass laws: by name or office, or in a clause without its doer."""
    actors = telling.claim.roles.actors
    words = {word for a in actors for word in fold(f"{a.name} {a.office or ''}").split()}
    told = bool(telling.words & stems(" ".join(_words()["legislators"])))
    return bool(words & set(_words()["lawmakers"])) or (bool(actors) and told and _apart(telling))


def is_done(telling: Telling) -> bool:
    """Say whether an act is told as done: "as they sign the pact" tells of no signing yet."""
    voice = telling.claim.voice
    lasts = telling.claim.kind in (*_words()["lasting"], *_words()["leaving"])
    return voice.reality == "happened" or (voice.reality == "ongoing" and lasts)
