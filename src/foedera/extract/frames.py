"""Finds the words that may tell a happening and the frames they satisfy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from foedera.data import Actor, Sentence
from foedera.extract.arguments import (
    Slots,
    add_slots,
    find_arguments,
    prepositions,
)
from foedera.extract.asides import stands_aside
from foedera.extract.at_hand import classes_at_hand
from foedera.extract.frame_index import Entry, FrameIndex, Trigger
from foedera.extract.frame_needs import CONTEXT, Filled
from foedera.extract.idioms import idle_words, title_words
from foedera.extract.light_verbs import light_governor
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import amount_above, is_curbed
from foedera.extract.pact_nouns import is_acted_upon, is_made_by, names_paper
from foedera.extract.phrase_doers import doers_of_phrase
from foedera.extract.role_words import role_words
from foedera.extract.sidings import tells_as_modifier
from foedera.extract.told_content import told_tokens
from foedera.extract.trigger_words import in_full, noun_forms, verb_tokens
from foedera.kinds import Frame, Kind
from foedera.tree import ancestors, children, low_words

_SKIPPED_IN_PHRASE = frozenset({"RB", "DT", "PRP$", "JJ", "JJS", "JJR"})
_QUOTES, _MAX_SKIPPED = frozenset({"``", "''"}), 2
_WITHHOLDING, _DERIVED = "coercion.cut-aid", 1.0
_TAKING_BACK = frozenset({"coercion.lift-sanction", "coercion.ease", _WITHHOLDING})
_UNDOING = frozenset({"lift", "ease", "relax", "revoke"})
_PROPOSING, _SUPPORTING, _TELLING = "agreement.propose", "statement.support", "statement.inform"
_IN_WORDS, _DENYING = "statement", ("statement.reject", "statement.accuse")
_ANSWERING = frozenset({"accept", "reject", "refuse", "dismiss", "rebuff", "decline", "spurn"})
_BODIES = frozenset({"organisation", "outlet", "force"})
_NOTHING: Trigger = {}
_RULES = {"verbs": "verb_frame", "nouns": "noun_frame", "phrases": "phrase_frame"}


class Match(NamedTuple):
    """A frame whose needs a sentence meets. `head` governs the trigger's `tokens`."""

    kind: Kind
    frame: Frame
    tokens: tuple[int, ...]
    head: int
    slots: Slots
    score: float

    @property
    def rule(self) -> str:
        """The id under which a claim names how it was read."""
        sort = "deverbal_frame" if self.frame.deverbal else _RULES[self.frame.sort]
        return f"frames.{sort}:{self.kind.name}"

    @property
    def joint(self) -> bool:
        """Whether all parties do it; not so by a frame with a recipient ("X backed Y's troops")."""
        return self.kind.symmetric and not self.frame.roles.get("recipient")


def find_matches(
    index: FrameIndex,
    mentions: TokenMentions,
    look: Look | None = None,
    barred: Sequence[Match] = (),
) -> list[Match]:
    """Return the best frame for each trigger, main clause first; none that is `barred`."""
    look = Look(mentions.sentence) if look is None else look
    lost = [(m.tokens, m.frame) for m in barred]
    found = look.matches(index, mentions)
    matches = [m for m in found if (m.tokens, m.frame) not in lost] if lost else found
    kept = _drop_terms(mentions.sentence, _drop_carried(mentions.sentence, _best(matches)))
    return _in_order(mentions.sentence, kept)


