"""A denial is never taken for a fact."""

import pytest

from foedera.view.exports.standing import find_standing, list_evidence, quote_claims, say_status

CASES = [
    ("happened", [("happened", "asserted")], "told", True, ""),
    ("happened", [("happened", "asserted"), ("happened", "denied")], "disputed", True, "Disputed"),
    ("happened", [("happened", "believed")], "believed", True, "Believed"),
    ("happened", [("happened", "denied")], "denied", False, "Denied"),
    ("ongoing", [("happened", "not-acknowledged")], "unacknowledged", False, "Not acknowledged"),
    (
        "not-happened",
        [("not-happened", "no-comment")],
        "not-happened unacknowledged",
        False,
        "Not acknowledged",
    ),
    ("ongoing", [("ongoing", "no-comment")], "unacknowledged", False, "Not acknowledged"),
    ("planned", [("planned", "asserted")], "planned", False, "Planned"),
    ("planned", [("planned", "denied")], "planned denied", False, "Planned, denied"),
    ("not-happened", [("not-happened", "asserted")], "not-happened", False, "Did not happen"),
    ("possible", [("possible", "believed")], "possible believed", False, "Possible, believed"),
]


@pytest.mark.parametrize(("reality", "told", "word", "deed", "mark"), CASES)
def test_standing(
    reality: str, told: list[tuple[str, str]], word: str, deed: bool, mark: str
) -> None:
    claims = [{"reality": real, "stance": stance} for real, stance in told]
    standing = find_standing({"reality": reality}, claims)
    assert standing.word == word
    assert standing.is_deed is deed
    assert standing.mark == (f"{mark}: " if mark else "")


def test_a_conflict_on_whether_it_happened_is_a_dispute() -> None:
    conflict = [{"field": "reality", "comparison": "conflict"}]
    event = {"reality": "happened", "comparison": conflict}
    assert find_standing(event, [{"reality": "happened", "stance": "asserted"}]).word == "disputed"


def claim(number: int) -> dict[str, object]:
    source = {"outlet": "Sur Wire", "key": "a.txt", "url": None, "published": None}
    return {"id": f"c{number}", "report": "r", "start": 1, "end": 9, "quote": "they\nsigned",
            "reality": "happened", "stance": "denied", "sources": [[{"name": "Chad"}]],
            "source": source}  # fmt: skip


def test_words_are_quoted_with_their_place_and_the_rest_is_named() -> None:
    lines = quote_claims([claim(n) for n in range(4)], most=2)
    want = "“they signed” (denies: Chad) – Sur Wire; claim c0, report r, characters 1 to 9"
    assert lines[0] == want
    assert lines[-1] == "and 2 more: claims c2, c3"
    assert list_evidence([claim(1)])[0]["sources"] == [["Chad"]]


def test_a_contested_status_says_so() -> None:
    assert say_status({"status": "in-force", "contested": False}) == "in force"
