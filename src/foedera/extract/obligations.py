"""Reads what an agreement is told to oblige."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from foedera.data import Actor, Obligation, Sentence
from foedera.extract.duty_phrases import curb, verb_phrase
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.no_duties import is_outcome, is_right, lays_no_duty
from foedera.extract.obligation_kinds import kind_of
from foedera.extract.obligation_sides import lets_in, sides_told, tells_of_sides
from foedera.extract.pact_rows import is_joined_infinitive, obliged_to
from foedera.extract.pact_terms import PROVIDES, is_agreement, is_duty, is_owed_under
from foedera.extract.role_things import phrase_span
from foedera.extract.subjects import is_passive, resolve_relative
from foedera.lexicons import load_words
from foedera.tree import ancestors, children, subtree

_OWED = frozenset({"xcomp", "ccomp", "acl", "advcl"})
_CONCEDING = "statement.concede"
_PROMISE, _NO_DEEDS = "statement.promise", frozenset({"agreement", "statement", "request"})
_PRESENT, _COMMON = frozenset({"VBZ", "VBP"}), frozenset({"NN", "NNS"})
_CONSULTATION = "consultation"
_LOOSE = frozenset({"access", "other"})
_EXCHANGE = re.compile(r",? in (?:return|exchange) for .+", re.DOTALL)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(str, load_words("obligation_words")[name]))


@dataclass(frozen=True, slots=True)
class Terms:
    """The pieces of a clause that lays down a duty."""

    trigger: str | None
    duty: str | None
    immediacy: str | None
    conditions: str | None = None


def binds(actor: Actor) -> bool:
    """Say whether a common noun tells whom an agreement binds: "its parties", "member states"."""
    return actor.name.lower().split()[-1] in _words("bound_by_name")


def told_obligation(
    text: str,
    here: TokenMentions,
    match: Match,
    sides: tuple[Sequence[Actor], Sequence[Actor]],
    *,
    owed: bool = False,
) -> Obligation | None:
    """Read what a term obliges to, a deed that a pact asks for, or a pledge within one.

    "Under the deal, Peru will leave the base", "Peru undertakes to close it". `makers` are those
    of the pact told before (`sides`: the claim's actors, and these). `owed`: told next to a pact as
    to be done.
    """
    parties, makers = sides
    s, kind, head = here.sentence, match.kind, match.head
    unnamed = not any(a.country for a in parties)
    if unnamed and (is_passive(s, head) or (len(makers) > 1 and tells_of_sides(s, head))):
        parties = makers  # "prisoners are to be freed", "each side will leave"
    if len(makers) > 1 and kind.name == PROVIDES and _is_laid_by_pact(s, head):
        parties = makers  # "it sets up a commission"
    pledged = kind.name == _PROMISE and (owed or s.tags[head] in _PRESENT)
    given_up = kind.name == _CONCEDING and owed
    deed = kind.name != PROVIDES and (pledged or given_up or kind.family not in _NO_DEEDS)
    deed = deed and any(a.country or a.kind == "organisation" for a in parties)
    deed = deed and (owed or (not pledged and is_owed_under(s, head, pact=bool(makers))))
    if kind.name != PROVIDES and not deed and not _is_pledged(match, s, parties, makers):
        return None
    duty = deed or is_duty(s, match) or (len(makers) > 1 and _is_laid_by_pact(s, head))
    found = read_obligation(text, s, head, parties, makers, owed=duty)
    told = sides_told(here, head, parties, makers) if found is not None else None
    if found is None or told is None:
        return found
    return replace(found, bearers=told[0], beneficiaries=told[1])


def _is_laid_by_pact(s: Sentence, head: int) -> bool:
    """Say whether a pact does what binds all who made it: "it sets up a commission"."""
    told = s.lemmas[head].lower() in _words("laid_by_pact") and s.tags[head] in _PRESENT
    return told and any(is_agreement(s, k) or s.words[k].lower() == "it"
                        for k in children(s, head, "nsubj"))  # fmt: skip


def _is_pledged(
    match: Match, s: Sentence, parties: Sequence[Actor], makers: Sequence[Actor]
) -> bool:
    """Say whether a maker of the pact told before pledges something in it, told as a rule."""
    head = match.head
    if match.kind.name != _PROMISE or s.tags[head] not in _PRESENT:
        return False
    states = {a.country for a in parties}
    told = s.lemmas[head].lower() in _words("requiring") and bool(children(s, head, "xcomp"))
    return told and bool(states) and states <= {a.country for a in makers}


def read_obligation(
    text: str,
    s: Sentence,
    head: int,
    parties: Sequence[Actor],
    makers: Sequence[Actor] = (),
    *,
    owed: bool = False,
) -> Obligation | None:
    """Read the obligation told in the clause below `head`; None if no duty is named.

    "if one party is attacked, the other will immediately send help": defence, triggered by
    the attack, owed by every party named in `parties` to the others. What one of the `makers` of
    the agreement owes it owes to the rest, and what one is given the rest owe.
    """
    if lays_no_duty(s, head):
        return None
    joined = [k for t in children(s, head, *_OWED) for k in children(s, t, "conj")]
    rows = [*children(s, head, "conj"), *(k for k in joined if is_joined_infinitive(s, k))]
    beside = {t for kid in rows for t in subtree(s, kid)}
    below = [t for t in subtree(s, head) if t not in beside]
    terms = _terms(text, s, head, below)
    pointed = any(resolve_relative(s, k) != k for k in children(s, head, "dobj"))
    if pointed and terms.duty is None:
        return None  # "the changes that the accord requires": who owes them is told elsewhere
    if terms.duty is None and owed:  # "under the protocol, Russia returns the island"
        duty = _asked_for(text, s, head) or verb_phrase(text, s, head)
        terms = replace(terms, duty=duty)
    if terms.duty is None:
        return None
    kind = _kind(s, below, head, terms)
    lets = s.lemmas[head].lower() in _words("permitting")
    let_in = lets and lets_in(s, head)
    if kind is None and (owed or let_in or _is_owed(s, head) or _grants(s, head)):
        kind = "other"
    if kind in _LOOSE and _follows_from(s, head):
        return None
    if kind is None or (lets and not let_in and _is_leave(kind, terms.duty)):
        return None
    bearers = tuple(dict.fromkeys(a.country or a.name for a in parties))
    given = _given(s, head, parties)
    owing = tuple(b for b in bearers if b not in given) if given else bearers
    made = tuple(dict.fromkeys(a.country or a.name for a in makers))
    if len(made) > 1 and set(owing + given) < set(made) and len(owing + given) == 1:
        rest = tuple(m for m in made if m not in owing + given)
        owing, given = (rest, given) if given else (owing, rest)
    return Obligation(
        kind=kind,
        trigger=terms.trigger,
        duty=terms.duty,
        immediacy=terms.immediacy,
        bearers=owing,
        beneficiaries=given or (bearers if len(bearers) > 1 else ()),
        conditions=terms.conditions,
    )


def _asked_for(text: str, s: Sentence, head: int) -> str | None:
    """Cut out the noun for what a pact asks for: "it requires prior notice"."""
    if s.lemmas[head].lower() not in _words("asking_by_noun"):
        return None
    goals = [k for p in children(s, head, "prep") for k in children(s, p, "pobj")]
    for noun in (*children(s, head, "dobj"), *goals):
        inside = subtree(s, noun)
        return text[s.starts[inside[0]] : s.ends[inside[-1]]]
    return None


def _kind(s: Sentence, below: Sequence[int], head: int, terms: Terms) -> str | None:
    """Name the kind of what is owed; only an attack that is to bring it on makes it defence."""
    owed = kind_of(_told(s, below, head, replace(terms, trigger=None)))
    whole = kind_of(_told(s, below, head, terms)) or kind_of(_told(s, below, head, None))
    if whole != "defence":
        return owed or whole
    if owed == _CONSULTATION or terms.trigger is not None:
        return owed if owed == _CONSULTATION else whole
    told = _told(s, below, head, terms)
    return whole if told & _words("coming_to_help") and told & _words("attacks") else None


def _told(s: Sentence, below: Sequence[int], head: int, terms: Terms | None) -> frozenset[str]:
    """Return the words of the clause, or only those of what is owed and of what brings it on."""
    owed = f"{terms.duty} {terms.trigger or ''}".split() if terms is not None else None
    tokens = below if owed is None else [t for t, w in enumerate(s.words) if t == head or w in owed]
    return frozenset(w for t in tokens for w in (s.lemmas[t].lower(), s.words[t].lower()))


def _given(s: Sentence, head: int, parties: Sequence[Actor]) -> tuple[str, ...]:
    """Return the party that is given something, or freed of it: "Peru is to be given access".

    "Awards Peru a port", "eases sanctions on Peru".
    """
    lemma = s.lemmas[head].lower()
    subjects: list[int] = []
    if lemma in _words("given"):
        subjects += children(s, head, "nsubjpass", "dative")
        subjects += [k for k in children(s, s.heads[head], "nsubj") if s.deps[head] == "xcomp"]
    if lemma in _words("lifting"):
        curbs = children(s, head, "dobj", "nsubjpass")
        curbs = [k for k in curbs if s.lemmas[k].lower() in _words("penalties")]
        behind = [p for k in (head, *curbs) for p in children(s, k, "prep")]
        on = [p for p in behind if curbs and s.words[p].lower() in {"on", "against", "from"}]
        subjects += [k for p in on for k in children(s, p, "pobj")]
    spoken = [f" {' '.join(s.words[t] for t in subtree(s, k))} ".lower() for k in subjects]
    if lemma in _words("given") and s.tags[min(head + 1, len(s.tags) - 1)] == "NNP":
        spoken.append(f" {s.words[head + 1]} ".lower())  # "awards Peru nine billion"
    given = [a for a in parties if any(f" {a.name.lower()} " in told for told in spoken)]
    return tuple(dict.fromkeys(a.country or a.name for a in given))


def _is_owed(s: Sentence, head: int) -> bool:
    """Say whether a verb tells a duty by itself: "requires", "shall", "is to be given"."""
    helping = {s.words[k].lower() for k in children(s, head, "aux")}
    if s.lemmas[head].lower() in _words("requiring") or helping & {"shall", "must"}:
        return True
    return "to" in helping and (s.lemmas[s.heads[head]] == "be" or _is_joined(s, head))


def _is_joined(s: Sentence, head: int) -> bool:
    """Say whether a verb stands beside what one is obliged to: "to share it and to avoid harm"."""
    first = s.heads[head]
    if s.deps[head] != "conj" or s.deps[first] not in _OWED:
        return False
    return s.lemmas[s.heads[first]].lower() in _words("requiring")


def _is_leave(kind: str, duty: str) -> bool:
    """Say whether what is allowed binds nobody: a leave, not a duty to open the door to others."""
    return kind != "access" or duty.split()[0].lower() in _words("going_on")


def _terms(text: str, s: Sentence, head: int, below: Sequence[int]) -> Terms:
    trigger, duty = _trigger(text, s, head, below), _duty(text, s, head, below)
    given_for = None if duty is None else _EXCHANGE.search(duty)
    if duty is None or given_for is None:
        return Terms(trigger, duty, _immediacy(text, s, below))
    own, conditions = duty[: given_for.start()], given_for[0].strip()
    return Terms(trigger, own, _immediacy(text, s, below), conditions)


def _immediacy(text: str, s: Sentence, below: Sequence[int]) -> str | None:
    """Cut out how soon it is owed: "immediately", "at once", "within seven years"."""
    for token in below:
        word = s.words[token].lower()
        if word in _words("now"):
            return word
        after = s.words[token + 1].lower() if token + 1 < len(s.words) else ""
        if f"{word} {after}" in _words("now"):
            return f"{word} {after}"
        if word in _words("no_later") and s.deps[token] == "prep":
            inside = subtree(s, token)
            if any(s.lemmas[t].lower() in _words("spans") for t in inside):
                return text[s.starts[token] : s.ends[inside[-1]]]
    return None


def _trigger(text: str, s: Sentence, head: int, below: Sequence[int]) -> str | None:
    """Cut out the condition: "if one party is attacked", "in the event of war"."""
    for verb in (head, *children(s, head, "ccomp")):  # "an attack on one is treated as one on all"
        if s.lemmas[verb].lower() in _words("equating"):
            for subject in children(s, verb, "nsubjpass"):
                inside = subtree(s, subject)
                return text[s.starts[inside[0]] : s.ends[inside[-1]]]
    for token in below:
        word = s.words[token].lower()
        if word in _words("conditions") and s.deps[token] in {"mark", "advmod"}:
            clause = subtree(s, s.heads[token])
            return text[s.starts[token] : s.ends[clause[-1]]]
        if word in _words("event_nouns") and s.deps[token] == "pobj" and _names_event(s, token):
            inside = [s.heads[token], *subtree(s, token)]
            return text[s.starts[inside[0]] : s.ends[inside[-1]]]
    return None


def _duty(text: str, s: Sentence, head: int, below: Sequence[int]) -> str | None:
    """Cut out what is owed: the verb under "will", "shall", "must", or a noun of help."""
    laid_on = _laid_on(text, s, head)
    for token in below:
        if s.deps[token] == "aux" and s.words[token].lower() in _words("binding"):
            verb = s.heads[token]
            if verb != head and _is_beside_it(s, verb, head):
                continue  # "if anybody will use them, the council will meet"
            if verb == head and laid_on and s.lemmas[head].lower() in _words("laying_on"):
                return laid_on  # "it will require Chile to buy gas"
            return None if is_outcome(s, verb) else verb_phrase(text, s, verb)
    if any(s.words[k].lower() == "to" for k in children(s, head, "aux")):
        return verb_phrase(text, s, head)
    if laid_on:
        return laid_on
    for name in ("duty_nouns", "duty_nouns_in_general"):
        for token in below:
            noun = s.tags[token] in _COMMON and token != head
            if noun and s.lemmas[token].lower() in _words(name):
                span = phrase_span(s, token)
                return text[span.start : span.end]
    verbs = (t for t in below if _hangs_on(s, t, head) and not is_right(s, t))
    owed = next(verbs, None)
    if owed is None and _grants(s, head):
        return verb_phrase(text, s, head)
    return None if owed is None else verb_phrase(text, s, owed)


def _is_beside_it(s: Sentence, verb: int, head: int) -> bool:
    """Say whether a verb below only describes something or stands in what brings a duty on."""
    for at in (verb, *ancestors(s, verb)):
        if at == head:
            return False
        marks = (s.words[k].lower() for k in children(s, at, "mark", "advmod"))
        if s.deps[at] == "relcl" or not _words("conditions").isdisjoint(marks):
            return True
        if s.deps[at] == "acl" and s.lemmas[s.heads[at]].lower() in _words("event_nouns"):
            return True
    return False


def _laid_on(text: str, s: Sentence, head: int) -> str | None:
    """Cut out what a verb obliges to, lets do or curbs: "requires Peru to *leave*"."""
    lemma, obliged = s.lemmas[head].lower(), obliged_to(s, head)
    if lemma in _words("curbing") and (barred := curb(text, s, head)) is not None:
        return barred
    if obliged and lemma in _words("laying_on") | _words("permitting"):
        return verb_phrase(text, s, obliged[0])
    return None


def _follows_from(s: Sentence, head: int) -> bool:
    """Say whether a participle tells what comes of something: "the deal ends aid, leaving few"."""
    while s.deps[head] == "conj":
        head = s.heads[head]
    return s.tags[head] == "VBG" and s.deps[head] == "advcl"


def _hangs_on(s: Sentence, verb: int, head: int) -> bool:
    """Say whether what is to be done hangs on a verb or on what it gives: "a duty to share it"."""
    if s.tags[verb] != "VB" or s.deps[verb] not in _OWED:
        return False
    above = s.heads[verb]
    if s.deps[verb] == "advcl" or s.lemmas[above].lower() in _words("means"):
        return False  # "imposes inspections to prevent it", "includes plans to sell it"
    through = above if s.tags[above][0] == "N" or s.deps[above] in _OWED else head
    return head in (above, s.heads[through])


def _grants(s: Sentence, head: int) -> bool:
    """Say whether an agreement gives or does something: "grants an amnesty", "lifts tolls"."""
    return s.lemmas[head].lower() in _words("granting") and bool(children(s, head, "dobj"))


def _names_event(s: Sentence, noun: int) -> bool:
    """Say whether the words go on to say which: "in the event of war"."""
    return any(s.words[k].lower() in {"of", "that"} for k in s.children[noun])
