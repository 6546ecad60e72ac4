"""The dumps and the dataset description of the release -> files to download, a list of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from flask import Blueprint, Response, render_template, send_file

from kg.web.files import TurtleFile, routes_of
from kg.web.formats import RDF_FORMATS, TEXT, with_extension
from kg.web.notfound import nothing_here
from kg.web.responses import Link, etag, moved, page, see_other
from kg.web.site import Site

SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Dump:
    """A file to download. format: what it is called, with what it is packed in."""

    name: str
    format: str
    content_type: str
    size: int
    sha256: str | None


def blueprint(site: Site) -> Blueprint:
    """/dumps/, /dataset, /.well-known/void and /report."""
    routes = Blueprint("downloads", __name__)
    dumps = {dump.name: dump for dump in list_dumps(site.release.path / "dumps")}
    routes.add_url_rule("/dumps", "to-dumps", lambda: moved(site.path("/dumps/")))
    routes.add_url_rule("/dumps/", "dumps", lambda: page(site, "dumps.html", dumps=dumps.values()))
    routes.add_url_rule("/dumps/<name>", "dump", partial(_dump, site, dumps))
    description = site.release.path / "dataset.ttl"
    turtle = TurtleFile("/dataset", description, partial(_dataset_page, site), site.url("/dataset"))
    routes_of(site, routes, turtle)
    routes.add_url_rule(
        "/.well-known/void", "void", lambda: see_other(site.path("/dataset"), vary=False)
    )  # VoID, section 7.2
    report = TurtleFile(
        "/report", site.release.path / "report.ttl", partial(_report_page, site), site.url("/report")
    )
    routes_of(site, routes, report)
    return routes


def list_dumps(folder: Path) -> list[Dump]:
    """The files of a folder of dumps, the plain ones before the packed ones, with their checksums."""
    sums = _checksums(folder / SUMS)
    files = sorted((file for file in folder.iterdir() if file.is_file()), key=_order)
    return [_describe(file, sums.get(file.name)) for file in files]


def _order(file: Path) -> tuple[bool, str, bool]:
    return file.name == SUMS, file.name.removesuffix(".gz"), file.suffix == ".gz"


def _describe(file: Path, sha256: str | None) -> Dump:
    packed = file.suffix == ".gz"
    inside = with_extension(Path(file.name.removesuffix(".gz")).suffix.lstrip("."), RDF_FORMATS)
    name = inside.name if inside else "Checksums (SHA-256)" if file.name == SUMS else "File"
    plain = inside.content_type if inside else TEXT.content_type
    return Dump(
        file.name,
        f"{name}, gzip" if packed else name,
        "application/gzip" if packed else plain,
        file.stat().st_size,
        sha256,
    )


def _checksums(file: Path) -> dict[str, str]:
    """File name -> SHA-256 (hex), from a list as sha256sum writes it."""
    if not file.is_file():
        return {}
    lines = (line.split(maxsplit=1) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())
    return {name.strip().lstrip("*"): digest for digest, name in lines}


def _dump(site: Site, dumps: dict[str, Dump], name: str) -> Response:
    """One file, whole or a range of it. Only a name from the list leads to a file."""
    dump = dumps.get(name)
    if dump is None:
        return nothing_here(site, f"dumps/{name}")
    tag = dump.sha256[:32] if dump.sha256 else etag(site, "dumps", name)
    response = send_file(
        site.release.path / "dumps" / dump.name, dump.content_type, etag=tag, last_modified=None, max_age=None
    )
    response.headers["Content-Type"] = dump.content_type
    response.headers.add("Link", str(Link(site.settings.licence, "license")))
    response.headers.add("Link", str(Link(site.path("/dataset"), "describedby")))
    return response


def _dataset_page(site: Site) -> str:
    dumps = list_dumps(site.release.path / "dumps")
    return render_template("dataset.html", site=site, dumps=dumps)


def _report_page(site: Site) -> str:
    text = (site.release.path / "report.ttl").read_text(encoding="utf-8")
    return render_template("report.html", site=site, text=text)
