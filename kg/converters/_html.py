"""HTML of a page -> its text in lines, without furniture, scripts or markup, and what it calls its title.

Nothing is fetched and nothing run: lxml parses the text as it stands. A block is set apart by a blank line,
a line break and a row of a table by a line end; entities are decoded, white space is run together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """The text of an HTML page, and its first heading or title as one line, None where it has none."""

    text: str
    title: str | None


_BEGINS = re.compile(
    r"[\ufeff\s]*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|main|article|section|div|p|h1|h2|table|meta|title|span|ul|ol|center)\b",
    re.IGNORECASE | re.DOTALL,
)
# Elements whose text nobody reads, or that are no text at all.
_UNREAD = frozenset(
    """
    script style noscript template head svg math iframe frame object embed canvas audio video map select
    option optgroup datalist textarea button input dialog nav applet noframes param source track
    """.split()  # noqa: SIM905
)
_AROUND = frozenset({"header", "footer", "aside"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog"})
_NAMED = re.compile(
    r"\b(?:cookies?|consent|gdpr|breadcrumbs?|pager|share|social|newsletter|site-header|site-footer|menu)\b",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# How far an element is set apart from what stands before and after it, in line ends.
_APART = dict.fromkeys(
    """
    p div h1 h2 h3 h4 h5 h6 section article main header footer aside ul ol dl table blockquote figure
    figcaption fieldset form pre hr address details summary body html center caption
    """.split(),  # noqa: SIM905
    2,
) | dict.fromkeys(("li", "dt", "dd", "tr", "legend"), 1)
_BLANK = re.compile(r"[ \t\r\n\f]+")
# Less than this is left of a page only where its document was taken for furniture.
_LEAST = 80


def is_html(text: str) -> bool:
    """Whether a text is HTML, be it a fragment, and not XML of another kind."""
    return _BEGINS.match(text) is not None


def read_html(text: str) -> HtmlPage | None:
    """The text of an HTML page, None where the parser finds nothing in it or cannot follow it to its end."""
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if any("depth" in error.message for error in parser.error_log):
        return None  # what is nested deeper than the parser follows would be lost without a word
    shown = _Shown(bare=True).of(root)
    if len(shown.strip()) < _LEAST:
        whole = _Shown(bare=False).of(root)
        shown = whole if len(whole) > 2 * len(shown) else shown
    return HtmlPage(shown, _title(root))


def _title(root: html.HtmlElement) -> str | None:
    """The heading of the document, not of the site: the one in its article, or the last; else the title."""
    within = root.xpath("//main//h1 | //article//h1") or root.xpath("//h1")[-1:] or root.xpath("//title")
    words = [_BLANK.sub(" ", "".join(one.itertext())).strip() for one in within]
    return next((found for found in words if found), None)


@dataclass(slots=True)
class _Shown:
    """What a reader sees of an element. bare: without the furniture of the site."""

    bare: bool
    counts: dict[html.HtmlElement, int] = field(default_factory=dict)

    def of(self, root: html.HtmlElement) -> str:
        """The text of an element, its blocks apart."""
        out: list[str] = []
        gap = 0
        for piece in self._pieces(root):
            if isinstance(piece, int):
                gap = max(gap, piece) if piece > 0 else gap + 1
                continue
            words = piece if not gap and out else piece.lstrip(" ")
            if not words:
                continue
            if gap and out:
                out.append("\n" * gap)
            elif out and out[-1].endswith((" ", "\t")):
                words = words.lstrip(" ")
            gap = 0
            out.append(words)
        lines = "".join(out).split("\n")
        return "\n".join(line.rstrip(" \t") for line in lines) + "\n"

    def _pieces(self, root: html.HtmlElement) -> Iterator[str | int]:
        """Words, and the gaps between them: a number of line ends, 0 for one more."""
        todo: list[html.HtmlElement | str | int] = [root]
        while todo:
            one = todo.pop()
            if not isinstance(one, html.HtmlElement):
                yield one
                continue
            apart = [gap] if (gap := _APART.get(str(one.tag))) else []
            if one.tail and one is not root:
                todo.append(_words(one.tail, one.getparent()))
            if self._is_left_out(one):
                yield from apart
                continue
            number = [self._number(one)] if one.tag == "li" else []
            todo += [*apart, *reversed(list(one)), _words(one.text or "", one), *number, *apart]
            yield from _mark(one)

    def _number(self, one: html.HtmlElement) -> str:
        """The number that a reader sees before a note of the page; other lists are shown without."""
        above = one.getparent()
        if above is None or above.tag != "ol" or not _notes(above):
            return ""
        self.counts[above] = self.counts.get(above, 0) + 1
        return f"{self.counts[above]}. "

    def _is_left_out(self, one: html.HtmlElement) -> bool:
        if not isinstance(one.tag, str) or one.tag in _UNREAD or "hidden" in one.attrib:
            return True
        if _UNSEEN.search(one.get("style", "")):
            return True
        if not self.bare or one.tag in ("body", "html", "main", "article"):
            return False
        return _is_furniture(one) and one.find(".//h1") is None


def _notes(one: html.HtmlElement) -> bool:
    """Whether a list says that it is of notes."""
    above = one.getparent()
    named = [(el.get("class", "") + el.get("id", "")).lower() for el in (one, above) if el is not None]
    return any("footnote" in name or "endnote" in name for name in named)


def _is_furniture(one: html.HtmlElement) -> bool:
    """Whether an element says that it is of the site, and not of the document."""
    if one.tag in _AROUND and not any(up.tag in ("main", "article") for up in one.iterancestors()):
        return True
    if one.get("role", "") in _ROLES:
        return True
    named = _NAMED.search(f"{one.get('class', '')} {one.get('id', '')}")
    return named is not None and len("".join(one.itertext())) < 2000


def _words(text: str, within: html.HtmlElement | None) -> str:
    """Words as they are shown: only preformatted text keeps its line ends."""
    kept = within is not None and within.tag in ("pre", "xmp", "listing", "plaintext")
    return text.replace("\r\n", "\n") if kept else _BLANK.sub(" ", text)


def _mark(one: html.HtmlElement) -> Iterator[str | int]:
    """What stands for an element itself: a line end, or the tab between two cells of a row."""
    if one.tag == "br":
        yield 0
    elif one.tag in ("td", "th") and one.getprevious() is not None:
        yield "\t"
