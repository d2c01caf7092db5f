"""Groups that grow by joining: who belongs together, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Disjoint groups of names; joining costs little however large they are.

    Of each group the first `keep` names in order are at hand at any time.

    >>> groups = Groups(["c", "a", "b"])
    >>> groups.join("c", "a")
    >>> groups.all()
    [('a', 'c'), ('b',)]
    """

    def __init__(self, names: Iterable[str], *, keep: int = 8) -> None:
        self._keep = keep
        self._home: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._first: dict[str, list[str]] = {}
        self.add(names)

    def add(self, names: Iterable[str]) -> None:
        """Take further names, each a group of its own."""
        self._home |= {name: name for name in names}

    def size(self, name: str) -> int:
        """Return how many names the group that holds a name has."""
        return len(self._members.get(self._home[name], (name,)))

    def root(self, name: str) -> str:
        """Return the name that stands for the group: its smallest."""
        home = self._home[name]
        first = self._first.get(home)
        return first[0] if first else home

    def holds(self, name: str) -> bool:
        """Say whether a name is in any group."""
        return name in self._home

    def first(self, name: str) -> list[str]:
        """Return the first names of the group that holds a name, in order."""
        home = self._home[name]
        return self._first.get(home) or [home]

    def members(self, name: str) -> list[str]:
        """Return all names of the group that holds a name, sorted."""
        home = self._home[name]
        return sorted(self._members.get(home, (home,)))

    def join(self, a: str, b: str) -> None:
        """Make one group of two; the names of the smaller one move."""
        left, right = self._home[a], self._home[b]
        if left == right:
            return
        first = sorted(self.first(a) + self.first(b))[: self._keep]
        mine, moved = self._members.pop(left, [left]), self._members.pop(right, [right])
        if len(mine) < len(moved):
            left, right, mine, moved = right, left, moved, mine
        self._home.update(dict.fromkeys(moved, left))
        mine += moved
        self._members[left] = mine
        self._first.pop(right, None)
        self._first[left] = first

    def forget(self, name: str) -> None:
        """Let go of the group that holds a name.

        >>> groups = Groups(["a", "b", "c"])
        >>> groups.join("a", "c"), groups.forget("c"), groups.all()
        (None, None, [('b',)])
        """
        home = self._home[name]
        for member in self._members.pop(home, (home,)):
            del self._home[member]
        self._first.pop(home, None)

    def all(self) -> list[tuple[str, ...]]:
        """Return all groups, each sorted, in order of their first names."""
        alone = [(name,) for name, home in self._home.items() if home not in self._members]
        return sorted([*alone, *(tuple(sorted(names)) for names in self._members.values())])
