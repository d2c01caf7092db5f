"""How the words around a claim speak of its agreement: which one, and whether it is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from foedera.data import Claim, Span, Title
from foedera.lexicons import load_words
from foedera.merge.folding import fold
from foedera.merge.known import keys_in
from foedera.merge.names import state_spans, states_named
from foedera.merge.nearer import is_of_the_nearer
from foedera.merge.titles import STEM, read_title, without_subject
from foedera.swift import swift

_SIDES = re.compile(
    r"\s*(?:of (?:\w{3,9} )?\d{4})?(?:,? (?:signed|concluded|reached|struck|made))?"
    r"\s*(?:[Ww]ith|[Bb]etween|[Aa]mong)\s+([^.;:()\n]{2,70})"
)
_OBJECT_OF = re.compile(
    r"\b(?:that|ending|extending|amending|replacing|renewing|affirming|reaffirming|stating|saying)"
    r"\b[^.;,]{0,40}$"
)
_WITHIN = re.compile(r"\bbetween (.{2,70})")
_ABOUT = re.compile(
    r"(?:\s+(?:on|last|this)\s+[A-Z]\w+day)?,?\s+"
    r"(?:to|on|for|against|about|of|that|which|giving|governing|(?:abolish|limit|bann?|protect|outlaw|prohibit|regulat|curb)ing)"
    r"\s+([^.;:()\n]{4,110})"
)
_ABOUT_WORDS = 12
"""How many of the words after a name tell what it is about."""
_IF = re.compile(r"\b(?:if|whether|unless)\b[^,;:.!?\n]*$", re.IGNORECASE)
_STOP = re.compile(r"[.;!?\n]")
_FRESH = re.compile(r"(?:[^.;:!?\n]|(?<=[A-Z])\.){0,80}?\b(?:this|last) (?:week|month)\b(?! in )")
_ONTO = re.compile(
    r"\s+(?:on|about|over|surrounding|towards?|for)\s+(?:an?|the)\s+"
    r"((?:[\w-]+\s+){0,4}?(?:treaty|pact|agreement|accord|deal|settlement|truce|convention))\b"
)
_DEADLINE = re.compile(r"['’]?s? deadline\b")
NEAR = 160
"""How many characters each side of an agreement's name are read for states."""
LEAD = 40
RANKED = 7
"""So many words before "to sign" may tell a place in a row: "the first of the three states to"."""
OPENING = 600
"""Within so many characters a report may describe an agreement before it names it."""
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "its", "their"))
GAP = 3
"""So many words may stand between two sides: "Peru, and its neighbour Chile"."""


@swift
@dataclass(frozen=True, slots=True)
class NamedAs:
    """How a telling speaks of its agreement.

    `sides` are the states told as its sides ("deal with Peru"), `beside` those told near its
    name; `generic` says that no particular one is meant ("any deal", "trade agreements"), and
    `other` that it is another than the one told of ("a previous deal"); `bare` that the words
    themselves are a loose head alone ("the agreement", "it"); `by_body` that they name the body
    which the agreement founded ("join NATO"). `topic` holds the words after its name that tell what
    it is about ("a treaty to cut arms"). `called` are the words between the article and the name
    ("a lasting truce"); `fresh` says that the words after it tell it as made in these weeks,
    `object_of` that a verb of its own stands right before it ("notes ending the pact").
    """

    sides: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    generic: bool = False
    other: bool = False
    bare: bool = False
    by_body: bool = False
    written: str = ""
    indefinite: bool = False
    topic: str = ""
    called: frozenset[str] = frozenset()
    fresh: bool = False
    object_of: bool = False

    @property
    def head(self) -> str:
        """The last of the words."""
        return self.written.rpartition(" ")[2]


