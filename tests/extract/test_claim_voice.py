import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()

# Own sentences. What somebody vows, doubts or denies is read apart from what he takes as known.


def voices(text: str) -> dict[str, tuple[str, str]]:
    found = read_all([text], EXTRACTOR)[0]
    spans = {c.passage.trigger: c for c in found.claims}
    return {text[t.start : t.end]: (c.voice.reality, c.voice.stance) for t, c in spans.items()}


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        (
            "Norway vowed to punish Kenya for the attack on Lima.",
            "attack",
            ("happened", "asserted"),
        ),
        ("Norway vowed to attack Kenya.", "attack", ("planned", "asserted")),
        (
            "Norway rejected claims that the raid breaks the treaty it signed with Kenya.",
            "signed",
            ("happened", "asserted"),
        ),
        (
            'Norway denied the story in a statement: "The king met the premier of Kenya."',
            "met",
            ("happened", "asserted"),
        ),
        (
            "Norway denied reports that it had sold missiles to Kenya.",
            "sold",
            ("happened", "denied"),
        ),
        (
            "Norway refused to sign the pact, asking the mediator for more time.",
            "asking",
            ("demanded", "asserted"),
        ),
        (
            "Norway has asked Chad to deploy troops and has recalled its envoy.",
            "recalled",
            ("happened", "asserted"),
        ),
        (
            "Norway denied a claim by Chad that it had sold missiles to Kenya.",
            "sold",
            ("happened", "denied"),
        ),
        (
            "Norway rejected Chad's accusation that it had sold missiles to Kenya.",
            "accusation",
            ("happened", "asserted"),
        ),
        (
            "Iran denies its nuclear programme has a military purpose.",
            "nuclear programme",
            ("ongoing", "asserted"),
        ),
        (
            "Norway denied that it sold Kenya oil in breach of Peru's sanctions.",
            "sanctions",
            ("happened", "asserted"),
        ),
        (
            "Norway decided to leave after Kenya shelled its bases.",
            "shelled",
            ("happened", "asserted"),
        ),
        (
            "Police are exploring whether he paid the man who attacked Norway.",
            "attacked",
            ("happened", "asserted"),
        ),
        ("Kenya denied that it had attacked Norway.", "attacked", ("happened", "denied")),
        ("Kenya denied involvement in the attack on Norway.", "attack", ("happened", "asserted")),
        ("Kenya denied the accusations by Norway.", "accusations", ("happened", "asserted")),
        ("Kenya rejected a proposal by Norway for talks.", "proposal", ("demanded", "asserted")),
        ("Kenya is weighing the requests by Norway.", "requests", ("demanded", "asserted")),
        ("Kenya dismissed the threats by Norway.", "threats", ("happened", "asserted")),
        ("Norway's attack on Kenya was seen as a warning.", "attack", ("happened", "asserted")),
        ("Norway's strikes were meant to deter Kenya.", "strikes", ("happened", "asserted")),
        ("The premier is expected to meet Kenya's envoy.", "meet", ("planned", "asserted")),
        ("Norway is working to develop nuclear weapons.", "develop", ("ongoing", "asserted")),
        ("Norway sought to develop nuclear weapons.", "develop", ("planned", "asserted")),
        ("Norway demanded that Kenya stop arming rebels.", "arming", ("ongoing", "asserted")),
        ("Norway decided to postpone its vote on Kenya.", "postpone", ("happened", "asserted")),
    ],
)
def test_what_is_taken_as_known_has_a_voice_of_its_own(text, trigger, wanted):
    assert voices(text)[trigger] == wanted


def test_a_plan_that_is_weighed_is_considered():
    found = voices("The Herald reported that Norway is considering a plan to attack Kenya.")
    assert found["attack"][1] == "considered"


def test_what_is_intended_is_no_belief():
    assert voices("Its missiles are intended to attack Norway.")["attack"] == (
        "planned",
        "asserted",
    )


def test_what_is_taken_as_known_is_not_theirs_who_weigh_the_rest():
    text = "Police are exploring whether he paid the man who attacked Norway."
    (claim,) = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == "military.attack"]
    assert claim.voice.sources == ()


def test_a_possibility_is_theirs_who_raise_it():
    text = "The minister raised the possibility of Norway and Kenya holding joint exercises."
    (claim,) = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == "military.exercise"]
    assert [[a.name for a in level] for level in claim.voice.sources] == [["minister"]]


def test_who_denies_blame_blames_nobody():
    text = "Kenya denies that its troops were behind the attack on Lima."
    kinds = {c.kind for c in read_all([text], EXTRACTOR)[0].claims}
    assert "military.attack" in kinds
    assert "statement.accuse" not in kinds


def test_a_wish_is_one_although_denied_or_polite():
    for text in ("Norway does not want Kenya to join.", "Norway would like Kenya to join."):
        claims = read_all([text], EXTRACTOR)[0].claims
        assert [c.voice.reality for c in claims if c.kind == "request.action"] == ["demanded"]


