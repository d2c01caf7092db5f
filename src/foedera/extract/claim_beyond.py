"""Days and places that stand beyond an act's own clause: in what plans, holds or tells of it."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.data import Days, Mention, Sentence, Span, When, Where
from foedera.extract.claim_owners import Owners
from foedera.extract.claim_places import preposition_above
from foedera.extract.claim_times import day_of_verb, is_adverbial, is_dated, nearest_verb
from foedera.extract.day_arranged import day_arranged, day_of_which
from foedera.extract.day_lent import day_lent
from foedera.extract.days_apart import UNITS, day_apart
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_owners import is_violent
from foedera.extract.role_words import role_words
from foedera.extract.time_words import time_words
from foedera.tree import ancestors, children

_HOLDING = frozenset({"in", "at", "during"})
_BESIDE = frozenset({"conj", "parataxis"})
_FROM_THE_SAME = frozenset({"a", "an", "his", "her", "their", "its"})
_LASTING = frozenset({"day", "week", "month", "year", "round", "series", "night"})
_ANOTHER_CLAUSE = frozenset({"VBD", "VBZ", "MD", "VBP", "VBG", "CC"})
_SUBJECT_WORDS = frozenset({"that", "which"})


def day_beyond(match: Match, here: TokenMentions, owners: Owners, published: Days) -> When | None:
    """Return the day of an act whose own clause tells none, by what the sentence says of it."""
    s, head = here.sentence, match.head
    if s.tags[head][0] == "N":
        found = _day_planned(head, here) or day_of_which(head, here, owners)
        found = found or _day_of_talks(match, here)
    else:
        found = day_arranged(head, here) or _day_at_opening(head, here)
        found = found or _day_of_occasion(head, here)
        found = found or _day_of_doer(head, here, owners)
    return found or day_lent(match, here, published) or day_apart(head, here, published)


def place_beyond(match: Match, here: TokenMentions, owners: Owners) -> Where | None:
    """Return the place of an act whose own phrases tell none, by what the sentence says of it."""
    s, head = here.sentence, match.head
    if s.tags[head][0] == "N":
        found = _place_planned(head, here) or _place_of_telling(match, here)
        found = found or _place_of_talks(match, here)
    else:
        found = _place_of_doer(match, here, owners) or _place_behind_where(head, here)
    return found or _place_of_site(match, here)


# ------------------------------------------------------------ what is planned


def _arrangement(s: Sentence, noun: int) -> int | None:
    """Return the word that sets a happening's time: "talks with Peru set for Friday in Lima"."""
    for at in range(noun + 1, min(noun + 14, len(s.words))):
        if s.words[at] == "," and _is_set_behind(s, at):
            continue
        if s.words[at] in {",", ";", "ahead", "before", "after"} or s.tags[at] in _ANOTHER_CLAUSE:
            return None
        if s.lemmas[at].lower() in time_words().shares["arranging"] and s.tags[at] in {"VBN", "JJ"}:
            meant = at + 1 < len(s.words) and s.words[at + 1].lower() != "to"
            return at if meant else None
    return None


def _is_set_behind(s: Sentence, comma: int) -> bool:
    """Say whether what is arranged is told right behind a comma: "talks with Peru, set for"."""
    at = comma + 1
    behind = at + 1 < len(s.words) and s.tags[at] in {"VBN", "VBD", "JJ"}
    arranged = behind and s.lemmas[at].lower() in time_words().shares["arranging"]
    return arranged and s.words[at + 1].lower() in {"for", "on", "at", "to"}


def _below(token: int, here: TokenMentions, mention: Mention) -> bool:
    return token in ancestors(here.sentence, here.head(mention))


def _day_planned(noun: int, here: TokenMentions) -> When | None:
    word = _arrangement(here.sentence, noun)
    if word is None:
        return None
    times = [m for m in here.all("time") if here.head(m) > word]
    days = [m.value for m in times if isinstance(m.value, When) and is_dated(m.value)]
    return days[0] if days else None


def _place_planned(noun: int, here: TokenMentions) -> Where | None:
    word = _arrangement(here.sentence, noun)
    if word is None:
        return None
    return next(
        (w for m, w in _located(here) if here.head(m) > word and _near(here, word, m)), None
    )


