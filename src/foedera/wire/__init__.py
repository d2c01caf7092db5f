"""Types to and from the JSON lines that `foedera extract` writes and the store keeps.

Every row holds what the contract names, and besides it what a lossless way back needs
(rules, spans of time words, the form a time was read as). Absent values are left out.
"""

from foedera.wire.claims import Plover, claim_row, read_claim
from foedera.wire.reports import days_row, from_row, read_days, read_report, report_row, to_row
from foedera.wire.shapes import Row
from foedera.wire.values import (
    actor_row,
    quantity_row,
    read_actor,
    read_quantity,
    read_when,
    read_where,
    when_row,
    where_row,
)

__all__ = [
    "Plover",
    "Row",
    "actor_row",
    "claim_row",
    "days_row",
    "from_row",
    "quantity_row",
    "read_actor",
    "read_claim",
    "read_days",
    "read_quantity",
    "read_report",
    "read_when",
    "read_where",
    "report_row",
    "to_row",
    "when_row",
    "where_row",
]