class Look:
    """One sentence being searched: its words in lower case, each trigger's slots read once.

    It is of one set of frames and of one set of mentions.
    """

    def __init__(self, s: Sentence) -> None:
        self.sentence = s
        self.words = low_words(s)
        self.lemmas = in_full(s)
        self.held = {*self.words, *self.lemmas}
        self._slots: dict[int, Slots] = {}
        self._filled: dict[tuple[int, ...], Filled] = {}
        self._found: list[Match] | None = None
        self._idle = idle_words(self.words, self.lemmas, self.held) | title_words(self.words)

    def may_match(self, index: FrameIndex) -> bool:
        """Say whether any word of the sentence opens a trigger."""
        return not self.held.isdisjoint(index.keys)

    def triggers(self, index: FrameIndex) -> Iterator[tuple[tuple[int, ...], Sequence[Entry]]]:
        """Yield the tokens of each trigger that stands in the sentence, with its frames."""
        s, keys = self.sentence, index.keys
        for token, (word, lemma) in enumerate(zip(self.words, self.lemmas, strict=True)):
            if lemma not in keys and word not in keys and s.tags[token] != "NNPS":
                continue
            for form in (lemma,) if word == lemma else (lemma, word):
                for words, entries in index.phrases.get(form, _NOTHING).items():
                    if self.held.issuperset(words):
                        quoted = words[0] != "be" or entries[0].kind.family == _IN_WORDS
                        for first in self._places(words[0]):
                            yield self._phrase_tokens(first, words, quoted), entries
            if s.tags[token][0] == "V" and (s.deps[token] != "amod" or tells_as_modifier(s, token)):
                for words, entries in index.verbs.get(lemma, _NOTHING).items():
                    if self.held.issuperset(words):
                        yield verb_tokens(s, token, words), entries
            for noun in noun_forms(s, token, lemma):
                for words, entries in index.nouns.get(noun, _NOTHING).items():
                    if self.held.issuperset(words[:-1]):
                        yield self._noun_tokens(token, words), entries

    def _places(self, word: str) -> list[int]:
        """List where a word stands, by itself or as a base form."""
        pairs = enumerate(zip(self.words, self.lemmas, strict=True))
        return [at for at, pair in pairs if word in pair]

    def _noun_tokens(self, noun: int, words: tuple[str, ...]) -> tuple[int, ...]:
        first = noun - len(words) + 1
        if first < 0:
            return ()
        for at, word in zip(range(first, noun), words, strict=False):
            if word != self.lemmas[at] and word != self.words[at]:
                return ()
        return tuple(range(first, noun + 1))

    def _phrase_tokens(self, token: int, words: tuple[str, ...], quoted: bool) -> tuple[int, ...]:
        """Find the words of a phrase; adjectives between them, and quotes if `quoted`, are over.

        "Would 'destroy' it" tells what it says, "was 'dismayed' by it" too; what "is of a
        'defensive nature'" is called so.
        """
        out, at, skipped, end = [token], token + 1, 0, len(self.words)
        tags = self.sentence.tags
        skippable = _SKIPPED_IN_PHRASE | _QUOTES if quoted else _SKIPPED_IN_PHRASE
        for word in words[1:]:
            while at < end and word != self.lemmas[at] and word != self.words[at]:
                skipped += tags[at] not in _QUOTES
                if skipped > _MAX_SKIPPED or tags[at] not in skippable:
                    return ()
                at += 1
            if at >= end:
                return ()
            out.append(at)
            at += 1
        return tuple(out)

    def matches(self, index: FrameIndex, mentions: TokenMentions) -> list[Match]:
        """Return every frame whose needs are met, read once."""
        if self._found is None:
            at_hand = classes_at_hand(self.held, mentions)
            self._found = []
            for tokens, entries in self.triggers(index):
                if not tokens or self._idle.issuperset(tokens):
                    continue
                able = [e for e in entries if not e.rarest or e.rarest & at_hand]
                if able:
                    self._found += self._attempt(tokens, able, mentions)
        return self._found

    def _attempt(
        self, tokens: tuple[int, ...], entries: Sequence[Entry], mentions: TokenMentions
    ) -> Iterator[Match]:
        """Yield a match for each frame whose needs the words around a trigger meet."""
        filled = self._filled.get(tokens)
        if filled is None:
            filled = self._filled[tokens] = self._fill(tokens, mentions)
        s, head = self.sentence, _top(self.sentence, tokens)
        for entry in entries:
            if not filled.meets(entry.needs, entry.bars):
                continue
            if entry.frame.sort == "nouns" and _is_part_of_name(mentions, head):
                return
            clause = entry.frame.needs.get("clause", ())
            told = told_tokens(s, clause, filled.slots.get("clause", ()))
            score = _score(entry, len(tokens))
            yield Match(entry.kind, entry.frame, told or tokens, head, filled.slots, score)

    def _fill(self, tokens: tuple[int, ...], mentions: TokenMentions) -> Filled:
        head = _top(self.sentence, tokens)
        slots = self._slots.get(head)
        if slots is None:
            slots = self._slots[head] = find_arguments(self.sentence, head)
        if len(tokens) > 1:
            slots = _phrase_slots(self.sentence, tokens, head, slots)
        return Filled(mentions, slots)


