import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.read.agency import mark_parts


def kinds(text, title=None):
    return [(p.kind, text[p.span.start : p.span.end]) for p in mark_parts(text, title).parts]


def test_a_wire_report_with_caption_headline_dateline_and_signoff():
    text = (
        "A handout photo made available by the Foreign Ministry shows Ana Ruiz (L) and Jo Berg (R) "
        "in Oslo, Norway, 3 May 2019. EFE-EPA/HANDOUT\n\n"
        "Chile and Norway sign fishing accord\n\n"
        "Oslo, May 3 (EFE).- Chile and Norway signed an accord on Friday.\n\n"
        "It takes effect in June. EFE\n\nabc-de/fg\n"
    )
    assert [k for k, _ in kinds(text)] == [
        "caption",
        "headline",
        "dateline",
        "paragraph",
        "paragraph",
        "signoff",
    ]
    assert kinds(text)[-2:] == [
        ("paragraph", "It takes effect in June."),
        ("signoff", "EFE\n\nabc-de/fg"),
    ]


def test_one_paragraph_a_line_with_team_byline_and_credit():
    lines = ("Chile signed the accord.", "Norway did so.", "Team Harbour", "(With inputs from AFP)")
    text = "\n".join(lines)
    assert [k for k, _ in kinds(text)] == ["paragraph", "paragraph", "byline", "credit"]
    assert mark_parts(text).team == "Harbour"


def test_hard_wrapped_lines_make_one_paragraph():
    line = "The two governments said that the accord on the shared river basin would"
    rest = "be signed in June by the two ministers in the capital, where talks"
    text = f"{line}\n{rest}\nbegan.\n\nA second paragraph."
    assert [w.count("\n") for k, w in kinds(text)] == [2, 0]


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("Hide caption Ministers meet in Rome. Previous Next Ann Lee/AFP/Getty Images", "caption"),
        ("Enlarge this image toggle caption Ann Lee/AP Ann Lee/AP", "caption"),
        ("Ministers shake hands in Rome. | AP Photo", "caption"),
        ("Ministers shake hands in Rome, May 3, 2019. REUTERS/Ann Lee", "caption"),
        ("Ministers meet in the port of Riga. | Ann Lee/HARBOUR", "caption"),
        ("Ministers meet in Riga, July 2, 2017. REUTERS/Ann P. Lee", "caption"),
        ("Ministers at the community centre in Riga on Thursday. Getty Images", "caption"),
        ("FILE - The port of Riga on a winter's day.", "caption"),
        ("Reporting by Ann Lee; Editing by Jo Berg", "credit"),
        ("The Associated Press contributed to this report.", "credit"),
        ("Contributing: Agence France-Presse", "credit"),
        ("By Ann Lee and Jo Berg", "byline"),
        ("READ MORE: Five things to know about the accord", "note"),
        ("( Also on HARBOUR: Ministers meet again)", "note"),
        ("[pullquote]", "note"),
        ("Story Continued Below", "note"),
        ("Related: Fishing rights in the north", "note"),
        ("Update at 8:51 a.m. ET. Ministers Arrive", "note"),
        ("(Adds details, background)", "note"),
        ("CORRECTION: An earlier version of this report named the wrong minister.", "note"),
        ("Copyright 2019 Harbour Press. All rights reserved.", "note"),
        ("***", "note"),
    ],
)
def test_debris_never_reaches_the_paragraphs(block, kind):
    around = ("Chile signed the accord on Friday.", "Norway will sign it in June.", "Talks go on.")
    text = "\n\n".join((around[0], block, *around[1:]))
    assert (kind, block) in kinds(text)
    assert sum(k == "paragraph" for k, _ in kinds(text)) == 3


@pytest.mark.parametrize(
    "block",
    [
        "By Friday the ministers had agreed on all but one clause.",
        "More than two thousand people watched the ceremony.",
        "A photo released by the ministry showed the two leaders.",
        "For more than a decade the border was closed.",
        "The two sides also agreed to meet on 3 May 2019.",
        "Related talks on water rights will begin in June.",
        "Senator Ann Lee (R) said the accord was fair.",
    ],
)
def test_prose_stays_prose(block):
    text = f"Chile signed the accord on Friday.\n\n{block}\n\nTalks go on."
    assert ("paragraph", block) in kinds(text)


