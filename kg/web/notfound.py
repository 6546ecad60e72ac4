"""A path that leads nowhere -> a 404 that names the nearest places that exist."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import quote

from flask import Response

from kg.web.formats import PAGE_FORMATS, with_extension
from kg.web.problems import Problem, Way, report
from kg.web.site import COLLECTIONS, Site
from kg.web.wording import KIND_NAMES

_MANY = 20_000


def nothing_here(site: Site, path: str, iri: str | None = None) -> Response:
    """404: what was looked for, the nearest parent that exists, keys much like it, the lists.

    iri: what was looked for where it is no path of ours.
    """
    stem, _, extension = path.rpartition(".")
    if not with_extension(extension, PAGE_FORMATS):
        stem = path
    ways = [*_alike(site, stem), *_parents(site, stem), *_lists(site)]
    detail = f"The release {site.release.id} has nothing under {iri or site.iri(stem)}."
    return report(site, Problem(404, "Nothing here", detail, "These exist:", list(dict.fromkeys(ways))))


def _alike(site: Site, path: str) -> Iterator[Way]:
    """Things of the same kind whose keys look like the one asked for."""
    kind, _, key = path.strip("/").partition("/")
    if kind not in COLLECTIONS or not key or site.counts.get(kind, 0) > _MANY:
        return
    labels = {item.iri.rsplit("/", 1)[-1]: item for item in site.resources.listing(kind)}
    for close in get_close_matches(quote(key.split("/")[0].lower(), safe="~"), labels, n=3, cutoff=0.6):
        item = labels[close]
        yield Way(site.href(item.iri) or "", item.label or item.iri)


def _parents(site: Site, path: str) -> Iterator[Way]:
    parts = path.strip("/").split("/")
    for length in range(len(parts) - 1, 0, -1):
        parent = "/".join(parts[:length])
        found = site.resources.get(site.iri(parent))
        if found:
            yield Way(site.href(found.iri) or "", found.label or found.iri)
        elif parent in COLLECTIONS:
            yield Way(site.path(f"/{parent}/"), f"All {KIND_NAMES[parent][1].lower()}")


def _lists(site: Site) -> Iterator[Way]:
    for kind in ("document", "person"):
        yield Way(site.path(f"/{kind}/"), f"All {KIND_NAMES[kind][1].lower()}")
    yield Way(site.path("/sparql"), "Search with SPARQL")
    yield Way(site.path("/"), "The home page")
