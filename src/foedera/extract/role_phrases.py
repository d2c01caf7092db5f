"""Whom the phrase at a token names: by its own mention, its modifiers, its owner, its pronoun."""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Actor, Sentence
from foedera.extract.actor_words import words as word_list
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of, is_nobody, measures
from foedera.extract.role_acting import is_acting, is_person
from foedera.extract.role_beside import bearers_beside, counted, named_beside, wielder
from foedera.extract.role_pronouns import noun_meant, owner_bound, speaker_meant, teller_meant
from foedera.extract.role_rows import listed, named_among
from foedera.extract.role_states import belonging, by_origin, owned_by_name, states_of
from foedera.extract.role_unnamed import unnamed
from foedera.extract.role_words import role_words
from foedera.tree import children, conjuncts

_NAMING = ("poss", "amod", "compound", "nmod", "nounmod", "appos")
_PERSONAL = frozenset({"it", "he", "she", "they", "them"})
_VIOLENT = frozenset({"attack", "protest"})
_MUTUAL = frozenset({"talks", "agreement"})
_LEADING = frozenset({"of", "from", "by"})
_OF = frozenset({"of"})
_PARTY_LETTERS = frozenset({"D", "R", "I"})
_PARTS = frozenset({"compound", "amod", "nmod"})
_PEOPLE = frozenset({"person", "group", "office"})
_COMMON_BODIES = frozenset({"person", "company"})
_PRESS = frozenset({"weekly", "daily", "magazine", "newspaper", "tabloid", "broadcaster"})
_SORTS_OF_NAMES = frozenset({"vessel", "aircraft", "fighters", "forces", "company"})
_STATELESS = frozenset({"organisation", "force", "group"})
_COMMON = frozenset({"NN", "NNS"})
_MAX_DEPTH = 3


def actors_at(
    mentions: TokenMentions, token: int, *, strict: bool = True, verb: int | None = None
) -> tuple[Actor, ...]:
    """List whom the phrase at `token`, with all coordinated to it, names.

    `strict` reads a modifier's state ("Chadian troops") only off nouns that act. Of what a clause
    on it tells, by `verb`, those who stand behind the clause have no part.
    """
    out: list[Actor] = []
    for one in listed(mentions, token, verb):
        out += [a for a in _phrase_actors(mentions, one, strict, 0) if not _same(a, out)]
    if len(out) == 1 and out[0].kind == "group" and not out[0].country:
        return tuple(named_among(mentions, token)) or tuple(out)
    return tuple(out)


def _same(actor: Actor, others: list[Actor]) -> bool:
    return any((actor.name, actor.country) == (o.name, o.country) for o in others)


def _phrase_actors(
    mentions: TokenMentions, token: int, strict: bool, depth: int
) -> tuple[Actor, ...]:
    s = mentions.sentence
    if s.words[token].lower() == "ourselves":
        return ()  # who speaks so acts for all of his side
    owner = _whose(s, token) if depth < 1 else None
    if owner is not None and (owners := actors_at(mentions, owner, strict=strict)):
        return owners
    if depth < 1 and (same := bearers_beside(mentions, token)):
        return same
    being = _counted_among(s, token)
    direct = _direct(mentions, token)
    named = being is not None and s.tags[being].startswith("NN")
    if (direct and not named) or depth > _MAX_DEPTH:
        return _measured_body(mentions, token, direct, depth) or direct
    if s.words[token].lower() == "their" and (pair := _both_before(mentions, token)):
        return pair
    if (owner := owner_bound(s, token)) is not None:
        return _owning(mentions, owner, s.words[token].lower())
    if being is not None:
        of_those = actors_at(mentions, being, strict=strict) if depth < 1 else ()
        return of_those or direct
    if (teller := teller_meant(mentions, token)) is not None:
        return _phrase_actors(mentions, teller, strict, depth + 1)
    if s.words[token].lower() in _PERSONAL:
        speaker = speaker_meant(mentions, token)
        if speaker is None:
            noun = noun_meant(s, token, lambda t: may_be_several(mentions, t))
            return _phrase_actors(mentions, noun, strict, depth + 1) if noun is not None else ()
        meant = _phrase_actors(mentions, speaker, strict, depth + 1)
        if s.words[token].lower() == "it":
            return states_of(meant)
        if s.words[token].lower() == "they" and _is_one_person(mentions, speaker, meant):
            return _told_to(mentions, speaker)
        return meant
    if s.tags[token] in {"NNP", "NNPS"}:
        if _is_free(mentions, token):
            bare = unnamed(s, token)
            sort = classes_of(s, token) & _SORTS_OF_NAMES
            own = owned_by_name(mentions, token, bare)
            return (by_origin(mentions, token, own) if sort else own,)
        if mentions.at(token, "place"):
            return ()
    acting = is_acting(s, token)
    if strict and not acting:
        return (
            _armed_origin(mentions, token) or wielder(mentions, token) or _gathered(mentions, token)
        )
    found = _below(mentions, token, strict, depth) or _numbered(mentions, token, strict, depth)
    if found:
        return found
    bodies = role_words("acting_nouns")
    whole = s.deps[token] not in _PARTS or s.lemmas[token].lower() in bodies
    somebody = acting and whole and s.tags[token][0] == "N"
    somebody = somebody and not is_nobody(s, token, doing=strict) and not _is_none(s, token)
    return belonging(mentions, token, unnamed(s, token)) if somebody else ()


