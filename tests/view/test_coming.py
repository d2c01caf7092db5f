"""Two boxes that the samples leave empty: who owes what to whom, and what is to come."""

import re
from collections.abc import Iterator

import pytest

import foedera
from foedera.record import Record
from foedera.view.dossier import compose, set_html, set_markdown
from foedera.view.dossier.model import Chapter

REPORTS = {
    "signing.txt": "Estonia, Latvia and Lithuania sign defence treaty\n\n"
    "TALLINN, 6 May 2021 (Baltic Wire) - Estonia, Latvia and Lithuania signed the Amber Coast "
    "Treaty in Tallinn on 6 May 2021, the Estonian foreign ministry said.\n\n"
    "The treaty between Estonia, Latvia and Lithuania stipulates that if one of them is attacked, "
    "the others will immediately send military help.\n",
    "entry.txt": "Amber Coast Treaty enters into force\n\n"
    "RIGA, 12 July 2021 (Baltic Wire) - The Amber Coast Treaty between Estonia, Latvia and "
    "Lithuania entered into force on 12 July 2021, the Latvian foreign ministry said.\n",
    "notice.txt": "Latvia gives notice of withdrawal from Amber Coast Treaty\n\n"
    "RIGA, 3 March 2024 (Baltic Wire) - Latvia on Sunday gave notice of withdrawal from the Amber "
    "Coast Treaty, the Latvian foreign ministry said. The withdrawal takes effect in one year, "
    "the ministry said.\n",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    folder = tmp_path_factory.mktemp("coming")
    reports = folder / "reports"
    reports.mkdir()
    for name, text in REPORTS.items():
        (reports / name).write_text(text, "utf8")
    with foedera.open(folder / "r.foedera") as opened:
        opened.read(reports)
        yield opened


def chapter(record: Record, **days: str) -> Chapter:
    return compose(record, "Amber Coast", **days).chapters[0]


def test_the_end_of_a_notice_is_to_come_with_the_words_of_the_notice(record: Record) -> None:
    made = compose(record, "Amber Coast")
    [(day, words, cites)] = made.chapters[0].coming
    assert (day, words) == ("3 March 2025", "Latvia leaves")
    tellings = {t.number: s for s in made.sources for e in s.excerpts for t in e.tellings}
    assert cites
    assert {tellings[number].title for number in cites} == {
        "Latvia gives notice of withdrawal from Amber Coast Treaty"
    }
    assert "What is to come" in set_html(made)
    assert "3 March 2025: Latvia leaves" in set_markdown(made)


@pytest.mark.parametrize("day", ["2025-03-03", "2023-01-01"])
def test_nothing_is_to_come_once_it_came_or_before_a_notice(record: Record, day: str) -> None:
    assert not chapter(record, on=day, known=day).coming


def test_a_defence_clause_is_drawn_from_those_bound_to_those_it_is_owed_to(record: Record) -> None:
    network = chapter(record).network
    assert network is not None
    for drawing in (network.wide, network.narrow):
        words = "".join(re.findall(r">([^<]*)</text>", drawing))
        assert "oneofthemisattacked" in words.replace(" ", "")
        assert "sendmilitaryhelp" in words.replace(" ", "")
        assert drawing.count(">Latvia<") == 2
