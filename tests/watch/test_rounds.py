"""Rounds against a server on this machine: what comes in, what is told, once and only once."""

from __future__ import annotations

import pytest

from foedera.errors import RecordError
from foedera.record import Record
from foedera.settle import settle
from foedera.watch import rounds
from foedera.watch.running import try_watch
from foedera.watch.settings import load_settings
from foedera.watch.state import State
from tests.watch.desk import FILE, RAID, RAID_EDITED, RATIFIED, RULES, SIGNED, Desk
from tests.watch.feed_server import Entry, Reply, write_page, write_rss

PACT = Entry("g1", SIGNED, "Norway and Chile sign pact")
VOTE = Entry("g2", RATIFIED, "Chile ratifies pact", day="Mon, 09 Dec 2024 18:00:00 GMT")
ATTACK = Entry("g3", RAID, "Gunmen attack post", day="Fri, 06 Dec 2024 18:00:00 GMT")


def test_a_new_item_is_read_and_told_once(desk: Desk) -> None:
    desk.show(PACT, etag='"one"')
    assert desk.go() == "1 feed asked, 1 new item, 1 report read, 2 alerts"
    told = desk.sentences()
    assert told[0].startswith("New in the record: Fjord Pact of Chile and Norway, signed, says")
    assert "Norway signed it in Oslo on 5 December 2024" in told[1]
    alert = desk.alerts()[1]
    assert alert["quotes"][0]["text"].startswith("Norway and Chile signed the Fjord Pact in Oslo")
    assert alert["quotes"][0]["published"] == "2024-12-05"
    with Record(desk.folder / "r.foedera") as record:
        assert record.why(alert["agreement"])
    assert desk.go() == "1 feed asked (1 unchanged), 0 new items, 0 reports read, 0 alerts"
    assert desk.server.asked[-1].headers["if-none-match"] == '"one"'
    assert len(desk.alerts()) == 2


def test_what_changes_later_is_told_beside_what_was(desk: Desk) -> None:
    desk.show(PACT)
    desk.go()
    desk.show(VOTE, PACT)
    desk.go()
    new = desk.sentences()[2:]
    assert any("Chile ratified it on 9 December 2024" in sentence for sentence in new)
    assert not any("signed" in sentence.split("(before")[0] for sentence in new)


def test_an_edited_item_is_a_revision_and_tells_only_what_it_changed(desk: Desk) -> None:
    desk.show(ATTACK)
    desk.go()
    first = desk.sentences()
    assert len([s for s in first if s.startswith("Attack")]) == 1
    desk.show(Entry("g3", RAID_EDITED, "Gunmen attack post", day=ATTACK.day))
    assert desk.go() == "1 feed asked, 0 new items, 1 edited, 1 report read, 2 alerts"
    rises, denies = sorted(desk.sentences()[len(first) :], reverse=True)
    words = "Toll on 6 December 2024 rises: killed, at least 10 soldiers → at least 18 soldiers"
    assert rises.startswith(words)
    assert denies == "Mali denies the arms transfer to gunmen, says Northern Wire"
    with Record(desk.folder / "r.foedera") as record:
        assert [row["key"] for row in record.reports()] == ["g3", "g3"]


def test_an_edit_of_the_markup_alone_is_no_news(desk: Desk) -> None:
    desk.show(ATTACK)
    desk.go()
    before = desk.alerts()
    desk.show(Entry("g3", RAID, "Gunmen attack post: UPDATE", day=ATTACK.day))
    assert "1 edited" in desk.go()
    assert desk.alerts() == before


