"""What several reports tell of one duty under an agreement is one duty, told by one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from foedera.data import Obligation
from foedera.merge.groups import Groups
from foedera.merge.rarity import stems
from foedera.merge.telling import Telling

_ONCE = frozenset({"defence", "offence", "neutrality", "non-aggression", "consultation"})
_NOT_LAID_DOWN = frozenset({"demanded", "not-happened"})
_FEW = 4
_Key: TypeAlias = tuple[str, frozenset[str]]
"""The kind of a duty and the stems of its words."""


@dataclass(frozen=True, slots=True)
class Duty:
    """An obligation as all its tellings together have it."""

    obligation: Obligation
    claims: tuple[str, ...]
    quoted: str


def merge_obligations(tellings: Sequence[Telling], parties: Sequence[str]) -> list[Duty]:
    """Merge what several reports tell of one duty: same agreement, same kind, words in common.

    Of the kinds by which alliances are told apart (defence, neutrality) an agreement has one duty
    each; arms limits, aid, trade and the like it may have many. What is only asked to be in an
    agreement, or told not to be, is no duty.
    """
    by_words: dict[_Key, list[Telling]] = {}
    for telling in sorted(tellings, key=lambda t: (t.source.report, t.order)):
        duty = telling.claim.obligation
        if duty is not None and telling.claim.voice.reality not in _NOT_LAID_DOWN:
            words = frozenset() if duty.kind in _ONCE else stems(duty.duty or "")
            by_words.setdefault((duty.kind, words), []).append(telling)
    merged = (_merge_duty(told, parties) for told in _joined(by_words))
    return sorted(merged, key=lambda duty: (duty.obligation.kind, duty.claims))


def _joined(told: Mapping[_Key, list[Telling]]) -> Iterator[list[Telling]]:
    """Yield the tellings of each duty: of one kind, half of the shorter's words in common.

    One without a word of its own ("do so") is like no other; only what shares a word is compared.
    """
    first = {duties[0].id: key for key, duties in told.items()}
    groups = Groups(first)
    holding: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one, (kind, words) in first.items():
        for other, shared in Counter(o for w in words for o in holding[kind, w]).items():
            if 2 * shared >= min(len(words), len(first[other][1])):
                groups.join(one, other)
        for word in words:
            holding[kind, word].append(one)
    for names in groups.all():
        yield [telling for name in names for telling in told[first[name]]]


def _merge_duty(told: Sequence[Telling], parties: Sequence[str]) -> Duty:
    """Let the fullest telling say what is owed, when and on which conditions.

    Who bears it and who gains by it is what most tellings say; the words of two reports never
    make one sentence, as nobody may have said it.
    """
    duties = [t.claim.obligation for t in told if t.claim.obligation]
    quoted = max(told, key=lambda t: (_fullness(t.claim.obligation), t.id))
    fullest = quoted.claim.obligation or duties[0]
    bearers = _often(b for duty in duties for b in duty.bearers)
    given = _often(b for duty in duties for b in duty.beneficiaries)
    rest = tuple(sorted(set(parties) - set(given))) or tuple(sorted(parties))
    merged = replace(fullest, bearers=bearers or rest, beneficiaries=given)
    return Duty(merged, tuple(sorted(t.id for t in told)), quoted.id)


def _often(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are not told much less often than the one told most."""
    counts = Counter(names)
    most = max(counts.values(), default=0)
    return tuple(sorted(name for name, count in counts.items() if _FEW * count >= most))


def _fullness(duty: Obligation | None) -> tuple[int, int]:
    """Return how much of a duty is told: how many of its parts, then in how many letters."""
    if duty is None:
        return 0, 0
    parts = [p for p in (duty.duty, duty.trigger, duty.immediacy, duty.conditions) if p]
    return len(parts), sum(map(len, parts))
