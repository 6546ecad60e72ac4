"""Values -> what a template shows for them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip


def size(number: int) -> str:
    """Bytes in words: 4,082 bytes, 12 kB, 1.2 MB."""
    if number < 10_000:
        return f"{number:,} bytes"
    return f"{number / 1000:,.0f} kB" if number < 1_000_000 else f"{number / 1_000_000:,.1f} MB"


def host(iri: str) -> str:
    """Whose address an IRI is."""
    return urlsplit(iri).netloc.removeprefix("www.")


def written_out(date: str) -> str:
    """1950-09-22 as 22 September 1950, 1950-09 as September 1950, anything else as it is."""
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?", date)
    if not found:
        return date
    day = f"{int(found[3])} " if found[3] else ""
    return f"{day}{_MONTHS[int(found[2]) - 1]} {found[1]}"
