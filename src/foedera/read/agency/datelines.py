"""Datelines: "Seoul, Dec 5 (EFE).-", "MOSCOW, January 9. /TASS/.", "(CNN) —"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from foedera.data import Span
from foedera.gazetteer import load_gazetteer
from foedera.read.agency.blocks import is_ended
from foedera.read.agency.conventions import conventions, fold, in_running_text, name_agency
from foedera.read.agency.outlets import domain_name, is_called
from foedera.read.daywords import MONTH, WEEKDAY, Written, match_written

_REACH = 130
_INITIALS = 12  # letters of an agency that no list knows
_LINE = 50  # characters of a dateline on its own line
_TOLD = 80  # characters of a paragraph that tells something
_DASH = r"(?:—|–|--?|_|:|‑|―)"
_IN_BRACKETS = re.compile(
    r"(?:[(\[](?P<round>RFE/RL|[^()\[\]\n]{2,45})[)\]]|(?<![^\W\d])(?<!/)/(?P<slash>[^()/\n]{2,45})/(?!\w))"
    rf"(?P<mark>\s?[.,:]?\s{{0,2}}{_DASH}{{1,2}}(?:\s{{0,2}}{_DASH})?|[.,:;])?"
)
_BARE = re.compile(r"(?P<mark>\s[—–‑―-]{1,2}\s|\s?(?:—|--|–)\s?|\s_(?:\s|$)|_\s|[-:]\s|:$)")
_PIECES = re.compile(
    r"[,;|]\s{0,2}|(?<!\bSt)(?<!\bST)(?<!\bMt)(?<!\bMT)(?<!\.[A-Z])\.(?:\s{1,2}|$)"
)
_TWO_TOWNS = re.compile(r"\s(?:and|AND)\s")
_PLACE = re.compile(
    r"(?:[^\W\d_]\.){2,3}|(?:ABOARD |ON THE |NEAR |IN |OFF )?"
    r"(?:St\. |ST\. |al-|el-|AL-|d['’])?[^\W\d_][^\W\d_.'’`-]{0,20}(?:[-'’`][^\W\d_]{1,20}){0,3}\.?"
    r"(?:(?:\s|/)(?:(?:de|da|do|du|del|la|le|of|the|el|al|es|and|upon|am|sur|e)\s){0,2}"
    r"(?:al-|el-)?[^\W\d_a-z][^\W\d_]{0,20}(?:[-'’`][^\W\d_]{1,20}){0,3}\.?){0,6}"
)
_COUNTRY = re.compile(r"\s\[([A-Z][\w .]{2,30})\]")
_TIME = re.compile(r"\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|[A-Z]{2,4}))?$")
_DAY_BEHIND = re.compile(rf"\s(?={MONTH}\s\d{{1,2}}\b|\d{{1,2}}\s{MONTH})", re.IGNORECASE)
_APART = re.compile(r"\s[-–—|]\s")  # "Oslo - Friday, May 3, 2019"
_OPENS = re.compile(
    r"(?P<name>[A-Z0-9][\w.&'/-]{1,20}(?:\s[A-Z][\w-]{1,12})?)(?:\s?[-–—]{1,2}\s|/\s)(?=[\"“‘']?[A-Z])"
)
_OPENS_AGAIN = re.compile(r"[^.!?\n]{0,80}?\s[-–—]{1,2}\s")  # "AFP — France's agency — said"
_BETWEEN = re.compile(r"(?:,|\s[-–—])\s(?=[A-Z])")
_ONLY_DAY = re.compile(rf"(?:{WEEKDAY})\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RawDateline:
    """A dateline before its year is known."""

    place: str | None
    day: Written | None
    agency: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Head:
    place: str | None
    day: Written | None
    agency: str | None
    upper: bool


def find_dateline(text: str, start: int, end: int, *, opening: bool) -> RawDateline | None:
    """Read the dateline that a paragraph begins with; None if it begins with prose.

    `opening` says that this is the report's first paragraph; further down only the
    surest form counts, a place with a known agency and a dash.

    >>> find_dateline("KYIV, Ukraine, June 3 (Reuters) - Two", 0, 37, opening=True).place
    'Kyiv'
    """
    reach = min(end, start + _REACH)
    line_end = text.find("\n", start, reach)
    if line_end != -1 and end - start > _REACH:
        reach = line_end if line_end - start > 60 else reach
    line = _bracketed(text, start, reach, opening)
    if line and line.place is None and opening:
        return _place_after(text, line, end)
    return line or (_unbracketed(text, start, reach, end) if opening else None)


def _place_after(text: str, line: RawDateline, end: int) -> RawDateline:
    """Add place and day where the agency stands first: "(ANSA) - Rome, March 7 - The"."""
    start = line.span.end + len(text[line.span.end : end]) - len(text[line.span.end : end].lstrip())
    more = _unbracketed(text, start, min(end, start + _REACH), end)
    if more is None or more.day is None:
        return line
    return RawDateline(more.place, more.day, line.agency, Span(line.span.start, more.span.end))


def _bracketed(text: str, start: int, reach: int, opening: bool) -> RawDateline | None:
    for found in _IN_BRACKETS.finditer(text, start, reach):
        inside, inner = _apart(found["round"] or found["slash"])
        agency = _agency_in(inside)
        head = _read_head(text[start : found.start()])
        if head is None:
            return None
        head = replace(head, day=head.day or inner)
        if head.day and not head.place and not agency and _is_dash(found["mark"]):
            return _town_in_brackets(inside, head, Span(start, found.end()))
        if agency is None and not _looks_like_agency(inside, head, found):
            continue
        if not opening and not (agency and head.place and _is_dash(found["mark"])):
            return None
        name = agency or inside.strip()
        if not found["mark"] and not _prose_follows(text, found.end(), head, name):
            return None
        span = Span(start, found.end())
        return RawDateline(_town(head.place), head.day, name, span)
    return None


def _apart(inside: str) -> tuple[str, Written | None]:
    """Part a name and a day in brackets: "(PACNEWS, March 5, 2024)", "(March 5, 2024 - PINA)"."""
    opens = match_written(inside)
    if opens and (cut := _BETWEEN.match(inside, opens[1])):
        return inside[cut.end() :], opens[0]
    name, comma, rest = inside.partition(", ")
    closes = match_written(rest) if comma else None
    return (name, closes[0]) if closes and closes[1] == len(rest) else (inside, None)


def _town_in_brackets(inside: str, head: _Head, span: Span) -> RawDateline | None:
    """Read the town that stands in brackets behind the day: "March 5, 2024 (JUBA) –"."""
    if not (inside.isupper() or _is_city(inside)) or not _PLACE.fullmatch(inside):
        return None
    return RawDateline(_town(_spell([inside])), head.day, None, span)


def _unbracketed(text: str, start: int, reach: int, end: int) -> RawDateline | None:
    alone = text[start:reach].strip()
    towns = alone.split("/") if len(alone) <= _LINE else [alone]
    if (alone.isupper() or towns[1:]) and all(map(_is_city, towns)):
        return RawDateline(in_running_text(alone), None, None, Span(start, start + len(alone)))
    return (
        _line_alone(text, start, reach)
        or _agency_first(text, start, reach)
        or _bare_agency(text, start, reach)
        or _dashed(text, start, reach, told=end - start > _TOLD and is_ended(text[start:end]))
        or _in_a_sentence(text, start, reach)
    )


def _agency_first(text: str, start: int, reach: int) -> RawDateline | None:
    """Read an agency or a page that opens its own story: "AFP - The", "Harbour.com -- The"."""
    found = _OPENS.match(text, start, reach)
    if found is None or _OPENS_AGAIN.match(text, found.end()):
        return None
    agency = name_agency(found["name"]) or domain_name(found["name"])
    return RawDateline(None, None, agency, Span(start, found.end())) if agency else None


def _dashed(text: str, start: int, reach: int, *, told: bool) -> RawDateline | None:
    for found in _BARE.finditer(text, start, reach):
        head = _read_head(text[start : found.start()])
        if head is None:
            return None
        dated = text[found.start() - 1].isdigit()
        begun = told and _begins_there(text, found.end())
        if _is_firm(head, found["mark"], dated=dated, begun=begun):
            return RawDateline(
                _town(head.place),
                head.day,
                head.agency,
                Span(start, _trimmed(text, found.end("mark"))),
            )
    return None


def _line_alone(text: str, start: int, reach: int) -> RawDateline | None:
    """Read what stands on a line of its own: "Quito/Lima, Jan 22", "LIMA, May 3, Kyodo"."""
    end = text.find("\n", start, reach)
    words = text[start : end if end != -1 else reach].strip()
    if not words or len(words) > _LINE:
        return None
    span = Span(start, start + len(words))
    if stands_at_desk(words):
        desk, _, town = words.partition("/")
        return RawDateline(in_running_text(town.strip()), None, name_agency(desk), span)
    head = _read_head(_APART.sub(", ", words, count=1))
    if head is None or head.place is None or (head.agency is None and _is_no_town(head.place)):
        return None
    if head.day is None and head.agency and _is_city(head.place):
        return RawDateline(_town(head.place), None, head.agency, span)
    if head.day is None or head.day.day is None or not (words[-1].isdigit() or head.agency):
        return None
    return RawDateline(_town(head.place), head.day, head.agency, span)


def stands_at_desk(words: str) -> bool:
    """Say whether the words are an agency and a town, as Gulf papers head what they print.

    >>> stands_at_desk("QNA/Doha"), stands_at_desk("AFP/Getty Images")
    (True, False)
    """
    desk, slash, town = words.partition("/")
    return bool(slash) and name_agency(desk) is not None and _is_city(town)


def _in_a_sentence(text: str, start: int, reach: int) -> RawDateline | None:
    """Read place and whole date that end in a stop: "Bishkek, November 18, 2022. Ten weeks"."""
    for stop in re.finditer(r"\d\.\s{1,2}(?=[\"“‘']?[A-Z])", text[start:reach]):
        head = _read_head(text[start : start + stop.start() + 1])
        if head is None or head.place is None or head.day is None:
            return None
        if head.day.day and (head.day.year or head.upper or _is_city(head.place)):
            span = Span(start, start + stop.start() + 2)
            return RawDateline(_town(head.place), head.day, head.agency, span)
    return None


def _bare_agency(text: str, start: int, reach: int) -> RawDateline | None:
    """Read "YEREVAN, DECEMBER 3, ARMENPRESS. The ..." and "MOSCOW. Dec 3. INTERFAX"."""
    for stop in re.finditer(r"\.\s|(?<=[A-Z]{4})\s(?=[\"“‘']?[A-Z][a-z])", text[start:reach]):
        words = text[start : start + stop.start()]
        head = _read_head(_APART.sub(", ", words, count=1))
        if head is None:
            return None
        known = head.place and (head.day or head.upper or _is_city(head.place))
        if head.agency and known and (stop.group()[0] == "." or ". " in words):
            return RawDateline(
                _town(head.place), head.day, head.agency, Span(start, start + stop.start() + 1)
            )
    return None


def _read_head(words: str) -> _Head | None:
    """Read what stands before the agency or the dash; None if any piece is prose."""
    words = _TWO_TOWNS.sub("/", _COUNTRY.sub(r", \1", words.strip()))
    if len(words) > 90:
        return None
    place: list[str] = []
    day: Written | None = None
    agency: str | None = None
    at = 0
    while at < len(words):
        read = match_written(words, at) if words[at].isdigit() or words[at].isalpha() else None
        if read and (read[1] == len(words) or not words[read[1]].isalnum()):
            day, at = read[0], read[1]
        else:
            piece, at = _cut_piece(words, at)
            known = name_agency(piece) if place else None
            desk, _, town = piece.partition(" ")
            if not place and name_agency(desk) and _is_city(town):
                agency, piece = name_agency(desk), town  # "AKP Phnom Penh, March 5 --"
            if known:
                agency = known
            elif not _fits(piece, place):
                return None
        while at < len(words) and words[at] in " ,.;|":
            at += 1
    upper = bool(place) and place[0].isupper()
    return _Head(_spell(place), day, agency, upper)


def _cut_piece(words: str, at: int) -> tuple[str, int]:
    """Return the piece that begins there and where the next does: "Juba March 5" is two."""
    cut = _PIECES.search(words, at)
    end, following = cut.span() if cut else (len(words), len(words))
    run_on = _DAY_BEHIND.search(words, at, end)
    if run_on and (_is_city(town := words[at : run_on.start()]) or town.isupper()):
        return town, run_on.end()
    return words[at:end], following


def _fits(piece: str, place: list[str]) -> bool:
    """Take `piece` as a further piece of the place, or as a weekday or hour to pass over."""
    piece = piece.strip()
    if not piece or _TIME.match(piece) or _ONLY_DAY.match(piece):
        return True
    if fold(piece) in conventions().no_places:
        return False
    if len(place) >= 3 or not _PLACE.fullmatch(piece) or not piece[0].isupper():
        return piece[:3] in ("al-", "el-") and bool(_PLACE.fullmatch(piece))
    place.append(piece)
    return True


def _is_dash(mark: str | None) -> bool:
    return mark is not None and bool(mark.strip(" .,:"))


def _begins_there(text: str, at: int) -> bool:
    """Say whether a sentence begins there, and no other town: "Lima - The", not "Lima - Quito"."""
    words = re.match(r"\s?[\"“‘']?([A-Z][\w'’-]*)(?:\s([A-Z][\w'’-]*))?", text[at : at + 60])
    if words is None or _OPENS_AGAIN.match(text, at):
        return False
    return not (_is_city(words[1]) or (words[2] and _is_city(f"{words[1]} {words[2]}")))


def _is_firm(head: _Head, mark: str, *, dated: bool, begun: bool) -> bool:
    """Say whether a head without an agency in brackets is a dateline for sure.

    `begun` says that a whole sentence begins behind it.
    """
    if head.place is None:  # "5 March 2024 – The"
        whole = head.day is not None and head.day.year is not None
        return begun and dated and whole and mark.strip() != ":" and mark != "-"
    if head.agency is None and _is_no_town(head.place):
        return False
    loose = mark.strip() in ("-", "", ":")
    if head.upper:
        spaced = mark == " - " and len(head.place) >= 5
        return bool(head.day) or not loose or spaced or _is_city(head.place) or "," in head.place
    if head.agency or head.day is not None:
        whole = dated and head.day is not None and head.day.year is not None
        return mark.strip() != ":" or head.agency is not None or whole
    if begun and mark in (" - ", ": ") and _is_city(head.place):
        return True
    return not loose and ("," in head.place or _is_city(head.place))


def _prose_follows(text: str, at: int, head: _Head, agency: str | None) -> bool:
    """Say whether "Washington (CNN) The ..." is a dateline, and no "the Agency (AP) said"."""
    follows = text[at : at + 4].lstrip()
    if agency is None or (
        follows and not (follows[0].isupper() or follows[0] in "“\"‘'$0123456789")
    ):
        return False
    initials = "".join(w[0] for w in (head.place or "").split())
    return head.place is None or agency.upper() not in (initials.upper(), initials.upper()[1:])


def _is_name_in_brackets(words: str) -> bool:
    """Say whether words are initials or an address, as agencies are named in brackets."""
    initials = words.isupper() and words.isalpha() and 3 <= len(words) <= _INITIALS
    return initials or domain_name(words) is not None


def _agency_in(words: str) -> str | None:
    """Return the known agency in "Reuters", "Thomson Reuters Foundation", "AP/CNN"."""
    known = name_agency(words)
    if known:
        return known
    found = conventions().agency_names.match(words.strip())
    return name_agency(found.group()) if found and len(words.split()) <= 5 else None


def _looks_like_agency(words: str, head: _Head, found: re.Match[str]) -> bool:
    """Take an unknown short name after a place in capitals as agency: dash, or slashes and day.

    Where the day is told too, initials are an agency's after any place: "Oslo, May 3 (XYZ) -".
    """
    mark, slashed = found["mark"] or "", found["slash"] is not None
    apart = mark.strip(" .") != ""
    if not head.place and found.start() == found.pos and _is_name_in_brackets(words):
        return _is_dash(mark) and fold(words) not in conventions().no_places
    if not head.place or not words[:1].isupper() or len(words.split()) > 4:
        return False
    if head.day is not None:
        initials = words.isupper() and words.isalpha() and 2 <= len(words) <= _INITIALS
        return slashed or initials or apart
    town = head.place.split(", ")[0]
    return apart and (head.upper or (_is_city(town) and _is_name_in_brackets(words)))


def _is_no_town(place: str) -> bool:
    """Say whether a "place" is an agency, or a name such as "Ann Lee" that no town has."""
    if name_agency(place) or is_called(place, conventions().paper_words):
        return True
    words = tuple(w.capitalize() if w.isupper() else w for w in place.split())
    known = load_gazetteer()
    named = "," not in place and 2 <= len(words) <= 3 and words[0] in known.given_names
    return named and not known.spots.get(words)


def _is_city(place: str) -> bool:
    return fold(place) in conventions().cities


def _trimmed(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


def _spell(place: list[str]) -> str | None:
    """Write the place as running text does: "KYIV, Ukraine" → "Kyiv, Ukraine"."""
    return ", ".join(in_running_text(p) for p in place) or None


def _town(place: str | None) -> str | None:
    """Return the town of a place; the state told with it only says which town it is."""
    return place.split(", ")[0] if place else None
