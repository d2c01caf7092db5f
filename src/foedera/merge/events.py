"""Which claims tell of one happening: blocks, judgements, groups that no veto divides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from foedera.data import Judgement, Layer, Reason, Verdict
from foedera.measure import content_id
from foedera.merge.features import FEATURES, VETO, Near
from foedera.merge.groups import Groups
from foedera.merge.telling import Telling, ordinal_day

SAME = 1.0
UNSURE = 0.8
WINDOW = 30
"""How many neighbours by day and words a claim is compared with in a block; bounds the cost."""
CHECKED = 8
"""How many members of each side are compared before two groups join."""


@dataclass(frozen=True, slots=True)
class Around:
    """What earlier layers found: the story of a report, the agreement of a claim, verdicts."""

    story_of: Mapping[str, str] = field(default_factory=dict)
    agreement_of: Mapping[str, str] = field(default_factory=dict)
    verdicts: Mapping[tuple[str, str], Verdict] = field(default_factory=dict)

    def near(self, a: Telling, b: Telling) -> Near:
        """Return what lies around a pair."""
        left, right = a.source.report, b.source.report
        story = left == right or (
            left in self.story_of and self.story_of[left] == self.story_of.get(right)
        )
        agreements = self.agreement_of
        return Near(story, False, agreements.get(a.id), agreements.get(b.id))


def weigh(a: Telling, b: Telling, around: Around, *, whole: bool = False) -> tuple[Reason, ...]:
    """Return the findings about a pair; unless the `whole` is asked, the first veto ends it."""
    near = around.near(a, b)
    found = []
    for feature in FEATURES:
        reason = feature(a, b, near)
        if reason is None:
            continue
        found.append(reason)
        if reason.weight <= VETO and not whole:
            return (reason,)
    return tuple(found)


def score(reasons: Iterable[Reason]) -> float:
    """Add the weights up; a veto is a floor."""
    weights = [reason.weight for reason in reasons]
    return VETO if any(w <= VETO for w in weights) else round(sum(weights), 3)


def judge(a: Telling, b: Telling, around: Around) -> Judgement:
    """Say with all reasons whether two claims tell of one happening."""
    left, right = sorted((a, b), key=lambda t: t.id)
    reasons = weigh(left, right, around, whole=True)
    total = score(reasons)
    verdict: Verdict = "same" if total >= SAME else "unsure" if total >= UNSURE else "different"
    return computed_judgement("event", (left.id, right.id), verdict, reasons)


def computed_judgement(
    layer: Layer, pair: tuple[str, str], verdict: Verdict, reasons: tuple[Reason, ...]
) -> Judgement:
    """Make a rule's judgement: no clock, an id that follows from the pair."""
    left, right = sorted(pair)
    name = content_id("judgement", layer, left, right)
    return Judgement(name, layer, left, right, verdict, score(reasons), reasons, "rule")


def judge_claims(
    tellings: Sequence[Telling], around: Around
) -> tuple[list[Judgement], list[tuple[str, ...]]]:
    """Judge all claims: the judgements that join or leave a doubt, and the groups they make.

    Groups hold every claim once, each in order of ids, the groups in order of their first.
    """
    by_id = {telling.id: telling for telling in tellings}
    edges = sorted(_edges(tellings, around), key=lambda e: (-e[0], e[1], e[2]))
    groups = Groups(sorted(by_id))
    kept: list[Judgement] = []
    for pair, verdict in sorted(around.verdicts.items()):
        if verdict == "same" and pair[0] in by_id and pair[1] in by_id:
            groups.join(*pair)
    doubts: dict[tuple[str, str], Judgement] = {}
    for total, left, right in edges:
        a, b = groups.root(left), groups.root(right)
        if a == b:
            continue
        open_way = _may_join(groups.members(a), groups.members(b), by_id, around)
        judgement = judge(by_id[left], by_id[right], around)
        if total >= SAME and open_way:
            groups.join(left, right)
            kept.append(judgement)
        elif open_way:
            doubts.setdefault((min(a, b), max(a, b)), judgement)
    kept += [j for j in doubts.values() if groups.root(j.left) != groups.root(j.right)]
    return sorted(kept, key=lambda j: j.id), groups.all()


def _edges(tellings: Sequence[Telling], around: Around) -> Iterator[tuple[float, str, str]]:
    seen: set[tuple[str, str]] = set()
    for block in _blocks(tellings, around):
        for place, left in enumerate(block):
            for right in block[place + 1 : place + 1 + WINDOW]:
                pair = (left.id, right.id) if left.id < right.id else (right.id, left.id)
                if pair in seen:
                    continue
                seen.add(pair)
                total = score(weigh(left, right, around))
                if total >= UNSURE:
                    yield total, *pair


def _blocks(tellings: Sequence[Telling], around: Around) -> Iterator[list[Telling]]:
    """Yield claims that may tell of one happening, neighbours by day, then by words, then by id."""
    blocks: dict[tuple[str, str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        for key in _keys(telling, around):
            blocks[key].append(telling)
    for key in sorted(blocks):
        if len(blocks[key]) > 1:
            yield sorted(blocks[key], key=_neighbourhood)


def _keys(telling: Telling, around: Around) -> Iterator[tuple[str, str, str]]:
    report = telling.source.report
    yield telling.group, "story", around.story_of.get(report, report)
    agreement = around.agreement_of.get(telling.id)
    if agreement:
        yield telling.group, "agreement", agreement
    first, last = telling.first, telling.last
    if first is None or last is None or last - first > 45:
        return
    for actor in telling.actors:
        for month in sorted({first // 30, last // 30}):
            yield telling.group, actor, str(month)


def _neighbourhood(telling: Telling) -> tuple[int, list[str], str]:
    day = telling.first or ordinal_day(telling.source.published.earliest) or 0
    return day, sorted(telling.parties), telling.id


def _may_join(
    left: Sequence[str], right: Sequence[str], by_id: Mapping[str, Telling], around: Around
) -> bool:
    """Say whether no judgement and no veto stands between two groups."""
    if around.verdicts and _divided(left, right, around.verdicts):
        return False
    for a in left[:CHECKED]:
        for b in right[:CHECKED]:
            if score(weigh(by_id[a], by_id[b], around)) <= VETO:
                return False
    return True


def _divided(
    left: Sequence[str], right: Sequence[str], verdicts: Mapping[tuple[str, str], Verdict]
) -> bool:
    small, large = sorted((left, right), key=len)
    other = set(large)
    for (a, b), verdict in verdicts.items():
        if verdict == "different" and ((a in other and b in small) or (b in other and a in small)):
            return True
    return False
