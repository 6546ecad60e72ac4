"""Label, number or IRI -> what it sorts by: numbers by value, without accents and case."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

LAST = "\U0010fffd"
"""Sorts after every label."""

_DIGITS = re.compile(r"[0-9]+")


def natural(text: str) -> str:
    """A text that compares as people order the given one: 'no. 2' before 'no. 10', 'Émile' with 'Emile'.

    Signs before the first letter or digit do not count. Of digits, only those of ASCII are numbers.
    """
    plain = "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))
    return _DIGITS.sub(_valued, re.sub(r"^[\W_]+", "", plain))


def _valued(found: re.Match[str]) -> str:
    """A number behind the number of its digits, so that the longer one is the greater one."""
    digits = found[0].lstrip("0") or "0"
    return f"{len(digits):04d}{digits}"
