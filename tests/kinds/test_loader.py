import pytest

from foedera.errors import KindError
from foedera.kinds import load_kind_text, load_kinds

GOOD = """
kind: military.deploy
plover: {event: MOBILIZE, mode: troops}
frames:
- verbs: [deploy, "send in"]
  needs: {object: [forces]}
  roles: {actor: [subject], object: [object]}
examples:
- text: "Norway deployed troops."
  actors: [NOR]
"""


def test_a_kind_file_is_read_whole():
    kind = load_kind_text(GOOD, "military/deploy.yaml")
    assert kind.family == "military"
    assert kind.frames[0].words == (("deploy",), ("send", "in"))
    assert kind.frames[0].needs["object"] == frozenset({"forces"})
    assert kind.examples[0].actors == ("NOR",)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("MOBILIZE", "MARCH", "plover.event"),
        ("needs", "wants", "unknown key 'wants'"),
        ("actor:", "hero:", "unknown key 'hero'"),
        ("verbs:", "verbs: [x]\n  nouns:", "exactly one"),
        ("kind:", "reality: perhaps\nkind:", "reality"),
    ],
)
def test_an_error_names_the_key(old, new, named):
    with pytest.raises(KindError, match=named):
        load_kind_text(GOOD.replace(old, new), "military/deploy.yaml")


def test_the_packaged_kinds_load():
    assert all(name == kind.name for name, kind in load_kinds().items())
