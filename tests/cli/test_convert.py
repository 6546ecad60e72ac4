"""kg convert: the facts of a page in the terminal and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Kg

STARTER = Path(__file__).resolve().parents[2] / "kg/starter/data/sources/example-letter.txt"


def test_it_shows_the_fields_of_a_page_with_their_places(kg: Kg, tmp_path: Path) -> None:
    done = kg("convert", str(STARTER), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("example-letter (shape A")
    begin = STARTER.read_text(encoding="utf-8").index("100001")
    assert f"numbers            kind: record; span: “100001” {begin}-{begin + 6}" in done.stdout
    assert "kind: page; span: “" in done.stdout


def test_json_holds_everything_that_is_known(kg: Kg, tmp_path: Path) -> None:
    done = kg("convert", "--json", str(STARTER), cwd=tmp_path)
    (line,) = done.stdout.splitlines()
    document = json.loads(line)
    assert document["key"] == "example-letter"
    assert document["text"] == STARTER.read_text(encoding="utf-8")
    assert "".join(part["span"]["text"] for part in document["parts"]) == document["text"]
    assert "via" not in document


def test_what_cannot_be_read_is_said_and_the_rest_is_shown(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = kg("convert", "empty.txt", "absent.txt", str(STARTER), cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "error: empty.txt: is empty. Save the page again.",
        "error: absent.txt: cannot be read: No such file or directory",
    ]
    assert done.stdout.startswith("example-letter")