NOWHERE = NamedAs()


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def named_as(claim: Claim, text: str) -> NamedAs:
    """Read how a report speaks of the agreement of a claim, where the claim names one."""
    if claim.agreement is None:
        return NOWHERE
    name = claim.agreement.span
    after, before = text[name.end : name.end + NEAR], text[max(0, name.start - NEAR) : name.start]
    lead = fold(before[-LEAD:]).split()[-2:]
    shown = text[name.start : name.end]
    written = fold(shown)
    return NamedAs(
        sides=_sides(claim.agreement.title, _behind(claim.agreement.title, shown, after)),
        beside=states_named(after) | states_named(before),
        generic=_is_generic(claim.agreement.title, shown, lead)
        or (bool({"a", "an"} & set(lead)) and _ought(after)),
        other=bool({*lead, *_phrase(claim, text)} & set(_words()["other_words"]))
        or (claim.kind == "agreement.propose" and "own" in lead)
        or _is_of_a_body(lead)
        or _is_any_sort(before)
        or (bool({"a", "an", "no"} & set(lead)) and _is_unlike(claim.agreement, claim, text))
        or (claim.kind == "agreement.negotiate" and _is_onto_another(claim, text))
        or is_of_the_nearer(claim.agreement, text),
        bare=_without_judging(written) in _words()["bare_words"],
        by_body=written in load_words("agreement_words")["founded_by"],
        written=written,
        indefinite=bool({"a", "an", "own"} & set(lead)),
        topic=_topic(after),
        called=_called(before),
        fresh=_is_fresh(after),
        object_of=_OBJECT_OF.search(before) is not None,
    )


def _phrase(claim: Claim, text: str) -> list[str]:
    """Return the words of a trigger that names an agreement: "reached a secret deal with"."""
    at, name = claim.passage.trigger, claim.agreement
    words = fold(text[at.start : at.end]).split()
    if name is None or name.span.end > at.start or not set(words) & set(_words()["concluded"]):
        return []
    return words


def _called(before: str) -> frozenset[str]:
    """Return the words between an article and the name that follows.

    >>> sorted(_called("They are in talks on a lasting, open "))
    ['lasting', 'open']
    """
    lead = fold(_STOP.split(before)[-1][-LEAD:]).split()[-4:]
    at = max((n for n, word in enumerate(lead) if word in _ARTICLES), default=len(lead))
    return frozenset(lead[at + 1 :])


def _is_fresh(after: str) -> bool:
    """Say whether the words after a name tell the agreement as made in these weeks.

    >>> _is_fresh(" signed on a U.S. visit this week."), _is_fresh(" is on the table this week.")
    (True, False)
    """
    first = after.split(maxsplit=1)[:1]
    return bool(first) and first[0] in _words()["made_words"] and bool(_FRESH.match(after))


def _is_of_a_body(lead: list[str]) -> bool:
    """Say whether a name only ends that of a body: "the Government of National Accord"."""
    return lead[1:] == ["of"] and lead[0] in _words()["called_after"]


def _is_unlike(name: Title, claim: Claim, text: str) -> bool:
    """Say whether an indefinite description is put down to a name told long before it.

    "It could open the way to a trade deal with Peru" brings in a deal, not the one told of; "the
    Open Rivers Treaty, a pact that ..." stands beside what it means, and a description that opens a
    report may stand before the name.
    """
    at, parts = name.span, read_title(name.title)
    shown, early = text[at.start : at.end], text[: max(0, at.start - NEAR)]
    if at.start > OPENING:
        early += text[at.end + NEAR :]
    if fold(name.title) == fold(shown) or not _is_told(name.title, parts.known, early):
        return False
    clause = claim.passage.span
    first, last = min(at.start - NEAR, clause.start), max(at.end + NEAR, clause.end)
    near = fold(text[max(0, first) : last]).split()
    if parts.known is not None and parts.known in keys_in(tuple(near)):
        return False
    own = parts.proper - {word[:STEM] for word in fold(shown).split()}
    apart = bool(own) and not own & {word[:STEM] for word in near}
    return apart or bool(parts.states - states_named(" ".join(near)))


def _is_told(title: str, known: str | None, text: str) -> bool:
    """Say whether a text tells a name, or another of the known agreement that it means."""
    return title.lower() in text.lower() or (
        known is not None and known in keys_in(tuple(fold(text).split()))
    )


