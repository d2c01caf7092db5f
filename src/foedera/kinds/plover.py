"""PLOVER's event of a telling: what a kind is coded as depends on how real the telling makes it.

PLOVER codes an act that is asked for as the asking (REQUEST) and help that is withheld as the
refusal (REJECT); a mere condition is no event. A promise or a threat of an act is a claim of its
own, so aid, force, coercion and sanctions that lie ahead keep their type; what else lies ahead is
coded as agreed (AGREE) or threatened (THREATEN).
"""

from __future__ import annotations

from foedera.data import Reality
from foedera.kinds.model import Kind, Plover

_FRIENDLY = frozenset({"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "AGREE"})
_HOSTILE = frozenset({"COERCE", "ASSAULT", "SANCTION", "PROTEST", "MOBILIZE"})
# Coded as what they are while still ahead: a promise or a threat of them is a claim of its own.
_AS_THEY_ARE = frozenset({"AID", "ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})


def plover_of(kind: Kind, reality: Reality) -> Plover | None:
    """Return PLOVER's code for a claim of `kind` told with `reality`; None if it has none.

    A kind whose own reality is fixed (a request is always demanded) keeps its own code.
    """
    code = kind.plover
    if code is None or kind.reality is not None:
        return code
    event = _event(code.event, reality)
    if event == code.event:
        return code
    return None if event is None else Plover(event, None, code.contexts)


def _event(event: str, reality: Reality) -> str | None:
    if reality == "conditional":  # "if Turkey buys the missiles" tells no act
        return None
    if reality == "demanded":
        return "REQUEST"
    if reality == "planned" and event in _AS_THEY_ARE:
        return event
    if event in _FRIENDLY:
        return {"planned": "AGREE", "not-happened": "REJECT"}.get(reality, event)
    if event in _HOSTILE:
        if reality == "not-happened":
            return None
        return "THREATEN" if reality == "planned" else event
    return event
