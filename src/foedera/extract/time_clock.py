"""Rules for times of day."""

from __future__ import annotations

import re

from foedera.extract.time_rules import Reading, Rule, whole

_ZONE = (
    r"(?:\s?\(?(?P<zone>GMT|UTC|EST|EDT|ET|CST|CDT|CT|PST|PDT|PT|MST|CET|CEST|BST|MSK"
    r"|IST|JST|KST|[Ll]ocal [Tt]ime|Z)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?\)?(?!\w))?"
)
_FIXED = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def clock_rules() -> list[Rule]:
    """List the rules for times of day."""
    return [
        Rule(
            "clock",
            rf"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)?\s?"
            rf"(?P<half>[ap]\.m\.?|[AP]\.M\.?|[ap]m\b|[AP]M\b){_ZONE}",
            read_clock,
        ),
        Rule(
            "clock_24",
            rf"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:]){_ZONE}",
            read_clock_24,
        ),
        Rule(
            "clock_four",
            r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) ?(?P<zone>GMT|UTC|hours|hrs|EST|EDT"
            r"|CET|[Ll]ocal [Tt]ime)(?!\w)",
            read_clock_24,
        ),
        Rule(
            "oclock",
            r"(?P<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
            r"|twelve) ?o['’]clock",
            read_oclock,
        ),
        Rule("noon", r"(?P<word>[Nn]oon|[Mm]idday|[Mm]idnight)(?!\w)", read_noon),
        Rule(
            "morning",
            r"(?<=in )the (?:early )?(?P<part>morning|afternoon|evening)(?!\w)",
            read_part_of_day,
        ),
    ]


_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV"}
_HOURS = "one two three four five six seven eight nine ten eleven twelve"
_WORDS = {word: hour + 1 for hour, word in enumerate(_HOURS.split())}


def _time(match: re.Match[str], hour: int, minute: str | None) -> Reading:
    zone = "Z" if match.groupdict().get("zone") in ("GMT", "UTC", "Z") else ""
    form = f"within:D>?;clock:T{hour:02d}:{minute or '00'}{zone}"
    return whole(match, _clocked(form), "TIME")


def _clocked(form: str) -> str:
    """Put the clock where the form's own pieces stand, before the anchor."""
    head, clock = form.split(">?")
    return f"{head}{clock}>?"


def read_clock(match: re.Match[str]) -> Reading:
    """Read "10:15 p.m."; a full stop that also ends the sentence is left out."""
    hour = int(match["hour"]) % 12 + (12 if match["half"][0] in "pP" else 0)
    return _time(match, hour, match["minute"])


def read_clock_24(match: re.Match[str]) -> Reading | None:
    """Read "08:30 UTC", "1430 GMT", and "10:15" after at, by, around."""
    lead = match.string[max(0, match.start() - 7) : match.start()]
    if not match["zone"] and not re.search(r"\b(?:at|by|around|until|from|about)\s$", lead):
        return None
    return _time(match, int(match["hour"]), match["minute"])


def read_oclock(match: re.Match[str]) -> Reading:
    """Read "ten o'clock" by a twelve-hour clock as it stands."""
    word = match["hour"]
    return _time(match, _WORDS.get(word) or int(word), None)


def read_noon(match: re.Match[str]) -> Reading:
    """Read "noon" and "midnight"."""
    return whole(match, f"within:D;clock:{_FIXED[match['word'].lower()]}>?", "TIME")


def read_part_of_day(match: re.Match[str]) -> Reading:
    """Read "in the morning" as of the last day spoken of."""
    return whole(match, f"within:D;part:{_PARTS[match['part']]}>?", "TIME")
