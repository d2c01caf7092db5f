"""A record as files that other tools take: one module a format, each a stream of pieces."""

from foedera.view.exports.csv import csv_lines
from foedera.view.exports.formats import FORMATS, export
from foedera.view.exports.jsonl import json_line, json_lines

__all__ = ["FORMATS", "csv_lines", "export", "json_line", "json_lines"]
