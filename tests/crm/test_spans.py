from __future__ import annotations

from rdflib import RDF, RDFS, XSD, Literal

from kg.crm.spans import LONGEST, cited, e33_span, insertions, mentions, publishable
from kg.iris import CRM, KG, OA, kgv, position_of, quote_of
from kg.model import Credit, Insertion, Mention, Span
from tests.small import ANNA, TEXT, D, at, dossier, graph_of, note, reading


def test_a_span_carries_its_words_and_both_selectors() -> None:
    said = at("perhaps")
    node = D.span(said.begin, said.end)
    graph = graph_of(e33_span(dossier(), said, "passage"))
    assert graph.value(node, CRM["P190_has_symbolic_content"]) == Literal("perhaps", lang="en")
    russian = graph_of(e33_span(dossier(read=reading(language="ru")), said, "passage"))
    assert russian.value(node, RDFS.label) == Literal("perhaps", lang="ru")
    position, quote = position_of(node), quote_of(node)
    assert set(graph.objects(node, OA.hasSelector)) == {position, quote}
    start = Literal(str(said.begin), datatype=XSD.nonNegativeInteger)
    assert graph.value(position, OA.start) == start
    assert graph.value(quote, OA.prefix) == Literal(TEXT[: said.begin])
    assert graph.value(quote, OA.suffix) == Literal(TEXT[said.end : said.end + 32])


def test_no_prefix_at_the_beginning_and_no_suffix_at_the_end() -> None:
    whole = Span(0, len(TEXT), TEXT)
    graph = graph_of(e33_span(dossier(), whole, "passage"))
    assert not list(graph.objects(quote_of(D.span(0, len(TEXT))), OA.prefix))
    assert not list(graph.objects(quote_of(D.span(0, len(TEXT))), OA.suffix))


def test_words_of_the_document_are_part_of_its_words_and_those_of_the_page_of_the_page_text() -> None:
    translated = dossier(note(credits=(Credit("translator", at("Archive"), "Archive"),)))
    for some, words in ((dossier(), D.document), (translated, D.translation("en"))):
        graph = graph_of(e33_span(some, at("perhaps"), "passage"), e33_span(some, at("d. 2"), "passage"))
        body, furniture = at("perhaps"), at("d. 2")
        whole = CRM["P106i_forms_part_of"]
        assert graph.value(D.span(body.begin, body.end), whole) == words
        assert graph.value(D.span(furniture.begin, furniture.end), whole) == D.text


def test_a_long_span_is_never_published() -> None:
    text = "x" * (LONGEST + 1)
    page = note(text)
    long, longest = Span(0, LONGEST + 1, text), Span(0, LONGEST, text[:LONGEST])
    assert not publishable(long)
    assert publishable(longest)
    assert not publishable(Span(3, 3, ""))
    assert len(graph_of(e33_span(dossier(page), long, "passage"))) == 0
    assert len(graph_of(cited(dossier(page), D.saying("a"), KG.contentSpan, long))) == 0
    assert len(graph_of(cited(dossier(page), D.saying("a"), KG.contentSpan, None))) == 0


def test_a_long_label_ends_at_a_word() -> None:
    text = "word " * 40
    graph = graph_of(e33_span(dossier(note(text)), Span(0, 200, text), "passage"))
    label = next(str(o) for s, p, o in graph if str(p).endswith("label"))
    assert label.endswith("word…")
    assert len(label) <= 80


def test_mentions_refer_and_insertions_say_their_job() -> None:
    name, doubt = at("Anna"), at("perhaps")
    page = note(insertions=(Insertion("doubt", doubt, "perhaps"),))
    found = dossier(page, mentions=(Mention(name, ANNA, "name"),))
    graph = graph_of(mentions(found), insertions(found))
    named = D.span(name.begin, name.end)
    assert (named, CRM["P67_refers_to"], found.ref(ANNA)) in graph
    assert (named, CRM["P2_has_type"], kgv("mention")) in graph
    kinds = set(graph.objects(D.span(doubt.begin, doubt.end), CRM["P2_has_type"]))
    assert kinds == {kgv("editorial-insertion"), kgv("insertion/doubt")}
    assert (named, RDF.type, OA.SpecificResource) in graph
