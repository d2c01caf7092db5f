import pytest

from foedera.extract.reality import read_reality
from foedera.extract.reality_weighed import is_doubted
from tests.reading import parse


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Inspectors saw the site of an alleged attack by Chad.", "attack", "happened"),
        ("Chad is suspected of arming the rebels.", "arming", "happened"),
        ("Norway later appeared to back down.", "back", "happened"),
        ("Norway is believed to support the rebels.", "support", "ongoing"),
        ("Senators voted against military action in Chad.", "action", "possible"),
        ("The speech sparked opposition to talks with Chad.", "talks", "possible"),
        ("Senators criticised the war.", "war", "happened"),
        ("Norway faces sanctions if it does not leave Chad.", "sanctions", "conditional"),
        ("Any attack on Norway will be met with force.", "attack", "conditional"),
        ("Norway will not use force in response to a nuclear test.", "test", "conditional"),
        ("Norway used force in response to a nuclear test.", "test", "happened"),
        ("Norway will answer any attack on Chad.", "attack", "conditional"),
        ("Norway may decide to bomb the port.", "bomb", "possible"),
        ("Norway decided to bomb the port.", "bomb", "planned"),
        ("The raid on Chad is imminent.", "raid", "planned"),
        ("The raid on Chad was to take place on Monday.", "raid", "planned"),
        ("The raid on Chad is due to begin on Monday.", "raid", "planned"),
        ("The raid on Chad is due to the war.", "raid", "happened"),
        ("The raid on Chad is not imminent.", "raid", "happened"),
        ("A war with Chad is a possibility.", "war", "possible"),
        ("Norway held talks on a ceasefire with Chad.", "ceasefire", "planned"),
        ("Norway held talks on the ceasefire with Chad.", "ceasefire", "happened"),
        ("Norway may ask Peru to leave the treaty.", "leave", "possible"),
        ("Calls on Peru to leave the treaty might annoy Chad.", "leave", "demanded"),
        ("Norway may be responsible for killing the envoys.", "killing", "possible"),
        ("Norway is responsible for killing the envoys.", "killing", "happened"),
        ("Diplomacy has done little to sway Chad.", "sway", "not-happened"),
        ("Norway has not done enough to arm the rebels.", "arm", "not-happened"),
        ("Norway wants to get Chad to sign the treaty.", "sign", "demanded"),
        ("Diplomats tried to bring Chad to negotiate with Peru.", "negotiate", "demanded"),
        ("Norway got Chad to sign the treaty.", "sign", "happened"),
        ("Norway may have to send troops to Chad.", "send", "possible"),
        ("Norway is seeking cooperation from Chad.", "cooperation", "demanded"),
        ("The bank is seen as a way to skirt sanctions on Chad.", "sanctions", "happened"),
        ("The strikes were intended to deter Chad.", "strikes", "happened"),
        ("Norway should tighten sanctions to force Chad out.", "force", "demanded"),
        ("They are going into the next round of talks.", "talks", "planned"),
        ("The next round of talks began on Monday.", "talks", "happened"),
        ("Chad is too weak to attack Peru.", "attack", "not-happened"),
        ("Chad came too late to stop the raid.", "raid", "happened"),
        ("Chad is too eager to blame Peru.", "blame", "planned"),
        ("They are plotting attacks on Norway.", "attacks", "planned"),
        ("Attacks by Chad have not been linked to its size.", "Attacks", "happened"),
        ("The raids on Chad were not approved.", "raids", "not-happened"),
        (
            "Norway, like Peru, favored more robust intervention in Chad.",
            "intervention",
            "possible",
        ),
        ("Norway favored the intervention in Chad.", "intervention", "happened"),
        ("Norway may send troops to fight the rebels.", "fight", "possible"),
        ("Norway sent troops to fight the rebels.", "fight", "planned"),
        ("The attack on Chad is likely to fuel anger.", "attack", "happened"),
        ("An attack on Chad is likely to provoke a war.", "attack", "possible"),
        ("The ban on Chad is likely to be lifted.", "ban", "possible"),
        ("The war in Chad is unlikely to happen.", "war", "possible"),
        ("The sanctions on Chad are expected to hurt farmers.", "sanctions", "happened"),
        ("The withdrawal of troops is expected to begin in May.", "withdrawal", "planned"),
        ("People attending the protests are urged to obey.", "attending", "ongoing"),
        ("It would be an attack on Chad.", "attack", "planned"),
        ("It was an attack on Chad.", "attack", "happened"),
        ("If they came, it would likely be some kind of strike.", "strike", "conditional"),
        ("No one has claimed responsibility for the attack.", "attack", "happened"),
        ("There were no claims of responsibility for the attack.", "attack", "happened"),
        ("Chad offered no apology for the raid.", "raid", "happened"),
        ("Chad offered no apology for a raid.", "raid", "not-happened"),
        ("It was the precipitating event for the war.", "war", "happened"),
        ("Chad will act in the event of war.", "war", "conditional"),
        ("Chad will act in case of an attack.", "attack", "conditional"),
        ("Some may take the attack as a sign of weakness.", "attack", "happened"),
        ("The raids may have taken a toll on Chad.", "raids", "happened"),
        ("The raids may take place in May.", "raids", "possible"),
        ("Charges against Chad remain unlikely.", "Charges", "possible"),
        ("An attack on Chad seems unlikely.", "attack", "possible"),
        ("The purpose of the trip is to sell planes.", "trip", "happened"),
        ("Norway sent planes to support ongoing drills.", "drills", "ongoing"),
        ("The bomb was set off by a soldier.", "bomb", "happened"),
        ("The minister flew to Geneva to sign the treaty.", "sign", "happened"),
        ("The minister left on Monday to attend a summit with Peru.", "attend", "planned"),
        ("Norway did nothing to provoke the attack by Chad.", "attack", "happened"),
        ("Norway did nothing to provoke an attack by Chad.", "attack", "not-happened"),
        ("The minister will fly to Geneva to sign the treaty.", "sign", "planned"),
        ("The threat could succeed in pressuring Chad.", "pressuring", "possible"),
        ("Norway abstained rather than vetoing the resolution.", "vetoing", "not-happened"),
        ("Chad will have no choice but to dismantle its missiles.", "dismantle", "planned"),
        ("Peru does not waver and has vowed to stay.", "vowed", "happened"),
        ("Norway wants a deal that bans the missiles.", "bans", "planned"),
        ("Norway wants the deal that bans the missiles.", "bans", "ongoing"),
    ],
)
def test_what_is_weighed_doubted_or_answered_is_as_real_as_it_is_told(
    text: str, trigger: str, wanted: str
) -> None:
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted


def test_doubt_is_known_by_its_word() -> None:
    s = parse("An alleged attack by Chad was filmed.")
    assert is_doubted(read_reality(s, s.words.index("attack")))
    s = parse("An attack by Chad was filmed.")
    assert not is_doubted(read_reality(s, s.words.index("attack")))
