"""The house: which module may know which, how long they may be, what never stands in them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

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
    "kg.graph", "kg.validate", "kg.pipeline", "kg.linkers",
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
        (("kg",), ("kg.pipeline",), ("kg.cli",)),
        (("kg",), ("kg.cli", "serve"), ("kg.__main__", "kg.cli")),
    ],
)  # fmt: skip
def test_directions_that_must_never_exist(
    who: tuple[str, ...], what: tuple[str, ...], but: tuple[str, ...]
) -> None:
    assert offenders(who, what, but) == []


def test_converters_never_import_each_other() -> None:
    plug_ins = ("kg.converters.wilson", "kg.converters.tei")
    for one in plug_ins:
        for other in plug_ins:
            if one != other:
                assert offenders((one,), (other,)) == []


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
