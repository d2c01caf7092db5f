"""Names folded, so that spellings of one name meet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Fold case, accents and punctuation, so that spellings of one name meet.

    >>> fold("Erdoğan, Recep-Tayyip")
    'erdogan recep tayyip'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9]+", plain or name.lower()))
