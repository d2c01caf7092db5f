import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def sides(text: str, kind: str) -> tuple[list[str], list[str]]:
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert claims, text
    roles = claims[-1].roles
    return [a.name for a in roles.actors], [a.name for a in roles.recipients]


@pytest.mark.parametrize(
    ("text", "kind", "recipient"),
    [
        ("Chad is to begin training fighters or supplying them with rifles.",
         "transfer.arms", "fighters"),
        ("The Norwegian envoy phoned the rival candidates for weeks, urging them to share power.",
         "request.action", "rival candidates"),
        ("Peru has been talking to Chile, and paying them large sums of money.",
         "transfer.money", "Chile"),
    ],
)  # fmt: skip
def test_them_takes_up_those_acted_upon_in_the_clause_above(text, kind, recipient):
    assert sides(text, kind)[1] == [recipient]


def test_they_takes_up_the_subject_of_the_clause_set_beside():
    text = "As Afghan leaders fight on, they want Norway to send troops."
    assert sides(text, "request.action")[0] == ["Afghan leaders"]


@pytest.mark.parametrize(
    "text",
    [
        "After Peru imposed sanctions, Chile asked for weeks to have them lifted by Norway.",
        "As soldiers pursued rebels, they attacked a village in Chad.",
    ],
)
def test_a_thing_or_one_of_two_is_not_taken_for_they(text):
    for claim in read_all([text], EXTRACTOR)[0].claims:
        if claim.kind in {"military.attack", "coercion.lift-sanction"}:
            assert not {a.name for a in claim.roles.actors} & {"soldiers", "rebels", "sanctions"}


def test_it_that_a_minister_speaks_of_is_the_state():
    text = "Chilean Foreign Minister Ana Rojas countered that it was only sending weapons to Peru."
    assert sides(text, "transfer.arms")[0] == ["Chile"]


def test_they_said_twice_of_a_speaker_is_the_speaker_twice():
    text = (
        "Ten states including Peru and Chile said that they regretted it "
        "and that they would leave the pact."
    )
    assert {"Peru", "Chile"} <= set(sides(text, "agreement.withdraw")[0])


@pytest.mark.parametrize(
    "text",
    [
        "The police described the death as suspicious and said it was under investigation.",
        "The U.S. Marines said it was under investigation.",
    ],
)
def test_it_is_not_those_who_are_many(text):
    found = read_all([text], EXTRACTOR)[0]
    assert not [
        a for c in found.claims if c.kind == "legal.investigate" for a in c.roles.recipients
    ]


def test_it_may_be_the_state_whose_people_speak():
    found = read_all(["Norwegian officials denied that it was sending arms to Chad."], EXTRACTOR)[0]
    (claim,) = [c for c in found.claims if c.kind == "transfer.arms"]
    assert {a.country for a in claim.roles.actors} == {"NOR"}


@pytest.mark.parametrize(
    ("text", "kind", "recipient"),
    [
        ("Families wait as an official briefs them.", "statement.inform", "Families"),
        ("Migrants wept as police detained them.", "coercion.detain", "Migrants"),
        ("The premier wrote a letter to governors, asking them to help Syria.",
         "request.action", "governors"),
    ],
)  # fmt: skip
def test_them_takes_up_who_does_or_is_told_what_stands_beside(text, kind, recipient):
    assert sides(text, kind)[1] == [recipient]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Envoys insisted that Chile was not using drones to strike them.", "military.attack"),
        ("Nurses hid as soldiers freed prisoners and shot them.", "harm.kill"),
    ],
)
def test_them_is_not_who_only_speaks(text, kind):
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    named = {a.name for c in claims for a in c.roles.recipients}
    assert named.isdisjoint({"Envoys", "Nurses"})
