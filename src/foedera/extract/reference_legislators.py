"""The state of legislators whom only a title or a party and a constituency tell of."""

from __future__ import annotations

import re

from foedera.data import Span

# "Rep. Ann Poole", "Senator Ann Poole" by the house style of the American press.
_TITLED = re.compile(r"(?:Rep|Sen|Reps|Sens)\.\s|(?:Congressman|Congresswoman)\s")
# "Ann Poole, R-Texas", "Ann Poole (D-N.Y.)", "Ann Poole, D-Calif."
_PARTY = re.compile(r"\s?[,(] ?\(?[RDI][-–][A-Z][A-Za-z. ]{1,14}")
_USA = "USA"


def state_by_party(text: str, span: Span, own: str | None) -> str | None:
    """Return the United States for its legislators, told by party or title.

    A title alone does only where the report is not about another state (`own`): others have
    senators too.
    """
    after = text[span.end : span.end + 20]
    if _PARTY.match(after):
        return _USA
    written = text[span.start : span.start + 16]
    return _USA if own in {None, _USA} and _TITLED.match(written) else None
