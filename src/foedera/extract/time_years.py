"""Rules for years and their parts, decades, centuries, seasons, quarters and holidays."""

from __future__ import annotations

import re
from collections.abc import Iterable

from foedera.extract.quantity_bars import year as barred_year
from foedera.extract.quantity_numbers import Number
from foedera.extract.quantity_words import either, number_words
from foedera.extract.time_calendar import holiday
from foedera.extract.time_dates import modified, read_mod, which_way
from foedera.extract.time_rules import Reading, Rule, whole
from foedera.extract.time_words import either_case, fragments, time_words

_NOT_AN_AGE = "".join(
    f"(?<!{whose} {part})"
    for whose in ("his", "her", "their", "my", "our", "your")
    for part in ("", "early ", "late ", "mid-")
)
_NOT_AN_AGE += "(?:(?P<mod>[Ee]arly|[Mm]id|[Ll]ate)[ -])?"
"""Opens a short decade; "a man in his late 40s" tells none."""
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
        "final": 4, "last": 4}  # fmt: skip
_CENTURIES = {
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
}
_TENS = {"fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9, "forties": 4,
         "thirties": 3, "twenties": 2}  # fmt: skip
_YEAR_PREPOSITION = re.compile(
    r"\b(?:in|since|by|of|until|till|from|during|before|after|between|and|to|for|year"
    r"|early|late|mid|through|circa)[ -]$",
    re.I,
)