def _owning(mentions: TokenMentions, owner: int, word: str) -> tuple[Actor, ...]:
    """Read the owner that "its" or "their" takes up: no single person is "their"."""
    found = actors_at(mentions, owner)
    if word == "its":
        return states_of(found)
    return () if _is_one_person(mentions, owner, found) else found


def _is_none(s: Sentence, token: int) -> bool:
    """Say whether a word names nobody: "none", the "one" of "no one", "no state"."""
    if any(s.words[k].lower() == "no" for k in children(s, token, "det")):
        return True
    return s.words[token].lower() in {"none", "nobody", "neither"}


def _is_free(mentions: TokenMentions, token: int) -> bool:
    """Say whether a name at `token` is neither a time nor a place nor an agreement."""
    s = mentions.sentence
    if s.deps[token] not in {"nsubj", "nsubjpass", "pobj", "conj"} or len(s.words[token]) < 2:
        return False
    if any(s.words[k].lower() in word_list("storms") for k in children(s, token, "compound")):
        return False
    thing = not classes_of(s, token).isdisjoint(role_words("thing_classes"))
    if thing and not is_acting(s, token):
        return False  # a document or a thing written with a capital: "Decree"
    return not any(mentions.at(token, k) for k in ("time", "place", "agreement", "quantity"))


def _measured_body(
    mentions: TokenMentions, token: int, direct: tuple[Actor, ...], depth: int
) -> tuple[Actor, ...]:
    """Read "a team of U.N. inspectors": those it is made of, where they are known."""
    s = mentions.sentence
    plain = len(direct) == 1 and direct[0].name.islower() and not direct[0].country
    if not plain or depth or not measures(s, token):
        return ()
    inner = [t for t in _behind(s, token, _OF) if t == token + 2 or s.tags[t] != "NNP"]
    found = tuple(a for t in inner for a in _phrase_actors(mentions, t, True, depth + 1))
    if any(a.country or a.name[:1].isupper() for a in found):
        return found
    return _numbered(mentions, token, True, depth)


def _numbered(mentions: TokenMentions, token: int, strict: bool, depth: int) -> tuple[Actor, ...]:
    """Read "scores of unarmed protesters", "a group of rebels": those that are counted."""
    s = mentions.sentence
    if not measures(s, token):
        return ()
    inner = [t for t in _behind(s, token, _OF) if s.tags[t] in _COMMON and is_acting(s, t)]
    found = tuple(a for t in inner for a in _phrase_actors(mentions, t, strict, depth + 1))
    return found if all(a.kind == "group" for a in found) else ()


def _whose(s: Sentence, token: int) -> int | None:
    """Return who is meant in "those whose envoys signed": the envoys' own."""
    if not any(s.words[k].lower() == "whose" for k in children(s, token, "poss")):
        return None
    verb = s.heads[token]
    return s.heads[verb] if s.deps[verb] == "relcl" else None


def _counted_among(s: Sentence, those: int) -> int | None:
    """Return the subject of "X and Y were among those that signed": they are meant."""
    prep = s.heads[those]
    told = s.words[those].lower() == "those" or children(s, those, "relcl")
    if not told or s.deps[those] != "pobj" or s.words[prep].lower() not in {"among", "of"}:
        return None
    above = s.heads[prep]
    if s.deps[above] == "appos" and s.tags[above] in {"CD", "DT"}:  # "X, one of those who left"
        return s.heads[above] if s.tags[s.heads[above]][0] == "N" else None
    above = s.heads[above] if s.lemmas[above] in {"one", "some", "two"} else above
    return next(iter(children(s, above, "nsubj")), None) if s.lemmas[above] == "be" else None


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


