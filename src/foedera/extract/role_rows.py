"""Who stands in a row: "Peru, Chile and the European Union", "12 countries, among them Peru"."""

from __future__ import annotations

from foedera.data import Actor, Sentence
from foedera.extract.clusters import with_clusters
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_words import role_words
from foedera.tree import ancestors, children, conjuncts

_OWN_PLACE = frozenset({"nsubj", "nsubjpass", "pobj", "poss"})
_NAMING = frozenset({"including", "especially", "particularly", "notably"})
_ON_NOUNS = frozenset({"relcl", "acl"})
_DASHES = frozenset({"–", "—", "--", ":", "("})  # who is listed behind one is explained
_LONGEST_ROW, _NEXT, _AFTER_AND = 60, 5, 8
_BETWEEN_NAMES = frozenset({",", "and", "the", "as", "well"})


def named_among(mentions: TokenMentions, token: int) -> list[Actor]:
    """List who is named of a crowd: "12 countries, among them Peru, Chile and Japan"."""
    s = mentions.sentence
    if s.lemmas[token].lower() not in role_words("crowds_of_states"):
        return []
    at = token + 1
    while at < len(s.words) and s.words[at] not in {",", "("} and token in ancestors(s, at):
        at += 1  # "all states in the region, especially Chad"
    while at < len(s.words) and s.words[at] in {",", "("}:
        at += 1
    opened = tuple(word.lower() for word in s.words[at : at + 2])
    if opened != ("among", "them") and not _NAMING.intersection(opened[:1]):
        return []
    out: list[Actor] = []
    at += 2 if opened[0] == "among" else 1
    while at < len(s.words):
        states = [m.value for m in mentions.at(at, "actor") if isinstance(m.value, Actor)]
        if not states and s.words[at].lower() not in _BETWEEN_NAMES:
            break
        out += [a for a in states if (a.country or a.name[:1].isupper()) and a not in out]
        at += 1
    return out


def listed(mentions: TokenMentions, token: int, verb: int | None = None) -> list[int]:
    """List what is coordinated with `token`, names that the parser took for appositions too.

    So it takes "Brunei" in "Australia, Brunei, Canada and Chile", and hangs the second of
    "President X and Russian President Y" on the first one's name. Of what a clause tells of the
    first, by `verb`, who stands behind it has no part: "Peru, which shelled Chile, and Mali left".
    """
    s = mentions.sentence
    row = conjuncts(s, token)
    on_it = _clause_on(s, token, verb) if verb is not None and row[1:] else None
    behind = [k for k in row if on_it is not None and k > on_it and not _does_so(s, k)]
    if on_it is not None and behind and _DASHES.isdisjoint(s.words[on_it : behind[0]]):
        row = [one for one in row if one not in behind]
    return _joined(mentions, token, row)


def _does_so(s: Sentence, noun: int) -> bool:
    """Say whether a clause of his own tells that he did so too: "and Mali, which did so in May"."""
    return any(s.lemmas[k] == "do" for k in children(s, noun, "relcl"))


def _clause_on(s: Sentence, noun: int, verb: int) -> int | None:
    """Return the verb of the clause on a noun, behind it, in which a verb stands."""
    for at in (verb, *ancestors(s, verb)):
        if s.deps[at] in _ON_NOUNS and s.heads[at] == noun:
            return at if at > noun else None
    return None


def _joined(mentions: TokenMentions, token: int, row: list[int]) -> list[int]:
    """Add to a row what the parser hung elsewhere, and leave out who is told apart."""
    s = mentions.sentence
    out = [k for k in row if k == token or not _is_left_out(s, k)]
    out += [p for one in out for p in _behind_a_seat(mentions, one)]
    prep = s.heads[token]
    if s.deps[token] == "pobj":  # "gave it to Peru or to Chile"
        alike = (k for k in children(s, prep, "conj") if s.lemmas[k] == s.lemmas[prep])
        again = (k for k in alike if not children(s, k, "neg"))  # "and not by the army"
        out += [one for k in again for t in children(s, k, "pobj") for one in conjuncts(s, t)]
    for one in tuple(out):
        for kid in children(s, one, "appos", "npadvmod"):
            named = [k for k in conjuncts(s, kid) if _names_somebody(mentions, k)]
            alone = len(named) < 2 and not (named and _is_next_state(mentions, one, kid))
            if alone or named[0] != kid:
                continue
            several = s.tags[one] in {"NNS", "NNPS"}  # "two Chadians - Soto and Paz - left"
            out += named if several or _are_states(mentions, one, kid) else named[1:]
    out = with_clusters(mentions, token, out)
    return sorted({*out, *_side_by_side(mentions, token), *_chained(mentions, token)})


def _chained(mentions: TokenMentions, person: int) -> list[int]:
    """List persons that the parser hung one on the other: "X, Y, Z were among those"."""
    s = mentions.sentence
    out, at = [person], person
    while _is_person(mentions, at) and len(out) < _LONGEST_ROW:
        more = [k for k in children(s, at, "appos") if _is_other_person(mentions, at, k)]
        if not more:
            break
        at = more[0]
        out += conjuncts(s, at)
    return out[1:] if len(out) > 2 else []


