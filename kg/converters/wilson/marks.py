"""The site's own words: labels, furniture and notices by which a page and its shape are known."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the site. forms: how pages write it, in lower case without a final colon.

    value: what its value must look like, where that is sure. opens: it may open the part of the page
    that follows the summary. heading: it heads other labels and has no value. kind: of its values' parts.
    lists: several values may stand in one line, set apart by these signs.
    """

    name: str
    forms: tuple[str, ...]
    value: re.Pattern[str] | None = None
    opens: bool = False
    heading: bool = False
    kind: str = "field"
    lists: str = ""


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{4}")
_NUMBER = re.compile(r"#?\d{3,7}")
LABELS: tuple[Label, ...] = (
    Label("Author(s)", ("author(s)", "author(s) of document", "creator(s)"), opens=True, lists=";|"),
    Label(
        "Associated People & Organizations",
        (
            "associated people & organizations", "associated people and organizations",
            "associated people &amp; organizations", "associated people", "associated organizations",
            "associated people/organizations",
        ),
        opens=True,
        lists=";|",
    ),
    Label("Associated Places", ("associated places", "associated place"), opens=True, lists=";|,"),
    Label("Associated Topics", ("associated topics", "associated topic"), opens=True, lists=";|"),
    Label("Subjects Discussed", ("subjects discussed", "subject discussed"), opens=True, lists=";|"),
    Label("Related Documents", ("related documents", "related document"), opens=True, kind="related"),
    Label("Document Information", ("document information",), opens=True, heading=True, kind="source"),
    Label("Source", ("source", "sources", "original source"), kind="source"),
    Label("Original Archive", ("original archive", "original archives", "original repository"), lists=";|"),
    Label("Rights", ("rights",), kind="rights"),
    Label(
        "Original Uploaded Date",
        ("original uploaded date", "original upload date", "uploaded date", "upload date"),
        value=_DATE,
    ),
    Label("Type", ("type", "document type", "types")),
    Label("Language", ("language", "languages"), lists=";|,"),
    Label("Original Language", ("original language", "original languages"), lists=";|,"),
    Label(
        "Contributor(s)",
        ("contributor(s)", "contributors", "document contributors", "document contributor(s)"),
        lists=";|",
    ),
    Label("Translator(s)", ("translator(s)", "translators"), lists=";|"),
    Label("Record ID", ("record id", "record identifier"), value=_NUMBER),
    Label("Original Classification", ("original classification", "classification")),
    Label("Donors", ("donors", "donor", "donor(s)"), lists=";|"),
)  # fmt: skip
_BY_FORM = {form: label for label in LABELS for form in label.forms}
_INLINE = re.compile(r"(?P<label>[A-Z][A-Za-z()&/ ]{3,40}?)\s*:\s+(?=\S)")

