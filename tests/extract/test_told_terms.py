"""What agency sentences tell of how an agreement begins, lasts and is left."""

import json
from pathlib import Path

import pytest

from foedera.data import Claim, Report
from foedera.extract.told_terms import number_of
from foedera.pipeline import build_line
from foedera.read import read_paths

TOLD = [
    ("The river pact will take effect once the two governments exchange instruments.",
     {"entry-by": "exchange"}),
    ("The accord will enter into force 60 days after 20 instruments have been deposited.",
     {"entry-delay": "P60D", "entry-count": "20"}),
    ("The treaty takes effect on the 90th day after the deposit of the eleventh ratification.",
     {"entry-delay": "P90D", "entry-count": "11"}),
    ("The Lake Treaty is to enter into force on the thirtieth day after at least 40 parties, "
     "which account for 70 percent of the catch, have deposited their instruments.",
     {"entry-delay": "P30D", "entry-count": "40", "entry-share": "70"}),
    ("The treaty will enter into force for Chad 90 days after the deposit of its instrument.",
     {"joins": "P90D"}),
    ("The pact takes effect on the first day of the third month after the last notification.",
     {"entry-delay": "P2M/next-month"}),
    ("The treaty runs for fifteen years.", {"lasts": "P15Y"}),
    ("The pact is of unlimited duration.", {"lasts": "unlimited"}),
    ("Any member may leave the pact on six months' notice.", {"notice": "P6M"}),
    ("Burundi's withdrawal from the treaty takes effect one year after notice is received.",
     {"notice": "P1Y"}),
    ("Burundi's withdrawal from the treaty will take effect on 3 May 2031.",
     {"effect": "2031-05-03"}),
    ("The river pact will enter into force for Chad on 3 May 2031.", {"effect": "2031-05-03"}),
    ("The river pact will be binding on Chad from 3 May 2031.", {"effect": "2031-05-03"}),
    ("Chad will be bound by the river pact from 3 May 2031.", {"effect": "2031-05-03"}),
    ("Chad became the sixth nation to ratify the charter.", {"count": "6"}),
    ("Chad ratified the charter, bringing the number of parties to 26.", {"count": "26"}),
    ("Mali and Niger extended the border treaty by five years.", {"extends": "P5Y"}),
    ("Mali and Niger extended the border treaty until 5 February 2026.", {"until": "2026-02-05"}),
]  # fmt: skip


def _claims(folder: Path, *texts: str) -> list[Claim]:
    path = folder / "report.jsonl"
    path.write_text(json.dumps({"text": " ".join(texts), "published": "2027-03-05"}))
    reports = [r for r in read_paths([str(path)]) if isinstance(r, Report)]
    return [claim for found in build_line().run(reports) for claim in found.claims]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_terms_are_read_with_their_words(tmp_path: Path, text: str, wanted: dict[str, str]) -> None:
    terms = [t for claim in _claims(tmp_path, text) for t in claim.setting.terms]
    assert {t.kind: t.value for t in terms} == wanted
    assert all(text[t.span.start : t.span.end] == t.words for t in terms)


@pytest.mark.parametrize(
    "text",
    [
        "The treaty entered into force 20 days after the king died.",
        "Chad ratified the charter six months after an election.",
        "Under the treaty Chad gets 24 days' notice of inspections.",
        "The envoys of Chad discussed the treaty for ten days.",
    ],
)
def test_what_is_told_in_passing_is_no_term(tmp_path: Path, text: str) -> None:
    assert not [t for claim in _claims(tmp_path, text) for t in claim.setting.terms]


def test_numbers_in_words() -> None:
    assert [number_of(w) for w in ("fiftieth", "twenty-first", "62nd", "last")] == [
        50,
        21,
        62,
        None,
    ]


def _told(claims: list[Claim]) -> list[tuple[str, list[str | None], str | None]]:
    return [
        (
            claim.kind.partition(".")[2],
            [a.country for a in claim.roles.actors],
            claim.setting.when.earliest if claim.setting.when else None,
        )
        for claim in claims
        if claim.kind.startswith("agreement.")
    ]


def test_a_second_party_is_told_by_its_name_and_day_alone(tmp_path: Path) -> None:
    claims = _claims(
        tmp_path, "Chad ratified the river treaty on January 4 and Mali on February 8."
    )
    wanted = [("ratify", ["TCD"], "2027-01-04"), ("ratify", ["MLI"], "2027-02-08")]
    assert _told(claims) == wanted


def test_another_state_does_so_or_follows(tmp_path: Path) -> None:
    claims = _claims(
        tmp_path,
        "Chad ratified the river treaty on January 4.",
        "Mali did so on February 8.",
        "Niger followed on Tuesday.",
    )
    assert _told(claims)[1:] == [
        ("ratify", ["MLI"], "2027-02-08"),
        ("ratify", ["NER"], "2027-03-02"),
    ]


def test_what_follows_something_else_repeats_nothing(tmp_path: Path) -> None:
    claims = _claims(
        tmp_path, "Chad ratified the river treaty on January 4.", "Applause followed on Tuesday."
    )
    assert len(_told(claims)) == 1


def test_the_instrument_is_that_of_whoever_consented(tmp_path: Path) -> None:
    claims = _claims(
        tmp_path,
        "Malta has joined the River Treaty, its foreign ministry said on Thursday.",
        "The instrument of accession was deposited in Geneva on Tuesday.",
    )
    assert _told(claims)[-1] == ("deposit-instrument", ["MLT"], "2027-03-02")


def test_in_force_since_tells_when_it_began(tmp_path: Path) -> None:
    claims = _claims(tmp_path, "The River Treaty has been in force since May 2004.")
    assert _told(claims) == [("enter-into-force", [], "2004-05-01")]
    assert claims[0].setting.when
    assert claims[0].setting.when.latest == "2004-05-31"


def test_a_notice_is_given_on_the_day_it_is_told(tmp_path: Path) -> None:
    claims = _claims(
        tmp_path, "Chad notified its partners on Tuesday that it was withdrawing from the treaty."
    )
    assert _told(claims) == [("withdraw", ["TCD"], "2027-03-02")]


def test_a_law_on_a_treaty_is_not_the_treaty(tmp_path: Path) -> None:
    claims = _claims(
        tmp_path, "Chad's president signed a law on leaving the River Treaty on Tuesday."
    )
    assert [c.agreement for c in claims if c.kind == "agreement.sign"] == [None]
