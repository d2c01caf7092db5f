"""What people decided: each a row with its reason and its maker, to be withdrawn at any time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foedera.errors import NotInRecord
from foedera.serve.frame import Page, TheDesk, show
from foedera.serve.opened import OpenRecord
from foedera.view.rows import Row

router = APIRouter()
PAGE = Page(router)


@router.get("/decisions/{name}")
def show_decision(
    request: Request, desk: TheDesk, name: Annotated[str, Path(max_length=64)]
) -> Response:
    """Show a decision, what it is about, and where the record stands since."""
    row = desk.record.show(name)[0]
    if row["type"] not in ("judgement", "correction"):
        raise NotInRecord(f"No decision {name} in this record.")
    return show(
        request,
        "decision.html",
        row=row,
        reason=reason_of(row),
        tellings=_tellings(desk.record, row),
        worked_in=desk.record.is_settled(),
    )


def _tellings(record: OpenRecord, row: Row) -> Sequence[Row]:
    if row["type"] == "correction":
        return record.tellings_of([str(row["claim"])])
    if row["layer"] in ("event", "agreement"):
        return record.tellings_of([str(row["left"]), str(row["right"])])
    return []


@router.post("/decisions/{name}/withdraw")
def withdraw_decision(desk: TheDesk, name: Annotated[str, Path(max_length=64)]) -> Response:
    """Take a decision back; the row stays, marked."""
    desk.decide(lambda record: record.withdraw(name))
    return RedirectResponse(f"/decisions/{name}", status_code=303)


def reason_of(row: Row) -> str:
    """Return why a person decided."""
    if row.get("because"):
        return str(row["because"])
    return "; ".join(str(one["note"]) for one in row.get("reasons") or ())
