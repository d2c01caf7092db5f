"""Who denies what others tell, or says nothing to it, is the source of that stance."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def _voice(text: str, kind: str):
    (claim,) = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    names = [[actor.country for actor in level] for level in claim.voice.sources]
    return claim.voice.stance, names


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Kenya accuses Peru of steering the protests, which Peru denies.", [["PER"]]),
        ("Kenya says that Peru closed the port, a charge that Peru denies.", [["PER"]]),
        ("Kenya blamed Peru for the raid. Peru has repeatedly denied this.", [["PER"]]),
        ("Kenya blamed Peru for the raid. Peru's navy denied any role in it.", [["PER"]]),
        ("Kenya blamed Peru for it. Norway said Peru had denied the claim.", [["NOR"], ["PER"]]),
    ],
)
def test_a_denial_is_told_by_who_denies(text, sources):
    assert _voice(text, "statement.reject") == ("denied", sources)


def test_who_rejects_or_refuses_denies_nothing_that_is_told():
    assert _voice("Peru rejected Kenya's plan.", "statement.reject") == ("asserted", [])
    stance, sources = _voice("Peru denied visas to two Kenyan envoys.", "statement.reject")
    assert (stance, sources) == ("asserted", [])


def test_who_says_nothing_is_the_source_of_that():
    text = "Peru's foreign ministry declined to comment."
    assert _voice(text, "statement.inform") == ("no-comment", [["PER"]])


def test_who_is_accused_denies_the_charge_and_not_that_it_was_made() -> None:
    stance, sources = _voice(
        "Norway still denies all of the allegations against it.", "statement.accuse"
    )
    assert (stance, sources) == ("asserted", [])
    stance, _ = _voice("Norway denied that it was accusing Kenya of fraud.", "statement.accuse")
    assert stance == "denied"
