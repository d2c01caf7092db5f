"""What several reports tell of one duty is one duty, in the words of one of them."""

from __future__ import annotations

from foedera.data import Obligation
from foedera.merge.agreements import merge_obligations
from tests.merge.tellings import telling


def told(words: str, **parts: object):
    """Tell of a duty in a report of its own."""
    duty = Obligation(kind="defence", **{**EMPTY, **parts})  # type: ignore[arg-type]
    return telling("agreement.provide", words=words, outlet=words[:6], obligation=duty)


EMPTY = {"trigger": None, "duty": None, "immediacy": None, "bearers": ()}


def test_no_sentence_is_put_together_from_two_reports() -> None:
    first = told("Ravania will help at once.", duty="help", immediacy="at once", bearers=("RVA",))
    second = told(
        "If Luria is attacked, Ostmark sends arms and men.",
        trigger="an attack on Luria",
        duty="send arms and men",
        bearers=("OST",),
    )
    (merged,) = merge_obligations([first, second], ("LUR", "OST", "RVA"))
    assert merged.quoted == second.id
    assert merged.obligation.trigger == "an attack on Luria"
    assert merged.obligation.duty == "send arms and men"
    assert merged.obligation.immediacy is None
    assert merged.obligation.bearers == ("OST", "RVA")
    assert set(merged.claims) == {first.id, second.id}


def test_a_duty_that_names_nobody_binds_the_parties() -> None:
    (merged,) = merge_obligations([told("Arms are to be sent.", duty="send arms")], ("LUR", "OST"))
    assert merged.obligation.bearers == ("LUR", "OST")