def _gathered(mentions: TokenMentions, token: int) -> tuple[Actor, ...]:
    """Read "an African Union summit agreed": whose gathering it is acts by it."""
    s = mentions.sentence
    if s.lemmas[token].lower() not in role_words("gatherings"):
        return ()
    for kid in (*children(s, token, "poss", "compound", "nmod"), *_behind(s, token, _OF)):
        found = tuple(m.value for m in mentions.at(kid, "actor") if isinstance(m.value, Actor))
        if found and all(a.kind == "organisation" for a in found):
            return found
    return ()


def _is_one_person(mentions: TokenMentions, token: int, meant: tuple[Actor, ...]) -> bool:
    """Say whether a subject is a single person, whom "they" cannot mean."""
    alone = len(meant) == 1 and not children(mentions.sentence, token, "conj")
    return alone and meant[0].kind in {"person", "office"} and not _is_plural(mentions, token)


def _is_plural(mentions: TokenMentions, token: int) -> bool:
    return mentions.sentence.tags[token] in {"NNS", "NNPS"}


def _told_to(mentions: TokenMentions, speaker: int) -> tuple[Actor, ...]:
    """Read "X told the rebels they would leave": who is told, where that is several."""
    s = mentions.sentence
    for listener in children(s, s.heads[speaker], "dobj", "dative"):
        if _is_plural(mentions, listener) or children(s, listener, "conj"):
            return actors_at(mentions, listener)
    return ()


def _is_armed_body(actor: Actor) -> bool:
    return actor.kind in {"force", "group"} and actor.name[:1].isupper()


def _direct(mentions: TokenMentions, token: int) -> tuple[Actor, ...]:
    """Read the mentions at a token; an office gives way to the holder named behind it."""
    before = mentions.sentence.words[max(0, token - 2) : token]
    if token > 2 and before[0] in _PARTY_LETTERS and before[1] == "-":
        token -= 3  # "Chuck Schumer D-N.Y."
    found = tuple(m.value for m in mentions.at(token, "actor") if isinstance(m.value, Actor))
    common = not mentions.sentence.tags[token].startswith("NNP")
    if common and found and (named := _named_behind(mentions, token)):
        return named
    if common and len(found) == 1 and (same := named_beside(mentions, token, found[0])):
        return (same,)
    if len(found) == 1 and not common:
        found = (counted(mentions.sentence, token, found[0]),)
    if len(found) == 1 and found[0].country is None and found[0].kind in _STATELESS:
        found = (by_origin(mentions, token, found[0]),)
    if common and len(found) == 1 and found[0].country is None and found[0].kind != "person":
        if (state := _state_told_so(mentions, token)) is not None:
            return (state,)
        return _armed_origin(mentions, token) or belonging(mentions, token, found[0])
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


def _state_told_so(mentions: TokenMentions, token: int) -> Actor | None:
    """Read "Chad, an ally, which attacked them": the state that a noun behind it is said of."""
    s = mentions.sentence
    if s.deps[token] != "appos" or not children(s, token, "relcl", "acl"):
        return None
    found = [m.value for m in mentions.at(s.heads[token], "actor") if isinstance(m.value, Actor)]
    return found[0] if len(found) == 1 and found[0].kind == "state" else None


def _named_behind(mentions: TokenMentions, token: int) -> tuple[Actor, ...]:
    """Read "its ally Saudi Arabia", "five countries: Peru, Chile ...": those named behind."""
    s = mentions.sentence
    if s.words[token].lower() not in role_words("others_nouns") | role_words("named_nouns"):
        return ()
    for kid in children(s, token, "appos"):
        found = [m.value for one in conjuncts(s, kid) for m in mentions.at(one, "actor")]
        named = [a for a in found if isinstance(a, Actor) and a.kind in {"state", "organisation"}]
        if named and len(named) == len(found):
            return tuple(dict.fromkeys(named))
    return ()


