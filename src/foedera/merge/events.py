"""Which claims tell of one happening: blocks, judgements, groups that no veto divides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from foedera.data import Judgement, Layer, Reason, Verdict
from foedera.measure import content_id
from foedera.merge.blocks import Blocks
from foedera.merge.bounds import at_most
from foedera.merge.findings import FEATURES, features_between
from foedera.merge.first_vetoes import never_one, other_days, too_little
from foedera.merge.groups import Groups
from foedera.merge.near import VETO, Found, Near
from foedera.merge.near import Around as Around
from foedera.merge.plain import Plain, coded
from foedera.merge.telling import Telling, ordinal_day

SAME = 0.66
UNSURE = 0.05
HOPE = UNSURE - 0.001
"""A pair that cannot reach so much is not weighed; scores are rounded to thousandths."""
TIE = -0.5
"""Two groups join only where their members, taken together, are no less one than this."""
LOOSE = -1.0
SURE = 0.78
"""Where a pair is as sure as this and no veto is met, their groups may be so loose: what looks back
at a great happening ("the attack") is unlike most of what is told of it."""
FIRM = frozenset(("other_kind", "days_apart", "other_ordinal", "own_act", "other_agreement"))
"""Vetoes that hold between any two members of groups; what other vetoes rest on is read wrongly
more often, and in large groups a few of them weigh as much as they do in the mean."""
CHECKED = 8
"""How many members of each side are compared before two groups join."""
REMEMBERED = 400_000
"""How many comparisons of members are kept at hand; each is asked some three times."""


def weigh(a: Telling, b: Telling, around: Around, *, whole: bool = False) -> tuple[Reason, ...]:
    """Return the findings about a pair; unless the `whole` is asked, the first veto ends it."""
    near = around.near(a, b)
    found = []
    for feature in FEATURES:
        finding = feature(a, b, near)
        if finding is None:
            continue
        found.append(finding.reason())
        if finding.weight <= VETO and not whole:
            return (found[-1],)
    return tuple(found)


def add_up(a: Telling, b: Telling, near: Near) -> float:
    """Return what the findings about a pair add up to, none of them written down."""
    return _sum_up(a, b, near)[0]


def _sum_up(a: Telling, b: Telling, near: Near) -> tuple[float, Found | None]:
    """Return what the findings about a pair add up to, or the first veto that they meet."""
    added = 0.0
    for feature in features_between(a, b, near):
        finding = feature(a, b, near)
        if finding is not None:
            weight = finding.weight
            if weight <= VETO:
                return VETO, finding
            added += weight
    return round(added, 3), None


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
    Claims of different groups of kinds never meet, so each group of kinds may be judged alone.
    """
    by_id = {telling.id: telling for telling in tellings}
    edges = sorted(_edges(tellings, around), key=lambda e: (-e[0], e[1], e[2]))
    groups = Groups(sorted(by_id), keep=CHECKED)
    between = _Between(by_id, around)
    kept: list[Judgement] = []
    for pair, verdict in sorted(around.verdicts.items()):
        if verdict == "same" and pair[0] in by_id and pair[1] in by_id:
            groups.join(*pair)
    doubts: dict[tuple[str, str], Judgement] = {}
    for total, left, right in edges:
        a, b = groups.root(left), groups.root(right)
        if a == b or not _may_join(groups, (left, right), total, between):
            continue
        if total >= SAME:
            groups.join(left, right)
            kept.append(judge(by_id[left], by_id[right], around))
        elif (min(a, b), max(a, b)) not in doubts:
            doubts[min(a, b), max(a, b)] = judge(by_id[left], by_id[right], around)
    kept += [j for j in doubts.values() if groups.root(j.left) != groups.root(j.right)]
    return sorted(kept, key=lambda j: j.id), groups.all()


