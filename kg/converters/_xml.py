"""Text of a source file -> the root element of XML that is neither TEI nor HTML."""

from __future__ import annotations

import re

from kg.converters._html import is_html

_DECLARED = re.compile(r"[\ufeff\s]*<\?xml\b")
_BEFORE = re.compile(r"<!--.*?-->|<\?.*?\?>|<!DOCTYPE(?:[^\[>]|\[.*?\])*>|[\ufeff\s]", re.DOTALL)
_ROOT = re.compile(r"<((?:[^\W\d][\w.-]*:)?[^\W\d][\w.-]*)(?=[\s/>])")
_READ = frozenset({"TEI", "TEI.2", "teiCorpus", "html"})


def other_root(text: str) -> str | None:
    """The name of the root element of XML that nobody reads here; None for a text, for TEI and for HTML.

    Without a declaration a text is XML where its first sign opens an element and its last closes it.
    """
    if is_html(text):
        return None
    at = 0
    while before := _BEFORE.match(text, at):
        at = before.end()
    root = _ROOT.match(text, at)
    if root is None or root[1].rpartition(":")[2] in _READ:
        return None
    closed = re.search(rf"(?:</{re.escape(root[1])}\s*|/)>\s*$", text[-2000:])
    return root[1] if closed or _DECLARED.match(text) else None