def test_a_failing_feed_is_asked_later_and_later(desk: Desk) -> None:
    desk.server.paths["/feed"] = Reply(status=500)
    waits = []
    for _ in range(4):
        assert "1 failed" in desk.go(later=0)
        state = State(desk.folder / "feeds.watch", str(desk.folder / "r.foedera"))
        waits.append(state.feed(f"{desk.server.url}/feed").next_at - desk.clock.now())
        state.close()
        assert desk.go(later=0).startswith("0 feeds asked")  # not before its time
        desk.clock.wind(waits[-1])
    assert waits == [900.0, 1800.0, 3600.0, 7200.0]
    desk.server.paths["/feed"] = Reply(status=503, headers={"Retry-After": "20000"})
    desk.go(later=0)
    desk.go(later=19_000)
    assert len(desk.server.paths_asked()) == 5
    desk.show(PACT)
    assert "1 new item" in desk.go(later=1_001)
    assert any("the server answers 500" in line for line in desk.said)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<html>Sorry</html>", "no RSS or Atom feed"),
        (b"\x00\xff\x13", "no RSS or Atom feed"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]>" + write_rss(PACT), "declares entities"),
    ],
)
def test_what_is_no_feed_is_named_and_asked_later(desk: Desk, body: str, said: str) -> None:
    desk.server.paths["/feed"] = Reply(body)
    assert "1 failed" in desk.go()
    assert any(said in line for line in desk.said)


def test_a_broken_feed_gives_what_can_be_read(desk: Desk) -> None:
    desk.server.paths["/feed"] = Reply(write_rss(PACT).replace("</channel></rss>", "& <b>"))
    assert "1 new item" in desk.go()
    assert len(desk.alerts()) == 2


def test_ten_thousand_items_come_in_portions_and_none_is_lost(desk: Desk) -> None:
    many = [Entry(f"n{n}", f"Nothing was told in round {n}.", f"Round {n}") for n in range(10_000)]
    desk.set(RULES, FILE, top="pages = false\nitems = 40")
    desk.show(*many, etag='"many"')
    line = desk.go()
    assert "10,000 new items, 40 reports read, 0 alerts, 9,960 on their way" in line
    assert "40 reports read, 0 alerts, 9,920 on their way" in desk.go()
    with Record(desk.folder / "r.foedera") as record:
        keys = {row["key"] for row in record.reports()}
    assert keys == {f"n{n}" for n in range(9_920, 10_000)}  # the oldest, which stand last


def test_careless_feeds(desk: Desk) -> None:
    """One id for two addresses, one item twice, no id, no day, no words."""
    base = desk.server.url
    desk.show(
        Entry("same", "Talks were held in Oslo.", link=f"{base}/1"),
        Entry("same", "Talks were held in Lima.", link=f"{base}/2"),
        Entry("twice", "Talks were held in Rome."),
        Entry("twice", "Talks were held in Rome."),
        Entry("", "Talks were held in Bern.", guid=False, day=None),
        Entry("", "", guid=False, link="javascript:x()"),
    )
    assert "4 new items, 4 reports read" in desk.go()
    assert "0 new items, 0 reports read" in desk.go()
    with Record(desk.folder / "r.foedera") as record:
        days = {row["text"]: row["published"]["basis"] for row in record.reports()}
    assert days["Talks were held in Bern."] != "given"
    assert days["Talks were held in Rome."] == "given"


def test_pages_are_fetched_and_what_they_refuse_is_taken_from_the_feed(desk: Desk) -> None:
    base = desk.server.url
    desk.set(RULES, FILE, top="")
    desk.server.paths["/robots.txt"] = Reply("User-agent: *\nDisallow: /closed")
    desk.server.paths["/open"] = Reply(
        write_page(SIGNED.split(") - ")[1], "It takes effect in May.", "Fishermen were content.")
    )
    desk.show(
        Entry("g1", "Norway and Chile signed a pact.", link=f"{base}/open"),
        Entry("g2", "Peru held talks with Ghana.", link=f"{base}/closed"),
        Entry("g3", "Kenya held talks with Japan.", link="http://127.0.0.2:9/x"),
        Entry("g4", "", link=f"{base}/gone"),
    )
    line = desk.go()
    assert "4 new items, 1 page fetched, 3 reports read" in line
    with Record(desk.folder / "r.foedera") as record:
        texts = {row["key"]: row["text"] for row in record.reports()}
    assert "Fishermen were content." in texts[f"{base}/open"]
    assert texts[f"{base}/closed"] == "Peru held talks with Ghana."
    assert "/closed" not in desk.server.paths_asked()
    said = "\n".join(desk.said)
    assert "robots.txt asks to be left alone" in said
    assert "127.0.0.2 is an address within this network; allow_hosts can name it" in said
    assert "not found (404); the feed has no words of its own" in said


