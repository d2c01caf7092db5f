"""The room that turns a report's text into sentences, parsed where it is worth it."""

from foedera.analyse.gate import Gate, word_forms
from foedera.analyse.syntax import DEFAULT_MODEL, Analyser

__all__ = ["DEFAULT_MODEL", "Analyser", "Gate", "word_forms"]
