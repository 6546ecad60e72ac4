"""The one table of formats: name, extension and media types of everything that is served."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A format. media_types: the one that is sent, then others that ask for it.

    other_names: what else a `format=` parameter may call it.
    """

    name: str
    extension: str
    media_types: tuple[str, ...]
    other_names: tuple[str, ...] = ()

    @property
    def media_type(self) -> str:
        """The media type that is sent, without parameters."""
        return self.media_types[0]

    @property
    def content_type(self) -> str:
        """The Content-Type header: a text/* type names its charset (RFC 6657)."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


HTML = Format("HTML", "html", ("text/html", "application/xhtml+xml"))
TURTLE = Format(
    "Turtle", "ttl", ("text/turtle", "application/x-turtle", "text/n3", "text/rdf+n3"), ("turtle", "n3")
)
JSON_LD = Format("JSON-LD", "jsonld", ("application/ld+json", "application/json"), ("json-ld", "json"))
N_TRIPLES = Format("N-Triples", "nt", ("application/n-triples",), ("n-triples", "ntriples"))
RDF_XML = Format(
    "RDF/XML",
    "rdf",
    ("application/rdf+xml", "application/xml", "text/xml"),
    ("rdf/xml", "rdfxml", "rdf+xml", "xml"),
)
TRIG = Format("TriG", "trig", ("application/trig",))
N_QUADS = Format("N-Quads", "nq", ("application/n-quads",), ("n-quads", "nquads"))
TEXT = Format("Plain text", "txt", ("text/plain",))
PROBLEM = Format("JSON", "json", ("application/problem+json", "application/json"))

RESULTS_JSON = Format("JSON", "srj", ("application/sparql-results+json", "application/json"), ("json",))
RESULTS_XML = Format(
    "XML", "srx", ("application/sparql-results+xml", "application/xml", "text/xml"), ("xml",)
)
CSV = Format("CSV", "csv", ("text/csv",))
TSV = Format("TSV", "tsv", ("text/tab-separated-values",))

RDF_FORMATS = (TURTLE, JSON_LD, N_TRIPLES, RDF_XML, TRIG, N_QUADS)
"""Every format an RDF description is served in, the one for clients without a wish first."""

PAGE_FORMATS = (*RDF_FORMATS, HTML)
"""What a resource is served in. A client that takes anything gets Turtle, a browser names HTML."""

RESULT_FORMATS = (RESULTS_JSON, RESULTS_XML, CSV, TSV)
"""What the answer to a SELECT or ASK is served in."""

ANSWER_FORMATS = (*RESULT_FORMATS, *RDF_FORMATS, HTML)
"""What the answer to some query or other is served in."""


def with_extension(extension: str, among: tuple[Format, ...]) -> Format | None:
    """The format with a file extension (no dot), or None."""
    return next((one for one in among if one.extension == extension), None)


def with_media_type(media_type: str, among: tuple[Format, ...]) -> Format | None:
    """The format that a media type (no parameters) asks for, or None."""
    return next((one for one in among if media_type.lower() in one.media_types), None)


def named(name: str, among: tuple[Format, ...]) -> Format | None:
    """The format that somebody calls by its extension, another name or a media type, or None."""
    name = name.strip().lower()
    called = (one for one in among if name == one.extension or name in one.other_names)
    return next(called, None) or with_media_type(name, among)
