"""Origins: roots behind tellings, faceless sources, copies, ranges."""

from __future__ import annotations

from foedera.merge.origins import count_origins, name_sources, origin_rows, trace
from foedera.merge.telling import Telling
from tests.merge.builders import actor
from tests.merge.tellings import telling

AGENCY = actor("Ravanian News Agency", "RVA", "outlet")
SHORT = actor("RNA", "RVA", "outlet")


def count(
    *told: Telling, copy_of: dict[str, str] | None = None
) -> tuple[int, int, tuple[str, ...]]:
    spoken = [a for t in told for level in t.claim.voice.sources for a in level]
    known = name_sources(spoken)
    chains = {}
    for one in told:
        chains.update(trace([one], known))
    found = count_origins(told, chains, copy_of or {})
    return found.low, found.high, found.roots


def test_two_papers_citing_one_agency_have_one_origin() -> None:
    one = telling("agreement.sign", "It was signed, one said.", sources=[[AGENCY]], outlet="Herald")
    two = telling("agreement.sign", "It was signed, two said.", sources=[[SHORT]], outlet="Courier")
    assert count(one, two) == (1, 1, ("RNA",))


def test_a_papers_own_voice_only_widens_the_range() -> None:
    one = telling("agreement.sign", "It was signed.", sources=[[SHORT]], outlet="Herald")
    two = telling("agreement.sign", "They signed it.", outlet="Courier")
    assert count(one, two) == (1, 2, ("RNA", "unattributed"))


def test_a_copy_counts_as_its_original() -> None:
    one = telling("agreement.sign", "It was signed.", outlet="Herald")
    two = telling("agreement.sign", "They signed it.", outlet="Courier")
    original = {two.source.report: one.source.report}
    assert count(one, two)[1] == 2
    assert count(one, two, copy_of=original)[:2] == (1, 1)


def test_organs_of_one_state_may_be_one_origin() -> None:
    one = telling("military.deploy", "One said so.", sources=[["RVA"]])
    other = actor("Ana Lund", "RVA", "person", "defence minister")
    two = telling("military.deploy", "Two said so.", sources=[[other]])
    assert count(one, two)[:2] == (1, 2)


def test_the_graph_of_citation() -> None:
    one = telling("agreement.sign", "It was signed.", sources=[[SHORT], ["RVA"]], outlet="Herald")
    chains = trace([one], name_sources([SHORT]))
    rows = {row["root"]: row for row in origin_rows(chains.values(), {"Herald": ["Wire"]})}
    assert rows["RNA"]["cited_by"] == ["Herald"]
    assert rows["Ravania"]["cited_by"] == ["RNA"]
    assert rows["Wire"]["inputs_to"] == ["Herald"]


def test_what_cannot_tell_is_no_source() -> None:
    sources = [[actor("the prospect", kind="group")], [actor("Ostmark diplomats", kind="group")]]
    one = telling("agreement.sign", sources=sources)
    assert trace([one], {})[one.id].levels == (("Ostmark diplomats",),)


def test_a_clause_shared_word_for_word_was_written_once() -> None:
    words = "Gunmen stormed the customs house of Velm and burned two river boats on Monday."
    one, two = (telling("military.attack", words, outlet=name) for name in ("Herald", "Courier"))
    assert count(one, two)[:2] == (1, 1)
    other = telling("military.attack", "A band attacked customs at Velm.", outlet="Courier")
    assert count(one, other)[:2] == (1, 2)


def test_a_public_saying_in_a_reports_own_voice_rests_on_its_speaker() -> None:
    warned = telling("statement.warn", "Ostmark warned Luria.", actors=("OST",))
    chains = trace([warned], {})
    assert chains[warned.id].roots == ("Ostmark",)
    assert count_origins([warned], chains, {}).roots == ("Ostmark",)


def test_an_outlet_that_attributes_once_speaks_for_itself_nowhere() -> None:
    said = telling("military.attack", "Luria said it hit.", sources=((actor("LUR"),),))
    own = telling("military.attack", "A raid hit the port.", day="2031-05-09")
    chains = trace([said], {}) | trace([own], {})
    counted = count_origins([said, own], chains, {})
    assert (counted.low, counted.high, counted.roots) == (1, 1, ("Luria",))


def test_a_clause_edited_by_a_word_was_written_once() -> None:
    clause = "Ravanian gunboats shelled the customs pier at Velm and sank two Ostmark ferries"
    one = telling("military.attack", clause + " at dawn.", outlet="Herald")
    two = telling("military.attack", clause + " early.", outlet="Courier")
    three = telling("military.attack", "Shells hit a pier in the harbour.", outlet="Gazette")
    assert count(one, two)[:2] == (1, 1)
    assert count(one, two, three)[:2] == (1, 2)


def test_an_official_without_a_name_may_be_one_who_has_a_name() -> None:
    minister = actor("Ivo Torn", "RVA", "person")
    official = actor("Ravanian official", "RVA", "person")
    one = telling("military.attack", "It was hit, he said.", sources=[[minister]], outlet="Herald")
    two = telling("military.attack", "It fell, one said.", sources=[[official]], outlet="Courier")
    assert count(one, two)[:2] == (1, 1)


def test_each_of_two_states_that_say_so_together_is_a_root() -> None:
    both = [actor("Ivo Torn", "RVA", "person"), actor("Ada Lund", "OST", "person")]
    one = telling("agreement.sign", "It was signed, both said.", sources=[both], outlet="Herald")
    assert count(one)[:2] == (2, 2)
