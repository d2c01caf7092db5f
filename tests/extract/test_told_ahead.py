from foedera.pipeline import build_line
from tests.reading import report_of


def _told(text: str) -> list[tuple[str, str]]:
    (read,) = build_line().run([report_of(text)])
    return [(c.kind, c.voice.reality) for c in read.claims if c.kind == "diplomacy.meet"]


def test_an_occasion_told_as_planned_stays_planned() -> None:
    planned = "Norway's premier will meet Chad's president on Friday."
    assert [r for _, r in _told(f"{planned} The meeting is the first between the two.")] == [
        "planned",
        "planned",
    ]


def test_an_occasion_behind_which_the_planned_one_lies_was_held() -> None:
    planned = "Norway's premier will meet Chad's president on Friday."
    told = _told(f"{planned} The meeting comes a week after the talks in Oslo.")
    assert [r for _, r in told] == ["planned", "planned", "happened"]


def test_an_occasion_told_as_done_is_not_planned() -> None:
    done = "Norway's premier met Chad's president on Friday."
    assert {r for _, r in _told(f"{done} The meeting is the first between the two.")} == {
        "happened"
    }
