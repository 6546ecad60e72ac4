"""The site's own words: labels, furniture and notices by which a page and its shape are known."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the site. forms: how pages write it, in lower case without a final colon.

    value: what its value must look like, where that is sure. opens: it may open the part of the page
    that follows the summary. heading: it heads other labels and has no value. kind: of its values' parts.
    """

    name: str
    forms: tuple[str, ...]
    value: re.Pattern[str] | None = None
    opens: bool = False
    heading: bool = False
    kind: str = "field"


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{4}")
LABELS: tuple[Label, ...] = (
    Label("Author(s)", ("author(s)", "authors"), opens=True),
    Label(
        "Associated People & Organizations",
        (
            "associated people & organizations", "associated people and organizations",
            "associated people &amp; organizations", "associated people",
        ),
        opens=True,
    ),
    Label("Associated Places", ("associated places",), opens=True),
    Label("Associated Topics", ("associated topics",), opens=True),
    Label("Subjects Discussed", ("subjects discussed",), opens=True),
    Label("Related Documents", ("related documents",), opens=True, kind="related"),
    Label("Document Information", ("document information",), opens=True, heading=True, kind="source"),
    Label("Source", ("source",), kind="source"),
    Label("Original Archive", ("original archive", "original archives")),
    Label("Rights", ("rights",), kind="rights"),
    Label("Original Uploaded Date", ("original uploaded date", "original upload date"), value=_DATE),
    Label("Type", ("type", "document type")),
    Label("Language", ("language", "languages")),
    Label("Original Language", ("original language",)),
    Label("Contributor(s)", ("contributor(s)", "contributors", "document contributors")),
    Label("Record ID", ("record id",), value=re.compile(r"\d{3,7}")),
    Label("Original Classification", ("original classification",)),
    Label("Donors", ("donors", "donor")),
)  # fmt: skip
_BY_FORM = {form: label for label in LABELS for form in label.forms}

RIGHTS = re.compile(
    r"The (?:History and Public Policy Program|Wilson Center|Cold War International History Project)\b"
    r".{0,40}?\bwelcomes reuse|To enquire about (?:this document's|this document’s|the) rights"
)
SUPPORT = re.compile(
    r"This document was made possible (?:with|by) (?:the )?(?:generous )?support (?:from|of|by) "
    r"(?:the )?(?P<funder>.+?)\.?"
)
SKIP = re.compile(r"(?:skip|jump) to (?:main )?content", re.IGNORECASE)
# Furniture of the site before the present one (shape D); whole lines.
FURNITURE = re.compile(
    r"Search in|(?:(?:ADD|CANCEL) SEARCH FILTER\s*)+|International History Declassified|"
    r"Digital Archive(?:\s+International History Declassified)?|get citation|VIEW DOCUMENT IN|"
    r"\w+ (?:HTML|PDF)|HTML|PDF|Share|Print|(?:https?://)?(?:www\.|digitalarchive\.)?wilsoncenter\.org/?",
    re.IGNORECASE,
)
OLDER_SITE = re.compile(
    r"get citation|VIEW DOCUMENT IN|English HTML|Search in|"
    r"Digital Archive\s+International History Declassified",
    re.IGNORECASE,
)
# The address of a document's page; the number is the record's.
ADDRESS = re.compile(
    r"https?://(?:www\.)?digitalarchive\.wilsoncenter\.org/(?:document|node)/(?P<record>\d{4,7})?\S*"
)
PROGRAM = re.compile(r"\bDigital Archive\s*,\s*|\bCold War International History Project(?:,|\.)\s*")
LISTING = re.compile(r"\d[\d,]* [-–] \d[\d,]* of [\d,]+|SEARCH RESULTS|No results found\.?", re.IGNORECASE)
ERROR_PAGE = re.compile(
    r"(?:Error\s+)?(?:404|403|500|502|503)\b.{0,40}|Access denied\.?|Just a moment\.*|Bad Gateway|"
    r"Service (?:Temporarily )?Unavailable|(?:The )?(?:requested )?page (?:could )?not (?:be )?found\.?",
    re.IGNORECASE,
)


def label_of(text: str) -> Label | None:
    """The label a whole line is, if it is one."""
    return _BY_FORM.get(" ".join(text.split()).rstrip(": ").lower())
