"""Fills the roles of a matched frame with actors, an object and items."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from foedera.data import Actor, Phrase, Roles, Sentence, Span, Where
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import base_forms, classes_of, measures
from foedera.extract.role_owners import befalls, is_only_demanded, names_doer
from foedera.extract.subjects import logical_pair
from foedera.lexicons import load_words
from foedera.tree import children, conjuncts, subtree

_NAMING = ("poss", "amod", "compound", "nmod", "nounmod", "appos")
_LOOSE = frozenset({"relcl", "acl", "appos", "prep", "conj", "cc", "punct", "advcl", "parataxis"})
_COUNT_WORDS = frozenset({"nummod", "quantmod", "det", "predet", "poss", "advmod", "case"})
OWNER_SLOTS = frozenset({"possessor", "object_owner", "by"})
_PERSONAL = frozenset({"it", "he", "she", "they"})
_VIOLENT = frozenset({"attack", "protest"})
_MAX_DEPTH = 3
_AFTER_AND = 8


@cache
def role_words(name: str) -> frozenset[str]:
    """Return one list of `lexicons/role_words.yaml`."""
    return frozenset(map(str, load_words("role_words")[name]))


def read_roles(text: str, match: Match, mentions: TokenMentions) -> Roles:
    """Fill the roles that the match's frame names; symmetric kinds put all parties in actors."""
    roles = match.frame.roles
    if match.kind.symmetric:
        both = (*_doer_slots(match), *_goal_slots(match))
        actors = _all_actors(match, mentions, both)
        recipients: tuple[Actor, ...] = ()
    else:
        actors = _first_actors(match, mentions, _doer_slots(match))
        named = _first_actors(match, mentions, _goal_slots(match), whole=False)
        named = named or _state_of_place(match, mentions, roles.get("recipient", ()))
        named = named or befalls(match, mentions)
        recipients = tuple(r for r in named if not _stands_in(r, actors))
    actors = tuple(a for a in actors if not _is_the_act(match, mentions.sentence, a))
    people = _all_actors(match, mentions, roles.get("participant", ()))
    people += _heads_of_party(match, mentions)
    return Roles(
        actors=actors,
        recipients=recipients,
        participants=tuple(p for p in people if not _stands_in(p, (*actors, *recipients))),
        object=_object(text, match, mentions.sentence),
        items=_items(text, match, mentions.sentence),
    )


def _is_the_act(match: Match, s: Sentence, actor: Actor) -> bool:
    """Say whether an "actor" is only the trigger itself ("the Leaders Summit")."""
    inside = actor.span.start <= s.starts[match.head] < actor.span.end
    doer = match.kind.family == "military" and "person" in classes_of(s, match.head)
    return match.frame.sort == "nouns" and inside and not doer


