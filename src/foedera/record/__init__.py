"""The library's face: a record opened, read into, asked and overruled."""

from foedera.record.asking import Page
from foedera.record.face import Record
from foedera.record.listing import Listing, Row
from foedera.record.news import News
from foedera.record.reading import Summary

__all__ = ["Listing", "News", "Page", "Record", "Row", "Summary"]