def year_rules() -> list[Rule]:
    """List the rules for years and what they are made of."""
    f = fragments()
    mod = rf"(?P<mod>{f['MOD']})?"
    year = rf"(?P<year>{f['YEAR']})"
    which = (
        r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he(?: past| previous"
        r"| coming| following)?)"
    )
    nth = either(_NTH)
    of_year = rf"(?:,? (?:of |in )?(?:{year}|(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|the) year))"
    return [
        Rule(
            "holiday",
            rf"(?P<name>{_title_case(time_words().holidays)})(?!\w)(?:,? {year})?",
            read_holiday,
        ),
        Rule(
            "decade",
            r"(?:(?P<mod>[Ee]arly|[Mm]id|[Ll]ate)[ -](?:to[ -](?:mid|late)[ -])?)?(?P<tens>"
            r"(?:1[4-9]|20)\d)0['’]?s(?!\w)",
            read_decade,
        ),
        Rule(
            "decade_short",
            rf"{_NOT_AN_AGE}(?:['’](?P<ap>[2-9])0s|(?:(?<=the )|"
            rf"(?<=0s and )|(?<=early )|(?<=late ))(?P<short>[2-9])0['’]?s|(?P<word>"
            rf"(?<=the ){either(_TENS)}|(?<=[a-z]-){either(_TENS)}))(?!\w)",
            read_decade_short,
        ),
        Rule(
            "century",
            rf"(?:the )?(?:(?P<mod>[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?P<nth>[12]?\d(?:st|nd|rd|th)"
            rf"|{either_case(_CENTURIES)})[ -][Cc]entury",
            read_century,
        ),
        Rule(
            "half_year", rf"(?:[Tt]he )?(?P<nth>first|second|1st|2nd|last) half{of_year}", read_half
        ),
        Rule(
            "quarter",
            rf"(?:(?P<the>[Tt]he )?(?P<nth>{nth})[ -]quarter(?:{of_year})?|(?:"
            rf"(?P<before>{f['YEAR']}) )?Q(?P<q>[1-4])(?:,? (?P<qyear>{f['YEAR']}))?)",
            read_quarter,
        ),
        Rule(
            "season",
            rf"(?:{which} )?(?:(?P<mod>[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?P<season>{f['SEASON']})"
            rf"(?:,?(?: of)? {year}|(?P<rel> (?:last|this|next) year))?(?!\w)",
            read_season,
        ),
        Rule(
            "year_span",
            r"(?P<first>(?:1[5-9]|20)\d\d)\s?[-–/]\s?(?P<last>\d\d(?!\d)|(?:1[5-9]|20)\d\d)"
            r"(?![\d-])",
            read_year_span,
        ),
        Rule(
            "year", rf"{mod}(?:[Ff]iscal(?: year)? |FY ?)?{year}(?!-(?:year|\w+ing\b))", read_year
        ),
    ]


def _title_case(names: Iterable[str]) -> str:
    """Write holiday names as they stand in print, straight and curly."""
    out = set()
    for name in names:
        printed = " ".join(w if w == "of" else w.capitalize() for w in name.split())
        out |= {printed, printed.replace("'", "’"), printed.replace("'", "")}
    return either(out)


def read_holiday(match: re.Match[str]) -> Reading:
    """Read a holiday, with its year or by tense."""
    words = match["name"].lower().replace("’", "'")
    names = time_words().holidays
    name = words if words in names else next(n for n in names if n.replace("'", "") == words)
    if match["year"]:
        return whole(match, f"on:{holiday(name, int(match['year'])).isoformat()}")
    return whole(match, f"holiday:{name};tense:?")


def read_decade(match: re.Match[str]) -> Reading:
    """Read "the 1990s", "the late 1970s"."""
    return _decade(match, match["tens"])


def read_decade_short(match: re.Match[str]) -> Reading:
    """Read "the 80s", "the nineties"."""
    tens = match["ap"] or match["short"] or str(_TENS[match["word"]])
    return _decade(match, f"19{tens}")


def _decade(match: re.Match[str], tens: str) -> Reading:
    kind = read_mod(match["mod"])
    form = f"on:{tens}" + (f";mod:{kind}" if kind else "")
    return whole(match, form, precision="interval" if kind else "decade")


def read_century(match: re.Match[str]) -> Reading:
    """Read "the 19th century"."""
    word = match["nth"].lower()
    number = _CENTURIES.get(word) or int(re.sub(r"\D", "", word))
    form, kind, precision = modified(f"on:{number - 1:02d}", match["mod"], "century")
    return whole(match, form, kind, precision)


def _of_year(match: re.Match[str], group: str = "year") -> str | None:
    """Return the year named after a part of it: digits, or an offset from publication."""
    if match[group]:
        return str(match[group])
    rel = match["rel"]
    return {"last": "-1", "this": "0", "the": "0", "next": "1"}[rel.lower()] if rel else None


def read_half(match: re.Match[str]) -> Reading | None:
    """Read "the first half of 2014"."""
    half = 1 if match["nth"] in ("first", "1st") else 2
    if not match["year"]:
        return whole(match, f"years:{_of_year(match)};mod:half{half}", precision="interval")
    return whole(match, f"on:{match['year']}-H{half}", precision="interval")


def read_quarter(match: re.Match[str]) -> Reading | None:
    """Read "the third quarter of 2009", "Q3 2014", "fourth-quarter"."""
    number = int(match["q"]) if match["q"] else _NTH[match["nth"]]
    year = match["before"] or (match["qyear"] if match["q"] else match["year"])
    if year:
        return _quarter(match, f"on:{year}-Q{number}")
    if match["q"] is None and match["rel"]:
        way = {"last": "last", "this": "this", "the": "this", "next": "next"}[match["rel"].lower()]
        return _quarter(match, f"quarter:{number};which:{way}")
    if match["nth"] in ("last", "final") or (match["nth"] and not _business(match)):
        return None
    return _quarter(match, f"quarter:{number};tense:?")


def _quarter(match: re.Match[str], form: str) -> Reading:
    """Leave the article out where the quarter is an adjective ("the third-quarter loss")."""
    start = match.start()
    if match["the"] and "-quarter" in match.group():
        start = match.end("the")
    return Reading(start, match.end(), form, "DATE", "quarter")


def _business(match: re.Match[str]) -> bool:
    """Take a bare quarter only in "the fourth quarter", "third-quarter"."""
    return bool(match["the"]) or "-quarter" in match.group()


def read_season(match: re.Match[str]) -> Reading | None:
    """Read "last fall", "spring 2014", "in the winter"."""
    season = time_words().seasons[match["season"].lower()]
    if match["year"]:
        form = f"on:{match['year']}-{season}"
        return _season(match, form)
    which = match["which"]
    way = which_way(which) if which and which.lower() != "the" else None
    if match["rel"]:
        return _season(match, f"season:{season};which:{which_way(match['rel'])}")
    if way and way != "this":
        return _season(match, f"season:{season};which:{way}")
    if way or match["mod"] or _in_season(match):
        return _season(match, f"season:{season};tense:?")
    return None


def _season(match: re.Match[str], form: str) -> Reading:
    kind = read_mod(match["mod"])
    return whole(
        match, form + (f";mod:{kind}" if kind else ""), precision="interval" if kind else "season"
    )


def _in_season(match: re.Match[str]) -> bool:
    """Take a bare season only after a preposition and where no noun follows."""
    lead = match.string[max(0, match.start() - 8) : match.start()]
    after = match.string[match.end() : match.end() + 4]
    if not re.search(r"\b(?:in|by|since|until|during|before|after|through) $", lead):
        return False
    if match["season"].lower() in ("fall", "spring") and not match["which"]:
        return False
    return not re.match(r" (?:of|in)\b| [a-z]{4}", after)


def read_year_span(match: re.Match[str]) -> Reading | None:
    """Read "2003-2006" and "2012-13" as an interval."""
    first, last = match["first"], match["last"]
    last = first[:2] + last if len(last) == 2 else last
    if not int(first) < int(last) <= int(first) + 150:
        return None
    return whole(match, f"on:{first}..on:{last}@1", precision="interval")


def _is_numbered(lead: str) -> bool:
    """Say whether the word before makes the number a name ("Resolution 1929")."""
    before = lead.split()[-1:] if lead.endswith(" ") else []
    return bool(before) and before[0].lower() in number_words().naming


def read_year(match: re.Match[str]) -> Reading | None:
    """Read a bare year, unless it counts or numbers something."""
    value = int(match["year"])
    text, start = match.string, match.start("year")
    if (
        start
        and text[start - 1] in "-–/.,:#@"
        and text[max(0, start - 2)].isalnum()
        and not match["mod"]
    ):
        return None
    lead = text[max(0, match.start() - 12) : match.start()]
    if lead.rstrip().endswith(("©", "(c)", "Copyright")):
        return None
    if not _YEAR_PREPOSITION.search(lead) and not match["mod"]:
        number = Number(start, match.end("year"), float(value), "digits")
        opening = text.rfind("\n", 0, start) + 1
        if not 1900 <= value <= 2049 or _is_numbered(lead):
            return None
        if not barred_year(text, number, opening):
            return None
    if match.group().lower().lstrip("the ").startswith(("fiscal", "fy")):
        return whole(match, f"on:FY{value}", precision="unknown")
    return whole(match, *modified(f"on:{value}", match["mod"], "year"))
