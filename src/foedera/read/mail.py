"""Saved letters (.eml): what an agency or a ministry mails out is one report."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from pathlib import Path

from foedera.errors import UnreadableFile
from foedera.read.decode import read_bytes, too_long
from foedera.read.drafts import MAX_TEXT, Draft
from foedera.read.fragments import strip_tags

MAX_MAIL = 20_000_000  # bytes, pictures and attachments among them


def read_mail(path: Path) -> Iterator[Draft]:
    """Read a saved letter as one report; attachments are left alone.

    Raises: UnreadableFile for a letter without words.
    """
    letter = message_from_bytes(read_bytes(path, MAX_MAIL), policy=policy.default)
    text = _body(letter, str(path))
    if len(text) > MAX_TEXT:
        raise too_long(str(path), len(text))
    yield Draft(
        str(path),
        text,
        str(path),
        title=_head(letter, "subject"),
        outlet=_sender(letter),
        url=_head(letter, "archived-at"),
        given=_head(letter, "date"),
    )


def _body(letter: EmailMessage, where: str) -> str:
    part = letter.get_body(("plain", "html"))
    try:
        words = str(part.get_content()) if part is not None else ""
    except (LookupError, KeyError, MessageError) as error:
        raise UnreadableFile(
            where, f"the letter's text cannot be decoded ({error})", "Save it as plain text."
        ) from error
    if part is not None and part.get_content_type() == "text/html":
        words = strip_tags(words)
    text = words.replace("\r\n", "\n").strip()
    if "\0" in text:
        raise UnreadableFile(where, "no letter but binary data", "Save the report as text or HTML.")
    if not text:
        raise UnreadableFile(where, "a letter without words", "Save the report as .txt or .html.")
    return text


def _head(letter: EmailMessage, name: str) -> str | None:
    value = letter.get(name)
    return " ".join(str(value).split())[:500] or None if value is not None else None


def _sender(letter: EmailMessage) -> str | None:
    """Return the sender's name, if the letter gives one beside the address."""
    sender = letter.get("from")
    addresses = getattr(sender, "addresses", ())
    return addresses[0].display_name or None if addresses else None
