"""Keeps reports, claims, judgements and corrections in one database."""

from foedera.store.replacing import Replacing
from foedera.store.store import Store

__all__ = ["Replacing", "Store"]
