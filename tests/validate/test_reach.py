"""Of the graphs around a document, only what it leads to."""

from __future__ import annotations

from rdflib import Graph, URIRef

from kg.validate.reach import with_context

EX = "http://example.org/"


def graph(*lines: str) -> Graph:
    statements = (tuple(URIRef(EX + name) for name in line.split()) for line in lines)
    made = Graph()
    for subject, predicate, object_ in statements:
        made.add((subject, predicate, object_))
    return made


def lines(found: Graph) -> set[str]:
    return {" ".join(str(term).removeprefix(EX) for term in statement) for statement in found}


def test_what_a_graph_leads_to_is_added_and_nothing_else() -> None:
    document = graph("saying said-by ann")
    authority = graph("ann member-of party", "party in country", "bob member-of party")
    vocabulary = graph("country type concept", "war type concept")
    assert lines(with_context(document, [authority, vocabulary])) == {
        "saying said-by ann",
        "ann member-of party",
        "party in country",
        "country type concept",
    }


def test_what_the_context_says_of_a_subject_or_predicate_counts() -> None:
    around = graph("meeting type event", "said-by type property")
    assert lines(with_context(graph("meeting part vote", "x said-by y"), [around])) == {
        "meeting part vote",
        "x said-by y",
        "meeting type event",
        "said-by type property",
    }


def test_circles_end() -> None:
    around = graph("a next b", "b next a")
    assert lines(with_context(graph("x y a"), [around])) == {"x y a", "a next b", "b next a"}


def test_the_graph_itself_is_left_as_it_is() -> None:
    document = graph("saying said-by ann")
    with_context(document, [graph("ann member-of party")])
    assert lines(document) == {"saying said-by ann"}