def test_a_page_that_is_ill_is_tried_later_and_then_given_up(desk: Desk) -> None:
    desk.set(RULES, FILE, top="")
    desk.server.paths["/ill"] = desk.server.paths["/ill?2"] = Reply(status=503)
    desk.show(
        Entry("g1", "Norway and Chile held talks.", link=f"{desk.server.url}/ill"),
        Entry("g2", "Peru and Chile held talks.", link=f"{desk.server.url}/ill?2"),
    )
    assert "0 reports read, 0 alerts, 2 on their way" in desk.go()
    assert desk.server.paths_asked() == ["/feed", "/ill?2"]  # the second is left for another round
    for _ in range(12):
        desk.go(later=7 * 3600)
    with Record(desk.folder / "r.foedera") as record:
        assert len(record.reports()) == 2
    assert desk.server.paths_asked().count("/ill") <= 4


def test_an_article_in_two_feeds_is_read_once(desk: Desk) -> None:
    link = f"{desk.server.url}/a"
    desk.set(f'[[feed]]\nurl = "{desk.server.url}/other"', RULES, FILE, top="")
    desk.server.paths["/a"] = Reply(write_page(SIGNED, "The pact is short.", "It is in Spanish."))
    desk.show(Entry("g1", "A pact.", link=f"{link}?utm_source=feed"))
    desk.server.paths["/other"] = Reply(write_rss(Entry("x9", "Pact!", link=link)))
    assert "1 new item, 1 page fetched, 1 report read" in desk.go()
    assert desk.server.paths_asked().count("/a") == 1


def test_a_feed_that_moved_is_named(desk: Desk) -> None:
    moved = Reply(status=301, headers={"Location": "/new"})
    desk.server.paths["/feed"] = moved
    desk.server.paths["/new"] = Reply(write_rss(PACT))
    assert "1 new item" in desk.go()
    assert any("has moved for good to" in line for line in desk.said)


def test_what_the_record_held_before_is_known(desk: Desk) -> None:
    (desk.folder / "a.txt").write_text(SIGNED, "utf8")
    with Record(desk.folder / "r.foedera") as record:
        record.read(desk.folder / "a.txt")
    desk.show(VOTE)
    desk.go()
    assert all("signed" not in sentence for sentence in desk.sentences())
    assert any("Chile ratified it" in sentence for sentence in desk.sentences())


def test_what_is_read_by_hand_is_told_in_the_next_round(desk: Desk) -> None:
    desk.show()
    desk.go()
    (desk.folder / "a.txt").write_text(SIGNED, "utf8")
    with Record(desk.folder / "r.foedera") as record:
        record.read(desk.folder / "a.txt")
    assert "2 alerts" in desk.go()


def test_a_trial_keeps_nothing_and_tells_only_the_terminal(desk: Desk) -> None:
    desk.show(PACT, etag='"one"')
    desk.go()
    held = [(desk.folder / name).read_bytes() for name in ("r.foedera", "alerts.jsonl")]
    desk.show(VOTE, PACT, etag='"two"')
    settings = load_settings(desk.folder / "feeds.toml")
    try_watch(settings, desk.clock, desk.shown.append, desk.said.append)
    assert any("Chile ratified it" in note for note in desk.shown)
    assert "nothing was kept" in desk.said[-1]
    assert [(desk.folder / name).read_bytes() for name in ("r.foedera", "alerts.jsonl")] == held
    desk.go()
    assert any("Chile ratified it" in sentence for sentence in desk.sentences())


