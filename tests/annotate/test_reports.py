"""Sentences -> what is reported in them: a table of who speaks which words, and of what reports nothing."""

from __future__ import annotations

import pytest

from tests.annotate.test_sayings import drafted

# A sentence | who speaks: the keys of persons, 'author' or 'unnamed' | the words.
REPORTS = """\
# verbs of saying with a clause
Lind confided to Berg that the port was closed. | lind | the port was closed
Lind let it be known that the port was closed. | lind | the port was closed
Lind put it this way: “The port is closed for the winter.” | lind | The port is closed for the winter
Lind conveyed to Berg that the port was closed. | lind | the port was closed
Lind gave Berg to understand that the port was closed. | lind | the port was closed
Lind made it clear that the port was closed. | lind | the port was closed
Lind made it quite clear that the port was closed. | lind | the port was closed
Lind made it plain to Berg that the port was closed. | lind | the port was closed
Lind made known that the port was closed. | lind | the port was closed
Lind drew my attention to the fact that the port was closed. | lind | the port was closed
Lind told me, with more warmth than I had hoped for, that the port was closed. | lind | the port was closed
Lind maintained up to the last moment that the port was closed. | lind | the port was closed
Lind held that behind him stood the fleet. | lind | behind him stood the fleet
Lind wondered aloud whether the port was closed. | lind | whether the port was closed
Lind radioed yesterday that the port was closed. | lind | the port was closed
Lind, known to us since the war, admitted that the port was closed. | lind | the port was closed
Lind called attention to the fact that the port was closed. | lind | the port was closed
Lind brought it to my attention that the port was closed. | lind | the port was closed
Lind took the position that the port was closed. | lind | the port was closed
Lind took the line that the port was closed. | lind | the port was closed
Lind took the view that the port was closed. | lind | the port was closed
Lind complained that the port was closed. | lind | the port was closed
Lind warned Berg that the port was closed. | lind | the port was closed
Lind cautioned that the port was closed. | lind | the port was closed
Lind assured the Embassy that the port was closed. | lind | the port was closed
Lind pledged that the port would be opened. | lind | the port would be opened
Lind insisted that the port was closed. | lind | the port was closed
Lind maintained that the port was closed. | lind | the port was closed
Lind contended that the port was closed. | lind | the port was closed
Lind conceded that the port was closed. | lind | the port was closed
Lind disclosed that the port was closed. | lind | the port was closed
Lind hinted that the port was closed. | lind | the port was closed
Lind intimated to me that the port was closed. | lind | the port was closed
Lind insinuated that Berg had closed the port. | lind | Berg had closed the port
Lind recalled that the port had been closed. | lind | the port had been closed
Lind reminded me that the port was closed. | lind | the port was closed
Lind emphasized once more that the port was closed. | lind | the port was closed
Lind pointed out that the port was closed. | lind | the port was closed
Lind cabled that the port was closed. | lind | the port was closed
Lind retorted that the port was closed. | lind | the port was closed
Lind interjected that the port was closed. | lind | the port was closed
Lind confessed that the port was closed. | lind | the port was closed
Lind supplemented that the port was closed. | lind | the port was closed
Lind used to say that the port was closed. | lind | the port was closed
Lind was at pains to emphasize that the port was closed. | lind | the port was closed
Lind began by regretting that the port was closed. | lind | the port was closed
Lind hastened to add that the port was closed. | lind | the port was closed
Lind is reported to have said that the port was closed. | lind | the port was closed
Lind has on many occasions stated that the port was closed. | lind | the port was closed
Lind told us on the 10th that the port was closed. | lind | the port was closed
Lind said October 11 that the port was closed. | lind | the port was closed
Lind announced in Bergen that the port was closed. | lind | the port was closed
Lind told Berg yesterday that the port was closed. | lind | the port was closed
Lind alone remarked that the port was closed. | lind | the port was closed
Lind and Berg both think that the port is closed. | lind, berg | the port is closed
The captains, Lind and Berg, demand that the port be closed. | lind, berg | the port be closed
There are officers who say openly that the port is closed. | officers | the port is closed
The envoys in their talks with us imply that the port is closed. | envoys | the port is closed
A colonel had harangued the villagers to the effect that the port was closed. | colonel | the port was closed
# clauses without that
Lind said it only held for the winter. | lind | it only held for the winter
Lind said particular care should be taken. | lind | particular care should be taken
Lind said the envoy, General Holm, had left the port. | lind | the envoy, General Holm, had left the port
Lind expressed hope the port might be opened. | lind | the port might be opened
Lind pointed out there was no other port. | lind | there was no other port
Lind thought the ice would hold. | lind | the ice would hold
# nouns of saying
Lind was of the view that the port was closed. | lind | the port was closed
Lind was of the opinion that the port was closed. | lind | the port was closed
Lind expressed his concern that the port was closed. | lind | the port was closed
Lind expressed the hope that the port would open. | lind | the port would open
Lind expressed doubt that the port would open. | lind | the port would open
Lind voiced the fear that the port would stay closed. | lind | the port would stay closed
Lind gave the assurance that the port would open. | lind | the port would open
Lind raised the question whether the port should be closed. | lind | whether the port should be closed
Lind raised the question of how the port could be closed. | lind | how the port could be closed
Lind has expressed a wish that I should come. | lind | I should come
Lind's reply to this was that he would be glad. | lind | he would be glad
Lind's view is that the port should be closed. | lind | the port should be closed
The reply of Lind was to the effect that the port was closed. | lind | the port was closed
It is the opinion of Lind that the port should be closed. | lind | the port should be closed
My proposal would be that you invite Lind. | author | you invite Lind
To my question as to whether Berg would sail, Lind shook his head. | author | whether Berg would sail
In reply to my question whether Berg would sail, Lind shook his head. | author | whether Berg would sail
# asking
Lind asked whether the port was closed. | lind | whether the port was closed
Lind asked if the port was closed. | lind | if the port was closed
Lind asked Berg why the port was closed. | lind | why the port was closed
Lind inquired, rather coldly, if the port was closed. | lind | if the port was closed
Lind wanted to know when the port would open. | lind | when the port would open
Lind wondered how the port could be closed. | lind | how the port could be closed
Lind agreed and asked if Berg would sail. | lind | if Berg would sail
When Lind inquired whether the port was closed, Berg left the room. | lind | whether the port was closed
# proposing, requesting, promising, refusing
Lind urged Berg to close the port. | lind | to close the port
Lind invited Berg to visit the port. | lind | to visit the port
Lind instructed the captain to close the port. | lind | to close the port
Lind advised me to wait for the spring. | lind | to wait for the spring
Lind recommended that the port be closed. | lind | the port be closed
Lind desired that his wishes be known. | lind | his wishes be known
Lind undertook to speak to the captain. | lind | to speak to the captain
Lind promised Berg to close the port. | lind | to close the port
Lind threatened to close the port. | lind | to close the port
Lind claimed to know the captain. | lind | to know the captain
Lind refused to close the port. | lind | to close the port
Lind declined to discuss the port. | lind | Lind declined to discuss the port
Lind requested a copy of Holm's report, which Berg had read. | lind | requested a copy of Holm's report
# what the author does by writing it
I have to inform you that the port is closed. | author | the port is closed
I inform that the port is closed. | author | the port is closed
I must warn you that the port is closed. | author | the port is closed
I would suggest to Your Excellency that the port be closed. | author | the port be closed
I recommend that the port be closed. | author | the port be closed
I ask you to close the port. | author | to close the port
It is suggested that the Embassy close the port. | author | the Embassy close the port
In my assessment the port will be closed. | author | the port will be closed
As I see it, the port will be closed. | author | the port will be closed
I believe that the port will be closed. | author | the port will be closed
# passives, hearing, nobody named
Lind was informed by Berg that the port was closed. | berg | the port was closed
I am told that the port is closed. | unnamed | the port is closed
I was told by Berg that the port was closed. | berg | the port was closed
The embassy was informed that the port was closed. | unnamed | the port was closed
It is rumored here that the port will be closed. | unnamed | the port will be closed
It is said that the port will be closed. | unnamed | the port will be closed
It has been reported that the port was closed. | unnamed | the port was closed
Word has it that the port will be closed. | unnamed | the port will be closed
Rumor has it that the port will be closed. | unnamed | the port will be closed
There are rumors that the port will be closed. | unnamed | the port will be closed
There were reports that the port had been closed. | unnamed | the port had been closed
I heard from Lind that the port was closed. | lind | the port was closed
I learn from Olaf Lind that the port is closed. | lind | the port is closed
I hear that the port is closed. | unnamed | the port is closed
I received a telegram from Olaf Lind stating that the port was closed. | lind | the port was closed
Asked by Lind whether the port was closed, Berg shrugged. | lind | whether the port was closed
# sources
According to Lind, there is no port; the captain then left. | lind | there is no port
According to information from Lind, the port was closed. | lind | the port was closed
According to a report from our consul, Olaf Lind, the port was closed. | lind | the port was closed
According to reports from Lind, the port was closed. | lind | the port was closed
In the opinion of Lind, the port was closed. | lind | the port was closed
In Lind's view, the port was closed. | lind | the port was closed
In Lind's judgment the port was closed. | lind | the port was closed
As Lind put it, the port had gone to sleep. | lind | the port had gone to sleep
As Lind told me the next morning, the port was closed. | lind | the port was closed
The port, as Lind told it, was closed. | lind | The port
# insertions
The port was closed, Lind confessed, but he hoped that it would open. | lind | The port was closed
It is the captain, Lind added, who is nervous. | lind | It is the captain
“The port is closed,” Lind remarked. | lind | The port is closed
# where the words end
Lind said that he was ready, and then left the room. | lind | he was ready
Lind said that he was ready, and rose to leave. | lind | he was ready
Lind replied that he would think of it, whereupon Berg left. | lind | he would think of it
Lind said that the port was closed; the captain then rose. | lind | the port was closed
Lind said that the port, which was old, was closed. | lind | the port, which was old, was closed
Lind said that it was late and that he was tired. | lind | it was late and that he was tired
Lind said that it was late, but that he was well. | lind | it was late, but that he was well
Lind said that he knew (how, he did not say) of it. | lind | he knew (how, he did not say) of it
"""

