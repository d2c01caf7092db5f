"""Who does what a line of signs tells, and on which day."""

from __future__ import annotations

import re

from foedera.data import When
from foedera.extract.state_patterns import clause_before, is_condition, word_set, words_for
from foedera.extract.state_words import DAY, STATE, Line
from foedera.extract.title_found import nouns

COMPANY = re.compile(r"@[^@;]{0,60}\b(?:with|alongside) (?:the )?$")
_OPENS = re.compile(r"(?:^|[,(] ?)\w+ed(?: \w+){0,2} (?:in|on|at) $")
_CROWD = re.compile(
    r"^,? (?:and|as well as|along with)(?: [\w-]+){0,3}"
    r" (?:others?|countries|states|nations|members)\b"
)
_ON = re.compile(r"\b(?:on|since|by) $")
_NEAR = 70
_LONGEST_GAP = 28
_RELATIVES = ("which", "who", "that")


def is_stopped(words: str) -> bool:
    """Say whether the words of a deed say that it was none: "have not signed"."""
    words = words.replace("but not", "")
    denied = bool(set(words.split()) & {"not", "never", "nor"})
    return denied and "intend" not in words and "become" not in words


def follows_well(words: str, found: re.Match[str]) -> bool:
    """Say whether what follows a bare "signed" or "ratified" is the agreement or nothing more."""
    if found.group().split()[-1] not in ("signed", "ratified", "acceded", "quit"):
        return True
    rest = words[found.end() : found.end() + 60]
    following = re.findall(r"[@%&\w'’-]+|[.,;:)]", rest)[:5]
    if set(following) & word_set("others"):
        return False
    if "accession" in following:
        return False  # "ratified the British accession"
    if re.match(rf" {words_for()['objects']}", rest):
        paper = found.group().split()[-1] == "signed" and following[0] in ("a", "an")
        return not (paper and set(following) & {"protocol", "instrument", "ban"})
    first = following[0] if following else "."
    thing = first in ("a", "an", "the")
    return not thing and (first in word_set("followers") or first[0] in "@%&.,;:)")


def find_subject(words: str, start: int) -> int | None:
    """Return where the states stand that do what begins at a place, None where nobody surely does.

    >>> find_subject("@, which has much to lose, signed", 27)
    0
    >>> find_subject("@ has not signed", 10) is None
    True
    """
    opening = max((m.end() for m in re.finditer(r"[;:]", words[:start])), default=0)
    place = start
    while (place := words.rfind(STATE, opening, place)) >= 0:
        gap = words[place + 1 : start]
        if _may_part(words, place, gap):
            return place
        if set(re.findall(r"[\w'’]+", gap)) & word_set("stops"):
            return None
    return None


def _may_part(words: str, place: int, gap: str) -> bool:
    """Say whether a gap between states and a deed leaves the deed theirs."""
    told = re.findall(r"[\w'’]+|[@%&,]", gap)
    if set(told) & word_set("stops") or told[-1:] in (
        ["was"],
        ["were"],
        ["been"],
        ["be"],
        ["being"],
    ):
        return False
    lead = re.sub(r"(?:\bthe|\bboth|\ball)? $", "", words[:place]).rstrip(' "“').split()
    if is_condition(words, place) or _is_led(words, place, lead, gap):
        return False
    rest = _without_agents(gap)
    if rest is None:
        return False
    rest = _CROWD.sub("", rest)
    rest = re.sub(r"^,? ?(?:which|who|that)\b", "", rest)
    rest = re.sub(r"^,[^,@]{1,90},", "", rest)
    words_left = re.findall(r"[\w'’]+", rest)
    left = [w for w in words_left if w not in word_set("aux") and not w.endswith("ly")]
    if not left:
        return True
    opens = not lead or lead[-1].endswith(",") or lead[-1] in ("that", "and", "as", "while", "when")
    joins = re.search(r"(?:\band|,|\bby|\bthen)(?: \w+ly)?(?: has| have| had)? $", rest)
    return bool(opens and joins and len(left) < _LONGEST_GAP)


def _is_led(words: str, place: int, lead: list[str], gap: str) -> bool:
    """Say whether a word before states makes them no doers: "told @", "a pact with @"."""
    led = bool(lead) and lead[-1].strip(",") in word_set("leads")
    relative = gap.lstrip(" ,").startswith(_RELATIVES)
    return led and not relative and COMPANY.search(words[:place]) is None


def _without_agents(gap: str) -> str | None:
    """Return a gap without who acts for the state: "'s foreign minister"; None for other things."""
    if not gap.startswith(("'s ", "’s ", "' ", "’ ")):
        return gap
    named = "|".join(sorted(word_set("agents")))
    agents = re.match(rf"['’]s? (?:[\w-]+ ){{0,4}}?(?:{named})\b", gap)
    return gap[agents.end() :] if agents else None


# ------------------------------------------------------------------------ days


def find_day(line: Line, found: re.Match[str]) -> When | None:
    """Return the day of a deed: within its words, soon after them, else the line's only one."""
    words = line.words
    if (told := day_after(line, found)) is not None:
        return told
    after = words.find(DAY, found.end(), found.end() + _NEAR)
    start = clause_before(words, found.start())
    before = words.rfind(DAY, found.start() - min(len(start), 60), found.start())
    if before >= 0 and (_OPENS.search(words[:before]) or _dates_noun(words, before)):
        return None
    if before >= 0 and STATE not in words[before + 1 : found.start()].strip()[1:]:
        return line.days[before]
    if len(line.days) == 1 and after < 0:
        place = next(iter(line.days))
        return line.days[place] if place < 30 and not _dates_noun(words, place) else None
    return None


def _dates_noun(words: str, day: int) -> bool:
    """Say whether a day stands before a noun of its own: "the % election campaign"."""
    led = re.search(r"\b(?:the|an?|its|their|his|her) $", words[:day]) is not None
    return led and re.match(r" [a-z]", words[day + 1 :]) is not None


def day_after(line: Line, found: re.Match[str]) -> When | None:
    """Return the day within the words of a deed or soon after them."""
    inside = line.words.rfind(DAY, found.start(), found.end())
    if inside >= 0:
        return line.days[inside]
    after = line.words.find(DAY, found.end(), found.end() + _NEAR)
    return line.days[after] if after >= 0 and _dates(line.words, found.end(), after) else None


def _dates(words: str, start: int, day: int) -> bool:
    """Say whether a day some words after a deed is the deed's: not "ratified the % treaty"."""
    between, after = words[start:day], words[day + 1 : day + 40]
    if re.search(rf"[@;]|, (?:which|who|and)|\b(?:{'|'.join(word_set('dated_else'))})\b", between):
        return False
    if _ON.search(between):
        return True
    return re.match(rf" (?:[\w-]+ ){{0,2}}(?:&|{'|'.join(nouns('heads'))})", after) is None
