"""Agreements that the world knows: by name, and by description where their states are told."""

from __future__ import annotations

import pytest

from foedera.gazetteer.tables import rows
from foedera.lexicons import load_words
from foedera.merge.known import Around, described_key, keys_in, known_agreements
from foedera.merge.names import state_name


def around(sides: str = "", acting: str = "", beside: str = "") -> Around:
    return Around(frozenset(sides.split()), frozenset(acting.split()), frozenset(beside.split()))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("2015 paris climate agreement", "paris"),
        ("u n charter", "un_charter"),
        ("intermediate range nuclear forces treaty", "inf"),
        ("new start treaty", "new_start"),
        ("river pact", None),
    ],
)
def test_a_name_means_one(words: str, key: str | None) -> None:
    assert next(keys_in(tuple(words.split())), None) == key


@pytest.mark.parametrize(
    ("title", "stands", "day", "key"),
    [
        ("nuclear deal", around(beside="IRN"), "2016-02-01", "jcpoa"),
        ("nuclear deal", around(beside="IRN"), "2013-10-01", "jpoa"),
        ("interim nuclear deal", around(beside="IRN"), "2014-02-01", "jpoa"),
        ("nuclear deal", around(beside="IRN"), "2013-11-26", "jpoa"),
        ("comprehensive deal", around(beside="IRN"), "2013-12-01", "jcpoa"),
        ("nuclear deal", around(beside="PER"), "2016-02-01", None),
        ("nuclear deal", around(sides="PER", beside="IRN"), "2016-02-01", None),
        ("peace treaty", around(sides="EGY ISR"), "2013-02-01", "egypt_israel"),
        ("peace treaty", around(sides="ISR", beside="EGY"), "2013-02-01", None),
        ("trade deal", around(sides="GBR", acting="USA"), "2017-01-20", "us_gbr_trade"),
        ("trade deal", around(sides="GBR PER", acting="USA"), "2017-01-20", None),
        ("talks", around(beside="IRN"), "2016-02-01", None),
        ("comprehensive peace agreement", around(beside="SDN"), "2005-02-01", "sudan_cpa"),
        ("comprehensive peace agreement", around(sides="CHL PER"), "2005-02-01", None),
        ("trade and cooperation agreement", around(sides="CHL PER"), "2021-02-01", None),
    ],
)
def test_a_description_means_one_where_its_states_are_told(
    title: str, stands: Around, day: str, key: str | None
) -> None:
    assert described_key(title, stands, day) == key


def test_no_two_known_agreements_share_a_name() -> None:
    names = [name for one in known_agreements().values() for name in one.names]
    assert len(names) == len(set(names)) > 500


def test_the_table_is_whole() -> None:
    for key, title, _, kind, binding, signed, members, near, _, first, last, _ in rows(
        "agreements"
    ):
        assert key
        assert title
        assert kind
        assert binding in ("yes", "no", "unclear")
        assert not signed or 1600 < int(signed) < 2027
        codes = set(f"{members} {near}".split()) - set(
            load_words("agreement_names")["bodies"].values()
        )
        assert all(state_name(code) != code.title() for code in codes)
        assert all(not day or len(day) == 10 for day in (first, last))
