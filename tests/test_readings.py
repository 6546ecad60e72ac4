"""Readings: every statement of the telegram with its voices, and every mistake with its place."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kg.authority import AuthorityIndex, read_authority
from kg.converters import convert
from kg.errors import ReadingError
from kg.handfile import read_hand_file
from kg.model import Document, Mention, Reading, Ref, Saying, Span
from kg.readings import read_reading
from tests.pages import ROOT, TELEGRAM, page, telegram

READING = ROOT / "data" / "readings" / "telegram-1258.yaml"
AMBASSADOR = "soviet-ambassador-dprk-1950"
THREE = "pak-heon-yeong, kim-du-bong, pak-il-u"
HEO = f"{AMBASSADOR} < heo-gai"
KIM = f"{HEO} < kim-il-sung"

# id; chain of voices, outermost first; moods; offsets; exact words (… where they are long);
# hedges as word (scope). The statements of the telegram, one by one, as a reader finds them.
ROWS: list[tuple[str, str, str, int, str, str]] = [
    ("narrative", AMBASSADOR, "statement", -1, "", ""),
    ("heo", HEO, "statement", 541, "he wished to inform me of…on 21 September 1950", ""),
    ("issue", HEO, "statement", 632, "The issue of what reply…two and a half hours", ""),
    (
        "zhou",
        f"{HEO} < party-political-council < zhou-enlai, chinese-government",
        "question, proposal",
        703,
        "Zhou Enlai's inquiry",
        "",
    ),
    ("kis0", KIM, "statement", 895, "Kim Il Sung read a report…with Zhou Enlai", ""),
    (
        "ri-report",
        f"{KIM} < ri-ju-yeon",
        "statement",
        912,
        "a report from…a conversation with Zhou Enlai",
        "",
    ),
    ("kis-ask", KIM, "question", 1007, "asked the opinion of the members of the political council", ""),
    ("opinion-serious", f"{HEO} < {THREE}", "statement", 1196, "the situation is serious", ""),
    (
        "opinion-cope",
        f"{HEO} < {THREE}",
        "statement",
        1225,
        "evidently they cannot cope…with their own forces",
        "evidently (content)",
    ),
    ("opinion-ask", f"{HEO} < {THREE}", "proposal", 1310, "they came to the conclusion…troops to Korea", ""),
    ("kis1", KIM, "question, objection", 1439, "how can this be…with our own forces", ""),
    ("kis1b", KIM, "statement", 1563, "The Soviet Union has given us as many weapons as we requested", ""),
    ("kis1c", KIM, "question", 1626, "What are the reasons for turning to the Chinese for aid [?]", ""),
    (
        "kis2",
        KIM,
        "question",
        1725,
        "what the consequences might be…on the side of the Koreans",
        "might (content)",
    ),
    ("kis2b", KIM, "question", 1816, "What if this led to a third world war [?]", ""),
    (
        "mao",
        f"{KIM} < mao-zedong",
        "statement",
        1924,
        "China is not constrained [svyazan]…not a member of the UN",
        "supposedly (source)",
    ),
    ("kis3", KIM, "possibility", 1924, "China is not constrained…and this might help", "might (content)"),
    (
        "kis4",
        KIM,
        "statement",
        2081,
        "although the Soviet Union and China…because of Korea",
        "supposedly (speech-act)",
    ),
    (
        "americans",
        f"{KIM} < american-imperialists",
        "statement",
        2190,
        "Korea is an important strategic point",
        "",
    ),
    (
        "kis4b",
        KIM,
        "statement",
        2267,
        "he thinks that the Soviet Union…occupy Korea completely",
        "supposedly (speech-act), he thinks (content)",
    ),
    ("kis5", KIM, "proposal", 2368, "He suggested not to decide…for the time being", ""),
    ("kis5b", KIM, "proposal", 2461, "to write a letter to Cde. Stalin…for aid with troops", ""),
    (
        "kis6",
        KIM,
        "possibility",
        2615,
        "the Soviet Union might be offended…sort of insufficient",
        "allegedly (speech-act), might (content), sort of (content)",
    ),
    ("kis7", KIM, "condition", 2732, "if we had time we could speed up…turn to the Chinese", ""),
    (
        "afraid",
        f"{AMBASSADOR} < ?",
        "statement",
        2851,
        "But they are afraid that there will not be enough time",
        "",
    ),
    ("no-decision", HEO, "statement", 2909, "No decision was made as a result of the discussion", ""),
    ("heo-question", HEO, "question", 2986, "asked what my opinion was on this issue", ""),
    ("declined", f"{AMBASSADOR} < {AMBASSADOR}", "statement", 3029, "I declined to discuss this issue", ""),
    (
        "inference",
        f"{AMBASSADOR} < {AMBASSADOR}",
        "statement, inference",
        3080,
        "Heo Gai came to inform me…finding out my opinion himself",
        "In my opinion (content)",
    ),
]


@pytest.fixture(scope="module")
def authority() -> AuthorityIndex:
    return read_authority(ROOT / "data" / "authority")


@pytest.fixture(scope="module")
def document() -> Document:
    return telegram()


@pytest.fixture(scope="module")
def reading(document: Document, authority: AuthorityIndex) -> Reading:
    return read_reading(READING, document, authority)


@pytest.fixture(scope="module")
def sayings(reading: Reading) -> dict[str, Saying]:
    return {saying.id: saying for saying in reading.sayings}


def voices(refs: tuple[Ref, ...]) -> str:
    return ", ".join(ref.key for ref in refs) or "?"


def chain(sayings: dict[str, Saying], saying: Saying) -> str:
    above = f"{chain(sayings, sayings[saying.within[0]])} < " if saying.within else ""
    return above + voices(saying.speakers)


def test_the_table_has_29_statements() -> None:
    assert len({row[0] for row in ROWS}) == 29


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_every_statement_of_the_telegram(
    row: tuple[str, str, str, int, str, str], sayings: dict[str, Saying], document: Document
) -> None:
    name, voices_, moods, begin, words, hedges = row
    saying = sayings[name]
    assert chain(sayings, saying) == voices_
    assert ", ".join(saying.moods) == moods
    assert ", ".join(f"{hedge.word.text} ({hedge.scope})" for hedge in saying.hedges) == hedges
    if begin < 0:
        assert saying.content is None
        return
    assert saying.content is not None
    assert saying.content.begin == begin
    assert document.text[begin : saying.content.end] == saying.content.text
    first, _, last = words.partition("…")
    assert saying.content.text.startswith(first)
    assert saying.content.text.endswith(last or first)


def test_the_statements_of_the_page_that_lists_them(shared: Path, sayings: dict[str, Saying]) -> None:
    lines = (shared / "model" / "reading.md").read_text(encoding="utf-8").splitlines()
    listed = [line.split("|")[1].strip() for line in lines if line.startswith("| ")]
    assert listed[0] == "id"
    assert set(listed[1:]) == {row[0] for row in ROWS}
    assert set(sayings) == {*listed[1:], "discussion"}


def test_hedges_stand_where_they_weaken(sayings: dict[str, Saying]) -> None:
    at = {(name, hedge.word.text): hedge.word.begin for name in sayings for hedge in sayings[name].hedges}
    assert at["mao", "supposedly"] == 1878
    assert at["kis4", "supposedly"] == at["kis4b", "supposedly"] == 2059
    assert at["kis6", "allegedly"] == 2574
    assert at["inference", "In my opinion"] == 3065


def test_parents_stand_before_their_children(reading: Reading) -> None:
    seen: set[str] = set()
    for saying in reading.sayings:
        assert set(saying.within[:1]) <= seen
        seen.add(saying.id)


def test_the_reporter_is_the_speaker_of_the_saying_around(sayings: dict[str, Saying]) -> None:
    for saying in sayings.values():
        if saying.unclear:
            continue
        assert saying.attributions[0].id == saying.id
        for attribution, other in zip(saying.attributions, saying.within, strict=bool(saying.within)):
            assert attribution.reporters == sayings[other].speakers
            assert attribution.id in (saying.id, f"{saying.id}-via-{other}")
    assert sayings["narrative"].attributions[0].reporters == ()


def test_two_routes_to_one_saying(sayings: dict[str, Saying]) -> None:
    zhou = sayings["zhou"]
    assert zhou.within == ("discussion", "ri-report")
    assert [a.id for a in zhou.attributions] == ["zhou", "zhou-via-ri-report"]
    assert voices(zhou.attributions[1].reporters) == "ri-ju-yeon"
    assert [span.begin for span in zhou.more_content] == [780]


def test_an_unclear_speaker_gives_one_attribution_each(sayings: dict[str, Saying]) -> None:
    afraid = sayings["afraid"]
    assert afraid.unclear
    assert afraid.speakers == ()
    assert [(a.id, voices(a.reporters), voices(a.speakers)) for a in afraid.attributions] == [
        ("afraid-1", "heo-gai", "kim-il-sung"),
        ("afraid-2", AMBASSADOR, "heo-gai"),
        ("afraid-3", AMBASSADOR, AMBASSADOR),
    ]
    assert [a.basis for a in afraid.attributions] == ["reported", "first-hand", "first-hand"]


def test_what_is_said_of_a_saying(sayings: dict[str, Saying]) -> None:
    assert sayings["no-decision"].negative
    assert sayings["no-decision"].level == "interpretive"
    assert sayings["kis1b"].level == sayings["kis1c"].level == "interpretive"
    assert sayings["kis4"].level == "textual"
    assert sayings["ri-report"].document
    assert sayings["heo-question"].addressees == (Ref("person", AMBASSADOR),)
    assert sayings["heo"].attributions[0].basis == "first-hand"
    assert sayings["kis4"].attributions[0].basis == "reported"
    assert [saying.id for saying in sayings.values() if saying.document] == ["ri-report"]


def test_a_cue_is_looked_for_in_the_paragraph(sayings: dict[str, Saying]) -> None:
    cue = sayings["kis3"].attributions[0].cue
    assert cue is not None
    assert (cue.begin, cue.text) == (1914, "said")
    assert sayings["kis2b"].attributions[0].cue is None


def test_a_label_is_made_from_the_quote(sayings: dict[str, Saying]) -> None:
    assert sayings["opinion-serious"].label == "the situation is serious"
    long = sayings["kis1"].label
    assert long == "how can this be, for we thought that we have many people and will be able to…"
    assert all(len(saying.label) <= 80 for saying in sayings.values())
    assert sayings["narrative"].label == "The ambassador's account"


def test_the_head_of_the_reading(reading: Reading) -> None:
    assert reading.sha256 == hashlib.sha256(READING.read_bytes()).hexdigest()
    assert (reading.file, reading.document, reading.version) == ("telegram-1258.yaml", "telegram-1258", "1")
    assert (reading.original_language, reading.original_language_level) == ("ru", "inferential")
    assert "never says so" in (reading.original_language_note or "")
    assert reading.author == Ref("person", AMBASSADOR)
    assert reading.keeper == Ref("group", "tsamo-rf")
    assert reading.about == (
        Ref("event", "political-council-meeting-1950-09-21"),
        Ref("proposal", "ask-china"),
    )


def test_a_report_whose_content_is_not_given(sayings: dict[str, Saying]) -> None:
    assert sayings["ri-report"].about == (Ref("local-event", "conversation-ri-zhou"),)


def test_the_converter_gives_the_same_reading(reading: Reading, authority: AuthorityIndex) -> None:
    (converted,) = convert(TELEGRAM.name, TELEGRAM.read_bytes())
    assert read_reading(READING, converted, authority) == reading


def test_events_their_grounds_and_parts(reading: Reading) -> None:
    events = {event.id: event for event in reading.events}
    meeting = events["political-council-meeting-1950-09-21"]
    assert meeting.shared
    assert meeting.label == "Meeting of the Party political council, 21 September 1950"
    assert voices(meeting.participants) == f"kim-il-sung, {THREE}", "Heo Gai's presence is not stated"
    assert (meeting.date, meeting.duration, meeting.basis) == ("1950-09-21", "PT2H30M", "reported")
    assert meeting.used == (Ref("saying", "ri-report"),)
    assert events["reading-aloud"].part_of == meeting.id
    assert events["question"].part_of == events["declining"].part_of == "visit"
    assert events["visit"].basis == "first-hand"
    assert events["conversation-ri-zhou"].before == "1950-09-21"
    belief = events["inference"].belief
    assert belief is not None
    assert belief.that == ("instruction", "purpose")


def test_a_reference_to_a_local_event(reading: Reading) -> None:
    found = {proposition.id: proposition for proposition in reading.propositions}
    assert found["instruction"].subject == Ref("local-event", "visit")
    assert found["favours-pak-il-u"].object == Ref("proposal", "ask-china")
    assert found["third-world-war"].kind == "situation"
    assert Ref("event", "political-council-meeting-1950-09-21") in found["decision-taken"].about


def test_proposals_and_roles(reading: Reading) -> None:
    proposals = {proposal.id: proposal for proposal in reading.proposals}
    assert set(proposals) == {"ask-china", "wait", "letter-stalin", "chinese-proposal"}
    assert not proposals["chinese-proposal"].content_known
    roles = {role.id: role for role in reading.roles}
    assert roles["ri-ju-yeon-ambassador"].passage.text == "his Ambassador"
    assert voices(roles["ri-ju-yeon-ambassador"].reporters) == "heo-gai"
    assert roles["sender-ambassador"].reporters == ()


def test_mentions_stand_in_the_order_of_the_text(reading: Reading) -> None:
    spans = [mention.span for mention in reading.mentions]
    assert spans == sorted(spans)
    assert Mention(Span(411, 412, "I"), Ref("person", AMBASSADOR), "reading") in reading.mentions


# --- mistakes --------------------------------------------------------------------------------

TEXT = "Skip\n\nHe said that it rains, they say. He said that it snows.\n\nShe asked why. He left.\n"
HEAD = f"""\
document: page
text-sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}
version: "1"
editor: Editors
language: en
"""
NARRATIVE = """\
sayings:
  - id: narrative
    speaker: person/heo-gai
    mood: statement
    says:
