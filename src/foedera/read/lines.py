"""JSON lines, packed or not: one report a line; a bad line is named and the rest goes on."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from foedera.errors import InputError, UnreadableFile, UnreadableLine
from foedera.read.drafts import MAX_TEXT, Draft

MAX_LINE = 8_000_000  # bytes
MAX_UNPACKED = 20_000_000_000  # bytes of one file, so that a packed bomb ends
_PIECE = 1 << 20
_HALVES = re.compile("[\ud800-\udfff]")


def read_lines(path: Path) -> Iterator[Draft | InputError]:
    """Read a JSON lines file, `.gz` or not; a line's key is its `id`, else `path:line`."""
    seen: dict[str, int] = {}
    silent = True
    try:
        with _open(path) as file:
            for number, raw in _numbered(file):
                for found in _read_line(path, number, raw, seen):
                    silent = False
                    yield found
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableFile(
            str(path), f"the packed file is broken ({error})", "Pack or fetch it again."
        ) from error
    if silent:
        yield UnreadableFile(str(path), "no report in the file", 'Give {"id", "text"} a line.')


def _open(path: Path) -> BinaryIO:
    if path.suffix == ".gz":
        return cast(BinaryIO, gzip.open(path, "rb"))
    return path.open("rb")


def _numbered(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Yield line number and bytes; None for a line past the bound, which is read over."""
    total = 0
    number = 0
    while raw := file.readline(MAX_LINE + 1):
        number += 1
        total += len(raw)
        too_long = len(raw) > MAX_LINE
        while too_long and not raw.endswith(b"\n") and (raw := file.readline(_PIECE)):
            total += len(raw)
            if total > MAX_UNPACKED:
                break
        if total > MAX_UNPACKED:
            yield number, None
            return
        yield number, None if too_long else raw


def _read_line(
    path: Path, number: int, raw: bytes | None, seen: dict[str, int]
) -> Iterator[Draft | InputError]:
    where = f"{path}:{number}"
    if raw is None:
        yield UnreadableLine(
            where, f"the line is longer than {MAX_LINE:,} bytes", "Give one report a line."
        )
        return
    if not raw.strip():
        return
    try:
        row = _parse(raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw, where)
        draft = _draft(row, where)
    except UnreadableLine as error:
        yield error
        return
    first = seen.setdefault(draft.key, number)
    yield draft
    if first != number:
        yield UnreadableLine(
            where,
            f"the id {draft.key!r} stands in line {first} already",
            "Both were read; give each its own id.",
        )


def _parse(raw: bytes, where: str) -> dict[str, Any]:
    try:
        row = json.loads(raw.decode("utf8"))
    except UnicodeDecodeError as error:
        raise UnreadableLine(
            where,
            f"broken UTF-8 at byte {error.start} of the line (0x{raw[error.start]:02x})",
            "Write the file as UTF-8.",
        ) from error
    except RecursionError as error:
        raise UnreadableLine(
            where, "JSON nested too deep", 'Give flat objects with "text".'
        ) from error
    except ValueError as error:
        raise UnreadableLine(
            where, f"no JSON ({error})", "Write one JSON object a line."
        ) from error
    if not isinstance(row, dict):
        raise UnreadableLine(where, "no JSON object", 'Write {"id": …, "text": …} a line.')
    return row


def _draft(row: dict[str, Any], where: str) -> Draft:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        problem = 'no "text"' if text is None else '"text" is empty or no string'
        raise UnreadableLine(where, problem, 'Put the report\'s words under "text".')
    if len(text) > MAX_TEXT:
        raise UnreadableLine(
            where,
            f"the text has {len(text):,} characters, more than {MAX_TEXT:,}",
            "Split it into reports.",
        )
    key = row.get("id")
    return Draft(
        where if key is None or key == "" else str(key),
        _without_surrogates(text),
        where,
        title=_word(row, "title"),
        outlet=_word(row, "source"),
        url=_word(row, "url"),
        lang=_word(row, "lang") or "en",
        given=_day(row, "published") or _day(row, "date"),
    )


def _word(row: dict[str, Any], name: str) -> str | None:
    value = row.get(name)
    if not isinstance(value, str) or not value.strip():
        return None
    return _without_surrogates(" ".join(value.split()))


def _day(row: dict[str, Any], name: str) -> str | None:
    """Return a day's words; one written as a number, such as 20190503, is a day too."""
    value = row.get(name)
    return str(value) if type(value) in (int, float) else _word(row, name)


def _without_surrogates(words: str) -> str:
    """Replace half characters, which no file can hold, one for one so that offsets stay."""
    return words if words.isascii() else _HALVES.sub("\ufffd", words)
