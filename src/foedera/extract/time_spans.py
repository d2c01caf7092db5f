"""Rules for lengths of time, sets, and vague references."""

from __future__ import annotations

import re

from foedera.extract.quantity_numbers import read_cardinal
from foedera.extract.quantity_words import either
from foedera.extract.time_rules import Reading, Rule, whole
from foedera.extract.time_words import either_case, fragments, time_words

_AFTER_STRETCH = re.compile(
    r" (after|before|later|earlier|long|of|to|in prison|in jail|and a half|or two|or so)\b"
)


def span_rules() -> list[Rule]:
    """List the rules for lengths, sets and references."""
    f = fragments()
    filler = (
        r"(?:(?:consecutive|straight|full|whole|more|long|trading|working|calendar"
        r"|additional|further|extra|business|short|successive|solid|odd|or so) )?"
    )
    refs = sorted(time_words().refs, key=len, reverse=True)
    return [
        Rule(
            "every",
            rf"(?:[Ee]very|[Ee]ach)(?: (?P<count>{f['COUNT']}|other|few))? "
            rf"(?P<unit>{f['UNITS']})(?![\w-])",
            read_every,
        ),
        Rule(
            "reference",
            rf"(?P<ref>{either({r for w in refs for r in (w, w[0].upper() + w[1:])})})(?![\w-])",
            read_reference,
        ),
        Rule(
            "duration",
            rf"(?P<count>{f['COUNT']}(?:-and-a-half)?|[Aa]n?|[Hh]alf an?"
            rf"|[Aa] half|{f['VAGUE']})(?P<gap>[ -])(?P<half>and a half )?{filler}"
            rf"(?P<unit>{f['UNITS']})(?P<tail> and a half|-long)?(?![\w]|-(?:old|year"
            rf"|and-a-half))(?! (?:old|ago)\b)",
            read_duration,
        ),
        Rule("long", rf"(?P<unit>{f['UNITS']})-?long(?!\w)", read_long),
        Rule("set_word", rf"(?P<word>{either_case(time_words().sets)})(?!\w)", read_set),
        Rule(
            "bare_units",
            r"(?:[Ff]or|[Ii]n|[Oo]ver|[Ww]ithin|[Ll]asted|[Tt]ook|[Tt]akes|[Tt]ake|[Ss]pent"
            r"|[Ff]ollowing|[Aa]fter|[Ff]irst in)(?: (?:just|many|only))? "
            r"(?P<units>years|months|weeks|days|hours|decades|centuries|minutes)(?![\w-])",
            read_bare,
        ),
        Rule(
            "bare_units_of",
            r"(?:(?<=[Aa]mid )|(?<=[Bb]y )|(?<=[Ww]ith )|(?<=[Dd]espite )|(?<=[Ff]rom )|(?<=end )"
            r"|(?<=ended )|(?<=through ))(?P<units>(?:years|months|weeks|days|hours|decades))"
            r"(?= of\b)|(?P<opening>Years|Months|Weeks|Days|Hours|Decades)(?= of [a-z])",
            read_bare,
        ),
        Rule(
            "bare_units_after",
            r"(?<!the )(?<!first )(?<!initial )(?<!final )(?P<units>(?:[Yy]ears|[Mm]onths|[Ww]eeks"
            r"|[Dd]ays|[Hh]ours|[Dd]ecades|[Mm]inutes)"
            r"(?= (?:after|before|later|earlier|following|in the making)\b))",
            read_bare,
        ),
        Rule(
            "rate",
            r"(?:per|an?) (?P<unit>minute|hour|day|week|month|quarter|year)(?![\w-])",
            read_rate,
        ),
    ]


def read_count(words: str) -> float | None:
    """Read a number of units; None where it is vague.

    >>> read_count("two"), read_count("Half a"), read_count("several")
    (2.0, 0.5, None)
    """
    low = words.lower().strip()
    if low.replace(",", "").replace(".", "", 1).isdigit():
        return float(low.replace(",", ""))
    if low in ("a", "an", "a full"):
        return 1.0
    if low in ("half a", "half an", "a half"):
        return 0.5
    if low.endswith("-and-a-half"):
        return (read_cardinal(low.removesuffix("-and-a-half"))[0] or 0.0) + 0.5
    if low in time_words().vague:
        return None
    return read_cardinal(low)[0] or None


def length(count: str, unit: str, half: bool = False) -> str:
    """Write a length as TIMEX3 does, without the P; X where the number is vague.

    >>> length("two", "year"), length("several", "hour"), length("a", "decade")
    ('2Y', 'TXH', '10Y')
    """
    code = time_words().units.get(unit, "Y")
    number = read_count(count)
    clock, letter = ("T", code[1]) if code[0] == "T" else ("", code[-1])
    many = int(code[:-1]) if code[:-1].isdigit() else 1
    if number is None:
        letter = {"decade": "DE", "century": "CE"}.get(unit, letter)
        return f"{clock}X{letter}"
    total = (number + (0.5 if half else 0)) * many
    return _halved(total, clock, letter)


def _halved(total: float, clock: str, letter: str) -> str:
    """Write half an hour as thirty minutes; other fractions stay."""
    if total == 0.5 and (clock, letter) == ("T", "H"):
        return "T30M"
    if total == 0.5 and letter == "Y":
        return "6M"
    return f"{clock}{total:g}{letter}"


