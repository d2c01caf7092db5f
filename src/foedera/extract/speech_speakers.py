"""Turns the words of a source into actors: named ones by their mentions, others by their words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from foedera.data import Actor, ActorKind, Mention, Sentence, Span
from foedera.extract.role_acting import is_person
from foedera.extract.speech_cues import Lexicon
from foedera.extract.speech_drafts import Draft
from foedera.extract.speech_phrases import below, kid, word
from foedera.extract.speech_tellers import can_tell
from foedera.tree import conjuncts, subtree

_RELATIVE = frozenset({"WDT", "WP"})
_MAKERS = frozenset({"by", "of", "from"})
_PAST = frozenset({"former", "retired", "ex", "onetime", "one-time"})
_OWNERS = ("poss", "compound", "nmod", "amod")
_PAGES = frozenset({"page", "website", "site", "account", "feed", "channel"})
_NEWS = frozenset({"news", "press", "media", "newspaper", "television", "tv", "radio", "tabloid"})
_BODIES = frozenset({"outlet", "organisation", "state"})
_MAX_WORDS = 10
_BESIDE = ("relcl", "acl", "appos", "punct", "cc", "conj", "prep")
_PERSONAL = frozenset({"PRP", "PRP$", "DT", "EX", "WP", "WDT"})


class Speakers:
    """The actor mentions of a report, asked who stands behind a source."""

    def __init__(self, text: str, mentions: Iterable[Mention], lexicon: Lexicon) -> None:
        self._text = text
        actors = [m for m in mentions if isinstance(m.value, Actor)]
        self._mentions = sorted(actors, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [m.span.start for m in self._mentions]
        self._lists = lexicon.lists

    def of(self, s: Sentence | None, d: Draft) -> tuple[Actor, ...]:
        """Return the speakers of a draft; none where the source stands for nobody known."""
        if not d.source:
            return ()
        if s is None or d.speaker is None:
            return self._in_words(d.source[0])
        out: list[Actor] = []
        for head in conjuncts(s, antecedent(s, d.speaker)):
            for actor in self._behind(s, head) if self._can_speak(s, head, d) else ():
                if actor not in out:
                    out.append(actor)
        return tuple(out)

    def named(self, s: Sentence, head: int) -> list[Actor]:
        """Return who a noun is by a mention of a name or of somebody known, all that it joins."""
        return [a for h in conjuncts(s, head) for a in self._at(s, h) or self._inside(s, h)]

    def _can_speak(self, s: Sentence, head: int, d: Draft) -> bool:
        """Tell somebody who says, shows or suggests something from a thing that does."""
        if s.tags[head] not in ("NN", "NNS"):
            return True
        named = self._at(s, head)
        if d.lemma in self._lists["evidential"]:
            return bool(named) or can_tell(s, head, papers=d.frame in ("quote", "before"))
        if self._is_uttered(s, head):
            return True
        return any(a.kind != "group" for a in named) or can_tell(s, head)

    def _is_uttered(self, s: Sentence, head: int) -> bool:
        """Say whether the noun is somebody's answer or message, told with whose it is."""
        owned = kid(s, head, "poss") is not None
        return owned and s.lemmas[head].lower() in self._lists["uttered"]

    def _in_words(self, source: Span) -> tuple[Actor, ...]:
        """Take the mentions that end the words of a source without a parse, or any in it."""
        inside = self._within(source)
        last = [m for m in inside if m.span.end >= source.end - 1] or inside[:1]
        return tuple(_actor(m) for m in last)

    def _behind(self, s: Sentence, head: int) -> list[Actor]:
        """Return who a noun stands for: its mention, its maker, or its own words."""
        named = self._at(s, head)
        beside = self._beside(s, head, named)
        if beside or (named and not self._is_thing(s, head, named)):
            return beside or named
        made = self.maker(s, head)
        if made:
            return made
        return named or self._inside(s, head) or self._unnamed(s, head)

    def _beside(self, s: Sentence, head: int, named: Sequence[Actor]) -> list[Actor]:
        """Return the person whose name stands beside what he is, between commas.

        "The ranking Democrat on the panel, Ann Lund, said", "one of the best of them, Ann Lund,".
        """
        body = s.tags[head] == "NNP" and any(a.kind in _BODIES for a in named)
        if body or any(a.kind == "person" for a in named):
            return []  # "according to the BBC, Ann Lund ...": two of them
        one = s.tags[head] == "CD" and word(s, head) == "one"
        under = [k for p in s.children[head] if one and word(s, p) == "of" for k in s.children[p]]
        for k in (t for over in (head, *under) for t in s.children[over]):
            if (
                s.deps[k] == "appos"
                and s.tags[k] == "NNP"
                and s.words[min(subtree(s, k)) - 1] == ","
            ):
                found = [a for h in conjuncts(s, k) for a in self._at(s, h)]
                if found and all(a.kind == "person" for a in found):
                    return found
        return []

    def _at(self, s: Sentence, token: int) -> list[Actor]:
        """List the actors whose mention covers the token, the longest mention's alone."""
        found = self._covering(s.starts[token])
        if not found:
            return []
        longest = max(found, key=lambda m: m.span.end - m.span.start).span
        return [_actor(m) for m in found if m.span == longest]

    def _is_thing(self, s: Sentence, head: int, named: Sequence[Actor]) -> bool:
        """Say whether the noun is a paper or picture, behind which its maker stands."""
        return s.lemmas[head].lower() in self._lists["documents"] and named[0].kind == "group"

    def maker(self, s: Sentence, head: int) -> list[Actor]:
        """Find who made a statement, report or photo: "by", "from", "of", possessor, releaser."""
        page = s.lemmas[head].lower() in _PAGES
        if self._is_uttered(s, head):
            return [a for k in s.children[head] if s.deps[k] == "poss" for a in self.named(s, k)]
        if not page and s.lemmas[head].lower() not in self._lists["documents"]:
            return []
        if any(word(s, k) in _NEWS for k in s.children[head] if s.deps[k] == "compound"):
            return []  # "Italian news reports" are no reports of the state's
        for k in subtree(s, head):
            owns = s.deps[k] in (_OWNERS[:1] if page else _OWNERS) and s.heads[k] == head
            if owns or (not page and (_is_maker(s, k, head) or _is_on_page_of(s, k))):
                found = self.named(s, k)
                if not (found or owns or can_tell(s, k)):
                    continue  # "the articles of impeachment"
                place = s.tags[k] == "NNP" and word(s, s.heads[k]) == "from"
                if found or not (owns or place):  # "reports from Lausanne"
                    return found or self._unnamed(s, k)
        over = s.heads[head]
        issued = s.deps[head] == "dobj" and s.lemmas[over] in self._lists["issuing"]
        who = kid(s, over, "nsubj") if issued else None  # "released a note saying"
        return [] if who is None else self.named(s, who)

    def _inside(self, s: Sentence, head: int) -> list[Actor]:
        """Return the actor named within a phrase whose last word no mention covers."""
        if any(word(s, k) in _PAST for k in s.children[head] if s.deps[k] == "amod"):
            return []  # "a former CIA operative" does not speak for it
        parts = [k for k in s.children[head] if k < head or s.deps[k] == "appos"]
        named = [a for k in reversed(parts) for a in self._at(s, k) if a.kind != "state"]
        if s.tags[head] in ("NN", "NNS") and is_person(s, head):
            named = [a for a in named if a.kind != "person"]  # "a Trump supporter" is not Trump
        return named[:1]

    def _unnamed(self, s: Sentence, head: int) -> list[Actor]:
        """Keep the words of a source that no mention names; a bare pronoun is nobody known."""
        if s.tags[head] in _PERSONAL or word(s, head) == "that":
            return []
        gone = {
            t for k in s.children[head] if k > head and s.deps[k] in _BESIDE for t in subtree(s, k)
        }
        tokens = below(s, head, but=gone)[-_MAX_WORDS:]
        if s.tags[head] == "NNP":
            tokens = _from_first_name(s, tokens)
        if not tokens:
            return []
        span = Span(s.starts[tokens[0]], s.ends[tokens[-1]])
        name = " ".join(self._text[span.start : span.end].split())
        return [Actor(name, self._country(span), self._kind(s, head), None, span)]

    def _country(self, span: Span) -> str | None:
        """Return the one country named within the words ("Turkish officials")."""
        found = {_actor(m).country for m in self._within(span)} - {None}
        return found.pop() if len(found) == 1 else None

    def _kind(self, s: Sentence, head: int) -> ActorKind:
        if s.lemmas[head].lower() in self._lists["outlets"]:
            return "outlet"
        return "organisation" if s.tags[head] == "NNP" else "group"

    def _covering(self, offset: int) -> list[Mention]:
        last = bisect_left(self._starts, offset + 1)
        return [m for m in self._mentions[max(0, last - 8) : last] if m.span.end > offset]

    def _within(self, span: Span) -> list[Mention]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [m for m in self._mentions[first:last] if m.span.end <= span.end + 1]


