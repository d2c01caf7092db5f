"""Fills the roles of a matched frame with actors, an object and items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from foedera.data import Actor, Roles, Sentence, Where
from foedera.extract.called_for import at_home
from foedera.extract.claim_topics import is_matter, is_moved, is_run_for
from foedera.extract.doers_above import doer_above
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of
from foedera.extract.object_clauses import users_of
from foedera.extract.prepositions import prepositions
from foedera.extract.role_agreements import with_counterpart
from foedera.extract.role_not_doing import owed_to, owner_befallen
from foedera.extract.role_owners import befalls, befalls_state
from foedera.extract.role_phrases import actors_at
from foedera.extract.role_rows import complete_pair
from foedera.extract.role_tellers import tellers
from foedera.extract.role_things import read_items, read_object
from foedera.extract.role_words import fallback_slots, role_words
from foedera.extract.subjects import is_passive, logical_pair
from foedera.extract.whose import with_owners
from foedera.tree import children, conjuncts, subtree

_BEFORE = frozenset({"compound", "nmod"})
_IMPOSED = frozenset({"sanction", "restriction", "embargo", "import_tax"})
OWNER_SLOTS = frozenset({"possessor", "object_owner", "by"})
_DONE_BY = frozenset({"by", "from"})
_FORCES = frozenset({"force", "group", "state"})
_ARMING = "military.develop"
"""Whom its missiles could reach is only named where nobody else is: nothing is done to him yet."""


def read_roles(text: str, match: Match, mentions: TokenMentions) -> Roles:
    """Fill the roles that the match's frame names; all parties of a joint act stand in actors."""
    roles = match.frame.roles
    if match.joint:
        both = (*_doer_slots(match), *_goal_slots(match))
        actors = _all_actors(match, mentions, ("between",))
        if len(actors) < 2 or "between" not in both:
            actors = _all_actors(match, mentions, both)
        if len(actors) == 1 and match.frame.sort == "nouns":
            actors += tuple(a for a in doer_above(match, mentions) if not _same_party(a, [*actors]))
        actors = _with_row(match, mentions, _with_joined(match, mentions, actors))
        recipients: tuple[Actor, ...] = ()
    else:
        actors = _first_actors(match, mentions, _doer_slots(match))
        if not actors and match.frame.sort == "nouns":
            actors = _last_doers(match, mentions)
        actors = actors or _owner_of_doer(match, mentions) or _imposer(match, mentions)
        actors = actors or doer_above(match, mentions) or _moved(match, mentions)
        actors = _with_joined(match, mentions, actors)
        named = _first_actors(match, mentions, _goal_slots(match), whole=False)
        sided = match.kind.name != _ARMING or not actors
        if sided and all(not _is_somebody(a) and a.kind == "organisation" for a in named):
            named = _other_goals(match, mentions) or named
        goals = (*roles.get("recipient", ()), "undergoer")
        named = named or _state_of_place(match, mentions, goals)
        named = named or befalls(match, mentions) or owed_to(match, mentions)
        named = named or owner_befallen(match, mentions)
        named = tuple(r for r in named if not _is_site(match, r))
        named = tuple(r for r in named if not is_moved(match, mentions.sentence, r))
        named = tuple(r for r in named if not _own_side(match, r, actors))
        named = tuple(r for r in named if not at_home(mentions.sentence, match.slots, r, actors))
        named = tuple(r for r in named if not is_matter(match, mentions.sentence, r))
        named = tuple(r for r in named if not is_run_for(mentions.sentence, r))
        own = (*actors, *_masters(mentions, named, actors))
        if _is_told_twice(mentions, actors, named):
            actors = own = ()
        named = named or _befallen(match, mentions)
        alone = all(_stands_in(r, actors) for r in named)
        if alone and _befalls_owner(match, mentions, actors):
            actors, named, own = (), actors, ()
        recipients = tuple(r for r in named if not _stands_in(r, own))
    actors = tuple(a for a in actors if not _is_the_act(match, mentions.sentence, a))
    recipients = tuple(r for r in recipients if not _is_called_by(match, mentions.sentence, r))
    people = _all_actors(match, mentions, roles.get("participant", ()))
    leaders = _heads_of_party(match, mentions)
    if match.kind.family in role_words("said_families"):  # who leads them speaks too
        led = bool(actors) and all(a.kind == "group" for a in actors)
        leading = _heads_of_party(match, mentions, ("subject",)) if led else ()
        actors += tuple(a for a in leading if not _same_party(a, list(actors)))
    people += leaders
    roles_read = Roles(
        actors=actors,
        recipients=recipients,
        participants=tuple(p for p in people if not _stands_in(p, (*actors, *recipients))),
        object=read_object(text, match, mentions.sentence),
        items=read_items(text, match, mentions.sentence),
    )
    return with_counterpart(match, mentions, roles_read)


