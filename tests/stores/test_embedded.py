"""Queries answered by workers: every form and format, every limit, and a server that goes on."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import threading
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from kg.errors import QueryBusy, QueryError, QueryFailed, QueryRefused, QueryTimeout
from kg.release import Release
from kg.settings import Settings
from kg.stores import GRAPH_TYPES, RESULT_TYPES, ReadStore
from kg.stores.embedded import EmbeddedStore, open_store
from tests.made import BASE, IRIS
from tests.stores.conftest import Opener
from tests.stores.test_pool import gone, until

ANNA = f"<{BASE}person/anna>"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
ALL = "SELECT * { ?s ?p ?o }"


def rows(store: ReadStore, query: str, **dataset: list[str]) -> list[dict[str, str]]:
    """The solutions of a query, as variable -> text."""
    found = json.loads(store.query(query, **dataset).read())  # type: ignore[arg-type]
    return [{name: term["value"] for name, term in row.items()} for row in found["results"]["bindings"]]


def count(store: ReadStore, **dataset: list[str]) -> int:
    return int(rows(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", **dataset)[0]["n"])


@pytest.mark.parametrize("media_type", RESULT_TYPES)
def test_solutions_come_in_every_format(store: EmbeddedStore, media_type: str) -> None:
    query = f"SELECT ?label {{ {ANNA} <http://www.w3.org/2000/01/rdf-schema#label> ?label }} ORDER BY ?label"
    answer = store.query(query, results=media_type, graph=None)
    assert (answer.media_type, answer.form) == (media_type, "solutions")
    text = answer.read().decode()
    assert text.index("Anna") < text.index("Анна")
    if media_type.endswith("json"):
        assert json.loads(text)["head"] == {"vars": ["label"]}
    elif media_type.endswith("xml"):
        assert ElementTree.fromstring(text).tag == "{http://www.w3.org/2005/sparql-results#}sparql"  # noqa: S314


@pytest.mark.parametrize(
    ("media_type", "text"),
    list(zip(RESULT_TYPES, ['"boolean":true', "<boolean>true<", "true", "true"], strict=True)),
)
def test_a_boolean_comes_in_every_format(store: EmbeddedStore, media_type: str, text: str) -> None:
    answer = store.query("ASK { ?s ?p ?o }", results=media_type)
    assert (answer.media_type, answer.form) == (media_type, "boolean")
    assert text in answer.read().decode()


@pytest.mark.parametrize("media_type", GRAPH_TYPES)
@pytest.mark.parametrize(
    "query", [f"DESCRIBE {ANNA}", f"CONSTRUCT {{ ?s ?p ?o }} {{ ?s ?p ?o FILTER(?s = {ANNA}) }}"]
)
def test_a_graph_comes_in_every_syntax(store: EmbeddedStore, query: str, media_type: str) -> None:
    answer = store.query(query, results=None, graph=media_type)
    assert (answer.media_type, answer.form) == (media_type, "graph")
    text = answer.read()
    quads = list(ox.parse(text, format=ox.RdfFormat.from_media_type(media_type)))
    assert {quad.subject.value for quad in quads} == {f"{BASE}person/anna"}
    assert len({quad.object for quad in quads}) == 4
    assert (b"crm:E21_Person" in text) == (
        "turtle" in media_type or "trig" in media_type or "xml" in media_type
    )


def test_the_client_must_take_what_the_query_gives(store: EmbeddedStore) -> None:
    for query, accepted in ((ALL, {"results": None}), (f"DESCRIBE {ANNA}", {"graph": None})):
        with pytest.raises(QueryRefused, match="ask for a format of that") as refused:
            store.query(query, **accepted)
        assert refused.value.status == 406


def test_the_default_graph_is_all_graphs_merged(store: EmbeddedStore, release: Release) -> None:
    """A statement of two graphs (that Anna is a person) is one there."""
    of_graphs = int(rows(store, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")[0]["n"])
    assert of_graphs == sum(release.manifest["graphs"].values())
    assert count(store) == of_graphs - 1
    query = f"SELECT ?type {{ {ANNA} a ?type }}"
    assert len(rows(store, query)) == 1
    graphs = {row["g"] for row in rows(store, "SELECT ?g { GRAPH ?g {} }")}
    assert graphs == set(release.graphs)


def test_a_dataset_can_be_chosen(store: EmbeddedStore) -> None:
    links, authority = str(IRIS.graph("links")), str(IRIS.graph("authority"))
    assert count(store, default_graphs=[links]) == 1
    assert count(store, default_graphs=[links, authority]) == 4
    assert count(store, named_graphs=[links]) == 0
    named = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
    assert {row["g"] for row in rows(store, named, named_graphs=[links])} == {links}
    assert rows(store, named, default_graphs=[links]) == []
    assert len(rows(store, f"SELECT * FROM <{links}> {{ ?s ?p ?o }}")) == 1  # noqa: S608
    assert rows(store, f"SELECT * FROM NAMED <{links}> {{ ?s ?p ?o }}") == []  # noqa: S608
    assert len(rows(store, "SELECT * FROM <http://elsewhere/> { ?s ?p ?o }", default_graphs=[links])) == 1


@pytest.mark.parametrize("where", ["FROM", "FROM NAMED", "default_graphs", "named_graphs"])
def test_no_graph_is_fetched(store: EmbeddedStore, where: str) -> None:
    query, dataset = ALL, {}
    if where.startswith("FROM"):
        query = f"SELECT * {where} <file:///etc/passwd> {{ ?s ?p ?o }}"
    else:
        dataset = {where: ["file:///etc/passwd"]}
    with pytest.raises(QueryRefused, match="no graph <file:///etc/passwd> in this release") as refused:
        store.query(query, **dataset)  # type: ignore[arg-type]
    assert refused.value.status == 400


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("SELECT * {\n ?s ?p }", 400, "malformed at line 2, column 9: expected"),
        ("SELECT * {?s", 400, r'column 13: expected one of "!", "\$", "\(", ":", "<", "\?", "\^", "a"\.$'),
        ("", 400, "malformed"),
        ("SELECT \ud800", 400, "surrogate"),
        ("SELECT (<http://e/f>(1) AS ?x) {}", 400, "<http://e/f> is not supported"),
        ("\\u0041SK {}", 400, "malformed"),
        ("INSERT DATA {}", 403, "read only"),
        ("SELECT * { SERVICE <http://e/> {} }", 403, "SERVICE is refused"),
        ("#" * 1_000_001, 413, r"longest accepted has 1000000 \(limits.query-bytes\)"),
    ],
)
def test_a_refusal_says_why(store: EmbeddedStore, query: str, status: int, words: str) -> None:
    with pytest.raises(QueryRefused, match=words) as refused:
        store.query(query)
    assert refused.value.status == status
    assert len(str(refused.value)) < 600
    if "line 2" in words:
        assert (refused.value.line, refused.value.column) == (2, 9)


@pytest.mark.parametrize(
    "query",
    [
        ENDLESS,
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i",
        "ASK { ?a !(<x:a>|^<x:b>)* ?c , ?d FILTER(?c = 1 && ?d = 2) }",
    ],
)
def test_an_endless_query_is_stopped_and_the_server_goes_on(opened: Opener, query: str) -> None:
    store = opened(query_seconds=0.3, query_workers=1)
    store.query("ASK {}").read()
    began = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"longer than 0.3 seconds \(limits.query-seconds\)") as stopped:
        store.query(query)
    assert time.monotonic() - began < 2.3  # the deadline itself, not a measure of speed
    assert stopped.value.status == 503
    assert store.query("ASK { ?s ?p ?o }").read().endswith(b'"boolean":true}')


DOUBLING = "".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1}) " for n in range(31))


NESTS = "nests too deeply for the engine"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (f"SELECT * {{ FILTER({'(' * 10_000}1{')' * 10_000}) }}", NESTS),
        (f"SELECT * {'{' * 10_000}{'}' * 10_000}", NESTS),
        (f"SELECT * {{ FILTER({'!' * 20_000}1) }}", NESTS),
        (
            f'SELECT (STRLEN(?x31) AS ?n) {{ BIND("12345678" AS ?x0) {DOUBLING} }}',
            r"needs more memory than 256 MiB \(limits.query-memory\)",
        ),
    ],
    ids=["parentheses", "groups", "nots", "doubling"],
)
def test_a_query_that_ends_its_process_ends_only_that(opened: Opener, query: str, words: str) -> None:
    store = opened(query_memory=256, query_workers=1)
    with pytest.raises(QueryFailed, match=words) as failed:
        store.query(query)
    assert failed.value.status == 503
    assert store.query("ASK {}").read()


def test_values_that_the_engine_fails_to_order_are_told(opened: Opener) -> None:
    shuffled = [n * 7919 % 400 for n in range(400)]
    kinds = [(str(n), f'"{n}"', f'"{n}"@en')[n % 3] for n in shuffled]
    store = opened(query_workers=1)
    with pytest.raises(QueryFailed, match="failed to order these values") as failed:
        store.query(f"SELECT * {{ VALUES ?x {{ {' '.join(kinds)} }} }} ORDER BY ?x")
    assert failed.value.mend == "Order by STR(…) of them."
    assert store.query("ASK {}").read()


def test_an_answer_has_a_longest_length(opened: Opener) -> None:
    store = opened(result_bytes=10_000, query_workers=1)
    with pytest.raises(QueryFailed, match=r"longer than 10000 bytes \(limits.result-bytes\)"):
        store.query(ALL)
    long = opened(result_bytes=1_000_000).query(ALL)
    with pytest.raises(QueryFailed, match="longer than 1000000 bytes"):
        long.read()
    assert store.query(f"{ALL} LIMIT 3").read()


def test_a_long_answer_is_streamed_in_bounded_memory(store: EmbeddedStore) -> None:
    query = "SELECT * { ?s ?p ?o . VALUES ?x { 1 2 3 4 5 6 } }"
    sizes = []
    gc.collect()
    tracemalloc.start()
    for chunk in store.query(query).chunks:
        sizes.append(len(chunk))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sum(sizes) > 20_000_000
    assert max(sizes) < 100_000
    assert peak < 4_000_000


def test_a_reader_who_leaves_frees_the_worker(opened: Opener) -> None:
    store = opened(query_workers=1)
    with store.query(ALL) as answer:
        (pid,) = store.pids
        next(iter(answer.chunks))
    assert gone(pid)
    answer.close()
    assert list(answer.chunks) == []
    forgotten = store.query(ALL)
    assert store.pids != [pid]
    del forgotten
    gc.collect()
    assert store.query("ASK {}").read()


def test_a_short_answer_frees_the_worker_before_it_is_read(opened: Opener) -> None:
    store = opened(query_workers=1, query_seconds=5)
    answers = [store.query(f"{ALL} LIMIT {n}") for n in range(1, 4)]
    assert [len(json.loads(answer.read())["results"]["bindings"]) for answer in answers] == [1, 2, 3]
    assert len(store.pids) == 1


def test_a_slow_reader_is_cut(opened: Opener) -> None:
    store = opened(query_workers=1, answer_seconds=0.001)
    (pid,) = store.pids
    answer = store.query("SELECT * { ?s ?p ?o . VALUES ?x { 1 2 3 4 5 6 } }")
    assert gone(pid)
    with pytest.raises(QueryTimeout, match=r"longer than 0.001 seconds to be read \(limits.answer-seconds\)"):
        answer.read()
    assert store.query("ASK {}").read()


def test_many_threads_share_few_workers(store: EmbeddedStore) -> None:
    def ask(n: int) -> int:
        return len(rows(store, f"{ALL} LIMIT {n}"))

    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(ask, range(200))) == list(range(200))
    assert len(store.pids) == 2


def test_who_finds_no_worker_is_told(opened: Opener) -> None:
    store = opened(query_workers=1, query_seconds=0.5)
    held = store.query(ALL)
    with pytest.raises(QueryBusy, match=r"busy for 0\.5 seconds"):
        store.query("ASK {}")
    held.close()
    assert store.query("ASK {}").read()


def test_killed_workers_cost_their_own_query_only(opened: Opener) -> None:
    store = opened(query_seconds=20)
    results: list[object] = []

    def ask() -> None:
        try:
            results.append(store.query(ENDLESS).read())
        except QueryError as error:
            results.append(error)

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    until(lambda: len(busy(store.pids)) == 2)
    for pid in busy(store.pids):
        os.kill(pid, signal.SIGKILL)
    for thread in threads:
        thread.join()
    assert [type(result) for result in results] == [QueryFailed, QueryFailed]
    assert str(results[0]) == "The query process ended (SIGKILL)."
    for pid in store.pids:
        os.kill(pid, signal.SIGKILL)
        assert gone(pid)
        assert store.query("ASK {}").read()


def busy(pids: list[int]) -> list[int]:
    """Those that run and have taken a tenth of a second more than it takes to start: they are in a query."""
    stats = {pid: Path(f"/proc/{pid}/stat").read_text(encoding="ascii").split() for pid in pids}
    return [pid for pid, stat in stats.items() if stat[2] == "R" and int(stat[13]) > 30]


SERVER = """
import sys
from pathlib import Path
from types import SimpleNamespace
from kg.settings import read_settings
from kg.stores.embedded import EmbeddedStore
built = SimpleNamespace(path=Path(sys.argv[1]), graphs=[])
store = EmbeddedStore(built, read_settings(Path(sys.argv[2]), {"KG_QUERY_SECONDS": "1"}))
store.query("ASK {}").read()
print(*store.pids, flush=True)
try:
    store.query(sys.argv[3], results="text/csv")
