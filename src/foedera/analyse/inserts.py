"""Blanks what a page's machinery put into the middle of a sentence, so that it reads as written.

Some outlets' pages unfold a card behind a person's name: the full name, headlines of other
reports and "MORE", with nothing between. Scraped, it stands within the clause.
"""

from __future__ import annotations

import re

_END = " MORE"
_NAME = r"[A-Z][\w'’.-]{1,30}"
_GIVEN = rf"(?:{_NAME}|[A-Z]\.?|\({_NAME}\)) "
# The name that comes again is the last one: not the "Ana" of "Ana Ruiz Ana Maria Ruiz".
_CARD = re.compile(
    rf"\b({_NAME})(?! (?:{_NAME} ){{0,2}}({_NAME}) \1 (?:{_GIVEN}){{0,3}}\2)"
    rf" (?:{_GIVEN}){{1,4}}\1(?= ?[A-Z0-9'‘’\"“])[^\n]{{1,1500}}?{_END}\b"
)

# Links to share a picture or to close it stand before its caption, on one line with it.
_LINK = "(?:Facebook|Twitter|Pinterest|Email|Share|Tweet|Print|Post|WhatsApp|LinkedIn|Flipboard)"
# A headline in capitals has none: "CLOSE THE GAP, UNIONS TELL PERU".
_LINKS = re.compile(
    rf"^(?:(?:{_LINK} ){{2,8}}|CLOSE (?![A-Z]+\W+[A-Z]{{2,}}\b))(?=[A-Z“\"])", re.MULTILINE
)


def blank_inserts(text: str) -> str:
    """Write spaces over cards behind names and links before captions; all keep their places.

    >>> blank_inserts("Sen. Ana Ruiz Ana Maria RuizChile votes late Peru waits MORE said no.")
    'Sen. Ana Ruiz                                                said no.'
    >>> blank_inserts("Ana Ruiz wants MORE.")
    'Ana Ruiz wants MORE.'
    >>> blank_inserts("Facebook Twitter Pinterest Ana Ruiz speaks.").strip()
    'Ana Ruiz speaks.'
    >>> blank_inserts("CLOSE Ana Ruiz speaks.").strip(), blank_inserts("CLOSE THE GAP, SHE SAYS")
    ('Ana Ruiz speaks.', 'CLOSE THE GAP, SHE SAYS')
    """
    text = _LINKS.sub(lambda links: " " * len(links[0]), text)
    if _END not in text:
        return text
    return _CARD.sub(lambda card: f"{card[1]}{' ' * (len(card[0]) - len(card[1]))}", text)
