"""One shelfmark as written -> repository and named parts, one row of a table for each way of writing it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.annotate.repositories import is_archive, last_named, leading, short_name, trailing

Parts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a shelfmark says: the archive that keeps it, and its parts in the order written."""

    repository: str | None
    parts: Parts


# --- Russian and kin: fond, opis, delo, leaves, each with its label --------------------------

_LABELLED: tuple[tuple[str, str], ...] = (
    ("fond", r"[Ff]ond|[Ff]\.|FOND"),
    ("opis", r"[Oo]pis['’]?|[Oo]p\.|OPIS|OP\."),
    ("inventory", r"[Pp]er\.|[Ii]nv\.|[Ii]nventory|[Dd]ans|[Rr]ecord"),
    ("papka", r"[Pp]apka|[Pp]ap\.|PAPKA|[Pp]\.(?=\s*\d[\w/]*[,.;]?\s*(?:[Dd]elo|[Dd]\.))"),
    ("delo", r"[Dd]elo|[Dd]\.|DELO|[Dd]elu"),
    ("file", r"[Ff]ile|[Ff]older|[Aa]\.\s?[Ee]\.|[Kk]h/?n|[Dd]os\.|[Dd]osar"),
    ("item", r"[Pp]or\.|[Dd]ok\.|[Aa]r?\.\s?j\."),
    ("volume", r"[Vv]ol\.|[Vv]olume|[Ss]v\."),
    ("box", r"[Bb]ox|[Kk]or\.|[Kk]arton"),
    ("leaves", r"[Ll]isty|[Ll]isti?|[Ll]l?\.|LL\.|LISTY?|[Ll]ists|[Ff]l\.|[Ss]heets?|[Ll]ea(?:f|ves)"),
    ("pages", r"[Pp]ages?|pp?\.|PP?\.|[Kk]huu\.?|[Ss]tr\.|[Bb]l\."),
)
_VALUE = (
    r"(?:[Nn]o\.\s?)?(?P<value>[\dIVXivx][\w/]*(?:[-–—]\w[\w/]*){0,6}"
    r"(?:(?:,\s?|\s?and\s|;\s?)\d+\w*(?:[-–—]\d+\w*){0,2}(?![\w./])){0,30})"
)
_PART = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _LABELLED) + rf")\s*{_VALUE}"
)


# Archives whose f. and D. are others.
_UNLIKE = re.compile(r"^(?:MOL|MNL|Hungarian National|Magyar)\b|\bdosar\b|\bAQPPSH\b")


def _russian(text: str) -> Shelf | None:
    if _UNLIKE.search(text):
        return None
    found = list(_PART.finditer(text))
    first = next((n for n, part in enumerate(found) if _part_name(part) in ("fond", "opis", "delo")), None)
    if first is None:
        return None
    repository, before = leading(text[: found[0].start()])
    if repository is None and before:
        before, repository = last_named(before)
    parts = list(named_pieces(before, after=True)) if before else []
    at = found[0].start()
    for part in found:
        parts += named_pieces(text[at : part.start()], labelled=True)
        parts.append((_part_name(part), part["value"]))
        at = part.end()
    behind = text[at:].strip(" ,.;:")
    if repository is None and (is_archive(behind) or short_name(behind) == behind):
        return Shelf(behind or None, tuple(parts))
    return Shelf(repository, (*parts, *named_pieces(text[at:], labelled=True)))


def _part_name(part: re.Match[str]) -> str:
    return next(name for name, _ in _LABELLED if part[name])


# --- everything else: pieces between commas, named by their labels or by their look ----------