def _is_onto_another(claim: Claim, text: str) -> bool:
    """Say whether talks told after a name are on something else: "the truce ..., talks on a peace".

    Only words that tell an agreement count, none of which the name has.
    """
    trigger, name = claim.passage.trigger, claim.agreement
    if name is None or name.span.end > trigger.start:
        return False
    told = _ONTO.match(text[trigger.end : min(trigger.end + NEAR, claim.passage.span.end)])
    words = _without_judging(fold(told[1])).split() if told else []
    if not words or words[-1] not in _words()["heads"]:
        return False
    return bool(words[:-1]) and not set(words) & set(fold(name.title).split())


def _without_judging(written: str) -> str:
    """Return folded words without those before the head that only judge: "tentative deal"."""
    judging = load_words("agreement_words")["judging_words"]
    return " ".join(word for word in written.split() if word not in judging)


def _sides(title: str, after: str) -> frozenset[str]:
    """Return the sides told in a name or after it; two told after it are all.

    Peru is no side of "a deal on Peru sanctions".
    """
    told = _SIDES.match(after)
    listed = _listed(fold(told[1]).split()) if told else frozenset()
    within = _WITHIN.search(title)
    named = _all_named(fold(within[1] if within else without_subject(title)).split())
    return listed if len(listed) > 1 else listed | named


def _behind(title: str, shown: str, after: str) -> str:
    """Return what follows a name with what it is about: "pact on the dam" before "with Peru"."""
    rest = title[len(shown) :] if title.startswith(shown) else ""
    told = " ".join(after.split())
    return after if not rest.strip() or not told.startswith(rest.strip()) else told[len(rest) - 1 :]


def _listed(words: list[str]) -> frozenset[str]:
    """Return the states and bodies that a list of sides begins with, and nobody after it.

    "With the union and its embrace of aid from Peru" tells of no side but the first.
    """
    found: set[str] = set()
    end = 0
    for start, size, code in sorted([*state_spans(words), *_bodies(words)]):
        if start - end > GAP:
            break
        found.add(code)
        end = start + size
    return frozenset(found)


def _all_named(words: list[str]) -> frozenset[str]:
    return frozenset(code for *_, code in (*state_spans(words), *_bodies(words)))


