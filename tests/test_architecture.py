"""The house: which module may know which, how long they may be, what never stands in them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.converters import CONVERTERS

ROOT = Path(__file__).resolve().parents[1]
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "kg").rglob("*.py"))
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


KNOWS = {name: set(imports(path)) for name, path in MODULES.items()}


def inside(name: str, *prefixes: str) -> bool:
    return any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)


def offenders(who: tuple[str, ...], what: tuple[str, ...], but: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{name} imports {found}"
        for name, known in KNOWS.items()
        if inside(name, *who) and not inside(name, *but)
        for found in sorted(known)
        if inside(found, *what)
    ]


MAKES_DATA = (
    "kg.converters", "kg.annotate", "kg.readings", "kg.authority", "kg.links", "kg.crm", "kg.schemaorg",
    "kg.graph", "kg.validate", "kg.pipeline", "kg.linkers", "kg.sources",
)  # fmt: skip

# Who may use pyoxigraph: the stores, what writes and reads a release, and the syntaxes of the server.
SERIALISES = (
    "kg.stores", "kg.release", "kg.store", "kg.quads", "kg.dumps", "kg.lookup", "kg.statements", "kg.web",
)  # fmt: skip

OURS = tuple({".".join(name.split(".")[:2]) for name in MODULES if "." in name} - {"kg.model"})


@pytest.mark.parametrize(
    ("who", "what", "but"),
    [
        (("kg.model",), OURS, ()),
        (("kg.converters", "kg.annotate"), ("rdflib", "kg.iris", "kg.stores", "kg.graph", "kg.crm"), ()),
        (("kg.crm", "kg.schemaorg", "kg.graph"), ("kg.converters", "lxml"), ()),
        (("kg.web",), MAKES_DATA, ()),
        (("kg.stores",), ("kg.crm", "kg.schemaorg", "kg.graph", "kg.readings", "kg.authority"), ()),
        (("kg",), ("flask", "werkzeug", "granian"), ("kg.web",)),
        (("kg",), ("click",), ("kg.cli",)),
        (("kg",), ("pyshacl", "pyrudof"), ("kg.validate",)),
        (("kg",), ("SPARQLWrapper",), ("kg.linkers", "kg.stores")),
        (("kg",), ("pyoxigraph",), SERIALISES),
        (("kg",), ("kg.pipeline",), ("kg.cli", "kg.pipeline")),
        (("kg",), ("kg.cli", "serve"), ("kg.__main__", "kg.cli")),
    ],
)  # fmt: skip
def test_directions_that_must_never_exist(
    who: tuple[str, ...], what: tuple[str, ...], but: tuple[str, ...]
) -> None:
    assert offenders(who, what, but) == []


@pytest.mark.parametrize("package", ["kg.converters", "kg.linkers"])
def test_plug_ins_never_import_each_other(package: str) -> None:
    plug_ins = {name for name in MODULES if name.rpartition(".")[0] == package and "._" not in name}
    for one in plug_ins:
        assert offenders((one,), tuple(plug_ins - {one})) == []


def test_a_member_of_a_plug_point_stands_in_its_tuple() -> None:
    members = {type(member).__module__.split(".")[2] for member in CONVERTERS}
    found = {name.split(".")[2] for name in MODULES if name.startswith("kg.converters.") and "._" not in name}
    assert members == found


def test_no_import_goes_in_a_circle() -> None:
    """Between the packages and modules at the top of kg, a package taken as one."""
    knows: dict[str, set[str]] = {}
    for name, known in KNOWS.items():
        knows.setdefault(top(name), set()).update(top(found) for found in known if inside(found, "kg"))
    left = {name: known & knows.keys() - {name, "kg"} for name, known in knows.items() if name != "kg"}
    while free := {name for name, known in left.items() if not known}:
        left = {name: known - free for name, known in left.items() if name not in free}
    assert left == {}


def top(name: str) -> str:
    return ".".join(name.split(".")[:2])


def test_a_direction_that_is_broken_would_be_seen() -> None:
    assert offenders(("kg.iris",), ("rdflib",)) != []


def test_modules_are_small_and_say_their_arrow() -> None:
    for name, path in MODULES.items():
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 250, f"{name} has {len(text.splitlines())} lines"
        assert ast.get_docstring(ast.parse(text)), f"{name} does not say what it is"
        assert path.stem not in {"utils", "helpers", "util", "common"}


def test_functions_are_short() -> None:
    for name, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                doc = node.body[0] if ast.get_docstring(node) else None
                shown = (doc.end_lineno or 0) - doc.lineno + 1 if doc else 0
                length = (node.end_lineno or 0) - node.lineno + 1 - shown
                assert length <= 30, f"{name}.{node.name} has {length} lines"


def test_serve_is_at_most_15_lines() -> None:
    assert len((ROOT / "serve.py").read_text(encoding="utf-8").splitlines()) <= 15


def test_printing_stays_in_the_command_line() -> None:
    for name, path in MODULES.items():
        if inside(name, "kg.cli"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "print", f"{name} prints"
