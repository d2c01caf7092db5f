"""Finds where: towns, regions, seas and states that stand as places, and borders and fronts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from foedera.data import Mention, Report, Sentence, Span, Where
from foedera.extract.actor_words import words as word_list
from foedera.extract.locative import is_located, is_struck
from foedera.extract.named_acts import exercise_at
from foedera.extract.namesakes import is_american, placed_in_america
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
from foedera.gazetteer import Gazetteer, Spot, fold
from foedera.tree import low_words

_SMALL_TOWN = 100_000
_LONGEST_LYING = 9
_LANDFORMS = frozenset(
    {"Atoll", "Bay", "Canal", "Channel", "Desert", "Forest", "Glacier", "Gulf", "Heights", "Hills",
     "Island", "Islands", "Lake", "Mountain", "Mountains", "Pass", "Peninsula", "Plateau", "Reef",
     "River", "Sea", "Shoal", "Strait", "Valley"}
)  # fmt: skip
_WITHIN_NAMES = frozenset({"al", "el", "am", "der", "del", "della"})
# Between hyphens: "Clichy-sous-Bois" is not Clichy.
_HYPHENATED = frozenset({"en", "sous", "sur", "le", "la", "les", "aux", "upon", "on", "in", "the"})


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
        if (
            at < len(words)
            and words[at][:1].isupper()
            and (_may_open(words, at, gazetteer) or is_area(words, name_end(words, at)))
        ):
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
    named = gazetteer.spots.get(tuple(words[at:end]))
    if any(s.sort == "region" and s.country == country for s in named):
        return None
    if at and words[at - 1].lower() in word_list("directions"):
        if gazetteer.names.at(words, at - 1) is not None:
            return None  # "North Macedonia" is a name, and has been looked at
        spot = replace(gazetteer.country_spot(country), name=f"{words[at - 1]} {words[at]}")
        return Site(at - 1, end, spot, "places.part_of_state")
    if not (look.listed or is_located(look.sentence, at, end - 1)):
        return None
    return Site(at, end, gazetteer.country_spot(country), "places.state")


def _named(look: _Look, at: int) -> Site | None:
    """Read a town, region or sea by its name, the likeliest of its namesakes."""
    words, gazetteer = look.words, look.gazetteer
    found = _listed(look, at)
    if found is None:
        return None
    spots, end = found[0], at + found[1]
    if _goes_on(words, end, gazetteer) or _goes_back(words, at, gazetteer):
        return None
    if _is_cut(words, at, end):
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
    if _is_far_off(look, end, spot):
        return None
    located = look.listed or is_located(look.sentence, at, end - 1)
    located = located or _addressed(words, end, spot, gazetteer) or is_area(words, end)
    located = located or _is_sent_to(look.sentence, at) or owns_area(words, end)
    struck = not located and is_struck(look.sentence, at, end - 1)
    if struck and not _is_seat(words, at, gazetteer):
        return Site(at, end, spot, f"places.{'town' if spot.sort == 'city' else 'region'}")
    if not located and (_is_seat(words, at, gazetteer) or not _sure(spot, found[1])):
        return None
    return Site(at, end, spot, f"places.{'town' if spot.sort == 'city' else 'region'}")


def _is_far_off(look: _Look, end: int, spot: Spot) -> bool:
    """Say whether a province is of a state not spoken of: "the Salaheddin district of Aleppo"."""
    told = look.told.get(spot.country or "", 0) or _addressed(look.words, end, spot, look.gazetteer)
    return spot.sort == "province" and not told


def _listed(look: _Look, at: int) -> tuple[Sequence[Spot], int] | None:
    """Return the places of the longest name at a word; of equal ones the smaller towns too."""
    found, more = look.gazetteer.spots.at(look.words, at), _small_towns(look, at)
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
    if _is_of_longer_name(words, at, end) or _is_the_one(words, at, end):
        return None
    addressed = [town for town in towns if _addressed(words, end, town, gazetteer)]
    if not addressed and not _names_state(words, end + 1, gazetteer):
        addressed = [town for town in towns if look.told.get(town.country or "")]
    return (addressed, found[1]) if addressed else None


def _names_state(words: Sequence[str], at: int, gazetteer: Gazetteer) -> bool:
    """Say whether a state stands behind the comma at the word before."""
    found = gazetteer.names.at(words, at) if at < len(words) and words[at - 1] == "," else None
    return found is not None and found[0][0].sort == "state"


def _is_the_one(words: Sequence[str], at: int, end: int) -> bool:
    """Say whether an article stands before a name that no noun follows: "at the Kirya in"."""
    behind = words[end] if end < len(words) else "."
    named = at > 0 and words[at - 1].lower() == "the"
    return named and (not behind.isalpha() or behind.lower() in word_list("place_prepositions"))


def _is_of_longer_name(words: Sequence[str], at: int, end: int) -> bool:
    """Say whether a town's name is part of another: "Bustan al-Qasr", "Noto Peninsula"."""
    ahead, behind = words[end : end + 2], words[max(0, at - 2) : at]
    if ahead and (ahead[0].lower() in _WITHIN_NAMES or ahead[0] in _LANDFORMS):
        return True
    joined = len(ahead) == 2 and ahead[0] == "-" and ahead[1][:1].isupper()
    return (
        joined
        or _is_cut(words, at, end)
        or (len(behind) == 2 and behind[1] == "-" and behind[0][:1].isupper())
    )


def _is_cut(words: Sequence[str], at: int, end: int) -> bool:
    """Say whether a hyphen and a small word tie a name to more: "Clichy" of "Clichy-sous-Bois"."""
    ahead, behind = words[end : end + 3], words[max(0, at - 3) : at]
    on = len(ahead) == 3 and ahead[0] == ahead[2] == "-" and ahead[1] in _HYPHENATED
    back = len(behind) == 3 and behind[0] == behind[2] == "-" and behind[1] in _HYPHENATED
    return on or back


def _is_sent_to(sentence: Sentence, at: int) -> bool:
    """Say whether something is sent where a name stands ("sent tents to Sichuan")."""
    if at < 2 or sentence.words[at - 1].lower() != "to" or not sentence.heads:
        return False
    above = sentence.heads[at - 1]
    over = sentence.heads[above]  # "sent a team of doctors to Java"
    near = (above, over, sentence.heads[over])
    return any(sentence.lemmas[t].lower() in word_list("delivery") for t in near)


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


def _goes_on(words: Sequence[str], end: int, gazetteer: Gazetteer) -> bool:
    """Say whether a capitalised word follows that makes it somebody's or something's name."""
    if end >= len(words) or not words[end][:1].isupper():
        return False
    low = words[end].lower()
    if low in word_list("named_after"):
        return True
    if low in word_list("place_nouns") or words[end] in gazetteer.not_actors:
        return False
    return low.isalpha() and gazetteer.names.at(words, end) is None


def _goes_back(words: Sequence[str], at: int, gazetteer: Gazetteer) -> bool:
    """Say whether a given name stands before it ("Jack London")."""
    return at > 0 and words[at - 1] in gazetteer.given_names and words[at - 1][:1].isupper()


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
