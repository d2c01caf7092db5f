"""Further agreements that one act makes or ends: "signed a treaty on X and an accord on Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from foedera.data import Claim, Phrase, Span, Title
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_words import role_words
from foedera.tree import children

_RULE = "pacts_beside.pacts_beside"


def pacts_beside(text: str, match: Match, claim: Claim, here: TokenMentions) -> Iterator[Claim]:
    """Yield the same act upon each further agreement that stands beside its object.

    Its trigger is the noun by which the report tells the further one, as the verb tells the
    first; doers, day and place are the same. The claim comes without an id.
    """
    s = here.sentence
    if match.kind.name not in role_words("acts_upon_several") or claim.agreement is None:
        return
    told = {claim.agreement.title}
    for first in match.slots.get("object", ()) + match.slots.get("undergoer", ()):
        for beside in (*_row(here, first), *_along_with(here, match.head, first)):
            found = [m.value for m in here.at(beside, "agreement") if isinstance(m.value, Title)]
            if not found or found[0].title in told:
                continue
            told.add(found[0].title)
            head = Span(s.starts[beside], s.ends[beside])
            opening = min([beside, *children(s, beside, "det", "amod", "compound", "poss")])
            thing = Span(s.starts[opening], head.end)
            yield replace(
                claim,
                passage=replace(claim.passage, trigger=head),
                roles=replace(claim.roles, object=Phrase(text[thing.start : thing.end], thing)),
                agreement=found[0],
                obligation=None,
                rule=f"{claim.rule}+{_RULE}",
            )


def _row(here: TokenMentions, first: int) -> Iterator[int]:
    """Yield the nouns of a row behind its first, which the parser may hang on one another."""
    for kid in children(here.sentence, first, "conj", "appos"):
        if here.sentence.deps[kid] == "conj" or children(here.sentence, kid, "cc"):
            yield kid
        yield from _row(here, kid)


def _along_with(here: TokenMentions, verb: int, first: int) -> Iterator[int]:
    """Yield what a verb takes "along with" or "together with" its object."""
    s = here.sentence
    for along in (*children(s, verb, "prep", "advmod"), *children(s, first, "prep", "advmod")):
        if s.words[along].lower() in {"along", "together"}:
            for prep in (*children(s, along, "prep"), *children(s, verb, "prep")):
                if s.words[prep].lower() == "with" and prep == along + 1:
                    yield from children(s, prep, "pobj")
