"""What reports about one agreement tell of states' acts upon it, read by words without the tree."""

import json
from functools import partial
from pathlib import Path

import pytest

from foedera.data import Claim, Report
from foedera.extract import state_claims
from foedera.pipeline import build_line
from foedera.read import read_paths

LEAD = "The river treaty was adopted in Lima in 2029."

SIGNED, RATIFIED, LODGED = "agreement.sign", "agreement.ratify", "agreement.deposit-instrument"
TALKED, CLOSED = "agreement.negotiate", "agreement.conclude"
BOUND, LEFT, UNSIGNED = "agreement.enter-into-force", "agreement.withdraw", "agreement.unsign"

TOLD = [
    ("Chad, Mali and Niger were among those that signed but must still ask their parliaments.",
     SIGNED, {"TCD", "MLI", "NER"}, None),
    ("Peru, a signatory since May 2029, is not held to it.", SIGNED, {"PER"}, "2029-05-31"),
    ("Ghana has put its name to the treaty.", SIGNED, {"GHA"}, None),
    ("Chad ratified it on May 3, Mali on June 4 and Niger on June 9.", RATIFIED, {"MLI"},
     "2031-06-04"),
    ("Chile, whose instrument was lodged on May 4, was the last.", LODGED, {"CHL"}, "2031-05-04"),
    ("Ratification papers from Ghana and Togo arrived in Geneva on May 4.", LODGED,
     {"GHA", "TGO"}, "2031-05-04"),
    ("Norway's foreign minister, Espen Lie, deposited the papers of ratification on May 4.",
     LODGED, {"NOR"}, "2031-05-04"),
    ("The German instrument of ratification was lodged in Geneva on May 4.", LODGED, {"DEU"},
     "2031-05-04"),
    ("Fiji deposited its instrument on May 4. Samoa did so a week ago and Tonga followed on May 9.",
     LODGED, {"TON"}, "2031-05-09"),
    ("Fiji has been bound since May 4, 2030.", BOUND, {"FJI"}, "2030-05-04"),
    ("Fiji will be a full member as of Sept. 17.", BOUND, {"FJI"}, "2031-09-17"),
    ("The obligations will apply to Fiji from Sept. 17.", BOUND, {"FJI"}, "2031-09-17"),
    ("Peru served notice on Friday that it is leaving the treaty.", LEFT, {"PER"}, None),
    ("Peru quit in 2030.", LEFT, {"PER"}, "2030-12-31"),
    ("Peru informed the depositary on May 4 that it had no intention of becoming a party.",
     UNSIGNED, {"PER"}, "2031-05-04"),
    ("Seventy states signed it on May 4, including Peru and Chile.", SIGNED, {"PER", "CHL"},
     "2031-05-04"),
    ("Among the signatories are Peru and Chile.", SIGNED, {"PER", "CHL"}, None),
    ("Peru and 60 other countries signed it on May 4.", SIGNED, {"PER"}, "2031-05-04"),
    ("It has been ratified by 26 states, among them Peru and Chile.", RATIFIED,
     {"PER", "CHL"}, None),
    ("It has been signed but not ratified by Peru and Chile.", SIGNED, {"PER", "CHL"}, None),
    ("Peru was the first to put its name to the treaty, on May 4.", SIGNED, {"PER"}, "2031-05-04"),
    ("Manila handed in its papers on May 4.", LODGED, {"PHL"}, "2031-05-04"),
    ("Officials of Peru and Chile traded their instruments of ratification on May 4.",
     "agreement.exchange-instruments", {"PER", "CHL"}, "2031-05-04"),
    ("Peru and Chile are locked in talks over the treaty.", TALKED, {"PER", "CHL"}, None),
    ("Peru, Chile and Fiji led the push for the talks.", TALKED, {"PER", "CHL", "FJI"}, None),
    ("Peru and Chile are taking part as well.", TALKED, {"PER", "CHL"}, None),
    ("Peru is the only one of the Andes at the table.", TALKED, {"PER"}, None),
    ("Peru and Chile put the finishing touches to the treaty on May 4.", CLOSED,
     {"PER", "CHL"}, "2031-05-04"),
    ("Negotiators from Peru and Chile have settled the text.", CLOSED, {"PER", "CHL"}, None),
    ("Emmanuel Macron of France and Vladimir Putin of Russia put their names to it on May 4.",
     SIGNED, {"FRA", "RUS"}, "2031-05-04"),
    ("Peru and Chile initialed the treaty on May 4.", CLOSED, {"PER", "CHL"}, "2031-05-04"),
    ("Pens were put to the treaty on May 4 by the leaders of Peru and Chile.", SIGNED,
     {"PER", "CHL"}, "2031-05-04"),
    ("Signatures from Peru and Chile went on the treaty on May 4.", SIGNED, {"PER", "CHL"},
     "2031-05-04"),
    ("Ten ministers - among them those of Peru and Chile - signed the treaty on May 4.", SIGNED,
     {"PER", "CHL"}, "2031-05-04"),
    ("Peru's minister signed the treaty on May 4; her Chilean counterpart followed an hour later.",
     SIGNED, {"CHL"}, None),
    ("Ratification by Peru on May 4 brought the tally to 20.", RATIFIED, {"PER"}, "2031-05-04"),
    ("Sixteen states have ratified the treaty, Peru and Chile being the latest.", RATIFIED,
     {"PER", "CHL"}, None),
    ("With Peru's ratification on May 4 the treaty has the parties it needs.", LODGED, {"PER"},
     "2031-05-04"),
    ("Peru's envoy handed over the papers that make Peru a party on May 4.", LODGED, {"PER"},
     "2031-05-04"),
    ("The depositary received the ratifications of Peru and Chile on May 4.", LODGED,
     {"PER", "CHL"}, "2031-05-04"),
    ("Peru was admitted as the 25th party to the treaty on May 4.", "agreement.accede", {"PER"},
     "2031-05-04"),
    ("Peru and Chile began applying the treaty on a provisional basis on May 4.",
     "agreement.provisionally-apply", {"PER", "CHL"}, "2031-05-04"),
    ("Peru lifted its suspension on May 4.", "agreement.resume", {"PER"}, "2031-05-04"),
    ("Peru and Chile agreed on May 4 to keep the treaty alive.", "agreement.extend",
     {"PER", "CHL"}, "2031-05-04"),
    ("Peru and Chile exchanged notes on May 4 prolonging the treaty.", "agreement.extend",
     {"PER", "CHL"}, "2031-05-04"),
    ("Peru ceased to be bound by the treaty on Monday.", LEFT, {"PER"}, "2031-06-16"),
    ("The treaty went live on May 4.", BOUND, set(), "2031-05-04"),
    ("May 4 marked the day on which the treaty became law for its parties.", BOUND, set(),
     "2031-05-04"),
]  # fmt: skip

