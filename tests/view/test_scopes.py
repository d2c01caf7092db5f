"""Dossiers of an actor, a story, a span of days, and what is new: structure, honesty, words."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import foedera
from foedera.record import Record
from foedera.view.dossier import Scope, compose, compose_scope, set_html, set_markdown
from foedera.view.dossier.model import Dossier

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with foedera.open(tmp_path_factory.mktemp("scopes") / "samples.foedera") as opened:
        opened.read(SAMPLES)
        yield opened


@pytest.fixture(scope="module")
def story(record: Record) -> str:
    """The story that most reports tell: one that was told of by the days asked about."""
    return str(max(record.find_stories(limit=50).rows, key=lambda row: row["reports"])["id"])


def scopes(story: str) -> dict[str, Scope]:
    span = {"since": "2018-06-01", "until": "2018-12-31"}
    return {"actor": Scope(actor="RUS"), "story": Scope(story=story), "span": Scope(**span),
            "both": Scope(actor="GRC", **span)}  # fmt: skip


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", html.unescape(words))


@pytest.mark.parametrize("name", ["actor", "story", "span", "both"])
@pytest.mark.parametrize("known", [None, "2020-12-01"])
def test_every_quoted_sentence_stands_in_a_report(
    record: Record, story: str, name: str, known: str | None
) -> None:
    made = compose_scope(record, scopes(story)[name], known=known)
    texts = [squeezed(row["text"]) for row in record.reports()]
    quoted = ["".join(bit.text for bit in e.bits) for s in made.sources for e in s.excerpts]
    assert quoted
    assert all(any(squeezed(words) in text for text in texts) for words in quoted)


@pytest.mark.parametrize("name", ["actor", "story", "span"])
def test_every_number_leads_to_words_and_no_id_stands_twice(
    record: Record, story: str, name: str
) -> None:
    page = set_html(compose_scope(record, scopes(story)[name], changed_since="2018-06-15"))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert "<script" not in page


def test_an_actor_is_shown_with_the_agreements_it_is_in(record: Record) -> None:
    words = set_markdown(compose_scope(record, Scope(actor="RUS")))
    assert words.startswith("# Russia\n")
    assert "Agreements: Open Skies Treaty" in words
    assert "## Who says what" in words


def test_a_span_holds_no_event_of_another_time(record: Record) -> None:
    made = compose_scope(record, Scope(since="2018-06-01", until="2018-06-30"))
    days = [entry.days for entry in made.chapters[0].story.timeline]
    assert days
    assert all("2018" in day for day in days)


def test_by_what_was_known_no_later_report_is_quoted(record: Record) -> None:
    made = compose_scope(record, Scope(actor="USA"), known="2020-06-01")
    days = {row["id"]: row["published"]["latest"] for row in record.reports()}
    quoted = {source.anchor.removeprefix("r-") for source in made.sources}
    assert quoted
    assert all(days[report] <= "2020-06-01" for report in quoted)


def news(made: Dossier) -> dict[str, str]:
    assert made.news is not None
    return {
        sort: "\n".join("".join(run.text for run in line) for line in lines)
        for sort, lines in made.news.sorts
    }


def test_what_is_new_leads_with_status_steps_events_and_sources(record: Record) -> None:
    found = news(compose(record, "Open Skies", changed_since="2021-01-01"))
    assert "Russia is no longer a party" in found["Status"]
    assert "declared withdrawal by Russia, 18 December 2021" in found["Steps and obligations"]
    assert "Withdrawal from the agreement by Russia" in found["New events"]
    assert "Meridian Wire: Russia quits Open Skies treaty" in found["New sources"]
    assert "2020" not in found["New sources"]


def test_every_line_of_news_leads_to_words(record: Record) -> None:
    made = compose(record, "Open Skies", changed_since="2021-01-01")
    assert made.news is not None
    lines = [line for _, held in made.news.sorts for line in held]
    assert lines
    assert all(any(run.style == "cite" for run in line) for line in lines)


def test_nothing_new_is_said_to_be_nothing(record: Record) -> None:
    made = compose(record, "Open Skies", changed_since="2025-01-01")
    assert news(made) == {}
    assert "Nothing that these reports tell has changed" in set_html(made)
    assert "Nothing that these reports tell has changed" in set_markdown(made)


def test_what_is_to_come_is_told_up_to_the_next_act(record: Record) -> None:
    made = compose(record, "Open Skies", on="2020-06-01", known="2020-06-01")
    coming = made.chapters[0].coming
    assert all(day.endswith(("2020", "2021")) for day, _, _ in coming)
    assert not compose(record, "Open Skies", on="2025-01-01").chapters[0].coming


def test_a_days_known_edition_counts_only_what_was_out_by_then(record: Record) -> None:
    made = compose(record, "Open Skies", known="2020-12-01", changed_since="2020-10-01")
    assert "2021" not in " ".join(news(made).values())
