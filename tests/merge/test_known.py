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
        ("lusaka protocol", "lusaka_protocol"),
        ("lusaka ceasefire agreement", "lusaka"),
        ("revived esquipulas ii accords", "esquipulas"),
        ("1996 ganges water treaty", "ganges"),
        ("adapted cfe treaty", "cfe_adapted"),
        ("eu u s open skies agreement", "eu_usa_air"),
        ("un cybercrime treaty", "un_cyber"),
        ("1929 nile waters agreement", "nile_1929"),
        ("timor sea treaty", "timor_sea"),
        ("timor gap treaty", "timor_gap"),
        ("palermo protocol", "trafficking"),
        ("falepili union treaty", "falepili"),
        ("canada us safe third country agreement", "safe_third"),
        ("safe third country agreement", None),
        ("doha agreement", None),
        ("algiers accord", None),
        ("washington agreement", None),
        ("mutual defense treaty", None),
        ("treaty of friendship", None),
        ("peru barbados agreement", None),
        ("truce of lusaka", None),
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
        ("Doha agreement", around(), "2021-03-01", "doha"),
        ("Doha agreement", around(beside="AFG"), "2023-03-01", "doha"),
        ("Doha agreement", around(beside="TCD"), "2023-03-01", "doha_chad"),
        ("Doha agreement", around(beside="COD"), "2025-08-01", "doha_m23"),
        ("Doha agreement", around(), "2025-08-01", None),
        ("Algiers accord", around(beside="MLI"), "2024-02-01", "mali_algiers"),
        ("Algiers accord", around(beside="IRQ"), "1980-10-01", "algiers_1975"),
        ("Algiers accord", around(beside="PER"), "2024-02-01", None),
        ("Arusha accord", around(beside="BDI"), "2015-06-01", "arusha_burundi"),
        ("Arusha accord", around(beside="RWA"), "1994-06-01", "arusha"),
        ("Lancaster House Agreement", around(sides="FRA GBR"), "2025-08-01", "lancaster"),
        ("Lancaster House Agreement", around(beside="ZWE"), "2013-08-01", "lancaster_1979"),
        ("safe third country agreement", around(acting="CAN USA"), "2023-04-01", "safe_third"),
        ("safe third country agreement", around(acting="GTM USA"), "2019-08-01", "asylum_gtm"),
        ("peace agreement", around(sides="ERI ETH"), "2018-09-20", "eri_eth_2018"),
        ("peace agreement", around(sides="ERI ETH"), "2010-09-20", "algiers_eritrea"),
        ("peace agreement", around(sides="ERI", beside="ETH"), "2018-09-20", None),
        ("Ohrid agreement", around(sides="SRB XKX"), "2023-04-01", "path_kosovo"),
        ("Ohrid agreement", around(beside="MKD"), "2023-04-01", "ohrid"),
        ("asylum deal", around(sides="GBR RWA"), "2022-06-01", "uk_rwanda_2022"),
        ("asylum treaty", around(sides="GBR RWA"), "2023-12-10", "uk_rwanda"),
        ("asylum deal", around(sides="GBR PER"), "2022-06-01", None),
        ("Gaza ceasefire", around(beside="ISR"), "2025-01-20", "gaza_2025_january"),
        ("Gaza ceasefire", around(beside="ISR"), "2025-10-20", "gaza_2025_october"),
        ("ceasefire", around(sides="ISR LBN"), "2024-11-28", "isr_lbn_2024"),
        ("ceasefire", around(sides="IRN ISR"), "2025-06-26", "irn_isr_2025"),
        ("ceasefire", around(sides="KHM THA"), "2025-08-01", "thai_2025_july"),
        ("ceasefire", around(sides="KHM THA"), "2011-08-01", None),
        ("minerals deal", around(sides="UKR USA"), "2025-05-02", "ukr_usa_minerals"),
        ("minerals deal", around(sides="PER UKR"), "2025-05-02", None),
        ("Barbados deal", around(beside="VEN"), "2024-01-20", "barbados_2023"),
        ("Barbados deal", around(beside="PER"), "2024-01-20", None),
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
