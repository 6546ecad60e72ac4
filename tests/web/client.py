"""A plain HTTP client for the tests: no redirects followed, only the headers that are given."""

from __future__ import annotations

from dataclasses import dataclass
from warnings import catch_warnings, simplefilter

import requests
from rdflib import Dataset

BASE = "http://localhost:8000/"
D = f"{BASE}document/telegram-1258"
TELEGRAM = "/document/telegram-1258"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"

RDF = {
    "ttl": ("text/turtle", "turtle"),
    "jsonld": ("application/ld+json", "json-ld"),
    "nt": ("application/n-triples", "nt"),
    "rdf": ("application/rdf+xml", "xml"),
    "trig": ("application/trig", "trig"),
    "nq": ("application/n-quads", "nquads"),
}
"""Extension -> media type, and what rdflib calls the format."""

Triple = tuple[str, str, str]


@dataclass(frozen=True)
class Client:
    session: requests.Session
    origin: str

    def ask(self, method: str, path: str, accept: str | None = None, **options: object) -> requests.Response:
        headers = {"Accept": accept, "Accept-Encoding": None, **(options.pop("headers", None) or {})}  # type: ignore[dict-item]
        return self.session.request(
            method,
            self.origin + path,
            headers=headers,
            allow_redirects=False,
            timeout=30,
            **options,  # type: ignore[arg-type]
        )

    def get(self, path: str, accept: str | None = None, **options: object) -> requests.Response:
        return self.ask("GET", path, accept, **options)


def read(body: bytes, format: str) -> Dataset:
    """Some RDF, read by rdflib."""
    data = Dataset(default_union=True)
    with catch_warnings():
        # rdflib 7.6 warns of its own use of Dataset.default_context
        simplefilter("ignore", DeprecationWarning)
        data.parse(data=body, format=format)
    return data


def triples(body: bytes, format: str) -> set[Triple]:
    """What some RDF says, graphs merged, terms as N-Triples in lower case where that is all the same."""
    return {(s.n3(), p.n3(), _plain(o.n3())) for s, p, o, _ in read(body, format).quads()}


def _plain(term: str) -> str:
    """A literal with its language tag in lower case: tags are compared so (RDF 1.1 Concepts, 3.3)."""
    text, mark, tag = term.rpartition('"@')
    return f"{text}{mark}{tag.lower()}" if mark else term
