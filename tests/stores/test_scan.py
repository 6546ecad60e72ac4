"""What a scan lets through, what it refuses, and that no query gets past it to another endpoint."""

from __future__ import annotations

from contextlib import suppress

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryRefused
from kg.stores.scan import refuse_unknown, scan

PREFIXES = "PREFIX ex: <http://e/> PREFIX : <http://e/> "
# pyoxigraph calls no port below 1024 but 80 and 443, and says so: a call is seen without a network.
CALL = "SERVICE <http://127.0.0.1:1/> { ?x ?y ?z }"


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?service ex:service "service" . } # service',
        "SELECT * { ?s ex:p '''service''' ; <http://e/service#a> \"\"\"a \"b\" \\\" service\"\"\" }",
        PREFIXES + "SELECT * { ?a :service 1 ; ex:no.service 2 }",
        PREFIXES + r"SELECT * { ?s ex:a\#b ?o ; ex:service%20x ?p }",
        PREFIXES + "PREFIX service: <http://x/> SELECT * { service:a ?p 1 }",
        "SELECT * { FILTER(?a<?b&&?c>?d) ?x ?y 'service' }",
        "SELECT * { FILTER((?a<3)&&(?b>4)) ?x ?y 'service' }",
        "BASE <http://e/> SELECT * { ?s <#service> ?o . FILTER(?o = <#x>) }",
        "SELECT (1 AS ?insert) { _:service ?from $service }",
        r'SELECT * { ?s ?p "\u0022 service" }',
        "SELECT * { ?s ?p 'a'@service }",
        "",
        "\x00",
    ],
)  # fmt: skip
def test_a_word_in_its_place_passes(query: str) -> None:
    assert scan(query) == ()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x/> {} }",
        "SELECT *\n{ service silent ?x {} }",
        "ASK{{}SERVICE<http://x/>{}}",
        "SELECT * { ?s ?p 'a'service <http://x/> {} }",
        "SELECT * { ?a ?b 1service <http://x/> {} }",
        "SELECT * { ?a ?b trueSERVICEe:{} }",
        r"SELECT * { \u0053ERVICE <http://x/> {} }",
        r"SELECT * { SERV\U00000049CE <http://x/> {} }",
        PREFIXES + "SELECT * { ?a ?b :p. SERVICE :x {} }",
        PREFIXES + r"SELECT * { ?a ?b ex:a\# SERVICE :x {} }",
        "PREFIX e: <http://x:80> SELECT * { ?a ?b e:service e:{} }",
        "PREFIX e: <http://x/%> SELECT * { ?a ?b e:SERVICE e:{} }",
        'SELECT * { VALUES ?x { """a" } SERVICE <http://x/> {} #\\q"""\n } }',
        'SELECT * { "\\u0022 # " SERVICE <http://x/> {} }',
        "SELECT * { # \r SERVICE <http://x/> {} }",
    ],
)  # fmt: skip
def test_service_is_refused_with_its_place(query: str) -> None:
    with pytest.raises(QueryRefused, match=r"SERVICE is refused.*line \d+, column \d+") as refused:
        scan(query)
    assert refused.value.status == 403
    assert refused.value.line is not None


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { FILTER(?a<\'>"""\')SERVICE<http://x/>{}#"""\n}',
        'SELECT * { FILTER(?a<?b#>"""\n)SERVICE<http://x/>{}#"""\n}',
        "SELECT * { <<?s?p'x'#>\n>> ?y ?z SERVICE<http://x/>{} }",
    ],
)
def test_a_sign_with_two_readings_is_refused(query: str) -> None:
    with pytest.raises(QueryRefused, match="'<' begins an IRI or means 'less than'") as refused:
        scan(query)
    assert refused.value.status == 400
    assert refused.value.mend == "Put a space after it, or write the IRI in full."


@pytest.mark.parametrize(
    "word", ["insert", "delete", "load", "clear", "create", "drop", "copy", "move", "add", "with"]
)
def test_updates_are_refused(word: str) -> None:
    for query in (word, f"# ?\nPREFIX e: <http://e/> BASE <http://f/> {word.upper()} DATA {{}}"):
        with pytest.raises(QueryRefused, match=f"read only: {word.upper()} is refused") as refused:
            scan(query)
        assert refused.value.status == 403


