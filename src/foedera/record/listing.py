"""What every question to a record answers: rows in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import pandas

Row: TypeAlias = dict[str, Any]


class Listing(list[Row]):
    """Rows in the shapes of the wire contract; a list that can become a pandas frame."""

    def to_pandas(self) -> pandas.DataFrame:
        """Return the rows as a frame, one column a field."""
        import pandas

        return pandas.DataFrame(list(self))
