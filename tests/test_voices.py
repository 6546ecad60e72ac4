"""The telegram's tree of voices, read from its graph, and small trees made by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.release import open_release
from kg.settings import Settings
from kg.statements import Statements
from kg.stores.resources import Resources
from kg.voices import DocumentVoices, Node, Voice, in_words, read_voices

D = "http://localhost:8000/document/telegram-1258"
AMBASSADOR = "the Soviet ambassador to the DPRK"
HEO = f"Heo Gai, according to {AMBASSADOR}"
CHINESE = "Chinese government and Zhou Enlai"
KIM = f"Kim Il Sung, according to {HEO}"


@pytest.fixture(scope="module")
def resources(built: Settings) -> Iterator[Resources]:
    found = Resources(open_release(built.build).path / "resources.sqlite")
    yield found
    found.close()


@pytest.fixture(scope="module")
def voices(resources: Resources) -> DocumentVoices:
    return read_voices(resources.graph(f"{D}/graph") or b"", D, resources.labels)


def chains(voices: DocumentVoices, id: str) -> list[str]:
    return [in_words(chain) for chain in voices.chains(f"{D}/saying/{id}")]


def test_every_saying_of_the_reading(voices: DocumentVoices) -> None:
    assert voices.label == "Telegram no. 1258 of 22 September 1950"
    assert [saying.id for saying in voices.narrative] == ["narrative"]
    assert [saying.id for saying in voices.sayings()] == [
        "narrative", "heo", "issue", "discussion", "zhou", "kis0", "ri-report", "kis-ask", "opinion-serious",
        "opinion-cope", "opinion-ask", "kis1", "kis1b", "kis1c", "kis2", "kis2b", "kis3", "mao", "kis4",
        "americans", "kis4b", "kis5", "kis5b", "kis6", "kis7", "afraid", "no-decision", "heo-question",
        "declined", "inference",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("narrative", [AMBASSADOR]),
        ("declined", [AMBASSADOR]),
        ("heo", [HEO]),
        ("kis1", [KIM]),
        ("mao", [f"Mao Zedong, according to {KIM}"]),
        ("opinion-ask", [f"Kim Du-bong, Pak Heon-yeong and Pak Il-u, according to {HEO}"]),
        (
            "zhou",
            [
                f"{CHINESE}, according to Ri Ju-yeon, according to {KIM}",
                f"{CHINESE}, according to Party political council, according to {HEO}",
            ],
        ),
        (
            "afraid",
            [
                f"Kim Il Sung, Heo Gai or {AMBASSADOR}, according to {AMBASSADOR}"
                " (the text leaves the speaker open)"
            ],
        ),
        ("nobody", []),
    ],
)
def test_chains_in_words(voices: DocumentVoices, id: str, expected: list[str]) -> None:
    assert sorted(chains(voices, id)) == sorted(expected)


def test_a_saying_with_its_hedges_in_text_order(voices: DocumentVoices) -> None:
    saying = voices.find(f"{D}/saying/kis6")
    assert saying is not None
    assert [(h.word.text, h.kind.id, h.scope.id) for h in saying.hedges] == [
        ("allegedly", "hearsay", "speech-act"),
        ("might", "epistemic", "content"),
        ("sort of", "epistemic", "content"),
    ]
    assert [mood.id for mood in saying.moods] == ["possibility"]
    assert saying.reporters == 2
    (content,) = saying.content
    assert content.text.startswith("the Soviet Union might be offended")
    assert content.end - content.begin == len(content.text)


def test_what_else_is_read(voices: DocumentVoices) -> None:
    report, decision, open_one = (
        voices.find(f"{D}/saying/{one}") for one in ("ri-report", "no-decision", "afraid")
    )
    assert report is not None and decision is not None and open_one is not None  # noqa: PT018
    assert report.document
    assert decision.negative and not report.negative  # noqa: PT018
    assert decision.level is not None
    assert decision.level.id == "interpretive"
    assert [node.label for node in decision.addressees] == [AMBASSADOR]
    assert open_one.voice.unclear
    assert open_one.reporters is None
    assert len([a for a in open_one.attributions if a.unclear]) == 3


def test_a_saying_with_two_routes_stands_in_two_places(voices: DocumentVoices) -> None:
    depths = [depth for depth, saying in voices.walk() if saying.id == "zhou"]
    assert depths == [4, 3]


def test_a_voice_that_reports_itself_is_named_once() -> None:
    graph = small("inner", "outer")
    voices = read_voices(graph, "https://example.org/document/d", lambda iris: {})
    chain = voices.chains("https://example.org/document/d/saying/inner")
    assert [in_words(one) for one in chain] == ["anna"]


def test_nesting_in_a_circle_ends() -> None:
    graph = small("one", "two", circle=True)
    voices = read_voices(graph, "https://example.org/document/d", lambda iris: {})
    assert [saying.id for saying in voices.sayings()] == ["two", "one"]


def test_labels_are_looked_up_only_where_the_graph_has_none() -> None:
    asked: list[str] = []

    def labels(iris: object) -> dict[str, str]:
        asked.extend(iris)  # type: ignore[call-overload]
        return {"https://example.org/person/anna": "Anna"}

    voices = read_voices(small("inner", "outer"), "https://example.org/document/d", labels)
    assert str(voices.narrative[0].voice) == "Anna"
    assert voices.narrative[0].label == "said: outer"
    assert "https://example.org/document/d/saying/outer" not in asked


def test_voices_in_words() -> None:
    anna, boris = Node("a", "Anna"), Node("b", "Boris")
    assert str(Voice((anna, boris))) == "Anna and Boris"
    assert str(Voice((anna, boris), unclear=True)) == "Anna or Boris"
    assert str(Voice(())) == "somebody"
    assert in_words(()) == ""


def small(inner: str, outer: str, *, circle: bool = False) -> Statements:
    """Two sayings of one person, one in the other."""
    return Statements.parse("".join(_lines(inner, outer, circle=circle)).encode())


def _lines(inner: str, outer: str, *, circle: bool) -> Iterator[str]:
    document, crm = "https://example.org/document/d", "http://www.cidoc-crm.org/cidoc-crm/"
    part = f"{crm}P148i_is_component_of"
    yield f"<{document}/saying/{inner}> <{part}> <{document}/saying/{outer}> .\n"
    yield f"<{document}/saying/{outer}> <{part}> <{document}> .\n"
    if circle:
        yield f"<{document}/saying/{outer}> <{part}> <{document}/saying/{inner}> .\n"
    yield f'<{document}/saying/{outer}> <http://www.w3.org/2000/01/rdf-schema#label> "said: {outer}"@en .\n'
    for one in (inner, outer):
        saying, attribution = f"{document}/saying/{one}", f"{document}/attribution/{one}"
        yield (
            f"<{saying}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
            " <https://w3id.org/dispatch/ns#Saying> .\n"
        )
        yield f"<{attribution}> <{crm}P140_assigned_attribute_to> <{saying}> .\n"
        yield f"<{attribution}> <{crm}P141_assigned> <https://example.org/person/anna> .\n"
        said_by = "https://w3id.org/dispatch/vocab/said-by"
        yield f"<{attribution}> <{crm}P177_assigned_property_of_type> <{said_by}> .\n"
