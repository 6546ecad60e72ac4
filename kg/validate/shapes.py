"""A folder of SHACL files -> Shapes: the shapes graph, the files as one, and the words of every rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rdflib import RDF, Graph, Literal, Node, URIRef
from rdflib.namespace import SH
from rdflib.plugins.parsers.notation3 import BadSyntax

from kg.errors import Place, SettingError

SHAPES = "https://w3id.org/dispatch/shapes#"
"""Namespace of our shapes."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape in words.

    name: local name of its IRI. wrong: what a finding means. mend: what to do. path: the SHACL path in
    Turtle syntax, None for a shape of whole nodes.
    """

    name: str
    wrong: str
    mend: str
    path: str | None = None


@dataclass(frozen=True)
class Shapes:
    """All shapes of a folder. turtle: all files as one, in the order of their names."""

    turtle: str
    graph: Graph

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """Shape IRI -> rule, for every shape that has a message."""
        return {str(shape): rule for shape in _shapes(self.graph) if (rule := _rule(self.graph, shape))}


def load_shapes(folder: Path) -> Shapes:
    """Read all *.ttl files of a folder.

    Raises SettingError naming the file, and the line of a mistake in it.
    """
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise SettingError(
            "there are no shapes (*.ttl) in this folder",
            place=Place(folder),
            mend="Set paths.shapes in kg.toml.",
        )
    graph, texts = Graph(), []
    for file in files:
        texts.append(_read(file, graph))
    return Shapes("\n".join(texts), graph)


def _read(file: Path, graph: Graph) -> str:
    try:
        text = file.read_text(encoding="utf-8")
        graph.parse(data=text, format="turtle", publicID=SHAPES)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"cannot be read: {error}", place=Place(file)) from error
    except BadSyntax as error:
        reason = str(error).splitlines()[1].strip() if "\n" in str(error) else str(error)
        raise SettingError(
            f"is not valid Turtle: {reason}", place=Place(file, error.lines + 1), mend="Mend that line."
        ) from error
    return text


def _shapes(graph: Graph) -> set[URIRef]:
    kinds = (SH.NodeShape, SH.PropertyShape)
    return {s for kind in kinds for s in graph.subjects(RDF.type, kind) if isinstance(s, URIRef)}


def _rule(graph: Graph, shape: URIRef) -> Rule | None:
    """The rule of a shape; its message may stand on its one SPARQL constraint."""
    query = graph.value(shape, SH.sparql)
    message = graph.value(shape, SH.message) or (query and graph.value(query, SH.message))
    if not isinstance(message, Literal):
        return None
    wrong, _, mend = str(message).partition(". ")
    path = graph.value(shape, SH.path)
    return Rule(
        shape.removeprefix(SHAPES), wrong + "." * bool(mend), mend, _path(graph, path) if path else None
    )


def _path(graph: Graph, path: Node) -> str:
    """A SHACL path (section 2.3.1) in Turtle."""
    if isinstance(path, URIRef):
        return path.n3()
    if (path, RDF.first, None) in graph:
        return f"( {' '.join(_path(graph, step) for step in graph.items(path))} )"
    [(predicate, object_)] = graph.predicate_objects(path)
    return f"[ {predicate.n3()} {_path(graph, object_)} ]"