"""
RAINS = """\
      - id: rains
        speaker: person/kim-il-sung
        quote: it rains
        mood: statement
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "page.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def read(folder: Path, authority: AuthorityIndex, text: str) -> Reading:
    return read_reading(write(folder, text), page(TEXT), authority)


def mistake(folder: Path, authority: AuthorityIndex, text: str) -> str:
    with pytest.raises(ReadingError) as caught:
        read(folder, authority, text)
    return str(caught.value).replace(f"{folder}/", "")


def test_a_small_reading(tmp_path: Path, authority: AuthorityIndex) -> None:
    found = read(tmp_path, authority, HEAD + NARRATIVE + RAINS)
    assert [saying.id for saying in found.sayings] == ["narrative", "rains"]
    assert found.sayings[1].content == Span(19, 27, "it rains")
    assert read(tmp_path, authority, HEAD).sayings == ()


def test_an_addressee_to_whom_nothing_is_sent(tmp_path: Path, authority: AuthorityIndex) -> None:
    text = HEAD + "addressee: person/kim-il-sung\n" + NARRATIVE + RAINS
    told = mistake(tmp_path, authority, text)
    assert told.startswith("page.yaml:6 (addressee): no event of this file sends the document")
    sent = (
        "events:\n  - {id: dispatch, label: Sent, type: dispatch, basis: inferred, passage: it rains,"
        " carried-out-by: [person/heo-gai], addressees: [person/kim-il-sung]}\n"
    )
    found = read(tmp_path, authority, text + sent)
    assert found.addressee == found.events[0].addressees[0]


