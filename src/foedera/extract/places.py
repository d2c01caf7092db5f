"""Finds where: towns, regions, seas and states that stand as places, and borders and fronts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from foedera.data import Mention, Report, Sentence, Span, Where
from foedera.extract.actor_words import words as word_list
from foedera.extract.locative import is_bombed, is_located, is_struck, lies_there, names_scene
from foedera.extract.named_acts import exercise_at
from foedera.extract.namesakes import is_american, placed_in_america
from foedera.extract.noun_classes import classes_of
from foedera.extract.place_edges import find_edges
from foedera.extract.place_owners import (
    OWNING,
    is_area,
    name_end,
    owner_site,
    owns_area,
    state_before,
    town_before,
)
from foedera.extract.place_sites import Site, Standing
from foedera.extract.place_spelling import (
    goes_back,
    goes_on,
    is_cut,
    is_of_longer_name,
    is_the_one,
)
from foedera.gazetteer import Gazetteer, Spot, fold
from foedera.tree import low_words

_SMALL_TOWN = 100_000
_LONGEST_LYING = 9
_LONGEST = 6
_TROOPS = frozenset({"forces", "vessel", "aircraft"})
_PARTS_OF_TOWNS = frozenset({"district", "neighborhood", "neighbourhood", "quarter", "suburb"})


def find_places(
    report: Report,
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    actors: Sequence[Mention],
) -> list[Mention]:
    """List the mentions of places, in text order.

    Of several places of one name that of a country the report speaks of is taken, else the
    largest; a name that stands for a person or body is no place.
    """
    cast = Standing(actors)
    out: list[Mention] = list(_of_dateline(report, gazetteer))
    for sentence in sentences:
        words = _folded(sentence)
        sites = _sites(sentence, words, gazetteer, cast)
        free = [
            s
            for s in sites
            if s.rule == "places.unlisted"
            or (s.spot.sort != "country" and _addressed(words, s.end, s.spot, gazetteer))
            or (s.spot.sort != "city" and s.spot.country and is_area(words, s.end))  # "Lara state"
            or not _is_somebody(sentence, s, cast)
        ]
        edges = find_edges(report, sentence, gazetteer, cast)
        wide = [e for e in edges if not _is_narrowed(e, words, free)]
        out += [_mention(sentence, site) for site in _merged(_unnested(free, words), wide)]
    return placed_in_america(out, american=is_american(sentences))


def _is_narrowed(edge: Site, words: Sequence[str], sites: Sequence[Site]) -> bool:
    """Say whether a border or coast is told where: "their disputed border in Ladakh"."""
    inside = list(words[edge.end : edge.end + 1]) == ["in"]
    return inside and any(site.start == edge.end + 1 for site in sites)


def _of_dateline(report: Report, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Yield the dateline's town, the largest of its name that the report's words may mean."""
    line = report.imprint.dateline
    if line is None or line.place is None or "/" in line.place:
        return
    words = [fold(w) or w for w in line.place.split()]
    found = gazetteer.spots.at(words, 0)
    towns = [s for s in found[0] if s.sort == "city"] if found and found[1] == len(words) else []
    at = report.text.lower().find(line.place.lower(), line.span.start, line.span.end)
    if towns and at >= 0:
        spot = max(towns, key=lambda s: s.size)
        span = Span(at, at + len(line.place))
        value = Where(spot.name, spot.country, spot.lat, spot.lon, span)
        yield Mention(span, "place", value, "places.dateline")


def _is_somebody(sentence: Sentence, site: Site, cast: Standing) -> bool:
    last = site.end - 1
    return cast.covers(sentence.starts[site.start], sentence.starts[last], sentence.ends[last])


def _folded(sentence: Sentence) -> Sequence[str]:
    if all(map(str.isascii, sentence.words)):
        return sentence.words
    return [w if w.isascii() else fold(w) or w for w in sentence.words]


