"""Keeps reports, claims, judgements and corrections in one database."""

from foedera.store.replacing import Entry, Merging, Replacing
from foedera.store.store import Store

__all__ = ["Entry", "Merging", "Replacing", "Store"]
