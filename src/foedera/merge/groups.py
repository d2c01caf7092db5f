"""Groups that grow by joining: who belongs together, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Disjoint groups of names; joining is near constant, listing is in order.

    >>> groups = Groups(["a", "b", "c"])
    >>> groups.join("a", "c")
    >>> groups.all()
    [('a', 'c'), ('b',)]
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._members: dict[str, list[str]] = {name: [name] for name in names}
        self._root: dict[str, str] = {name: name for name in self._members}

    def root(self, name: str) -> str:
        """Return the name that stands for the group: its smallest."""
        return self._root[name]

    def members(self, root: str) -> list[str]:
        """Return the names in the group of a root, sorted."""
        return self._members[root]

    def join(self, a: str, b: str) -> None:
        """Make one group of two."""
        left, right = sorted((self._root[a], self._root[b]))
        if left == right:
            return
        moved = self._members.pop(right)
        for name in moved:
            self._root[name] = left
        self._members[left] = sorted(self._members[left] + moved)

    def all(self) -> list[tuple[str, ...]]:
        """Return all groups, each sorted, in order of their first names."""
        return [tuple(self._members[root]) for root in sorted(self._members)]
