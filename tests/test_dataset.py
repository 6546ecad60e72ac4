"""The dataset description: true numbers, the shapes of DCAT-AP, the terms of their vocabularies."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyshacl
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SDO, SH, SKOS, XSD, Graph, Literal, URIRef

from kg.dataset import Described, Statistics, dataset_graph, statistics
from kg.dataset.terms import DCAT, SD, SPDX, VOID
from kg.dumps import SYNTAXES
from kg.iris import CRM
from kg.kinds import kind_of
from kg.release import Release
from kg.stores.resources import Resources
from tests.made import BASE, IRIS, D, gathered, made_graphs, made_release, made_settings


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return made_release(tmp_path_factory.mktemp("dataset"))


@pytest.fixture(scope="module")
def about(release: Release) -> Graph:
    return Graph().parse(release.path / "dataset.ttl")


@pytest.fixture(scope="module")
def merged(release: Release) -> Graph:
    return Graph().parse(release.path / "dumps/all.nt")


def value(about: Graph, subject: str, predicate: str) -> object:
    found = about.value(URIRef(subject), URIRef(predicate))
    assert isinstance(found, Literal)
    return found.toPython()


def test_the_file_and_the_graph_in_the_store_are_the_same(release: Release, about: Graph) -> None:
    lookup = Resources(release.path / "resources.sqlite")
    stored = Graph().parse(data=lookup.graph(IRIS.graph("dataset")) or b"", format="nt")
    lookup.close()
    assert set(stored) == set(about)


def test_every_node_is_an_iri_and_every_own_one_is_known(release: Release, about: Graph) -> None:
    lookup = Resources(release.path / "resources.sqlite")
    for term in {term for triple in about for term in triple}:
        assert isinstance(term, URIRef | Literal)
        if isinstance(term, URIRef) and term.startswith(f"{BASE}dataset"):
            found = lookup.get(term)
            assert found is not None
            assert found.label, term
            assert found.kind == "dataset"
    lookup.close()


def test_totals_are_those_of_the_merged_graph(about: Graph, merged: Graph) -> None:
    assert value(about, IRIS.dataset, VOID.triples) == len(merged)
    assert value(about, IRIS.dataset, VOID.distinctSubjects) == len(set(merged.subjects()))
    assert value(about, IRIS.dataset, VOID.distinctObjects) == len(set(merged.objects()))
    assert value(about, IRIS.dataset, VOID.properties) == len(set(merged.predicates()))
    assert value(about, IRIS.dataset, VOID.classes) == len(set(merged.objects(None, RDF.type)))
    own = {subject for subject in merged.subjects() if str(subject).startswith(BASE)}
    assert value(about, IRIS.dataset, VOID.entities) == len(own)


def test_each_class_and_property_has_its_partition(about: Graph, merged: Graph) -> None:
    classes = {
        about.value(part, VOID["class"]): value(about, str(part), VOID.entities)
        for part in about.objects(IRIS.dataset, VOID.classPartition)
    }
    assert classes == {
        kind: len(set(merged.subjects(RDF.type, kind))) for kind in merged.objects(None, RDF.type)
    }
    assert classes[CRM.E21_Person] == 1
    assert (URIRef(f"{BASE}dataset/class/crm-E21_Person"), VOID["class"], CRM.E21_Person) in about
    parts = set(about.objects(IRIS.dataset, VOID.propertyPartition))
    assert len(parts) == len(set(merged.predicates()))
    for part in parts:
        of = list(merged.subject_objects(about.value(part, VOID.property)))
        assert value(about, str(part), VOID.triples) == len(of)
        assert value(about, str(part), VOID.distinctSubjects) == len({subject for subject, _ in of})
        assert value(about, str(part), VOID.distinctObjects) == len({target for _, target in of})


def test_links_are_a_linkset(about: Graph) -> None:
    (links,) = about.objects(IRIS.dataset, VOID.subset)
    assert about.value(links, VOID.linkPredicate) == SKOS.exactMatch
    assert about.value(links, VOID.objectsTarget) == URIRef("http://www.wikidata.org/")
    assert value(about, str(links), VOID.triples) == 1


def test_the_period_is_that_of_the_events(about: Graph) -> None:
    assert str(about.value(IRIS.dataset, SDO.temporalCoverage)) == "1950-09-21/1950-09-22"
    period = about.value(IRIS.dataset, DCTERMS.temporal)
    assert about.value(period, DCAT.startDate) == Literal("1950-09-21", datatype=XSD.date)
    assert about.value(period, DCAT.endDate) == Literal("1950-09-22", datatype=XSD.date)


def test_without_dates_there_is_no_period(tmp_path: Path) -> None:
    graphs = {D.graph: made_graphs()[IRIS.graph("authority")]}
    numbers = statistics(gathered(graphs, tmp_path / "quads"), BASE, tmp_path)
    assert isinstance(numbers, Statistics)
    assert numbers.period is None
    described = Described("0" * 16, numbers, (), ())
    assert (IRIS.dataset, DCTERMS.temporal, None) not in dataset_graph(described, made_settings(tmp_path))


def distributions(about: Graph) -> Iterator[tuple[URIRef, str]]:
    """Each distribution and the name of its file."""
    for distribution in about.objects(IRIS.dataset, DCAT.distribution):
        url = about.value(distribution, DCAT.downloadURL)
        assert isinstance(distribution, URIRef)
        yield distribution, str(url).removeprefix(f"{BASE}dumps/")


def test_each_dump_is_a_distribution_with_size_and_checksum(release: Release, about: Graph) -> None:
    found = dict(distributions(about))
    expected = {f"all.{syntax.extension}{packed}" for syntax in SYNTAXES for packed in ("", ".gz")}
    assert set(found.values()) == expected
    for distribution, name in found.items():
        data = (release.path / "dumps" / name).read_bytes()
        assert about.value(distribution, DCAT.byteSize) == Literal(
            str(len(data)), datatype=XSD.nonNegativeInteger
        )
        checksum = about.value(distribution, SPDX.checksum)
        digest = about.value(checksum, SPDX.checksumValue)
        assert (str(digest), digest.datatype) == (hashlib.sha256(data).hexdigest(), XSD.hexBinary)  # type: ignore[union-attr]
        assert (IRIS.dataset, VOID.dataDump, IRIS.dump(name)) in about
        assert ((distribution, DCAT.compressFormat, None) in about) == name.endswith(".gz")


def test_sizes_keep_the_datatype_that_dcat_ap_asks_for(release: Release) -> None:
    text = (release.path / "dataset.ttl").read_text(encoding="utf-8")
    assert text.count("^^xsd:nonNegativeInteger") == 2 * len(SYNTAXES)


def test_rights_are_those_of_the_data_and_not_of_the_texts(release: Release, about: Graph) -> None:
    licence = URIRef("https://creativecommons.org/publicdomain/zero/1.0/")
    assert about.value(IRIS.dataset, DCTERMS.license) == about.value(IRIS.dataset, SDO.license) == licence
    rights = about.value(IRIS.dataset, DCTERMS.rights)
    assert "The texts that it describes" in str(about.value(rights, RDFS.label))
    assert (D.text, None, None) not in about
    assert str(about.value(IRIS.dataset, OWL.versionInfo)) == f"release {release.id}"


def test_the_endpoint_offers_every_graph(release: Release, about: Graph) -> None:
    assert (IRIS.sparql, RDF.type, SD.Service) in about
    offered = about.value(IRIS.sparql, SD.defaultDataset)
    names = {about.value(graph, SD.name) for graph in about.objects(offered, SD.namedGraph)}
    assert names == {URIRef(name) for name in release.graphs}
    sizes = {
        str(about.value(graph, SD.name)): about.value(about.value(graph, SD.graph), VOID.triples)
        for graph in about.objects(offered, SD.namedGraph)
    }
    sizes.pop(str(IRIS.graph("dataset")))
    assert {name: int(size) for name, size in sizes.items() if size is not None} == {
        str(name): len(graph) for name, graph in made_graphs().items()
    }
    union = about.value(offered, SD.defaultGraph)
    assert (union, VOID.triples, None) not in about  # it holds this description, which cannot count itself


@pytest.mark.parametrize(
    "files",
    [
        ["suites/dcat-ap/shacl/dcat-ap-SHACL.ttl"],
        ["suites/dcat-ap/shacl/dcat-ap-SHACL.ttl", "suites/dcat-ap/shacl/ranges.ttl"],
        ["reference/dcat-ap-300-shacl.ttl"],
    ],
    ids=["3.0.1", "3.0.1-ranges", "3.0.0"],
)
def test_it_conforms_to_dcat_ap(shared: Path, about: Graph, files: list[str]) -> None:
    shapes = Graph()
    for file in files:
        shapes.parse(shared / file)
    # DCAT-AP 3.0.1 names property shapes that it does not define; pySHACL stops at these.
    for shape, of in list(shapes.subject_objects(SH.property)):
        if (of, SH.path, None) not in shapes:
            shapes.remove((shape, SH.property, of))
    conforms, _, report = pyshacl.validate(about, shacl_graph=shapes)
    assert conforms, report
    broken = Graph() + about
    for distribution, _ in distributions(about):
        broken.remove((distribution, DCAT.accessURL, None))
    assert not pyshacl.validate(broken, shacl_graph=shapes)[0], "the shapes look at nothing"


def test_its_schema_org_terms_are_used_as_defined(shared: Path, release: Release) -> None:
    check = [sys.executable, shared / "suites/schemaorg_check.py", "--format", "turtle"]
    check += ["--vocab", shared / "reference/schemaorg-30.0-https.ttl", release.path / "dataset.ttl"]
    ran = subprocess.run(check, capture_output=True, text=True, check=False)
    assert ran.stdout.rstrip().endswith(" 0 findings"), ran.stdout + ran.stderr


def test_kinds_of_its_parts(about: Graph) -> None:
    assert {kind_of(str(node), BASE) for node in about.objects(IRIS.dataset, VOID.classPartition)} == {
        "dataset"
    }
