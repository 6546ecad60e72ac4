r"""Query text -> tokens: the terminals that a scan must tell apart (SPARQL 1.1 Query Language, section 19.8).

Every repetition is possessive and none is tried again from its middle, so matching is linear: a long query
cannot make it slow. Where a string has an escape that the grammar does not know, it is no string, as in
the engine.
"""

from __future__ import annotations

import re

_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = _BASE + r"_0-9\-" + "\u00b7\u0300-\u036f\u203f\u2040"
_CODEPOINT = (
    r"\\u(?![dD][89a-fA-F])[0-9A-Fa-f]{4}"
    r"|\\U(?:0000(?![dD][89a-fA-F])|000[1-9A-Fa-f]|0010)[0-9A-Fa-f]{4}"
)
_ESCAPE = rf"\\[tbnrf\\\"']|{_CODEPOINT}"
_LOCAL_ESCAPE = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_LOCAL = (
    rf"(?:(?:[{_NAME}:]|{_LOCAL_ESCAPE})"
    rf"(?:[{_NAME}:]|{_LOCAL_ESCAPE}|\.++(?=[{_NAME}:]|{_LOCAL_ESCAPE}))*+)?+"
)
_STRING = (
    rf"\"\"\"(?:[^\"\\]|{_ESCAPE}|\"(?!\"\"))*+\"\"\"|'''(?:[^'\\]|{_ESCAPE}|'(?!''))*+'''"
    rf"|\"(?:[^\"\\\r\n]|{_ESCAPE})*+\"|'(?:[^'\\\r\n]|{_ESCAPE})*+'"
)
_COMMENT = r"\#[^\r\n]*+"
_IRI = rf"<(?:[^\x00-\x20<>\"{{}}|^`\\]|{_CODEPOINT})*+>"
_ESCAPED = re.compile(rf"(?:{_COMMENT}|{_IRI}|{_STRING})|(?P<escape>{_CODEPOINT})")

TOKEN = re.compile(
    rf"(?P<blank>[ \t\r\n]++|{_COMMENT})"
    rf"|(?P<iri>{_IRI})"
    rf"|(?P<string>{_STRING})"
    rf"|(?P<value>[?$][{_NAME}]*+|_:[{_NAME}.]*+|@[A-Za-z][A-Za-z0-9\-]*+|[0-9]++)"
    rf"|(?P<name>(?=[{_BASE}:])(?P<prefix>(?:[{_BASE}][{_NAME}]*+(?:\.++[{_NAME}]++)*+)?+)"
    rf"(?::(?P<local>{_LOCAL}))?+)"
    rf"|(?P<sign>.)",
    re.DOTALL,
)
"""One token; `lastgroup` is its kind: blank (white space, comment), iri, string, value (variable, blank node,
language tag, digits), name (prefixed name with prefix and local, or a word, where local is None), or sign
(any other character)."""


def decoded(text: str) -> str:
    r"""The text with its codepoint escapes (\uXXXX, \UXXXXXXXX) decoded, outside strings, IRIs and comments.

    There the engine decodes them itself. SPARQL 1.1 Query Language, section 19.2.
    """
    return _ESCAPED.sub(_character, text) if "\\" in text else text


def unescaped(iri: str) -> str:
    """What an IRI token (with its angle brackets) names, codepoint escapes decoded."""
    return re.sub(_CODEPOINT, lambda found: chr(int(found.group()[2:], 16)), iri[1:-1])


def _character(found: re.Match[str]) -> str:
    escape = found.group("escape")
    return chr(int(escape[2:], 16)) if escape else found.group()
