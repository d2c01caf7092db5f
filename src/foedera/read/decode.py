"""Bytes to text, bounded; what is no text is refused with its place and a remedy."""

from __future__ import annotations

from pathlib import Path

from foedera.errors import UnreadableFile
from foedera.read.drafts import MAX_TEXT

MAX_FILE = 8_000_000  # bytes of one plain file: a report, not an archive
_BOMS = {
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_UTF8_BOM = b"\xef\xbb\xbf"


def read_text(path: Path, max_bytes: int = MAX_FILE) -> str:
    """Read a whole file as UTF-8, line ends kept as they are.

    Raises: UnreadableFile for an empty, binary, oversized or wrongly encoded file.
    """
    raw = read_bytes(path, max_bytes)
    if not raw.strip():
        raise UnreadableFile(
            str(path), "the file is empty", "Save the report again or remove the file."
        )
    text = decode(raw, str(path))
    if len(text) > MAX_TEXT and max_bytes == MAX_FILE:
        raise too_long(str(path), len(text))
    return text


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """Read at most `max_bytes` of a file; a longer one is refused."""
    with path.open("rb") as file:
        raw = file.read(max_bytes + 1)
    if len(raw) > max_bytes:
        raise UnreadableFile(
            str(path),
            f"the file is larger than {max_bytes:,} bytes",
            "Give one report a file, or many as JSON lines, one a line.",
        )
    return raw


def decode(raw: bytes, where: str) -> str:
    """Decode UTF-8, a leading byte-order mark off; wrong bytes are named by their offset.

    >>> decode(b"caf\\xc3\\xa9", "a.txt")
    'café'
    """
    for bom, name in _BOMS.items():
        if raw.startswith(bom):
            raise UnreadableFile(where, f"the text is {name}, not UTF-8", _recode(name))
    skipped = len(_UTF8_BOM) if raw.startswith(_UTF8_BOM) else 0
    nul = raw.find(b"\0")
    if nul != -1:
        raise UnreadableFile(
            where,
            f"no text but binary data (a zero byte at byte {nul})",
            "Save the report as text, HTML or JSON lines.",
        )
    try:
        return raw[skipped:].decode("utf8")
    except UnicodeDecodeError as error:
        at = error.start + skipped
        raise UnreadableFile(
            where, f"broken UTF-8 at byte {at} (0x{raw[at]:02x})", _recode("WINDOWS-1252")
        ) from error


def too_long(where: str, length: int) -> UnreadableFile:
    """Make the error for a text past the bound."""
    return UnreadableFile(
        where,
        f"the text has {length:,} characters, more than {MAX_TEXT:,}",
        "Split it into single reports, one a JSON line.",
    )


def _recode(name: str) -> str:
    return f"If it is {name}, re-encode it: iconv -f {name} -t UTF-8 OLD > NEW."