def _heads_of_party(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Find who leads those that act: "a delegation led by X"."""
    s = mentions.sentence
    out: list[Actor] = []
    for slot in ("subject", "by", "object"):
        for token in match.slots.get(slot, ()):
            for verb in children(s, token, "acl", "relcl"):
                if s.lemmas[verb] in {"lead", "head"}:
                    for agent in logical_pair(s, verb)[0]:
                        out += [a for a in actors_at(mentions, agent) if a.kind == "person"]
    return tuple(out)


def _doer_slots(match: Match) -> tuple[str, ...]:
    """List the slots that may name the doer; whoever carries out a noun does it."""
    named = match.frame.roles.get("actor", ())
    return (*named, "by", "subject") if match.frame.sort == "nouns" else named


def _goal_slots(match: Match) -> tuple[str, ...]:
    """List the slots that may name whom it is done to; who faces attacks is attacked."""
    named = match.frame.roles.get("recipient", ())
    return (*named, "undergoer") if match.frame.sort == "nouns" else named


def _state_of_place(
    match: Match, mentions: TokenMentions, slots: Iterable[str]
) -> tuple[Actor, ...]:
    """Let a place stand for its state: who visits Kigali visits Rwanda."""
    for slot in slots:
        for token in match.slots.get(slot, ()):
            for mention in mentions.at(token, "place"):
                place = mention.value
                if isinstance(place, Where) and place.country is not None:
                    return (Actor(place.name, place.country, "state", None, place.span),)
    return ()


def _stands_in(actor: Actor, others: Iterable[Actor]) -> bool:
    return any(actor.name == o.name and actor.country == o.country for o in others) or any(
        actor.kind == "state" and o.kind == "state" and actor.country == o.country for o in others
    )


def _first_actors(
    match: Match, mentions: TokenMentions, slots: Iterable[str], *, whole: bool = True
) -> tuple[Actor, ...]:
    """Take the first slot that names somebody; failing that, the first that tells of somebody."""
    unnamed: tuple[Actor, ...] = ()
    for slot in slots:
        for token in _tellers(match, mentions, slot, doing=whole):
            strict = whole and slot not in OWNER_SLOTS
            found = actors_at(mentions, token, strict=strict)
            if slot == "between":
                found = _complete_pair(mentions, token, found)
            if any(a.country or a.kind != "group" for a in found):
                return found
            unnamed = unnamed or found
    return unnamed


def _tellers(
    match: Match, mentions: TokenMentions, slot: str, doing: bool = True
) -> tuple[int, ...]:
    """List a slot's tokens that may name who does it, or all where none is sought."""
    found = match.slots.get(slot, ())
    if doing and slot == "subject" and is_only_demanded(match, mentions.sentence):
        return ()
    return tuple(t for t in found if not doing or names_doer(match, mentions, t))


def _all_actors(match: Match, mentions: TokenMentions, slots: Iterable[str]) -> tuple[Actor, ...]:
    out: list[Actor] = []
    for slot in slots:
        for token in _tellers(match, mentions, slot):
            found = actors_at(mentions, token, strict=slot not in OWNER_SLOTS)
            if slot == "between":
                found = _complete_pair(mentions, token, found)
            out += [a for a in found if not _same_party(a, out)]
    return tuple(out)


def _same_party(actor: Actor, others: list[Actor]) -> bool:
    """Say whether an actor adds nobody: the same name, or a state that a named other stands for."""
    return any(
        (actor.name, actor.country) == (o.name, o.country)
        or (actor.kind == "state" and actor.country is not None and actor.country == o.country)
        for o in others
    )


def _complete_pair(
    mentions: TokenMentions, token: int, found: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Find the second of "between A and B" where the parser hung it elsewhere."""
    if len(found) != 1:
        return found
    s = mentions.sentence
    for at in range(token + 1, min(token + _AFTER_AND, len(s.words) - 1)):
        if s.words[at].lower() == "and":
            for other in range(at + 1, min(at + _AFTER_AND, len(s.words))):
                if more := mentions.at(other, "actor"):
                    return found + tuple(m.value for m in more if isinstance(m.value, Actor))
    return found


def actors_at(mentions: TokenMentions, token: int, *, strict: bool = True) -> tuple[Actor, ...]:
    """List whom the phrase at `token`, with all coordinated to it, names.

    `strict` reads a modifier's state ("Chadian troops") only off nouns that act.
    """
    out: list[Actor] = []
    for one in conjuncts(mentions.sentence, token):
        out += [a for a in _phrase_actors(mentions, one, strict, 0) if not _same(a, out)]
    return tuple(out)


def _same(actor: Actor, others: list[Actor]) -> bool:
    return any((actor.name, actor.country) == (o.name, o.country) for o in others)


def _phrase_actors(
    mentions: TokenMentions, token: int, strict: bool, depth: int
) -> tuple[Actor, ...]:
    direct = _direct(mentions, token)
    if direct or depth > _MAX_DEPTH:
        return direct
    s = mentions.sentence
    if s.words[token].lower() == "their":
        return _both_before(mentions, token)
    if s.words[token].lower() in _PERSONAL:
        speaker = _speaker_meant(s, token)
        return () if speaker is None else _phrase_actors(mentions, speaker, strict, depth + 1)
    if s.tags[token] in {"NNP", "NNPS"} and _is_free(mentions, token):
        return (_unnamed(s, token),)
    acting = is_acting(s, token)
    if strict and not acting:
        return _armed_origin(mentions, token) or _wielder(mentions, token)
    found = _below(mentions, token, strict, depth)
    if found:
        return found
    return (_unnamed(s, token),) if acting and s.tags[token][0] == "N" else ()


def _is_free(mentions: TokenMentions, token: int) -> bool:
    """Say whether a name at `token` is neither a time nor a place nor an agreement."""
    s = mentions.sentence
    if s.deps[token] not in {"nsubj", "nsubjpass", "pobj", "conj"}:
        return False
    thing = not classes_of(s, token).isdisjoint(role_words("thing_classes"))
    if thing and not is_acting(s, token):
        return False  # a document or a thing written with a capital: "Decree"
    return not any(mentions.at(token, k) for k in ("time", "place", "agreement", "quantity"))


def _both_before(mentions: TokenMentions, pronoun: int) -> tuple[Actor, ...]:
    """Read "X and Y during their talks": the pair nearest before."""
    s = mentions.sentence
    for token in range(pronoun - 1, -1, -1):
        if s.deps[token] != "conj" and children(s, token, "conj"):
            pair = [a for t in conjuncts(s, token) for a in _direct(mentions, t)]
            if len(pair) > 1:
                return tuple(pair)
    return ()


def _armed_origin(mentions: TokenMentions, token: int) -> tuple[Actor, ...]:
    """Read "raiders from the Front": who comes from an armed body acts for it."""
    s = mentions.sentence
    for prep in children(s, token, "prep"):
        if s.words[prep].lower() == "from":
            for inner in children(s, prep, "pobj"):
                found = _phrase_actors(mentions, inner, True, _MAX_DEPTH)
                if found and all(_is_armed_body(a) for a in found):
                    return found
    return ()


def _wielder(mentions: TokenMentions, token: int) -> tuple[Actor, ...]:
    """Read "Chadian airstrikes hit the port": whose raids they are does it."""
    s = mentions.sentence
    if classes_of(s, token).isdisjoint(role_words("owned_classes")):
        return ()
    for kid in children(s, token, "poss", "amod"):
        if found := mentions.at(kid, "actor"):
            return tuple(m.value for m in found if isinstance(m.value, Actor))
    return ()


def _is_armed_body(actor: Actor) -> bool:
    return actor.kind in {"force", "group"} and actor.name[:1].isupper()


def _speaker_meant(s: Sentence, pronoun: int) -> int | None:
    """Read "X said it would leave": the subject of a clause that X speaks is X."""
    verb = s.heads[pronoun]
    links = {"ccomp", "conj"} if s.words[pronoun].lower() == "it" else {"ccomp", "advcl", "conj"}
    for _ in range(_MAX_DEPTH):
        if s.deps[verb] in links and s.heads[verb] != verb:
            verb = s.heads[verb]
            for subject in children(s, verb, "nsubj"):
                if subject < pronoun:
                    nominal = s.tags[subject][0] == "N"
                    return subject if nominal and s.deps[pronoun].startswith("nsubj") else None
    return None


def _direct(mentions: TokenMentions, token: int) -> tuple[Actor, ...]:
    """Read the mentions at a token; an office gives way to the holder named behind it."""
    found = tuple(m.value for m in mentions.at(token, "actor") if isinstance(m.value, Actor))
    common = not mentions.sentence.tags[token].startswith("NNP")
    if common and len(found) == 1 and found[0].country is None and found[0].kind != "person":
        return _armed_origin(mentions, token) or found
    if len(found) != 1 or found[0].kind != "office":
        return found
    for kid in children(mentions.sentence, token, "appos"):
        for mention in mentions.at(kid, "actor"):
            holder = mention.value
            if isinstance(holder, Actor) and holder.kind == "person":
                country, office = found[0].country, found[0].office
                known = holder.country or country
                return (replace(holder, country=known, office=holder.office or office),)
    return found


def _below(mentions: TokenMentions, token: int, strict: bool, depth: int) -> tuple[Actor, ...]:
    s = mentions.sentence
    classes = classes_of(s, token)
    other, violent = "person" in classes, not classes.isdisjoint(_VIOLENT)
    for kid in (*children(s, token, "appos"), *children(s, token, *_NAMING)):
        found = tuple(m.value for m in mentions.at(kid, "actor") if isinstance(m.value, Actor))
        # "his rival" is somebody else, "his policy" may stand for him; "the Egypt riots" do not
        if found and other and s.deps[kid] == "poss" and found[0].kind == "person":
            continue
        if found and not (violent and s.deps[kid] == "compound" and found[0].kind == "state"):
            return found
    for prep in children(s, token, "prep"):
        if s.words[prep].lower() in {"of", "from"}:
            for inner in children(s, prep, "pobj"):
                out: list[Actor] = []
                for one in conjuncts(s, inner):
                    out += _phrase_actors(mentions, one, strict, depth + 1)
                if any(a.country or a.kind != "group" or a.name[:1].isupper() for a in out):
                    return tuple(out)
    return ()


def is_acting(s: Sentence, token: int) -> bool:
    """Say whether the noun at `token` can do something, as people and bodies can."""
    if measures(s, token) and s.tags[token][0] == "N":
        return _measures_actors(s, token)
    if s.tags[token] in {"PRP", "PRP$", "DT", "CD"} or measures(s, token):
        return True
    if not role_words("acting_nouns").isdisjoint(base_forms(s, token)):
        return True
    return not classes_of(s, token).isdisjoint(role_words("acting_classes"))


def _measures_actors(s: Sentence, token: int) -> bool:
    """Say whether a measure noun counts those who act: "dozens of rebels", no "months of talks"."""
    acting = not role_words("acting_nouns").isdisjoint(base_forms(s, token))
    for prep in children(s, token, "prep"):
        if s.words[prep].lower() == "of":
            return acting or any(is_acting(s, k) for k in children(s, prep, "pobj"))
    return acting or s.lemmas[token].lower() in role_words("counting_nouns")


def _unnamed(s: Sentence, token: int) -> Actor:
    words = _trimmed(s, token, keep=frozenset({"amod", "compound", "nmod"}))
    span = Span(s.starts[words[0]], s.ends[words[-1]])
    name = " ".join(s.words[words[0] : words[-1] + 1])
    return Actor(name, None, "group", None, span)


def _trimmed(s: Sentence, head: int, keep: frozenset[str]) -> list[int]:
    """List the tokens of a noun phrase from its first kept modifier to its head."""
    first = head
    for kid in sorted(s.children[head], reverse=True):
        if kid > head:
            continue
        if s.deps[kid] not in keep or kid < first - len(subtree(s, kid)) - 1:
            break
        first = min(subtree(s, kid))
    return list(range(first, head + 1))


def _object(text: str, match: Match, s: Sentence) -> Phrase | None:
    for slot in match.frame.roles.get("object", ()):
        for token in match.slots.get(slot, ()):
            span = phrase_span(s, token)
            return Phrase(text[span.start : span.end], span)
    return None


def phrase_span(s: Sentence, head: int) -> Span:
    """Return the span of a noun phrase without clauses and looser attachments, "of" kept."""
    inside = [head]
    for kid in s.children[head]:
        of = s.deps[kid] == "prep" and s.words[kid].lower() == "of"
        if of or s.deps[kid] not in _LOOSE:
            inside += subtree(s, kid)
    return Span(s.starts[min(inside)], s.ends[max(inside)])


def _items(text: str, match: Match, s: Sentence) -> tuple[str, ...]:
    out: list[str] = []
    for slot in match.frame.roles.get("items", ()):
        for token in match.slots.get(slot, ()):
            for one in conjuncts(s, token):
                out += [i for i in _item(text, s, one) if i not in out]
        if out:
            break
    return tuple(out)


def _item(text: str, s: Sentence, token: int, depth: int = 0) -> list[str]:
    """Name the thing itself: of "thousands of crates of shells", the shells."""
    if depth <= _MAX_DEPTH and measures(s, token):
        for prep in children(s, token, "prep"):
            if s.words[prep].lower() == "of":
                below = [o for p in children(s, prep, "pobj") for o in conjuncts(s, p)]
                if below:
                    return [i for o in below for i in _item(text, s, o, depth + 1)]
    words = _trimmed(s, token, keep=frozenset({"amod", "compound", "nmod"}))
    return [text[s.starts[words[0]] : s.ends[words[-1]]]]
