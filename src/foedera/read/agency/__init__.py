"""Agency conventions: what in a text is headline, dateline, caption, credit, and what is prose."""

from foedera.read.agency.parts import Marked, mark_parts

__all__ = ["Marked", "mark_parts"]
