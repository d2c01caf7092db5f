"""Where a claim took place, not where those are whom it is about; and how many it counts."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def _where(text: str, kind: str) -> str | None:
    found = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert found, kind
    where = found[0].setting.where
    return where.name if where else None


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Kenya criticised the war in Peru.", "statement.criticise", None),
        ("Ghana urged the rebels in Lima to leave Kenya.", "request.action", None),
        ("Ghana warned Kenya against strikes in Peru.", "statement.warn", None),
        ("Kenya praised Ghana in Lima.", "statement.praise", "Lima"),
        ("Ghana's king criticised Kenya in a speech in Lima.", "statement.criticise", "Lima"),
        ("Kenya denounced the raid at a meeting in Lima.", "statement.criticise", "Lima"),
        ("Hardliners in Lima rejected the offer of Kenya.", "statement.reject", "Lima"),
        ("Allies in Europe would join Kenya in sanctions on Peru.", "coercion.sanction", None),
        ("Kenyan jets struck rebels in Peru.", "military.attack", "Peru"),
        ("A Kenyan raid in Peru killed nine farmers.", "harm.kill", "Peru"),
        ("Nine Kenyan soldiers were killed when a bomb hit a market in Peru.", "harm.kill", "Peru"),
        ("Nine Kenyan soldiers were killed by a bomb in Lima.", "harm.kill", "Lima"),
        ("Kenyan troops killed two men in Qorvath.", "harm.kill", "Qorvath"),
        ("Kenya deployed 90 soldiers to Lima.", "military.deploy", "Lima"),
        ("Ghana's king met Kenya's president in Lima, not in Quito.", "diplomacy.meet", "Lima"),
        ("Kenyan police arrested a poet in Peru's Ucayali region.", "coercion.detain", "Ucayali"),
        ("Chile approved the protocol on Peru's accession in May.", "agreement.approve", None),
        ("Chad shelled a camp on Mali's border.", "military.attack", "Mali's border"),
    ],
)
def test_where(text: str, kind: str, place: str | None) -> None:
    assert _where(text, kind) == place


@pytest.mark.parametrize(
    ("text", "kind", "counts"),
    [
        ("Forty-seven Kenyan soldiers were killed in Peru.", "harm.kill", [47]),
        ("Kenya arrested an 18-year-old man from Peru.", "coercion.detain", []),
        ("The 15-member council of Kenya adopted the pact.", "agreement.approve", []),
        ("Kenya deployed up to 90 soldiers to Peru.", "military.deploy", [90]),
        ("Kenya imposed sanctions on nine Peruvian banks.", "coercion.sanction", [9]),
        ("Kenya handed over four Peruvian prisoners to Ghana.", "transfer.prisoners", [4]),
        ("Kenya delivered six of 12 tanks to Peru.", "transfer.arms", [6]),
        ("Between 20 and 40 Kenyan soldiers were sent to Peru.", "military.deploy", [20]),
        (
            "The number of people displaced by the raids of Kenya in Peru rose to 7,000.",
            "harm.displace",
            [7000],
        ),
    ],
)
def test_counts(text: str, kind: str, counts: list[int]) -> None:
    found = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert found, kind
    assert [q.value for q in found[0].setting.quantities] == counts


@pytest.mark.parametrize(
    ("text", "kind", "day", "place"),
    [
        (
            "The visit of Kenya's president to Lima was put off from 2 May 2031 to 9 June 2031.",
            "diplomacy.visit",
            "2031-06-09",
            "Peru",
        ),
        (
            "The meeting of Kenyan and Peruvian envoys in Lima was brought forward to 3 May 2031.",
            "diplomacy.meet",
            "2031-05-03",
            "Lima",
        ),
        (
            "Talks between Kenya and Ghana on 3 May 2031 were moved from Lima to Quito.",
            "diplomacy.meet",
            "2031-05-03",
            "Quito",
        ),
    ],
)
def test_what_is_moved_is_planned_anew(text: str, kind: str, day: str, place: str) -> None:
    [claim] = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    setting = claim.setting
    assert (setting.when and setting.when.latest, setting.where and setting.where.name) == (
        day,
        place,
    )
    assert claim.voice.reality == "planned"