def test_a_quote_that_is_absent(tmp_path: Path, authority: AuthorityIndex) -> None:
    told = mistake(tmp_path, authority, HEAD + NARRATIVE + RAINS.replace("it rains", "it is raining"))
    assert told.startswith(
        "page.yaml:13 (sayings.narrative.says.rains.quote): the page does not have the words"
    )
    assert "'it is raining'; the nearest are 'it rains,' at 19-28" in told


def test_a_quote_that_is_ambiguous(tmp_path: Path, authority: AuthorityIndex) -> None:
    told = mistake(tmp_path, authority, HEAD + NARRATIVE + RAINS.replace("it rains", "He said"))
    assert "page.yaml:13 (sayings.narrative.says.rains.quote): 'He said' stands 2 times" in told
    assert "6-13 '…Skip He said that it rains" in told
    assert "{exact: …, within: a longer stretch around it}" in told


def test_a_cue_that_is_ambiguous_in_its_paragraph(tmp_path: Path, authority: AuthorityIndex) -> None:
    told = mistake(tmp_path, authority, HEAD + NARRATIVE + RAINS + "        cue: said\n")
    assert told.startswith("page.yaml:15 (sayings.narrative.says.rains.cue): 'said' stands 2 times")
    cue = "        cue: {exact: said, within: He said that it rains}\n"
    found = read(tmp_path, authority, HEAD + NARRATIVE + RAINS + cue)
    assert found.sayings[1].attributions[0].cue == Span(9, 13, "said")


