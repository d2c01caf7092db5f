"""Attributions on sentences of our own: source, content, voice, stance, speakers, the tree."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.data import Attribution, Days, Imprint, Mention, Part, PartKind, Report, Span
from foedera.extract.actors import find_actors
from foedera.extract.attribution import cue_words, find_attributions
from foedera.extract.speech_stance import is_attitude
from foedera.gazetteer import load_gazetteer
from tests.reading import analyser


def read(text: str, kind: PartKind = "paragraph") -> list[Attribution]:
    """Read the attributions of a text whose parts are its lines."""
    parts, at = [], 0
    for line in text.split("\n"):
        parts.append(Part(kind, Span(at, at + len(line))))
        at += len(line) + 1
    days = Days(None, None, "unknown")
    report = Report("r", "r", text, None, Imprint(), days, tuple(parts))
    (sentences,) = analyser().analyse([report])
    mentions: list[Mention] = find_actors(report, sentences, load_gazetteer())
    found, _ = find_attributions(report, sentences, mentions)
    return found


def words(text: str, spans: Sequence[Span]) -> str:
    return " .. ".join(text[s.start : s.end] for s in spans)


def names(one: Attribution) -> list[str]:
    return [a.name for a in one.speakers]


# text, source, content, voice of the first outermost attribution
PLAIN = [
    ("The minister said that talks would resume on Monday.",
     "The minister", "that talks would resume on Monday", "indirect"),
    ("The minister said talks would resume.", "The minister", "talks would resume", "indirect"),
    ("Talks would resume on Monday, the minister said.",
     "the minister", "Talks would resume on Monday", "indirect"),
    ("The bridge, engineers say, is close to collapse.",
     "engineers", "The bridge .. is close to collapse", "indirect"),
    ("As the envoy noted, the deadline had passed.",
     "the envoy", "the deadline had passed", "indirect"),
    ("“We will keep our word,” the envoy said.",
     "the envoy", "“We will keep our word,”", "direct"),
    ('"We will keep our word," said the envoy, a former general.',
     "the envoy, a former general", '"We will keep our word,"', "direct"),
    ("The envoy said: “We will keep our word.”",
     "The envoy", "“We will keep our word.”", "direct"),
    ("“We will keep our word,” the envoy said. “Nobody should doubt it.”",
     "the envoy", "“We will keep our word,” .. “Nobody should doubt it.”", "direct"),
    ("“The roads are closed,” she said, “and the bridges are gone.”",
     "she", "“The roads are closed,” .. “and the bridges are gone.”", "direct"),
    ("“The roads are closed. Nobody gets through,” she said.",
     "she", "“The roads are closed. Nobody gets through,”", "direct"),
    ("The mayor called the raid “a disgrace” and left.",
     "The mayor", "the raid “a disgrace”", "mixed"),
    ("The mayor said the raid was “a disgrace” for the town.",
     "The mayor", "the raid was “a disgrace” for the town", "mixed"),
    ("“Nobody warned us,” laughed the old fisherman.",
     "the old fisherman", "“Nobody warned us,”", "direct"),
    ("“Is the road open?” the driver asked.", "the driver", "“Is the road open?”", "direct"),
    ("According to the foreign ministry, the border reopened on Tuesday.",
     "the foreign ministry", "the border reopened on Tuesday", "indirect"),
    ("The border reopened on Tuesday, according to the foreign ministry.",
     "the foreign ministry", "The border reopened on Tuesday", "indirect"),
    ("In the words of the commander, the town is lost.",
     "the commander", "the town is lost", "indirect"),
    ("The commander told reporters that the town was lost.",
     "The commander", "that the town was lost", "indirect"),
    ("Two analysts who study the region doubt that the truce will hold.",
     "Two analysts who study the region", "that the truce will hold", "indirect"),
    ("The commission asked whether the dam was safe.",
     "The commission", "whether the dam was safe", "indirect"),
    ("The union accused the company of hiding the accident.",
     "The union", "the company of hiding the accident", "indirect"),
    ("The report found that half of the wells were dry.",
     "The report", "that half of the wells were dry", "indirect"),
    ("Villagers warned of more floods.", "Villagers", "more floods", "indirect"),
    ("The rebels took responsibility for the raid on the port.",
     "The rebels", "the raid on the port", "indirect"),
    ("Responsibility for the raid on the port was claimed by the rebels.",
     "the rebels", "the raid on the port", "indirect"),
    ("The raid on the port was claimed by the rebels.",
     "the rebels", "The raid on the port", "indirect"),
    ("The premier has charged Peru with arming the rebels.",
     "The premier", "Peru with arming the rebels", "indirect"),
    ("The general described the operation as a success.",
     "The general", "the operation as a success", "indirect"),
    ("The ministers agreed to reopen the pipeline.",
     "The ministers", "to reopen the pipeline", "indirect"),
    ("The attack was condemned by the bishops.", "the bishops", "The attack", "indirect"),
    ("The pair want to reopen the pipeline.", "The pair", "to reopen the pipeline", "indirect"),
    ("The delegation left on Friday, a local newspaper reported on Sunday.",
     "a local newspaper", "The delegation left on Friday", "indirect"),
    (
        "As reported by a local newspaper, the dam has cracked.",
        "a local newspaper",
        "the dam has cracked",
        "indirect",
    ),
    (
        "The bishops expressed concern about the fate of the prisoners.",
        "The bishops",
        "the fate of the prisoners",
        "indirect",
    ),
    (
        "The rebels claimed to have shot down two helicopters.",
        "The rebels",
        "to have shot down two helicopters",
        "indirect",
    ),
    (
        "The mayor urged the drivers to wait and promised them water.",
        "The mayor",
        "the drivers to wait",
        "indirect",
    ),
    (
        "Aides say the plan is one of patience: the talks must go on.",
        "Aides",
        "the plan is one of patience: the talks must go on",
        "indirect",
    ),
    (
        "“We are full,” the clerk said in the hotel “Palast”.",
        "the clerk",
        "“We are full,”",
        "direct",
    ),
    (
        "“We came early.” The clerk added that the rooms were full.",
        "The clerk",
        "that the rooms were full",
        "indirect",
    ),
    (
        "The council said the guard, a local man, “was a hero of the town.”",
        "The council",
        "the guard, a local man, “was a hero of the town.”",
        "mixed",
    ),
    (
        "The envoy said the text was weak and diplomats said it would fail.",
        "The envoy",
        "the text was weak",
        "indirect",
    ),
    (
        "The army said in a statement that the bridge had been hit.",
        "The army",
        "that the bridge had been hit",
        "indirect",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content", "voice"), PLAIN)
def test_source_content_and_voice(text: str, source: str, content: str, voice: str) -> None:
    outer = [a for a in read(text) if a.parent is None]
    first = next(a for a in outer if words(text, a.content) == content)
    assert words(text, first.source) == source
    assert first.voice == voice


# text, words of the cue looked at, stance, reality
EFFECTS = [
    ("The ministry confirmed that two soldiers had died.", "confirmed", "confirmed", None),
    ("The ministry acknowledged the deaths of two soldiers.", "acknowledged", "confirmed", None),
    ("The ministry denied that its jets had crossed the border.", "denied", "denied", None),
    ("The ministry denied firing across the border.", "denied", "denied", None),
    ("The ministry ruled out sending troops.", "ruled out", "denied", None),
    ("The ministry has not ruled out sending troops.", "has not ruled out", "considered",
     "possible"),
    ("The ministry neither confirmed nor denied the presence of foreign pilots.", "denied",
     "neither-confirmed-nor-denied", None),
    ("The ministry would neither confirm nor deny that it had foreign pilots.", "deny",
     "neither-confirmed-nor-denied", None),
    ("The ministry has not acknowledged the losses.", "has not acknowledged",
     "not-acknowledged", None),
    ("Neither army has acknowledged the losses.", "has acknowledged", "not-acknowledged", None),
    ("No government has confirmed the deal.", "has confirmed", "not-acknowledged", None),
    ("The palace has yet to confirm the visit.", "to confirm", "not-acknowledged", None),
    ("The army has not informed the families of the losses.", "has not informed",
     "not-acknowledged", None),
    ("The offer was not linked to the raid, and the port stays open, the palace told reporters.",
     "told", "asserted", None),
    ("The palace refused to say whether the king would travel.", "to say", "no-comment", None),
    ("The palace declined to comment on the visit.", "to comment on", "no-comment", None),
    ("The palace declined to comment.", "comment", "no-comment", None),
    ("The palace did not respond.", "respond", "no-comment", None),
    ("It is believed that the ship sank in the storm.", "is believed", "believed", None),
    ("The ship was reported to have sunk.", "was reported", "believed", None),
    ("The ship reportedly sank in the storm.", "reportedly", "believed", None),
    ("Analysts believe the ship sank in the storm.", "believe", "believed", None),
    ("The captain does not believe that the ship sank.", "does not believe", "denied", None),
    ("The cabinet is considering closing the port.", "is considering", "considered", "possible"),
    ("The premier raised the prospect of closing the port.", "raised", "considered", "possible"),
    ("The premier, asked whether the port would close, said it was too early.", "asked",
     "considered", "possible"),
    ("The premier pledged to reopen the port.", "pledged", "asserted", "planned"),
    ("The premier's promise to reopen the port was kept.", "promise", "asserted", "planned"),
    ("The premier called for an inquiry.", "called for", "asserted", "demanded"),
    ("The premier urged the rebels to lay down their arms.", "urged", "asserted", "demanded"),
    ("The premier demanded that the rebels leave.", "demanded", "asserted", "demanded"),
    ("The premier's call for an inquiry went unheard.", "call for", "asserted", "demanded"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "stance", "reality"), EFFECTS)
def test_what_the_cue_does(text: str, cue: str, stance: str, reality: str | None) -> None:
    one = next(a for a in read(text) if words(text, a.cue).replace(" .. ", " ") == cue)
    assert (one.stance, one.reality) == (stance, reality)


# text, cue, names of the speakers, their country and kind
SPEAKERS = [
    ("Norway said the talks had failed.", "said", ["Norway"], "NOR", "state"),
    ("Norway and Sweden said the talks had failed.", "said", ["Norway", "Sweden"], "NOR", "state"),
    ("Kenyan officials said the talks had failed.", "said", ["Kenyan officials"], "KEN", "group"),
    ("A photo released by Norway shows soldiers on a bridge.", "shows", ["Norway"], "NOR",
     "state"),
    ("A statement from Norway said the talks had failed.", "said", ["Norway"], "NOR", "state"),
    ("Kenya, which denied the losses, closed the road.", "denied", ["Kenya"], "KEN", "state"),
    ("It is in a document that establishes that each side will pay.", "establishes",
     ["a document"], None, "group"),
    ("Residents of the town said the shelling had stopped.", "said", ["Residents"], None, "group"),
    ("Norway's Facebook page said the talks had failed.", "said", ["Norway"], "NOR", "state"),
    ("A note on Norway's website said the talks had failed.", "said", ["Norway"], "NOR", "state"),
    ("Nine boats were lost, by Norway's count.", "by .. count", ["Norway"], "NOR", "state"),
    ("Nine boats were lost near Lamu, Norway has found.", "has found", ["Norway"], "NOR", "state"),
    ("The road was closed at noon, Kenya was quoted as saying.", "quoted", ["Kenya"], "KEN",
     "state"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "wanted", "country", "kind"), SPEAKERS)
def test_who_speaks(text: str, cue: str, wanted: list[str], country: str | None, kind: str) -> None:
    one = next(a for a in read(text) if words(text, a.cue) == cue)
    assert names(one) == wanted
    assert (one.speakers[0].country, one.speakers[0].kind) == (country, kind)


# text, cue of the outer and of the inner attribution, their speakers
CHAINS = [
    ("The newspaper said Norway had promised to pay.", "said", "had promised",
     ["newspaper"], ["Norway"]),
    ("In a report by the newspaper Dagbladet, Norway mentioned the option of leaving.",
     "In .. report", "mentioned", ["Dagbladet"], ["Norway"]),
    ("State media reported, citing Kenya, that the road was closed.", "reported", "citing",
     ["State media"], ["Kenya"]),
    ("The newspaper quoted Kenya as saying the road was closed.", "quoted", "saying",
     ["newspaper"], ["Kenya"]),
    ("Kenya was quoted by the newspaper as saying that the road was closed.", "was quoted",
     "saying", ["newspaper"], ["Kenya"]),
    ("The road was closed at noon, the newspaper quoted Kenya as saying on Friday.", "quoted",
     "saying", ["newspaper"], ["Kenya"]),
    ("“The road will be closed,” Kenya was quoted as saying by the newspaper.", "quoted",
     "saying", ["newspaper"], ["Kenya"]),
    ("“We believe that peace is near,” Kenya said.", "said", "believe", ["Kenya"], ["Kenya"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outer", "inner", "above", "below"), CHAINS)
def test_sources_behind_sources(
    text: str, outer: str, inner: str, above: list[str], below: list[str]
) -> None:
    found = read(text)
    under = next(a for a in found if words(text, a.cue) == inner)
    assert under.parent is not None
    over = found[under.parent]
    assert words(text, over.cue) == outer
    assert (names(over), names(under)) == (above, below)


def test_a_quotation_runs_on_over_paragraphs() -> None:
    text = "“We waited all night,” the guide said.\n“Nobody came to help us.\n“So we walked home.”"
    (only,) = (a for a in read(text) if a.parent is None)
    assert words(text, only.content).endswith("“Nobody came to help us.\n“So we walked home.”")


def test_a_colon_hands_over_to_the_next_paragraph() -> None:
    text = "The guide was blunt when asked and said:\n“Nobody came to help us that night.”"
    found = [a for a in read(text) if a.parent is None and a.voice == "direct"]
    assert words(text, found[0].source) == "The guide"


def test_he_added_stands_for_the_last_speaker() -> None:
    text = "President Erdogan said the vote was fair.\nHe added that turnout was high."
    assert names(read(text)[1]) == names(read(text)[0]) != []


def test_they_stands_for_a_group_that_spoke_last() -> None:
    text = "Kenyan officials said the road was closed. They added that nobody was hurt."
    assert names(read(text)[1]) == ["Kenyan officials"]


def test_a_pact_agreed_by_somebody_is_no_speech_of_theirs() -> None:
    found = read("The pact agreed by Kenya in June has come into force, Norway said.")
    assert [names(a) for a in found] == [["Norway"]]


def test_he_is_not_the_last_speaker_once_somebody_else_was_named() -> None:
    text = "President Erdogan said it was fair. Emmanuel Macron smiled. He added that it was late."
    assert names(read(text)[-1]) != names(read(text)[0])


def test_a_headline_names_its_speaker_before_the_colon() -> None:
    text = "Police: Two men held after blast at market"
    (only,) = read(text, "headline")
    assert words(text, only.source) == "Police"
    assert words(text, only.content) == "Two men held after blast at market"


def test_a_label_before_a_colon_speaks_to_nobody() -> None:
    assert not read("EXCLUSIVE: Two men held after blast at market", "headline")


def test_a_transcript_names_its_speakers_in_capitals() -> None:
    text = "MARTINEZ: The harbour is open again today."
    assert words(text, read(text)[0].content) == "The harbour is open again today"


def test_a_turn_of_a_transcript_runs_over_paragraphs() -> None:
    text = "\n".join(
        ["GOMEZ: The port is open.", "It was shut.", "RUIZ: Who shut it?", "GOMEZ: We did that.",
         "RUIZ: I see what you mean."]
    )  # fmt: skip
    assert words(text, read(text)[0].content) == "The port is open .. It was shut."


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian troops show no signs of fear.",
        "Norway condemned the attack.",
        "Norway wants to buy ships.",
        "Norway plans to buy ships.",
    ],
)
def test_an_attitude_vouches_for_nothing(text: str) -> None:
    assert all(is_attitude(a) for a in read(text))


def test_a_disputed_use_is_no_denied_fact() -> None:
    found = read("The general disputed the wisdom of sending tanks.")
    assert all(is_attitude(a) for a in found)


def test_hearsay_beside_a_cue_marks_its_content() -> None:
    (only,) = read("The general reportedly told friends that the war was lost.")
    assert only.stance == "believed"


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        ("Peru allegedly tested a missile and Chile condemned it.", "tested", "condemned"),
        ("Peru has launched its third test and this time, the bomb is reportedly able to fly.",
         "able", "launched"),
        ("Reportedly, Peru tested a missile and Chile condemned it.", "condemned", "army"),
    ],
)  # fmt: skip
def test_hearsay_within_a_clause_is_of_that_clause_alone(text, told, untold) -> None:
    (only,) = read(text)
    content = " ".join(text[c.start : c.end] for c in only.content)
    assert told in content
    assert untold not in content


def test_a_saying_vouches() -> None:
    assert not is_attitude(read("Norway announced the purchase of ships.")[0])


@pytest.mark.parametrize(
    "text",
    [
        "The lorry hit a wall near the harbour.",
        "Snow fell on the hills.",
        "He lives in the “Old Mill” by the river.",
        "They did it.",
        "Raised in a hamlet known as “the Mill,” her troops had fled.",
    ],
)
def test_no_speech_no_attribution(text: str) -> None:
    assert not read(text)


def test_what_somebody_shows_is_not_said_by_a_thing() -> None:
    found = read("The collapse shows that the road was weak.")
    assert names(found[0]) == []


def test_cue_words_are_lower_case_forms() -> None:
    forms = cue_words()
    assert {"said", "denied", "according", "pledged", "warning"} <= forms
    assert all(w == w.lower() for w in forms)


PIECES = ["The envoy said", "“we wait,”", "he added.", "According to Norway,", "it rained.",
          "\n", "“", "”", "denied that", "ships left", ":", ", citing Kenya,"]  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8))
def test_the_tree_is_sound_whatever_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read(text)
    for n, one in enumerate(found):
        assert one.parent is None or one.parent < n
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)
            assert one.span.start <= span.start
            assert span.end <= one.span.end


def test_a_fragment_that_ends_a_quotation_speaks_for_nobody() -> None:
    text = '"She will be superb. One of the best of the cabinet," Olga Tarn said in an interview.'
    (found,) = read(text)
    assert words(text, found.source) == "Olga Tarn"


SECOND_CLAUSES = [
    (
        "Two envoys said the aim was to leave the harbour intact, so it could be used again.",
        "said",
        "Two envoys",
        "the aim was to leave the harbour intact, so it could be used again",
    ),
    (
        "Envoy Olga Tarn said on Monday that the truce had ended, the Northern Herald reported.",
        "reported",
        "the Northern Herald",
        "Envoy Olga Tarn said on Monday that the truce had ended",
    ),
    (
        "The envoy said that today twenty groups are active in Kenya, and cited the raid in Lima.",
        "cited",
        "The envoy",
        "the raid in Lima",
    ),
    (
        "Lund called for talks with Peru and Kenya and Ms. Tarn warned that the truce was weak.",
        "warned",
        "Ms. Tarn",
        "that the truce was weak",
    ),
    (
        "She had confidence that the envoy would win but gave him no help.",
        "confidence",
        "She",
        "that the envoy would win",
    ),
]


@pytest.mark.parametrize(("text", "cue", "source", "content"), SECOND_CLAUSES)
def test_a_clause_beside_what_is_said_has_its_place(
    text: str, cue: str, source: str, content: str
) -> None:
    one = next(a for a in read(text) if words(text, a.cue) == cue)
    assert words(text, one.source) == source
    assert words(text, one.content).replace(" .. ", "") == content


def test_a_speaker_is_nobody_whom_he_names() -> None:
    text = "Mr. Lund left on Monday.\n“The fall of Mr. Lund has been long in coming,” he said."
    assert names(read(text)[-1]) == ["he"]


def test_who_is_named_beside_the_quotation_may_have_spoken_it() -> None:
    text = "Mr. Lund drew a red line on the map, “before it is too late for all of us,” he said."
    (found,) = read(text)
    assert names(found) == ["Lund"]
    assert words(text, found.content).startswith("“before")


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Lund knew that the convoy had left.",
        "The union should say that the convoy has left.",
        "If Mr. Lund says that the convoy has left, the talks are over.",
        "Mr. Lund showed that he could hold the port.",
    ],
)
def test_what_is_known_or_not_yet_said_has_no_speaker(text: str) -> None:
    assert all(is_attitude(a) for a in read(text))


def test_witnesses_vouch_for_what_they_saw() -> None:
    (found,) = read("Two reporters saw the harbour being shelled.")
    assert not is_attitude(found)


def test_a_paper_stands_above_whom_it_quotes() -> None:
    text = "“We have the means to build it,” Mr. Lund told a briefing, according to Reuters."
    outer, inner = read(text)
    assert (names(outer), names(inner)) == (["Reuters"], ["Lund"])
    assert inner.parent == 0


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The original reason meant that the convoy had to leave.", []),
        ("Another option is to ask the envoys to leave the port.", []),
        ("Fresh evidence suggests that the convoy has left.", []),
        ("Two abductors said that the convoy had left.", ["Two abductors"]),
        ("The press release said that the convoy had left.", ["The press release"]),
    ],
)
def test_only_people_bodies_and_papers_speak(text: str, wanted: list[str]) -> None:
    assert [n for a in read(text) if not is_attitude(a) for n in names(a)] == wanted


def test_whom_one_mocks_for_saying_so_says_so() -> None:
    found = read("Mr. Lund ridiculed Mr. Haas for claiming that the convoy had left.")
    assert ["Haas"] in [names(a) for a in found]


def test_a_quotation_within_a_clause_brings_the_clause() -> None:
    text = "Gunmen who wore uniforms came at night and took “many people,” said a miner in Lima."
    (found,) = read(text)
    assert words(text, found.content).startswith("Gunmen")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The envoy said that the truce was over, and that all had left.",
            "that all had left",
        ),
        ("Friends say the envoy would look well if he slept at night.", "if he slept at night"),
        ("Two men were killed, police said, in a raid on the harbour.", "in a raid on the harbour"),
    ],
)
def test_what_is_said_runs_on_over_joined_clauses(text: str, said: str) -> None:
    assert any(said in words(text, a.content) for a in read(text) if a.parent is None)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The envoy says it takes time, and that is hard on those who wait.", "hard on those"),
        ("The envoy said it was over, but two aides warned of another raid.", "two aides warned"),
        ("When the envoy said the truce was over, the aides took to the streets.", "took to"),
    ],
)
def test_what_is_told_beside_is_not_said(text: str, apart: str) -> None:
    assert not any(apart in words(text, a.content) for a in read(text))


def test_a_quotation_runs_on_from_the_one_before_it() -> None:
    text = "“We need a deal,” said Mr. Lund, who wrote about the port. “It is not too late for us.”"
    one = next(a for a in read(text) if words(text, a.cue) == "said")
    assert "not too late" in words(text, one.content)


def test_who_meets_a_claim_does_not_make_it() -> None:
    (found,) = read("The palace has long faced accusations that envy shaped its answer.")
    assert names(found) == []


def test_a_speaker_with_a_clause_of_his_own_still_speaks() -> None:
    text = "A government official who asked not to be named told POLITICO that the probe was over."
    one = next(a for a in read(text) if words(text, a.cue) == "told")
    assert words(text, one.source).startswith("A government official")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Fighting drove 300 people out of Nuuk, the Norwegian army said on Friday.",
            "Norwegian army",
        ),
        (
            "The army freed two men near Oslo, the Defence Ministry announced at noon.",
            "Defence Ministry",
        ),
        ("Kenya arrested 30 men, the governor of Mombasa said through an aide.", "governor"),
        ("Kenya seized nine boats, said the governor, Ali Omar.", "Ali Omar"),
        ("Kenya has seized nine boats, the navy said on Friday, but no crew was held.", "navy"),
    ],
)
def test_who_speaks_behind_the_comma_tells_what_stands_before(text: str, wanted: str) -> None:
    found = [a for a in read(text) if names(a) == [wanted]]
    assert [words(text, a.content) for a in found] == [text[: text.index(",")]]


@pytest.mark.parametrize(
    "text",
    [
        "Backed by jets, the Norwegian army said little.",
        "The ship, which the Norwegian navy said sank, was old.",
        "After the rebels left the town, the Norwegian army said:",
    ],
)
def test_what_hangs_on_a_verb_of_speech_is_not_said(text: str) -> None:
    assert not [a for a in read(text) if "rebels" in words(text, a.content) or a.content == ()]
    assert not [a for a in read(text) if words(text, a.content) in ("Backed by jets", "The ship")]


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("In a note released on Monday, the Kenyan Foreign Ministry praised the vote.", True),
        ("Amnesty International published a note on Monday.", True),
        ("A note by Amnesty International was read out on Monday.", True),
        ("A note was sent to the press by Amnesty International.", True),
        ("The BBC obtained a note on Monday.", False),
        ("Amnesty International wrote a note. Another note came by post.", False),
    ],
)
def test_a_paper_speaks_for_who_issued_it(before: str, wanted: bool) -> None:
    found = read(f"{before} Soldiers burnt the market, the note said.")[-1]
    assert (names(found) != ["the note"]) is wanted


def test_he_is_whom_the_sentence_before_is_about() -> None:
    text = (
        "Emmanuel Macron mocked the plan of Donald Trump.\n“It will fail within a month,” he said."
    )
    assert names(read(text)[-1]) == ["Emmanuel Macron"]
    text = "Angela Merkel mocked the plan of Donald Trump.\n“It will fail within a month,” he said."
    assert names(read(text)[-1]) != ["Angela Merkel"]


def test_what_goes_on_meanwhile_is_not_vowed() -> None:
    text = "Kenya vowed to guard the port as gunmen burnt three boats near Lamu."
    assert not [a for a in read(text) if "gunmen" in words(text, a.content)]
    text = "Kenya vowed to guard the port as long as gunmen burnt boats near Lamu."
    assert [a for a in read(text) if "gunmen" in words(text, a.content)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The army left, with General Lund, its head, saying that all were safe.", "Lund"),
        ("Angela Merkel left, with an aide, saying that all were safe.", "Angela Merkel"),
    ],
)
def test_with_somebody_who_says_so(text: str, wanted: str) -> None:
    assert names(read(text)[-1]) == [wanted]


def test_whom_the_last_speaker_only_spoke_of_has_not_spoken() -> None:
    said = "“Without them Vladimir Putin would have failed,” {} said.\nHe added, “It is so.”"
    assert names(read(said.format("John Kerry"))[-1]) == ["John Kerry"]
    assert names(read(said.format("Angela Merkel"))[-1]) != ["Angela Merkel"]
