"""data/queries/: the ten competency questions, with the answers that the telegram gives."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.named_queries import NamedQuery, find_query, read_queries
from tests.telegram import IRIS, ROOT, D, store

QUERIES = read_queries(ROOT / "data" / "queries")
AMBASSADOR = "the Soviet ambassador to the DPRK"
TWO_VOICES = f"Heo Gai, {AMBASSADOR}"
THREE_VOICES = f"Kim Il Sung, {TWO_VOICES}"
THE_THREE = "Kim Du-bong, Pak Heon-yeong, Pak Il-u"


def rows(
    query: NamedQuery, *variables: str, replace: tuple[str, str] | None = None
) -> list[tuple[str | None, ...]]:
    """The answers over the union of all graphs; own IRIs without their common beginning."""
    text = query.text.replace(*replace) if replace else query.text
    if replace:
        assert replace[0] in query.text
    found = store().query(text, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    assert set(variables) <= {variable.value for variable in found.variables}
    return [tuple(shown(row[name]) for name in variables) for row in found]


def shown(term: object) -> str | None:
    if term is None:
        return None
    assert isinstance(term, ox.NamedNode | ox.Literal)
    return term.value.removeprefix(f"{D.document}/").removeprefix(IRIS.base)


def q(number: int) -> NamedQuery:
    found = find_query(QUERIES, str(number))
    assert found is not None
    return found


def test_there_are_ten_questions_numbered_and_described() -> None:
    assert [query.name[:2] for query in QUERIES] == [f"{n:02}" for n in range(1, 11)]
    for query in QUERIES:
        assert query.title
        assert query.description.endswith(".")
        assert "localhost" not in query.text


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_every_answer_names_its_document_and_the_order_is_fixed(query: NamedQuery) -> None:
    assert rows(query, "document")
    assert {document for (document,) in rows(query, "document")} == {str(D.document).removeprefix(IRIS.base)}
    assert "ORDER BY" in query.text


def test_1_what_reaches_the_reader_through_two_or_more_reporters() -> None:
    found = rows(q(1), "saying", "reporters", "speakers", "through")
    zhou = ("saying/zhou", "5", "Chinese government, Zhou Enlai")
    assert found[:2] == [
        (*zhou, f"Party political council, {TWO_VOICES}"),
        (*zhou, f"Ri Ju-yeon, {THREE_VOICES}"),
    ]
    assert found[2:5] == [
        ("saying/ri-report", "3", "Ri Ju-yeon", THREE_VOICES),
        ("saying/mao", "3", "Mao Zedong", THREE_VOICES),
        ("saying/americans", "3", "the American imperialists", THREE_VOICES),
    ]
    rest = {(saying, speakers) for saying, _, speakers, _ in found[5:]}
    kim = (
        "kis0",
        "kis-ask",
        "kis1",
        "kis1b",
        "kis1c",
        "kis2",
        "kis2b",
        "kis3",
        "kis4",
        "kis4b",
        "kis5",
        "kis5b",
        "kis6",
        "kis7",
    )
    assert rest == {(f"saying/{one}", "Kim Il Sung") for one in kim} | {
        ("saying/opinion-serious", THE_THREE),
        ("saying/opinion-cope", THE_THREE),
        ("saying/opinion-ask", THE_THREE),
        ("saying/discussion", "Party political council"),
    }
    assert {(number, through) for _, number, _, through in found[5:]} == {("2", TWO_VOICES)}


def test_1_gives_each_route_a_row_so_that_two_routes_are_no_chain() -> None:
    routes = [route for saying, route in rows(q(1), "saying", "reportedIn") if saying == "saying/zhou"]
    assert routes == ["saying/discussion", "saying/ri-report"]


def test_1_gives_the_words_and_where_they_stand() -> None:
    quotes = {saying: (begin, quote) for saying, begin, quote in rows(q(1), "saying", "begin", "quote")}
    assert quotes["saying/americans"] == ("2190", "Korea is an important strategic point")
    assert quotes["saying/zhou"] == (
        "703",
        "Zhou Enlai's inquiry … the Chinese government's proposal to the Korean government in connection "
        "with the situation which has developed",
    )


def test_2_who_favoured_asking_china_for_troops_according_to_whom() -> None:
    found = rows(q(2), "proposal", "name", "through", "begin", "end")
    ask = ("1310", "1397")
    assert found == [
        ("proposal/ask-china", name, TWO_VOICES, *ask)
        for name in ("Kim Du-bong", "Pak Heon-yeong", "Pak Il-u")
    ]


def test_3_which_statements_are_hedged_with_which_word_over_what() -> None:
    said, quoted, content = "whether it was said", "who is quoted", "what is said"
    assert rows(q(3), "begin", "end", "word", "kind", "scope", "speakers", "reporters") == [
        ("1225", "1234", "evidently", "epistemic", content, THE_THREE, "Heo Gai"),
        ("1747", "1752", "might", "epistemic", content, "Kim Il Sung", "Heo Gai"),
        ("1878", "1888", "supposedly", "hearsay", quoted, "Mao Zedong", "Kim Il Sung"),
        ("2025", "2030", "might", "epistemic", content, "Kim Il Sung", "Heo Gai"),
        ("2059", "2069", "supposedly", "hearsay", said, "Kim Il Sung", "Heo Gai"),
        ("2059", "2069", "supposedly", "hearsay", said, "Kim Il Sung", "Heo Gai"),
        ("2267", "2276", "he thinks", "epistemic", content, "Kim Il Sung", "Heo Gai"),
        ("2574", "2583", "allegedly", "hearsay", said, "Kim Il Sung", "Heo Gai"),
        ("2632", "2637", "might", "epistemic", content, "Kim Il Sung", "Heo Gai"),
        ("2681", "2688", "sort of", "epistemic", content, "Kim Il Sung", "Heo Gai"),
        ("3065", "3078", "In my opinion", "own opinion", content, AMBASSADOR, AMBASSADOR),
    ]


def test_4_through_whom_maos_words_reached_the_reader() -> None:
    found = rows(q(4), "saying", "step", "name")
    assert found == [
        ("saying/mao", "0", "Mao Zedong"),
        ("saying/mao", "1", "Kim Il Sung"),
        ("saying/mao", "2", "Heo Gai"),
        ("saying/mao", "3", AMBASSADOR),
    ]


def test_4_answers_for_others_too_by_any_form_of_the_name() -> None:
    found = rows(q(4), "saying", "step", "name", replace=("Mao Zedong", "Ri Ju Yon"))
    assert [(step, name) for _, step, name in found] == [
        ("0", "Ri Ju-yeon"),
        ("1", "Kim Il Sung"),
        ("2", "Heo Gai"),
        ("3", AMBASSADOR),
    ]
    assert rows(q(4), "saying", replace=("Mao Zedong", "Nobody")) == []


def test_4_counts_the_steps_of_each_route_by_itself() -> None:
    found = rows(q(4), "reportedIn", "step", "name", replace=("Mao Zedong", "Zhou Enlai"))
    council, report = "saying/discussion", "saying/ri-report"
    assert found == [
        (council, "0", "Chinese government"),
        (council, "0", "Zhou Enlai"),
        (council, "1", "Party political council"),
        (council, "2", "Heo Gai"),
        (council, "3", AMBASSADOR),
        (report, "0", "Chinese government"),
        (report, "0", "Zhou Enlai"),
        (report, "1", "Ri Ju-yeon"),
        (report, "2", "Kim Il Sung"),
        (report, "3", "Heo Gai"),
        (report, "4", AMBASSADOR),
    ]


def test_5_what_the_ambassador_witnessed_himself() -> None:
    found = rows(q(5), "event", "type", "begin")
    assert found == [
        ("event/writing", "writing", "364"),
        ("event/visit", "conversation", "390"),
        ("event/question", "question", "2978"),
        ("event/declining", "declining to comment", "3029"),
        ("event/inference", "inference", "3065"),
    ]
    assert {author for (author,) in rows(q(5), "author")} == {AMBASSADOR}


def test_6_which_proposals_were_put_by_whom_and_that_none_was_decided() -> None:
    found = rows(q(6), "proposal", "how", "name", "denied", "decisionAccordingTo")
    undecided = ("true", "Heo Gai")
    assert found == [
        ("proposal/chinese-proposal", "proposed by", "Chinese government", None, None),
        ("proposal/chinese-proposal", "proposed by", "Chinese government", None, None),
        ("proposal/ask-china", "favours", "Kim Du-bong", *undecided),
        ("proposal/ask-china", "favours", "Pak Heon-yeong", *undecided),
        ("proposal/ask-china", "favours", "Pak Il-u", *undecided),
        ("proposal/wait", "proposed by", "Kim Il Sung", *undecided),
        ("proposal/letter-stalin", "proposed by", "Kim Il Sung", *undecided),
    ]
    through = [through for (through,) in rows(q(6), "through")]
    assert through[:2] == [f"Party political council, {TWO_VOICES}", f"Ri Ju-yeon, {THREE_VOICES}"]
    assert set(through[2:]) == {TWO_VOICES}


def test_7_which_documents_are_cited_inside_the_telegram() -> None:
    found = rows(q(7), "cited", "author", "reportedBy", "about", "event", "by")
    cited = ("saying/ri-report", "Ri Ju-yeon", "Kim Il Sung", "Conversation of Ri Ju-yeon with Zhou Enlai")
    assert found == [
        (*cited, "Kim Il Sung reads out Ri Ju-yeon's report", "Kim Il Sung"),
        (*cited, "Meeting of the Party political council, 21 September 1950", None),
    ]


def test_8_everything_kim_il_sung_is_said_to_have_said_in_text_order() -> None:
    found = rows(q(8), "saying", "begin", "moods", "hedges")
    hedge = "supposedly (whether it was said)"
    assert found == [
        ("saying/kis0", "895", "statement", None),
        ("saying/kis-ask", "1007", "question", None),
        ("saying/kis1", "1439", "objection, question", None),
        ("saying/kis1b", "1563", "statement", None),
        ("saying/kis1c", "1626", "question", None),
        ("saying/kis2", "1725", "question", "might (what is said)"),
        ("saying/kis2b", "1816", "question", None),
        ("saying/kis3", "1924", "possibility", "might (what is said)"),
        ("saying/kis4", "2081", "statement", hedge),
        ("saying/kis4b", "2267", "statement", f"{hedge}; he thinks (what is said)"),
        ("saying/kis5", "2368", "proposal", None),
        ("saying/kis5b", "2461", "proposal", None),
        (
            "saying/kis6",
            "2615",
            "possibility",
            "allegedly (whether it was said); might (what is said); sort of (what is said)",
        ),
        ("saying/kis7", "2732", "condition", None),
        ("saying/afraid", "2851", "statement", None),
    ]
    open_ones = [row for row in rows(q(8), "saying", "speakerOpen", "reporters") if row[1] == "true"]
    assert open_ones == [("saying/afraid", "true", None)]
    quotes = dict(rows(q(8), "saying", "quote"))
    assert quotes["saying/kis7"] == (
        "if we had time we could speed up the formation of new units and then it would not be necessary "
        "to turn to the Chinese"
    )


def test_9_heo_gai_is_not_named_as_present_at_the_council_meeting() -> None:
    found = dict(rows(q(9), "event", "present"))
    assert found == {
        "event/visit": "named",
        "event/question": "named",
        "event/declining": "named",
        "event/conversation-ri-zhou": "not stated",
        "event/inquiry": "not stated",
        "event/reading-aloud": "not stated",
        "event/political-council-meeting-1950-09-21": "not stated",
    }
    kim = dict(rows(q(9), "event", "present", replace=("Heo Gai", "Kim Il Sung")))
    assert {event for event, present in kim.items() if present == "named"} == {
        "event/political-council-meeting-1950-09-21",
        "event/reading-aloud",
    }


def test_10_how_to_cite_the_document() -> None:
    variables = ("title", "date", "author", "addressee", "archive", "callNumbers", "translator", "publisher")
    assert rows(q(10), *variables) == [
        (
            "Information about the North Korean Workers Party Central Committee Meeting",
            "1950-09-22",
            AMBASSADOR,
            "the first deputy minister of foreign affairs",
            "TsAMO RF",
            "TsAMO RF, f. 5, op. 918795, d. 125, ll. 89-91 = TsAMO RF F. 5. Op. 918795. D. 125, pp. 89-91",
            "Gary Goldberg",
            "History and Public Policy Program",
        )
    ]
    assert rows(q(10), "rightsHolder", "rights") == [
        ("History and Public Policy Program", "publication/rights")
    ]


def test_the_queries_refuse_nothing_and_reach_out_to_nobody(root: Path) -> None:
    for path in (root / "data/queries").glob("*.rq"):
        text = path.read_text(encoding="utf-8")
        assert "SERVICE" not in text
        assert "FROM" not in text
        assert "SELECT DISTINCT ?document" in text, "one statement may stand in two graphs"