def _last_doers(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Find who does it in the slots that come last for the kind.

    Arms and troops are cut and sent by the state whose they are: "cuts to Chad's arsenal".
    """
    found = _first_actors(match, mentions, _last_slots(match, "doer_fallbacks"))
    owned = match.kind.name in role_words("done_to_own")
    return () if owned and not all(a.country for a in found) else found


def _moved(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Let troops whom nobody is told to move be who moves: "Chadian troops were sent to Mali"."""
    s = mentions.sentence
    passive = match.frame.sort == "verbs" and is_passive(s, match.head)
    if not passive or match.kind.name not in role_words("moved_forces"):
        return ()
    for slot in ("object", "object_of"):
        for token in match.slots.get(slot, ()):
            if found := tuple(a for a in actors_at(mentions, token) if a.kind in _FORCES):
                return found
    return ()


def _imposer(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Let whose sanctions they are impose them: "U.S. sanctions could be levied".

    A name without case before them is mostly whom they hit ("the Iran sanctions").
    """
    s = mentions.sentence
    if match.frame.sort == "nouns" or match.kind.name not in role_words("owner_imposes"):
        return ()
    for token in match.slots.get("object", ()):
        if classes_of(s, token).isdisjoint(_IMPOSED):
            continue  # "have crippled Chad's economy"
        for kid in children(s, token, "poss", "compound", "nmod"):
            if s.deps[kid] == "poss" or s.words[kid].isupper():
                found = [m.value for m in mentions.at(kid, "actor") if isinstance(m.value, Actor)]
                if found and all(a.kind in {"state", "organisation"} for a in found):
                    return tuple(found)
    return ()


def _with_joined(
    match: Match, mentions: TokenMentions, actors: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Add who does it beside the subject: "X stood with Y in urging", "X joined Y in urging"."""
    out = list(actors)
    for token in match.slots.get("joined", ()) if actors else ():
        out += [a for a in actors_at(mentions, token) if not _same_party(a, out)]
    return tuple(out)


def _with_row(
    match: Match, mentions: TokenMentions, actors: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Let a joint act be that of the whole row before its clause: "Cuba and Peru, which met"."""
    s, verb = mentions.sentence, match.head
    first = s.heads[verb]
    told = [s.words[k].lower() for k in children(s, verb, "nsubj")]
    if len(actors) != 1 or s.deps[verb] != "relcl" or told not in (["which"], ["who"]):
        return actors
    while s.deps[first] == "conj":
        first = s.heads[first]
    found = actors_at(mentions, first) if first != s.heads[verb] else ()
    return (*(a for a in found if not _same_party(a, list(actors))), *actors)


def _owner_of_doer(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Let the state whose thing does it be the doer: "a Chadian radio threatened Libya"."""
    s = mentions.sentence
    if match.frame.sort == "nouns" or match.kind.family not in role_words("owner_does"):
        return ()
    for token in match.slots.get("subject", ()) if "subject" in _doer_slots(match) else ():
        for kid in children(s, token, "poss", "amod", "nmod", "compound"):
            bare = s.deps[kid] in {"nmod", "compound"} and not s.words[kid].isupper()
            bare = bare or befalls_state(s, kid)
            found = [m.value for m in mentions.at(kid, "actor") if isinstance(m.value, Actor)]
            states = all(a.country and a.kind == "state" for a in found)
            own = s.deps[kid] == "poss" and _does_by_it(match, s, token)
            if not bare and found and (states or own):
                return tuple(found)
        if used := [a for k in users_of(s, token) for a in actors_at(mentions, k)]:
            return tuple(used)  # "a missile fired by Libya"
        if "attack" in classes_of(s, token):  # "was hit by a raid by Libya"
            for name, goals in prepositions(s, token):
                found = [a for g in goals if name in _DONE_BY for a in actors_at(mentions, g)]
                if found:
                    return tuple(found)
    return ()


def _is_told_twice(
    mentions: TokenMentions, actors: Iterable[Actor], named: Iterable[Actor]
) -> bool:
    """Say whether one person stands by name as doer and as goal: the doer was misread.

    "X's letter to his rival, Y, urged Y to leave": the parser makes Y the subject.
    """
    s = mentions.sentence
    tags = dict(zip(s.starts, s.tags, strict=True))
    goals = [a for a in named if a.kind == "person" and tags.get(a.span.start) == "NNP"]
    return any(
        a.name == g.name and a.span != g.span and tags.get(a.span.start) == "NNP"
        for a in actors for g in goals
    )  # fmt: skip


def _befalls_owner(match: Match, mentions: TokenMentions, actors: Sequence[Actor]) -> bool:
    """Say whether a noun's owner is whom it befell: "Kennedy's assassination"."""
    s = mentions.sentence
    if s.tags[match.head] != "NN" or s.lemmas[match.head] not in role_words("befalling_nouns"):
        return False
    owners = {s.starts[k] for t in children(s, match.head, "poss") for k in subtree(s, t)}
    return bool(actors) and all(a.kind == "person" and a.span.start in owners for a in actors)


def _befallen(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Find whose a noun is that befell them where its doer is told: "Ruiz's arrest by police"."""
    s = mentions.sentence
    befalls = s.lemmas[match.head] in role_words("befalling_nouns")
    if not befalls or match.frame.sort != "nouns" or not match.slots.get("by"):
        return ()
    owners = with_owners(s, children(s, match.head, "poss"))
    found = (actors_at(mentions, token) for token in owners)
    return next((named for named in found if named), ())


def _does_by_it(match: Match, s: Sentence, noun: int) -> bool:
    """Say whether a subject is what its owner says or decides: "Trump's ban targets Muslims"."""
    if s.heads[noun] != match.head and s.deps[match.head] not in {"advcl", "acl", "relcl"}:
        return False
    told = s.lemmas[noun].lower() in role_words("text_nouns")
    return told or not classes_of(s, noun).isdisjoint(role_words("deed_classes"))


def _masters(
    mentions: TokenMentions, named: Iterable[Actor], actors: Iterable[Actor]
) -> Iterator[Actor]:
    """Yield speakers whose own thing their own state acts on: "we must close our borders"."""
    s = mentions.sentence
    states = {a.country for a in actors}
    word_at = dict(zip(s.starts, s.words, strict=True))
    for actor in named:
        owns = word_at.get(actor.span.start, "").lower() in {"my", "our"}
        if owns and actor.country in states:
            yield actor


def _own_side(match: Match, actor: Actor, doers: Iterable[Actor]) -> bool:
    """Say whether it is the doer's own: "vowed to keep his troops out", "restated U.S. support"."""
    spoken = match.kind.family == "statement" and actor.kind == "force"
    at_home = actor.kind == "state" and match.kind.name in role_words("never_to_own")
    return (spoken or at_home) and any(actor.country == d.country for d in doers if d.country)


def _is_site(match: Match, actor: Actor) -> bool:
    """Say whether a recipient is a mere site outside of force: "visited the site"."""
    if actor.country is not None or match.kind.family in role_words("site_families"):
        return False
    return actor.kind == "group" and actor.name.lower().split()[-1] in role_words("sites")


def _is_the_act(match: Match, s: Sentence, actor: Actor) -> bool:
    """Say whether an "actor" is only the trigger itself ("the Leaders Summit")."""
    inside = actor.span.start <= s.starts[match.head] < actor.span.end
    doer = match.kind.family == "military" and "person" in classes_of(s, match.head)
    return match.frame.sort == "nouns" and inside and not doer


def _is_called_by(match: Match, s: Sentence, actor: Actor) -> bool:
    """Say whether somebody is called by the act as whose it may be: "the bombing suspect X".

    Nor does it befall a body in whose name it stands: "Action Against Hunger".
    """
    above, called = s.heads[match.head], role_words("called_by_act")
    if s.deps[match.head] == "compound" and s.lemmas[above] in called:
        return actor.span.end > s.starts[above]
    inside = (t for t in range(match.head, len(s.words)) if s.starts[t] < actor.span.end)
    titled = actor.kind == "organisation" and s.words[match.head][0].isupper()
    return _is_the_act(match, s, actor) and (titled or any(s.lemmas[t] in called for t in inside))


def _heads_of_party(
    match: Match, mentions: TokenMentions, slots: Iterable[str] = ("subject", "by", "object")
) -> tuple[Actor, ...]:
    """Find who leads those that act: "a delegation led by X"."""
    s = mentions.sentence
    out: list[Actor] = []
    for slot in slots:
        for token in match.slots.get(slot, ()):
            for verb in children(s, token, "acl", "relcl"):
                if s.lemmas[verb] in {"lead", "head"}:
                    for agent in logical_pair(s, verb)[0]:
                        out += [a for a in actors_at(mentions, agent) if a.kind == "person"]
    return tuple(out)


def _doer_slots(match: Match) -> tuple[str, ...]:
    """List the slots that may name the doer; whoever carries out a noun does it.

    Not so of an election: who speaks of it does not hold it.
    """
    named = match.frame.roles.get("actor", ())
    if match.frame.sort != "nouns" or match.kind.name in role_words("doer_by_own_words"):
        return named
    return (*named, "by", "subject")


def _goal_slots(match: Match) -> tuple[str, ...]:
    """List the slots that may name whom it is done to; who faces attacks is attacked."""
    named = match.frame.roles.get("recipient", ())
    if match.frame.sort != "nouns":
        return named
    return (*named, "undergoer", *_last_slots(match, "late_goals"))


def _last_slots(match: Match, table: str) -> tuple[str, ...]:
    slots = fallback_slots(table)
    return slots.get(match.kind.name, slots.get(match.kind.family, ()))


def _other_goals(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Find somebody known in the slots that come last for the kind or its family."""
    slots = _last_slots(match, "goal_fallbacks")
    found = _first_actors(match, mentions, slots, whole=False)
    return tuple(a for a in found if _is_somebody(a))


def _state_of_place(
    match: Match, mentions: TokenMentions, slots: Iterable[str]
) -> tuple[Actor, ...]:
    """Let a place stand for its state: who visits Kigali visits Rwanda."""
    s = mentions.sentence
    for slot in slots:
        for token in match.slots.get(slot, ()):
            if s.deps[token] in _BEFORE and match.kind.family == "harm":
                continue  # "the Waltham murders" befell whoever was there
            row = conjuncts(s, token) if match.kind.family == "diplomacy" else [token]
            found: dict[str, Actor] = {}
            for mention in (m for one in row for m in mentions.at(one, "place")):
                place = mention.value
                if isinstance(place, Where) and place.country is not None:
                    state = Actor(place.name, place.country, "state", None, place.span)
                    found.setdefault(place.country, state)
            if found:
                return tuple(found.values())
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
        for token in tellers(match, mentions, slot, doing=whole):
            strict = whole and slot not in OWNER_SLOTS
            found = actors_at(mentions, token, strict=strict, verb=match.head)
            if slot == "between":
                found = complete_pair(mentions, token, found)
            if any(_is_somebody(a) for a in found):
                return found
            unnamed = unnamed or found
    return unnamed


def _is_somebody(actor: Actor) -> bool:
    """Say whether an actor is known by a state, a name or an office, no mere "country"."""
    known = actor.name[:1].isupper() and actor.kind != "group"
    return actor.country is not None or known or actor.kind in {"person", "office"}


def _all_actors(match: Match, mentions: TokenMentions, slots: Iterable[str]) -> tuple[Actor, ...]:
    out: list[Actor] = []
    for slot in slots:
        for token in tellers(match, mentions, slot):
            named = slot not in OWNER_SLOTS
            found = actors_at(mentions, token, strict=named, verb=match.head)
            if slot == "between":
                found = complete_pair(mentions, token, found)
            out += [a for a in found if not _same_party(a, out)]
    return tuple(out)


def _same_party(actor: Actor, others: list[Actor]) -> bool:
    """Say whether an actor adds nobody: the same name, or a state that a named other stands for."""
    return any(
        (actor.name, actor.country) == (o.name, o.country)
        or (actor.kind == "state" and actor.country is not None and actor.country == o.country)
        for o in others
    )
