import pytest

from foedera.read.agency.blocks import split_blocks
from foedera.read.agency.debris import find_debris

FIRST = "Chile signed the accord with its northern neighbour on Friday."
LAST = "Talks go on in June, the ministry said."


def found(text):
    return [
        (p.kind, text[p.span.start : p.span.end]) for p in find_debris(text, split_blocks(text)[0])
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "Story Continued Below",
        "(RELATED: What The Accord Says)",
        "JUST WATCHED Talks end Replay More Videos ... MUST WATCH Talks end 01:29",
    ],
)
def test_debris_in_the_midst_is_found(note):
    assert found(f"{FIRST} {note} {LAST}") == [("note", note)]


@pytest.mark.parametrize(
    ("end", "kind"),
    [
        ("(Reporting by Ann Lee; Editing by Jo Berg)", "credit"),
        ("Reporting by Ann Lee; Editing by Jo Berg", "credit"),
        ("(With inputs from Harbour Wire)", "credit"),
        ("Ann Lee and Jo Berg contributed to this report.", "credit"),
        ("[Editor's note: An earlier version misspelled a name.]", "note"),
        ("Follow her on Twitter @annlee.", "note"),
    ],
)
def test_debris_at_the_end_is_found(end, kind):
    assert found(f"{FIRST} {LAST} {end}") == [(kind, end)]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Advertisement Continue reading the main story", "note"),
        ("Hide Caption 3 of 9", "note"),
        ("[Updated at 4:45 p.m. ET]", "note"),
        ("Ministers arrive at the palace in Quito. | AP Photo", "caption"),
    ],
)
def test_debris_at_the_head_is_found(head, kind):
    assert found(f"{head} {FIRST} {LAST}") == [(kind, head)]


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST} Advertisement is banned by it, too. {LAST}",
        f"{FIRST} The reporting by the papers was fair. {LAST}",
        f"{FIRST} Norway contributed to this fund. {LAST}",
        f"{FIRST} {LAST}",
    ],
)
def test_prose_is_left_alone(text):
    assert found(text) == []
