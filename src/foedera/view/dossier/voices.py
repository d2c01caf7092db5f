"""Who says what: happenings down, voices across."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from foedera.view.dossier.entries import name_actor, title_event
from foedera.view.dossier.folder import Folder
from foedera.view.dossier.model import Matrix, Tag
from foedera.view.rows import Row, maps, texts
from foedera.view.words import DOUBTING, UNDATED, say_days, say_quantity, say_reality, say_stance

OWN = "the reports’ own voice"
OTHERS = "others"
MOST_COLUMNS = 5
MOST_ROWS = 14


def speakers_of(claim: Row) -> Sequence[Row]:
    """Return the innermost speakers of a claim."""
    levels = claim.get("sources") or ()
    return tuple(levels[-1]) if levels else ()


def column_of(folder: Folder, speaker: Row) -> str:
    """Name the column of a speaker: the state that it belongs to, else itself."""
    return folder.name(str(speaker["country"])) if speaker.get("country") else str(speaker["name"])


def make_matrix(
    folder: Folder, events: Sequence[Row], parties: Iterable[str] = ()
) -> Matrix | None:
    """Set out what each voice does with each event; None where every voice is a report's own."""
    cells = {str(event["id"]): _voices(folder, event) for event in events}
    spoken = [event for event in events if set(cells[str(event["id"])]) - {OWN}]
    if not spoken:
        return None
    spoken = sorted(spoken, key=lambda event: -_weight(cells[str(event["id"])]))[:MOST_ROWS]
    columns = _choose_columns([cells[str(event["id"])] for event in spoken], list(parties))
    rows = []
    for event in spoken:
        voices = _fold_others(cells[str(event["id"])], columns)
        line = tuple(tuple(voices.get(column, ())) for column in columns)
        day = say_days(event.get("when"), short=True)
        title = title_event(folder, event)
        rows.append((title if day == UNDATED else f"{title}, {day}", line))
    return Matrix(tuple(columns), tuple(rows))


def _weight(voices: dict[str, list[Tag]]) -> int:
    doubts = sum(tag.doubting for tags in voices.values() for tag in tags)
    return 4 * doubts + len(voices)


def _choose_columns(cells: Sequence[dict[str, list[Tag]]], parties: list[str]) -> list[str]:
    counts = Counter(column for voices in cells for column in voices if column != OWN)
    ranked = sorted(counts, key=lambda c: (c not in parties, -counts[c], c))
    columns = ranked if len(ranked) <= MOST_COLUMNS else [*ranked[: MOST_COLUMNS - 1], OTHERS]
    own = [OWN] if any(OWN in voices for voices in cells) else []
    return own + columns


def _fold_others(voices: dict[str, list[Tag]], columns: Sequence[str]) -> dict[str, list[Tag]]:
    folded: dict[str, list[Tag]] = {}
    for column, tags in voices.items():
        if column in columns:
            folded.setdefault(column, []).extend(tags)
        else:
            named = [Tag(f"{column} {t.words}", t.doubting, t.detail, t.cites) for t in tags]
            folded.setdefault(OTHERS, []).extend(named)
    return folded


def _voices(folder: Folder, event: Row) -> dict[str, list[Tag]]:
    """Group the tags of an event's claims by voice; equal words become one tag."""
    grouped: dict[str, dict[tuple[str, bool], list[tuple[str, str]]]] = {}
    for ident in texts(event, "claims"):
        claim = folder.claims.get(ident)
        for column, key, detail in _tags_of(folder, claim) if claim else ():
            grouped.setdefault(column, {}).setdefault(key, []).append((detail, ident))
    voices = {
        column: [_tag(folder, key, items) for key, items in found.items()]
        for column, found in grouped.items()
    }
    _add_silence(folder, event, voices)
    return voices


def _tags_of(folder: Folder, claim: Row) -> list[tuple[str, tuple[str, bool], str]]:
    stance, speakers = claim.get("stance") or "asserted", speakers_of(claim)
    reality = claim.get("reality") or "happened"
    plain = reality in ("happened", "ongoing")
    numbers = ", ".join(say_quantity(q) for q in maps(claim, "quantities")[:2])
    if not speakers:
        told = "told" if plain else f"told: {SAID.get(reality, say_reality(reality))}"
        return [(OWN, (told, stance in DOUBTING), numbers)]
    found = []
    for speaker in speakers:
        column = column_of(folder, speaker)
        name = name_actor(folder, speaker)
        detail = ", ".join(piece for piece in ("" if name == column else name, numbers) if piece)
        found.append((column, (_say(stance, reality), stance in DOUBTING), detail))
    return found


def _say(stance: str, reality: str) -> str:
    """Say what a voice does with a telling that may not be of something done.

    >>> _say("asserted", "not-happened"), _say("denied", "happened")
    ('says it did not happen', 'denies')
    """
    if reality in ("happened", "ongoing"):
        return say_stance(stance)
    told = SAID.get(reality, f"as {reality}")
    return f"says it {told}" if stance == "asserted" else f"{say_stance(stance)}: {told}"


SAID = {
    "not-happened": "did not happen",
    "planned": "is planned",
    "possible": "is possible",
    "conditional": "depends",
    "demanded": "is demanded",
}


def _tag(folder: Folder, key: tuple[str, bool], items: Sequence[tuple[str, str]]) -> Tag:
    details = dict.fromkeys(detail for detail, _ in items if detail)
    cites = folder.cites(ident for _, ident in items)
    return Tag(key[0], key[1], "; ".join(details), cites)


def _add_silence(folder: Folder, event: Row, voices: dict[str, list[Tag]]) -> None:
    """Add what the event knows of acknowledgement and no claim's own speaker has shown."""
    for code, stance in sorted((event.get("acknowledgement") or {}).items()):
        tags = voices.setdefault(folder.name(code), [])
        words = say_stance(stance)
        if not any(tag.words.startswith(words) for tag in tags):
            tags.append(Tag(words, stance in DOUBTING))
