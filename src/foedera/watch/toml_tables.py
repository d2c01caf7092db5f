"""TOML read with care: each wrong key or value is named by file, line and remedy."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from foedera.errors import SettingError

_HEADER = re.compile(r"\s*\[{1,2}\s*([\w.-]{1,60})\s*\]{1,2}\s*(?:#.*)?")
_SPANS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_SPAN = re.compile(r"(\d{1,6})\s?([smhd])")
MAX_FILE = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file, which knows where it stands there."""

    file: str
    lines: tuple[str, ...]
    name: str
    number: int
    body: Mapping[str, Any]

    def wrong(self, key: str | None, problem: str, remedy: str) -> SettingError:
        """Make the error for a key of this table, or for the table itself."""
        line = self._line(key)
        place = f"{self.file}, line {line}" if line else self.file
        what = f"{self.name} {self.number}" if self.number else self.name
        return SettingError(f"{place}, {what}" if what else place, problem, remedy)

    def only(self, known: Collection[str]) -> None:
        """Refuse keys that mean nothing here."""
        for key in self.body:
            if key not in known:
                near = get_close_matches(key, known, 1)
                remedy = f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(known)}."
                raise self.wrong(key, f"the key {key!r} means nothing here", remedy)

    def words(self, key: str, default: str | None = None) -> str:
        """Return a string that is not empty; without a default it must be there."""
        value = self.body.get(key, default)
        if value is None:
            raise self.wrong(None, f"{key!r} is missing", f'Add {key} = "…".')
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, f"{key!r} is no text", f'Write {key} = "…".')
        return value.strip()

    def may_words(self, key: str) -> str | None:
        """Return a string, or None where the key is not given."""
        return self.words(key) if key in self.body else None

    def yes(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self.body.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, f"{key!r} is neither true nor false", f"Write {key} = true.")
        return value

    def number_of(self, key: str, default: int, least: int, most: int) -> int:
        """Return a whole number within bounds."""
        value = self.body.get(key, default)
        if type(value) is not int or not least <= value <= most:
            said = f"{key!r} is no whole number from {least} to {most:,}"
            raise self.wrong(key, said, f"Write {key} = {default}.")
        return value

    def span(self, key: str, default: str, least: str = "1s", most: str = "7d") -> float:
        """Return a stretch of time in seconds, written as "90s", "15m", "2h" or "1d"."""
        seconds = read_span(self.words(key, default))
        if seconds is None:
            said = f"{key!r} is no stretch of time"
            raise self.wrong(key, said, f'Write {key} = "{default}", with s, m, h or d.')
        if not (read_span(least) or 0) <= seconds <= (read_span(most) or 0):
            raise self.wrong(key, f"{key!r} lies outside {least} to {most}", f'Try "{default}".')
        return seconds

    def list_of_words(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; none where the key is not given."""
        value = self.body.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            raise self.wrong(key, f"{key!r} is no list of texts", f'Write {key} = ["…", "…"].')
        return tuple(value)

    def tables(self, key: str) -> list[Table]:
        """Return the tables written as [[key]], in order."""
        value = self.body.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise self.wrong(key, f"{key!r} is no list of tables", f"Head each with [[{key}]].")
        return [Table(self.file, self.lines, key, n, body) for n, body in enumerate(value, 1)]

    def table(self, key: str) -> Table:
        """Return the table written as [key], empty where it is not given."""
        value = self.body.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, f"{key!r} is no table", f"Head it with [{key}].")
        return Table(self.file, self.lines, key, 0, value)

    def _line(self, key: str | None) -> int | None:
        """Return the line of a key, or of the table's head."""
        start, seen = 0, 0
        if self.name:
            heads = [_HEADER.fullmatch(line) for line in self.lines]
            for place, head in enumerate(heads):
                seen += head is not None and head[1] == self.name
                if seen == max(self.number, 1):
                    start = place + 1
                    break
            else:
                return None
        if key is None:
            return start or None
        for place, line in enumerate(self.lines[start:], start + 1):
            if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
                return place
            if _HEADER.fullmatch(line):
                break
        return start or None


def read_span(words: str) -> float | None:
    """Read a stretch of time as seconds.

    >>> read_span("15m"), read_span("soon")
    (900.0, None)
    """
    found = _SPAN.fullmatch(words.strip())
    return float(int(found[1]) * _SPANS[found[2]]) if found else None


def load_table(path: Path) -> Table:
    """Read a TOML file as its outermost table.

    Raises: SettingError for a file that is missing, too large, or no TOML.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_FILE + 1)
    except OSError as error:
        said = error.strerror or str(error)
        raise SettingError(str(path), said, "Name the file that lists the feeds.") from error
    if len(raw) > MAX_FILE:
        raise SettingError(str(path), "the file is too large for settings", "Name another file.")
    try:
        text = raw.decode("utf8")
        body = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise SettingError(str(path), "the file is no UTF-8", "Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        remedy = "Mend the line; docs/watch.md shows a whole file."
        raise SettingError(str(path), f"no TOML ({error})", remedy) from error
    return Table(str(path), tuple(text.splitlines()), "", 0, body)
