"""An event's fields, made of its tellings."""

from itertools import permutations

from foedera.merge.assemble import assemble_event
from foedera.merge.origins import name_sources, trace
from tests.merge.tellings import telling


def test_whom_most_reports_tell_stands_first_whatever_their_order() -> None:
    told = [
        telling("military.attack", "One struck.", actors=["OST"], outlet="Herald"),
        telling("military.attack", "Two struck.", actors=["RVA"], outlet="Courier"),
        telling("military.attack", "Three struck.", actors=["RVA"], outlet="Star"),
    ]
    chains = {t.id: chain for t in told for chain in trace([t], name_sources([])).values()}
    for order in permutations(told):
        event = assemble_event(order, chains, copy_of={}, compared=False)
        assert [a.country for a in event.roles.actors] == ["RVA", "OST"]