def _bodies(words: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where words name a body that makes treaties: first word, number of words, its key."""
    for name in load_words("agreement_words")["treaty_making_bodies"]:
        own = name.split()
        for start in range(len(words) - len(own) + 1):
            if words[start : start + len(own)] == own:
                yield start, len(own), _words()["bodies"].get(name, name)


def _topic(after: str) -> str:
    """Return the words that say what an agreement is about, of those after its name.

    >>> _topic(" on Monday to cut strategic arms, he said.")
    'cut strategic arms he said'
    """
    told = _ABOUT.match(after)
    return " ".join(fold(told[1]).split()[:_ABOUT_WORDS]) if told else ""


def _is_generic(title: str, written: str, lead: list[str]) -> bool:
    """Say whether words mean no agreement in particular: "any deal", "treaties", "a deal"."""
    head = set(fold(written).split()[-1:])
    if lead[:1] == ["most"] and len(lead) > 1 and not head & set(_words()["plural"]):
        lead = lead[1:]
    if set(lead) & set(_words()["any_words"]) or head & set(_words()["plural"]):
        return True
    bare = len(fold(title).split()) == 1 and bool(head & set(_words()["loose"]))
    return bare and lead[-1:] in (["a"], ["an"])


def _is_any_sort(before: str) -> bool:
    """Say whether any agreement of a sort is meant: "any kind of ceasefire deal".

    >>> _is_any_sort("should not agree to any kind of "), _is_any_sort("the text of ")
    (True, False)
    """
    lead = fold(before[-LEAD:]).split()[-3:]
    if len(lead) < 3 or lead[2] != "of" or lead[1] not in _words()["sorts_of"]:
        return False
    return lead[0] in _words()["any_words"]


def _ought(after: str) -> bool:
    """Say whether it is told what an agreement ought to be: "a trade agreement should help".

    >>> _ought(" should help farmers"), _ought(" helps farmers")
    (True, False)
    """
    return bool(set(fold(after[:LEAD]).split()[:1]) & set(_words()["ought"]))


def _is_ranked(lead: list[str]) -> bool:
    """Say whether one is told by its place in a row: "the 60th state to", "among the first to"."""
    ranks = load_words("numbers")["ranks"].keys() | {"last"}
    return any(word in ranks or re.fullmatch(r"\d{1,3}(?:st|nd|rd|th)", word) for word in lead)


def is_open(claim: Claim, text: str) -> bool:
    """Say whether the words before a trigger leave open whether an agreement's act happens.

    "willing to leave", "talks aimed at concluding", "could result in its leaving".
    """
    if claim.kind in _words()["leaving"] and claim.voice.reality in ("planned", "ongoing"):
        return _may_yet_leave(claim, text)
    if claim.kind.startswith("agreement.") and claim.voice.reality == "planned":
        return _is_by_a_deadline(claim, text) or _is_doubted(claim, text)
    describes = claim.kind == "agreement.describe"  # "would remain in force"
    done = describes or claim.voice.reality == "happened"
    if not claim.kind.startswith("agreement.") or not done:
        return False
    trigger = claim.passage.trigger
    if describes and _IF.search(text, max(0, trigger.start - NEAR), trigger.start):
        return True
    lead = fold(text[max(0, trigger.start - LEAD) : trigger.start]).split()[-3:]
    if set(lead) & set(_words()["done_words"]) and _follows_what_may_be(trigger, text):
        return True
    row = fold(text[max(0, trigger.start - NEAR) : trigger.start]).split()[-RANKED:]
    if set(lead) & set(_words()["done_words"]) or (lead[-1:] == ["to"] and _is_ranked(row)):
        return False
    own = text[trigger.start : trigger.end].lower().split()
    if own and own[0].endswith("ing") and not set(lead[-1:]) & set(_words()["being"]):
        return len(own) > 1 or text[trigger.end : trigger.end + 4].lower() != " of "
    last = [word for word in lead if not word.endswith("ly") and word != "re"][-1:]
    return bool(set(last) & set(_words()["open_words"]))


def _is_by_a_deadline(claim: Claim, text: str) -> bool:
    """Say whether the day of a plan is but a deadline: "talks ahead of a May 3 deadline"."""
    when = claim.setting.when
    return when is not None and bool(_DEADLINE.match(text, when.span.end))


def _is_doubted(claim: Claim, text: str) -> bool:
    """Say whether a plan is told as not to be reckoned with: "it is unlikely that he will sign"."""
    at = claim.passage.trigger.start
    before = text[max(0, at - NEAR) : at].replace("Mr. ", "Mr ").replace("Ms. ", "Ms ")
    lead = fold(_STOP.split(before)[-1]).split()[-10:]
    return bool(set(lead) & set(_words()["doubting"]))


def _follows_what_may_be(trigger: Span, text: str) -> bool:
    """Say whether a gerund only dates what may come: "would arm a month after signing"."""
    if not text[trigger.start : trigger.end].lower().endswith("ing"):
        return False
    before = text[max(0, trigger.start - NEAR) : trigger.start]
    lead = fold(_STOP.split(before)[-1]).split()
    return lead[-1:] == ["after"] and bool(set(lead) & set(_words()["modal_words"]) - {"to"})


def _may_yet_leave(claim: Claim, text: str) -> bool:
    """Say whether a leaving is only thought of, though told as planned or as going on.

    "It will give notice that it withdraws", "an order withdrawing the country from the pact".
    """
    trigger = claim.passage.trigger
    lead = fold(text[max(0, trigger.start - NEAR) : trigger.start]).split()
    if claim.voice.reality == "planned":
        at = max((n for n, w in enumerate(lead) if w in _words()["notice_words"]), default=0)
        return bool(set(lead[max(0, at - 3) : at]) & set(_words()["modal_words"]))
    going = text[trigger.start : trigger.end].lower().split()[:1]
    return (
        bool(going)
        and going[0].endswith("ing")
        and lead[-1:] != []
        and (lead[-1] in _words()["papers_home"])
    )
