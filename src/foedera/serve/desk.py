"""One record, open once, behind many pages: who may write when, and what is being worked in."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from foedera.errors import FoederaError, RecordError
from foedera.record import Record
from foedera.serve.opened import OpenRecord

Given = TypeVar("Given")

PATIENCE = 15.0
"""How long a decision waits for a settling to end before it is sent back."""

SMALL = 400
"""A record of so many reports is settled at once after each decision."""

REST = 120.0
"""Decisions made one after the other are worked in after a rest of so many seconds."""

QUICK = 2.0
"""A settling this short is waited for; a longer one goes on behind the pages."""


class Busy(FoederaError):
    """The record is being settled; what was sent was not kept."""


@dataclass(frozen=True, slots=True)
class State:
    """Whether the record is being settled, since how many seconds, and what failed."""

    settling: bool
    seconds: float = 0.0
    waiting: bool = False
    failed: str = ""
    pending: int = 0


@dataclass(slots=True)
class _Work:
    """The settling in hand."""

    since: float | None = None
    again: bool = False
    took: float = 0.0
    failed: str = ""
    pending: int = 0
    rest: threading.Timer | None = None
    done: threading.Event = field(default_factory=threading.Event)


class Desk:
    """The record that all pages ask. Asking runs beside asking; writing waits its turn.

    Pages answer from the last settling while a new one runs behind them, so a decision on a large
    record never stops the reading.
    """

    def __init__(self, record: OpenRecord, place: str) -> None:
        self.record = record
        self.place = place
        self._writing = threading.Lock()
        self._guard = threading.Lock()
        self._work = _Work()
        self._work.done.set()

    # ---------------------------------------------------------- deciding

    def decide(self, write: Callable[[Record], Given]) -> Given:
        """Write what a person decided, then work it into the record where writing did not.

        A quick settling is done when this returns. Raises: Busy where a long one is in hand.
        """
        with self._turn():
            made = write(self.record)
        if self.record.is_settled():
            return made
        self._begin()
        self._work.done.wait(QUICK)
        return made

    def keep(self, write: Callable[[Record], Given]) -> Given:
        """Write one of many decisions; all are worked in together once no more comes.

        What writing did not work in itself needs a settling, which on a large record takes longer
        than reviewing the next item: it is put off until a rest or until `work_in`.
        """
        if self.record.is_small(SMALL):
            return self.decide(write)
        with self._turn():
            made = write(self.record)
        if self.record.is_settled():
            return made
        with self._guard:
            self._work.pending += 1
            if self._work.rest is not None:
                self._work.rest.cancel()
            self._work.rest = threading.Timer(REST, self.work_in)
            self._work.rest.daemon = True
            self._work.rest.start()
        return made

    def work_in(self) -> None:
        """Work in at once what was decided."""
        self._begin()
        self._work.done.wait(QUICK)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._writing.acquire(timeout=PATIENCE):
            raise Busy(
                "The record is being settled, so this was not kept. Send it again when it is done."
            )
        try:
            yield
        finally:
            self._writing.release()

    # ---------------------------------------------------------- settling

    def settle_if_changed(self) -> None:
        """Settle behind the pages what was read or decided since the last time."""
        if not self.record.is_settled():
            self._begin()

    def _begin(self) -> None:
        with self._guard:
            if self._work.since is not None:
                self._work.again = True
                return
            self._work.since = time.monotonic()
            self._work.failed = ""
            self._work.done.clear()
        threading.Thread(target=self._settle, name="settling", daemon=True).start()

    def _settle(self) -> None:
        while True:
            began = time.monotonic()
            failed = ""
            try:
                with self._writing:
                    self._work.pending = 0
                    self.record.settle()
            except RecordError as error:
                failed = str(error)
            with self._guard:
                self._work.took, self._work.failed = time.monotonic() - began, failed
                if self._work.again and not failed:
                    self._work.again = False
                    continue
                self._work.since, self._work.again = None, False
                self._work.done.set()
                return

    def wait(self, seconds: float) -> bool:
        """Wait for the settling in hand; say whether it ended."""
        return self._work.done.wait(seconds)

    def state(self) -> State:
        """Say whether the record is being settled."""
        with self._guard:
            since = self._work.since
            if since is None:
                return State(False, failed=self._work.failed, pending=self._work.pending)
            return State(True, time.monotonic() - since, self._work.again)
