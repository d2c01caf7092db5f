"""Numbers side by side, and the voices behind a happening."""

from foedera.view.dossier.compose import compose
from foedera.view.dossier.folder import gather, number_claims
from foedera.view.dossier.ranges import draw_numbers
from foedera.view.dossier.voices import OWN, make_matrix
from tests.view.desk_rows import RowsRecord, claims

FOLDER = number_claims(gather(RowsRecord()), {claim["id"] for claim in claims()})
DEPLOYED = next(event for event in FOLDER.events if event["id"] == "ev2")


def test_an_open_end_is_drawn_open_and_both_are_compatible() -> None:
    (picture,) = draw_numbers(FOLDER, DEPLOYED)
    assert "More than 1,000 marines →" in picture.wide
    assert picture.caption[0].text == "compatible"
    assert "one number can satisfy every telling" in picture.caption[1].text


def test_a_denial_stands_under_the_state_of_its_speaker() -> None:
    matrix = make_matrix(FOLDER, list(FOLDER.events), ["Argentina", "Uruguay"])
    assert matrix is not None
    assert matrix.columns[:3] == (OWN, "Argentina", "Uruguay")
    title, cells = matrix.rows[0]
    assert title == "Deployment · Argentina, 1 Feb – 4 Mar 2031"
    assert [(tag.words, tag.detail) for tag in cells[1]] == [("denies", "Marta Vidal")]


def test_numbers_rise_through_the_quotations() -> None:
    dossier = compose(RowsRecord(), "agr1")
    told = [t.number for s in dossier.sources for e in s.excerpts for t in e.tellings]
    assert sorted(told) == list(range(1, len(told) + 1))


def test_each_sentence_is_quoted_once() -> None:
    dossier = compose(RowsRecord(), "agr1")
    quoted = ["".join(bit.text for bit in e.bits) for s in dossier.sources for e in s.excerpts]
    assert len(quoted) == len(set(quoted))