def _is_other_person(mentions: TokenMentions, one: int, other: int) -> bool:
    s = mentions.sentence
    between = s.words[one + 1 : other]
    row = other - one < _NEXT and all(w == "," or w[:1].isupper() for w in between)
    named = row and s.tags[other] == "NNP" and _is_person(mentions, other)
    names = [
        {m.value.name for m in mentions.at(t, "actor") if isinstance(m.value, Actor)}
        for t in (one, other)
    ]
    return named and names[0].isdisjoint(names[1])


def _behind_a_seat(mentions: TokenMentions, person: int) -> list[int]:
    """List persons whom the parser hung on another's seat: "X of Ohio and Y of Utah agreed"."""
    s = mentions.sentence
    if not _is_person(mentions, person):
        return []
    seats = [t for p in children(s, person, "prep") for t in children(s, p, "pobj")]
    return [
        k
        for seat in seats if not _is_person(mentions, seat)
        for k in conjuncts(s, seat)[1:] if _is_person(mentions, k)
    ]  # fmt: skip


def _is_person(mentions: TokenMentions, token: int) -> bool:
    found = [m.value for m in mentions.at(token, "actor") if isinstance(m.value, Actor)]
    return bool(found) and all(a.kind == "person" for a in found)


def _is_left_out(s: Sentence, one: int) -> bool:
    """Say whether a second name is told apart: "rebels, and not the army"."""
    first = next((k for k in s.children[one] if k < one), one)
    before = s.words[max(0, first - 1) : one]
    return any(word.lower() == "not" for word in before)


def _side_by_side(mentions: TokenMentions, token: int) -> list[int]:
    """List the states that stand in one row with a state, whatever the parser made of them.

    Of "by Iran, the United States, Britain and France" it hangs some on other words; what is
    the subject of a verb of its own or stands behind another preposition is left out.
    """
    s = mentions.sentence
    if not _is_party(mentions, token):
        return []
    run, closed = [token], False
    for way in (-1, 1):
        at, parted = token + way, False
        while 0 <= at < len(s.words) and len(run) < _LONGEST_ROW:
            word = s.words[at].lower()
            if _is_party(mentions, at) and parted and s.deps[at] not in _OWN_PLACE:
                run, parted = [*run, at], False
            elif word in {",", "and"}:
                parted, closed = True, closed or word == "and"
            elif word != "the" and not _is_in_name(mentions, at):
                break
            at += way
    return run if closed and len(run) > 2 else []


def _is_party(mentions: TokenMentions, token: int) -> bool:
    """Say whether the head of a state's or a union's name stands at a token."""
    return any(
        isinstance(m.value, Actor) and mentions.head(m) == token
        and (m.value.kind == "state" or (m.value.kind == "organisation" and not m.value.country))
        and m.value.name[:1].isupper()
        for m in mentions.at(token, "actor")
    )  # fmt: skip


def _is_in_name(mentions: TokenMentions, token: int) -> bool:
    """Say whether a token belongs to the name of a party whose head is still to come."""
    return any(
        isinstance(m.value, Actor) and (m.value.kind in {"state", "organisation"})
        and mentions.head(m) != token
        for m in mentions.at(token, "actor")
    )  # fmt: skip


def _names_somebody(mentions: TokenMentions, token: int) -> bool:
    proper = mentions.sentence.tags[token].startswith("NNP")
    return proper and bool(mentions.at(token, "actor"))


def _is_next_state(mentions: TokenMentions, first: int, second: int) -> bool:
    """Say whether a state stands in apposition to another: "promises Hanoi, Phnom Penh"."""
    s = mentions.sentence
    apart = second - first > 1 and "," in s.words[first + 1 : second]
    return apart and s.deps[second] == "appos" and _are_states(mentions, first, second)


def _are_states(mentions: TokenMentions, first: int, second: int) -> bool:
    """Say whether two names are those of two states, neither of which tells what the other is."""
    found = [m.value for t in (first, second) for m in mentions.at(t, "actor")]
    states = {a.country for a in found if isinstance(a, Actor) and a.kind == "state"}
    return len(states) == 2


def complete_pair(
    mentions: TokenMentions, token: int, found: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Find the second of "between A and B" where the parser hung it elsewhere."""
    if len(found) != 1:
        return found
    s = mentions.sentence
    for kid in children(s, token, "nmod", "compound", "amod"):
        if children(s, kid, "cc"):  # "between Iran and world powers"
            first = [m.value for m in mentions.at(kid, "actor") if isinstance(m.value, Actor)]
            if first and first[0] not in found:
                return (*first, *found)
    for at in range(token + 1, min(token + _AFTER_AND, len(s.words) - 1)):
        if s.words[at].lower() == "and":
            for other in range(at + 1, min(at + _AFTER_AND, len(s.words))):
                if more := mentions.at(other, "actor"):
                    second = (m.value for m in more if isinstance(m.value, Actor))
                    return found + tuple(a for a in second if a not in found)
    return found
