"""Joins the items of a sentence to actor phrases: whose, which office or body, what name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foedera.data import ActorKind
from foedera.extract.actor_beside import groups_beside
from foedera.extract.actor_directions import full_name, joint_stretch
from foedera.extract.actor_drafts import Draft, Left, Right
from foedera.extract.actor_items import Item, Line
from foedera.extract.actor_names import NameReader
from foedera.extract.actor_owners import state_owning
from foedera.extract.actor_places import state_behind
from foedera.extract.actor_walk import Walk
from foedera.extract.actor_words import words as word_list
from foedera.extract.place_like import is_place_name
from foedera.gazetteer import Gazetteer

# Bodies and forms of address take the state or name beside them before it stands alone.
_MEN = frozenset({"mr", "sir", "lord"})
_WOMEN = frozenset({"mrs", "ms", "miss", "lady", "dame"})
_NAMED_FIRST = frozenset({"body", "honorific"})
_SURE = frozenset({"the", "this", "that", "these", "those", "both", "two", "neither", "either"})


def read_phrases(line: Line, items: Sequence[Item], gazetteer: Gazetteer) -> list[Draft]:
    """List the actor phrases of a sentence, in text order; joint ones share a stretch."""
    walk = Walk(line, items, gazetteer)
    drafts: list[Draft] = []
    for at in reversed(range(len(items))):
        if at not in walk.taken and items[at].sort == "noun":
            drafts += _noun_phrase(walk, at)
    for sorts in (_NAMED_FIRST, None):
        for at, item in enumerate(items):
            if at not in walk.taken and (sorts is None or item.sort in sorts):
                drafts += _lone_item(walk, at, item)
    drafts = NameReader(line).join_appositions(drafts)
    return sorted(drafts, key=lambda d: (d.start, -d.end, d.rule, d.country or ""))


# ------------------------------------------------------------ noun phrases


def _noun_phrase(walk: Walk, at: int) -> Iterator[Draft]:
    """Read the phrase around a noun: its owners to the left or after "of", a name after it."""
    item = walk.items[at]
    assert item.entry is not None
    walk.taken.add(at)
    left = walk.left(item)
    right = walk.right(item)
    yield from _possessors(walk, left)
    names = walk.names_after(right.name_at if right else item.end, item)
    if not names and right is not None:
        names = walk.names_after(item.end, item)
    if names and item.entry.office:
        yield from _titled(walk, item, left, right, names)
    elif (body := walk.body_after(item)) is not None:
        yield _glossed_body(walk, left, body, body.end)
    elif walk.colours(item):
        if not left.possessive:
            for owner in left.owners:
                yield from _listed(walk, owner)
    elif (named := walk.body_of_sort(item, left)) is not None:
        yield _glossed_body(walk, left, named, item.end)
    elif left.proper or (right is not None and right.proper):
        yield _named_organisation(walk, item, left, right)
    else:
        yield from groups_beside(walk, item, left) or _common(walk, item, left, right)


def _possessors(walk: Walk, left: Left) -> Iterator[Draft]:
    """Yield the states that own by "'s": they are spoken of in their own right."""
    if left.possessive:
        for owner in left.owners:
            yield from _listed(walk, owner)


def _titled(
    walk: Walk, item: Item, left: Left, right: Right | None, names: Sequence[Item]
) -> Iterator[Draft]:
    """Yield the persons named after a title ("Defence Minister Pablo Ortega")."""
    office = _office(walk, item, left, right)
    left = _both_titles(walk, item, left)
    for name in names:
        walk.take(name)
        own = _state_of_office(walk, item, name)
        yield Draft(
            left.start if name is names[0] else name.start,
            name.end,
            name.start,
            name.end,
            "person",
            "actors.titled",
            country=_country(walk, left, right) or walk.state_of_name(name) or own,
            office=office,
            owner=_owner_name(walk, left, right),
            personal=True,
        )


def _state_of_office(walk: Walk, item: Item, name: Item) -> str | None:
    """Return the one state that has an office, where its holder is known to be no other's.

    A Pope Tawadros is the Copts', of Egypt.
    """
    own = item.entry.country if item.entry is not None else None
    known = walk.gazetteer.persons(walk.text(name.start, name.end)) if own is not None else ()
    states = {person.country for person in known}
    return states.pop() if len(states) == 1 else own


def _both_titles(walk: Walk, item: Item, left: Left) -> Left:
    """Give a name with two titles the owner of the first: "Omani Premier and Army Chief X"."""
    at, words = left.start, walk.line.words
    if left.owners or at < 2 or walk.line.low[at - 1] != "and" or not words[at][:1].isupper():
        return left
    first = walk.ending(at - 1)
    entry = first.entry if first is not None and first.sort == "noun" else None
    if first is None or entry is None or entry.kind != "office" or entry.plural:
        return left
    if not words[first.end - 1][:1].isupper():
        return left
    walk.take(first)
    return walk.left(first)


def _glossed_body(walk: Walk, left: Left, body: Item, end: int) -> Draft:
    """Return a named body with the noun that says what it is ("news agency Interfax")."""
    assert body.entry is not None
    walk.take(body)
    country = body.entry.country or _country(walk, left, None)
    kind = body.entry.kind
    return Draft(
        left.start, end, body.start, body.end, kind, "actors.glossed_body",
        name=body.entry.name, country=country,
    )  # fmt: skip


def _named_organisation(walk: Walk, item: Item, left: Left, right: Right | None) -> Draft:
    """Return a body whose name is its own words ("Clarkson Institute for Peace")."""
    assert item.entry is not None
    end = right.end if right is not None and right.proper else item.end
    kind: ActorKind = item.entry.kind
    if kind == "office":
        kind = "person"
    return Draft(
        left.start, end, left.start, end, kind, "actors.named_organisation",
        country=_country(walk, left, right, item), office=None,
    )  # fmt: skip


def _common(walk: Walk, item: Item, left: Left, right: Right | None) -> Iterator[Draft]:
    """Yield what a common noun stands for, once for each owner ("Russian and Syrian troops")."""
    assert item.entry is not None
    entry = item.entry
    if _is_weak(walk, item, left, right):
        return
    office = _office(walk, item, left, right) if entry.kind == "office" else None
    owners = [o for o in (left.owners or (right.owners if right else ())) if o.entry]
    countries = list(dict.fromkeys(o.entry.country for o in owners if o.entry)) or [None]
    kinds = [o.entry.kind for o in owners if o.entry]
    owner = _owner_name(walk, left, right)
    kind: ActorKind = entry.kind
    several = len(countries) > 1 and bool(left.owners)
    if not left.owners and _stands_abroad(walk, item, right):
        countries = [None]
    if _is_of_the_hague(walk, item):
        right, countries = None, [None]
    for at, country in enumerate(countries):
        alliance = several and kinds[at] == "organisation"  # "Malian and NATO forces"
        country = country or (None if alliance else _country(walk, left, right, item))
        name = _name_of_one(walk, left.owners[at], left, item) if several else None
        if country and entry.name in word_list("words_for_state") and walk.names_state(right):
            name, kind = walk.gazetteer.states[country], "state"
        yield Draft(
            left.start, item.end, left.start, item.end, kind, "actors.noun",
            name=name, country=country, office=office, owner=owner,
            bare=country is None and owner is None and not owners and not left.blocked,
        )  # fmt: skip


def _is_of_the_hague(walk: Walk, item: Item) -> bool:
    """Say whether a court sits in The Hague, which is no Dutch one."""
    low = walk.line.low
    court = low[item.end - 1] in {"court", "tribunal", "judges"}
    return court and list(low[item.end : item.end + 3]) == ["in", "the", "hague"]


def _is_weak(walk: Walk, item: Item, left: Left, right: Right | None) -> bool:
    """Say whether the noun needs an owner or an article to be somebody, and has none."""
    low = walk.line.low
    if left.owners or left.blocked or (right is not None and right.owners):
        return False
    noun = " ".join(low[item.start : item.end])
    return noun in word_list("weak_nouns") and low[max(0, left.start - 1)] not in _SURE


def _name_of_one(walk: Walk, owner: Item, left: Left, item: Item) -> str:
    """Return the phrase with one of several owners ("Russian and Syrian troops")."""
    rest = max(o.end for o in left.owners)
    own = full_name(walk.line, owner) or walk.text(owner.start, owner.end)
    return f"{own} {walk.text(rest, item.end)}"


def _office(walk: Walk, item: Item, left: Left, right: Right | None) -> str:
    """Return the office in lower case, its portfolio in British spelling."""
    assert item.entry is not None
    noun = item.entry.office or item.entry.name
    words = walk.modifiers(left, item)
    nouns = walk.gazetteer.nouns
    kept = [w for w in words if w in word_list("office_prefixes") or w in nouns]
    portfolio = walk.portfolio_before(left, item) or (right.portfolio if right else None)
    pieces = [*[w for w in kept if w in word_list("office_prefixes")], portfolio or ""]
    if portfolio is None:
        pieces += [w for w in kept if w not in word_list("office_prefixes")]
    office = " ".join(filter(None, [*pieces, noun])).replace("defense", "defence")
    body = _stateless_body(left, right)
    return f"{office} of {body}" if body and noun in word_list("offices_of_state") else office


def _stateless_body(left: Left, right: Right | None) -> str | None:
    """Return the body of no one state that an office is of: "the European Commission"."""
    for owner in (*left.owners, *(right.owners if right else ())):
        entry = owner.entry
        if owner.sort == "body" and entry is not None and not entry.country:
            return entry.name
    return None


def _country(walk: Walk, left: Left, right: Right | None, item: Item | None = None) -> str | None:
    """Return the state that the first owner belongs to.

    An outpost is not of where it stands: "the Lima mission", "the consulate in Lima".
    """
    outpost = item is not None and _is_outpost(walk, item)
    behind = () if right is None or _stands_abroad(walk, item, right) else right.owners
    for owner in (*left.owners, *behind):
        if owner.entry is not None:
            return owner.entry.country
        if (spot := walk.spot(owner)) is not None:
            return None if outpost else spot.country
    return item.entry.country if item is not None and item.entry is not None else None


def _is_outpost(walk: Walk, item: Item) -> bool:
    return walk.line.low[item.end - 1] in word_list("outposts")


def _stands_abroad(walk: Walk, item: Item | None, right: Right | None) -> bool:
    """Say whether an outpost is told with the state that it stands in: "the embassy in Mali"."""
    behind = right.owners[0].start - 1 if right is not None and right.owners else 0
    placed = behind > 0 and walk.line.low[behind] in {"in", "at"}
    return item is not None and placed and _is_outpost(walk, item)


def _owner_name(walk: Walk, left: Left, right: Right | None) -> str | None:
    """Return the unknown name that owns ("Obama administration"), if one does.

    A place may bear the name too ("Bush officials"): the report's cast tells which it is.
    """
    for owner in (*left.owners, *(right.owners if right else ())):
        if owner.entry is None and (owner in left.owners or walk.spot(owner) is None):
            return walk.text(owner.start, owner.end)
    return None


# ------------------------------------------------------------- lone items


def _lone_item(walk: Walk, at: int, item: Item) -> Iterator[Draft]:
    """Read an item that no noun has taken."""
    walk.taken.add(at)
    if item.sort == "body":
        yield from _body(walk, item)
    elif item.sort == "honorific":
        yield from _honoured(walk, item)
    elif item.sort == "caps":
        yield from _capitals(walk, item)
    else:
        yield from _listed(walk, item)


def _listed(walk: Walk, item: Item) -> Iterator[Draft]:
    """Yield a state by its name, adjective or seat, or a people."""
    entry = item.entry
    if entry is None:
        yield from _capitals(walk, item)
        return
    sort = {"people": "people", "adjective": "adjective", "seat": "seat"}.get(item.sort, "state")
    if item.sort == "body":
        sort = "body"
    name = None if item.sort == "people" else entry.name
    start, end = joint_stretch(walk.line, item) if item.sort in {"state", "people"} else item[:2]
    if end - start > item.end - item.start and name is None:
        name = full_name(walk.line, item) or walk.text(item.start, item.end)
    yield Draft(
        start, end, start, end, entry.kind, f"actors.{sort}", name=name, country=entry.country
    )


def _body(walk: Walk, item: Item) -> Iterator[Draft]:
    """Yield a named body; a state before it says whose ("Peru's Congress").

    One that the tables have of another state keeps the words of the text.
    """
    assert item.entry is not None
    left = walk.left(item)
    yield from _possessors(walk, left)
    listed = item.entry.country
    abroad = _country_behind(walk, item) if item.entry.name in word_list("chambers") else None
    country = _country(walk, left, None) or abroad or listed
    same = listed is None or listed == country
    start = left.start if left.owners and not left.possessive else item.start
    if _is_member(walk, item):
        yield Draft(
            start, item.end, item.start, item.end, "group", "actors.member", country=country
        )
        return
    yield Draft(
        start, item.end, item.start, item.end, item.entry.kind, "actors.body",
        name=item.entry.name if same else walk.text(item.start, item.end), country=country,
    )  # fmt: skip


def _is_member(walk: Walk, item: Item) -> bool:
    """Say whether a party's adjective stands for one of it: "the sole Republican"."""
    line, at = walk.line, item.end - 1
    if line.low[at] not in word_list("party_members") or not line.tags:
        return False
    s = line.sentence
    alone = s.deps[at] not in {"compound", "amod", "nmod"} and s.tags[at] in {"NN", "NNP"}
    return alone and any(s.deps[k] == "det" for k in s.children[at])