@pytest.mark.parametrize(
    ("query", "graphs"),
    [
        ("SELECT * FROM <http://e/g> FROM NAMED <http://e/h> {}", ("http://e/g", "http://e/h")),
        ("PREFIX : <http://e/> SELECT * FROM :g FROM :a\\,b {}", ("http://e/g", "http://e/a,b")),
        ("BASE <http://e/x/> PREFIX e: <y#> ASK FROM e:g FROM <../z> {}", ("http://e/x/y#g", "http://e/z")),
        ("SELECT * FROM NAMED<http://e/g\\u0041>{}", ("http://e/gA",)),
        ("DESCRIBE ?from FROM <file:///etc/passwd>", ("file:///etc/passwd",)),
        ("SELECT * FROM e:unknown FROM <relative> {}", ()),
    ],
)
def test_from_is_resolved(query: str, graphs: tuple[str, ...]) -> None:
    assert scan(query) == graphs


def test_from_elsewhere_is_none() -> None:
    assert scan('SELECT ?from { ?from ?p "FROM <http://e/g>" } # FROM <http://e/g>') == ()


def test_an_unknown_graph_is_named() -> None:
    refuse_unknown(["http://e/g"], {"http://e/g"})
    with pytest.raises(QueryRefused, match="no graph <http://e/h> in this release") as refused:
        refuse_unknown(["http://e/g", "http://e/h"], {"http://e/g"})
    assert refused.value.status == 400


LONG = 200_000


@pytest.mark.parametrize(
    "part",
    [
        "?a <", "a.", '"""\\q ', "'''a\"\"\"", "(", "\\", '"', "ex:a.", "<a:b(>", "<\\u00", "%4", "ex:%4.",
        "'\n", "e:", "<'#", "\\u0041", "@a", "#",
    ],
)  # fmt: skip
def test_a_long_hostile_query_is_scanned_to_its_end(part: str) -> None:
    """A scan that took quadratic time would be at it for minutes."""
    query = "SELECT ?service " + part * (LONG // len(part)) + '"service"'
    graphs: tuple[str, ...] | None = None
    with suppress(QueryRefused):
        graphs = scan(query)
    assert not graphs


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(TEXTS, TEXTS)
def test_any_text_gives_a_scan_or_a_refusal(one: str, other: str) -> None:
    with suppress(QueryRefused):
        assert isinstance(scan(f"{one} FROM {other} SERVICE"), tuple)


@given(TEXTS)
def test_the_word_passes_inside_strings_comments_and_iris(text: str) -> None:
    inside = text.translate({ord(sign): " " for sign in "\"'\\\r\n"})
    name = "".join(sign for sign in text if sign.isascii() and sign.isalnum())
    scan(f"SELECT * {{ ?s ?p \"{inside} SERVICE {inside}\" , '''{inside} SERVICE ''' }} # {inside} SERVICE")
    scan(f"SELECT ?{name}service {{ ?s <http://e/{name}service> 1 }}")


FRAGMENTS = st.sampled_from(
    [
        "{", "}", "(", ")", "[", "]", ".", ";", ",", "<", ">", "<<", ">>", "#", "\n", " ", "'", '"',
        "'''", '"""', "\\", "\\u0022", "\\q", "?a", "?a<?b", "true", "1", "1e", "FILTER(",
        "VALUES ?v {", "BIND(1 AS ?w)", "OPTIONAL{", "UNION", "e:", "e:x", "p:", ":", "<http://e/x>",
        "<#y>", "'x'", '"""a"b"""', "@en", "^^", "a", "-", "||", "=", "e:a\\#", "SERVICE", "service",
        "<http://127.0.0.1:1/>", "SILENT", "{}", CALL, "FROM", "%", "e:%4", "LATERAL{",
    ]
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(FRAGMENTS, max_size=12), st.lists(FRAGMENTS, max_size=8))
def test_what_passes_calls_nobody(before: list[str], after: list[str]) -> None:
    """The engine itself is asked: a query that passes either does not parse, or reaches no endpoint."""
    store = ox.Store()
    start = "BASE <http://b/> PREFIX e: <http://127.0.0.1:1/> PREFIX p: <http://127.0.0.1:1> SELECT * {"
    query = f"{start}{''.join(before)}{CALL if len(before) % 2 else ' '}{''.join(after)}}}"
    try:
        scan(query)
    except QueryRefused:
        return
    try:
        store.query(query).serialize(format=ox.QueryResultsFormat.CSV)
    except (SyntaxError, RuntimeError, ValueError):
        pass
    except OSError as error:
        pytest.fail(f"{query!r} called out: {error}")
