"""Pieces of a page -> the lines behind the last sentence of its text: signature, and what follows one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.converters.wilson.front import top_lines
from kg.converters.wilson.lines import Piece, is_prose

# What still comes after a signature, in any order: typist, registry, copies, receipt, attachments, notes.
_FOLLOWS = re.compile(
    r"(?:typed|printed|produced|copied|spravka|reference note|attach(?:ment|ed)|enclosures?|encl\.|annex|"
    r"appendix|"
    r"copy|copies|distribution|note of|note:|translated|sent by|sent (?:by|on|at|to)|received|receipt|"
    r"d[ie]spatched|"
    r"correct|certified|true copy|authentic|deciphered|encrypted|decoded|reg(?:istration|istered)?\b|"
    r"file\b|p\.\s?s\.|"
    r"N[oº°]?s?\.?\s?[\d\[]|№|#|\[?hand-?written|\[?stamp|\[inserted|confirm receipt|telegraph (?:the )?|"
    r"approved|countersigned|by the president|x/|\*|\[\d+\]|\d+\s+cop(?:y|ies)|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten) copies|_{3,}|[-—=]{3,})",
    re.IGNORECASE,
)

_REACH = 40
# The address of a letter, below its signature.
_ADDRESSED = re.compile(
    r"(?:the )?(?:right |rt\. |most )?hon(?:\.|ou?rable)\s|his excellency\b|.*(?:\bEsq(?:uire\b|\.)|"
    r",? ?&c\.)|"
    r"to (?:the|his|all|mr\.)\s.{3,80}$",
    re.IGNORECASE,
)

# How a letter closes: 'I have the honor to be, &c.'
_CLOSES = re.compile(
    r"(?:I|We|He|And|With|Very|Most|Accept|Believe|Your?s?|Be|Please|Renewing|Respectfully|Truly|Faithfully)\b",
    re.IGNORECASE,
)


def is_after_signature(text: str) -> bool:
    """Whether a line is one that stands behind a signature and not in the text, however long it is."""
    return len(text) < 400 and (_FOLLOWS.match(text) is not None or inside_address(text) is not None)


def inside_address(text: str) -> tuple[int, int] | None:
    """Where the addressee stands in the address of a letter, as old letters have it below the signature."""
    if (
        len(text) > 120
        or _CLOSES.match(text)
        or not _ADDRESSED.match(text)
        or is_prose(text.replace("&c.", "").rstrip(" .,"))
    ):
        return None
    found = re.match(
        r"(?:to\s+)?(?P<party>.+?)[,.]*(?:\s*(?:Esq(?:uire\b|\.)|&c\.).*)?[,.]*$", text, re.IGNORECASE
    )
    return found.span("party") if found else None


def end_lines(
    pieces: Sequence[Piece], end: int | None = None, also: Callable[[str], bool] = is_after_signature
) -> list[int]:
    """The lines of the text behind its last sentence, in the page's order; none that stand at its top.

    end: before which piece the text ends. also: which lines belong there, long as sentences are.
    """
    top = top_lines(pieces)
    told = any(piece.kind == "body" and is_prose(piece.text) for piece in pieces)
    first = top[-1] if top and told else -1
    found: list[int] = []
    for at in range((len(pieces) if end is None else end) - 1, first, -1):
        piece = pieces[at]
        if piece.kind == "enclosed" or len(found) > _REACH:
            break
        if piece.kind in ("body", "dateline"):
            if is_prose(piece.text) and not also(piece.text):
                break
            found.insert(0, at)
    return found