SILENT = """\
The stated price was too high.
The aforesaid captain left the port.
As noted above, the port was closed.
Lind pointed at the port.
Lind reported to work at seven.
The governments concluded the agreement in May.
The proposed visit was put off.
The asked price was too high.
Norway maintained good relations with Sweden.
Lind held that office for years.
Lind read the newspaper in the port.
The loss is expressed in percent.
Norway declared war on Sweden.
Lind did not say whether he would come.
Lind did not mention how he had come.
Lind welcomed this.
Berg promised it.
The captain, Major Olaf Lind, had protested.
My Government desires to prevent this.
Lind said goodbye and was gone.
Lind added salt and was content.
It was agreed in May.
Lind heard that the port was closed.
The crews are to report to the port.
Lind would have to ask the captain first.
Lind left because he thought the port was closed.
Lind made a speech.
You are hereby cautioned and advised not to sail.
The note in question was returned.
Lind took a position behind the door.
The reports of the captains were lost.
Lind would wish to say goodbye.
"""

# A sentence | the hedges of its first saying: word (kind, scope) | mood.
WEAK = """\
Lind allegedly told Berg that the port was closed. | allegedly (hearsay, speech-act) | statement
Lind reportedly said that the port was closed. | reportedly (hearsay, speech-act) | statement
Lind purportedly wrote that the port was closed. | purportedly (hearsay, speech-act) | statement
Lind is reported to have said that the port was closed. | is reported to (hearsay, speech-act) | statement
Lind said that the port was presumably closed. | presumably (epistemic, content) | statement
Lind said that the port was seemingly closed. | seemingly (epistemic, content) | statement
Lind said that the port was in all likelihood closed. | in all likelihood (epistemic, content) | statement
Lind said that the port was to all appearances closed. | to all appearances (epistemic, content) | statement
Lind said that as far as he knew the port was closed. | as far as he knew (epistemic, content) | statement
Lind said that it would seem the port was closed. | it would seem (epistemic, content) | statement
Lind said that the port must have closed. | must have (epistemic, content) | statement
Lind said that the port might close. | might (epistemic, content) | possibility
Lind said that you may stay. | may (epistemic, content) | statement
Word has it that the port will be closed. | Word has it (hearsay, source) | statement
It is rumored that the port will be closed. | It is rumored (hearsay, source) | statement
There are rumors that he may go. | There are rumors (hearsay, source); may (epistemic, content) | possibility
In Lind's view, the port was closed. | In Lind's view (own-opinion, content) | statement
In the opinion of Lind, the port was closed. | In the opinion of Lind (own-opinion, content) | statement
In my assessment the port will be closed. | In my assessment (own-opinion, content) | statement
According to Lind, the port was closed. | | statement
Lind said that Berg had reportedly promised Holm to close the port. | | statement
Lind said that Berg had told him that the port might close. | | statement
Lind said that the port was closed in May. | | statement
Lind asked about the fate of the port. | | question
Lind urged that the port be closed. | | proposal
Lind objected that the port was closed. | | objection
"""

