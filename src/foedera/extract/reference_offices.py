"""Whose an official is whose state no word of his tells: "Foreign Minister Ana Lind warned".

Agencies leave the state out where a reader has it: of officials of the state they write from, and
of those of the state just spoken of. What stands nearest decides: an owner ("his foreign
minister"), the capital that opens the sentence, the doer of the main clause, the desk's home, the
doer of the sentence before. Only of officials who do something, and never a state that they do it
to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from foedera.data import Actor, Mention, Sentence
from foedera.extract.actor_words import words as word_list
from foedera.extract.discourse import SUBJECT, Discourse
from foedera.gazetteer.names import tokens
from foedera.tree import ancestors, children, token_at

_OWNING = frozenset({"'s", "\u2019s", "its", "their", "his", "her"})
_OPENING = frozenset({"in", "from", "at"})
_SUBJECTS = ("nsubj", "nsubjpass")
_BESIDE = frozenset({"conj", "advcl", "parataxis"})
_WITHIN = frozenset({"relcl", "acl", "ccomp", "pcomp"})
_DOERS = frozenset({"state", "person", "organisation", "office", "force", "group"})
_NAMED = frozenset({"compound", "nmod", "amod", "poss", "appos", "conj"})
_QUOTES = frozenset({'"', "``", "\u201c"})
# Whom one tells or orders may be one's own: "told the Senate", "ordered the army to prepare".
_AT_HOME = frozenset({"tell", "inform", "brief", "address", "order", "instruct", "send", "deploy"})
_WITHOUT_MINISTERS = frozenset({"USA"})
_OWN_BODIES = frozenset({"organisation", "force"})
_GOALS = frozenset({"dobj", "dative"})
_FACING = frozenset({"with", "to", "against", "from", "toward", "towards", "by"})


class Official(NamedTuple):
    """An official in a sentence of that number: the first and last token of the phrase."""

    number: int
    first: int
    last: int


def holds_for_state(office: str | None) -> bool:
    """Say whether an office is one of a state and of nobody else.

    >>> holds_for_state("former defence minister"), holds_for_state("company vice president")
    (True, False)
    """
    if not office or " of " in office:
        return False
    words = office.split()
    ends = {" ".join(words[at:]) for at in range(len(words))}
    return bool(ends & word_list("national_offices")) and not ends & word_list("lesser_offices")


def has_no_such(country: str, office: str | None) -> bool:
    """Say whether a state has no office of that name: a minister in Washington is a guest.

    >>> has_no_such("USA", "foreign minister"), has_no_such("USA", "attorney general")
    (True, False)
    """
    return country in _WITHOUT_MINISTERS and (office or "").endswith(("minister", "premier"))


def state_of_official(
    talk: Discourse, at: Official, mentions: Sequence[Mention], homes: frozenset[str]
) -> str | None:
    """Return the state that an official without one acts for, None where nobody tells.

    `homes` are the state a desk writes from and the one a report is about; two leave it open.
    """
    s = talk.sentences[at.number]
    if at.first and s.words[at.first - 1].lower() in _OWNING:
        return _owner(talk, at)
    if (opening := state_of_opening(talk, at.number, at.first)) is not None:
        return opening
    verb = _acts_in(s, at.last)
    if verb is None:
        return None
    before = _doer_before(talk, at.number)
    if before is not None and s.words[0] in _QUOTES:  # whoever did so goes on: "We are glad,"
        return before
    if s.deps[verb] in _BESIDE and (doer := _main_doer(talk, at, verb)) is not None:
        return doer
    if s.deps[verb] in _WITHIN and _main_doer(talk, at, verb) not in (None, *homes):
        return None  # "Serbia likened it to a raid, wording that Foreign Minister Horvat rejected"
    others = set(_done_to(s, verb, mentions))
    near = homes if len(homes) == 1 else homes & {before}
    state = next(iter(near), None) if homes else before
    return state if state not in others else None


def _owner(talk: Discourse, at: Official) -> str | None:
    s = talk.sentences[at.number]
    token = at.first - 1 - (s.words[at.first - 1] in {"'s", "\u2019s"})
    return _only(seen.actor for seen in talk.at(at.number, token))


def state_of_opening(talk: Discourse, number: int, token: int) -> str | None:
    """Return the state whose capital or name opens the sentence: "In Lima, the minister said"."""
    s = talk.sentences[number]
    opens = next((i for i, w in enumerate(s.words) if w[:1].isalpha()), 0)
    if opens >= token or s.words[opens].lower() not in _OPENING or "," not in s.words[:token]:
        return None
    comma = s.words.index(",")
    named = {seen.actor for t in range(opens + 1, comma) for seen in talk.at(number, t)}
    if named:
        return _only(named) if all(a.kind == "state" for a in named) else None
    place = " ".join(s.words[opens + 1 : comma])
    if place.lower() in word_list("seats_of_many"):
        return None
    spots = talk.gazetteer.spots.get(tokens(place))
    return next(
        (p.country for p in spots if p.country and _is_capital(talk, p.country, place)), None
    )


def _is_capital(talk: Discourse, country: str, place: str) -> bool:
    capital = talk.gazetteer.capitals.get(country)
    return capital is not None and capital.name.lower() == place.lower()


def _main_doer(talk: Discourse, at: Official, verb: int) -> str | None:
    """Return the state of the main clause's doer who stands before an official.

    "President Noor told the cabinet so, but Air Force Commander Sadr warned": both are of one.
    """
    s = talk.sentences[at.number]
    for subject in children(s, ancestors(s, verb)[-1], *_SUBJECTS):
        if subject < at.first:
            return _only(_named(talk, at.number, subject))
    return None


def _acts_in(s: Sentence, token: int) -> int | None:
    """Return the verb that somebody does: as its subject, "by him", "according to him".

    Where the parser makes neither doer nor goal of him it is the verb above.
    """
    while s.deps[token] in _NAMED and s.heads[token] != token:
        token = s.heads[token]
    above = s.heads[token]
    if s.deps[token] in _SUBJECTS:
        return above
    if s.deps[token] in _GOALS:
        return None
    free = s.deps[token] != "pobj" or s.deps[above] == "agent"
    teller = s.words[s.heads[above]].lower() == "according"
    verbs = (a for a in (above, *ancestors(s, above)) if s.tags[a][0] == "V")
    return next(verbs, None) if free or teller else None


def _done_to(s: Sentence, verb: int, mentions: Sequence[Mention]) -> Iterator[str]:
    """Yield the states that a verb's object and the phrases it faces name."""
    for mention in mentions:
        value = mention.value
        token = token_at(s, mention.span.end - 1)
        if not isinstance(value, Actor) or not value.country or token is None:
            continue
        if value.kind in _OWN_BODIES and s.lemmas[verb] in _AT_HOME:
            continue
        while s.heads[token] != token and s.heads[token] != verb and s.tags[token][0] != "V":
            if s.deps[token] == "pobj" and s.words[s.heads[token]].lower() not in _FACING:
                break
            token = s.heads[token]
        faced = s.deps[token] == "prep" and s.words[token].lower() in _FACING
        if s.heads[token] == verb and (faced or s.deps[token] in _GOALS):
            yield value.country


def _named(talk: Discourse, number: int, token: int) -> list[Actor]:
    """List who is named at a token, or by what stands before it: "the Italian parliament"."""
    seen = talk.at(number, token)
    for kid in children(talk.sentences[number], token, "amod", "compound", "poss", "nmod"):
        seen = seen or talk.at(number, kid)
    return [one.actor for one in seen]


def stands_elsewhere(s: Sentence, last: int, state: str, mentions: Sequence[Mention]) -> bool:
    """Say whether a noun stands in another state: of "the soldiers in X" none knows whose."""
    if last + 2 >= len(s.words) or s.words[last + 1].lower() not in {"in", "inside"}:
        return False
    told = (m.value for m in mentions if m.span.start == s.starts[last + 2])
    return any(isinstance(v, Actor) and v.country not in {None, state} for v in told)


def _doer_before(talk: Discourse, number: int) -> str | None:
    """Return the one state whose people are the doers of the sentence before."""
    return _only(
        seen.actor
        for seen in talk.before(number, 1)
        if seen.sentence == number - 1 and seen.role == SUBJECT and seen.actor.kind in _DOERS
    )


def _only(actors: Iterable[Actor]) -> str | None:
    states = {a.country for a in actors}
    return states.pop() if len(states) == 1 else None