def test_an_unknown_person(tmp_path: Path, authority: AuthorityIndex) -> None:
    told = mistake(tmp_path, authority, HEAD + NARRATIVE + RAINS.replace("kim-il-sung", "kim-il-song"))
    assert told == (
        "page.yaml:12 (sayings.narrative.says.rains.speaker): there is no person 'kim-il-song'. "
        "Did you mean kim-il-sung?"
    )


def test_an_unknown_key(tmp_path: Path, authority: AuthorityIndex) -> None:
    told = mistake(tmp_path, authority, HEAD + NARRATIVE + RAINS + "        hedge: [x]\n")
    assert told == (
        "page.yaml:15 (sayings.narrative.says.rains.hedge): unknown key 'hedge'. Did you mean hedges?"
    )


def test_a_reference_to_nothing_in_the_file(tmp_path: Path, authority: AuthorityIndex) -> None:
    told = mistake(tmp_path, authority, HEAD + "about: [proposal/wait, event/visit, saying/x]\n")
    lines = told.splitlines()
    assert len(lines) == 3
    assert lines[0] == "page.yaml:6 (about[1]): there is no proposal 'wait'. Add it to this file."
    assert lines[1] == "page.yaml:6 (about[2]): there is no event 'visit'. Add it to the authority files."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("        conveys: [x]\n", "there is no proposition 'x' in this file"),
        ("        also-within: [x]\n", "there is no saying 'x' in this file"),
        ("        also-within: [narrative]\n", "the saying stands under 'narrative' already"),
        ("        also-within: [rains]\n", "nests in a circle: rains < rains"),
        ("        mood: statement\n", "'mood' stands here twice"),
        ("        level: guess\n", "'guess' is none of: textual, interpretive, inferential"),
        ("        hedges:\n          - {word: they say, kind: hearsay}\n", "'scope' is missing"),
        ("        quotes: x\n", "Did you mean quote?"),
        ("        speaker-unclear: [x]\n", "needs either 'speaker' or 'speaker-unclear', and not both"),
        ("        addressee: place/korea\n", "name a person or group of the authority files"),
        ("        note:\n", "nothing stands after the key"),
    ],
)
def test_mistakes_of_a_saying(tmp_path: Path, authority: AuthorityIndex, line: str, said: str) -> None:
    assert said in mistake(tmp_path, authority, HEAD + NARRATIVE + RAINS + line)