_NUMBERED = r"(?:No\.\s*|Nr\.\s*|nr\.\s*|no\.\s*|#\s?)?"
_PIECES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("pages", re.compile(r"(?:pp?\.|pages?|Bl\.|S\.|str\.)\s*(?P<value>\d.*)", re.IGNORECASE)),
    ("leaves", re.compile(r"(?:Fl\.|ll?\.|leaf|leaves)\s*(?P<value>\d.*)", re.IGNORECASE)),
    ("dossier", re.compile(r"(?:Dos(?:sier|\.)|D\.?)\s?(?P<value>\d[\w/]*)")),
    (
        "file",
        re.compile(
            rf"(?:File|folder|dosar|d\.|fasc\.)\s*{_NUMBERED}(?P<value>(?:(?!\. ).)+)(?:\. .*)?", re.I
        ),
    ),
    ("volume", re.compile(r"(?:vol\.|volume|sv\.)\s*(?P<value>[^(]+?)(?: \(.*)?", re.IGNORECASE)),
    ("year", re.compile(r"V\.\s*(?P<value>\d{4})")),
    (
        "box",
        re.compile(
            r"(?P<value>\d+)\. ?doboz|(?:box|karton|carton|Cx\.?)\s*(?:no\. ?)?(?P<value_>\w.*)",
            re.IGNORECASE,
        ),
    ),
    ("fond", re.compile(r"(?:f\.|fond)\s*(?P<value>.+)", re.IGNORECASE)),
    ("inventory", re.compile(r"(?:inv\.|op\.|inventory|Record)\s*(?P<value>\d.*)", re.IGNORECASE)),
    ("item", re.compile(r"(?:item|a\.\s?j\.|ar\.\s?j\.)\s*(?P<value>\d.*)", re.IGNORECASE)),
    ("zespol", re.compile(r"z[.-]\s?(?P<value>\d.*)")),
    ("wiazka", re.compile(r"w[.-]\s?(?P<value>\d[^ ]*)")),
    ("teczka", re.compile(r"t[.-]\s?(?P<value>\d[^ ]*)")),
    ("record-group", re.compile(r"(?:RG|Record Group)\s?(?P<value>\d.*)")),
    ("year", re.compile(r"(?P<value>(?:1[89]|20)\d\d(?:[-–](?:(?:1[89]|20)\d\d|\d\d))?)")),
)
# Pieces without a label, by their look.
_BARE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "pages",
        re.compile(r"(?P<value>(?:\d{1,3}|\d{1,4}\s?[-–—]\s?\d{1,4})(?:;\s?\d{1,4}(?:[-–—]\d{1,4})?)*)"),
    ),
    ("signature", re.compile(r"(?P<value>(?=.*\d)(?!.*\b[a-z]{4,}).+)")),
    ("collection", re.compile(r"(?P<value>.+)")),
)


def _romanian(text: str) -> Shelf | None:
    """ANIC, fond CC al PCR, dosar 12/1966, f. 1-20: f. is the leaf here, and the fond has a name."""
    if not re.search(r"\bdosar\b", text):
        return None
    repository, rest = leading(text)
    parts = named_pieces(rest, after=True)
    filed = next((n for n, (name, _) in enumerate(parts) if name == "file"), len(parts))
    leaves = tuple(("leaves" if name == "fond" else name, value) for name, value in parts[filed:])
    return Shelf(repository, parts[:filed] + leaves)


def _named(text: str) -> Shelf | None:
    """An archive by its name or its initials before the shelfmark; or by its name behind it (Polish)."""
    repository, rest = leading(text)
    if repository and (rest or is_archive(repository) or short_name(text) == text):
        return Shelf(repository, named_pieces(rest, after=True))
    before, repository = trailing(text)
    return Shelf(repository, named_pieces(before)) if repository else None


def named_pieces(text: str, *, labelled: bool = False, after: bool = False) -> Parts:
    """The parts of a shelfmark between commas, each named by the first row it fits.

    labelled: leave out the pieces that no label names. A bare number is a page only behind another part,
    or `after` the name of an archive and one.
    """
    parts: list[tuple[str, str]] = []
    for piece in (_bare(one) for one in re.split(r",|;(?=\s[^\d])", text)):
        if not piece:
            continue
        for name, form in _PIECES if labelled else _PIECES + _BARE:
            found = form.fullmatch(piece)
            if found and (name != "pages" or labelled or (parts and _counts_up(found["value"]))):
                value = next(value for value in found.groups() if value)
                parts.append((name, value.strip(" .")))
                break
    return tuple(parts)


def _bare(piece: str) -> str:
    """A piece without stops and brackets at its edges, those in brackets within it kept."""
    bare = piece.strip(" .:")
    whole = bare[:1] == "(" and bare[-1:] == ")"
    return (
        bare.strip("() ") if whole or (bare.count("(") != bare.count(")") and "(" not in bare[1:]) else bare
    )


def _counts_up(pages: str) -> bool:
    """Whether a bare run of figures goes from a page to a later one: 403-410, 307-10, not 81-10."""
    ends = re.findall(r"\d+", pages.split(";")[0])
    return len(ends) < 2 or int(ends[1]) >= int(ends[0]) or len(ends[0]) > max(2, len(ends[1]))


_STYLES: tuple[Callable[[str], Shelf | None], ...] = (_romanian, _russian, _named)


def names_archive(text: str) -> bool:
    """Whether a text begins with the name of an archive, or ends with one."""
    return leading(text)[0] is not None or trailing(text)[1] is not None


def read_shelf(text: str) -> Shelf | None:
    """What a shelfmark says, None where it is none in any of the ways of writing known here."""
    return next((shelf for style in _STYLES if (shelf := style(text))), None)
