"""The site's own words: labels, furniture and notices by which a page and its shape are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.converters.wilson.lines import Line


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the site. forms: how pages write it, in lower case without a final colon.

    value: what its value must look like, where that is sure. opens: it may open the part of the page
    that follows the summary. heading: it heads other labels and has no value.
    """

    name: str
    forms: tuple[str, ...]
    value: re.Pattern[str] | None = None
    opens: bool = False
    heading: bool = False


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{4}")
LABELS: tuple[Label, ...] = (
    Label("Author(s)", ("author(s)", "authors", "author"), opens=True),
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
    Label("Related Documents", ("related documents",), opens=True),
    Label("Document Information", ("document information",), opens=True, heading=True),
    Label("Source", ("source",)),
    Label("Original Archive", ("original archive", "original archives")),
    Label("Rights", ("rights",)),
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
    r".{0,40}?\bwelcomes reuse|To enquire about (?:this document's|this document’s|the) rights",
)
SUPPORT = re.compile(
    r"This document was made possible (?:with|by) (?:the )?(?:generous )?support (?:from|of|by) "
    r"(?:the )?(?P<funder>.+?)\.?"
)
SKIP = re.compile(r"(?:skip|jump) to (?:main )?content", re.IGNORECASE)
# Furniture of the older site (shape D); whole lines.
FURNITURE = re.compile(
    r"Search in|(?:ADD SEARCH FILTER|CANCEL SEARCH FILTER|\s)+|Digital Archive(?: International History "
    r"Declassified)?|International History Declassified|get citation|VIEW DOCUMENT IN|(?:English|Original|"
    r"\w+) (?:HTML|PDF|Transcript)|HTML|PDF|(?:digitalarchive\.)?wilsoncenter\.org|Share|Print|Download",
    re.IGNORECASE,
)
_OLD_SITE = re.compile(
    r"get citation|VIEW DOCUMENT IN|English HTML|Digital Archive International History Declassified|Search in",
    re.IGNORECASE,
)
PRINTED_PDF = re.compile(r"\bCitation:.*\b(?:Summary|Credits|Original Language):.*\bContents:", re.DOTALL)


def label_of(text: str) -> Label | None:
    """The label a whole line is, if it is one."""
    return _BY_FORM.get(" ".join(text.split()).rstrip(": ").lower())


def page_shape(text: str, lines: Sequence[Line]) -> str | None:
    """Which of the page shapes A to E this is by its marks; None where it has no marks of the site.

    A, B: the present site with its skip link, with and without labelled values. C: the same without
    the link. D: the site before. E: the text of its PDF in one paragraph.
    """
    found = [label for line in lines if (label := label_of(line.text))]
    ends = any(label.opens for label in found) or any(RIGHTS.match(line.text) for line in lines)
    if PRINTED_PDF.search(text):
        return "E"
    if lines and SKIP.fullmatch(lines[0].text) and ends:
        return "A" if {"Source", "Rights", "Type"} & {label.name for label in found} else "B"
    if sum(bool(_OLD_SITE.fullmatch(line.text)) for line in lines[:40]) >= 2:
        return "D"
    return "C" if ends else None
