"""A value as written -> the writing that is compared: what is the same in two writings is written alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_SIGNS = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"}
)
_NUMBER = re.compile(
    r"(?:(?:no|nr|number|telegram|ciphergram|cable|incoming|outgoing|special|spec|issuing|doc|document)\b|[.:#\s])+"
)
_TITLE = re.compile(r"(?:(?:the|comrades?|cdes?|coms?|tov|mr|mrs|ms|dr)\b[.\s]*)+(?=\w)")
_EDGES = " .,;:()[]'\"-_/"


def text(words: str) -> str:
    """Case, runs of white space, kinds of quotes and dashes, and signs at the edges say nothing."""
    signs = unicodedata.normalize("NFKC", words).translate(_SIGNS).casefold()
    return " ".join(signs.split()).strip(_EDGES)


def exact(words: str) -> str:
    """Only runs of white space say nothing."""
    return " ".join(words.split())


def number(words: str) -> str:
    """As text, without 'No.' and the like before it."""
    plain = text(words)
    found = _NUMBER.match(plain)
    return plain[found.end() :].strip(_EDGES) if found and found.end() < len(plain) else plain


def name(words: str) -> str:
    """As text, without a title before it (Comrade, Mr.)."""
    plain = text(words)
    found = _TITLE.match(plain)
    return plain[found.end() :] if found else plain


def signs(words: str) -> str:
    """Letters and digits only: 'AP RF' and 'APRF', 'll. 3-5' and 'll. 3–5' are the same."""
    return re.sub(r"[^\w-]", "", text(words).replace(" ", ""))


def label(words: str) -> str:
    """A label of the site: letters only; one or several is the same."""
    return re.sub(r"\W", "", text(words).replace("(s)", "").replace("(s", "")).rstrip("s")


WRITINGS: dict[str, Callable[[str], str]] = {
    "exact": exact,
    "number": number,
    "name": name,
    "post": name,
    "identity": name,
    "repository": signs,
    "part": signs,
    "label": label,
}
"""How the slots of a value are compared; the others as text."""


def compared(slot: str, words: str) -> str:
    """A value of a slot as it is compared."""
    return WRITINGS.get(slot.partition(":")[0], text)(words)
