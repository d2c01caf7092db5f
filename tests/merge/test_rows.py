"""What all tellings of an event tell rests on its origins, and nothing else does."""

from foedera.data import Comparison
from foedera.merge.origins import Chain
from foedera.merge.rows import comparison_row
from tests.merge.tellings import telling


def test_only_a_value_that_every_claim_tells_once_has_the_origins_of_all() -> None:
    told = [telling("military.attack", f"They struck Velm {n} times.") for n in range(2)]
    tellings = {one.id: one for one in told}
    chains = {one.id: Chain("Herald", ()) for one in told}
    first, second = sorted(tellings)
    own = {"independent": [7, 7], "roots": []}
    values = (("asserted", (first, first)), ("denied", (first, second)), ("open", (second,)))
    row = comparison_row(
        Comparison("acknowledgement:RVA", "conflict", values),
        tellings,
        chains,
        ((first, second), own),
    )
    assert [value["origins"] is own for value in row["values"]] == [False, True, False]
