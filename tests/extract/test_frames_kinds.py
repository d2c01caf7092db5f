"""What the kinds lean on in the matching of frames."""

import pytest

from foedera.extract.extractor import Extractor
from foedera.extract.noun_classes import classes_of
from foedera.extract.sidings import tells_as_modifier
from tests.reading import parse, read_all

EXTRACTOR = Extractor()


def _head(text: str, word: str) -> frozenset[str]:
    s = parse(text)
    return classes_of(s, s.words.index(word))


def test_a_longer_form_adds_to_its_head() -> None:
    assert {"weapons", "aid"} <= _head("Norway sent military aid to Chile.", "aid")


def test_a_whole_form_stands_for_its_head() -> None:
    assert "attack" not in _head("The doctors began a hunger strike in May.", "strike")


def test_a_type_with_a_hyphen_is_one_word() -> None:
    assert "aircraft" in _head("Oman bought a MiG-29 in May.", "MiG-29")


def test_what_follows_of_makes_a_class() -> None:
    assert "restriction" in _head("Peru declared a state of emergency.", "state")


@pytest.mark.parametrize(
    ("text", "verb", "duty"),
    [
        ("Norway said that Kenya must open the port.", "open", True),
        ("Norway said that it must open the port.", "open", False),
        ("Norway said that Kenya should have opened the port.", "opened", False),
        ("Norway said that Kenya will open the port.", "open", False),
    ],
)
def test_a_duty_falls_on_somebody_named_and_lies_ahead(text: str, verb: str, duty: bool) -> None:
    assert ("duty" in _head(text, verb)) is duty


def test_a_verb_the_parser_hangs_on_its_object_still_tells() -> None:
    s = parse("Chancellor Merkel hosted African leaders in Berlin.")
    verb = s.words.index("hosted")
    assert tells_as_modifier(s, verb) is (s.deps[verb] == "amod")


def _kinds(text: str) -> set[str]:
    return {c.kind for c in read_all([text], EXTRACTOR)[0].claims}


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Togolese and Beninese engineers are building a dam.", "cooperation.project", True),
        ("Togolese engineers are building a dam.", "cooperation.project", False),
        ("Ghana left the African Union.", "agreement.withdraw", True),
        ("Ghana left the stadium.", "agreement.withdraw", False),
        ("The sanctions include a ban on Ghana's exports of coal.", "transfer.goods", False),
        ("Ghana raised its exports of coal to Togo.", "transfer.goods", True),
        ("Ghana eased some of its restrictions on aid to Togo.", "coercion.restrict", False),
        ("The court dismissed the electoral protest of Ama Mensah.", "unrest.protest", False),
        ("The cabinet gave its formal consent to the pact with Peru.", "agreement.approve", True),
        ("Peru stopped applying the river treaty.", "agreement.suspend", True),
        # "in" that opens a setting is no particle
        ("Sudanese rebels turned in their rifles on Friday.", "military.ceasefire", True),
        ("Sudanese rebels turned their rifles on the town in May.", "military.ceasefire", False),
        # what a measure measures meets the need
        ("Sudanese rebels seized control of most of Khartoum.", "military.capture", True),
        # a name that no list knows can be struck; a party holds no ground
        ("Japan struck Port Moresby at dawn.", "military.attack", True),
        ("Peru's ruling party controls the country.", "military.occupy", False),
        ("Eritrea holds two towns beyond the border.", "military.occupy", True),
        # what "them" stands for is not strengthened as forces are
        ("Hopes were low, but Chile's minister has raised them.", "military.deploy", False),
        # laws are voted on, too
        ("Peru's congress voted on the pension bill on Friday.", "unrest.election", False),
        ("Voters in Chile voted against the charter in May.", "unrest.election", True),
        # what is tried out, and what is fired at somebody
        ("Pakistan fired a ballistic missile over the sea on Friday.", "military.test", True),
        ("Rebels in Yemen fired two rockets on Friday.", "military.attack", True),
        ("Police in Oslo released a video of the blast.", "coercion.release", False),
        ("Malian troops beat back the rebels near Gao.", "military.fight", True),
        ("Chile's minister fired Gen. Oda.", "military.attack", False),
        # an act that is widened or stepped up is told by who does so
        ("Chile increased its military aid to Peru in May.", "transfer.arms", True),
        ("Kenya expanded its airstrikes in Somalia in May.", "military.attack", True),
        ("Rwandan tanks streamed into Congo on Friday.", "military.incursion", True),
        ("Egypt lifted its arms embargo against Libya.", "coercion.lift-sanction", True),
        ("Ghana slipped into a recession in May.", "military.incursion", False),
        # who gathers need not protest; what is executed need not live
        ("Thousands gathered in Riyadh on Friday to mourn Jordan's king.", "unrest.protest", False),
        ("Demonstrators gathered in Tunis on Friday.", "unrest.protest", True),
        ("Canada executed the mission in Haiti in May.", "harm.kill", False),
        ("Uruguay imposed liberal measures in May.", "coercion.sanction", False),
        ("Uruguay imposed measures against Paraguay in May.", "coercion.sanction", True),
        # aid that is cut is not given
        ("Denmark cut its development aid to Burundi by half.", "transfer.aid", False),
        ("Denmark cut its development aid to Burundi by half.", "coercion.cut-aid", True),
        (
            "Cuba was removed from the list of state sponsors of terrorism.",
            "coercion.lift-sanction",
            True,
        ),
        ("Greek vessels rammed two Libyan boats near Crete.", "military.attack", True),
        # posts are held, not occupied; arms of mass destruction are given up, not laid down
        ("Peru's president occupied the office until May.", "military.occupy", False),
        ("Libya gave up its chemical weapons in 2003.", "military.dismantle", True),
        ("Libya gave up its chemical weapons in 2003.", "military.ceasefire", False),
        # persons are detained, towns captured
        ("Oda Nord was captured in Chad by gunmen in May.", "coercion.detain", True),
        ("Oda Nord was captured in Chad by gunmen in May.", "military.capture", False),
        ("Peru's senate approved the pact with Chile.", "agreement.conclude", False),
        ("The new pact with Chile was praised in Peru.", "agreement.conclude", True),
        ("Peru and Chile announced the end of talks on the pact.", "agreement.conclude", True),
    ],
)
def test_needs_tell_one_kind_from_another(text: str, kind: str, told: bool) -> None:
    assert (kind in _kinds(text)) is told


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ('Peru vowed that it would "sink" any Chilean trawler.', "statement.threaten", True),
        ('The treaty with Norway is of a "defensive nature".', "agreement.describe", False),
    ],
)
def test_a_quotation_mark_may_stand_within_a_phrase(text: str, kind: str, told: bool) -> None:
    found = read_all([text], EXTRACTOR)[0].claims
    assert any(c.kind == kind and c.rule.startswith("frames.phrase") for c in found) is told
