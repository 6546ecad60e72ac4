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
# A quotation that a date follows, as the title in a citation.
_GLUED = re.compile(
    r"[\"“](?=[^\"“”]{3,400}[,.]?[\"”],?\s+(?:[A-Z][a-z]+ \d{1,2}, \d{4}|[A-Z][a-z]+,? \d{4}|\d{4}),)"
)
_LONGEST_CITATION = 3000


def is_citation(text: str) -> bool:
    """Whether a line is the site's full citation: the title in quotes, then archive and address."""
    if text[0] not in _OPENS or len(text) > _LONGEST_CITATION:
        return False
    return bool(PROGRAM.search(text) or ADDRESS.search(text))


def citation_within(text: str) -> int | None:
    """Where in a line a citation begins that is glued to the words before it, None where none does."""
    if len(text) > _LONGEST_CITATION or is_citation(text):
        return None
    for found in _GLUED.finditer(text):
        if PROGRAM.search(text, found.end()):
            return found.start()
    return None


def quoted_title(citation: str) -> tuple[int, int] | None:
    """Where in a citation the title stands, without its quotation marks."""
    found = next((found for form in _QUOTED if (found := form.match(citation))), None)
    return found.span("title") if found else None
