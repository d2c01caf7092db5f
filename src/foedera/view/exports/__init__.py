"""A record as files that other tools take: one module a format, each a stream of lines."""

from foedera.view.exports.csv import csv_lines
from foedera.view.exports.jsonl import json_line, json_lines

__all__ = ["csv_lines", "json_line", "json_lines"]