def test_sayings_that_nest_in_a_circle(tmp_path: Path, authority: AuthorityIndex) -> None:
    snows = RAINS.replace("rains", "snows") + "        also-within: [why]\n"
    why = RAINS.replace("id: rains", "id: why").replace("it rains", "why") + "        also-within: [snows]\n"
    told = mistake(tmp_path, authority, HEAD + NARRATIVE + snows + why).splitlines()
    assert told == [
        "page.yaml:15 (sayings.narrative.says.snows.also-within[1]): nests in a circle: "
        "snows < why < snows. Remove this.",
        "page.yaml:20 (sayings.narrative.says.why.also-within[1]): nests in a circle: "
        "why < snows < why. Remove this.",
    ]


def test_a_child_that_reports_its_parent(tmp_path: Path, authority: AuthorityIndex) -> None:
    inner = "\n".join("    " + line for line in RAINS.replace("id: rains", "id: in").splitlines())
    text = f"{HEAD}{NARRATIVE}{RAINS}        also-within: [in]\n        says:\n{inner}\n"
    assert "nests in a circle: rains < in < rains" in mistake(tmp_path, authority, text)


def test_an_id_given_twice(tmp_path: Path, authority: AuthorityIndex) -> None:
    told = mistake(tmp_path, authority, HEAD + NARRATIVE + RAINS + RAINS)
    assert told.startswith("page.yaml:15 (sayings.narrative.says.rains.id): the id 'rains' is given twice")


