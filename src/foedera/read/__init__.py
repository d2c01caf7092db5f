"""The room that turns files into reports."""

from foedera.read.batch import read_paths
from foedera.read.drafts import Draft, Reader
from foedera.read.formats import READERS
from foedera.read.reports import make_report

__all__ = ["READERS", "Draft", "Reader", "make_report", "read_paths"]
