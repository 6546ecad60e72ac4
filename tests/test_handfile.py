"""Hand-kept YAML: every key knows its line, and texts stay as they are written."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kg.errors import AuthorityError, KgError, Place
from kg.handfile import Problem, parse_hand_text, read_hand_file, read_text

TEXT = """\
# a comment
a: 1950-09-21
b: [1, 2.50, "3", 007, 1_000]
c:
  - id: x
    yes: true
  - {no: no}
"""


def test_texts_stay_as_they_are_written() -> None:
    file = parse_hand_text(TEXT, Path("a.yaml"), "", KgError)
    assert file.data == {
        "a": "1950-09-21",
        "b": ["1", "2.50", "3", "007", "1_000"],
        "c": [{"id": "x", "yes": True}, {"no": "no"}],
    }
    assert file.problems == ()


def test_every_key_knows_its_line_and_name() -> None:
    file = parse_hand_text(TEXT, Path("a.yaml"), "", KgError)
    at = ("c", 0, "yes")
    assert (file.line(at), file.name(at)) == (6, "c.x.yes")
    assert (file.line(("c", 1, "no")), file.name(("c", 1, "no"))) == (7, "c[2].no")
    assert (file.line(("c", 1, "missing")), file.line(())) == (7, 2)
    error = file.error(AuthorityError, Problem(at, "is wrong", "Mend it."))
    assert isinstance(error, AuthorityError)
    assert error.place == Place(Path("a.yaml"), 6, "c.x.yes")


def test_doubled_keys_anchors_tags_and_empty_values_are_problems() -> None:
    text = "a: 1\na: 2\nb: &x y\nc: *x\nd:\ne: !thing z\n[f]: g\n"
    problems = parse_hand_text(text, Path("a.yaml"), "", KgError).problems
    assert [(problem.at, problem.line) for problem in problems] == [
        (("a",), 2),
        (("b",), None),
        (("c",), None),
        (("d",), None),
        (("e",), None),
        ((), None),
    ]


def test_a_file_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\r\n")
    file = read_hand_file(path, KgError)
    assert file.data == {"a": "b"}
    assert file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="there is no such file"):
        read_text(tmp_path / "nothing", AuthorityError)
    with pytest.raises(AuthorityError, match="cannot be read: Is a directory"):
        read_text(tmp_path, AuthorityError)
