"""Events from groups of claims: the best value of each field, with all that differ from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from foedera.data import (
    Actor,
    Event,
    Quantity,
    Reality,
    Roles,
    Setting,
    Span,
    Stance,
    When,
    Where,
)
from foedera.measure import content_id
from foedera.merge.compare import compare
from foedera.merge.comparing import stance_of
from foedera.merge.counting import count_origins
from foedera.merge.kindred import load_kindred
from foedera.merge.names import country_points, is_country_name, same_person
from foedera.merge.numbers import same_unit
from foedera.merge.origins import Chain
from foedera.merge.telling import Telling, actor_key, fold, ordinal_day

_REALITIES: tuple[Reality, ...] = (
    "happened",
    "ongoing",
    "planned",
    "possible",
    "conditional",
    "demanded",
    "not-happened",
)
_STANCES: tuple[Stance, ...] = (
    "denied",
    "confirmed",
    "neither-confirmed-nor-denied",
    "no-comment",
    "not-acknowledged",
)
_SELDOM = 4
"""A town that fewer than one in so many tell, of those that tell its country, is not the place."""
_UNSAID = frozenset(_STANCES) - {"denied", "confirmed"}
_HARDLY = 10
"""A state denies what at least one in so many of its tellings denies."""
_SILENT = frozenset(_STANCES) - {"confirmed"}


def assemble_event(
    tellings: Sequence[Telling],
    chains: Mapping[str, Chain],
    *,
    copy_of: Mapping[str, str],
    agreement: str | None = None,
    compared: bool = True,
) -> Event:
    """Make one event of its tellings. The id is that of the group: its smallest claim's.

    Where only its values are wanted, the tellings need not be `compared`.
    """
    if len(tellings) == 1:
        return _of_one(tellings[0], chains, agreement, compared=compared)
    told = sorted(tellings, key=lambda t: t.id)
    plain = [t for t in told if t.claim.voice.stance not in _SILENT] or told
    return Event(
        id=event_id(t.id for t in told),
        kind=best_kind(plain),
        claims=tuple(t.id for t in told),
        roles=_roles(told),
        setting=Setting(best_when(plain), _where(plain), _quantities(plain)),
        reality=_reality(plain),
        acknowledgement=acknowledgement(told),
        comparisons=compare(told) if compared else (),
        origins=count_origins(told, chains, copy_of),
        agreement=agreement,
    )


def _of_one(
    telling: Telling, chains: Mapping[str, Chain], agreement: str | None, *, compared: bool
) -> Event:
    """Make the event of one telling, as most are: its own values stand, none is chosen."""
    claim, told = telling.claim, (telling,)
    roles, setting = claim.roles, claim.setting
    sides = roles.actors, roles.recipients, roles.participants
    if max(len(roles.items), *map(len, sides)) > 1:
        roles = _roles(told)
    if setting.where is not None or setting.quantities or setting.terms:
        setting = Setting(setting.when, _where(told), _quantities(told))
    return Event(
        id=event_id((telling.id,)),
        kind=claim.kind,
        claims=(telling.id,),
        roles=roles,
        setting=setting,
        reality=claim.voice.reality,
        acknowledgement=acknowledgement(told) if claim.voice.sources else (),
        comparisons=compare(told) if compared else (),
        origins=count_origins(told, chains, {}),
        agreement=agreement,
    )


def event_id(claims: Iterable[str]) -> str:
    """Name an event by its smallest claim, so that a later telling seldom renames it."""
    return content_id("event", min(claims))


def best_kind(tellings: Sequence[Telling]) -> str:
    """Return the kind that most tellings use; in doubt the one its group is named after."""
    counts = Counter(t.claim.kind for t in tellings)
    name = load_kindred().of(tellings[0].claim.kind)
    if name.startswith("agreement.") and counts[name]:
        return name
    return min(counts, key=lambda kind: (-counts[kind], kind != name, kind))


def _roles(tellings: Sequence[Telling]) -> Roles:
    objects = [t.claim.roles.object for t in tellings if t.claim.roles.object]
    items = {item: None for t in tellings for item in t.claim.roles.items}
    return Roles(
        merge_actors((t.source.report, t.claim.roles.actors) for t in tellings),
        merge_actors((t.source.report, t.claim.roles.recipients) for t in tellings),
        merge_actors((t.source.report, t.claim.roles.participants) for t in tellings),
        max(objects, key=lambda o: (len(o.text), o.text), default=None),
        tuple(items),
    )


def merge_actors(told: Iterable[tuple[str, Sequence[Actor]]]) -> tuple[Actor, ...]:
    """Return each actor once, by the name that most reports use; whom most reports tell first.

    Each side of a telling comes with its report.
    """
    pairs = [(actor, report) for report, side in told for actor in side]
    if len(pairs) < 2:
        return tuple(actor for actor, _ in pairs)
    pairs.sort(key=lambda pair: _fullest_first(pair[0]))
    kept: list[list[tuple[Actor, str]]] = []
    for actor, report in pairs:
        own = next((one for one in kept if _one(one[0][0], actor)), None)
        if own is None:
            kept.append([(actor, report)])
        else:
            own.append((actor, report))
    kept.sort(key=lambda own: -len({report for _, report in own}))
    return tuple(map(_usual, kept))


def _usual(told: Sequence[tuple[Actor, str]]) -> Actor:
    """Return one actor by the name that most reports call it, a state by its own before a town's.

    Short forms count where nobody gives a full name; the fullest of those told alike often wins.
    """
    if len(told) == 1:
        return told[0][0]
    named = {actor.name: set[str]() for actor, _ in told}
    for actor, report in told:
        named[actor.name].add(report)

    def rank(actor: Actor) -> tuple[bool, bool, bool, int]:
        own = actor.kind == "state" and is_country_name(actor.name)
        full = actor.kind != "person" or " " in actor.name
        return not own, not full, actor.name.isupper() and full, -len(named[actor.name])

    chosen = min((actor for actor, _ in told), key=rank)
    office = chosen.office or next((actor.office for actor, _ in told if actor.office), None)
    return replace(chosen, office=office)


def _fullest_first(actor: Actor) -> tuple[str, int, str, Span]:
    return actor_key(actor), -len(actor.name.split()), actor.name, actor.span


def _one(a: Actor, b: Actor) -> bool:
    if a.country != b.country:
        return False
    if a.kind == b.kind == "state":
        return a.country is not None or fold(a.name) == fold(b.name)
    if a.kind == b.kind == "person":
        return same_person(fold(a.name), fold(b.name))
    return fold(a.name) == fold(b.name)


def best_when(tellings: Sequence[Telling]) -> When | None:
    """Return the stretch of days that most tellings allow, the narrowest of those.

    A telling allows every stretch within its own, so one that strays does not win by being near.
    """
    dated = [(t, t.claim.setting.when) for t in tellings if t.claim.setting.when is not None]
    stated = [(t, w) for t, w in dated if w is not None and (t.first or t.last)]
    if not stated:
        return dated[0][1] if dated else None
    often = Counter((t.first, t.last) for t, _ in stated)

    def rank(pair: tuple[Telling, When]) -> tuple[int, int, str]:
        one = pair[0]
        allowed = sum(n for days, n in often.items() if _within((one.first, one.last), days))
        return -allowed, _width(one), one.id

    return min(stated, key=rank)[1]


def _within(inner: tuple[int | None, int | None], outer: tuple[int | None, int | None]) -> bool:
    """Say whether a stretch of days lies within another; an open end reaches everywhere."""
    starts = outer[0] is None or (inner[0] is not None and outer[0] <= inner[0])
    return starts and (outer[1] is None or (inner[1] is not None and inner[1] <= outer[1]))


def _width(telling: Telling) -> int:
    if telling.first is None or telling.last is None:
        return 10**6
    return telling.last - telling.first


def _where(tellings: Sequence[Telling]) -> Where | None:
    """Return the place that most tellings allow, the narrowest of those; one with a position first.

    Who tells a country allows its towns, unless hardly anybody tells the town.
    """
    places = [t.claim.setting.where for t in tellings if t.claim.setting.where is not None]
    often = Counter(fold(place.name) for place in places)
    lands = Counter(p.country for p in places if is_country_name(p.name))

    def rank(place: Where) -> tuple[bool, int, bool, int, bool, str]:
        own, whole = often[fold(place.name)], is_country_name(place.name)
        around = 0 if whole or place.country is None else lands[place.country]
        allowed = own + around if own * _SELDOM >= around else own
        lost = place.lat is None
        return lost and not whole, -allowed, whole, -own, lost, place.name

    best = min(places, key=rank, default=None)
    if best is None or best.lat is not None or not is_country_name(best.name):
        return best
    lat, lon = country_points().get(best.country or "", (None, None))
    return replace(best, lat=lat, lon=lon)


def _quantities(tellings: Sequence[Telling]) -> tuple[Quantity, ...]:
    """Return one number for each thing counted: the latest told, the most definite of these.

    What most reports count comes first.
    """
    rows: list[list[tuple[Quantity, Telling]]] = []
    for telling in tellings:
        for quantity in telling.claim.setting.quantities:
            row = next((r for r in rows if same_unit(r[0][0].unit, quantity.unit)), None)
            if row is None:
                rows.append([(quantity, telling)])
            else:
                row.append((quantity, telling))
    rows.sort(key=lambda row: -len({telling.source.report for _, telling in row}))
    return tuple(min(row, key=_definite)[0] for row in rows)


def _definite(pair: tuple[Quantity, Telling]) -> tuple[int, bool, bool, str]:
    quantity, telling = pair
    day = ordinal_day(telling.source.published.earliest) or 0
    late = -day if telling.claim.kind in load_kindred().tolls else 0
    open_ended = quantity.low is None or quantity.high is None
    return late, open_ended, quantity.approximate, quantity.words


def _reality(tellings: Sequence[Telling]) -> Reality:
    told = {t.claim.voice.reality for t in tellings}
    return next(reality for reality in _REALITIES if reality in told)


def acknowledgement(tellings: Sequence[Telling]) -> tuple[tuple[str, Stance], ...]:
    """Say what each state does with the claim: what it said counts before what it left unsaid.

    A state that tells it more often than it is silent is not silent, and one whose tellings hardly
    ever deny it does not deny it; their comparison shows all of them.
    """
    found: dict[str, Counter[Stance]] = defaultdict(Counter)
    for telling in tellings:
        sources = telling.claim.voice.sources
        for state in {actor.country for actor in sources[-1] if actor.country} if sources else ():
            found[state][stance_of(telling)] += 1
    taken = ((state, _stand(stances)) for state, stances in sorted(found.items()))
    return tuple((state, stance) for state, stance in taken if stance is not None)


def _stand(told: Mapping[Stance, int]) -> Stance | None:
    """Return the first of the stances of note that a state takes often enough.

    >>> _stand(Counter(asserted=3, denied=1)), _stand(Counter({"asserted": 3, "no-comment": 1}))
    ('denied', None)
    """
    said, every = told.get("asserted", 0) + told.get("confirmed", 0), sum(told.values())
    for stance in _STANCES:
        times = told.get(stance, 0)
        least = every / _HARDLY if stance == "denied" else said if stance in _UNSAID else 0
        if times and times >= least:
            return stance
    return None