finally:
    sys.stdin.read()
"""


@pytest.mark.parametrize("query", ["ASK {}", ENDLESS.replace("COUNT(*)", "SUM(?c)")])
def test_workers_do_not_outlive_a_killed_server(release: Release, settings: Settings, query: str) -> None:
    """An idle worker sees the pipe close, a busy one meets its limit of processor time."""
    command = [sys.executable, "-c", SERVER, str(release.path), str(settings.root / "kg.toml"), query]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        pids = [int(pid) for pid in server.stdout.readline().split()]
        if query != "ASK {}":
            until(lambda: busy(pids))
        server.kill()
    assert len(pids) == 2
    assert all(gone(pid) for pid in pids)


def test_a_store_that_cannot_be_opened_says_so(opened: Opener, settings: Settings, tmp_path: Path) -> None:
    class Nothing:
        path = tmp_path
        graphs: tuple[str, ...] = ()

    with EmbeddedStore(Nothing(), settings) as store, pytest.raises(QueryFailed, match="cannot be opened"):
        store.query("ASK {}")


def test_a_closed_store_says_so(release: Release, settings: Settings) -> None:
    store = open_store(settings, release)
    held = store.query(ALL)
    store.close()
    store.close()
    with pytest.raises(QueryBusy, match="closed"):
        store.query("ASK {}")
    held.close()


def test_a_worker_that_has_grown_is_replaced(opened: Opener) -> None:
    """Half of 4 MiB is what the engine keeps of its files after all of them were read."""
    store = opened(query_memory=4, query_workers=1)
    (pid,) = store.pids
    assert store.query(ALL).read().endswith(b"}")
    assert gone(pid)
    assert store.pids != [pid]
    assert store.query("ASK {}").read()
