"""Questions answered a page at a time, looks at one thing, and the record at a glance."""

from foedera.record.asking.finding import Finding
from foedera.record.asking.handing import Handing
from foedera.record.asking.looking import Looking
from foedera.record.asking.overview import Overview
from foedera.record.asking.pages import Page

__all__ = ["Finding", "Handing", "Looking", "Overview", "Page"]