def _is_part_of_name(mentions: TokenMentions, noun: int) -> bool:
    """Say whether a noun only stands in somebody's name: the "Liberation" Front."""
    return mentions.sentence.tags[noun].startswith("NNP") and any(
        isinstance(m.value, Actor) and m.value.kind in _BODIES for m in mentions.at(noun, "actor")
    )


def _top(s: Sentence, tokens: tuple[int, ...]) -> int:
    """Return the token that governs the others."""
    if len(tokens) == 1:
        return tokens[0]
    inside = set(tokens)
    return next((t for t in tokens if inside.isdisjoint(ancestors(s, t))), tokens[0])


def _phrase_slots(s: Sentence, tokens: tuple[int, ...], head: int, own: Slots) -> Slots:
    """Words of the trigger fill no slot; what hangs on any of them does.

    Where the parser took a particle for a preposition, its noun is the verb's object:
    "voted down the treaty".
    """
    slots = dict(own)
    for name, doers in doers_of_phrase(s, tokens, head).items():
        slots.setdefault(name, doers)
    for token in tokens:
        if token != head:
            for name, found in prepositions(s, token):
                slots[name] = slots.get(name, ()) + found
            if s.deps[token] == "prep" and s.heads[token] == head and "object" not in slots:
                slots["object"] = tuple(children(s, token, "pobj"))
            if s.tags[token][0] == "V" and s.heads[token] == head:  # "stopped applying the treaty"
                add_slots(slots, "object", tuple(children(s, token, "dobj")))
    kept = {name: tuple(t for t in found if t not in tokens) for name, found in slots.items()}
    return {name: found for name, found in kept.items() if found}


def _score(entry: Entry, length: int) -> float:
    """More specific frames win: longer triggers, more and narrower needs.

    A need that one of several slots may meet holds nothing apart and counts nothing.
    """
    needs = (c for slot, c in entry.frame.needs.items() if "|" not in slot)
    narrow = sum(0.5 if "any" in c or "actor" in c else 1.0 for c in needs)
    narrow -= CONTEXT in entry.frame.needs
    derived = _DERIVED if entry.frame.deverbal else 0.0
    return 2.0 * (length - 1) + narrow + 0.05 * len(entry.frame.bars) - derived


def _best(matches: list[Match]) -> list[Match]:
    """Keep the most specific of matches whose triggers overlap."""
    taken: set[int] = set()
    out = []
    for match in sorted(matches, key=lambda m: (-m.score, m.tokens, m.kind.name)):
        if taken.isdisjoint(match.tokens):
            taken.update(match.tokens)
            out.append(match)
    return out


def _drop_carried(s: Sentence, matches: list[Match]) -> list[Match]:
    """Drop a noun that its light verb already tells: "held talks" is one event."""
    verbs = {m.head: m for m in matches if s.tags[m.head][0] == "V"}
    out, announced = [], set()
    for match in matches:
        if names_paper(s, match) or _told_by_its_verb(match, verbs.values()):
            continue
        if _is_undone(s, match, verbs) or _tells_purpose(s, match, verbs):
            continue
        if stands_aside(s, match, matches):
            continue
        if is_acted_upon(s, match, matches):
            continue
        carrier = verbs.get(light_governor(s, match.head) or -1)
        if carrier is match or carrier is None or not _tells_for(s, carrier, match):
            out.append(match)
            if carrier is not None and carrier.kind.name == _TELLING:
                announced.add(carrier.tokens)  # "announced the resumption of ties" is one event
    return [m for m in out if m.kind.name != _TELLING or m.tokens not in announced]