def _near(here: TokenMentions, word: int, mention: Mention) -> bool:
    """Say whether a place stands in the phrases that a word of planning opens."""
    s = here.sentence
    return all(s.words[t] not in {",", ";"} and s.tags[t] != "VBD"
               for t in range(word + 1, here.head(mention)))  # fmt: skip


def _located(here: TokenMentions) -> Iterator[tuple[Mention, Where]]:
    """Yield the places behind "in", "at", "near"."""
    s = here.sentence
    for mention in here.all("place"):
        prep = preposition_above(s, here.head(mention))
        known = prep is not None and s.words[prep].lower() in role_words("locative")
        if known and isinstance(mention.value, Where):
            yield mention, mention.value


# ---------------------------------------------------- clauses and occasions


def _day_at_opening(verb: int, here: TokenMentions) -> When | None:
    """Return the one day of a sentence, where it opens the first of clauses side by side.

    "In September fighting flared up; nine people were killed, and a school was burnt".
    """
    s = here.sentence
    days = [m for m in here.all("time") if isinstance(m.value, When) and is_dated(m.value)]
    if len(days) != 1 or s.tags[verb] not in {"VBD", "VBN"} or _is_perfect(s, verb):
        return None
    first = nearest_verb(days[0], here)
    subjects = [t for t, dep in enumerate(s.deps) if dep in {"nsubj", "nsubjpass", "expl"}]
    if first is None or here.head(days[0]) > min(subjects, default=0):
        return None
    if not is_adverbial(days[0], here) or verb not in _side_by_side(s, first):
        return None
    value = days[0].value
    return value if isinstance(value, When) else None


def _is_perfect(s: Sentence, verb: int) -> bool:
    return any(s.lemmas[k] in {"have", "will", "would"} for k in children(s, verb, "aux"))


def _side_by_side(s: Sentence, verb: int) -> set[int]:
    """List the verbs of clauses that "and" or a semicolon sets beside the verb's own."""
    near, todo = {verb}, [verb]
    while todo:
        at = todo.pop()
        linked = [k for k in s.children[at] if _is_beside(s, k)]
        if _is_beside(s, at):
            linked.append(s.heads[at])
        todo += [k for k in linked if k not in near]
        near.update(linked)
    return near


def _is_beside(s: Sentence, clause: int) -> bool:
    head = s.heads[clause]
    if head == clause or s.tags[clause][0] != "V" or s.tags[head][0] != "V":
        return False
    if s.deps[clause] in _BESIDE:
        return True
    between = s.words[min(head, clause) : max(head, clause)]
    return s.deps[clause] == "ccomp" and ";" in between


def _day_of_occasion(verb: int, here: TokenMentions) -> When | None:
    """Return the day of what an act was done at: "at a summit that ended on Thursday they"."""
    s = here.sentence
    for prep in children(s, verb, "prep"):
        if s.words[prep].lower() not in _HOLDING:
            continue
        for noun in children(s, prep, "pobj"):
            for clause in children(s, noun, "relcl", "acl"):
                if s.lemmas[clause] in time_words().shares["occasion_verbs"]:
                    return day_of_verb(clause, here)
    return None


# ----------------------------------------------------- what did it, in "that"


def _doer(s: Sentence, verb: int) -> int | None:
    """Return the happening that a clause tells more of: "a blast in Lahore that killed nine"."""
    told = {s.words[k].lower() for k in children(s, verb, "nsubj")}
    if s.deps[verb] != "relcl" or not told <= _SUBJECT_WORDS or not told:
        return None
    return s.heads[verb] if s.lemmas[verb] in time_words().shares["subject_verbs"] else None


def _day_of_doer(verb: int, here: TokenMentions, owners: Owners) -> When | None:
    noun = _doer(here.sentence, verb)
    if noun is None or noun not in owners.heads:
        return None
    owned = [m for m in here.all("time") if owners.of_time(here.head(m)) == noun]
    days = [m.value for m in owned if isinstance(m.value, When) and is_dated(m.value)]
    return days[0] if len(days) == 1 else None


def _place_of_doer(match: Match, here: TokenMentions, owners: Owners) -> Where | None:
    noun = _doer(here.sentence, match.head)
    if noun is None or noun not in owners.heads or not _has_scene(match):
        return None
    return _place_on(noun, here)


def _has_scene(match: Match) -> bool:
    return match.kind.family in {"military", "harm", "unrest"}


