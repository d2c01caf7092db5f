"""The mentions of a report, found by token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from foedera.data import Mention, MentionKind, Sentence


@dataclass(frozen=True, slots=True)
class TokenMentions:
    """The mentions of one sentence by the tokens they cover, shortest span first."""

    sentence: Sentence
    by_token: Mapping[int, tuple[Mention, ...]]
    # What phrases of the sentence are, kept once read: many frames ask it of the same phrase.
    classes: dict[int, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    _listed: dict[MentionKind, tuple[Mention, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def at(self, token: int, kind: MentionKind) -> tuple[Mention, ...]:
        """List the mentions of one kind that cover `token`; joint mentions come together."""
        found = self.by_token.get(token)
        if found is None:
            return ()
        here = [m for m in found if m.kind == kind]
        if len(here) < 2:
            return tuple(here)
        return tuple(m for m in here if m.span == here[0].span)

    def all(self, kind: MentionKind) -> tuple[Mention, ...]:
        """List the sentence's mentions of one kind, in text order, each once."""
        known = self._listed.get(kind)
        if known is None:
            found = (m for mentions in self.by_token.values() for m in mentions if m.kind == kind)
            once = {id(m): m for m in found}.values()
            known = tuple(sorted(once, key=lambda m: (m.span.start, m.span.end)))
            self._listed[kind] = known
        return known

    def tokens(self, mention: Mention) -> list[int]:
        """List the tokens that a mention covers."""
        s = self.sentence
        first = bisect_left(s.ends, mention.span.start + 1)
        last = bisect_left(s.starts, mention.span.end)
        return list(range(first, last))

    def head(self, mention: Mention) -> int:
        """Return the token of the mention whose governor lies outside it."""
        inside = self.tokens(mention)
        s = self.sentence
        return next((t for t in inside if s.heads[t] not in inside or s.heads[t] == t), inside[0])


class MentionIndex:
    """Looks up mentions sentence by sentence."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda m: (m.span.start, m.span.end))
        self._starts = [m.span.start for m in self._mentions]

    def of(self, sentence: Sentence) -> TokenMentions:
        """Return the mentions of one sentence."""
        found: dict[int, list[Mention]] = {}
        first = bisect_left(self._starts, sentence.span.start)
        last = bisect_left(self._starts, sentence.span.end)
        for mention in self._mentions[first:last]:
            at = bisect_left(sentence.ends, mention.span.start + 1)
            while at < len(sentence.starts) and sentence.starts[at] < mention.span.end:
                found.setdefault(at, []).append(mention)
                at += 1
        tidy = {
            t: tuple(sorted(m, key=_length)) if len(m) > 1 else tuple(m) for t, m in found.items()
        }
        return TokenMentions(sentence, tidy)


def _length(mention: Mention) -> int:
    return mention.span.end - mention.span.start