def test_ids_that_would_clash(tmp_path: Path, authority: AuthorityIndex) -> None:
    unclear = RAINS.replace(
        "speaker: person/kim-il-sung",
        "speaker-unclear: [{speaker: person/kim-il-sung}, {speaker: person/stalin}]",
    )
    told = mistake(
        tmp_path, authority, HEAD + NARRATIVE + unclear + RAINS.replace("id: rains", "id: rains-1")
    )
    assert "the attributions of 'rains' and 'rains-1' would both be called 'rains-1'" in told


def test_an_unclear_speaker_reports_nobody(tmp_path: Path, authority: AuthorityIndex) -> None:
    unclear = RAINS.replace(
        "speaker: person/kim-il-sung",
        "speaker-unclear: [{speaker: person/kim-il-sung}, {speaker: person/stalin}]",
    )
    inner = "\n".join("    " + line for line in RAINS.replace("id: rains", "id: in").splitlines())
    told = mistake(tmp_path, authority, f"{HEAD}{NARRATIVE}{unclear}        says:\n{inner}\n")
    assert "a saying whose speaker is unclear can report no others" in told


def test_a_narrative_has_no_quote(tmp_path: Path, authority: AuthorityIndex) -> None:
    told = mistake(tmp_path, authority, HEAD + NARRATIVE.replace("    says:\n", "    quote: He\n"))
    assert "(sayings.narrative.quote): unknown key 'quote'" in told


def test_a_page_that_has_changed(tmp_path: Path, authority: AuthorityIndex) -> None:
    path = write(tmp_path, HEAD + NARRATIVE + RAINS)
    with pytest.raises(ReadingError) as caught:
        read_reading(path, page(TEXT + "More.\n"), authority)
    assert f"{path}:2 (text-sha256): the page has changed since it was read" in str(caught.value)


def test_a_reading_may_leave_out_the_hash(tmp_path: Path, authority: AuthorityIndex) -> None:
    head = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith("text-sha256"))
    assert len(read(tmp_path, authority, head + NARRATIVE + RAINS).sayings) == 2


def test_a_reading_of_another_page(tmp_path: Path, authority: AuthorityIndex) -> None:
    told = mistake(tmp_path, authority, HEAD.replace("document: page", "document: other"))
    assert told == "page.yaml:1 (document): reads 'other', but the page is 'page'"


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ("  - {id: a, label: A, type: x, basis: reported, passage: He left, date: 1950-02-30}\n", "no day"),
        ("  - {id: a, type: x, basis: reported, passage: He left}\n", "needs either 'id' and 'label'"),
        ("  - {shared: a, type: x, basis: reported, passage: He left}\n", "there is no event 'a'"),
        (
            "  - {id: a, label: A, type: x, basis: reported, passage: He left, parts: [b]}\n",
            "there is no event 'b' in this file",
        ),
        (
            "  - {id: a, label: A, type: x, basis: reported, passage: He left, duration: 2h}\n",
            "written PT2H30M",
        ),
        ("  - {id: a, label: A, type: x, basis: reported, passage: He left, time: 2030}\n", "written 20:30"),
        (
            "  - {id: a, label: A, type: x, basis: reported, passage: He left,"
            " belief: {id: b, label: B, that: [p], holds: h}}\n",
            "only an event of the kind 'inference'",
        ),
        (
            "  - {id: a, label: A, type: x, basis: reported, passage: He left, parts: [b]}\n"
            "  - {id: b, label: A, type: x, basis: reported, passage: He left, parts: [a]}\n",
            "is part of itself: b < a < b",
        ),
        (
            "  - {id: a, label: A, type: x, basis: reported, passage: He left, parts: [c]}\n"
            "  - {id: b, label: A, type: x, basis: reported, passage: He left, parts: [c]}\n"
            "  - {id: c, label: A, type: x, basis: reported, passage: He left}\n",
            "'c' is a part of 'a' already",
        ),
    ],
)
def test_mistakes_of_events(tmp_path: Path, authority: AuthorityIndex, events: str, said: str) -> None:
    told = mistake(tmp_path, authority, f"{HEAD}events:\n{events}")
    assert said in told
    assert told.startswith("page.yaml:")


