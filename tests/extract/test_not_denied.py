import pytest

from tests.extract.test_claim_voice import voices

# Own sentences: what is refused, doubted or only talked about has nobody who denies it.


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        (
            "Norway ruled out sending troops to Kenya.",
            "sending troops",
            ("not-happened", "asserted"),
        ),
        (
            "Norway, with its premier ruling out sending troops to Kenya, asked for talks.",
            "sending troops",
            ("not-happened", "asserted"),
        ),
        ("Norway ruled out that Kenya had shelled Lima.", "shelled", ("happened", "denied")),
        (
            "Norway's refusal to rule out an attack on Kenya worries Peru.",
            "attack",
            ("possible", "considered"),
        ),
        (
            "Norway is not going to rule out an attack on Kenya.",
            "attack",
            ("possible", "considered"),
        ),
        (
            "Norway dismissed the idea of deploying missiles in Kenya.",
            "deploying",
            ("not-happened", "asserted"),
        ),
        (
            "Norway dismissed reports that it had sold arms to Kenya.",
            "sold",
            ("happened", "denied"),
        ),
        (
            "Norway is not considering an attack on Kenya.",
            "attack",
            ("not-happened", "asserted"),
        ),
        (
            "Analysts do not believe that Kenya will attack Norway.",
            "attack",
            ("not-happened", "believed"),
        ),
        (
            "Analysts do not believe that Kenya has the ability to attack Norway.",
            "attack",
            ("not-happened", "believed"),
        ),
        (
            "Analysts do not think that attacking Kenya will help Norway.",
            "attacking",
            ("possible", "considered"),
        ),
        (
            "They do not understand what Norway lost in the raid on Kenya.",
            "raid",
            ("happened", "asserted"),
        ),
        (
            "The premier does not believe that Kenya attacked Norway.",
            "attacked",
            ("happened", "denied"),
        ),
        ("No one understands whom Norway supports.", "supports", ("possible", "considered")),
        ("No warnings predicted the attack on Norway.", "attack", ("happened", "asserted")),
        ("No one doubts that Kenya shelled Lima.", "shelled", ("happened", "asserted")),
        (
            "I never understood why Kenya attacked Norway.",
            "attacked",
            ("happened", "asserted"),
        ),
        (
            "The minister denied saying so during a meeting with Kenya's envoy.",
            "meeting",
            ("happened", "asserted"),
        ),
        (
            "Norway refused to confirm or deny whether Kenya had shelled Lima.",
            "shelled",
            ("possible", "neither-confirmed-nor-denied"),
        ),
        (
            "The envoy predicted that Kenya would sign a pact, but Norway would not discuss it.",
            "sign",
            ("planned", "believed"),
        ),
        (
            "Norway's premier worries not just about Kenya attacking Peru.",
            "attacking",
            ("happened", "believed"),
        ),
    ],
)
def test_what_is_not_denied_is_not_called_so(text, trigger, wanted):
    assert voices(text)[trigger] == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Norway acted as if Kenya were to attack Lima.", "attack", "conditional"),
        ("Norway acted as though it had been attacked by Kenya.", "attacked", "conditional"),
        ("Chile's vote was not viewed as a coup by Norway.", "coup", "not-happened"),
        ("Chile's vote was viewed as a coup by Norway.", "coup", "happened"),
    ],
)
def test_what_something_is_only_like_is_not_done(text, trigger, wanted):
    assert voices(text)[trigger][0] == wanted
