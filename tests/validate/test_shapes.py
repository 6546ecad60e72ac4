"""Folders of shapes: read, joined, and refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import BNode, Graph

from kg.errors import SettingError
from kg.validate import load_shapes

ROOT = Path(__file__).resolve().parents[2]
HEAD = "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix ex: <http://example.org/> .\n"


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.ttl").write_text(HEAD + text, encoding="utf-8")
    return folder


def named(graph: Graph) -> set[tuple]:
    """The statements without blank nodes."""
    return {statement for statement in graph if not any(isinstance(term, BNode) for term in statement)}


def test_the_files_as_one_are_the_same_graph() -> None:
    shapes = load_shapes(ROOT / "shapes")
    joined = Graph().parse(data=shapes.turtle, format="turtle")
    assert len(joined) == len(shapes.graph)
    assert named(joined) == named(shapes.graph)
    assert shapes.turtle == load_shapes(ROOT / "shapes").turtle


def test_a_rule_has_its_words_and_its_path(tmp_path: Path) -> None:
    write(
        tmp_path,
        a="ex:S a sh:NodeShape ; sh:targetClass ex:A ; sh:property ex:P .",
        b="""ex:P a sh:PropertyShape ; sh:message "It is wrong. Mend it; see e.g. here." ;
            sh:path ( [ sh:inversePath ex:q ] [ sh:alternativePath ( ex:r ex:s ) ] ) ; sh:minCount 1 .""",
    )
    [(iri, rule)] = load_shapes(tmp_path).rules.items()
    assert iri == "http://example.org/P"
    assert (rule.wrong, rule.mend) == ("It is wrong.", "Mend it; see e.g. here.")
    q, r, s = (f"<http://example.org/{name}>" for name in "qrs")
    sh = "http://www.w3.org/ns/shacl#"
    assert rule.path == f"( [ <{sh}inversePath> {q} ] [ <{sh}alternativePath> ( {r} {s} ) ] )"


def test_the_message_of_a_query_is_that_of_its_shape(tmp_path: Path) -> None:
    write(
        tmp_path,
        a="""ex:S a sh:NodeShape ; sh:targetClass ex:A ; sh:sparql ex:Q .
            ex:Q sh:message "Bad. Mend." ; sh:select "SELECT $this { $this ex:p 1 }" .""",
    )
    assert [rule.wrong for rule in load_shapes(tmp_path).rules.values()] == ["Bad."]


def test_a_mistake_in_turtle_has_a_file_and_a_line(tmp_path: Path) -> None:
    write(tmp_path, good="ex:S a sh:NodeShape .", wrong="ex:S a sh:NodeShape ;\n  sh:path [ ;; .\n")
    with pytest.raises(SettingError, match=r"wrong\.ttl:4: is not valid Turtle: .*Mend that line"):
        load_shapes(tmp_path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"no shapes .*Set paths\.shapes"):
        load_shapes(tmp_path)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.ttl").write_bytes(b"# \xe9\n")
    with pytest.raises(SettingError, match=r"latin\.ttl: cannot be read"):
        load_shapes(tmp_path)
