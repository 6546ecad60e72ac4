"""Words -> a code name and who an editor says stands behind it: Filippov [Stalin], Stalin [Kuznetsov]."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Names under which these archives let somebody else sign and receive, in the spellings that pages have.
CODE_NAMES = (
    "Filippov", "Filipov", "Fillipov", "Phillipov", "Philippov", "Feng Xi", "Feng-Xi", "Fyn-Si", "Fyn Si",
    "Fynsi", "Fin Si", "Kuznetsov", "Terebin", "Reed", "Rid", "Pavlov", "Gromov", "Druzhkov", "Semenov",
    "Semyonov", "Vasiliev", "Koba",
)  # fmt: skip
# Who is known to have stood behind one.
_BEARERS = (
    "Stalin",
    "Molotov",
    "Orlov",
    "Malinovsky",
    "Malinovskii",
    "Pliyev",
    "Pliev",
    "Bulganin",
    "Zhukov",
)
HONORIFIC = r"(?:(?:to\s+)?(?:comrades?|cdes?\.?|comr\.|mr\.|marshal|generalissimo))"
_FORM = re.compile(
    rf"[“\"‘']?(?:{HONORIFIC}\s+)?(?P<first>[^\W\d_][^\[\]()\d,;:]{{1,40}}?)\s*"
    r"[\[(]\s*(?P<second>[^\[\]()\d;:]{2,40}?)\s*[\])]",
    re.IGNORECASE,
)
_CODES = frozenset(name.casefold() for name in CODE_NAMES)
_KNOWN = frozenset(name.casefold() for name in _BEARERS)


@dataclass(frozen=True, slots=True)
class CodeName:
    """Where in a text the code name stands, and where the name of its bearer."""

    name: tuple[int, int]
    identity: tuple[int, int]


def code_name(text: str) -> CodeName | None:
    """The code name that a text is, its bearer in brackets behind it, or the other way round.

    Two forms of one person's name (Pak Heon-yeong [Pak Hon Yong]) are no code name: one of the two must be
    known to be one, or the bracket must name somebody known to have used them.
    """
    found = _FORM.fullmatch(text.rstrip(" .,!:;”\"’'*"))
    if found is None:
        return None
    first, second = found["first"].casefold(), found["second"].casefold()
    if first in _CODES or (_surname(second) in _KNOWN and _surname(first) != _surname(second)):
        return CodeName(found.span("first"), found.span("second"))
    return CodeName(found.span("second"), found.span("first")) if second in _CODES else None


def _surname(name: str) -> str:
    return re.split(r"[\s.]+", name.strip(" ."))[-1]