def test_mistakes_of_propositions(tmp_path: Path, authority: AuthorityIndex) -> None:
    text = (
        f"{HEAD}propositions:\n  - {{id: a, label: A, property: likes}}\n  - {{id: b, kind: set, label: B}}\n"
    )
    lines = mistake(tmp_path, authority, text).splitlines()
    assert [line.partition(": ")[2][:20] for line in lines] == [
        "'subject' is missing",
        "'object' is missing.",
        "'likes' is none of: ",
        "'about' is missing. ",
    ]


def test_a_date_without_quote_marks(tmp_path: Path, authority: AuthorityIndex) -> None:
    event = "  - {id: a, label: A, type: x, basis: reported, passage: He left, date: 1950-09-21}\n"
    assert read(tmp_path, authority, f"{HEAD}events:\n{event}").events[0].date == "1950-09-21"
    assert read(tmp_path, authority, HEAD.replace('"1"', "1")).version == "1"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("document: [page\n", "page.yaml:2: is not valid YAML: while parsing a flow sequence"),
        ("document: page\n\tversion: 1\n", "page.yaml:2: is not valid YAML"),
        ("document: a: b\n", "page.yaml:1: is not valid YAML: mapping values are not allowed here"),
        ("", "page.yaml: is empty"),
        ("a: &x b\nc: *x\n", "anchors and aliases"),
        ("a: !!python/object b\n", "the tag"),
        ("a: 1\n---\nb: 2\n", "page.yaml:2: is not valid YAML"),
        ("[" * 3000, "is nested too deeply"),
        ("a: \x07\n", "page.yaml: is not valid YAML"),
    ],
)
def test_malformed_yaml(tmp_path: Path, authority: AuthorityIndex, text: str, said: str) -> None:
    assert said in mistake(tmp_path, authority, text)


def test_not_utf_8(tmp_path: Path, authority: AuthorityIndex) -> None:
    path = tmp_path / "page.yaml"
    path.write_bytes(HEAD.encode() + b"notes: [caf\xe9]\n")
    with pytest.raises(ReadingError, match=r"page\.yaml:6: is not UTF-8: byte 0xe9"):
        read_reading(path, page(TEXT), authority)


def test_a_reading_that_is_missing(tmp_path: Path, authority: AuthorityIndex) -> None:
    with pytest.raises(ReadingError, match="there is no such file"):
        read_reading(tmp_path / "page.yaml", page(TEXT), authority)


def test_all_mistakes_are_told_together(tmp_path: Path, authority: AuthorityIndex) -> None:
    other = RAINS.replace("kim-il", "kim-al").replace("id: rains", "id: again")
    text = HEAD + NARRATIVE + RAINS.replace("it rains", "it hails") + other + other
    with pytest.raises(ReadingError) as caught:
        read(tmp_path, authority, text)
    assert [problem.place and problem.place.line for problem in caught.value.problems] == [13, 16, 19]
    assert len(str(caught.value).splitlines()) == 3


def test_the_file_names_its_keys_by_id() -> None:
    file = read_hand_file(READING, ReadingError)
    assert (
        file.name(("sayings", 0, "says", 0, "says", 1, "quote"))
        == "sayings.narrative.says.heo.says.kis-ask.quote"
    )
    assert file.name(("mentions", 3, "quote")) == "mentions[4].quote"
