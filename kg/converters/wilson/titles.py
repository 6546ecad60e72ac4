"""The ways in which a title or heading names who writes to whom: a table to add to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.converters.wilson.words import GENRE

_NUMBERED = r"(?:,?\s+(?:N[oº°]s?\.?|№|#)\s?[\d/. -]*\w+(?:,\s\d+)*(?:,?\sand\s\d+)?)?(?:\s+via\s+VCh)?"
# What may stand before the kind of document: 'Translation of a', not 'Report on a'.
_BEFORE = r"(?:(?:(?!\b(?:on|about|concerning|regarding|for|to)\b).){0,60}?\b)?"


@dataclass(frozen=True, slots=True)
class Form:
    """A way of naming parties: its pattern gives the run in which they stand ('rest').

    A pattern may also give both parties, or the sender alone, by their names, each up to what ends a party.
    only: which party the run names where it holds no 'X to Y'. bare: nothing but the names tells that
    they are parties, so both must look like names.
    """

    pattern: re.Pattern[str]
    only: str = ""
    bare: bool = False


FORMS: tuple[Form, ...] = (
    # Letter to Y from X
    Form(
        re.compile(rf"{GENRE}{_NUMBERED}\s+to\s+(?P<addressee>.{{2,120}}?),?\s+from\s+(?P<sender>.+)", re.I)
    ),
    # Telegram from X to Y ...; Translation of a Letter No. 5 from X
    Form(
        re.compile(
            rf"{_BEFORE}{GENRE}{_NUMBERED},?(?:\s+(?:top )?secret|\s+sent)?\s+from\s+(?P<rest>.+)", re.I
        ),
        "sender",
    ),
    # Ciphered Telegram No. 25, X to Y; Letter, X to Y
    Form(re.compile(rf"{GENRE}{_NUMBERED}[,:]\s+(?:from\s+)?(?P<rest>.+\sto\s.+)", re.I)),
    # Telegram to Y
    Form(re.compile(rf"{GENRE}{_NUMBERED}\s+to\s+(?P<rest>.+)", re.I), "addressee"),
    # Letter of X to Y
    Form(re.compile(rf"{GENRE}{_NUMBERED}\s+of\s+(?P<rest>.+\sto\s.+)", re.I)),
    # Letter by X
    Form(re.compile(rf"{GENRE}{_NUMBERED}\s+by\s+(?P<rest>.+)", re.I), "sender"),
    # Information of the Embassy in Z regarding W
    Form(
        re.compile(
            rf"{GENRE}{_NUMBERED}\s+of\s+(?P<rest>the\s(?:\w+\s)?(?:Embassy|Legation|Consulate)\b.+)", re.I
        ),
        "sender",
    ),
    # Cable of X on Y
    Form(
        re.compile(
            rf"(?i:(?:ciphered |coded )?(?:telegram|cable|ciphergram|letter)){_NUMBERED}\s+of\s+"
            r"(?P<rest>(?:[A-Z]\.\s?){1,2}[A-Z][\w’-]+.*)"
        ),
        "sender",
    ),
    # From X to Y on Z
    Form(re.compile(r"From\s+(?P<rest>[A-Z]\S*\.\s?\S.*\sto\s.+)"), bare=True),
    # From the Journal of X; Journal of Soviet Ambassador X for 7 March 1960
    Form(
        re.compile(
            r"(?:From\s+the\s+)?(?:Journal|Diary)\s+of\s+(?P<sender>.+?)(?=\s+for\s+(?:the\s+)?(?:\d|period)|,|$)",
            re.I,
        )
    ),
    # X's Letter to Y
    Form(
        re.compile(
            rf"(?P<sender>[^,]{{2,60}}?)['’]s?(?:\s\[[^\]]+\])?\s+{GENRE}{_NUMBERED}\s+to\s+(?P<addressee>.+)",
            re.I,
        )
    ),
    # X, Report to Y on Z
    Form(re.compile(rf"(?P<sender>[^,]{{4,90}}),\s+{GENRE}{_NUMBERED}\s+to\s+(?P<addressee>.+)", re.I)),
    # Embassy in Z, Report on W
    Form(
        re.compile(
            rf"(?P<sender>[^,]*\b(?:Embassy|Ministry|Legation|Consulate)\b[^,]*),\s+{GENRE}\s+(?:on|about|regarding)\s.+",
            re.I,
        )
    ),
    # X, General Manager, to Y, Department of State, 'Z'
    Form(
        re.compile(
            r"(?P<sender>[^,'‘\"“]{3,60},\s[^'‘\"“]{3,160}?),\s+to\s+(?P<addressee>[^'‘\"“]{3,160}?)(?=,?\s['‘\"“]|$)"
        ),
        bare=True,
    ),
    # X to Y; No. 5. X to Y
    Form(re.compile(r"(?:No\.\s?\d+\.\s*)?(?P<rest>\S.*\sto\s.+)"), bare=True),
)
