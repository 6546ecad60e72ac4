"""Who is meant by a role, a pronoun, a document, a label: small texts, and who says what in them."""

from __future__ import annotations

import pytest

from kg.authority import AuthorityIndex
from kg.model import Ref
from kg.model.authority import Authority
from tests.annotate.test_sayings import PEOPLE, drafted, told

PORT, ROAD = "the port was closed", "the road was open"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"The Minister, Olaf Lind, received me. The Minister said that {PORT}.", ["lind"]),
        (f"Minister Olaf Lind came. The Minister said that {PORT}.", ["lind"]),
        (f"I called on the Prime Minister. He told me that {PORT}.", ["prime-minister"]),
        (f"His deputy, Mrs. Berg, assured me that {PORT}.", ["berg"]),
        (f"Lind’s deputy, Per Holm, told the Consul that {PORT}. The Consul knew that.", ["holm"]),
        (f"My host, Holm, told the Consul so. The Consul replied that {ROAD}.", ["consul"]),
        (f"His Majesty the King remarked that {PORT}. His Majesty added that {ROAD}.", ["king", "king"]),
        (f"Holm, head of the Planning Office, who said that {PORT}, left.", ["holm"]),
        (f"The chargé d’affaires expressed the opinion that {PORT}.", ["charge-d-affaires"]),
        (f"The Commissioners decided on the peace, and requested that {PORT}.", ["commissioners"]),
    ],
)  # fmt: skip
def test_roles(text: str, speakers: list[str]) -> None:
    assert [who.replace("daffaires", "d-affaires") for who, _ in told(drafted(text))] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"Mr. Lind met Mrs. Berg. She said that {PORT}.", ["berg"]),
        (f"Mr. Lind met Mrs. Berg. He said that {PORT}.", ["lind"]),
        (f"When Berg came, he said that {PORT}.", ["berg"]),
        (f"Lind left. He said that Berg knew it. She had told him that {PORT}.", ["lind", "berg"]),
        (f"Lind met Berg. The latter said that {PORT}. The former denied that {ROAD}.", ["berg", "lind"]),
        (f"Lind and Berg came. They said that {PORT}.", ["lind, berg"]),
        (f"Lind received me. Berg was there too. Both said that {PORT}.", ["lind, berg"]),
        (f"Lind and Holm said that {PORT}. All of them insisted that {ROAD}.", ["lind, holm"] * 2),
        (f"The Ministry replied that {PORT}. It added that {ROAD}.", ["ministry", "ministry"]),
        (f"Lind alone remarked that {PORT}, and he proposed to wait.", ["lind", "lind"]),
        (f"Lind said that {PORT}. Berg knew it. My interlocutor asked whether {ROAD}.", ["lind"] * 2),
    ],
)  # fmt: skip
def test_pronouns(text: str, speakers: list[str]) -> None:
    assert [who for who, _ in told(drafted(text))] == speakers


def test_a_pronoun_of_another_gender_than_all_who_are_known_means_nobody() -> None:
    assert told(drafted(f"Mr. Lind came. She said that {PORT}.")) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"The telegram stated that {PORT}.", "telegram"),
        (f"My letter said that {PORT}.", "author"),
        (f"Lind's note claimed that {PORT}.", "lind"),
        (f"The report of Lind stated that {PORT}.", "lind"),
        (f"Pravda wrote that {PORT}.", "pravda"),
        (f"The Soviet side declared that {PORT}.", "soviet-side"),
    ],
)
def test_documents_and_bodies_that_speak(text: str, speaker: str) -> None:
    (found,) = told(drafted(text))
    assert found == (speaker, PORT)


def test_an_unnamed_entry_of_another_document_is_nobody_here() -> None:
    envoy = Ref("person", "envoy-1950")
    known = AuthorityIndex(
        {envoy: Authority("person", "envoy-1950", "the Soviet ambassador", "test", unnamed=True)}
    )
    reading = drafted(f"The Ambassador said that {PORT}.", known)
    assert all(envoy not in saying.speakers for saying in reading.sayings)


def test_surnames_of_people_named_in_full() -> None:
    text = f"I met Kang Tae-mu. Kang replied that {PORT}. Ambassador He said that {ROAD}."
    assert [who for who, _ in told(drafted(text, AuthorityIndex({})))] == ["kang-tae-mu", "he"]


