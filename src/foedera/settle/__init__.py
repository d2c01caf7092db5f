"""Settling: what is judged and computed over the reports and claims that the store holds."""

from foedera.settle.live import merge_report
from foedera.settle.live_verdicts import merging_verdict
from foedera.settle.lookup import Lookup
from foedera.settle.tellings import (
    load_claim,
    load_tellings,
    person_verdicts,
    read_source,
    trace_all,
)
from foedera.settle.whole import enter_again, settle
from foedera.settle.wholes import (
    actor_rows,
    agreement_caches,
    event_rows,
    origin_listing,
    place_of_agreement,
    place_of_event,
)

__all__ = [
    "Lookup",
    "actor_rows",
    "agreement_caches",
    "enter_again",
    "event_rows",
    "load_claim",
    "load_tellings",
    "merge_report",
    "merging_verdict",
    "origin_listing",
    "person_verdicts",
    "place_of_agreement",
    "place_of_event",
    "read_source",
    "settle",
    "trace_all",
]