NOT_TOLD = [
    ("Peru suspended work at the dam in 2029 and abandoned it later that year.", LEFT),
    ("Neither Peru nor Chile has signed.", SIGNED),
    ("Peru has not signed the treaty, and so do few others.", SIGNED),
    ("It cannot bind anyone before Peru and Chile have ratified it.", RATIFIED),
    ("Peru urged Chile's rivals, which hoped Chile would have signed the treaty by May.", SIGNED),
    ("It rests on a law that President Boluarte had signed in May.", SIGNED),
    ("Peru's navy left the port on May 4.", LEFT),
    ("Peru has pulled out all the stops to save it.", LEFT),
    ("Peru pulled out 300 soldiers on May 4.", LEFT),
    ("Peru withdrew from Arica in 1929.", LEFT),
    ("Peru left it behind in 2030.", LEFT),
    ("Peru's president concluded the treaty was a failure.", "agreement.conclude"),
    ("Ana Ruiz of Peru is out of power, but her allies are strong.", LEFT),
    ("Peru is out to win votes.", LEFT),
    ("They warned that any river treaty signed by Peru would be void.", SIGNED),
    ("Peru delivered a letter to Chile on May 4.", LEFT),
    ("Peru signed a decree on fishing on May 4.", SIGNED),
    ("Peru and Chile are not taking part.", TALKED),
    ("With Peru's ratification still pending, the treaty must wait.", LODGED),
    ("Peru joined its allies at sea.", TALKED),
    ("Peru is yet to be admitted as a party to the treaty.", "agreement.accede"),
]