# A sentence | whom its first saying addresses.
TOLD = """\
Lind told Berg that the port was closed. | berg
Lind told Berg yesterday that the port was closed. | berg
Lind assured the captain, Anna Berg, on the 9th that the port was closed. | berg
Lind said to Berg that the port was closed. | berg
Lind asked of Berg whether the port was closed. | berg
Lind impressed upon Berg that the port was closed. | berg
Lind gave Berg to understand that the port was closed. | berg
Lind was informed by Berg that the port was closed. | lind
Lind heard from Berg that the port was closed. | lind
Lind said Berg had closed the port. |
"""


def rows(table: str) -> list[list[str]]:
    """The rows of a table, its comments left out."""
    lines = [line for line in table.splitlines() if line and not line.startswith("#")]
    return [[cell.strip() for cell in line.split("|")] for line in lines]


@pytest.mark.parametrize(("sentence", "speaker", "words"), rows(REPORTS))
def test_a_report_is_found_with_its_speaker_and_its_words(sentence: str, speaker: str, words: str) -> None:
    reading = drafted(sentence)
    author = reading.author.key if reading.author else ""
    found = [
        (
            ", ".join("author" if ref.key == author else ref.key for ref in saying.speakers),
            saying.content.text,
        )
        for saying in reading.sayings
        if saying.content is not None
    ]
    assert (speaker, words) in found


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_what_reports_nothing_is_no_saying(sentence: str) -> None:
    reading = drafted(f"The ice held.\n\n{sentence}")
    assert [saying.content.text for saying in reading.sayings if saying.content] == []


@pytest.mark.parametrize(("sentence", "hedges", "mood"), rows(WEAK))
def test_hedges_and_moods(sentence: str, hedges: str, mood: str) -> None:
    saying = drafted(sentence).sayings[1]
    found = [f"{hedge.word.text} ({hedge.kind}, {hedge.scope})" for hedge in saying.hedges]
    assert ("; ".join(found), saying.moods) == (hedges, (mood,))


@pytest.mark.parametrize(("sentence", "addressee"), rows(TOLD))
def test_whom_a_saying_addresses(sentence: str, addressee: str) -> None:
    assert ", ".join(ref.key for ref in drafted(sentence).sayings[1].addressees) == addressee


def test_the_table_is_large() -> None:
    assert len(rows(REPORTS)) + len(rows(SILENT)) + len(rows(WEAK)) >= 200
