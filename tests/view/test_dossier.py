"""The dossier as a page and as Markdown: whole, self-contained, safe against hostile text."""

import re
from html.parser import HTMLParser

import pytest

from foedera.errors import NotInRecord
from foedera.view.dossier import compose, set_html, set_markdown
from tests.view.desk_rows import TEXTS, RowsRecord, claims, reports

VOID = {"meta", "br", "img", "hr", "link", "input", "wbr"}


class Nesting(HTMLParser):
    """Follow open tags; collect those closed out of order and every attribute."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def walk(page: str) -> Nesting:
    walker = Nesting()
    walker.feed(page)
    return walker


PAGES = {"one": "agr1", "whole": None}


@pytest.fixture(params=PAGES, scope="module")
def page(request: pytest.FixtureRequest) -> str:
    return set_html(compose(RowsRecord(), PAGES[request.param]))


def test_every_tag_closes_in_order_and_every_id_stands_once(page: str) -> None:
    walker = walk(page)
    assert not walker.wrong
    assert not walker.open
    assert len(walker.ids) == len(set(walker.ids))


def test_every_number_leads_to_words_on_the_page(page: str) -> None:
    walker = walk(page)
    targets = {value[1:] for name, value in walker.attributes if name == "href" and value[0] == "#"}
    assert targets
    assert targets <= set(walker.ids)


def test_the_page_needs_nothing_from_outside_and_no_script(page: str) -> None:
    walker = walk(page)
    assert "script" not in walker.tags
    assert not {"src", "srcset", "onload", "onclick"} & {name for name, _ in walker.attributes}
    assert not re.search(r"https?://|url\(|@import", page)


def test_the_summary_says_since_when_it_is_in_force(page: str) -> None:
    words = re.sub(r"<[^>]+>", "", page)
    assert "In force since 4 March 2031" in words
    assert "Argentina denies the deployment" in words


def test_the_status_follows_the_day() -> None:
    words = re.sub(r"<[^>]+>", "", set_html(compose(RowsRecord(), "agr1", on="2030-12-01")))
    assert "Signed, not in force: signed in Colonia on 9 September 2030" in words


def test_a_report_names_those_that_share_its_text(page: str) -> None:
    assert "shares its text with Rio Plate News, 4 Mar 2031" in page


def test_markdown_tells_the_same() -> None:
    words = set_markdown(compose(RowsRecord(), "agr1"))
    assert words.startswith("# Treaty on the Guard of the Estuary\n")
    assert "**In force** since **4 March 2031**" in words
    assert "&lt;watch&gt;" in words


def test_an_agreement_is_found_by_words_of_its_title() -> None:
    assert compose(RowsRecord(), "guard of the estuary").title.startswith("Treaty")
    with pytest.raises(NotInRecord, match="foedera agreements"):
        compose(RowsRecord(), "no such pact")


HOSTILE = '</blockquote><script>alert("1")</script><img src=x onerror=alert(2)>'


class Hostile(RowsRecord):
    """The same record, but every word that a report gave tries to break out."""

    def reports(self, *, known: str | None = None) -> list[dict]:
        rows = reports()
        for row in rows:
            row["title"] = HOSTILE
            row["outlet"] = HOSTILE + row["key"]
            row["url"] = "javascript:alert(3)"
            row["text"] = row["text"].replace("Argentina", HOSTILE)
        return rows

    def claims(self) -> list[dict]:
        rows = claims()
        for row in rows:
            for actor in row["actors"]:
                actor["name"] = HOSTILE
        return rows

    def agreements(self, *, on: str | None = None, known: str | None = None) -> list[dict]:
        return [super().agreements(on=on)[0] | {"titles": [HOSTILE, HOSTILE], "kind": HOSTILE}]

    def origins(self, *, known: str | None = None) -> list[dict]:
        return [
            {"root": HOSTILE, "cited_by": [HOSTILE + key for key in TEXTS], "inputs_to": [HOSTILE]}
        ]


@pytest.mark.parametrize("agreement", PAGES.values(), ids=PAGES)
def test_hostile_words_stay_words(agreement: str | None) -> None:
    page = set_html(compose(Hostile(), agreement))
    walker = walk(page)
    assert not {"script", "img"} & set(walker.tags)
    assert "javascript:" not in page
    assert not walker.wrong
    assert "<script" not in set_markdown(compose(Hostile(), agreement))


class Empty(RowsRecord):
    """A record in which nothing has been read."""

    def reports(self, *, known: str | None = None) -> list:
        return []

    claims = judgements = agreements = events = origins = actors = stories = disagreements = (
        warnings
    ) = (  # type: ignore
        lambda self, **ignored: []
    )


def test_an_empty_record_makes_a_page_that_says_so() -> None:
    page = set_html(compose(Empty()))
    assert "The record holds no agreement and no event" in page
    assert not walk(page).wrong
