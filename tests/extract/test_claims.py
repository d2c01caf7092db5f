import pytest

from foedera.data import Claim
from foedera.extract.extractor import Extractor
from tests.extract.claims_of import claims_of
from tests.reading import analyser, read_all, report_of

EXTRACTOR = Extractor()


def claims(text: str) -> list[Claim]:
    return list(read_all([text], EXTRACTOR)[0].claims)


def one(text: str, kind: str) -> Claim:
    found = [c for c in claims(text) if c.kind == kind]
    assert found, [c.kind for c in claims(text)]
    return found[0]


def states(actors) -> set[str]:
    return {a.country or a.name for a in actors}


def cut(text: str, claim: Claim) -> str:
    return text[claim.passage.trigger.start : claim.passage.trigger.end]


def test_roles_setting_and_voice_are_read_together():
    text = "Norway sent 200 soldiers to Kenya in March, Chile's foreign minister said on Friday."
    claim = one(text, "military.deploy")
    assert states(claim.roles.actors) == {"NOR"}
    assert claim.setting.when is not None
    assert claim.setting.when.words == "March"
    assert [q.value for q in claim.setting.quantities] == [200]
    assert [[a.country for a in level] for level in claim.voice.sources] == [["CHL"]]
    assert claim.rule == "frames.verb_frame:military.deploy"


def test_the_day_of_saying_is_not_the_day_of_the_event():
    claim = one("Peru signed the treaty, officials said on Monday.", "agreement.sign")
    assert claim.setting.when is None


def test_main_clause_comes_first():
    text = "Kenya, which signed a treaty with Ghana in May, condemned the attack on Chile."
    kinds = [c.kind for c in claims(text)]
    assert kinds.index("statement.criticise") < kinds.index("agreement.sign")


def test_symmetric_kinds_put_all_parties_in_actors():
    claim = one("The presidents of Chile and Peru held talks in Lima.", "diplomacy.meet")
    assert states(claim.roles.actors) == {"CHL", "PER"}
    assert claim.roles.recipients == ()


def test_a_visitor_is_actor_and_the_host_recipient():
    claim = one("Ghana's president visited Portugal on Tuesday.", "diplomacy.visit")
    assert states(claim.roles.actors) == {"GHA"}
    assert states(claim.roles.recipients) == {"PRT"}
    assert claim.setting.where is not None
    assert claim.setting.where.country == "PRT"


def test_did_the_same_repeats_the_event_with_its_own_subject_and_day():
    text = "Peru ratified the treaty on 3 May, after Chile's parliament did the same on 2 April."
    found = [c for c in claims(text) if c.kind == "agreement.ratify"]
    assert [states(c.roles.actors) for c in found] == [{"PER"}, {"CHL"}]
    assert [c.setting.when.words for c in found if c.setting.when] == ["3 May", "2 April"]
    assert cut(text, found[1]) == "did the same"


def test_a_deployment_pointed_back_at_keeps_its_actor():
    text = "Norway deployed 300 soldiers in Kenya. Accra criticised the deployment."
    found = [c for c in claims(text) if c.kind == "military.deploy"]
    assert [states(c.roles.actors) for c in found] == [{"NOR"}, {"NOR"}]


def test_forces_told_before_answer_to_they():
    text = "Norway deployed 300 soldiers in Kenya. Some of them have entered combat."
    claim = one(text, "military.fight")
    assert states(claim.roles.actors) == {"NOR"}


def test_guests_received_are_the_visitors():
    text = "Kenya's president received Japan's foreign minister during his visit."
    found = [c for c in claims(text) if c.kind == "diplomacy.visit"]
    assert [states(c.roles.actors) for c in found] == [{"JPN"}]


def test_a_raid_that_hits_is_one_claim_by_its_owner():
    found = claims("Chilean airstrikes have targeted rebels in Peru.")
    assert [c.kind for c in found] == ["military.attack"]
    assert states(found[0].roles.actors) == {"CHL"}


def test_an_agreement_lends_its_parties_to_its_own_steps():
    text = (
        "The treaty between Chile and Peru was signed in May. The pact came into force on Monday."
    )
    claim = one(text, "agreement.enter-into-force")
    assert states(claim.roles.actors) == {"CHL", "PER"}
    assert claim.agreement is not None