def test_a_given_title_is_found_in_the_text():
    text = "Harbour\n\nChile signs accord.\n\nChile signed the accord on Friday, it said."
    assert ("headline", "Chile signs accord.") in kinds(text, "Chile Signs Accord")


def test_a_lone_sentence_without_full_stop_is_a_paragraph():
    assert kinds("Chile signed the accord with Norway") == [
        ("paragraph", "Chile signed the accord with Norway")
    ]


def test_a_date_line_is_a_note():
    text = "Chile signs accord\nMarch 01, 2008\nChile signed the accord on Friday, it said."
    assert [k for k, _ in kinds(text)] == ["headline", "note", "paragraph"]


@given(st.text(alphabet="AaZz9 .,/()—-\n\r\t“”:|_EFE", max_size=400))
@settings(max_examples=150, deadline=None)
def test_parts_stand_in_order_and_do_not_overlap(text):
    at = 0
    for part in mark_parts(text).parts:
        assert at <= part.span.start < part.span.end <= len(text)
        assert text[part.span.start : part.span.end].strip()
        at = part.span.end


def test_the_dateline_s_own_agency_may_sign_off_though_no_lexicon_knows_it():
    text = (
        "QUITO, May 3 (Harbour Wire) - Talks ended.\n\nThey resume in June. Harbour Wire\n\nab/cd"
    )
    assert kinds(text)[-1] == ("signoff", "Harbour Wire\n\nab/cd")


def test_an_update_slug_is_a_headline():
    text = "UPDATE 2-Chile signs fishing accord\n\nQUITO, May 3 (AFP) - Chile signed the accord."
    assert kinds(text)[0] == ("headline", "UPDATE 2-Chile signs fishing accord")


def test_a_byline_that_runs_into_the_dateline_is_cut_off():
    text = "By Ann Lee QUITO, May 3 (Reuters) - Talks ended on Friday."
    assert kinds(text)[:2] == [
        ("byline", "By Ann Lee"),
        ("dateline", "QUITO, May 3 (Reuters) -"),
    ]


def test_a_gallery_counter_before_a_paragraph_is_cut_off():
    prose = "Talks on the shared river ended on Friday, and both governments said that they would "
    text = f"First words.\n\nHide Caption 25 of 38 {prose}meet again in the autumn in Quito."
    assert ("note", "Hide Caption 25 of 38") in kinds(text)
    assert kinds(text)[-1][0] == "paragraph"


@pytest.mark.parametrize("label", ["EXCLUSIVE", "BREAKING", "Analysis"])
def test_a_labelled_lead_stays_prose(label):
    lead = f"{label}: Chile signed the accord on Friday after two years of talks, it said."
    assert kinds(f"{lead}\n\nTalks go on.\n\nMore follows soon.")[0] == ("paragraph", lead)


def test_items_of_a_list_are_prose_and_lists_of_links_are_not():
    text = (
        "Under the accord, the two states will:\n\n- Lower the catch by a tenth\n\n"
        "- Open their ports\n\nTalks go on, the ministers of both states said.\n\n"
        "- Chile Signs The Accord In Oslo\n\nThey meet again in June."
    )
    assert [k for k, _ in kinds(text)] == [*["paragraph"] * 4, "note", "paragraph"]


def test_a_reporter_in_the_story_is_no_credit():
    told = "Later, reporting from the harbour, the crew saw smoke over the ships."
    text = f"Chile signed it.\n\n{told}\n\nAnn Lee reported from Quito.\n\nTalks go on."
    assert ("paragraph", told) in kinds(text)
    assert ("credit", "Ann Lee reported from Quito.") in kinds(text)


def test_a_summary_may_stand_before_the_dateline():
    text = "Chile signed.\n\nQUITO — Chile signed it on Friday, it said.\n\nTalks go on."
    assert [k for k, _ in kinds(text)] == ["paragraph", "dateline", "paragraph", "paragraph"]


def test_debris_in_a_paragraph_splits_it():
    text = "Chile signed it on Friday. Advertisement Norway will follow in June."
    assert [k for k, _ in kinds(text)] == ["paragraph", "note", "paragraph"]


def test_a_lone_block_is_read_whatever_it_looks_like():
    assert kinds("Read more: Chile signs accord") == [
        ("paragraph", "Read more: Chile signs accord")
    ]
    stamped = "Updated 2:55 p.m. PT: Added news of the accord."
    assert kinds(stamped)[-1] == ("paragraph", "Added news of the accord.")