def _from_first_name(s: Sentence, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Drop the common words before a name ("the weekly Fjordposten")."""
    first = next((n for n, t in enumerate(tokens) if s.tags[t] == "NNP"), 0)
    return tokens[first:]


def _is_on_page_of(s: Sentence, token: int) -> bool:
    """ "a statement on the army's website" is the army's."""
    page = s.heads[token]
    on = s.deps[page] == "pobj" and word(s, s.heads[page]) in ("on", "at")
    return on and s.deps[token] == "poss" and s.lemmas[page].lower() in _PAGES


def _is_maker(s: Sentence, token: int, paper: int) -> bool:
    """Say whether the token stands behind "by", "from" or "of" of a paper, or of its release."""
    by = s.heads[token]
    if s.deps[token] != "pobj" or word(s, by) not in _MAKERS:
        return False
    over = s.heads[by]
    released = s.deps[over] == "acl" and s.heads[over] == paper and word(s, by) != "of"
    return over == paper or released


def antecedent(s: Sentence, token: int) -> int:
    """Return the noun a relative pronoun stands for, else the token itself."""
    if s.tags[token] not in _RELATIVE:
        return token
    at = token
    while s.heads[at] != at:
        if s.deps[at] == "relcl":
            return s.heads[at]
        at = s.heads[at]
    who = token > 0 and word(s, token) == "who" and s.tags[token - 1] in ("NNP", "NN", "NNS")
    return token - 1 if who else token  # "by Ann Lund who writes", read otherwise


def _actor(mention: Mention) -> Actor:
    value = mention.value
    if not isinstance(value, Actor):
        raise TypeError(f"no actor: {mention}")
    return value
