import pytest

from foedera.read.drafts import Draft
from foedera.read.reports import make_report

STORY = "Chile and Norway signed the accord on Thursday.\n\nTalks go on in Oslo, they said."


def read(text):
    report = make_report(Draft("a", text, "a"))
    return report.imprint.outlet, report.title, [p.kind for p in report.parts]


def test_a_paper_s_name_on_top_is_its_outlet_and_no_headline():
    text = f"THE AVONDALE COURIER\nTuesday, December 6, 1994\n\nChile signs accord\n\n{STORY}"
    outlet, title, kinds = read(text)
    assert (outlet, title) == ("The Avondale Courier", "Chile signs accord")
    assert kinds[:3] == ["note", "note", "headline"]


def test_a_paper_s_name_at_the_foot_stands_before_the_agency_that_fed_it():
    report = make_report(Draft("a", f"Chile signs accord\n\n{STORY} — Reuters\n\nBay Times", "a"))
    assert (report.imprint.outlet, report.imprint.inputs_from) == ("Bay Times", ("Reuters",))


def test_a_page_that_names_itself_beside_agencies_is_the_outlet():
    assert read(f"Chile signs\n\n{STORY}\nSource: Al Jazeera and news agencies")[0] == "Al Jazeera"


@pytest.mark.parametrize("line", ["TALKS RESUME IN TIMES OF WAR", "BREAKING NEWS", "HARD TIMES"])
def test_a_headline_in_capitals_is_no_paper(line):
    assert read(f"{line}\n\n{STORY}")[0] is None


def test_wire_services_write_no_prose():
    assert "byline" in read(f"Chile signs accord\n\nFrom our wire services\n\n{STORY}")[2]
