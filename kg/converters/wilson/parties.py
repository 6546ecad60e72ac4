"""Title or heading -> sender and addressee as written."""

from __future__ import annotations

import re

from kg.model import Party, Span

_POST = (
    r"ambassadors?|envoys?|representatives?|ministers?|delegates?|delegation|consuls?|attach[ée]s?|advisers?|"
    r"advisors?|missions?|embassy|emissary|plenipotentiary|visit|aide"
)
_END = re.compile(
    r"\s+(?:with information|with|transmitting|via|concerning|regarding|on|about|reporting|forwarding|dated)\b"
)
_FROM_TO = re.compile(r"\bfrom\s+(?P<rest>.+)", re.IGNORECASE)


def parties(text: str, begin: int = 0) -> tuple[Party | None, Party | None]:
    """The sender and the addressee that a line names, each None where it names none.

    begin: where the line stands in the page.
    """
    found = _FROM_TO.search(text)
    if not found:
        return None, None
    rest, at = found["rest"], found.start("rest")
    for split in re.finditer(r"\s+to\s+", rest):
        if (
            re.search(rf"\b(?:{_POST})$", rest[: split.start()], re.IGNORECASE)
            and " to " in rest[split.end() :]
        ):
            continue
        end = _END.search(rest, split.end())
        stop = end.start() if end else len(rest)
        return (
            _party(rest[: split.start()], begin + at),
            _party(rest[split.end() : stop], begin + at + split.end()),
        )
    end = _END.search(rest)
    return _party(rest[: end.start() if end else len(rest)], begin + at), None


def _party(written: str, begin: int) -> Party:
    span = Span(begin, begin + len(written), written)
    if re.search(rf"\b(?:{_POST})\b", written, re.IGNORECASE):
        return Party(span, role=written)
    return Party(span, name=written)
