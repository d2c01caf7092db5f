"""Keeps reports, claims, judgements and corrections in one database."""

from foedera.store.kept import Kept
from foedera.store.numbered import Renumbering, id_name
from foedera.store.replacing import Entry, Merging, Replacing
from foedera.store.store import Store

__all__ = ["Entry", "Kept", "Merging", "Renumbering", "Replacing", "Store", "id_name"]
