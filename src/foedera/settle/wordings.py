"""What reports are made of word by word, laid down on disk until reports are read side by side."""

from __future__ import annotations

import os
import tempfile
from array import array
from types import TracebackType

import numpy as np

from foedera.merge.sharing import Wording

_HASH = np.dtype(np.uint64)


class Wordings:
    """Reports' words as hashes, by report; use as a context."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed as the context ends
        self._places: dict[str, int] = {}
        self._ends = array("q", [0])
        self._counts = array("q")

    def __enter__(self) -> Wordings:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def put(self, report: str, wording: Wording) -> None:
        """Lay down a report's words."""
        self._places[report] = len(self._counts)
        body = wording.words.astype(_HASH).tobytes() + np.packbits(wording.quoted).tobytes()
        self._file.write(body)
        self._ends.append(self._ends[-1] + len(body))
        self._counts.append(len(wording.words))

    def get(self, report: str) -> Wording:
        """Return a report's words."""
        place = self._places[report]
        start, count = self._ends[place], self._counts[place]
        self._file.flush()
        body = os.pread(self._file.fileno(), self._ends[place + 1] - start, start)
        cut = count * _HASH.itemsize
        quoted = np.unpackbits(np.frombuffer(body[cut:], np.uint8), count=count).astype(bool)
        return Wording(np.frombuffer(body[:cut], _HASH), quoted)
