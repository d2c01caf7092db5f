from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def parties(text: str, kind: str) -> list[tuple[set[str | None], set[str | None]]]:
    claims = read_all([text], EXTRACTOR)[0].claims
    return [
        ({a.country for a in c.roles.actors}, {a.country for a in c.roles.recipients})
        for c in claims
        if c.kind == kind
    ]


def test_we_in_a_quotation_is_the_speaker():
    text = '"We urge Peru to withdraw its troops," Kenyan Foreign Minister Amina Juma said.'
    assert parties(text, "request.action") == [({"KEN"}, {"PER"})]


def test_our_soldiers_are_the_speakers_own():
    text = '"Ghana attacked our soldiers," the president of Togo said.'
    assert parties(text, "military.attack") == [({"GHA"}, {"TGO"})]


def test_our_allies_are_others():
    text = '"Ghana attacked our allies," the president of Togo said.'
    assert parties(text, "military.attack") == [({"GHA"}, {None})]


def test_we_outside_a_quotation_is_nobody():
    assert parties("We should visit Japan next year.", "diplomacy.visit") == [(set(), {"JPN"})]


def test_the_speakers_own_borders_are_nobody_acted_on():
    text = '"Chile must close our borders," the president of Chile said.'
    assert parties(text, "coercion.restrict") == [({"CHL"}, set())]


def test_i_alone_makes_no_claim():
    assert parties('"I met many people there," the doctor said.', "diplomacy.meet") == []


def test_what_we_did_by_force_the_nation_did():
    text = '"We destroyed ninety targets in Chad," Kenyan Foreign Minister Amina Juma said.'
    claims = read_all([text], EXTRACTOR)[0].claims
    doers = [a.name for c in claims if c.kind == "harm.destroy" for a in c.roles.actors]
    assert doers == ["Kenya"]


def test_what_rebels_did_by_force_no_nation_did():
    text = '"We destroyed ninety targets in Chad," Rajeh Kunda, a rebel spokesman of Niger, said.'
    claims = read_all([text], EXTRACTOR)[0].claims
    doers = [a.name for c in claims if c.kind == "harm.destroy" for a in c.roles.actors]
    assert doers == ["Rajeh Kunda"]


def test_who_is_known_to_speak_for_rebels_speaks_for_no_nation_under_another_title():
    text = '"We destroyed ninety targets," Vianney Kazarama, the chief spokesman, said.'
    claims = read_all([text], EXTRACTOR)[0].claims
    doers = [a.name for c in claims if c.kind == "harm.destroy" for a in c.roles.actors]
    assert doers == ["Vianney Kazarama"]


def test_what_we_say_the_speaker_says():
    text = '"We condemn the attack on Chad," Kenyan Foreign Minister Amina Juma said.'
    claims = read_all([text], EXTRACTOR)[0].claims
    doers = [a.name for c in claims if c.kind == "statement.criticise" for a in c.roles.actors]
    assert doers == ["Amina Juma"]


def test_our_soldiers_are_those_of_whom_an_agency_quotes():
    text = '"Ghana attacked our soldiers," MENA quoted the president of Togo as saying.'
    assert parties(text, "military.attack") == [({"GHA"}, {"TGO"})]
