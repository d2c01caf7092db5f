"""Numbers told beside what they count: of a toll, by a verb of counting, reckoned, or vague."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from foedera.data import Quantity, Sentence, Span
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_words import role_words
from foedera.tree import ancestors, children, subtree

_SEVERAL = 3.0
"""As many as "several" are at the least."""


def told_apart(match: Match, mentions: TokenMentions) -> tuple[Quantity, ...]:
    """Return the number that a count, a verb of counting or a new whole gives what is told."""
    found = _count_told(match.head, mentions) or _numbered(match, mentions)
    return found or _raised_to(match, mentions)


def several(match: Match, mentions: TokenMentions) -> tuple[Quantity, ...]:
    """Return "several" of what is acted upon as the least that it means.

    >>> several.__name__
    'several'
    """
    s = mentions.sentence
    for token in (*match.slots.get("object", ()), *match.slots.get("subject", ())):
        for kid in children(s, token, "amod", "det"):
            if s.words[kid].lower() not in role_words("several"):
                continue
            last = token
            words = [t for t in subtree(s, token) if kid <= t <= last]
            if words != list(range(kid, last + 1)):
                continue
            unit = " ".join(s.words[t] for t in words[1:])
            span = Span(s.starts[kid], s.ends[last])
            text = " ".join(s.words[t] for t in words)
            return (Quantity(None, ">", _SEVERAL, None, True, unit, text, span),)
    return ()


def _raised_to(match: Match, mentions: TokenMentions) -> tuple[Quantity, ...]:
    """Return the whole that an act brings something to: "raised its aid to 90 tonnes"."""
    s, verb = mentions.sentence, match.head
    if s.tags[verb][0] != "V" or s.lemmas[verb] not in role_words("totalling"):
        return ()
    preps = [
        *children(s, verb, "prep"),
        *(p for k in children(s, verb, "dobj") for p in s.children[k]),
    ]
    behind = [t for p in preps if s.words[p].lower() == "to" for t in s.children[p]]
    value = _number_at(behind, mentions)
    return () if value is None else (value,)


def _count_told(trigger: int, mentions: TokenMentions) -> tuple[Quantity, ...]:
    """Take the number that a count of what happened is put at or has reached.

    "put the number of people displaced by it at 20,000", "the toll of the raid rose to 54".
    """
    s = mentions.sentence
    count = next(
        (t for t in (trigger, *ancestors(s, trigger)) if s.lemmas[t] in role_words("counts")), None
    )
    if count is None or s.deps[count] not in {"nsubj", "nsubjpass", "dobj"}:
        return ()
    verb = s.heads[count]
    told = [t for p in children(s, verb, "prep") if s.lemmas[p] in {"to", "at"}
            for t in children(s, p, "pobj")] + children(s, verb, "dobj", "attr")  # fmt: skip
    told += [t for p in children(s, count, "prep") if s.lemmas[p] == "at" for t in s.children[p]]
    value = _number_at(told, mentions)
    return () if value is None else (_of_what(value, count, s),)


def _of_what(value: Quantity, count: int, s: Sentence) -> Quantity:
    """Give a bare number the unit that its count names: "the number of states rose to 96"."""
    if value.unit is not None:
        return value
    counted = (t for p in children(s, count, "prep") if s.words[p].lower() == "of"
               for t in children(s, p, "pobj"))  # fmt: skip
    plural = next((t for t in counted if s.tags[t] in {"NNS", "NNPS"}), None)
    return value if plural is None else replace(value, unit=s.words[plural])


def _numbered(match: Match, mentions: TokenMentions) -> tuple[Quantity, ...]:
    """Take the number that a verb gives those told of, or who came to what is told.

    "Those displaced by it number 20,000", "the march drew 65,000 people".
    """
    s, told = mentions.sentence, sorted({match.head, *match.slots.get("object", ())})
    loose = [k for k in children(s, match.head, "npadvmod") if s.lemmas[k] == "number"]
    for token in told:
        verb = s.heads[token]
        if s.deps[token] not in {"nsubj", "nsubjpass"} or s.tags[verb][0] != "V":
            continue
        drawn = match.kind.family == "unrest" and s.lemmas[verb] in role_words("drawing")
        if not drawn and s.lemmas[verb] not in role_words("numbering"):
            continue
        below = children(s, verb, "dobj", "attr", "npadvmod", "nummod", "acomp")
        below += [t for p in children(s, verb, "prep") if s.words[p].lower() in {"to", "at", "of"}
                  for t in s.children[p]]  # fmt: skip
        if (value := _number_at(below, mentions)) is not None:
            return (value,)
    value = _number_at([t for k in loose for t in children(s, k, "nummod")], mentions)
    return (value,) if value is not None else ()


def _number_at(tokens: Sequence[int], mentions: TokenMentions) -> Quantity | None:
    """Return the first number that has one of the tokens in it."""
    for mention in mentions.all("quantity"):
        value = mention.value
        if isinstance(value, Quantity) and not set(mentions.tokens(mention)).isdisjoint(tokens):
            return value
    return None


def multiplied(found: Sequence[Quantity], s: Sentence) -> list[Quantity]:
    """Reckon "two companies of 150 soldiers" as 300 soldiers."""
    out = list(found)
    for bodies, each in pairwise(found):
        between = [w.lower() for w, at in zip(s.words, s.starts, strict=True)
                   if bodies.span.end <= at < each.span.start]  # fmt: skip
        head = (bodies.unit or "").split(" ")[-1].lower()
        of_people = {head, head.removesuffix("s"), head.removesuffix("ies") + "y"}
        if between != ["of"] or of_people.isdisjoint(role_words("bodies_of")):
            continue
        if bodies.value is None or bodies.approximate or bodies.low != bodies.high:
            continue
        out = [q for q in out if q is not bodies and q is not each]
        out.append(_times(each, bodies))
    return out


def _times(each: Quantity, bodies: Quantity) -> Quantity:
    factor = bodies.value or 1.0
    low, high, value = (
        None if n is None else n * factor for n in (each.low, each.high, each.value)
    )
    words = f"{bodies.words} of {each.words}"
    span = Span(bodies.span.start, each.span.end)
    return replace(each, low=low, high=high, value=value, words=words, span=span)


def whole_after(match: Match, mentions: TokenMentions) -> Quantity | None:
    """Return the whole to which a clause brings a count, where the trigger's own number adds to it.

    "Three more people have died, bringing the toll to 12"; "which brings to 13 the policemen
    killed by the bomb".
    """
    s = mentions.sentence
    objects = {t for slot in ("object", "subject", "of") for t in match.slots.get(slot, ())}
    for verb, counted in _totalled(s):
        near = {k for t in objects for k in s.children[t]}
        near |= {k for t in near for k in s.children[t]}
        adds = any(s.words[k].lower() in role_words("adding") for k in near)
        if verb == match.head or not (counted in objects or (adds and verb > match.head)):
            continue
        behind = [t for p in children(s, verb, "prep") if s.words[p].lower() == "to"
                  for t in s.children[p]]  # fmt: skip
        if (value := _number_at(behind, mentions)) is not None:
            return value
    return None


def _totalled(s: Sentence) -> Iterator[tuple[int, int]]:
    """Yield each verb that leads something to a number, and what: the toll, those killed."""
    for verb, lemma in enumerate(s.lemmas):
        if s.tags[verb][0] == "V" and lemma in role_words("totalling"):
            yield from ((verb, k) for k in children(s, verb, "dobj"))
