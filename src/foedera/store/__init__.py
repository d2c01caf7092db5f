"""Keeps reports, claims, judgements and corrections in one database."""

from foedera.store.store import Store

__all__ = ["Store"]