@pytest.fixture
def read(tmp_path: Path):
    def _read(
        sentence: str, title: str = "Peru and the river treaty", lead: str = LEAD
    ) -> list[Claim]:
        row = {"id": "1", "title": title, "text": f"{lead} {sentence}",
               "published": "2031-06-20", "source": "Lake Wire"}  # fmt: skip
        path = tmp_path / "reports.jsonl"
        path.write_text(json.dumps(row))
        report = next(r for r in read_paths([path]) if isinstance(r, Report))
        return list(next(build_line().run([report])).claims)

    return _read


def _states(claim: Claim) -> set[str]:
    return {str(a.country) for a in claim.roles.actors}


@pytest.mark.parametrize(("sentence", "kind", "states", "last"), TOLD)
def test_an_act_is_read_with_its_states_and_its_day(read, sentence, kind, states, last) -> None:
    found = [c for c in read(sentence) if c.kind == kind and states <= _states(c)]
    assert found, sentence
    assert any(c.agreement and "treaty" in c.agreement.title for c in found)
    if last is not None:
        assert last in {c.setting.when.latest for c in found if c.setting.when}


@pytest.mark.parametrize(("sentence", "kind"), NOT_TOLD)
def test_what_nobody_did_is_no_act(read, sentence: str, kind: str) -> None:
    made = [c for c in read(sentence) if "state_acts" in c.rule and c.kind == kind]
    assert not made


def test_the_day_of_effect_told_after_a_notice_is_its_own(read) -> None:
    claims = read("Peru gave notice on May 4 that it is leaving. It will be out on May 4, 2032.")
    effects = {t.value for c in claims if c.kind == LEFT for t in c.setting.terms}
    assert "2032-05-04" in effects


def test_a_report_without_an_agreement_is_left_alone(tmp_path: Path, read) -> None:
    row = {"id": "1", "title": "Peru and the sea", "text": "Rain fell. Peru signed on May 4.",
           "published": "2031-06-20", "source": "Lake Wire"}  # fmt: skip
    path = tmp_path / "none.jsonl"
    path.write_text(json.dumps(row))
    report = next(r for r in read_paths([path]) if isinstance(r, Report))
    assert not [c for c in next(build_line().run([report])).claims if "state_acts" in c.rule]


def test_an_agreement_only_mentioned_further_down_is_not_what_a_report_is_about(
    read, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = "Shells fell on the port of Tema on Friday. " * 2
    body = f"{before}\n\n{before}\n\n{before}\n\nThe truce signed by Ghana in May is in danger.\n\n"
    body += "Some 90 states have joined the Convention on River Mines, which Chad signed in May."
    read_so = partial(read, body, "Shells fall on Tema", "")
    assert not [c for c in read_so() if "state_acts" in c.rule]
    monkeypatch.setattr(state_claims, "_is_topic", lambda *_: True)
    assert [c for c in read_so() if "state_acts" in c.rule]


@pytest.mark.parametrize(
    ("title", "kind", "states"),
    [
        ("Peru, Chile sign river treaty", SIGNED, {"PER", "CHL"}),
        ("Lima and Santiago ratify river treaty", RATIFIED, {"PER", "CHL"}),
        ("Peru to sign river treaty", SIGNED, set()),
        ("Peru signs river treaty law", SIGNED, set()),
        ("Fiji signs river treaty", SIGNED, set()),
    ],
)
def test_a_headline_tells_what_the_states_of_the_first_sentence_do(
    read, title: str, kind: str, states: set[str]
) -> None:
    lead = "Ruiz of Peru and Paz of Chile embraced on Tuesday after years of talks."
    told = [c for c in read("The river treaty is long.", title, lead) if c.kind == kind]
    assert {a.country for c in told for a in c.roles.actors} == states
    assert {c.setting.when.latest for c in told if c.setting.when} == (
        {"2031-06-17"} if states else set()
    )


def test_an_instrument_that_is_signed_is_no_signature_of_the_treaty(read) -> None:
    made = read("The president of Peru signed the instrument of ratification of the treaty.")
    assert RATIFIED in {c.kind for c in made}
    assert SIGNED not in {c.kind for c in made}
    made = read("They exchanged the instruments of ratification of the treaty signed in May.")
    assert SIGNED in {c.kind for c in made}
