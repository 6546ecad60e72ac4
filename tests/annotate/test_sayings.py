"""The draft reader: who says what to whom in which words, pattern by pattern, and whole documents."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.found import find
from kg.annotate.sayings import RULES
from kg.annotate.sayings.lexicon import LEXICON, inflect
from kg.authority import AuthorityIndex, read_authority
from kg.converters import convert
from kg.model import Document, Found, NameForm, Reading, Ref, Saying, SignOff
from kg.model.authority import Authority
from kg.readings import read_reading
from tests.pages import ROOT, TELEGRAM, page

NAMES = {"lind": "Olaf Lind", "berg": "Anna Berg", "holm": "Per Holm", "strand": "Eva Strand"}
PEOPLE = AuthorityIndex({
    Ref("person", key): Authority(
        "person", key, name, "test",
        (NameForm(name, "en", "text", "test"), NameForm(name.split()[1], "en", "text", "test")),
    )
    for key, name in NAMES.items()
})  # fmt: skip


def drafted(text: str, authority: AuthorityIndex = PEOPLE, title: str = "") -> Reading:
    document = page(text)
    if title:
        document = replace(page(f"{title}\n\n{text}"), title=page(title).body[0])
    reading = RULES.read(document, find(document, authority), authority)
    assert reading is not None
    return reading


def told(reading: Reading) -> list[tuple[str, str]]:
    """Speaker and words of every saying but the narrative; the author is 'author'."""
    return [(voices(s), s.content.text) for s in reading.sayings if s.content is not None]


def voices(saying: Saying) -> str:
    return ", ".join(ref.key for ref in saying.speakers)


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("Lind said that the ship had left.", "lind", "the ship had left"),
        ("Then Lind said, among other things, that the ship had left.", "lind", "the ship had left"),
        ("Lind said the ship had left.", "lind", "the ship had left"),
        ("Lind has repeatedly stressed that peace is near.", "lind", "peace is near"),
        ("Minister Olaf Lind, who had come late, noted that peace was near.", "lind", "peace was near"),
        ("Lind asked whether the road was open.", "lind", "whether the road was open"),
        ("Lind asked me what my opinion was.", "lind", "what my opinion was"),
        ("Lind asked Berg to wait for him.", "lind", "to wait for him"),
        ("Lind suggested not to decide for the time being.", "lind", "not to decide for the time being"),
        ("Lind proposed that the talks be put off.", "lind", "the talks be put off"),
        ("Lind went on to say that he was tired.", "lind", "he was tired"),
        ("Lind expressed the opinion that the ice would hold.", "lind", "the ice would hold"),
        ("Lind came to the conclusion that it was late.", "lind", "it was late"),
        ("Lind raised the question of how we could stay.", "lind", "how we could stay"),
        ("Lind thanked Berg for the letter.", "lind", "thanked Berg for the letter"),
        ("Lind denied that he had met her.", "lind", "he had met her"),
        ("I was told by Lind that the ship had left.", "lind", "the ship had left"),
        ("It was stated by Lind that the ship had left.", "lind", "the ship had left"),
        ("According to Lind, the ship had left.", "lind", "the ship had left"),
        ("The ship had left, according to Lind.", "lind", "The ship had left"),
        ("In Lind's words, the fleet is lost.", "lind", "the fleet is lost"),
        ("The harvest, Lind added, was poor.", "lind", "The harvest"),
        ("The harvest was poor, said Lind.", "lind", "The harvest was poor"),
        ("“We shall stay here,” said Lind.", "lind", "We shall stay here"),
        ("Lind said: “We shall stay here for the winter.”", "lind", "We shall stay here for the winter"),
        ("Lind replied in answer to my question that he was ready.", "lind", "he was ready"),
        ("Lind, Berg and Holm declared that they agreed.", "lind, berg, holm", "they agreed"),
        ("I told Lind that the plane was ready.", "author", "the plane was ready"),
        ("[Lind] said that the ship had left.", "lind", "the ship had left"),
        ("In my opinion, Lind will return.", "author", "Lind will return"),
        ("The head of the delegation said that it was late.", "head-of-the-delegation", "it was late"),
        ("Lind rose and said that it was late.", "lind", "it was late"),
        ("Lind promised to send General Holm to the port.", "lind", "to send General Holm to the port"),
        ("Lind said, if one thinks of it, then we must go.", "lind", "if one thinks of it, then we must go"),
        ("Lind said nothing new had happened.", "lind", "nothing new had happened"),
        ("The Norwegian delegates say they will not come.", "norwegian-delegates", "they will not come"),
    ],
)  # fmt: skip
def test_a_report_has_its_speaker_and_its_words(sentence: str, speaker: str, words: str) -> None:
    assert (speaker, words) in told(drafted(f"The ice held.\n\n{sentence}"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The proposed treaty was signed.",
        "The said ship left.",
        "As stated above, the ship left.",
        "Nobody came until Lind had said that it was late.",
        "Lind left the house and went home.",
        "The reports of the port were lost.",
        "Norway has two states that have been recognised.",
        "According to the plan, the ship leaves.",
        "I have the honor to be your servant.",
        "The officers mentioned under heading 1 left.",
        "The talks with Olaf Lind raised the question of a treaty.",
        "Lind was arrested and informed that he had to leave.",
        "The envoy was instructed to that effect.",
    ],
)
def test_what_reports_nothing_is_left_alone(sentence: str) -> None:
    assert told(drafted(f"The ice held.\n\n{sentence}")) == []


def test_each_coordinated_clause_is_a_saying() -> None:
    reading = drafted("Lind said that the ship had left and that evidently the ice would hold.")
    assert told(reading) == [("lind", "the ship had left"), ("lind", "evidently the ice would hold")]
    assert [[h.word.text for h in s.hedges] for s in reading.sayings[1:]] == [[], ["evidently"]]


def test_the_speaker_goes_on_in_a_participle_and_in_a_second_verb() -> None:
    reading = drafted(
        "Lind said that it was late, adding that he was tired, and asked whether we would stay."
    )
    assert told(reading) == [
        ("lind", "it was late"),
        ("lind", "he was tired"),
        ("lind", "whether we would stay"),
    ]


def test_a_report_in_a_report_stands_under_it() -> None:
    reading = drafted("Lind said that Berg had told Holm that the ship was lost.")
    outer, inner = reading.sayings[1:]
    assert (voices(outer), voices(inner)) == ("lind", "berg")
    assert inner.within == (outer.id,)
    assert inner.attributions[0].reporters == (Ref("person", "lind"),)
    assert inner.addressees == (Ref("person", "holm"),)


def test_what_others_say_according_to_a_source_stands_under_it() -> None:
    reading = drafted("According to Lind, Berg said that it was late.")
    outer, inner = reading.sayings[1:]
    assert (voices(outer), voices(inner)) == ("lind", "berg")
    assert inner.within == (outer.id,)


def test_whom_a_speaker_refers_to_is_a_voice_of_its_own() -> None:
    reading = drafted("Lind, supposedly referring to Berg, said that the ice will hold, and this might help.")
    outer, inner = reading.sayings[1:]
    assert outer.moods == ("possibility",)
    assert [(h.word.text, h.scope) for h in outer.hedges] == [("might", "content")]
    assert inner.content is not None
    assert (voices(inner), inner.content.text) == ("berg", "the ice will hold")
    assert [(h.word.text, h.kind, h.scope) for h in inner.hedges] == [("supposedly", "hearsay", "source")]


def test_a_clause_as_somebody_tells_it_is_taken_out() -> None:
    reading = drafted(
        "Lind allegedly said that, inasmuch as the port is poor, as Berg tells it, he thinks we must go."
    )
    assert told(reading) == [("lind", "he thinks we must go"), ("berg", "the port is poor")]
    assert [(h.word.text, h.scope) for h in reading.sayings[1].hedges] == [
        ("allegedly", "speech-act"),
        ("he thinks", "content"),
    ]


@pytest.mark.parametrize(
    ("sentence", "mood", "negative"),
    [
        ("Lind said that it was late.", "statement", False),
        ("Lind asked whether it was late.", "question", False),
        ("Lind requested Berg to wait.", "proposal", False),
        ("Lind said that if we had time we could wait.", "condition", False),
        ("Lind said that the ice might hold.", "possibility", False),
        ("Lind denied that it was late.", "statement", True),
        ("Lind did not say that it was late.", "statement", True),
    ],
)
def test_moods_and_denials(sentence: str, mood: str, negative: bool) -> None:
    saying = drafted(sentence).sayings[1]
    assert (saying.moods, saying.negative) == ((mood,), negative)


def test_pronouns_follow_the_one_spoken_of() -> None:
    reading = drafted(
        "On Sunday I was visited by Olaf Lind.\n\nHe said that it was late. I told Berg that I agreed. "
        "She replied that the ship had left."
    )
    assert [voice for voice, _ in told(reading)] == ["lind", "author", "berg"]


def test_a_role_means_who_holds_it() -> None:
    text = "Prime Minister Olaf Lind came.\n\nConsul Anna Berg came.\n\nThe Prime Minister said it was late."
    assert told(drafted(text)) == [("lind", "it was late")]


def test_a_role_that_nobody_holds_is_somebody_known_only_here() -> None:
    reading = drafted("The deputy head of the department said that it was late.")
    (candidate,) = [c for c in reading.candidates if c.key != "author"]
    assert (candidate.kind, candidate.unnamed) == ("person", True)
    assert candidate.label == "The deputy head of the department"
    assert candidate.ref == reading.sayings[1].speakers[0]


def test_speech_goes_on_without_a_verb_of_saying() -> None:
    reading = drafted(
        "Lind said that it was late. Why should we wait? We have no time.\n\nThe lamps were lit.",
        title="Record of a conversation with Olaf Lind",
    )
    assert told(reading)[1:] == [("lind", "Why should we wait?"), ("lind", "We have no time")]
    assert {s.level for s in reading.sayings[2:]} == {"interpretive"}


def test_an_account_of_a_meeting_is_told_by_the_one_who_gives_it() -> None:
    reading = drafted(
        "Lind said that he wished to inform me of the meeting of the council.\n\n"
        "Berg said that the ice would hold.\n\nNo vote was taken.\n\n"
        "In conclusion, Lind asked me what I thought.\n\nI declined to answer."
    )
    chains = {voices(s): [r.key for r in s.attributions[0].reporters] for s in reading.sayings[1:]}
    assert chains["berg"] == ["lind"]
    assert told(reading)[2] == ("lind", "No vote was taken")
    assert reading.sayings[3].negative
    assert reading.sayings[4].within == ("narrative",)
    assert told(reading)[-1] == ("author", "I declined to answer")


def test_a_record_of_speech_has_its_turns() -> None:
    reading = drafted(
        "Present: Lind, Berg, Holm\n\nLind: The ice will not hold. Holm told me that the ship has left.\n\n"
        "Berg: What did he say?\n\nLind: Nothing more.\n\nBerg: Then we wait."
    )
    turns = [s for s in reading.sayings if s.rule == "dialogue"]
    assert [voices(turn) for turn in turns] == ["lind", "berg", "lind", "berg"]
    assert {turn.attributions[0].basis for turn in turns} == {"first-hand"}
    (inner,) = [s for s in reading.sayings if s.rule == "reported-clause"]
    assert (voices(inner), inner.within) == ("holm", (turns[0].id,))


def test_he_in_a_turn_is_somebody_else() -> None:
    reading = drafted(
        "Lind: Holm wrote to me that he is ill. He said that he will come.\n\nBerg: Good.\n\n"
        "Lind: Yes.\n\nBerg: When?\n\nThe meeting ended at five o'clock."
    )
    inner = [s for s in reading.sayings if s.rule == "reported-clause"]
    assert [voices(s) for s in inner] == ["holm", "holm"]
    assert inner[0].addressees == (Ref("person", "lind"),)
    assert reading.sayings[-1].more_content == ()


def test_words_announced_by_a_colon_follow_in_the_next_paragraph() -> None:
    reading = drafted("Lind said the following:\n\nWe are glad to be here. The ice will hold.")
    assert told(reading) == [("lind", "We are glad to be here"), ("lind", "The ice will hold")]


def test_the_signature_is_the_author() -> None:
    document = page("Lind said that it was late.\n\nAnna Berg")
    signed = replace(document, sign_offs=(sign_off(document, "Anna Berg"),))
    reading = RULES.read(signed, find(signed, PEOPLE), PEOPLE)
    assert reading is not None
    assert reading.author == Ref("person", "berg")
    assert reading.sayings[0].speakers == (Ref("person", "berg"),)


def sign_off(document: Document, name: str) -> SignOff:
    begin = document.text.index(name)
    span = document.span(begin, begin + len(name))
    return SignOff(span, name=span)


def test_without_a_signature_the_author_is_known_only_here() -> None:
    reading = drafted("The ship left.", title="Letter on ships")
    assert reading.author == Ref("person", "author", "page")
    assert [c.label for c in reading.candidates] == ["The author of Letter on ships"]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    reading = drafted("Cde. Lind said that Mr. O. P. Holm left No. 5 in the U.S. on Monday.")
    assert told(reading) == [("lind", "Mr. O. P. Holm left No. 5 in the U.S. on Monday")]


def test_a_page_without_a_body_has_no_draft() -> None:
    document = page("")
    assert RULES.read(document, Found(), PEOPLE) is None


def test_every_saying_says_which_rule_made_it() -> None:
    reading = drafted("Lind said that it was late. According to Berg, the ship left.")
    assert reading.software == "rules 1"
    assert (reading.file, reading.sha256) == (None, None)
    assert all(saying.rule in LEXICON.rules for saying in reading.sayings)


def test_every_rule_is_described_with_an_example() -> None:
    used = {group["rule"] for group in LEXICON.data["verbs"]}
    assert used <= LEXICON.rules.keys()
    assert all(set(rule) == {"finds", "example"} for rule in LEXICON.rules.values())


@pytest.mark.parametrize(
    ("lemma", "irregular", "forms"),
    [
        ("state", "", "state states stated stated stating"),
        ("stress", "", "stress stresses stressed stressed stressing"),
        ("say", "said said", "say says said said saying"),
        ("deny", "denied denied", "deny denies denied denied denying"),
        ("admit", "admitted admitted", "admit admits admitted admitted admitting"),
        ("agree", "", "agree agrees agreed agreed agreeing"),
        ("convey", "", "convey conveys conveyed conveyed conveying"),
    ],
)
def test_inflection(lemma: str, irregular: str, forms: str) -> None:
    made = inflect(lemma, irregular)
    assert [made[form] for form in ("base", "s", "past", "part", "ing")] == forms.split()


PLAIN = "Lind Berg said that asked whether the ship he I , . : “ ” [ ] ( ) and according to told me it"
WORDS = st.sampled_from(
    [*PLAIN.split(), "\n\n", "we", "supposedly", "in", "my", "opinion", "'s", "?", "Kim", "minister", "of"]
)


@given(st.lists(WORDS, max_size=60))
def test_any_text_gives_a_sound_draft(words: list[str]) -> None:
    """Spans are of the text, ids are unique, parents come first, reporters are who speaks above."""
    document = page(" ".join(words))
    reading = RULES.read(document, find(document, PEOPLE), PEOPLE)
    if reading is None:
        return
    seen: dict[str, Saying] = {}
    for saying in reading.sayings:
        (attribution,) = saying.attributions
        spans = [saying.content, *saying.more_content, attribution.cue, *(h.word for h in saying.hedges)]
        assert all(document.text[s.begin : s.end] == s.text != "" for s in spans if s is not None)
        assert saying.id not in seen
        assert attribution.reporters == (seen[saying.within[0]].speakers if saying.within else ())
        assert saying.speakers
        seen[saying.id] = saying
    assert reading == RULES.read(document, find(document, PEOPLE), PEOPLE)
    owned = {c.ref for c in reading.candidates}
    assert {r for s in reading.sayings for r in (*s.speakers, *s.addressees) if r.owner} <= owned


@pytest.fixture(scope="module")
def telegram() -> tuple[Document, Reading, Reading]:
    """The telegram, its draft, and what a person read in it."""
    authority = read_authority(ROOT / "data" / "authority")
    (document,) = convert(TELEGRAM.name, TELEGRAM.read_bytes())
    assert isinstance(document, Document)
    drafted_ = RULES.read(document, find(document, authority), authority)
    assert drafted_ is not None
    return document, drafted_, read_reading(ROOT / "data/readings/telegram-1258.yaml", document, authority)


def jaccard(one: Saying, other: Saying) -> float:
    """Characters that the contents of two sayings share, of all that either has."""
    mine, theirs = (
        {at for span in (s.content, *s.more_content) if span for at in range(span.begin, span.end)}
        for s in (one, other)
    )
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def test_the_telegram_is_drafted_as_people_read_it(
    telegram: tuple[Document, Reading, Reading], shared: Path
) -> None:
    _, draft_, read = telegram
    lines = (shared / "model" / "reading.md").read_text(encoding="utf-8").splitlines()
    listed = {line.split("|")[1].strip() for line in lines if line.startswith("| ")} - {"id", "narrative"}
    rows = [saying for saying in read.sayings if saying.id in listed]
    hit = [
        row.id
        for row in rows
        if any(row.speakers == s.speakers and jaccard(row, s) >= 0.5 for s in draft_.sayings)
    ]
    assert len(rows) == 28
    assert len(hit) >= 0.8 * len(rows), sorted(listed - set(hit))


def test_the_telegram_is_the_ambassadors(telegram: tuple[Document, Reading, Reading]) -> None:
    _, draft_, read = telegram
    assert draft_.author == read.author
    assert draft_.candidates == ()


def test_ids_of_the_telegram_are_made_of_speaker_and_number(
    telegram: tuple[Document, Reading, Reading],
) -> None:
    ids = [saying.id for saying in telegram[1].sayings]
    assert ids[:2] == ["narrative", "heo-gai-s1"]
    assert all(one != other for one, other in pairwise(sorted(ids)))