def singular(word: str) -> str:
    """Reduce a unit to its singular."""
    low = word.lower()
    if low.startswith("centur"):
        return "century"
    return "millennium" if low.startswith("millen") else low.removesuffix("s")


def read_every(match: re.Match[str]) -> Reading:
    """Read "every two years", "each week"."""
    count = match["count"]
    unit = singular(match["unit"])
    size = length({"other": "2", "few": "several"}.get(count, count) if count else "1", unit)
    return whole(match, f"every:P{size}", "SET", "unknown")


def read_reference(match: re.Match[str]) -> Reading | None:
    """Read "now", "recently", "the future"."""
    word = match["ref"]
    low = word[0].lower() + word[1:]
    after = match.string[match.end() : match.end() + 3]
    if (
        low in ("the past", "the present")
        and re.match(r"\s\w", after)
        and not re.match(r"\s(?:t|a|i|o|w)", after)
    ):
        return None
    if low == "soon" and match.string[max(0, match.start() - 3) : match.start()] == "as ":
        return None
    if low == "now" and re.match(r"\sthat", match.string[match.end() : match.end() + 6]):
        return None
    return whole(match, f"ref:{time_words().refs[low]}", precision="unknown")


def read_duration(match: re.Match[str]) -> Reading | None:
    """Read "two years", "a three-day visit", "half an hour", "several weeks"."""
    count, unit = match["count"], singular(match["unit"])
    low = count.lower()
    joined = match["gap"] == "-"
    plural = match["unit"].lower() != unit
    many = read_count(count)
    if match.string[match.start() - 1 : match.start()] == "/":
        return None  # the half of "5 1/2 years"
    if low in ("a", "an", "one") and (joined or plural) and not (low == "one" and joined):
        return None
    if many not in (None, 1.0, 0.5) and not plural and not joined and not _is_adjective(match):
        return None
    fleeting = low in ("a", "an") or (low == "one" and unit == "day" and not joined)
    half = bool(match["half"]) or (match["tail"] or "").strip() == "and a half"
    if fleeting and not half and (unit in ("second", "quarter") or not _is_stretch(match)):
        return None
    if match["unit"][0].isupper() and not count[0].isupper():
        return None
    if unit == "night" and low in ("a", "one"):
        return None
    return whole(match, f"length:P{length(count, unit, half)}", "DURATION", "unknown")


def _is_adjective(match: re.Match[str]) -> bool:
    """Take "a four day rally", written without its hyphen."""
    lead = match.string[max(0, match.start() - 4) : match.start()].lower()
    after = match.string[match.end() : match.end() + 3]
    return lead.endswith((" a ", "the ", " an ")) and re.match(r" [a-z]{2}", after) is not None


def _follows(lead: str, words: frozenset[str]) -> bool:
    """Say whether a text ends in one of the words, or a number, and a space."""
    if not lead.endswith((" ", "\n")):
        return False
    last = lead.split()[-2:]
    one, two = " ".join(last[-1:]).lower(), " ".join(last).lower()
    return one in words or two in words or (words is time_words().rate_leads and one[-1:].isdigit())


def _is_stretch(match: re.Match[str]) -> bool:
    """Tell "for a week" from "a week" as a rate or a thing."""
    lead = match.string[max(0, match.start() - 12) : match.start()]
    if _follows(lead, time_words().rate_leads):
        return False
    if _follows(lead, time_words().stretch_leads):
        return True
    after = _AFTER_STRETCH.match(match.string, match.end())
    if after is None:
        return False
    return match["unit"] != "day" or after.group(1) in ("after", "before", "later", "earlier")


def read_long(match: re.Match[str]) -> Reading:
    """Read "day-long", "decades-long"."""
    word = match["unit"].lower()
    unit = singular(word)
    return whole(
        match, f"length:P{length('a' if word == unit else 'several', unit)}", "DURATION", "unknown"
    )


def read_set(match: re.Match[str]) -> Reading | None:
    """Read "daily", "annual"; capitalised in mid-sentence it is a name ("the Daily Mail")."""
    text, word = match.string, match["word"]
    if word[0].isupper() and (
        match.start() and text[match.start() - 1] == " " and text[match.start() - 2] not in ".!?\n"
    ):
        return None
    if word[0].isupper() and re.match(r" [A-Z]", text[match.end() : match.end() + 2]):
        return None
    return whole(match, f"every:{time_words().sets[word.lower()]}", "SET", "unknown")


def read_bare(match: re.Match[str]) -> Reading:
    """Read "for years", "in decades"."""
    name = "opening" if match.groupdict().get("opening") else "units"
    size = length("several", singular(match[name]))
    return Reading(match.start(name), match.end(name), f"length:P{size}", "DURATION", "unknown")


def read_rate(match: re.Match[str]) -> Reading | None:
    """Read "15 a year", "per day" as a set."""
    lead = match.string[max(0, match.start() - 24) : match.start()]
    per = match.group().startswith("per")
    if not per and not _follows(lead, time_words().rate_leads):
        return None
    start = match.start()
    return Reading(start, match.end(), f"every:P{length('a', match['unit'])}", "SET", "unknown")
