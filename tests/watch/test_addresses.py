"""Which addresses may be asked."""

import pytest

from foedera.errors import FetchError
from foedera.watch.addresses import check_addresses, is_open, split_url
from foedera.watch.polling import clean_link

HOME = [
    "127.0.0.1", "10.1.2.3", "192.168.0.9", "172.16.4.4", "169.254.169.254", "0.0.0.0",
    "100.64.0.1", "::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
    "2002:7f00:1::", "224.0.0.1", "255.255.255.255", "::", "nonsense",
]  # fmt: skip


@pytest.mark.parametrize("address", HOME)
def test_what_lies_at_home_is_seen_in_any_wrapping(address: str) -> None:
    assert not is_open(address)


def test_the_open_web_is_open() -> None:
    assert is_open("93.184.215.14")
    assert is_open("2606:2800:220:1:248:1893:25c8:1946")


def test_one_address_at_home_among_others_is_enough_to_refuse() -> None:
    def both(host: str, port: int) -> list[str]:
        return ["93.184.215.14", "10.0.0.7"]

    with pytest.raises(FetchError, match="within this network"):
        check_addresses("http://wire.example/a", frozenset(), both)
    assert check_addresses("http://wire.example/a", frozenset(["wire.example"]), both)
    assert check_addresses("http://wire.example:81/a", frozenset(["wire.example:81"]), both)
    with pytest.raises(FetchError, match="within this network"):
        check_addresses("http://wire.example:82/a", frozenset(["wire.example:81"]), both)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://a.example/", "gopher://a/", "javascript:x()", "//a.example",
        "http://", "http://user:pass@a.example/", "http://a.example:0/", "http://[::1/",
        "http://a.example:99999/", "http://a.example/" + "x" * 3000,
    ],
)  # fmt: skip
def test_only_plain_web_addresses_are_taken(url: str) -> None:
    with pytest.raises(FetchError):
        split_url(url)
    assert clean_link(url) is None


def test_tracking_is_cut_off_a_link() -> None:
    assert clean_link("http://a.example/x?utm_source=r&id=3&fbclid=9#top") == (
        "http://a.example/x?id=3"
    )
    assert clean_link("http://a.example/x?b=%20&a=") == "http://a.example/x?b=%20&a="
