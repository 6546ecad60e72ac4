"""data/queries/*.rq -> named queries with titles."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.named_queries import find_query, read_queries


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_title_description_and_order(tmp_path: Path) -> None:
    write(tmp_path, "02-b.rq", "# title: Second\nASK {}")
    write(tmp_path, "01-a.rq", "# title: First\n# description: Two\n#   lines.\nPREFIX a: <x:>\n# no\nASK {}")
    first, second = read_queries(tmp_path)
    assert (first.name, first.title, first.description) == ("01-a", "First", "Two lines.")
    assert (second.title, second.description) == ("Second", "")
    assert first.text.endswith("ASK {}")


def test_found_by_number_name_and_beginning(tmp_path: Path) -> None:
    for name in ("01-who.rq", "02-what.rq", "02-when.rq"):
        write(tmp_path, name, f"# title: {name}\nASK {{}}")
    queries = read_queries(tmp_path)
    assert find_query(queries, "2") is queries[1]
    assert find_query(queries, "01-who") is queries[0]
    assert find_query(queries, "02-wha") is queries[1]
    assert find_query(queries, "02-w") is None
    assert find_query(queries, "9") is None


def test_a_query_without_title_is_an_error_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, "01.rq", "ASK {}")
    with pytest.raises(KgError, match=r"01\.rq:1: has no title"):
        read_queries(tmp_path)


def test_no_folder_is_no_queries(tmp_path: Path) -> None:
    assert read_queries(tmp_path / "none") == ()
