"""What is told before a signature, read from reports of invented agreements."""

from __future__ import annotations

import pytest

from tests.merge.builders import actor, when
from tests.merge.test_acts import acts, told

BOTH = ["OST", "RVA"]


def test_parts_agreed_are_talks_that_go_on() -> None:
    agreed = told(
        "conclude", "They agreed on the main elements of the treaty.", trigger="agreed",
        actors=BOTH, when=when("2031-04-02"),
    )  # fmt: skip
    (act,) = acts([agreed])
    assert (act.kind, act.by) == ("agreement.negotiate", ("OST", "RVA"))


@pytest.mark.parametrize(
    ("who", "kind"),
    [("parliament", "agreement.approve"), ("Delegates", "agreement.conclude")],
)
def test_a_text_that_delegates_adopt_is_fixed(who: str, kind: str) -> None:
    adopted = told(
        "approve", f"{who} adopted the treaty.", trigger="adopted",
        actors=[actor(who, None, "group"), *BOTH], when=when("2031-04-02"),
    )  # fmt: skip
    (act,) = acts([adopted])
    assert act.kind == kind


def test_who_is_to_sign_takes_part_in_the_making() -> None:
    coming = told(
        "sign", "They will meet to sign the treaty.", trigger="sign", actors=BOTH,
        reality="planned", day="2031-03-01",
    )  # fmt: skip
    signed = told("sign", "They signed it.", actors=BOTH, when=when("2031-05-08"))
    talks, signature = acts([coming], [signed])
    assert (talks.kind, talks.day, talks.latest) == ("agreement.negotiate", None, "2031-03-01")
    assert signature.kind == "agreement.sign"


def test_a_signature_foretold_by_one_or_after_it_was_given_tells_of_no_talks() -> None:
    one = told(
        "sign", "Ostmark will sign the treaty.", trigger="sign", actors=["OST"],
        reality="planned", day="2031-03-01",
    )  # fmt: skip
    signed = told("sign", "They signed it.", actors=BOTH, when=when("2031-05-08"))
    late = told(
        "sign", "They may sign it once more.", trigger="sign", actors=BOTH,
        reality="possible", day="2031-06-01",
    )  # fmt: skip
    assert [act.kind for act in acts([one], [signed], [late])] == ["agreement.sign"]