def _edges(tellings: Sequence[Telling], around: Around) -> Iterator[tuple[float, str, str]]:
    """Yield pairs that may be one, neighbours by day, then by words, then by id."""
    row = sorted(tellings, key=_neighbourhood)
    reports = [telling.source.report for telling in row]
    story_of = coded(around.story_of.get(report, (report,)) for report in reports)
    agreements = [around.agreement_of.get(telling.id) for telling in row]
    plain = Plain(row, agreements)
    for left, right in Blocks(row, around).pairs():
        one = story_of[left] == story_of[right]
        kept = plain.hopeful(left, right, one, HOPE)
        pairs = (side[kept].tolist() for side in (left, right, one))
        for place, other, one_story in zip(*pairs, strict=True):
            a, b = row[place], row[other]
            near = Near(one_story, agreements[place], agreements[other])
            total = add_up(a, b, near)
            if total >= UNSURE and not hopeless(a, b, near):
                yield total, min(a.id, b.id), max(a.id, b.id)


def hopeless(a: Telling, b: Telling, near: Near) -> bool:
    """Say whether two tellings can be seen to be no pair before anything is weighed."""
    return never_one(a, b, near.story) or too_little(a, b) or at_most(a, b, near) < HOPE


def _neighbourhood(telling: Telling) -> tuple[int, list[str], str]:
    day = telling.first or ordinal_day(telling.source.published.earliest) or 0
    return day, sorted(telling.parties), telling.id


class _Between:
    """What members of groups say of each other, remembered while groups grow."""

    def __init__(self, by_id: Mapping[str, Telling], around: Around) -> None:
        self._by_id = by_id
        self._around = around
        self._told: dict[tuple[str, str], float | None] = {}
        self.verdicts = around.verdicts

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[float] | None:
        """Return the scores of pairs; None where a firm veto stands between one of them.

        What is remembered and what is plain to see is asked first.
        """
        told = self._told
        asked = [pair for pair in pairs if pair not in told]
        if any(told[pair] is None for pair in pairs if pair in told):
            return None
        if any(map(self._days_apart, asked)):
            return None
        for pair in asked:
            told[pair] = self._score(*pair)
            if told[pair] is None:
                return None
        return [score for pair in pairs if (score := told[pair]) is not None]

    def note(self, pair: tuple[str, str], scored: float) -> None:
        """Note what a pair scores; when too much is remembered all of it is forgotten."""
        if len(self._told) > REMEMBERED:
            self._told.clear()
        self._told[pair] = scored

    def _days_apart(self, pair: tuple[str, str]) -> bool:
        """Say whether the stated days of two cannot be one, the commonest of the firm vetoes."""
        left, right = self._by_id[pair[0]], self._by_id[pair[1]]
        apart = other_days(left, right, self._around.story(left, right))
        if apart:
            self._told[pair] = None
        return apart

    def _score(self, a: str, b: str) -> float | None:
        """Return the score of a pair, None where a firm veto stands between them."""
        left, right = self._by_id[a], self._by_id[b]
        added, veto = _sum_up(left, right, self._around.near(left, right))
        return None if veto is not None and veto.feature in FIRM else added


def _may_join(groups: Groups, pair: tuple[str, str], scored: float, between: _Between) -> bool:
    """Say whether nothing stands between the groups of two claims, and they are one on the whole.

    A chain of tellings each like the next may lead from one happening to another. What the pair
    itself `scored` is known.
    """
    if between.verdicts and _divided(groups, pair, between.verdicts):
        return False
    left, right = (groups.first(name) for name in pair)
    between.note(pair, scored)
    scores = between.scores([(min(a, b), max(a, b)) for a in left for b in right])
    if scores is None:
        return False
    loose = scored >= SURE and min(scores) > VETO
    return sum(scores) >= (LOOSE if loose else TIE) * len(scores)


def _divided(
    groups: Groups, pair: tuple[str, str], verdicts: Mapping[tuple[str, str], Verdict]
) -> bool:
    sides = {groups.root(pair[0]), groups.root(pair[1])}
    return any(
        verdict == "different" and {groups.root(name) for name in names} == sides
        for names, verdict in verdicts.items()
        if all(map(groups.holds, names))
    )