def _below(mentions: TokenMentions, token: int, strict: bool, depth: int) -> tuple[Actor, ...]:
    s = mentions.sentence
    classes = classes_of(s, token)
    other = "person" in classes or is_person(s, token)
    violent = not classes.isdisjoint(_VIOLENT)
    unplaced: tuple[Actor, ...] = ()
    for kid in (*children(s, token, "appos"), *children(s, token, *_NAMING)):
        found = _with_adjectives_beside(mentions, kid)
        # "his rival" is somebody else, "his policy" may stand for him; "the Egypt riots" do not
        beside = s.deps[kid] == "compound" and s.tags[token][:3] != "NNP"  # "Clinton skeptics"
        theirs = s.deps[kid] == "poss" or (beside and found and found[0].kind == "person")
        if found and other and theirs and found[0].kind in _PEOPLE:
            continue
        if _is_against(s, kid):
            continue
        if found and not (violent and s.deps[kid] == "compound" and found[0].kind == "state"):
            if _is_in_a_name(s, token, kid) and all(a.kind in _STATELESS for a in found):
                continue  # the "Marine Corps Internet" is not the Marines
            own = classes & _COMMON_BODIES or s.lemmas[token].lower() in _PRESS
            if s.deps[kid] == "amod" and own and _are_states(found):
                return (replace(unnamed(s, token), country=found[0].country),)
            if s.deps[kid] != "appos" or other or any(a.country for a in found):
                return found
            unplaced = unplaced or found  # "a Danish tanker, the Maersk Tigris" is Danish
    if unplaced:
        return unplaced
    wanted = _LEADING - {"of"} if violent else _LEADING  # "killings of X" are not X's
    if not classes.isdisjoint(_MUTUAL):
        wanted |= {"with"}
    crowds = role_words("crowds_of_states")
    for inner in _behind(s, token, wanted):
        one = s.tags[inner] == "NN" and s.lemmas[inner] == "government"
        crowd = s.lemmas[inner] in crowds and not one  # "members of the Chilean government"
        if other and not measures(s, token) and crowd:
            continue  # "fighters from Western countries" are no countries
        out: list[Actor] = []
        for joined in conjuncts(s, inner):
            out += _phrase_actors(mentions, joined, strict, depth + 1)
        if any(a.country or a.kind != "group" or a.name[:1].isupper() for a in out):
            return tuple(out)
    return ()


def _with_adjectives_beside(mentions: TokenMentions, kid: int) -> tuple[Actor, ...]:
    """Read the mentions at a modifier and the states beside it: "Iraqi and Syrian territory"."""
    s = mentions.sentence
    own = [m.value for m in mentions.at(kid, "actor") if isinstance(m.value, Actor)]
    if own and s.deps[kid] == "amod" and own[0].kind == "state":
        for other in children(s, kid, "conj"):
            more = [m.value for m in mentions.at(other, "actor") if isinstance(m.value, Actor)]
            own += [a for a in more if a.kind == "state" and not _same(a, own)]
    return tuple(own)


def _is_against(s: Sentence, kid: int) -> bool:
    """Say whether a modifier names whom something is against or for: "the anti-Chad alliance"."""
    before = s.words[max(0, kid - 2) : kid]
    return before[1:] == ("-",) and before[0].lower() in word_list("not_whose")


def _is_in_a_name(s: Sentence, token: int, part: int) -> bool:
    """Say whether a word before a name is a part of it."""
    return s.tags[token].startswith("NNP") and s.deps[part] == "compound"


def _are_states(found: tuple[Actor, ...]) -> bool:
    return len(found) == 1 and found[0].kind == "state" and found[0].country is not None


def _behind(s: Sentence, token: int, wanted: frozenset[str]) -> list[int]:
    """List who is told behind a noun: "gains made by X", "a plan by X", "the policy of X"."""
    preps = [p for p in children(s, token, "prep", "agent") if s.words[p].lower() in wanted]
    for verb in children(s, token, "acl"):
        preps += [p for p in children(s, verb, "agent") if s.tags[verb] == "VBN"]
    preps.sort(key=lambda p: s.words[p].lower() != "by")
    return [inner for p in preps for inner in children(s, p, "pobj")]


def may_be_several(mentions: TokenMentions, token: int) -> bool:
    """Say whether "they" may be a noun's: a state, a body, or several of those that act."""
    s = mentions.sentence
    named = [m.value for m in mentions.at(token, "actor") if isinstance(m.value, Actor)]
    if any(a.kind == "person" for a in named) and s.tags[token] == "NNP":
        return bool(children(s, token, "conj"))
    return bool(named) or (
        s.tags[token][0] == "N" and is_acting(s, token) and not is_nobody(s, token, doing=True)
    )