def test_one_watch_at_a_time_and_one_record_a_watch(desk: Desk) -> None:
    desk.show()
    desk.go()
    place = desk.folder / "feeds.watch"
    held = State(place, str(desk.folder / "r.foedera"))
    try:
        with pytest.raises(RecordError, match="another watch is at work"):
            desk.go()
    finally:
        held.close()
    with pytest.raises(RecordError, match="kept for the record"):
        State(place, "other.foedera")
    place.write_bytes(b"words, not a database" * 99)
    with pytest.raises(RecordError, match="no file that a watch keeps"):
        desk.go()


def test_nothing_that_is_shown_steers_the_terminal(desk: Desk) -> None:
    desk.set("[[rule]]\nwhen = 'a new report with words \"pact\"'", top="pages = false")
    hostile = "Norway signed a pact.\x1b[2J\x9b \u202eevil"
    desk.show(Entry("g1", hostile, hostile))
    desk.go()
    note = desk.shown[0]
    assert "New report: Norway signed a pact." in note
    assert not set("\x1b\x9b\u202e") & set(note)


def test_alerts_for_a_channel_that_is_no_longer_named_are_kept_and_said(desk: Desk) -> None:
    desk.set(RULES, '[[tell]]\nname = "chat"\nto = "webhook"\nurl = "http://127.0.0.1:9/"')
    desk.show(PACT)
    assert "2 waiting to be told" in desk.go()
    desk.set()
    desk.go()
    assert "  2 alerts kept for 'chat', which the settings lack" in desk.said


def test_an_edited_report_is_no_new_report(desk: Desk) -> None:
    desk.set("[[rule]]\nwhen = 'a new report with words \"soldiers\"'", FILE, top="pages = false")
    desk.show(ATTACK)
    desk.go()
    desk.show(Entry("g3", RAID_EDITED, "Gunmen attack post", day=ATTACK.day))
    assert "1 edited, 1 report read, 0 alerts" in desk.go()
    assert desk.sentences() == ["New report: Gunmen attack post (Northern Wire)"]


def test_into_a_larger_record_reports_are_merged_as_they_come(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "LIVE_FROM", 1)
    monkeypatch.setattr(rounds, "LIVE_SHARE", 1.0)
    monkeypatch.setattr(Record, "settle", lambda _: pytest.fail("the record was settled anew"))
    with Record(desk.folder / "r.foedera") as record:
        settle(record._store)
        (desk.folder / "a.txt").write_text(SIGNED, "utf8")
        record.read(desk.folder / "a.txt")
        settle(record._store)
    desk.show(VOTE)
    desk.go()
    assert any("Chile ratified it on 9 December 2024" in s for s in desk.sentences())


def test_a_day_that_turns_a_status_is_told_without_a_report_of_it(desk: Desk) -> None:
    notice = (
        "OSLO, Dec. 5 (Northern Wire) - Norway will withdraw from the Fjord Pact, Prime Minister "
        "Jonas Store said on Thursday.\n\nNorway will give formal notice on Friday, the foreign "
        "ministry said, and its withdrawal will take effect six months later.\n\nNorway and Chile "
        "signed the Fjord Pact on May 1, 2018. The Fjord Pact entered into force on May 3, 2019."
    )
    desk.show(Entry("g1", notice, "Norway to leave Fjord Pact in six months"))
    desk.go()
    assert any("takes effect 6 June 2025" in sentence for sentence in desk.sentences())
    before = len(desk.alerts())
    desk.clock.wind(200 * 86_400)
    weather = Entry("g2", "It rained in Lima.", day="Tue, 10 Jun 2025 10:00:00 GMT")
    desk.show(weather)
    desk.go()
    new = desk.sentences()[before:]
    assert any("Norway is no longer a party" in s and "10 June 2025" in s for s in new), new
    desk.go()
    assert len(desk.sentences()) == before + len(new)
