"""Who has it from whom: from the first source down to each report, as a tree of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from foedera.serve.quoting import outlet_of
from foedera.view.rows import Row
from foedera.view.words import join_words, say_days, say_stance

OWN = "the report’s own voice"


@dataclass(slots=True)
class Source:
    """One source: its name, what it is fed to, and the tellings that end here."""

    name: str
    fed: dict[str, Source] = field(default_factory=dict)
    leaves: list[Row] = field(default_factory=list)

    @property
    def tellings(self) -> int:
        """Count the tellings that come from here."""
        return len(self.leaves) + sum(one.tellings for one in self.fed.values())


def grow(tellings: Sequence[Row]) -> list[Source]:
    """Grow the tree of some tellings: innermost sources first, reports as leaves.

    Sources that feed most tellings stand first; a report's own voice stands last.
    """
    root = Source("")
    for telling in tellings:
        at = root
        for name in reversed(_levels(telling)):
            at = at.fed.setdefault(name, Source(name))
        at.leaves.append(_leaf(telling))
    return _ordered(root)


def _levels(telling: Row) -> list[str]:
    levels = [join_words(_name(a) for a in level) for level in telling.get("sources") or ()]
    return levels or [OWN]


def _name(actor: Row) -> str:
    return str(actor["name"])


def _leaf(telling: Row) -> Row:
    report = telling["report"]
    return {
        "outlet": outlet_of(report),
        "day": say_days(report.get("published"), short=True),
        "stance": say_stance(telling.get("stance")),
        "telling": telling,
    }


def _ordered(source: Source) -> list[Source]:
    found = sorted(source.fed.values(), key=lambda one: (one.name == OWN, -one.tellings, one.name))
    for one in found:
        one.fed = {child.name: child for child in _ordered(one)}
    return found
