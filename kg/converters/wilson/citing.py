"""A line of a page -> whether it is the site's full citation of the document, and the title it quotes."""

from __future__ import annotations

import re

from kg.converters.wilson.marks import ADDRESS, PROGRAM

_OPENS = "\"“”„'‘’«"
# A title in double quotation marks, then the date or the site; else the shortest run between any marks.
_QUOTED = (
    re.compile(
        r"[\"“”„«](?P<title>.+?)(?:[,.]?[\"“”»],?|,)(?=\s*,?\s+(?:[A-Z][a-z]+,? \d|\d|,|"
        r"History and|Wilson|Contributed))"
    ),
    re.compile(r"[\"“”„'‘’«](?P<title>.+?)[,.]?[\"“”'‘’»](?=\s*,|\s|$)"),
)
_LONGEST_CITATION = 3000


def is_citation(text: str) -> bool:
    """Whether a line is the site's full citation: the title in quotes, then archive and address."""
    if text[0] not in _OPENS or len(text) > _LONGEST_CITATION:
        return False
    return bool(PROGRAM.search(text) or ADDRESS.search(text))


def quoted_title(citation: str) -> tuple[int, int] | None:
    """Where in a citation the title stands, without its quotation marks."""
    found = next((found for form in _QUOTED if (found := form.match(citation))), None)
    return found.span("title") if found else None