def _country_behind(walk: Walk, item: Item) -> str | None:
    """Return the state whose seat follows a chamber: "the Senate in Mexico City"."""
    right = walk.right(item)
    owners = right.owners if right is not None else ()
    return next((o.entry.country for o in owners if o.entry and o.entry.country), None)


def _honoured(walk: Walk, item: Item) -> Iterator[Draft]:
    """Yield the person after a form of address ("Mr. Ortega")."""
    names = walk.names_after(item.end, item)
    left = walk.left(item) if names else Left(item.start)
    yield from _possessors(walk, left)
    for name in names:
        walk.take(name)
        country = _country(walk, left, None) or walk.state_of_name(name)
        titled = item.start if left.possessive else left.start
        yield Draft(
            titled if name is names[0] else name.start, name.end, name.start, name.end,
            "person", "actors.honorific", country=country, personal=True,
            sex=_addressed(walk, item),
        )  # fmt: skip


def _addressed(walk: Walk, item: Item) -> str:
    """Tell by a form of address whether a man or a woman is meant."""
    word = walk.line.low[item.start].rstrip(".")
    return "m" if word in _MEN else "f" if word in _WOMEN else ""


def _capitals(walk: Walk, item: Item) -> Iterator[Draft]:
    """Yield an unknown name; whether it is a person's is decided over the whole report."""
    last = walk.line.low[item.end - 1]
    ship = walk.gazetteer.ships.get(walk.line.words[item.start])
    if ship and item.end > item.start + 1:
        yield _ship(walk, item, ship)
        return
    holder = walk.gazetteer.full_names.get(tuple(walk.line.words[item.start : item.end]))
    if last in walk.gazetteer.not_actor_heads and not holder:  # "Christopher Hill" is no hill
        return
    place = is_place_name(walk, item)
    personal = not place and walk.line.words[item.start] in walk.gazetteer.given_names
    rule = "actors.place_name" if place else "actors.capitals"
    owner = None if place else state_owning(walk.line, walk.items, item)
    own = owner.entry.country if owner is not None and owner.entry is not None else None
    yield Draft(
        item.start, item.end, item.start, item.end, "person", rule, personal=personal,
        country=own if place else own or state_behind(walk, item),
    )  # fmt: skip


def _ship(walk: Walk, item: Item, country: str) -> Draft:
    """Return a ship of the state whose prefix its name has ("HMS Diamond")."""
    name = walk.text(item.start, item.end)
    return Draft(
        item.start, item.end, item.start, item.end, "force", "actors.ship",
        name=name, country=country,
    )  # fmt: skip