def _place_on(token: int, here: TokenMentions) -> Where | None:
    """Return the place whose preposition hangs on a token."""
    s = here.sentence
    for mention, where in _located(here):
        prep = preposition_above(s, here.head(mention))
        if prep is not None and s.heads[prep] == token:
            return where
    return None


def _place_of_telling(match: Match, here: TokenMentions) -> Where | None:
    """Return the place told in a clause on the happening.

    "An attack in which nine died in Rask", "tests that they conducted at Bikini".
    """
    s = here.sentence
    for clause in children(s, match.head, "relcl", "acl"):
        lemma = s.lemmas[clause]
        made = lemma in time_words().shares["making_verbs"] | role_words("occurrence")
        if made or (is_violent(match) and _is_in_which(s, clause)):
            found = _place_on(clause, here)
            if found is not None:
                return found
    return None


def _is_in_which(s: Sentence, clause: int) -> bool:
    return any(
        s.words[prep].lower() in {"in", "during"}
        and any(s.words[k].lower() == "which" for k in s.children[prep])
        for prep in children(s, clause, "prep")
    )


def _place_behind_where(verb: int, here: TokenMentions) -> Where | None:
    """Return the place that "where" takes up, for the acts of its clause and those below.

    "In Tbilisi, where he imposed a curfew after police dispersed rallies".
    """
    s = here.sentence
    for at in (verb, *ancestors(s, verb)):
        if s.deps[at] == "relcl":
            opened = any(s.words[k].lower() == "where" for k in children(s, at, "advmod"))
            found = here.at(s.heads[at], "place") if opened else ()
            return next((m.value for m in found if isinstance(m.value, Where)), None)
        if s.deps[at] not in {"advcl", "conj"}:
            return None
    return None


def _place_of_site(match: Match, here: TokenMentions) -> Where | None:
    """Return the name before a base or a port that is acted upon: "closed the Gudauta base"."""
    s = here.sentence
    if match.kind.family not in {"military", "harm", "coercion"}:
        return None
    for site in match.slots.get("object", ()):
        if s.lemmas[site].lower() not in time_words().shares["sites"]:
            continue
        names = [k for k in children(s, site, "compound", "nmod") if s.tags[k] == "NNP"]
        first = min(names, default=site)
        if first == site or any(s.tags[t] != "NNP" for t in range(first, site)):
            return None
        for mention in here.at(first, "place"):
            if isinstance(mention.value, Where):
                return mention.value
        if not any(here.by_token.get(t) for t in range(first, site)):
            span = Span(s.starts[first], s.ends[site - 1])
            return Where(" ".join(s.words[first:site]), None, None, None, span)
    return None


# --------------------------------------------------------------- talks before


def _teller(match: Match, s: Sentence) -> int | None:
    """Return the verb told right after talks: "spoke on Tuesday after talks with Peru".

    Talks of days or weeks, and those that were told before ("the talks"), may be of another day.
    """
    at = match.head
    if match.kind.name not in {"diplomacy.meet", "diplomacy.call"}:
        return None
    prep = s.heads[at]
    if s.words[prep].lower() == "of" and s.lemmas[s.heads[prep]] in {"hour", "minute"}:
        at = s.heads[prep]
        prep = s.heads[at]
    if s.deps[at] != "pobj" or s.words[prep].lower() not in {"after", "following"}:
        return None
    words = {s.words[k].lower() for k in children(s, at, "det", "poss")}
    inner = {s.lemmas[k].lower() for k in children(s, match.head, "compound", "amod", "nummod")}
    if not words <= _FROM_THE_SAME or not inner.isdisjoint(_LASTING | {"previous", "earlier"}):
        return None
    if prep and s.lemmas[prep - 1].lower() in {*UNITS, "hour", "minute"}:
        return None
    return s.heads[prep] if s.tags[s.heads[prep]][0] == "V" else None


def _day_of_talks(match: Match, here: TokenMentions) -> When | None:
    verb = _teller(match, here.sentence)
    found = day_of_verb(verb, here) if verb is not None else None
    return found if found is not None and found.precision == "day" else None


def _place_of_talks(match: Match, here: TokenMentions) -> Where | None:
    verb = _teller(match, here.sentence)
    if verb is None:
        return None
    return next((w for m, w in _located(here) if nearest_verb(m, here) == verb), None)
