"""Writes the dashes around an insertion as commas for the parser; every place stays.

It hangs what stands behind the second dash on the insertion's noun: of "The pact – a treaty of
two – entered into force" it makes a treaty that entered. Behind commas it does not.
"""

from __future__ import annotations

import re

_DASH = re.compile(r"(?<=[^\W_]|[\"')\]%.’”]) ?(?:--|–|—) ?(?=[^\W_]|[\"'(\[$€£“‘])")
_GLUED = re.compile(r"\d[–—]\d|\w–\w")


def with_commas(text: str) -> str:
    """Write commas for dashes where a sentence has at least two, ranges and compounds apart.

    >>> with_commas("The pact -- a short one -- ends.")
    'The pact ,  a short one ,  ends.'
    >>> with_commas("Two dead – a third is missing"), with_commas("in 1990–95 and 1996–99")
    ('Two dead – a third is missing', 'in 1990–95 and 1996–99')
    """
    found = [one for one in _DASH.finditer(text) if not _is_glued(text, one)]
    if len(found) < 2:
        return text
    out = list(text)
    for one in found:
        at = one.start() + one.group().startswith(" ")
        out[at : at + len(one.group().strip())] = "," if len(one.group().strip()) == 1 else ", "
    return "".join(out)


def dash_length(text: str, at: int, length: int) -> int:
    """Return how long the word at a place is as written: a comma may stand for two hyphens."""
    return 2 if length == 1 and text.startswith("--", at) else length


def _is_glued(text: str, dash: re.Match[str]) -> bool:
    return bool(_GLUED.fullmatch(text, dash.start() - 1, dash.end() + 1))
