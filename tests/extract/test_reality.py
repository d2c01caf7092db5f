import pytest

from foedera.extract.reality import is_considering, read_reality
from tests.reading import parse


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Norway deployed troops.", "deployed", "happened"),
        ("Norway is deploying troops.", "deploying", "ongoing"),
        ("Rebels overran the base and now control the valley.", "control", "ongoing"),
        ("Norway helped seize the base and control the valley.", "control", "happened"),
        ("They praised the jets now bombing the rebels.", "bombing", "ongoing"),
        ("The valley, now occupied by Chad, is poor.", "occupied", "ongoing"),
        ("The valley, once occupied by Chad, is poor.", "occupied", "happened"),
        ("Norway is bombing the town and shelling the port.", "shelling", "ongoing"),
        ("He is at the centre of a separate and ongoing inquiry.", "inquiry", "ongoing"),
        ("They mocked existing or potential sanctions.", "sanctions", "happened"),
        ("Did Norway and Chad sign a pact on cod?", "sign", "possible"),
        ("Why did Norway and Chad sign a pact on cod?", "sign", "happened"),
        ("Norway warned Chad's army against a raid on the camp.", "raid", "possible"),
        ("Norway is vulnerable to sanctions.", "sanctions", "possible"),
        ("Chad must be held accountable for the raid.", "raid", "happened"),
        ("The dispute could drag Chad into a war.", "war", "possible"),
        ("Chad was dragged into a war.", "war", "happened"),
        ("A botched raid on the camp angered Chad.", "raid", "happened"),
        ("It cost close to 40 deaths.", "deaths", "happened"),
        ("Norway's plan to arm rebels fighting Chad failed.", "fighting", "ongoing"),
        ("Norway counted on a quick ouster of the king.", "ouster", "possible"),
        ("There is no appetite for a military strike on Chad.", "strike", "possible"),
        ("Leaders showed little interest in a strike on Chad.", "strike", "possible"),
        ("It may bring sales, and perhaps joint exercises with Chad.", "exercises", "possible"),
        ("Norway would not attack Chad unless it left the pact.", "attack", "conditional"),
        ("Despite being questioned by police, he bought a rifle.", "questioned", "happened"),
        ("He focused on Asia rather than the complications of the wars.", "wars", "happened"),
        ("Norway has not deployed troops.", "deployed", "not-happened"),
        ("Norway neither condemned the raid nor praised the army.", "praised", "not-happened"),
        ("Norway was not the only state deploying troops.", "deploying", "happened"),
        ("No troops were deployed.", "deployed", "not-happened"),
        ("New sanctions on Chad could come this week.", "sanctions", "possible"),
        ("Attacks on Peru will follow.", "Attacks", "planned"),
        ("Norway wants the sanctions on Chad lifted.", "lifted", "demanded"),
        ("Norway will deploy troops.", "deploy", "planned"),
        ("Norway may deploy troops.", "deploy", "possible"),
        ("Norway plans to deploy troops.", "deploy", "planned"),
        ("Norway failed to deploy troops.", "deploy", "not-happened"),
        ("Norway rejected sending troops to Chad.", "sending", "not-happened"),
        ("Norway managed to deploy troops.", "deploy", "happened"),
        ("Kenya urged Norway to deploy troops.", "deploy", "demanded"),
        ("If Norway deploys troops, Kenya will act.", "deploys", "conditional"),
        ("The minister asked whether Norway would deploy troops.", "deploy", "possible"),
        ("They spoke of the possibility of deploying troops.", "deploying", "possible"),
        ("The plan for talks was praised.", "talks", "planned"),
        ("Kenya called for talks.", "talks", "demanded"),
        ("The planned visit to Lima is near.", "visit", "planned"),
        ("Peru left without signing the treaty.", "signing", "not-happened"),
        ("Peru cancelled the visit.", "visit", "not-happened"),
        ("Peru called off the visit.", "visit", "not-happened"),
        ("The pact will enter into force not before May.", "enter", "planned"),
        ("The group tends to attack airports.", "attack", "happened"),
        ("Lawmakers are supposed to approve the treaty.", "approve", "demanded"),
        ("Kenya has to withdraw its troops.", "withdraw", "demanded"),
        ("The envoy says that Norway ought to bomb the base.", "bomb", "demanded"),
        ("Norway will no longer talk to Peru.", "talk", "not-happened"),
        ("The envoy will stay until his successor is nominated.", "nominated", "planned"),
        ("Norway has launched a campaign of strikes against Peru.", "strikes", "happened"),
        ("They will go if and when Norway leaves the treaty.", "leaves", "conditional"),
        ("Kenya has yet to withdraw its troops.", "withdraw", "not-happened"),
        ("Kenya had to withdraw its troops.", "withdraw", "happened"),
        ("Kenya does not have to withdraw its troops.", "withdraw", "possible"),
        ("Norway won without having its troops fight in Peru.", "fight", "not-happened"),
        ("The attack prompted Norway to close its embassy.", "close", "happened"),
        ("He asked that the ban be lifted.", "lifted", "demanded"),
        ("Diplomacy is the only alternative to military action.", "action", "possible"),
        ("The shield is aimed at handling a strike from Chad.", "strike", "planned"),
        ("Norway announced the arrest of six spies.", "arrest", "happened"),
        ("Norway announced a withdrawal of its troops.", "withdrawal", "planned"),
        ("Ghana's accession was announced in Accra.", "accession", "happened"),
        ("The premier called Kenya to express his condolences.", "express", "happened"),
        ("The premier appeared on television to condemn Kenya.", "condemn", "happened"),
        ("The premier called on Kenya to condemn the raid.", "condemn", "demanded"),
        ("Norway was able to capture the town.", "capture", "happened"),
        ("Norway was not able to capture the town.", "capture", "not-happened"),
        ("Norway is able to capture the town.", "capture", "possible"),
        ("The troops massed for an assault on the town.", "assault", "planned"),
        ("Norway persuaded Kenya to free the crew.", "free", "happened"),
        ("Norway tried to persuade Kenya to free the crew.", "free", "demanded"),
        ("The suspension of the pact is under consideration.", "suspension", "possible"),
        ("The withdrawal is on hold.", "withdrawal", "not-happened"),
        ("A march in Lima will call for reforms.", "march", "planned"),
        ("The departure of the troops will follow.", "departure", "planned"),
        ("The attack will be remembered.", "attack", "happened"),
        ("The council voted to lift the embargo.", "lift", "happened"),
        ("Norway wants Kenya to withdraw its troops.", "withdraw", "demanded"),
        ("Norway wants to withdraw its troops.", "withdraw", "planned"),
        ("Norway pushed Kenya to withdraw its troops.", "withdraw", "demanded"),
        ("The vote could lead to war with Kenya.", "war", "possible"),
        ("The vote led to war with Kenya.", "war", "happened"),
        ("The premier will leave after a visit to Kenya.", "visit", "planned"),
        ("The premier left after a visit to Kenya.", "visit", "happened"),
        ("There is talk of an attack on Kenya.", "attack", "possible"),
        ("They talk of arming the rebels.", "arming", "possible"),
        ("They see an advantage in arming the rebels.", "arming", "possible"),
        ("Norway may ease sanctions against Kenya.", "sanctions", "ongoing"),
        ("Norway may impose sanctions on Kenya.", "sanctions", "possible"),
        ("Kenya released a statement condemning the raid.", "condemning", "happened"),
        ("Kenya will release a statement condemning the raid.", "condemning", "planned"),
        ("Norway is close to signing the treaty.", "signing", "possible"),
        ("It is subject to ratification by the parliament of Peru.", "ratification", "planned"),
        ("The pact, subject to approval by Peru, opens the lake.", "approval", "planned"),
        ("Norway came close to signing the treaty.", "signing", "not-happened"),
        ("Norway is on the verge of signing the treaty.", "signing", "possible"),
        ("It is unlikely that Norway will sign the treaty.", "sign", "possible"),
        ("The minister said Norway will sign the treaty.", "sign", "planned"),
        ("The raid would be followed by strikes on Lima.", "strikes", "planned"),
        ("The departure of the troops would create chaos.", "departure", "possible"),
        ("The departure of the troops created chaos.", "departure", "happened"),
        ("Norway could have answered by withdrawing its troops.", "withdrawing", "possible"),
        ("Norway will answer by withdrawing its troops.", "withdrawing", "planned"),
        ("Norway answered by withdrawing its troops.", "withdrawing", "happened"),
    ],
)
def test_the_nearest_shade_wins(text, trigger, wanted):
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Norway did not plan to deploy troops.", "deploy", "not-happened"),
        ("Norway has no plans to deploy troops.", "deploy", "not-happened"),
        ("The mayor had never seen such a raid.", "seen", "happened"),
        ("The mayor had never seen a raid.", "seen", "not-happened"),
        ("Norway does not have the ability to build missiles.", "build", "not-happened"),
        ("The president ordered airstrikes in Chad.", "airstrikes", "happened"),
        ("The president may order airstrikes in Chad.", "airstrikes", "possible"),
        ("The president ordered talks with Chad.", "talks", "planned"),
        ("Norway cannot order Kenya to withdraw troops.", "withdraw", "not-happened"),
        ("Norway refused to allow inspectors to visit the plant.", "visit", "not-happened"),
        ("The army is not interested in deploying troops.", "deploying", "not-happened"),
        ("Norway did not fail to sign the treaty.", "sign", "happened"),
        ("Norway did not rule out sending troops.", "sending", "possible"),
        ("Norway is not likely to send troops.", "send", "possible"),
    ],
)
def test_a_denied_governor_turns_its_shade(text, trigger, wanted):
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Arming the rebels would be a mistake.", "Arming", "possible"),
        ("Arming the rebels is fraught with danger.", "Arming", "possible"),
        ("Killing the general was a mistake.", "Killing", "happened"),
        ("A strike on Lima would anger Peru.", "strike", "possible"),
        ("The strike on Lima could anger Peru.", "strike", "happened"),
        ("Lawmakers warned against arming the rebels.", "arming", "possible"),
        ("The cabinet decided against sending troops.", "sending", "not-happened"),
        ("Norway sent food instead of sending troops.", "sending", "not-happened"),
        ("Norway stopped short of deploying troops.", "deploying", "not-happened"),
    ],
)
def test_what_is_only_thought_of_has_not_happened(text, trigger, wanted):
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The minister faced questions about the attack.", "attack", "happened"),
        ("Inspectors want to examine the scene of the attack.", "attack", "happened"),
        ("Norway will end the war in Peru.", "war", "ongoing"),
        ("Norway is not winning the war.", "war", "happened"),
        ("Norway opposes the invasion of Peru.", "invasion", "happened"),
        ("Ministers will discuss the attack on Monday.", "attack", "happened"),
        ("Ministers will discuss a withdrawal of troops.", "withdrawal", "possible"),
        ("Norway cannot abandon those who are fleeing.", "fleeing", "ongoing"),
    ],
)
def test_what_is_spoken_of_as_known_is_so_whatever_the_modal(text, trigger, wanted):
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted


def test_a_weighed_possibility_is_considered():
    s = parse("They spoke of the possibility of deploying troops.")
    assert is_considering(read_reality(s, s.words.index("deploying")))


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Norway is going to leave the pact.", "leave", "planned"),
        ("There is no sign that Norway will leave the pact.", "leave", "not-happened"),
        ("There is no indication that Norway wants to leave the pact.", "leave", "not-happened"),
        (
            "Congress may vote in the event that Norway tries to leave the pact.",
            "leave",
            "conditional",
        ),
        ("If Norway wants to leave the pact, it can.", "leave", "conditional"),
        ("If they are willing to negotiate, Kenya will listen.", "negotiate", "conditional"),
        ("Norway vowed to end indefinite detention.", "detention", "ongoing"),
        ("If Norway does not cease airstrikes, Kenya will leave.", "airstrikes", "ongoing"),
        ("Norway prevented an attack on Lima.", "attack", "not-happened"),
        ("The shield will protect Lima against an attack from Chad.", "attack", "possible"),
        ("Norway protects the town against the attack.", "attack", "happened"),
        ("They endorsed giving arms to the rebels.", "giving", "possible"),
        ("I suggest appointing a mediator.", "appointing", "demanded"),
        ("Norway looks forward to working with Kenya.", "working", "planned"),
        ("They are going to meet for talks.", "talks", "planned"),
        ("They met for talks.", "talks", "happened"),
        ("They should not engage in military action.", "action", "not-happened"),
        ("Use of such arms by the army would be a mistake.", "Use", "possible"),
        ("In the past, thousands would have protested.", "protested", "conditional"),
        ("The referendum on whether Norway should leave the pact was held.", "leave", "possible"),
        ("Norway was not just condemning the raid.", "condemning", "ongoing"),
        ("Criticism of the pact is not limited to Norway.", "Criticism", "happened"),
        ("Kenya asked whether or not Norway attacked Lima.", "attacked", "possible"),
        ('The premier urged a "no" vote.', "vote", "demanded"),
        ("Lawmakers will not vote on the treaty until next week.", "vote", "planned"),
        ("Norway did not release the men until Monday.", "release", "happened"),
        ("Norway has not released the men.", "released", "not-happened"),
        ("The minister is critical of the raid.", "raid", "happened"),
        ("Norway will respond to any attack.", "attack", "possible"),
        ("Norway did not launch any attack.", "attack", "not-happened"),
        ("The school faces the possibility of having its licence revoked.", "revoked", "possible"),
        ("They will not join its efforts to ban the group.", "ban", "planned"),
        ("If, indeed, the deal is reached, it would help.", "reached", "conditional"),
        ("The attack would have been worse without the guards.", "attack", "happened"),
        ("Norway is not about to attack Kenya.", "attack", "not-happened"),
        ("Norway is about to attack Kenya.", "attack", "planned"),
    ],
)
def test_a_denial_a_wish_or_a_condition_keeps_to_its_own_word(text, trigger, wanted):
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted
