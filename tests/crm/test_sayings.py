from __future__ import annotations

from rdflib import RDF, RDFS, Graph, Literal

from kg.crm.sayings import sayings
from kg.crm.spans import beginning
from kg.iris import CRM, KG, kgv
from kg.model import Attribution, Hedge, Ref, Role, Saying, Span
from tests.small import ANNA, BORIS, COUNCIL, IRIS, D, at, dossier, graph_of, note, reading

ACCOUNT = Attribution("narrative", (), (BORIS,), "reported", "textual")
NARRATIVE = Saying("narrative", "The note", (), (ACCOUNT,), ("statement",), "textual")
PERHAPS = Hedge(at("perhaps"), "epistemic", "speech-act")
HEARD = Hedge(at("heard"), "hearsay", "source")


def rain(*attributions: Attribution, **fields: object) -> Saying:
    given: dict[str, object] = {
        "id": "rain",
        "label": "it rains",
        "within": ("narrative",),
        "attributions": attributions,
        "moods": ("statement",),
        "level": "textual",
        "content": at("it rains"),
    }
    return Saying(**(given | fields))  # type: ignore[arg-type]


def made(*said: Saying, roles: tuple[Role, ...] = ()) -> Graph:
    return graph_of(sayings(dossier(note(), reading(sayings=(NARRATIVE, *said), roles=roles))))


ANNAS = Attribution("rain", (BORIS,), (ANNA,), "first-hand", "interpretive", cue=at("said"), note="Clear.")


def test_nesting_goes_from_the_inner_saying_outwards_up_to_the_document() -> None:
    graph = made(rain(ANNAS))
    within = CRM["P148i_is_component_of"]
    assert graph.value(D.saying("rain"), within) == D.saying("narrative")
    assert graph.value(D.saying("narrative"), within) == D.document


def test_the_label_of_an_attribution_names_a_reporter_who_is_not_the_speaker() -> None:
    own = Attribution("rain", (ANNA,), (ANNA,), "first-hand", "textual")
    labels = {
        attribution: str(made(rain(attribution)).value(D.attribution("rain"), RDFS.label))
        for attribution in (ANNAS, own)
    }
    assert labels[ANNAS] == "Said by Anna, according to the man at the door: it rains"
    assert labels[own] == "Said by Anna: it rains"


def test_a_saying_says_its_moods_polarity_level_and_content() -> None:
    saying = rain(
        ANNAS,
        moods=("question", "objection"),
        negative=True,
        level="interpretive",
        conveys=("wet",),
        about=(Ref("person", "anna"),),
        document=True,
        note="Cited.",
    )
    found = set(made(saying).predicate_objects(D.saying("rain")))
    assert {
        (RDF.type, KG.Saying),
        (RDF.type, CRM["E31_Document"]),
        (CRM["P2_has_type"], kgv("mood/question")),
        (CRM["P2_has_type"], kgv("mood/objection")),
        (CRM["P2_has_type"], kgv("polarity/negative")),
        (KG.readingLevel, kgv("level/interpretive")),
        (KG.conveys, D.proposition("wet")),
        (CRM["P129_is_about"], IRIS.shared("person", "anna")),
        (CRM["P3_has_note"], Literal("Cited.", lang="en")),
    } <= found
    plain = set(made(rain(ANNAS)).objects(D.saying("rain")))
    assert kgv("polarity/negative") not in plain
    assert CRM["E31_Document"] not in plain


def test_an_attribution_says_who_ascribes_what_to_whom_on_which_words() -> None:
    graph = made(rain(ANNAS))
    cue, content = at("said"), at("it rains")
    assert set(graph.predicate_objects(D.attribution("rain"))) >= {
        (RDF.type, KG.Attribution),
        (RDF.type, CRM["E13_Attribute_Assignment"]),
        (CRM["P14_carried_out_by"], IRIS.shared("person", "boris")),
        (CRM["P140_assigned_attribute_to"], D.saying("rain")),
        (CRM["P177_assigned_property_of_type"], kgv("said-by")),
        (CRM["P141_assigned"], IRIS.shared("person", "anna")),
        (KG.basis, kgv("basis/first-hand")),
        (KG.readingLevel, kgv("level/interpretive")),
        (KG.cueSpan, D.span(cue.begin, cue.end)),
        (KG.contentSpan, D.span(content.begin, content.end)),
        (CRM["P3_has_note"], Literal("Clear.", lang="en")),
    }
    assert not list(graph.objects(None, KG.hedge))


def test_the_editors_ascribe_the_narrative_and_its_words_are_not_published() -> None:
    graph = made()
    node = D.attribution("narrative")
    assert graph.value(node, CRM["P14_carried_out_by"]) == IRIS.editors
    assert graph.value(node, KG.contentSpan) is None


def test_each_hedge_has_an_attribution_of_its_own() -> None:
    graph = made(rain(ANNAS, hedges=(PERHAPS, HEARD)))
    first, second = D.attribution("rain"), D.attribution("rain-hedge-2")
    for node, hedge in ((first, PERHAPS), (second, HEARD)):
        assert list(graph.objects(node, KG.hedge)) == [kgv(f"hedge/{hedge.kind}")]
        assert list(graph.objects(node, KG.hedgeScope)) == [kgv(f"scope/{hedge.scope}")]
        assert list(graph.objects(node, KG.hedgeSpan)) == [D.span(hedge.word.begin, hedge.word.end)]
    same = ("P14_carried_out_by", "P140_assigned_attribute_to", "P141_assigned")
    for term in same:
        assert set(graph.objects(first, CRM[term])) == set(graph.objects(second, CRM[term]))


def test_of_two_routes_only_the_first_is_hedged() -> None:
    other = Attribution("rain-via-news", (COUNCIL,), (ANNA,), "reported", "textual")
    graph = made(rain(ANNAS, other, hedges=(PERHAPS,), within=("narrative", "news")))
    assert graph.value(D.attribution("rain-via-news"), KG.hedge) is None
    assert graph.value(D.attribution("rain-via-news"), CRM["P14_carried_out_by"]) == IRIS.shared(
        "group", "council"
    )
    assert set(graph.objects(D.saying("rain"), CRM["P148i_is_component_of"])) == {
        D.saying("narrative"),
        D.saying("news"),
    }


def test_an_unclear_speaker_has_one_attribution_for_each_reading_and_each_is_hedged() -> None:
    possible = tuple(
        Attribution(f"rain-{n}", (BORIS,), (who,), "reported", "interpretive", unclear=True)
        for n, who in enumerate((ANNA, BORIS), start=1)
    )
    graph = made(rain(*possible, hedges=(PERHAPS,)))
    for n in (1, 2):
        node = D.attribution(f"rain-{n}")
        assert (node, CRM["P2_has_type"], kgv("attribution-unclear")) in graph
        assert (node, KG.hedge, kgv("hedge/epistemic")) in graph
    assert (D.attribution("rain"), None, None) not in graph


def test_the_addressee_is_ascribed_like_the_speaker_and_never_hedged() -> None:
    graph = made(rain(ANNAS, addressees=(COUNCIL,), hedges=(PERHAPS,)))
    node = D.attribution("rain-addressee")
    assert graph.value(node, CRM["P177_assigned_property_of_type"]) == kgv("addressed-to")
    assert graph.value(node, CRM["P141_assigned"]) == IRIS.shared("group", "council")
    assert graph.value(node, CRM["P14_carried_out_by"]) == IRIS.shared("person", "boris")
    assert graph.value(node, KG.hedge) is None


def test_a_role_is_what_somebody_calls_somebody() -> None:
    role = Role("anna-guard", ANNA, Ref("role", "guard"), at("NOTE"), (BORIS,), "textual")
    graph = made(roles=(role,))
    words = at("NOTE")
    assert set(graph.predicate_objects(D.assignment("role-anna-guard"))) >= {
        (CRM["P14_carried_out_by"], IRIS.shared("person", "boris")),
        (CRM["P140_assigned_attribute_to"], IRIS.shared("person", "anna")),
        (CRM["P141_assigned"], IRIS.shared("role", "guard")),
        (CRM["P177_assigned_property_of_type"], kgv("role")),
        (KG.readingLevel, kgv("level/textual")),
        (KG.contentSpan, D.span(words.begin, words.end)),
    }


def test_a_document_that_nobody_has_read_has_no_sayings() -> None:
    assert len(graph_of(sayings(dossier()))) == 0


def test_words_too_long_to_publish_are_cited_by_their_beginning() -> None:
    words = "It rains. " * 150 + "It rains"
    text = f"NOTE 7\nAnna said: {words}\nArchive"
    said = Span(text.index(words), text.index(words) + len(words), words)
    graph = graph_of(sayings(dossier(note(text), reading(sayings=(NARRATIVE, rain(ANNAS, content=said))))))
    (cited,) = graph.objects(D.attribution("rain"), KG.contentSpan)
    assert cited == D.span(said.begin, said.begin + 999)
    assert str(graph.value(cited, CRM["P190_has_symbolic_content"])).endswith("It rains.")
    notes = {str(one) for one in graph.objects(D.attribution("rain"), CRM["P3_has_note"])}
    assert f"Its words go on to code point {said.end} of the text." in notes


def test_one_word_without_end_is_cut_all_the_same() -> None:
    assert beginning(Span(5, 5 + 3000, "a" * 3000)) == Span(5, 1005, "a" * 1000)
    assert beginning(at("it rains")) == at("it rains")
