"""robots.txt by RFC 9309: whose group holds, which rule wins, and that no pattern runs away."""

import time

import pytest

from foedera.watch.robots import parse_robots

AGENT = "foedera-watch (a desk)"


@pytest.mark.parametrize(
    ("text", "path", "yes"),
    [
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("", "/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: foedera\nAllow: /", "/a", True),
        ("User-agent: foedera-watch\nDisallow: /\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: other\nUser-agent: *\nDisallow: /p", "/p/q", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /p\nAllow: /p/open", "/p/open/1", True),
        ("User-agent: *\nAllow: /p\nDisallow: /p", "/p", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /a*b*c", "/a-x-b-y-c-z", False),
        ("User-agent: *\nDisallow: /*?print", "/a?print=1", False),
        ("User-agent: *\nDisallow: /caf\u00e9", "/caf%C3%A9", False),
        ("\ufeffuser-AGENT : * # all\nDISALLOW: /x # no", "/x", False),
    ],
)
def test_a_path_is_allowed_or_not(text: str, path: str, yes: bool) -> None:
    assert parse_robots(text, AGENT).allows(f"https://a.example{path}") is yes


def test_a_pause_is_kept_within_reason() -> None:
    assert parse_robots("User-agent: *\nCrawl-delay: 7", AGENT).pause == 7.0
    assert parse_robots("User-agent: *\nCrawl-delay: 9999", AGENT).pause == 60.0
    assert parse_robots("User-agent: *\nCrawl-delay: soon", AGENT).pause is None


def test_no_pattern_runs_away() -> None:
    rules = "User-agent: *\n" + ("Disallow: " + "*a" * 200 + "b$\n") * 2000
    began = time.process_time()
    assert parse_robots(rules, AGENT).allows("http://a.example/" + "a" * 1900)
    assert time.process_time() - began < 3