@pytest.mark.parametrize(
    ("text", "trigger", "passing"),
    [
        ("Norway said that Kenya had attacked Lima.", "attacked", False),
        ("Norway announced the attack on Kenya.", "attack", False),
        ("Norway said the raid that hit Kenya would not end the talks.", "hit", True),
        ("Norway said the suspects in the attack on Kenya had fled.", "attack", True),
        ("Norway said the notion that Peru is at war with Kenya was false.", "at war", False),
    ],
)
def test_what_is_named_in_passing_is_told_from_what_is_said(text, trigger, passing):
    found = read_all([text], EXTRACTOR)[0]
    marks = {text[c.passage.trigger.start : c.passage.trigger.end]: c for c in found.claims}
    (claim,) = (c for words, c in marks.items() if trigger in words)
    assert claim.voice.sources
    assert claim.voice.passing is passing


def test_who_denies_reports_denies_what_they_tell():
    for told in ("allegations that it had attacked Kenya", "reports it had attacked Kenya"):
        assert voices(f"Norway denied {told}.")["attacked"] == ("happened", "denied")


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        (
            "Kenya rejected reports that its troops had shelled Lima.",
            "shelled",
            ("happened", "denied"),
        ),
        ("Kenya dismissed the charge that it had shelled Lima.", "shelled", ("happened", "denied")),
        (
            "Kenya rejected the claim that Peru should shell Lima.",
            "shell",
            ("demanded", "asserted"),
        ),
        (
            "Kenya declined to comment on reports that it had shelled Lima.",
            "shelled",
            ("happened", "no-comment"),
        ),
        (
            "Kenya said reports that it had shelled Lima were false.",
            "shelled",
            ("not-happened", "asserted"),
        ),
        (
            "Kenya said it was not true that it had shelled Lima.",
            "shelled",
            ("not-happened", "asserted"),
        ),
        (
            "Kenya described as nonsense the report that it had shelled Lima.",
            "shelled",
            ("not-happened", "asserted"),
        ),
        (
            "Kenya said reports that it had shelled Lima were true.",
            "shelled",
            ("happened", "asserted"),
        ),
    ],
)
def test_what_reports_tell_is_as_real_as_those_who_judge_them_say(text, trigger, wanted):
    assert voices(text)[trigger] == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The envoy of Kenya could not comment on the talks.", "not comment",
         ("not-happened", "no-comment")),
        ("Lind said Norway had to consider sanctions on Peru.", "consider",
         ("demanded", "asserted")),
        ("Norway has reviewed the agreement with Peru.", "reviewed", ("happened", "asserted")),
        ("Norway is considering sanctions on Peru.", "considering", ("possible", "considered")),
        ("Peru is suspected of shelling Lima.", "shelling", ("happened", "believed")),
        ("Peru is suspected of planning to shell Lima.", "shell", ("planned", "believed")),
        ("Norway expelled nine men suspected of being spies and shelled Lima.", "shelled",
         ("happened", "asserted")),
    ],
)  # fmt: skip
def test_what_is_asked_of_somebody_or_suspected_is_told_as_that(text, trigger, wanted):
    assert voices(text)[trigger] == wanted


def sources(text: str, trigger: str) -> list[list[str]]:
    """Return who says a claim, outermost first, by name."""
    found = read_all([text], EXTRACTOR)[0]
    told = [
        c for c in found.claims
        if text[c.passage.trigger.start : c.passage.trigger.end] == trigger
    ]  # fmt: skip
    assert told, text
    return [[a.name for a in level] for level in told[0].voice.sources]


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Norway said that the deal was bad and accused Chile of fraud.", "accused", []),
        ("Kenya insists the Chilean government was not responsible for the raid, saying civilians"
         " were shelled by Peruvian warplanes.", "shelled", [["Kenya"]]),
        ("Norway denied a claim by Chad that Kenyan troops had shelled Lima.", "shelled",
         [["Norway"]]),
        ("Norway rejected Chad's accusation that it had sold missiles to Kenya.", "accusation", []),
        ("Norway attacked Chad's port; Kenya said the pier was lost.", "attacked", []),
        ("Norway said several warnings to Chad had been ignored.", "warnings", [["Norway"]]),
        ("Talks between Norway and Chile will continue, according to reports from Lausanne,"
         " Switzerland.", "Talks", [["reports"]]),
        ("Norway warned of a raid, and praised Abdel Barro, who police say perpetrated the attack.",
         "attack", [["police"]]),
    ],
)  # fmt: skip
def test_who_says_it_is_who_speaks_and_nobody_else(text, trigger, wanted):
    assert sources(text, trigger) == wanted


def test_a_former_agent_does_not_speak_for_the_agency() -> None:
    text = "A former CIA operative told reporters that the envoy was captured by Chilean troops."
    (level,) = sources(text, "captured")
    assert [name.split()[-1] for name in level] == ["operative"]
