"""Origins are counted as a range: copies, tellings written once, who may be another."""

from __future__ import annotations

from foedera.merge.counting import count_origins
from foedera.merge.origins import name_sources, trace
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


def test_who_names_it_in_passing_is_no_source_unless_it_is_his_own() -> None:
    envoy, known = actor("Ada Lund", "OST"), {"passing": True, "actors": ("RVA",)}
    told = telling("military.attack", "They hit it, he said.", sources=[["LUR"]], outlet="Herald")
    other = telling(
        "military.attack", "The raid changes nothing.", sources=[[envoy]], outlet="Post", **known
    )
    assert count(told, other) == (1, 2, ("Luria", "unattributed"))
    minister = actor("Ivo Torn", "RVA")
    own = telling(
        "military.attack", "After we hit it, he said.", sources=[[minister]], outlet="Post", **known
    )
    assert count(told, own) == (2, 2, ("Ivo Torn", "Luria"))


def test_a_state_its_government_and_its_people_are_one() -> None:
    said = [
        telling("military.test", f"It flew, {n}.", sources=[[who]], outlet=str(n))
        for n, who in enumerate(
            (
                actor("North Korea", "PRK", "state"),
                actor("North Korean government", "PRK", "organisation"),
                actor("North Koreans", "PRK", "group"),
            )
        )
    ]
    assert count(*said)[:2] == (1, 1)


def test_a_body_is_one_however_it_is_called() -> None:
    one, two = (actor(n, "KOR", "force") for n in ("South Korea's army", "South Korean military"))
    first = telling("military.test", "One said it flew.", sources=[[one]], outlet="Herald")
    second = telling("military.test", "Two told of a test.", sources=[[two]], outlet="Post")
    assert count(first, second)[:2] == (1, 1)


def test_an_agency_that_cites_somebody_once_may_rest_on_him() -> None:
    wire, spoke = actor("Interfax", "RUS", "outlet"), actor("Ivo Torn", "RUS")
    one = telling("agreement.ratify", "Done, he said.", sources=[[wire], [spoke]], outlet="Herald")
    two = telling("agreement.ratify", "It was ratified.", sources=[[wire]], outlet="Post")
    assert count(one, two)[:2] == (1, 2)


def test_a_ministry_of_no_state_and_an_unplaced_spokesman_may_be_anybodys() -> None:
    ministry = actor("Interior Ministry", None, "organisation")
    spokesman = actor("Ivo Torn", None, "person", "spokesman")
    officials = actor("Egyptian officials", "EGY", "group")
    told = [
        telling("harm.injure", f"Men were hurt, {n}.", sources=[[who]], outlet=str(n))
        for n, who in enumerate((ministry, spokesman, officials))
    ]
    assert count(*told)[0] == 1


def test_a_spokesman_says_what_his_body_says() -> None:
    ministry = actor("Lurian Foreign Ministry", "LUR", "organisation")
    speaks, other = (
        actor("Ivo Torn", "LUR", "person", office) for office in ("spokesman", "interior minister")
    )
    one = telling("military.deploy", "They left, it said.", sources=[[ministry]], outlet="Herald")
    two = telling("military.deploy", "Some have gone.", sources=[[speaks]], outlet="Courier")
    three = telling("military.deploy", "Some have gone.", sources=[[other]], outlet="Courier")
    assert count(one, two)[:2] == (1, 1)
    assert count(one, three)[:2] == (1, 2)


def test_an_outlet_that_others_cite_is_not_counted_twice() -> None:
    cited = actor("CNN", "USA", "outlet")
    one = telling("harm.kill", "Six died, it said.", sources=[[cited]], outlet="Herald")
    two = telling("harm.kill", "Six men were killed.", outlet="CNN (Web News)")
    assert count(one, two)[:2] == (1, 1)


def test_two_reports_of_one_outlet_are_one_voice_whoever_fed_them() -> None:
    own = telling("harm.kill", "Six men were killed.", outlet="Herald")
    fed = telling(
        "harm.kill", "A blast took six lives.", outlet="Herald", imprint={"inputs_from": ("Wire",)}
    )
    assert count(own, fed)[:2] == (1, 1)