TURNS = """Participants: Olaf Lind, Anna Berg

Accompanying: Per Holm

Minister Lind: I thank you. The port is closed.

Mrs. Berg (smiling): We know it.

(Laughter.)

The road is open for us.

Minister Lind: Then we agree.

Mrs. Berg asked whether the ship had left. She said that it was late."""


def test_turns_lists_remarks_and_the_report_at_the_end() -> None:
    reading = drafted(TURNS)
    assert [(s.rule, s.speakers[0].key) for s in reading.sayings[1:]] == [
        ("dialogue", "lind"),
        ("dialogue", "berg"),
        ("dialogue", "lind"),
        ("reported-question", "berg"),
        ("reported-clause", "berg"),
    ]
    second = reading.sayings[2]
    assert [span.text for span in second.more_content] == ["The road is open for us."]
    assert reading.sayings[-1].within == ("narrative",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Holm left the room.",
        "Mr. Holm supplemented the account of the port.",
        "It was agreed that nothing would be printed.",
        "He was evasive on the subject of prices.",
        "According to our consul the port would be closed.",
    ],
)
def test_a_sentence_of_the_authors_own_is_no_free_indirect_speech(sentence: str) -> None:
    reading = drafted(f"Lind said that the ship had left. {sentence}", title="Record of a conversation")
    assert not [saying for saying in reading.sayings if saying.rule == "free-indirect"]


def test_a_list_that_was_announced_stands_in_the_words_that_announce_it() -> None:
    text = f"Lind related the following:\n\n1. He was with Berg. Berg stated that {PORT}.\n\nI thanked Lind."
    reading = drafted(text, PEOPLE)
    berg = next(saying for saying in reading.sayings if saying.speakers[0].key == "berg")
    assert berg.within == ("lind-s1",)


def test_an_act_without_its_matter_is_no_saying() -> None:
    assert told(drafted("Lind welcomed this.")) == []


def test_he_is_nobody_whom_his_own_sentence_names_later() -> None:
    text = f"Lind called. Berg was ill. He told Berg that {PORT}."
    assert [who for who, _ in told(drafted(text))] == ["lind"]
    text = f"Mr. Lind met Mr. Berg. Mr. Berg left. He spoke of it with Berg and told him that {PORT}."
    assert [who for who, _ in told(drafted(text))] == ["lind"]


def test_what_a_speaker_says_of_others_goes_on_with_his_words() -> None:
    text = (
        f"Lind said that {PORT}. This was no concern of the town. Of course talks should be held. "
        "Berg had accepted it. He also thought it was late."
    )
    found = told(drafted(text, title="Conversation between Lind and Holm"))
    assert [who for who, _ in found] == ["lind"] * 5
    left = drafted(f"Lind said that {PORT}. Berg nodded. Whether it was so, Lind did not know.", title="Talk")
    assert len(told(left)) == 1


@pytest.mark.parametrize(
    ("text", "addressed"),
    [
        (f"Lind received me. He said {PORT}. I replied that {ROAD}.", [[], ["lind"]]),
        (f"Lind received me. He said {PORT}. I stressed that {ROAD}.", [[], ["lind"]]),
        (f"I met Lind. He said {PORT}. He asked whether {ROAD}.", [[], ["author"]]),
        (f"Lind said {PORT}. Berg retorted that {ROAD}.", [[], ["lind"]]),
        (f"Lind said {PORT}. Berg said {ROAD}.", [[], []]),
        (f"Lind said {PORT}. I report that {ROAD}.", [[], []]),
    ],
)
def test_who_is_answered_or_asked_without_being_named(text: str, addressed: list[list[str]]) -> None:
    sayings = drafted(text, title="Conversation with Lind").sayings[1:]
    assert [[ref.key for ref in saying.addressees] for saying in sayings] == addressed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("There had been, according to Lind, no ships.", ["There had been", "no ships"]),
        ("The ships, in Lind's estimation, were small.", ["The ships", "were small"]),
        ("The ships were small, according to Lind, and few.", ["The ships were small"]),
    ],
)
def test_a_source_between_commas_parts_what_it_says(text: str, words: list[str]) -> None:
    (saying,) = drafted(text).sayings[1:]
    assert saying.content is not None
    assert [span.text for span in (saying.content, *saying.more_content)] == words
