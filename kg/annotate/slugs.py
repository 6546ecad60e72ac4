"""Names -> keys: ASCII, small letters, hyphens; each unique within its document."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans({
    "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe",
    "ı": "i", "İ": "i", "þ": "th", "ð": "d", "ħ": "h", "'": None, "\u2019": None, "\u02bc": None, ".": " ",
})  # fmt: skip
_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 60


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """A name without diacritics, apostrophes and dots, in small letters; other scripts stay as they are."""
    plain = text.translate(_PLAIN)
    if plain.isascii():
        return plain.lower().strip()
    marked = unicodedata.normalize("NFKD", plain)
    return "".join(sign for sign in marked if not unicodedata.combining(sign)).casefold().strip()


def slug(text: str, otherwise: str = "name") -> str:
    """The key of a name: 'Ri Ju-yeon' -> 'ri-ju-yeon'; `otherwise` where no Latin letter is left."""
    found = _OTHER.sub("-", fold(text)).strip("-")
    if len(found) > _LONGEST:
        found = found[:_LONGEST].rpartition("-")[0] or found[:_LONGEST]
    return found or otherwise


def unique(key: str, taken: set[str]) -> str:
    """The key, or the key with the first free number behind it; it is then taken."""
    free, n = key, 2
    while free in taken:
        free, n = f"{key}-{n}", n + 1
    taken.add(free)
    return free