RIGHTS = re.compile(
    r"The (?:History and Public Policy Program|Wilson Center|Cold War International History Project)\b"
    r".{0,60}?\bwelcomes (?:the )?(?:re)?use|To enquire about (?:this document's|this document’s|the) rights"
    r"|Some documents may be subject to copyright"
)
SUPPORT = re.compile(
    r"This document (?:was|is) made possible (?:with|by|through|thanks to) (?:the )?(?:generous )?"
    r"(?:(?:support|grant|funding)s? (?:provided )?(?:from|of|by) )?(?:\*\*the\*\* |the )?(?P<funder>.+?)\.?",
    re.IGNORECASE,
)
SKIP = re.compile(r"(?:skip|jump) to (?:main |the )?(?:content|text)", re.IGNORECASE)
BULLET = re.compile(r"(?:[•·▪◦‣*–-]\s+|[•·▪◦‣])(?=\S)")
# Furniture of the site, whole lines: the older one's (shape D), the present one's, and what browsers add.
_FURNITURE = re.compile(
    r"Search in|(?:(?:ADD|CANCEL) SEARCH FILTERS?\s*)+|International History Declassified|"
    r"(?:The )?(?:Wilson Center )?Digital Archive(?:\s+International History Declassified)?|"
    r"(?:get |copy |view )?citation|(?:citation|share|download|print)(?:\s+(?:citation|share|"
    r"download|print))+|"
    r"share document|share this(?: document)?|share|download(?: document| pdf)?|print(?: document)?|cite|"
    r"cite this document|view document in|view document|view (?:original|scan|pdf|images?)|"
    r"(?:[A-Z][a-z]+ )?(?:\([a-z ]{3,30}\) )?(?:HTML|PDF|Scan)|Original (?:HTML|PDF|Scan)|"
    r"(?:[A-Z][a-z]+ )?(?:Translation|Transcription)|"
    r"(?:https?://)?(?:www\.|digitalarchive\.)?wilsoncenter\.org/?|(?:The )?Wilson Center|"
    r"menu|main menu|main navigation|toggle navigation|navigation|home|browse|search|"
    r"search the archive|topics|"
    r"topics & places|people|places|collections|resources|about(?: us)?|contact(?: us)?|breadcrumbs?|"
    r"log ?in|sign ?in|donate|subscribe|close|open|back(?: to top)?|back to results|email|facebook|twitter|"
    r"tweet|linkedin|read more|show more|show less|enlarge image|"
    r"(?:this (?:web)?site|we|our (?:web)?site) uses? cookies\b.*|.{0,80}\b(?:privacy|"
    r"cookies?) (?:policy|settings|"
    r"preferences|notice)\.?|accept(?: all)?(?: cookies)?|(?:reject|decline)(?: all)?|i (?:agree|"
    r"accept)|got it!?|"
    r"placeholder image for when .*|image|no image found\.?|\|+|[»›>/]+",
    re.IGNORECASE,
)
OLDER_SITE = re.compile(
    r"get citation|VIEW DOCUMENT IN|English HTML|Search in|share document|CITATION SHARE DOWNLOAD|"
    r"(?:(?:ADD|CANCEL) SEARCH FILTERS?\s*)+|Digital Archive\s+International History Declassified",
    re.IGNORECASE,
)
# The address of a document's page; the number is the record's.
ADDRESS = re.compile(
    r"https?://(?:www\.)?digitalarchive\.wilsoncenter\.org/(?:document|node)/(?P<record>\d{4,7}(?![\w-]))?\S*"
)
PROGRAM = re.compile(r"\bDigital Archive\s*,\s*|\bCold War International History Project(?:,|\.)\s*")
LISTING = re.compile(
    r"(?:\(?\d[\d,]* (?:[-–]|to) \d[\d,]* of [\d,]+\)?|SEARCH RESULTS(?: for .{1,120})?|Results:?|"
    r"Popular Documents|No (?:results|documents) (?:were )?found.{0,60}|\d[\d,]* results(?: found)?)",
    re.IGNORECASE,
)
_CODE = r"(?:Error:?\s+|HTTP(?: Status)? )?(?:40[0-9]|410|429|50[0-9]|52[0-9])"
# What a server says with its number: 404 Not Found; Error 503; 502 – Bad Gateway.
_SAID = (
    r"(?:not found|page not found|forbidden|(?:access )?denied|bad gateway|bad request|unauthori[sz]ed|"
    r"gone|error|"
    r"(?:internal )?server error|(?:service|temporarily) .{0,20}unavailable|too many requests|"
    r"(?:gateway |request )?time-?out|page|file|file or directory not found|not acceptable|"
    r"method not allowed|oops.{0,40}|"
    r"sorry.{0,50}|the page .{0,50}|this page .{0,50}|we (?:can|could).{0,50}|origin .{0,40}|"
    r"web server .{0,40}|connection .{0,40})"
)
ERROR_PAGE = re.compile(
    rf"{_CODE}(?:\s*[-–—:|.]*\s*{_SAID}\b.{{0,60}})?[.!]?|"
    r"Access (?:is |was )?denied\.?|"
    r"Just a moment\.*|Bad Gateway|Forbidden|Not Found|Attention Required!.{0,40}|Internal Server Error|"
    r"Checking your browser.{0,80}|Verify(?:ing)? (?:that )?you are (?:a )?human.{0,80}|Gateway Time-?out|"
    r"Service (?:Temporarily )?Unavailable|(?:The |This )?(?:requested )?(?:page|document|resource|URL) "
    r"(?:you (?:requested|are looking for) )?(?:was |could )?(?:not (?:be )?|cannot be |"
    r"can.t be )found\b.{0,80}|"
    r"Page Not Found\b.{0,60}|The website encountered an unexpected error\..{0,60}|"
    r"(?:Sorry, )?we (?:can.t|cannot|could not|couldn.t) find (?:that|the|this) page.{0,60}|"
    r"Sorry, (?:this|the) page .{0,60}|This site can.t be reached|Enable JavaScript and cookies to continue",
    re.IGNORECASE,
)


def label_of(text: str) -> Label | None:
    """The label a whole line is, if it is one."""
    return _BY_FORM.get(" ".join(text.split()).rstrip(": ").lower()) if len(text) < 60 else None


def inline_label(text: str) -> tuple[Label, int] | None:
    """The label that a line begins with, and where its value begins behind the colon."""
    found = _INLINE.match(text)
    label = label_of(found["label"]) if found else None
    return (label, found.end()) if found and label and not label.heading else None


def is_furniture(text: str) -> bool:
    """Whether a line is of the site or the browser, with or without a bullet before it."""
    if len(text) > 400:
        return False
    bullet = BULLET.match(text)
    bare = (text[bullet.end() :] if bullet else text).strip(" \t-–")
    return SKIP.fullmatch(bare) is not None or _FURNITURE.fullmatch(bare) is not None


def is_older(text: str) -> bool:
    """Whether a line is furniture of the site before the present one."""
    bullet = BULLET.match(text)
    return OLDER_SITE.fullmatch((text[bullet.end() :] if bullet else text).strip(" \t-–")) is not None
