"""What a file of settings may hold, and how each mistake in it is named."""

from pathlib import Path

import pytest

from foedera.errors import SettingError
from foedera.watch.settings import load_settings
from foedera.watch.toml_tables import read_span

WHOLE = """
record = "r.foedera"
every = "10m"
[[feed]]
url = "https://wire.example/feed"
outlet = "Wire"
pages = false
[[rule]]
when = "a toll rises"
tell = ["log"]
[[tell]]
name = "log"
to = "file"
path = "alerts.jsonl"
"""


def load(folder: Path, text: str):
    place = folder / "feeds.toml"
    place.write_text(text, "utf8")
    return load_settings(place)


def test_paths_count_from_the_folder_of_the_file(tmp_path: Path) -> None:
    read = load(tmp_path, WHOLE)
    assert read.record == str(tmp_path / "r.foedera")
    assert read.state == tmp_path / "feeds.watch"
    assert read.channels[0].path == tmp_path / "alerts.jsonl"
    assert (read.feeds[0].every, read.feeds[0].pages, read.feeds[0].items) == (600.0, False, 100)
    assert read.rules[0].tell == ("log",)


def test_without_a_channel_the_terminal_is_told(tmp_path: Path) -> None:
    bare = WHOLE.partition("[[tell]]")[0].replace('tell = ["log"]', "")
    read = load(tmp_path, bare)
    assert [channel.to for channel in read.channels] == ["terminal"]
    assert read.rules[0].tell == ("terminal",)


MISTAKES = [
    ('every = "10m"', 'evry = "10m"', "line 3", "Did you mean 'every'?"),
    ('every = "10m"', 'every = "soon"', "line 3", "no stretch of time"),
    ('every = "10m"', 'every = "1s"', "line 3", "outside 1m to 7d"),
    ('url = "https://wire.example/feed"', 'url = "file:///etc/passwd"', "line 5", "no web address"),
    ('url = "https://wire.example/feed"', 'url = "http://a:b@c/"', "line 5", "holds a password"),
    ('url = "https://wire.example/feed"', "", "line 4, feed 1", "'url' is missing"),
    ("pages = false", 'pages = "no"', "line 7, feed 1", "neither true nor false"),
    ('when = "a toll rises"', 'when = "a tol rises"', "line 9, rule 1", "a toll rises with actor"),
    ('tell = ["log"]', 'tell = ["lag"]', "line 10, rule 1", "Known: log"),
    ('to = "file"', 'to = "pigeon"', "line 13, tell 1", "webhook"),
    ('path = "alerts.jsonl"', "", "tell 1", "'path' is missing"),
    ("[[rule]]", "[rule]", "", "no list of tables"),
    ('record = "r.foedera"', "record = ", "line 2", "no TOML"),
]


@pytest.mark.parametrize(("right", "wrong", "place", "said"), MISTAKES)
def test_a_mistake_is_named_by_line_and_remedy(
    tmp_path: Path, right: str, wrong: str, place: str, said: str
) -> None:
    with pytest.raises(SettingError) as error:
        load(tmp_path, WHOLE.replace(right, wrong))
    assert "feeds.toml" in str(error.value)
    assert place in str(error.value)
    assert said in str(error.value)


def test_a_feed_named_twice_is_refused(tmp_path: Path) -> None:
    twice = WHOLE + '[[feed]]\nurl = "https://wire.example/feed"\n'
    with pytest.raises(SettingError, match="the same url as feed 1"):
        load(tmp_path, twice)


def test_a_missing_file_says_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="Name the file that lists the feeds"):
        load_settings(tmp_path / "none.toml")


def test_spans_are_read() -> None:
    assert [read_span(words) for words in ("90s", "2h", "1d", "15", "-3m")] == [
        90.0, 7200.0, 86400.0, None, None,
    ]  # fmt: skip