def _is_undone(s: Sentence, match: Match, verbs: Mapping[int, Match]) -> bool:
    """Say whether a noun only names what its verb takes back or answers.

    "Will not lift the embargo", "cut its aid", "dismissed the proposal".
    """
    at = amount_above(s, match.head)
    over = s.heads[at]
    if s.deps[at] == "pobj" and s.words[over].lower() in {"off", "from"}:
        at, over = over, s.heads[over]  # "came off the sanctions list"
    above = verbs.get(over) if s.deps[at] in {"dobj", "nsubjpass", "prep"} else None
    if match.frame.sort == "nouns" and match.kind.family == "transfer" and is_curbed(s, match.head):
        return True
    if match.frame.sort != "nouns" or above is None:
        return False
    if match.kind.name == _PROPOSING:
        return s.lemmas[above.head] in _ANSWERING
    return above.kind.name in _TAKING_BACK or s.lemmas[above.head] in _UNDOING


def _tells_purpose(s: Sentence, match: Match, verbs: Mapping[int, Match]) -> bool:
    """Say whether a verb only tells what a gift is for: "gave lorries to support clinics"."""
    above = verbs.get(s.heads[match.head])
    if match.kind.name != _SUPPORTING or above is None or above.kind.family != "transfer":
        return False
    return s.deps[match.head] in {"advcl", "xcomp"} and s.tags[match.head] == "VB"


def _tells_for(s: Sentence, carrier: Match, match: Match) -> bool:
    """Say whether a light verb tells what its noun would: the same, or that no aid is given.

    What is put off to another day or called off is told by the noun too.
    """
    put_off = role_words("moving_verbs") | role_words("cancelling_verbs")
    if s.lemmas[carrier.head] in put_off and carrier.kind != match.kind:
        return False
    if (carrier.kind.name, match.kind.name) == _DENYING:
        return False  # "denied the accusations"
    return carrier.kind.name == _WITHHOLDING or carrier.kind.family == match.kind.family


def _told_by_its_verb(match: Match, verbs: Iterable[Match]) -> bool:
    """Say whether a verb tells the same by a noun: "raids hit the port", "raked it with fire"."""
    telling = [v for v in verbs if v.kind.name == match.kind.name]
    if match.kind.family == "military" and any(
        match.head in v.slots.get("subject", ()) for v in telling
    ):
        return True  # "a car bomb exploded"
    if is_made_by(match, telling):
        return True
    acting = [v for v in telling if v.slots.get("object")]
    return any(match.head in v.slots.get(s, ()) for v in acting for s in ("subject", "with"))


def _drop_terms(s: Sentence, matches: list[Match]) -> list[Match]:
    """Drop what an agreement is told to oblige: terms of a text, no happenings."""
    laying_down = {m.head for m in matches if m.kind.name == "agreement.provide"}
    if not laying_down:
        return matches
    return [m for m in matches if laying_down.isdisjoint(ancestors(s, m.head)) or _aside(s, m)]


def _aside(s: Sentence, match: Match) -> bool:
    """Say whether a match stands in an aside ("signed in May") or lays down more ("and lets")."""
    if match.kind.name == "agreement.provide" and s.deps[match.head] == "conj":
        return True
    return s.deps[match.head] in {"relcl", "acl"} and s.tags[match.head] != "VB"


def _in_order(s: Sentence, matches: list[Match]) -> list[Match]:
    """Put events in telling order, those inside another event's clause after it."""
    heads = {m.head for m in matches}

    def key(match: Match) -> tuple[int, int]:
        above = ancestors(s, match.head)
        return sum(1 for a in above if a in heads), match.tokens[0]

    return sorted(matches, key=key)
