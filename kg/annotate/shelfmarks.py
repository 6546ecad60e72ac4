"""One shelfmark as written -> repository and named parts, one row of a table for each way of writing it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Parts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a shelfmark says: the archive that keeps it, and its parts in the order written."""

    repository: str | None
    parts: Parts


# --- Russian: fond, opis, delo, leaves, each with its label ----------------------------------

_LABELLED: tuple[tuple[str, str], ...] = (
    ("fond", r"[Ff]ond|[Ff]\.|FOND"),
    ("opis", r"[Oo]pis['’]?|[Oo]p\.|OPIS|OP\."),
    ("papka", r"[Pp]apka|[Pp]ap\.|PAPKA|[Pp]\.(?=\s*\d[\w/]*[,.;]?\s*(?:[Dd]elo|[Dd]\.))"),
    ("delo", r"[Dd]elo|[Dd]\.|DELO"),
    ("item", r"[Pp]or\."),
    ("leaves", r"[Ll]isty|[Ll]isti?|[Ll]l?\.|LL\.|LISTY?"),
    ("pages", r"[Pp]ages?|pp?\.|PP?\."),
)
_VALUE = r"[\dIVXivx][\w/]*(?:[-–]\w[\w/]*)*(?:(?:,\s?|\s?and\s)\d+\w*(?:[-–]\d+\w*)*(?![\w./]))*"
_PART = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _LABELLED) + rf")\s*(?P<value>{_VALUE})"
)


def _russian(text: str) -> Shelf | None:
    found = list(_PART.finditer(text))
    if not {_part_name(part) for part in found} & {"fond", "delo", "opis"}:
        return None
    repository = text[: found[0].start()].strip(" ,:;.")
    return Shelf(repository or None, tuple((_part_name(part), part["value"]) for part in found))


def _part_name(part: re.Match[str]) -> str:
    return next(name for name, _ in _LABELLED if part[name])


# --- everything else: pieces between commas, named by their labels or by their look ----------

_ACRONYM = r"\(?(?:[A-ZÄÖÜŠŽ][A-Za-zÄÖÜäöü]{0,3}[A-ZÄÖÜŠŽ][\w./-]*)\)?"
_ARCHIVE = re.compile(
    r"\b(?:Archiv\w*|Archives?|Librar\w+|Museum|Arkiv\w*|Arhiv\w*|Repository|Collection|Records Office)\b"
)
_SHORT = re.compile(rf"(?:{_ACRONYM})(?:\s{_ACRONYM})*")
_PIECES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("pages", re.compile(r"(?:pp?\.|pages?|Bl\.|S\.)\s*(?P<value>\d.*)", re.IGNORECASE)),
    (
        "file",
        re.compile(r"(?:File|folder|dosar|d\.)\s*(?:No\.\s*|Nr\.\s*|nr\.\s*)?(?P<value>.+)", re.IGNORECASE),
    ),
    ("volume", re.compile(r"(?:vol\.|volume)\s*(?P<value>.+)", re.IGNORECASE)),
    ("year", re.compile(r"V\.\s*(?P<value>\d{4})")),
    ("dossier", re.compile(r"D\.?\s?(?P<value>\d[\w/]*)")),
    (
        "box",
        re.compile(
            r"(?P<value>\d+)\. doboz|(?:box|karton|carton)\s*(?:no\. ?)?(?P<value_>.+)", re.IGNORECASE
        ),
    ),
    ("fond", re.compile(r"(?:f\.|fond)\s*(?P<value>.+)", re.IGNORECASE)),
    ("inventory", re.compile(r"(?:inv\.|op\.|inventory)\s*(?P<value>.+)", re.IGNORECASE)),
    ("zespol", re.compile(r"z\.\s?(?P<value>\d.*)")),
    ("wiazka", re.compile(r"w\.\s?(?P<value>\d.*)")),
    ("teczka", re.compile(r"t\.\s?(?P<value>\d.*)")),
    ("record-group", re.compile(r"RG\s?(?P<value>\d.*)")),
    ("year", re.compile(r"(?P<value>1[89]\d\d[-–]1[89]\d\d)")),
)
# Pieces without a label, by their look.
_BARE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("pages", re.compile(r"(?P<value>\d{1,4}(?:\s?[-–]\s?\d{1,4})?)")),
    ("signature", re.compile(r"(?P<value>(?=.*\d)(?!.*\b[a-z]{4,}).+)")),
    ("collection", re.compile(r"(?P<value>.+)")),
)


def _acronym_first(text: str) -> Shelf | None:
    """PRC FMA 106-01403-02, 35; BArch, B 136/59748, 403-410; (BStU), MfS, ZAIG 5382, p. 1-19."""
    found = _SHORT.match(text)
    if not found or not re.search(r"\d", text):
        return None
    rest = text[found.end() :]
    return Shelf(found[0].strip("() "), named_pieces(rest)) if rest[:1] in (",", " ", ":", ";") else None


def _archive_named(text: str) -> Shelf | None:
    """An archive by its full name, before its shelfmark or behind it (Polish, Romanian)."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    at = next((n for n, piece in enumerate(pieces) if _ARCHIVE.search(piece)), None)
    if at is None:
        return None
    if at == 0:
        return Shelf(pieces[0], named_pieces(",".join(pieces[1:])))
    first = at if len(pieces[at].split()) > 1 else at - 1
    if not any(re.search(r"\d", piece) for piece in pieces[:first]):
        return Shelf(", ".join(pieces[: at + 1]), named_pieces(",".join(pieces[at + 1 :])))
    return Shelf(", ".join(pieces[first:]), named_pieces(",".join(pieces[:first])))


def named_pieces(text: str, *, labelled: bool = False) -> Parts:
    """The parts of a shelfmark between commas, each named by the first row it fits.

    labelled: leave out the pieces that no label names. A bare number is a page only behind another part.
    """
    parts: list[tuple[str, str]] = []
    for piece in (one.strip(" .:") for one in re.split(r",|;(?=\s)", text)):
        if not piece:
            continue
        for name, form in _PIECES if labelled else _PIECES + _BARE:
            found = form.fullmatch(piece)
            if found and (name != "pages" or parts or labelled):
                value = next(value for value in found.groups() if value)
                parts.append((name, value.strip(" .")))
                break
    return tuple(parts)


_STYLES: tuple[Callable[[str], Shelf | None], ...] = (_russian, _archive_named, _acronym_first)


def read_shelf(text: str) -> Shelf | None:
    """What a shelfmark says, None where it is none in any of the ways of writing known here."""
    return next((shelf for style in _STYLES if (shelf := style(text))), None)
