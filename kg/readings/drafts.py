"""A reading file <-> a draft: whether it is a draft that nobody has touched.

A draft carries `draft: {software, sha256}`. While everything else in the file is as the program left it
(comments and line breaks apart), it may be drafted anew. Once anything differs, it never is: a person is at
work on it. While the block stands, a saying with a `rule` is the program's; without the block, all of it is a
person's and a `rule` only says where a saying came from.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from kg.errors import Place, ReadingError
from kg.handfile import read_hand_file
from kg.schemacheck import check_hand_file


def draft_sha256(data: dict[str, Any]) -> str:
    """SHA-256 (hex) of a reading file's data, its `draft` block left out."""
    body = {key: value for key, value in data.items() if key != "draft"}
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def is_untouched(data: dict[str, Any]) -> bool:
    """Whether the data of a reading file is what a program drafted."""
    return "draft" in data and data["draft"]["sha256"] == draft_sha256(data)


def untouched_file(path: Path) -> bool:
    """Whether a reading file is a draft that nobody has touched.

    Raises ReadingError for a file that is missing, no YAML or against the schema.
    """
    file = read_hand_file(path, ReadingError)
    check_hand_file(file, "reading", ReadingError)
    return is_untouched(file.data)


def write_draft(path: Path, text: str) -> None:
    """Write a draft where no file stands, or over a draft that nobody has touched; whole or not at all.

    Raises ReadingError, and writes nothing, where anything else stands there or it cannot be written.
    """
    if os.path.lexists(path) and not _replaceable(path):
        wrong = "has been corrected or is no draft, and a draft never replaces that"
        mend = "See with --diff what a draft would change, or write it elsewhere with --output."
        raise ReadingError(wrong, place=Place(path), mend=mend)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
    except OSError as error:
        raise ReadingError(f"cannot be written: {error.strerror}", place=Place(path)) from error
    finally:
        if aside.is_file():
            aside.unlink()


def _replaceable(path: Path) -> bool:
    """Whether an untouched draft stands there; a file that is no reading at all is none."""
    try:
        return path.is_file() and untouched_file(path)
    except ReadingError:
        return False
