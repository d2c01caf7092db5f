"""What holds for a whole report: from which day its words are counted."""

from __future__ import annotations

import pytest

from foedera.pipeline import build_line
from foedera.read.drafts import Draft
from foedera.read.reports import make_report

STORY = "Kenya and Uganda signed a treaty on trade here today."


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("The Avondale Times\nMarch 5, 1998\n\nNAIROBI, Kenya, March 4 -- ", "1998-03-05"),
        ("NAIROBI, Kenya, March 4, 1998 -- ", "1998-03-04"),
    ],
)
def test_today_is_the_day_of_the_dateline_though_a_paper_prints_it_the_day_after(head, published):
    report = make_report(Draft("one", head + STORY, "one.txt"))
    (extraction,) = build_line().run([report])
    (signed,) = [c.setting.when for c in extraction.claims if c.kind == "agreement.sign"]
    assert signed is not None
    assert extraction.report.published.latest == published
    assert (signed.earliest, signed.latest) == ("1998-03-04", "1998-03-04")
