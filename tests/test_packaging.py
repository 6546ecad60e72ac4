"""What a wheel carries: every package, the data files beside them, the ontology, shapes and queries."""

from __future__ import annotations

import tomllib
from pathlib import Path


def test_every_package_is_listed(root: Path) -> None:
    listed = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"][
        "packages"
    ]
    found = {".".join(path.parent.relative_to(root).parts) for path in (root / "kg").rglob("__init__.py")}
    assert set(listed) == found | {"kg.ontology", "kg.shapes", "kg.queries"}


def test_locks_carry_hashes_and_no_address(root: Path) -> None:
    for lock in sorted((root / ".ci").glob("*.lock")):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index" not in text
        pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert pins
        assert all("==" in pin for pin in pins)
        assert text.count("--hash=sha256:") >= len(pins)
