"""A claim joins an event live only where it is one with the event's claims on the whole.

The events are large enough that the nearest claim, and the absence of vetoes, decide otherwise.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.data import Extraction
from foedera.merge.events import SAME, Around, judge, weigh
from foedera.merge.joining import CHECKED, FIRM, LOOSE, SURE, TIE
from foedera.merge.near import VETO
from foedera.merge.telling import Telling
from foedera.settle import load_tellings, merge_report, read_source, settle
from foedera.store import Store
from tests.merge.builders import claim, extraction, report, when
from tests.settle.test_live import claims_by_event, opened

SHELLED = "Guns thundered at Velm"
FELL = "a bridge over the Orr collapsed under shells"
MAY = "2031-05-01/2031-05-28"


def told(
    number: int, words: str, day: str, *, target: str = "", days: str | None = None
) -> Extraction:
    """Make a report of one sentence; what else a paper prints makes no two one story."""
    outlet = f"Paper {number}"
    further = " ".join(f"{word}{number}" for word in ("rain", "harvest", "market", "theatre"))
    one = report(f"{words}, {outlet} wrote. {further}", outlet=outlet, day=day)
    targets = [target] if target else []
    sides = {"actors": ["RVA"], "recipients": targets}
    struck = claim(one, words, "military.attack", **sides, when=when(days))
    return extraction(one, struck)


def tellings(store: Store) -> dict[str, Telling]:
    sources = {head["report"]: read_source(head) for head in store.heads()}
    return {one.id: one for one in load_tellings(store, sources)}


def on_the_whole(new: Telling, members: list[Telling], around: Around) -> tuple[bool, bool]:
    """Say whether its nearest and no veto let a claim join some others, and whether the whole does.

    As the rule is written: the reasons for each pair, added up.
    """
    scores, firm = [], False
    for other in sorted(members, key=lambda one: one.id)[:CHECKED]:
        left, right = sorted((new, other), key=lambda one: one.id)
        reasons = weigh(left, right, around, whole=True)
        vetoes = [r for r in reasons if r.weight <= VETO]
        firm = firm or any(r.feature in FIRM for r in vetoes[:1])
        scores.append(VETO if vetoes else round(sum(r.weight for r in reasons), 3))
    nearest = max(judge(new, other, around).score for other in members)
    loose = nearest >= SURE and min(scores) > VETO
    enough = sum(scores) >= (LOOSE if loose else TIE) * len(scores)
    unhindered = nearest >= SAME and min(scores) > VETO
    return unhindered, nearest >= SAME and enough and not firm


NEWCOMER = st.tuples(
    st.sampled_from([FELL, SHELLED, f"{SHELLED} while {FELL}", "Jets bombed the harbour of Ebb"]),
    st.sampled_from(["2031-05-10", "2031-05-20", "2031-06-02"]),
    st.sampled_from(["", "OST", "LUR"]),
)


def merged(held: list[Extraction], new: Extraction) -> tuple[bool, bool, bool, bool]:
    """Merge a report live into an event of at least eight claims.

    Return whether it joined it, whether vetoes alone would let it, whether the whole does, and
    whether settling has it so.
    """
    with opened(held) as record:
        store = record._store
        event = max(claims_by_event(store).items(), key=lambda one: len(one[1]))
        store.put(new)
        merge_report(store, new.report.id)
        name = new.claims[0].id
        joined = name in claims_by_event(store)[event[0]]
        by_id = tellings(store)
        around = Around(store.members("story"), {})
        members = [by_id[one] for one in event[1]]
        assert len(members) >= CHECKED
        unhindered, whole = on_the_whole(by_id[name], members, around)
        settle(store)
        settled = next(held for held in claims_by_event(store).values() if name in held)
        return joined, unhindered, whole, bool(settled & event[1])


def large_event() -> list[Extraction]:
    """Make the reports of an event of nine claims; one of them is told in words of its own too."""
    plain = [told(number, SHELLED, "2031-05-08", target="OST") for number in range(8)]
    return [*plain, told(50, f"{SHELLED} while {FELL}", "2031-05-08", days=MAY)]


@settings(max_examples=25, deadline=None)
@given(NEWCOMER)
def test_a_claim_joins_what_it_is_one_with_on_the_whole(newcomer) -> None:
    words, day, target = newcomer
    new = told(60, words, day, target=target, days=MAY)
    joined, _, whole, settled = merged(large_event(), new)
    assert joined == whole == settled


def test_no_veto_and_a_near_claim_are_not_enough() -> None:
    new = told(60, FELL, "2031-06-02", days=MAY)
    assert merged(large_event(), new) == (False, True, False, False)
