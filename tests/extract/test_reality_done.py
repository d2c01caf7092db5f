import pytest

from foedera.extract.reality import read_reality
from foedera.pipeline import build_line
from tests.reading import parse, report_of


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The premier visited the embassy to offer his support.", "offer", "happened"),
        ("The premier called several senators to brief them.", "brief", "happened"),
        ("The minister had met with envoys to discuss the pact.", "discuss", "happened"),
        ("The premier will meet envoys to discuss the pact.", "discuss", "planned"),
        ("The minister tried to reassure voters.", "reassure", "happened"),
        ("Kenya is trying to pressure Norway.", "pressure", "happened"),
        ("Norway may try to pressure Kenya.", "pressure", "possible"),
        ("The rebels tried to seize the town.", "seize", "planned"),
        ("I would like to thank the envoy for his work.", "thank", "happened"),
        ("I have to disagree with the premier.", "disagree", "happened"),
        ("Norway made good on its promise to launch a rocket.", "launch", "happened"),
        ("Norway vowed to keep its promise to launch a rocket.", "launch", "planned"),
        ("The report tells what Norway did to meddle in the vote.", "meddle", "happened"),
        ("Norway issued calls to Kenya to stop the delivery.", "stop", "demanded"),
        ("Norway put pressure on Kenya to broker a deal.", "broker", "demanded"),
        ("The general ordered his troops to put rockets on standby.", "put", "demanded"),
        ("The minister asked why Norway had bombed the town.", "bombed", "happened"),
        ("It is unclear why the envoy was expelled.", "expelled", "happened"),
        ("It is unclear whether the envoy was expelled.", "expelled", "possible"),
        ("Police continue to question the suspect.", "question", "ongoing"),
        ("Police continued to question the suspect.", "question", "happened"),
        ("Kenya called the Norwegian raid's victims heroes.", "called", "happened"),
        ("Kenya called Norway's raid on the port a crime.", "raid", "happened"),
        ("Kenya called for a raid on the port.", "raid", "demanded"),
        ("Asked about strikes on the port, the minister left.", "strikes", "happened"),
        ("The general joked about bombing the port.", "bombing", "possible"),
        ("The envoy spoke ahead of Norwegian drills.", "drills", "planned"),
        ("Kenya will act if its ships come under attack.", "attack", "conditional"),
        ("The council voted to denounce Norway.", "denounce", "happened"),
        ("Kenya called on Norway not to wait but to bomb the port.", "bomb", "demanded"),
        ("Kenya did not wait for Norway.", "wait", "not-happened"),
        ("The premier cancelled a scheduled visit to Peru.", "visit", "not-happened"),
        ("The premier spoke of a scheduled visit to Peru.", "visit", "planned"),
        ("She was the highest Norwegian official ever to visit Peru.", "visit", "happened"),
        ("Kenya will wait until the election.", "election", "planned"),
        ("Kenya waited until the election.", "election", "happened"),
        ("There is no evidence that Norway bombed the town.", "bombed", "not-happened"),
        ("The army used tanks to shell the town.", "shell", "happened"),
        ("The army could use tanks to shell the town.", "shell", "possible"),
        ("The botched attempt to seize the town cost lives.", "seize", "not-happened"),
        ("Its botched attempt to seize the town cost lives.", "seize", "not-happened"),
        ("They joined Kenya to pass the bill.", "pass", "happened"),
        ("Norway must be ready to mediate.", "mediate", "demanded"),
        ("Norway is ready to mediate.", "mediate", "planned"),
        ("The premier took to Twitter to condemn Kenya.", "condemn", "happened"),
        ("The premier took a train to condemn Kenya.", "condemn", "planned"),
        ("Norway summoned the envoy to protest the raid.", "protest", "happened"),
        ("Norway chose to abstain from the vote.", "abstain", "happened"),
        ("Norway decided to postpone the election.", "postpone", "happened"),
        ("Norway decided to attack Kenya.", "attack", "planned"),
        ("The raids emboldened Kenya to launch an offensive.", "launch", "happened"),
        ("Norway announced the ouster of the general.", "ouster", "happened"),
        ("Norway has provided weapons to help Kenya.", "help", "happened"),
        ("Norway will provide weapons to help Kenya.", "help", "planned"),
        ("It took Norway two years to withdraw its troops.", "withdraw", "happened"),
        ("It took a year to meet, and two more months to mount a rescue.", "mount", "happened"),
        ("It will take Norway two years to withdraw its troops.", "withdraw", "planned"),
        ("There might be enough senators to block the treaty.", "block", "possible"),
        ("The minister escaped being arrested in Kenya.", "arrested", "not-happened"),
        ("In March police foiled a plot to bomb the station.", "bomb", "not-happened"),
        ("Norway could not foil a plot to bomb the station.", "bomb", "planned"),
        ("The premier made no mention of the attack on Kenya.", "attack", "happened"),
        ("The premier made no mention of talks with Kenya.", "talks", "not-happened"),
        ("Norway could release details of the attack on Kenya.", "attack", "happened"),
        ("Footage of the raid may be shown in court.", "raid", "happened"),
        ("Norway found no evidence of the attack.", "attack", "not-happened"),
        ("Norway asked the troops fighting the rebels to withdraw.", "fighting", "happened"),
        ("Norway urged fighting the rebels.", "fighting", "demanded"),
        ("The cabinet was split on the issue of arming Kenya.", "arming", "possible"),
        ("Senators are divided over arming Kenya.", "arming", "possible"),
        ("Norway pulled back from bombing Kenya.", "bombing", "not-happened"),
        ("We all have to agree on a text.", "agree", "demanded"),
        ("It would be wrong to bomb Kenya.", "bomb", "possible"),
        ("He could not be more proud to thank Kenya.", "thank", "happened"),
        ("The troops have been ordered to leave Kenya.", "leave", "demanded"),
        ("They are ready if ordered to leave Kenya.", "leave", "conditional"),
        ("The latest efforts to ratify the treaty stumbled.", "ratify", "planned"),
        ("It was the last chance to free the men.", "free", "possible"),
        ("They were unsure about how to answer Kenya.", "answer", "possible"),
        ("They went to Oslo, where he plans to meet her.", "meet", "planned"),
        ("The men must be freed and granted a visa.", "granted", "demanded"),
        ("Kenya must be freed, he said, and pledged to fight.", "pledged", "happened"),
        ("Kenya may use the attack as a pretext.", "attack", "happened"),
        ("Kenya may use an attack as a pretext.", "attack", "possible"),
        ("Kenya brought enough tanks to seize the town.", "seize", "planned"),
        ("He was convicted of ordering the crackdown.", "crackdown", "happened"),
        ("He spoke of ordering a crackdown.", "crackdown", "planned"),
        ("Kenya must choose between leaving the treaty and war.", "leaving", "possible"),
        ("Kenya may return to talks.", "talks", "possible"),
        ("Kenya is trying to counter allegations by Peru.", "allegations", "happened"),
        ("Kenya is loth to leave the treaty.", "leave", "not-happened"),
        ("Warning No. 4 was sent to Kenya.", "Warning", "happened"),
        ("Norway is leaning toward backing the resolution.", "backing", "planned"),
        ("Norway went on to attack Kenya.", "attack", "happened"),
        ("Norway will go on to attack Kenya.", "attack", "planned"),
        ("Senators debate a resolution for fighting the rebels.", "fighting", "planned"),
    ],
)
def test_what_its_own_governor_carries_out_is_done(text, trigger, wanted):
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Norway is leading the search and participating in the inquiry.", "inquiry", "ongoing"),
        ("Norwegian officers are taking part in the inquiry.", "inquiry", "ongoing"),
        ("Norwegian officers took part in the inquiry.", "inquiry", "happened"),
        ("Kenya is accused of being involved in the raid.", "raid", "happened"),
        ("The valley is under occupation by Kenya.", "occupation", "ongoing"),
        ("Lands under occupation by Kenya are poor.", "occupation", "ongoing"),
        ("The town is under attack.", "attack", "ongoing"),
        ("The town was under attack.", "attack", "happened"),
        ("The town came under siege.", "siege", "happened"),
    ],
)
def test_what_somebody_takes_part_in_or_lies_under_goes_on(text, trigger, wanted):
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("Iran conducted a failed missile test on Monday.", "military.test", "happened"),
        ("The general led a failed coup in Chad on Monday.", "unrest.coup", "not-happened"),
        ("Asked about Kenya's promise to Peru, the envoy smiled.", "statement.promise", "happened"),
    ],
)
def test_what_did_not_succeed_was_done(text, kind, wanted):
    (read,) = build_line().run([report_of(text)])
    claim = next(c for c in read.claims if c.kind == kind)
    assert (claim.voice.reality, claim.voice.stance) == (wanted, "asserted")