def _sites(
    sentence: Sentence, words: Sequence[str], gazetteer: Gazetteer, cast: Standing
) -> list[Site]:
    """Read the names of places, left to right; in a list the first decides for all."""
    out: list[Site] = []
    told, owners, low = cast.told, cast.owners, low_words(sentence)
    at = 0
    while at < len(words):
        site = None
        at += exercise_at(words, low, at)
        if at < len(words) and _opens(words, at, gazetteer):
            listed = bool(out) and out[-1].end == at - 1 and words[at - 1] in {",", "and", "or"}
            look = _Look(
                sentence,
                words,
                gazetteer,
                told,
                listed,
                state_before(sentence, words, at, owners, gazetteer) or owner_site(words, at, out),
                cast.surnames,
            )
            site = _state(look, at) or _named(look, at) or _unlisted(look, at)
        if site is not None and site.rule == "places.unlisted":
            town = town_before(words, at, out)
            if town is not None:
                site = replace(site, spot=replace(site.spot, name=f"{site.spot.name}, {town}"))
        if site is not None:
            out.append(site)
        at = site.end if site is not None else at + 1
    return out


def _opens(words: Sequence[str], at: int, gazetteer: Gazetteer) -> bool:
    """Say whether a place's name may open at a word, listed small ones among them: "al-Hol"."""
    if not words[at][:1].isupper():
        return words[at] in gazetteer.spots or words[at] in word_list("directions")
    return _may_open(words, at, gazetteer) or is_area(words, name_end(words, at))


def _may_open(words: Sequence[str], at: int, gazetteer: Gazetteer) -> bool:
    """Say whether a capitalised word can open a place: "March" not, "West" in "West Bank"."""
    if words[at] not in gazetteer.not_actors:
        return True
    tables = (gazetteer.spots, gazetteer.names, gazetteer.towns)
    found = (table.at(words, at) for table in tables)
    return any(one is not None and one[1] > 1 for one in found)


class _Look(NamedTuple):
    """What reading a name needs to know; `listed` says that a place and a comma stand before."""

    sentence: Sentence
    words: Sequence[str]
    gazetteer: Gazetteer
    told: Mapping[str, int]
    listed: bool
    of_state: str | None
    surnames: Collection[str]


def _state(look: _Look, at: int) -> Site | None:
    """Read a state that stands as a place ("in Norway"); its capital is read as a town."""
    gazetteer, words = look.gazetteer, look.words
    found = gazetteer.names.at(words, at)
    if found is None or found[0][0].sort != "state" or found[0][0].country is None:
        return None
    country, end = found[0][0].country, at + found[1]
    wider = gazetteer.spots.at(words, at)
    if wider is not None and wider[1] > found[1]:
        return None  # "the Taiwan Strait" is not Taiwan
    named = gazetteer.spots.get(tuple(words[at:end]))
    if any(s.sort == "region" and s.country == country for s in named):
        return None
    if at and words[at - 1].lower() in word_list("directions"):
        if gazetteer.names.at(words, at - 1) is not None:
            return None  # "North Macedonia" is a name, and has been looked at
        spot = replace(gazetteer.country_spot(country), name=f"{words[at - 1]} {words[at]}")
        return Site(at - 1, end, spot, "places.part_of_state")
    located = look.listed or is_located(look.sentence, at, end - 1)
    if not (located or (_is_sent_to(look.sentence, at) and _are_troops(look.sentence, at - 1))):
        return None
    return Site(at, end, gazetteer.country_spot(country), "places.state")


def _named(look: _Look, at: int) -> Site | None:
    """Read a town, region or sea by its name, the likeliest of its namesakes."""
    words, gazetteer = look.words, look.gazetteer
    found = _listed(look, at)
    if found is None:
        return None
    spots, end = found[0], at + found[1]
    if goes_on(words, end, gazetteer) or goes_back(words, at, gazetteer):
        return None
    if is_cut(words, at, end):
        return None
    spot = max(
        spots,
        key=lambda s: (
            look.of_state is not None and s.country == look.of_state,
            _addressed(words, end, s, gazetteer) or _described(words, end, s, gazetteer),
            *_weight(s, look.told),
        ),
    )
    if words[at] in look.surnames and end == at + 1 and not _addressed(words, end, spot, gazetteer):
        return None
    if _is_far_off(look, at, end, spot) or _is_of_state(look, at, end, spot):
        return None
    located = look.listed or is_located(look.sentence, at, end - 1)
    located = located or _addressed(words, end, spot, gazetteer) or is_area(words, end)
    located = located or _is_sent_to(look.sentence, at) or owns_area(words, end)
    located = (
        located or names_scene(look.sentence, at, end - 1) or lies_there(look.sentence, end - 1)
    )
    struck = not located and is_struck(look.sentence, at, end - 1)
    bombed = not located and is_bombed(look.sentence, end - 1)
    if bombed or (struck and not _is_seat(words, at, gazetteer)):
        return Site(at, end, spot, f"places.{'town' if spot.sort == 'city' else 'region'}")
    if not located and (_is_seat(words, at, gazetteer) or not _sure(spot, found[1])):
        return None
    return Site(at, end, spot, f"places.{'town' if spot.sort == 'city' else 'region'}")


def _is_far_off(look: _Look, at: int, end: int, spot: Spot) -> bool:
    """Say whether a province's name may mean something else, and its state is not spoken of.

    So does the "Salaheddin district of Aleppo"; a name of several words means nothing else.
    """
    words, gazetteer = look.words, look.gazetteer
    told = look.told.get(spot.country or "", 0) or _addressed(words, end, spot, gazetteer)
    if spot.sort != "province" or told or end > at + 1:
        return False
    towns = gazetteer.towns.at(words, at)
    large = [t for t in (towns[0] if towns is not None else ()) if t.size >= _SMALL_TOWN]
    elsewhere = bool(large) and all(town.country != spot.country for town in large)
    within = not _PARTS_OF_TOWNS.isdisjoint(words[end : end + 1])
    inside = at > 0 and words[at - 1].lower() in word_list("standing_in")
    return elsewhere or within or (words[at] in gazetteer.given_names and not inside)


def _is_of_state(look: _Look, at: int, end: int, spot: Spot) -> bool:
    """Say whether a town bears the name of a state, which is meant: "sent aid to Armenia"."""
    found = look.gazetteer.names.at(look.words, at)
    if found is None or found[0][0].sort != "state" or found[1] != end - at:
        return False
    told = _addressed(look.words, end, spot, look.gazetteer)
    return spot.country not in {found[0][0].country, look.of_state} and not told


def _listed(look: _Look, at: int) -> tuple[Sequence[Spot], int] | None:
    """Return the places of the longest name at a word; of equal ones the smaller towns too."""
    words, spots = look.words, look.gazetteer.spots
    if words[at].islower() and words[at] in word_list("directions"):  # "east Jerusalem"
        found = spots.at([words[at].capitalize(), *words[at + 1 : at + _LONGEST]], 0)
        return found if found is not None and found[1] > 1 else spots.at(words, at)
    found, more = spots.at(words, at), _small_towns(look, at)
    if found is None or more is None:
        return found or more
    if found[1] == more[1]:
        return [*found[0], *more[0]], found[1]
    return max(found, more, key=lambda one: one[1])


def _small_towns(look: _Look, at: int) -> tuple[Sequence[Spot], int] | None:
    """Return smaller towns of a name that lie in a state the report speaks of.

    Or in the one that closes their address. There are none where the name goes on: "Bustan
    al-Qasr", nor behind an article: "the Kirya".
    """
    words, gazetteer = look.words, look.gazetteer
    found = gazetteer.towns.at(words, at)
    if found is None:
        return None
    towns, end = found[0], at + found[1]
    if is_of_longer_name(words, at, end) or is_the_one(words, at, end):
        return None
    addressed = [town for town in towns if _addressed(words, end, town, gazetteer)]
    if not addressed and not _names_state(words, end + 1, gazetteer):
        addressed = [town for town in towns if look.told.get(town.country or "")]
    return (addressed, found[1]) if addressed else None


def _names_state(words: Sequence[str], at: int, gazetteer: Gazetteer) -> bool:
    """Say whether a state stands behind the comma at the word before."""
    found = gazetteer.names.at(words, at) if at < len(words) and words[at - 1] == "," else None
    return found is not None and found[0][0].sort == "state"


def _is_sent_to(sentence: Sentence, at: int) -> bool:
    """Say whether something is sent where a name stands ("sent tents to Sichuan")."""
    if at < 2 or sentence.words[at - 1].lower() != "to" or not sentence.heads:
        return False
    above = sentence.heads[at - 1]
    over = sentence.heads[above]  # "sent a team of doctors to Java"
    near = (above, over, sentence.heads[over])
    return any(sentence.lemmas[t].lower() in word_list("delivery") for t in near)


