"""Every example in tests/shapes with both engines; every constraint of shapes/ with an example.

The first line of an example says what it is: `# conforms`, or `# breaks: kgsh:rule sh:…ConstraintComponent`.
The second says in words what is special about it. `# page: …` gives the page text where a rule needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SH

from kg.iris import RECORD_TYPES
from kg.validate import Engine, Report, Shapes, load_shapes, validate
from kg.validate.shapes import SHAPES
from tests.telegram import telegram

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "shapes"
HEAD = re.compile(r"# (?:conforms|breaks: kgsh:(\S+) (kgsh|sh):(\w+))\n# (\S.*)\n(?:# page: (.*)\n)?(?!#)")
PREFIXES = {"sh": str(SH), "kgsh": SHAPES}
# Parameter of a constraint -> its component, where the name of one does not follow from the other.
SHARED = {"QualifiedMinCount": SH.qualifiedMinCount, "QualifiedMaxCount": SH.qualifiedMaxCount}
TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
PARAMETERS = {
    SH.minCount, SH.maxCount, SH.datatype, SH.nodeKind, SH["class"], SH["in"], SH.hasValue, SH.pattern,
    SH["or"], SH["and"], SH["not"], SH.xone, SH.node, SH.equals, SH.disjoint, SH.lessThan, SH.closed,
    SH.lessThanOrEquals, SH.minInclusive, SH.maxInclusive, SH.minExclusive, SH.maxExclusive, SH.sparql,
    SH.minLength, SH.maxLength, SH.languageIn, SH.uniqueLang, *SHARED.values(),
}  # fmt: skip
# What is checked against the page text, by kg.validate.page: shapes in words only.
WITH_PAGE = {"text-hash", "span-page-words", "span-page-context"}


@dataclass(frozen=True)
class Example:
    path: Path
    rule: str | None
    component: str | None
    page: str | None

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"


def read_example(path: Path) -> Example:
    found = HEAD.match(path.read_text(encoding="utf-8"))
    assert found, f"{path} does not say what it is an example of"
    rule, prefix, component, _, page = found.groups()
    return Example(path, rule, PREFIXES[prefix] + component if prefix else None, page)


EXAMPLES = [read_example(path) for path in sorted(FOLDER.rglob("*.ttl"))]


@cache
def shapes() -> Shapes:
    return load_shapes(ROOT / "shapes")


def verdict(example: Example, engine: Engine) -> set[tuple[str, str, str]]:
    graph = Graph().parse(example.path, format="turtle")
    report = validate(graph, shapes(), text=example.page, engine=engine)
    return {(entry.rule, entry.component, entry.node) for entry in _named(report)}


def _named(report: Report) -> Iterator:
    """The entries; blank nodes have no name that two engines could share."""
    return (entry for entry in report.entries if not entry.node.startswith("_:"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_example_with_both_engines(example: Example) -> None:
    found = verdict(example, "pyrudof")
    assert verdict(example, "pyshacl") == found
    if example.rule is None:
        assert found == set()
    else:
        assert {rule for rule, _, _ in found} == {example.rule}
        assert example.component in {component for _, component, _ in found}


def constraints() -> set[tuple[str, str]]:
    """(local name of the shape, component) of every constraint that can show up in a report."""
    graph, found = shapes().graph, set()
    for shape in {s for target in TARGETS for s in graph.subjects(target)}:
        for one in (shape, *graph.objects(shape, SH.property)):
            for parameter in set(graph.predicates(one)) & PARAMETERS:
                name = str(parameter).rpartition("#")[2]
                component = "SPARQL" if parameter == SH.sparql else name[0].upper() + name[1:]
                found.add((str(one).removeprefix(SHAPES), f"{SH}{component}ConstraintComponent"))
    return found


def test_every_constraint_has_an_example_that_breaks_it() -> None:
    broken = {(example.rule, example.component) for example in EXAMPLES if example.rule}
    with_page = {(rule, f"{SHAPES}PageTextConstraintComponent") for rule in WITH_PAGE}
    assert broken == constraints() | with_page


def test_every_shape_file_has_a_valid_example() -> None:
    valid = {example.path.parent.name for example in EXAMPLES if example.rule is None}
    assert valid == {path.stem for path in (ROOT / "shapes").glob("*.ttl")}
    assert {path.name for path in FOLDER.iterdir()} == valid


def test_examples_are_small() -> None:
    for example in EXAMPLES:
        assert len(example.path.read_text(encoding="utf-8").splitlines()) <= 90, example.name


def test_every_constraint_says_what_is_wrong_and_how_to_mend_it() -> None:
    said = {name for name, _ in constraints()} | WITH_PAGE
    rules = {rule.name: rule for rule in shapes().rules.values()}
    assert said <= rules.keys()
    for name, rule in rules.items():
        assert len(rule.wrong) > 15, name
        assert rule.wrong.endswith("."), name
        assert len(rule.mend) > 10, name
        assert rule.mend.endswith("."), name


def test_shapes_are_named_and_their_names_are_used_once() -> None:
    names = [
        name
        for path in (ROOT / "shapes").glob("*.ttl")
        for name in re.findall(r"^kgsh:([\w-]+) ", path.read_text(encoding="utf-8"), flags=re.M)
    ]
    assert len(names) == len(set(names))
    for kind in (SH.NodeShape, SH.PropertyShape, SH.SPARQLConstraint):
        assert all(isinstance(shape, URIRef) for shape in shapes().graph.subjects(RDF.type, kind))


def test_shapes_hold_for_any_base() -> None:
    for pattern in map(str, shapes().graph.objects(None, SH.pattern)):
        assert "localhost" not in pattern
        assert "://" not in pattern or pattern.startswith(("^https?://", "^http://lexvo[.]org/"))


def test_no_shape_is_both_closed_and_a_query() -> None:
    """pyrudof passes over the query then."""
    graph = shapes().graph
    assert set(graph.subjects(SH.closed)).isdisjoint(graph.subjects(SH.sparql))


def test_lengths_are_not_said_of_words() -> None:
    """pyrudof counts sh:maxLength in bytes, so that it serves only for what is plain ASCII."""
    limited = {str(shape).removeprefix(SHAPES) for shape in shapes().graph.subjects(SH.maxLength)}
    assert limited == {"text-sha256", "reading-sha256"}  # and no other sign passes there


def test_every_published_class_has_a_shape() -> None:
    """Each node with a class is looked at through a shape for one of its classes."""
    union, aimed = telegram().union, set(shapes().graph.objects(None, SH.targetClass))
    published = set(union.objects(None, RDF.type))
    assert len(published) > 50
    for class_ in published - aimed:
        for node in union.subjects(RDF.type, class_):
            assert aimed & set(union.objects(node, RDF.type)), f"no shape looks at {node}, a {class_}"


def test_the_steps_of_a_documents_own_history_are_those_of_the_code() -> None:
    """A document is not said to mention its own dispatch, even where one span names the addressee too."""
    (query,) = shapes().graph.objects(URIRef(f"{SHAPES}document-mentions-complete-query"), SH.select)
    (listed,) = re.findall(r"\?step IN \(([^)]*)\)", str(query))
    assert {one.strip() for one in listed.split(",")} == {f"kgv:{slug}" for slug in RECORD_TYPES}
