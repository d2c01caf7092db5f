"""Origins: the way back to the first source, and who cites whom."""

from __future__ import annotations

from foedera.data import Actor, Span
from foedera.merge.origins import OriginList, name_sources, trace
from tests.merge.builders import actor
from tests.merge.tellings import telling

SHORT = actor("RNA", "RVA", "outlet")


def test_the_graph_of_citation() -> None:
    one = telling("agreement.sign", "It was signed.", sources=[[SHORT], ["RVA"]], outlet="Herald")
    chains = trace([one], name_sources([SHORT]))
    listed = OriginList()
    for chain in chains.values():
        listed.add(chain)
    listed.feed("Herald", ["Wire"])
    rows = {row["root"]: row for row in listed.rows()}
    assert rows["RNA"]["cited_by"] == ["Herald"]
    assert rows["Ravania"]["cited_by"] == ["RNA"]
    assert rows["Wire"]["inputs_to"] == ["Herald"]


def test_what_cannot_tell_is_no_source() -> None:
    sources = [[actor("the prospect", kind="group")], [actor("Ostmark diplomats", kind="group")]]
    one = telling("agreement.sign", sources=sources)
    assert trace([one], {})[one.id].levels == (("Ostmark diplomats",),)


def test_a_saying_cited_in_passing_rests_on_its_speaker() -> None:
    critic = actor("Ada Lund", "LUR")
    one = telling(
        "statement.warn", "Ostmark warned it.", actors=("OST",), sources=[[critic]], passing=True
    )
    chain = trace([one], {})[one.id]
    assert (chain.roots, chain.itself) == (("Ostmark",), True)


def test_who_is_asked_to_say_something_has_not_said_it() -> None:
    asked = telling("request.action", "Ostmark", actors=("OST",), reality="demanded")
    agreed = telling("statement.promise", "agreed to it", actors=("OST",), trigger="agreed")
    vowed = telling("statement.promise", "vowed it", actors=("OST",), trigger="vowed")
    chains = trace([asked, agreed, vowed], {})
    assert [chains[t.id].roots for t in (asked, agreed, vowed)] == [(), (), ("Ostmark",)]


def test_a_faceless_broadcaster_is_no_party_named_beside_it() -> None:
    tv = actor("state TV", None, "outlet")
    party = actor("Harbour Party", None, "organisation")
    one = telling("diplomacy.appoint", "It said so.", sources=[[tv]])
    two = telling("diplomacy.meet", "They met.", sources=[[party]])
    assert trace([one, two], {})[one.id].roots == ("state TV",)


def test_a_known_person_goes_by_the_name_of_the_table_and_stays_who_it_is() -> None:
    people = [
        Actor(name, "USA", "person", None, Span(0, 1))
        for name in ("Barack Hussein Obama", "Barack Obama", "Ana Maria Ruiz", "Ana Ruiz")
    ]
    named = name_sources(people)
    own = {named["barack hussein obama"], named["barack obama"]}
    assert own == {"Barack Obama"}
    assert named["ana ruiz"] == "Ana Maria Ruiz"