def test_what_a_demand_asks_for_makes_its_kind():
    claim = one("Ghana urged Norway to send howitzers.", "request.arms")
    assert states(claim.roles.actors) == {"GHA"}
    assert states(claim.roles.recipients) == {"NOR"}
    assert claim.voice.reality == "demanded"


def test_a_meeting_told_twice_is_one_claim():
    text = "The leaders of Chile and Peru shook hands during their meeting in Lima."
    assert [c.kind for c in claims(text)].count("diplomacy.meet") == 1


def test_whoever_leads_a_delegation_takes_part():
    text = "A Kenyan delegation led by Foreign Minister Musalia Mudavadi visited Japan in May."
    claim = one(text, "diplomacy.visit")
    assert [a.name for a in claim.roles.participants] == ["Musalia Mudavadi"]


def test_who_faces_attacks_does_not_attack():
    found = [c for c in claims("Ghana faced attacks by rebels.") if c.kind == "military.attack"]
    assert all("GHA" not in states(c.roles.actors) for c in found)


def test_talking_to_reporters_is_no_diplomacy():
    kinds = {c.kind for c in claims("Kenya's president spoke to Reuters about the harvest.")}
    assert not {k for k in kinds if k.startswith("diplomacy.")}


def test_items_are_the_things_themselves():
    text = "Japan shipped thousands of crates of ammunition and two rocket launchers to Ghana."
    claim = one(text, "transfer.arms")
    assert claim.roles.items[0] == "ammunition"
    assert states(claim.roles.recipients) == {"GHA"}


@pytest.mark.parametrize(
    ("text", "kind", "reality"),
    [
        ("Kenya will sign the treaty next week.", "agreement.sign", "planned"),
        ("Kenya has not ratified the treaty.", "agreement.ratify", "not-happened"),
        ("Kenya may withdraw from the treaty.", "agreement.withdraw", "possible"),
        ("The minister is visiting Japan.", "diplomacy.visit", "ongoing"),
        ("Kenya's president ordered airstrikes in Chad.", "military.attack", "happened"),
        ("Kenya's president is visiting Japan last month.", "diplomacy.visit", "happened"),
    ],
)
def test_reality_is_read(text, kind, reality):
    assert one(text, kind).voice.reality == reality


def test_an_aside_within_a_belief_is_taken_as_known():
    text = "It is believed that they joined the Kenyan troops fighting Ghana in the hills."
    found = [c for c in claims(text) if c.kind == "military.fight"]
    assert {c.voice.stance for c in found} <= {"asserted"}


def test_an_id_leaves_resolved_days_out():
    text = "Peru signed the treaty with Chile in May."
    ids = set()
    for day in ("2023-06-01", "2024-06-01"):
        report = report_of(text, day=day)
        sentences = next(iter(analyser().analyse([report])))
        ids.add(EXTRACTOR.extract(report, sentences).claims[0].id)
    assert len(ids) == 1


def test_a_bare_noun_without_parties_is_a_counted_skip():
    extraction = read_all(["Talks with experts were long."], EXTRACTOR)[0]
    assert all(s.reason for s in extraction.skips)


def test_violence_at_a_named_place_needs_no_party():
    (claim,) = [c for c in claims("Attacks in Nairobi went on.") if c.kind == "military.attack"]
    assert claim.setting.where is not None
    assert claim.setting.where.country == "KEN"
    bomb = claims("A roadside bomb wounded five men in Nairobi.")
    assert [c.kind for c in bomb] == ["harm.injure"]


def test_a_town_that_no_list_knows_can_be_taken():
    assert states(
        one("Kenyan rebels captured Zorbatan on Monday.", "military.capture").roles.actors
    )


def test_spans_cut_out_the_words_they_claim():
    text = "Norwegian troops attacked rebels near Nairobi after Kenya condemned the raid."
    for claim in claims(text):
        assert claim.passage.span.start <= claim.passage.trigger.start
        assert claim.passage.trigger.end <= claim.passage.span.end
        if claim.roles.object:
            span = claim.roles.object.span
            assert text[span.start : span.end] == claim.roles.object.text