def test_an_exchange_of_threats_adds_no_speaker_to_one_threat() -> None:
    one = telling("statement.threaten", "Luria threatened war.", actors=("LUR",), outlet="Herald")
    both = telling(
        "statement.threaten", "They traded threats.", actors=("LUR", "OST"), outlet="Post"
    )
    assert count(one, both) == (1, 1, ("Luria",))


def test_an_award_is_a_deed_and_a_public_cannot_be_heard() -> None:
    gave = telling(
        "statement.praise", "Luria awarded him a medal.", trigger="awarded", actors=("LUR",)
    )
    assert count(gave)[2] == ("unattributed",)
    people = actor("American people", "USA", "group")
    assert count(telling("statement.reject", "They refuse.", actors=(people,)))[2] == (
        "unattributed",
    )


def test_who_only_wants_it_is_no_source_of_it() -> None:
    told = telling("military.attack", "They hit it.", sources=[["LUR"]], outlet="Herald")
    asked = telling(
        "military.attack", "Hit it, he said.", sources=[["OST"]], reality="demanded", outlet="Post"
    )
    assert count(told, asked) == (1, 1, ("Luria",))


def test_a_short_clause_among_the_same_words_was_written_once() -> None:
    around = (
        "Kestrel brigades crossed Velm at midnight. They brought ferries, giving logistical help "
        "and transport northward. Quarrymen watched frightened from hillside terraces."
    )
    clause = "giving logistical help and transport northward"
    one, two = (
        telling("transfer.aid", around, span=clause, outlet=name) for name in ("Herald", "Post")
    )
    assert count(one, two)[:2] == (1, 1)


def test_words_in_quotation_marks_are_no_desks_own() -> None:
    said = telling("military.attack", "They hit it, he said.", sources=[["LUR"]], outlet="Herald")
    words = 'The note ran: "We shall strike every pier of Velm until it burns."'
    quoted = telling("military.attack", words, trigger="strike", outlet="Post")
    assert count(said, quoted) == (1, 1, ("Luria",))
    assert count(quoted) == (1, 1, ("unattributed",))


def test_the_family_speaks_for_no_state() -> None:
    officials, brother = actor("Egyptian officials", "EGY", "group"), actor("brother", kind="group")
    told = (
        telling("coercion.release", f"{at} said so.", sources=[[who]], outlet=at)
        for who, at in ((officials, "Herald"), (brother, "Courier"))
    )
    assert count(*told)[:2] == (2, 2)


def test_the_authorities_may_be_the_police() -> None:
    authorities, police = actor("authorities", kind="group"), actor("police", kind="force")
    residents = actor("residents", kind="group")
    one = telling("military.attack", "One said so.", sources=[[authorities]], outlet="Herald")
    two = telling("military.attack", "Two said so.", sources=[[police]], outlet="Courier")
    three = telling("military.attack", "Three said so.", sources=[[residents]], outlet="Monitor")
    assert count(one, two)[1] == 1
    assert count(one, three)[1] == 2


def test_a_saying_told_by_the_speakers_own_spokesman_is_the_speakers() -> None:
    lund = actor("Ada Lund", "RVA", "person")
    mouth = actor("spokesman", kind="office")
    one = telling("statement.condemn", "Lund condemned it.", actors=(lund,), sources=[[mouth]])
    two = telling("statement.condemn", "Ada Lund condemned it.", actors=(lund,), outlet="Courier")
    assert count(one, two) == (1, 1, ("Ada Lund",))


def test_an_ambassador_without_a_name_is_no_minister_with_one() -> None:
    envoy = actor("Egyptian ambassador", "EGY", "office")
    one = telling("military.deploy", "One said so.", sources=[[envoy]], outlet="Herald")
    for office, high in (("foreign minister", 2), ("ambassador to Norway", 1), ("ambassador", 1)):
        who = actor("Omar Lotfy", "EGY", "person", office)
        two = telling("military.deploy", "Two said so.", sources=[[who]], outlet="Courier")
        assert count(one, two)[:2] == (1, high)
