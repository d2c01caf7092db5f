"""RSS and Atom files: items become reports of their own words; hostile feeds are refused."""

from pathlib import Path

import pytest

from foedera.data import Report
from foedera.errors import InputError, UnreadableFile
from foedera.read import read_paths
from foedera.read.feeds import MAX_FEED, MAX_TAGS, parse_feed
from foedera.read.fragments import strip_tags

RSS = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>Northern Wire</title><language>en-GB</language>
<item><title>Oslo &amp;amp; Riga sign pact</title><link>https://wire.example/1</link>
 <guid isPermaLink="false">n-1</guid><pubDate>Thu, 05 Dec 2024 10:00:00 GMT</pubDate>
 <description>&lt;p&gt;Norway and Latvia &lt;b&gt;signed&lt;/b&gt; a pact.&lt;/p&gt;
 &lt;script&gt;x()&lt;/script&gt;&lt;p&gt;Talks went on.&lt;/p&gt;</description></item>
<item><title>No words</title><link>https://wire.example/2</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>
<entry><id>urn:c:7</id><title>Chile ratifies</title><updated>2024-12-06T08:00:00Z</updated>
<content type="html">&lt;p&gt;Chile ratified the accord.&lt;/p&gt;</content>
<summary>Short.</summary></entry></feed>"""


def split(path: Path) -> tuple[list[Report], list[str]]:
    found = list(read_paths([path]))
    reports = [one for one in found if isinstance(one, Report)]
    return reports, [str(one) for one in found if isinstance(one, InputError)]


def test_an_item_is_a_report_of_its_own_words(tmp_path: Path) -> None:
    place = tmp_path / "wire.rss"
    place.write_text(RSS, "utf8")
    (report,), errors = split(place)
    assert report.key == "https://wire.example/1"
    assert report.title == "Oslo & Riga sign pact"
    assert report.text == "Norway and Latvia signed a pact.\n\nTalks went on."
    assert report.imprint.outlet == "Northern Wire"
    assert report.published.earliest == "2024-12-05"
    assert len(errors) == 1
    assert "item 2: an item without words" in errors[0]


def test_atom_gives_its_whole_content(tmp_path: Path) -> None:
    place = tmp_path / "courier.xml"
    place.write_text(ATOM, "utf8")
    (report,), errors = split(place)
    assert (report.key, report.text, errors) == ("urn:c:7", "Chile ratified the accord.", [])
    assert report.published.earliest == "2024-12-06"


def test_a_feed_that_is_not_well_formed_is_mended() -> None:
    broken = RSS.replace("</channel></rss>", "").replace("signed", "signed at <b>& sealed")
    feed = parse_feed(broken.encode(), "x")
    assert feed.items[0].link == "https://wire.example/1"


@pytest.mark.parametrize("body", [b"<html><p>Page</p></html>", b"", b"{}", b"\xff\xfe\x00<"])
def test_what_is_no_feed_is_named(body: bytes) -> None:
    with pytest.raises(UnreadableFile, match="no RSS or Atom feed"):
        parse_feed(body, "x")


@pytest.mark.parametrize("encoding", ["utf8", "utf-16"])
def test_entities_are_refused_before_parsing(encoding: str) -> None:
    bomb = f'<!DOCTYPE r [<!entity a "{"ha" * 9}">]>{ATOM}'
    with pytest.raises(UnreadableFile, match="declares entities"):
        parse_feed(bomb.encode(encoding), "x")


def test_size_and_number_of_tags_are_bounded() -> None:
    with pytest.raises(UnreadableFile, match="larger than"):
        parse_feed(b"<rss>" + b" " * MAX_FEED, "x")
    with pytest.raises(UnreadableFile, match="tags"):
        parse_feed(b"<rss>" + b"<b>" * MAX_TAGS, "x")


def test_markup_however_deep_ends() -> None:
    assert strip_tags("<div>" * 50_000 + "Talks") in ("", "Talks")
    assert strip_tags("<<<&&&") is not None
    assert strip_tags("a\r\n\r\n b  c") == "a\n\nb c"
