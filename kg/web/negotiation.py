"""An Accept header and some formats -> the format to send (RFC 9110, section 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.web.formats import Format

_WORD = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_RANGE = re.compile(rf"({_WORD})/({_WORD})")
_PARAMETER = re.compile(rf"({_WORD})\s*=\s*(?:({_WORD})|\"((?:[^\"\\]|\\.)*)\")")
_QUALITY = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")
_NAMED = 2
_QUOTED_OR_BETWEEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[^"]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class MediaRange:
    """One element of an Accept header: type and subtype in lower case, '*' for any."""

    type: str
    subtype: str
    parameters: tuple[tuple[str, str], ...]
    quality: float

    @property
    def precision(self) -> int:
        """0 for */*, 1 for type/*, 2 with parameters that we do not tell apart, 3 for the very type."""
        if self.type == "*":
            return 0
        if self.subtype == "*":
            return 1
        return 2 if any(name != "charset" for name, _ in self.parameters) else 3

    def takes(self, media_type: str) -> bool:
        """Whether it covers a media type. Parameters never exclude: they are wishes, like a charset."""
        kind, _, subtype = media_type.partition("/")
        return self.type in ("*", kind) and self.subtype in ("*", subtype)


def parse_accept(header: str) -> tuple[MediaRange, ...]:
    """The media ranges of an Accept header. Malformed elements are left out; nothing raises."""
    found = (_media_range(element) for element in _split(header, ","))
    return tuple(one for one in found if one)


def choose(header: str | None, offers: Sequence[Format]) -> Format | None:
    """The offer that a client likes best, or None if it takes none of them.

    No header, or one without a single readable element, takes anything. Among offers liked the same,
    one that the client names comes before one that only '*' covers, then the order of the offers counts.
    """
    ranges = parse_accept(header or "")
    if not ranges:
        return offers[0] if offers else None
    best: tuple[float, int] = (0.0, -1)
    chosen = None
    for offer in offers:
        liking = _offer_liking(ranges, offer)
        if liking[0] > 0 and liking > best:
            best, chosen = liking, offer
    return chosen


def quality(header: str | None, media_type: str) -> float:
    """How much a client likes a media type, 0 to 1; 0 is never."""
    ranges = parse_accept(header or "")
    return _liking(ranges, media_type)[0] if ranges else 1.0


def _offer_liking(ranges: Sequence[MediaRange], offer: Format) -> tuple[float, int]:
    """How much a client likes a format: by what is sent, else by another name that it gives for it."""
    sent = _liking(ranges, offer.media_type)
    others = (_liking(ranges, other) for other in offer.media_types[1:])
    return sent if sent[1] >= _NAMED else max([sent, *(one for one in others if one[1] >= _NAMED)])


def _liking(ranges: Sequence[MediaRange], media_type: str) -> tuple[float, int]:
    """(quality, precision) of the most precise range that covers a media type."""
    covering = [one for one in ranges if one.takes(media_type)]
    if not covering:
        return 0.0, -1
    closest = max(one.precision for one in covering)
    return max(one.quality for one in covering if one.precision == closest), closest


def _media_range(element: str) -> MediaRange | None:
    written, *parameters = (part.strip() for part in _split(element, ";"))
    found = _RANGE.fullmatch(written)
    if not found or (found[1] == "*" and found[2] != "*"):
        return None
    quality, kept = 1.0, []
    for name, value in _parameters(parameters):
        if name != "q":
            kept.append((name, value))
        elif _QUALITY.fullmatch(value):
            quality = float(value)
        else:
            return None
    return MediaRange(found[1].lower(), found[2].lower(), tuple(kept), quality)


def _parameters(written: Sequence[str]) -> Iterator[tuple[str, str]]:
    for parameter in written:
        if found := _PARAMETER.fullmatch(parameter):
            yield found[1].lower(), found[2] if found[2] is not None else re.sub(r"\\(.)", r"\1", found[3])


def _split(text: str, at: str) -> list[str]:
    """Split at a sign that does not stand inside quotes."""
    parts = [""]
    for piece in _QUOTED_OR_BETWEEN.findall(text):
        if piece == at:
            parts.append("")
        else:
            parts[-1] += piece
    return parts
