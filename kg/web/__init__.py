"""Release -> web application: everything that is served, made from the objects that it serves."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from flask import Flask, Response, request

from kg.release import Release
from kg.settings import Settings
from kg.stores import ReadStore
from kg.voices import in_words
from kg.web import downloads, pages, problems, queries, resources, sparql, vocabulary
from kg.web.filters import host, size, written_out
from kg.web.site import Site, make_site
from kg.web.wording import KIND_NAMES

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Location, ETag, Link, Location, Retry-After",
}


def create_app(settings: Settings, release: Release, store: ReadStore) -> Flask:
    """The application that serves one release.

    It opens the release's lookup; the store is the caller's to close.
    Raises ReleaseError when a part of the release is missing or damaged.
    """
    site = make_site(settings, release, store)
    app = Flask("kg.web", static_url_path="/static")
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    app.config["MAX_FORM_MEMORY_SIZE"] = None
    for routes in (
        pages.blueprint(site),
        sparql.blueprint(site),
        queries.blueprint(site),
        downloads.blueprint(site),
        vocabulary.blueprint(site),
        resources.blueprint(site, partial(pages.page_of, site)),
    ):
        app.register_blueprint(routes)
    problems.install(app, site)
    app.after_request(_for_everybody)
    _teach(app, site)
    app.wsgi_app = Mount(app.wsgi_app, site.mount)  # type: ignore[assignment, method-assign]
    return app


class Mount:
    """Serves under the path of the base, and at the root for a proxy that has cut that path off."""

    def __init__(self, app: WSGIApplication, mount: str) -> None:
        self._app = app
        self._mount = mount

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer a request (PEP 3333)."""
        path = environ.get("PATH_INFO", "")
        if self._mount and (path == self._mount or path.startswith(self._mount + "/")):
            environ["PATH_INFO"] = path.removeprefix(self._mount) or "/"
        return self._app(environ, start)


def _for_everybody(response: Response) -> Response:
    """Headers that every answer has; a browser of another origin may ask for anything here."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = response.headers.get("Allow", "GET, HEAD, OPTIONS")
        response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type, If-None-Match, Range"
        response.headers["Access-Control-Max-Age"] = "86400"
    return response


def _teach(app: Flask, site: Site) -> None:
    """What the templates know besides what they are given."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(size=size, host=host, written_out=written_out, in_words=in_words)
    app.jinja_env.globals.update({"kind_names": KIND_NAMES, "settings": site.settings})
