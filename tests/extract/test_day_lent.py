"""Days lent by what holds, opens or tells an act; day of the reports 2023-05-10, a Wednesday."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def _days(text, kind):
    found = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert found, kind
    whens = [c.setting.when for c in found]
    return [(w.earliest, w.latest) if w else None for w in whens]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Nine thousand people have fled Oruro since the shelling began on Monday.",
         "harm.displace", ("2023-05-08", None)),
        ("The summit ended on Sunday, with Kenya promising to send aid to Peru.",
         "statement.promise", ("2023-05-07", "2023-05-07")),
        ("Kenya's president flew to Lima on Monday, where he condemned Chile.",
         "statement.criticise", ("2023-05-08", "2023-05-08")),
        ("Kenya's president arrived in Lima on Monday for talks with Peru's leaders.",
         "diplomacy.meet", ("2023-05-08", "2023-05-08")),
        ("Peru quoted the Kenyan president's 2011 letter threatening Chile.",
         "statement.threaten", ("2011-01-01", "2011-12-31")),
        ("In a letter released on Monday, Kenya urged Peru to leave Bolivia.",
         "request.action", ("2023-05-08", "2023-05-08")),
        ("Kenya's foreign minister will fly to Lima on Friday to meet Peru's president.",
         "diplomacy.meet", ("2023-05-12", "2023-05-12")),
        ("After Kenya bombed Peru, Chad in October signed the pact.", "military.attack", None),
        ("In 1974 the Kenyan frigate was sunk by Peru after it shelled a Peruvian port.",
         "military.attack", ("1974-01-01", "1974-12-31")),
        ("Kenya began air strikes on Peru last month.",
         "military.attack", ("2023-04-01", "2023-04-30")),
        ("There is an election in Peru on Sunday.",
         "unrest.election", ("2023-05-14", "2023-05-14")),
    ],
)  # fmt: skip
def test_an_act_has_the_day_of_what_holds_or_tells_it(text, kind, day):
    assert day in _days(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya was hit by floods on Monday after it signed a treaty with Peru.", "agreement.sign"),
        ("After it signed a treaty with Peru, Kenya in October left the league.", "agreement.sign"),
        ("There were accusations on Monday that Kenya is shelling Peru.", "military.attack"),
    ],
)  # fmt: skip
def test_a_day_of_another_act_is_not_lent(text, kind):
    assert _days(text, kind) == [None]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Kenya's envoys have stayed at home since Peru's election Sunday.",
         "unrest.election", ("2023-05-07", "2023-05-07")),
        ("Kenya rebuffed Peru by leaving the summit last month.",
         "statement.reject", ("2023-04-01", "2023-04-30")),
        ("Kenya wants to punish Peru for a missile attack last month.",
         "military.attack", ("2023-04-01", "2023-04-30")),
        ("Kenya's army said Monday's raid on a Peruvian base had failed.",
         "military.attack", ("2023-05-08", "2023-05-08")),
        ("Two Kenyan ministers flew to Lima on Monday to meet Peru's president.",
         "diplomacy.meet", ("2023-05-08", "2023-05-08")),
        ("The lawmakers sent a letter to Kenya on Monday asking it to leave Peru.",
         "request.action", ("2023-05-08", "2023-05-08")),
        ("Kenya promised elections in 2030.", "unrest.election", ("2030-01-01", "2030-12-31")),
        ("On Monday, even as it warned Chile against strikes, Kenya praised Peru.",
         "statement.warn", ("2023-05-08", "2023-05-08")),
        ("The dispute dates to 1948 — when Kenya captured the island from Peru.",
         "military.capture", ("1948-01-01", "1948-12-31")),
        ("Soldiers ousted Peru's president and named a successor late on Monday.",
         "unrest.coup", ("2023-05-08", "2023-05-08")),
    ],
)  # fmt: skip
def test_a_day_goes_to_the_act_that_it_marks(text, kind, day):
    assert day in _days(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya promised elections in 2030.", "statement.promise"),
        ("Kenya refused to accept the Border Act of 1982.", "statement.reject"),
        ("Kenya arrested two men in connection with the theft of arms in 2011.", "coercion.detain"),
    ],
)  # fmt: skip
def test_a_time_of_something_named_or_yet_to_come_is_no_day_of_the_act(text, kind):
    assert _days(text, kind) == [None]