def _are_troops(sentence: Sentence, prep: int) -> bool:
    """Say whether troops or ships are sent: they are in the state then, as aid is its own."""
    above = sentence.heads[prep]
    near = (above, sentence.heads[above])
    sent = [above, *(k for t in near for k in sentence.children[t] if k < prep)]
    return any(
        sentence.deps[t] in {"dobj", "nsubjpass"}
        and not _TROOPS.isdisjoint(classes_of(sentence, t))
        for t in sent
    )


def _unlisted(look: _Look, at: int) -> Site | None:
    """Read a name no table has as a place of the state told with it."""
    if look.of_state is None or not look.words[at][:1].isupper():
        return None
    end = name_end(look.words, at)
    if look.sentence.tags and not look.sentence.tags[end - 1].startswith("NNP"):
        return None
    name = " ".join(look.words[at:end]).replace(" - ", "-")
    return Site(at, end, Spot(name, look.of_state, None, None, 0, "city"), "places.unlisted")


def _weight(spot: Spot, told: Mapping[str, int]) -> tuple[float, int]:
    """Weigh namesakes by size, up to twentyfold for the states that are spoken of most."""
    spoken = told.get(spot.country or "", 0)
    share = min(1.0, 4 * spoken / max(told.values(), default=1)) if spoken else 0.0
    return spot.size * (1 + 19 * share), spoken


def _sure(spot: Spot, length: int) -> bool:
    """Say whether the name alone, without a word of place, is a place."""
    return spot.size >= 10**7 or (length > 1 and spot.size >= _SMALL_TOWN)


def _is_seat(words: Sequence[str], at: int, gazetteer: Gazetteer) -> bool:
    """Say whether the name may stand for a government instead."""
    found = gazetteer.names.at(words, at)
    return found is not None and found[0][0].sort in {"seat", "body"}


def _addressed(words: Sequence[str], end: int, spot: Spot, gazetteer: Gazetteer) -> bool:
    """Say whether ", STATE" follows and is the place's own state or a part of it."""
    if end + 1 >= len(words) or words[end] != ",":
        return False
    return _lies_in(words, end + 1, spot, gazetteer)


def _described(words: Sequence[str], end: int, spot: Spot, gazetteer: Gazetteer) -> bool:
    """Say whether what follows tells that the place lies there: ", the capital of AREA"."""
    at = end + 1
    if at >= len(words) or words[end] != ",":
        return False
    while at < min(len(words) - 1, end + _LONGEST_LYING) and words[at] in word_list("lying"):
        at += 1
    return at > end + 1 and _lies_in(words, at, spot, gazetteer)


def _lies_in(words: Sequence[str], at: int, spot: Spot, gazetteer: Gazetteer) -> bool:
    """Say whether the name at a word is that of a place's state or of a part of it."""
    found = gazetteer.names.at(words, at)
    if found is not None and found[0][0].sort == "state":
        return found[0][0].country == spot.country
    area = gazetteer.spots.at(words, at)
    return area is not None and any(
        s.country == spot.country and s.sort not in {"city"} for s in area[0]
    )


def _unnested(sites: Sequence[Site], words: Sequence[str]) -> list[Site]:
    """Drop the state that only closes an address ("Oslo, Norway" is one place).

    What a town owns is a place of its own ("Beijing's Tiananmen Square").
    """
    out: list[Site] = []
    for site in sites:
        closes = bool(out) and site.start == out[-1].end + 1 and site.spot.sort != "city"
        town = closes and out[-1].spot.sort == "city" and words[out[-1].end] not in OWNING
        if not (town and out[-1].spot.country == site.spot.country):
            out.append(site)
    return out


def _merged(sites: Sequence[Site], wide: Sequence[Site]) -> list[Site]:
    """Let wider sites take the place of those within them."""
    kept = [s for s in sites if not any(w.start <= s.start < w.end for w in wide)]
    return sorted([*kept, *wide], key=lambda s: (s.start, s.end))


def _mention(sentence: Sentence, site: Site) -> Mention:
    span = Span(sentence.starts[site.start], sentence.ends[site.end - 1])
    spot = site.spot
    value = Where(spot.name, spot.country, spot.lat, spot.lon, span)
    return Mention(span, "place", value, site.rule)
