"""kg.toml and the environment -> one frozen Settings. Nothing else reads either of them."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kg.errors import Place, SettingError


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its place in kg.toml, its variable, its type, its default, its meaning. zero: may it be 0?"""

    table: str
    key: str
    kind: type
    default: Any
    about: str
    variable: str | None = None
    zero: bool = False

    @property
    def name(self) -> str:
        """The attribute of Settings that holds it."""
        return self.key.replace("-", "_")


SETTINGS: tuple[Setting, ...] = (
    Setting("dataset", "base", str, "http://localhost:8000/", "Base of every IRI, an http(s) address that ends in '/'.", "KG_BASE"),
    Setting("dataset", "title", str, "Untitled dataset", "Title of the dataset."),
    Setting("dataset", "description", str, "Archival documents as linked data.", "One or two sentences on the dataset."),
    Setting("dataset", "publisher", str, "Editors of the dataset", "Who publishes the dataset."),
    Setting("dataset", "contact", str, "editors@example.org", "Mail address for questions about the dataset."),
    Setting("dataset", "licence", str, "https://creativecommons.org/publicdomain/zero/1.0/", "IRI of the licence of the data (the texts keep their own rights)."),
    Setting("dataset", "version", str, "1.0.0", "Version of the dataset."),
    Setting("dataset", "issued", str, "2026-01-01", "Date of this version, YYYY-MM-DD; the build reads no clock."),
    Setting("dataset", "keywords", list, [], "Keywords of the dataset."),
    Setting("paths", "data", Path, "data", "Folder with sources/, readings/, authority/, links/, queries/."),
    Setting("paths", "ontology", Path, "ontology", "Folder of the ontology, the profile and the JSON-LD context; where there is none, Dispatch's own."),
    Setting("paths", "shapes", Path, "shapes", "Folder of the SHACL shapes; where there is none, Dispatch's own."),
    Setting("paths", "build", Path, "build", "Folder for releases and reports; disposable.", "KG_BUILD"),
    Setting("build", "jobs", int, 0, "Processes that make documents; 0 for as many as there are processors, 1 for the build's own alone.", "KG_JOBS", zero=True),
    Setting("dates", "zones", list, ["+03:00", "+09:00"], "UTC offsets a time may be in where the page names no zone; bounds span all of them."),
    Setting("annotate", "reader", str, "kg.annotate.sayings:RULES", "Program that drafts readings, as module:attribute; none for no drafts."),
    Setting("links", "owl-same-as", bool, False, "Publish accepted exact matches as owl:sameAs too; reasoners then make one node of both."),
    Setting("server", "host", str, "127.0.0.1", "Address the server listens on.", "KG_HOST"),
    Setting("server", "port", int, 8000, "Port the server listens on.", "KG_PORT"),
    Setting("limits", "document-characters", int, 500_000, "A document whose text is longer is left out and reported, characters.", "KG_DOCUMENT_CHARACTERS"),
    Setting("limits", "query-seconds", float, 10.0, "A query running longer is stopped (503).", "KG_QUERY_SECONDS"),
    Setting("limits", "answer-seconds", float, 60.0, "An answer that is read more slowly than this is cut off.", "KG_ANSWER_SECONDS"),
    Setting("limits", "query-workers", int, 2, "Processes that run queries.", "KG_QUERY_WORKERS"),
    Setting("limits", "query-memory", int, 1024, "Address space a query process may take beyond the store, MiB.", "KG_QUERY_MEMORY"),
    Setting("limits", "query-bytes", int, 1_000_000, "Longest query accepted, bytes.", "KG_QUERY_BYTES"),
    Setting("limits", "result-bytes", int, 256 * 1024 * 1024, "Largest result sent, bytes.", "KG_RESULT_BYTES"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a dataset; `root` is the folder of kg.toml, the paths are absolute."""

    root: Path
    base: str
    title: str
    description: str
    publisher: str
    contact: str
    licence: str
    version: str
    issued: str
    keywords: tuple[str, ...]
    data: Path
    ontology: Path
    shapes: Path
    build: Path
    jobs: int
    zones: tuple[str, ...]
    reader: str
    owl_same_as: bool
    host: str
    port: int
    document_characters: int
    query_seconds: float
    answer_seconds: float
    query_workers: int
    query_memory: int
    query_bytes: int
    result_bytes: int


def find_config(start: Path) -> Path:
    """The kg.toml in `start` or the nearest folder above it.

    Raises SettingError when there is none.
    """
    for folder in (start, *start.parents):
        if (folder / "kg.toml").is_file():
            return folder / "kg.toml"
    raise SettingError(
        f"no kg.toml in {start} or above",
        mend="Run the command inside a dataset folder, name one with --config, "
        "or make one with 'kg init DIR'.",
    )


def read_settings(config: Path, environ: Mapping[str, str] | None = None) -> Settings:
    """Read a kg.toml; variables of the environment win over it.

    Raises SettingError naming the file and the key.
    """
    environ = os.environ if environ is None else environ
    tables = _read_toml(config)
    _refuse_unknown(config, tables)
    values: dict[str, Any] = {"root": config.parent.resolve()}
    for setting in SETTINGS:
        place = Place(config, key=f"{setting.table}.{setting.key}")
        raw = tables.get(setting.table, {}).get(setting.key, setting.default)
        if setting.variable and setting.variable in environ:
            place = Place(f"environment variable {setting.variable}")
            raw = _from_text(setting, environ[setting.variable], place)
        values[setting.name] = _checked(setting, raw, place, values["root"])
    return Settings(**values)


def _read_toml(config: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(config.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SettingError("there is no such file", place=Place(config)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"cannot be read: {error}", place=Place(config)) from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found.group(1)) if found else None
        raise SettingError(
            f"is not valid TOML: {error}", place=Place(config, line), mend="Mend that line."
        ) from error


def _refuse_unknown(config: Path, tables: Mapping[str, Any]) -> None:
    known = {(setting.table, setting.key) for setting in SETTINGS}
    names = sorted({setting.table for setting in SETTINGS})
    for table, entries in tables.items():
        if table not in names or not isinstance(entries, dict):
            raise SettingError(
                f"unknown table '{table}'",
                place=Place(config),
                mend=f"Known tables: {', '.join(names)}.",
            )
        for key in entries:
            if (table, key) not in known:
                mend = ", ".join(sorted(k for t, k in known if t == table))
                raise SettingError(
                    "unknown setting",
                    place=Place(config, key=f"{table}.{key}"),
                    mend=f"Known settings of [{table}]: {mend}.",
                )


def _from_text(setting: Setting, text: str, place: Place) -> Any:
    if setting.kind in (int, float):
        try:
            return setting.kind(text)
        except ValueError as error:
            raise SettingError(f"'{text}' is not a number", place=place) from error
    return text


def _checked(setting: Setting, raw: Any, place: Place, root: Path) -> Any:
    if setting.kind is float and type(raw) is int:
        raw = float(raw)
    if type(raw).__name__ != ("str" if setting.kind is Path else setting.kind.__name__):
        raise SettingError(f"must be a {_NAMES[setting.kind]}, not {raw!r}", place=place)
    if setting.kind in (int, float) and not (raw > 0 or (setting.zero and raw == 0)):
        raise SettingError(f"must be {'0 or more' if setting.zero else 'above 0'}, not {raw}", place=place)
    if setting.kind is Path:
        return _folder(root, raw)
    if setting.kind is list:
        if not all(isinstance(item, str) for item in raw):
            raise SettingError("must be a list of texts", place=place)
        raw = tuple(raw)
    check = _CHECKS.get(setting.key)
    if check and (mend := check(raw)):
        raise SettingError(f"{raw!r} will not do", place=place, mend=mend)
    return raw


def own_folder(name: str) -> Path | None:
    """A folder that comes with Dispatch (ontology, shapes, queries), or None."""
    package = Path(__file__).resolve().parent
    for folder in (package / name, package.parent / name, package.parent / "data" / name):
        if folder.is_dir():
            return folder
    return None


def _folder(root: Path, raw: str) -> Path:
    folder = (root / raw).resolve()
    if raw in ("ontology", "shapes") and not folder.is_dir():
        return own_folder(raw) or folder
    return folder


_NAMES = {str: "text", int: "whole number", float: "number", list: "list", Path: "path"} | {
    bool: "switch (true or false)"
}


def _check_base(value: str) -> str:
    parts = urlsplit(value)
    whole = parts.scheme in ("http", "https") and parts.netloc and value.endswith("/")
    plain = not parts.query and not parts.fragment and not re.search(r'[\s<>"{}|\\^`]', value)
    if whole and plain:
        return ""
    return "Give an http or https address that ends in '/', such as https://example.org/."


def _check_zones(value: tuple[str, ...]) -> str:
    if value and all(re.fullmatch(r"[+-](0\d|1[0-4]):[0-5]\d", zone) for zone in value):
        return ""
    return 'Give offsets such as ["+03:00", "+09:00"].'


def _check_date(value: str) -> str:
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", value):
        return ""
    return "Give a date as YYYY-MM-DD."


def _check_port(value: int) -> str:
    return "" if 1 <= value <= 65535 else "Give a port from 1 to 65535."


_CHECKS: dict[str, Any] = {
    "base": _check_base,
    "zones": _check_zones,
    "issued": _check_date,
    "port": _check_port,
}
