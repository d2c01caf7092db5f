"""The error family.

FoederaError
├── InputError          a file or line cannot be read: names file, place and remedy
│   ├── UnreadableFile
│   ├── UnreadableLine
│   └── UnreadReport    a rule failed on a report: it is kept without claims, the rest goes on
├── RecordError         the record is missing, locked, or of another version
├── KindError           a kind or lexicon file is wrong: names file and key
├── NotInRecord         an id or name that the record does not hold
├── SettingError        a setting of a file that a person wrote is wrong: names line and remedy
├── FetchError          an address that gave nothing: says why, and whether to ask again
└── MissingExtra        an optional package is needed: names the extra to install
"""

from __future__ import annotations

REPORT_IT = "It is kept without claims. Please report this with its text."


class FoederaError(Exception):
    """The root: everything foedera raises on purpose."""


class InputError(FoederaError):
    """Input that cannot be read. `where` names file and place, `remedy` what to do."""

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(f"{where}: {problem}. {remedy}")
        self.where = where
        self.problem = problem
        self.remedy = remedy


class UnreadableFile(InputError):
    """A whole file cannot be read."""


class UnreadableLine(InputError):
    """One line of a JSON lines file cannot be read; the rest goes on."""


class UnreadReport(InputError):
    """A rule failed on a report, which is a mistake of foedera's; the other reports are read."""

    def __init__(self, report: str, fault: str) -> None:
        super().__init__(f"report {report}", f"a rule failed: {fault}", REPORT_IT)


class RecordError(FoederaError):
    """The record is missing, locked, or written by another version."""


class KindError(FoederaError):
    """A kind or lexicon file breaks its contract."""


class NotInRecord(FoederaError):
    """An id or name that the record does not hold."""


class MissingExtra(FoederaError):
    """An optional package is not installed."""


class SettingError(FoederaError):
    """A setting is wrong. `where` names file, line and table, `remedy` what to write instead."""

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(f"{where}: {problem}. {remedy}")
        self.where = where
        self.problem = problem
        self.remedy = remedy


class FetchError(FoederaError):
    """An address gave nothing; `again` says whether asking later may help, `after` how much later.

    `after` is in seconds, None where the other side did not say.
    """

    def __init__(self, problem: str, *, again: bool, after: float | None = None) -> None:
        super().__init__(problem)
        self.again = again
        self.after = after