def test_an_attack_far_behind_lends_nobody():
    filler = "Many people stood in the streets and waited for news of their friends. " * 5
    text = f"Norway attacked Chile. {filler}The minister spoke of the attack on Friday in Oslo."
    found = [c for c in claims(text) if cut(text, c) == "attack"]
    assert all(not c.roles.actors for c in found)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("A U.S. airstrike killed three men in Yemen.", "harm.kill", {"USA"}, None),
        ("Chadian troops were withdrawn from Mali.", "military.withdraw", {"TCD"}, {"MLI"}),
        (
            "Israel's seizure of the Turkish ferry angered Ankara.",
            "coercion.seize",
            {"ISR"},
            {"TUR"},
        ),
        ("Oda Nord's arrest in Chad angered Norway.", "coercion.detain", set(), {"Oda Nord"}),
        ("The Norwegian is in custody in Chad.", "coercion.detain", set(), {"NOR"}),
        ("A video showed Oda Nord's murder in Chad.", "harm.kill", set(), {"Oda Nord"}),
        ("Norway will provide Jordan with ten million euros.", "transfer.money", {"NOR"}, {"JOR"}),
    ],
)
def test_owners_and_addressees_are_parties(text, kind, actors, recipients):
    claim = one(text, kind)
    assert states(claim.roles.actors) == actors
    assert recipients is None or states(claim.roles.recipients) == recipients


def test_terms_told_after_a_pact_are_its_makers_terms():
    text = (
        "Australia and Papua New Guinea signed a defence treaty on Monday. "
        "The pact commits the allies to consult. Visiting forces are required to respect the law."
    )
    told = [c for c in claims(text) if c.kind == "agreement.provide"]
    assert told
    assert all(states(c.roles.actors) == {"AUS", "PNG"} for c in told)


def test_another_agreement_lends_no_parties():
    claim = one(
        "Norway and Chad struck a fish deal. The UN Charter bans force.", "agreement.provide"
    )
    assert not claim.roles.actors


def test_the_dead_need_an_attack_told_before():
    assert [c.kind for c in claims("At least nine people died in Peru.")] == []
    text = (
        "Pakistan struck fighters inside Iran. At least nine people died, Iranian media reported."
    )
    assert one(text, "harm.kill").roles.recipients


def test_a_row_of_verbs_shares_its_subject():
    text = (
        "Peru recalled its envoy a day later, barred Chile's ambassador, and suspended all visits."
    )
    assert all(states(c.roles.actors) == {"PER"} for c in claims(text))


def test_who_brokers_a_deal_is_no_party():
    text = "The deal, brokered by Turkey and the United Nations, allowed Ukraine to ship grain."
    assert not one(text, "agreement.provide").roles.actors


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad shelled Niger on Friday. In the evening they shot at the hull.", True),
        ("A boat of Japan chased a trawler of China. The crew may have shot at the hull.", False),
    ],
)
def test_a_deed_goes_on_with_what_was_just_told_of_states(text, told):
    shots = [c for c in claims(text) if cut(text, c) == "shot at"]
    assert bool(shots) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad and Niger signed a pact on Friday. The deal was approved 62-11.", True),
        ("A firm met its staff on Friday. The motion was approved 62-11.", False),
    ],
)
def test_an_act_upon_a_pact_of_states_needs_nobody_named(text, told):
    assert bool([c for c in claims(text) if c.kind == "agreement.approve"]) is told


def test_a_word_of_a_bodys_name_tells_no_act():
    text = "The Organization for Security and Co-operation in Europe criticised Peru."
    assert [c.kind for c in claims(text)] == ["statement.criticise"]


@pytest.mark.parametrize("verb", ["shocked", "angered", "halted"])
def test_an_attack_at_a_place_is_told_by_what_it_stirred(verb: str) -> None:
    found = claims_of(f"The attack in Kenya {verb} Peru.")
    (told,) = (c for c in found if c.kind == "military.attack")
    assert told.setting.where is not None
    assert "PER" not in [a.country for a in told.roles.recipients]
