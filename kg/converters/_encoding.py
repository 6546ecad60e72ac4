"""Bytes -> text: the encoding by its mark, as UTF-8, as the file declares it, or as its words show.

A reading of bytes is taken only where the words that come out are words: letters of one script, no signs
inside them, no capitals behind small letters. Where nothing fits, nothing is guessed.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from charset_normalizer import from_bytes


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes and how they were read. encoding: the IANA name.

    note: in words, how the encoding was found, where the bytes are not plain UTF-8.
    """

    text: str
    encoding: str
    note: str | None = None


# Marks at the beginning of a file; UTF-32 before UTF-16, whose mark begins its own.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The encodings that pages of these archives are saved in, by codec and IANA name; the likelier first.
_LEGACY: tuple[tuple[str, str], ...] = (
    ("cp1252", "windows-1252"),
    ("cp1250", "windows-1250"),
    ("iso8859_2", "iso-8859-2"),
    ("cp1251", "windows-1251"),
    ("koi8_r", "koi8-r"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z][\w.:-]{1,30})", re.IGNORECASE)
# How far into a file a declaration may stand (HTML, 4.2.5.4: 1024 bytes).
_DECLARES = 1024
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
# Signs of print that are no letters and yet stand in good text.
_PRINT = frozenset("«»‹›„“”‘’‚–—…•·°§№©®™€£½¼¾±×¡¿\xa0\xad†‡")
_JOINS = frozenset("’‘–—·\xad")
# Letters that windows-1252 and its kin have and the names in these archives do not.
_STRANGE = frozenset("ÿþÞðÐ¤ªºµ")
# How names of central Europe look where they are read as windows-1252: Vidakoviæ, Jeleñ, Pavlíèek, Dvoøák.
_TURNED = re.compile(r"[æñ]\W*$|[íáé]è|èe|ø[áíe]|¾|¹|³")
_WORD = re.compile(r"[^\s\xa0]*[^\x00-\x7f\xa0\s][^\s\xa0]*")
# How many of the words that are not ASCII may look wrong.
_WRONG = 0.05
# How many different words are looked at, and how many bytes are shown to charset-normalizer.
_ENOUGH = 5_000
_SAMPLE = 50_000


def decode(data: bytes) -> Decoded | None:
    """The text of the bytes, None where they are no text in any encoding that is known here.

    A byte order mark of UTF-8 stays in the text as its first code point; one of UTF-16 or UTF-32 does not.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strict(data, codec, f"Its byte order mark says {codec.upper()}.")
    if _zeros(data):
        little = data[1::2].count(0) > data[::2].count(0)
        codec = "utf-16-le" if little else "utf-16-be"
        return _strict(data, codec, f"Every other byte is zero: read as {codec.upper()}.")
    plain = _strict(data, "utf-8")
    return plain or _declared(data) or _legacy(data)


def _strict(data: bytes, codec: str, note: str | None = None) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), codec, note)
    except (UnicodeDecodeError, LookupError):
        return None


def _zeros(data: bytes) -> bool:
    """Whether every other byte is zero, as in Latin letters of UTF-16."""
    head = data[:2000]
    counts = sorted((head[::2].count(0), head[1::2].count(0)))
    return len(head) >= 8 and counts[0] <= len(head) // 50 and counts[1] > len(head) * 0.4


def _declared(data: bytes) -> Decoded | None:
    found = _DECLARED.search(data[:_DECLARES])
    if found is None or data.lstrip()[:1] != b"<":
        return None
    name = found[1].decode("ascii")
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    read = _strict(data, codec.name, f"Not UTF-8: read as {name}, which the file declares.")
    return read if read and not re.search(r"[\x80-\x9f]", read.text) else None


def _legacy(data: bytes) -> Decoded | None:
    """The reading in an older encoding whose words look right, the likeliest of several."""
    if len(_SEQUENCE.findall(data)) * 3 > len(_HIGH.findall(data)):
        return None  # UTF-8 for the most part: a broken file, not another encoding
    readings = [(wrong, read) for read in _readings(data) if (wrong := _wrong(read.text)) <= _WRONG]
    if not readings:
        return None
    least = min(wrong for wrong, _ in readings)
    best, *others = [read for wrong, read in readings if wrong == least]
    doubts = [other.encoding for other in others if other.text != best.text]
    doubt = f"; it may be {' or '.join(doubts)}, which reads some letters otherwise" if doubts else ""
    return Decoded(best.text, best.encoding, f"Not UTF-8: read as {best.encoding}, by its words{doubt}.")


def _readings(data: bytes) -> Iterator[Decoded]:
    """The readings of the bytes in older encodings, those first that charset-normalizer finds likeliest.

    It knows languages by their letters: where nearly all words are ASCII its order means nothing.
    """
    names = [codec for codec, _ in _LEGACY]
    if len(_HIGH.findall(data)) * 8 > len(data) > 400:
        found = [match.encoding for match in from_bytes(data[:_SAMPLE], cp_isolation=names)]
        names.sort(key=lambda codec: found.index(codec) if codec in found else len(found))
    for codec in names:
        read = _strict(data, codec)
        if read:
            yield Decoded(read.text, dict(_LEGACY)[codec])


def _wrong(text: str) -> float:
    """The share of the different words with letters outside ASCII that look wrong."""
    words = list(dict.fromkeys(_WORD.findall(text)))[:_ENOUGH]
    return sum(map(_looks_wrong, words)) / len(words) if words else 0.0


def _looks_wrong(word: str) -> bool:
    scripts = {unicodedata.name(sign, "?").split()[0] for sign in word if sign.isalpha()}
    if len(scripts & {"LATIN", "CYRILLIC", "GREEK"}) > 1 or _STRANGE & set(word):
        return True
    for before, sign, after in zip(" " + word, word, word[1:] + " ", strict=False):
        if sign < "\x80" or sign.isalpha():
            continue
        if sign not in _PRINT or (before.isalpha() and after.isalpha() and sign not in _JOINS):
            return True
    if _TURNED.search(word):
        return True
    letters = [sign for sign in word if sign.isalpha()]
    foreign = sum(sign > "\x7f" for sign in letters)
    if "LATIN" in scripts and foreign >= 3 and foreign * 2 > len(letters):
        return True
    return any(a.islower() and b.isupper() and b > "\x7f" for a, b in pairwise(letters))
