import pytest

from foedera.extract.reality import read_reality
from tests.reading import parse

# Own sentences.


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The meeting with Kenya's premier will focus on trade.", "meeting", "planned"),
        ("Kenya's talks with Norway would be substantive.", "talks", "planned"),
        ("The next test will be the president's meeting with Kenya.", "meeting", "planned"),
        ("The attack on Lima will have grave consequences.", "attack", "happened"),
        ("A strike on Lima would be met with force.", "strike", "conditional"),
        ("A strike on Lima was met with force.", "strike", "happened"),
        ("To bomb Lima would be a mistake.", "bomb", "possible"),
        ("The trip to Kenya will not please Peru.", "trip", "planned"),
        ("The visit to Kenya will not go ahead.", "visit", "not-happened"),
        ("There will be war in Kenya.", "war", "planned"),
        ("There was war in Kenya.", "war", "happened"),
        ("Norway has said Kenya's use of nerve gas would cross a red line.", "use", "possible"),
        ("Norway said the use of nerve gas in Kenya would be a red line.", "use", "possible"),
        ("Norway said this use of nerve gas would cross a line.", "use", "happened"),
        ("Any sanctions imposed on Kenya would fail.", "imposed", "possible"),
        ("Any firm that trades with Kenya will be fined.", "trades", "possible"),
        ("They found beyond any doubt that Kenya used nerve gas.", "used", "happened"),
        ("Norway denied any attack on Kenya.", "attack", "happened"),
        ("Kenya said its proposal would not authorise strikes.", "proposal", "happened"),
        ("Norway said the inquiry did not extend to Kenya.", "inquiry", "happened"),
        ("Norway said the talks would not begin in May.", "talks", "not-happened"),
        ("An attack on Kenya could provoke a war.", "attack", "possible"),
        ("Norway said military action could lead to chaos.", "action", "possible"),
        ("An intervention in Kenya will complicate matters.", "intervention", "planned"),
        (
            "The fear is that the implementation of the pact would hurt Kenya.",
            "implementation",
            "possible",
        ),
        ("They fear that the withdrawal of troops would leave a void.", "withdrawal", "possible"),
    ],
)
def test_a_subject_has_yet_to_come_or_is_only_thought_of(text, trigger, wanted):
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("If Kenya attacks or breaks the treaty, Norway will act.", "breaks", "conditional"),
        ("Kenya attacked and broke the treaty.", "broke", "happened"),
        ("The premier is also due to visit Peru, and make a stop in Kenya.", "make", "planned"),
        ("Norway launched missiles in violation of the treaty.", "in", "happened"),
        ("Norway is preparing to launch missiles in violation of the treaty.", "in", "planned"),
        ("Norway vowed to stop arming rebels and to ease the blockade.", "ease", "planned"),
    ],
)
def test_what_hangs_on_another_act_is_as_real_as_that(text, trigger, wanted):
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The officers were tasked with seizing the town.", "seizing", "planned"),
        ("The officers were charged with seizing the town.", "seizing", "happened"),
        ("Norway focused on reaching a deal.", "reaching", "planned"),
        ("Norway is moving toward leaving the pact.", "leaving", "planned"),
        ("The rebels are fighting for the ouster of the president.", "ouster", "planned"),
        ("Norway warned Kenya against strikes in Peru.", "strikes", "possible"),
        ("Norway warned Kenya against the strikes in Peru.", "strikes", "happened"),
        ("Norway is years away from building a bomb.", "building", "possible"),
        ("Norway is within reach of building a bomb.", "building", "possible"),
        ("They talked lawmakers out of passing sanctions.", "passing", "not-happened"),
        ("The minister is nervous about sending weapons.", "sending", "possible"),
        ("Norway voiced concern about two missile tests.", "tests", "happened"),
        ("Norway voiced concern about missile tests.", "tests", "possible"),
        ("Heading into the talks, Norway kept up its raids.", "talks", "planned"),
        ("The crisis should be settled through talks.", "talks", "demanded"),
        ("Norway is gearing up for an offensive.", "offensive", "planned"),
        ("The premier is expected to meet him after the summit.", "summit", "planned"),
        ("The premier met him after the summit.", "summit", "happened"),
    ],
)
def test_a_preposition_tells_how_near_an_act_is(text, trigger, wanted):
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The strikes were meant to deter Kenya from using gas.", "using", "possible"),
        ("Norway prevented Kenya from using gas.", "using", "not-happened"),
        ("Norway cannot prevent Kenya from using gas.", "using", "happened"),
        ("Norway urged Kenya to stop arming the rebels.", "arming", "ongoing"),
        ("Norway wants to continue arming the rebels.", "arming", "ongoing"),
        ("Norway will continue to arm the rebels.", "arm", "planned"),
        ("The raids on Lima will continue.", "raids", "ongoing"),
        ("Norway worked to secure the release of the crew.", "release", "planned"),
        ("Norway secured the release of the crew.", "release", "happened"),
        ("The visit has yet to begin.", "visit", "not-happened"),
        ("The visit has begun.", "visit", "happened"),
        ("The sanctions are authorised by parliament.", "sanctions", "happened"),
        ("A deal on the release of the captives was reached.", "release", "planned"),
        ("A deal on the war was reached.", "war", "happened"),
        ("Peru announced a ban on raids.", "raids", "not-happened"),
        ("Peru demanded an explanation of the raid.", "raid", "happened"),
        ("The would-be attack was discussed.", "attack", "possible"),
        ("The treaty obliges Norway to arm the rebels.", "arm", "demanded"),
        ("The vote obliged Norway to arm the rebels.", "arm", "happened"),
        ("Norway has begun preparations to arm the rebels.", "arm", "planned"),
        ("Norway has nothing to gain from arming the rebels.", "arming", "possible"),
        ("Peru wondered whether to block a likely sale.", "sale", "possible"),
        ("Peru blocked a likely sale.", "sale", "not-happened"),
        ("Norway must ask the allies before leaving the pact.", "leaving", "demanded"),
        ("Norway asked the allies before leaving the pact.", "leaving", "happened"),
        ("Without a withdrawal of troops there will be no peace.", "withdrawal", "conditional"),
        ("Without the raid the rebels would have won.", "raid", "happened"),
        ("Chad left without a raid on the port.", "raid", "not-happened"),
        ("The minister was cleared of arming the rebels.", "arming", "not-happened"),
        ("Norway's opposition to arming the rebels is known.", "arming", "possible"),
        ("The bank could be subject to sanctions.", "sanctions", "possible"),
        ("The bank is subject to sanctions.", "sanctions", "happened"),
        ("He supports a military strike on Chad.", "strike", "possible"),
        ("He supported the military strike on Chad.", "strike", "happened"),
        ("One possibility is that Norway armed the rebels.", "armed", "possible"),
        ("The truth is that Norway armed the rebels.", "armed", "happened"),
        ("Norway proposed arming the rebels.", "arming", "planned"),
        ("Norway urged arming the rebels.", "arming", "demanded"),
        ("The vote cleared the way for a raid.", "raid", "possible"),
        ("No date has been set for the visit.", "visit", "planned"),
        ("The date of the visit has not been announced.", "visit", "planned"),
        ("The date of the raid is known.", "raid", "happened"),
        ("The debate on a truce was put off.", "truce", "planned"),
        ("Norway shied away from arming the rebels.", "arming", "not-happened"),
        ("Norway is years away from building a bomb.", "building", "possible"),
        ("Norway made a point of arming the rebels.", "arming", "happened"),
        ("Nothing will stop Norway from arming the rebels.", "arming", "planned"),
        ("Nothing stopped Norway from arming the rebels.", "arming", "happened"),
        ("Assuming Norway frees the captives, Chad will leave.", "frees", "conditional"),
        ("The minister excluded a raid.", "raid", "not-happened"),
        ("Norway has not shied away from arming the rebels.", "arming", "happened"),
        ("Norway will not shy away from arming the rebels.", "arming", "planned"),
        ("Norway will not hesitate to arm the rebels.", "arm", "planned"),
        ("Norway did not hesitate to arm the rebels.", "arm", "happened"),
    ],
)
def test_what_is_hindered_ended_or_continued(text, trigger, wanted):
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted
