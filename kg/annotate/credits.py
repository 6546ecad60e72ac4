"""Citation text -> whom it credits: who translated, contributed, obtained or transcribed a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Credit, Span

# No citation is longer; the longest seen have some 700 signs.
LONGEST = 4000
_VERBS = {
    "translated": "translator",
    "translation": "translator",
    "contributed": "contributor",
    "donated": "contributor",
    "obtained": "obtainer",
    "provided": "obtainer",
    "acquired": "obtainer",
    "supplied": "obtainer",
    "transcribed": "transcriber",
    "transcription": "transcriber",
}
_VERB = rf"(?:{'|'.join(_VERBS)})"
# Verbs that stand beside them and name no task of their own here.
_ALSO = r"(?:edited|annotated|introduced|selected|revised|compiled|commentary|abridged|typed)"
# From which language, for which project, to whom: 'from the Chinese for CWIHP'.
_FOR = r"(?: (?:from|for|to|into) (?:the )?[A-Z][\w’'&. -]{0,60}?){0,3}"
# The tasks of one credit: 'Contributed, transcribed, and translated'.
_TASKS = rf"{_VERB}(?:(?:, and |, | and |/| & )(?:{_VERB}|{_ALSO})){{0,4}}"
_TITLES = r"(?<=\b[A-ZÁÉÍÓÚÖŠŽČ])\.|(?<=\bDr)\.|(?<=\bJr)\.|(?<=\bSt)\.|(?<=\bProf)\.|(?<=\bCh)\.|(?<=\bYu)\."
_CREDIT = re.compile(
    rf"\b(?P<verbs>{_TASKS}){_FOR}\s+by:?\s+"
    rf"(?P<names>(?:(?!,?\s+(?:and\s+)?(?:{_VERB}|{_ALSO})\b|https?:)(?:[^.;()\n]|{_TITLES}|\([^)]{{0,200}}\))){{1,400}})",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?P<verbs>Translator|Contributor|Transcriber)s?:\s+(?P<names>(?:[^.;()\n]|(?<=\b[A-Z])\.){2,200})"
)
_ROLES = {"translator": "translator", "contributor": "contributor", "transcriber": "transcriber"}
_WORD = re.compile(rf"\b{_VERB}\b", re.IGNORECASE)
_NAME_ENDS = re.compile(
    r"\s+(?:and|with|who|on|in|from|of|at|through|as|via|for)\s+(?=[a-z])|\s+(?:with|for|from|at|in|on|via)\s"
    r"|,\s+(?=[a-z])|\s+[-–—]\s"
)
_OF = re.compile(r"\s+of\s")
_BODY = re.compile(
    r"(?:the )?(?:\w+ ){0,4}?(?:Universit\w+|Institut\w*|Cent(?:er|re)|Foundation|Librar\w+|Ministry|Service|"
    r"Department|Bureau|Embassy|Project|Archives?|Committee|Office|Fundação|Academy|School|Society)\b",
    re.IGNORECASE,
)
# Where the credits of a citation begin: what stands before is of the shelfmark.
STARTS = re.compile(
    rf"\b(?:{_TASKS}{_FOR}\s+by\b|(?:{_VERB}|courtesy)\b(?! by)|Document (?:obtained|provided|translated)\b"
    r"|English translation\b|Translator:|Contributor:)",
    re.IGNORECASE,
)


def credited(text: str, begin: int = 0) -> tuple[Credit, ...]:
    """The persons and bodies whom a citation credits; one named for two tasks is given for each.

    begin: where `text` stands in the page; spans count from the page's beginning, in code points.
    """
    return tuple(_credits(text[:LONGEST], begin))


def _credits(text: str, begin: int) -> Iterator[Credit]:
    found = sorted([*_CREDIT.finditer(text), *_ROLE.finditer(text)], key=lambda one: one.start())
    for one in found:
        tasks = [_VERBS[verb.lower()] for verb in _WORD.findall(one["verbs"])]
        tasks = tasks or [_ROLES[one["verbs"].lower()]]
        for first, last in _names(text, *one.span("names")):
            span = Span(begin + first, begin + last, text[first:last])
            yield from (Credit(task, span, span.text) for task in dict.fromkeys(tasks))


def _names(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in a list such as 'Péter Vámos (a university) and Gyorgy Hegedus'."""
    bare = re.sub(r"\([^)]*\)", lambda found: " " * len(found[0]), text[begin:end])
    stop = _NAME_ENDS.search(bare)
    bare = bare[: stop.start()] if stop else bare
    for found in re.finditer(r"(?:(?!,|;|\s+and\s+|\s+&\s+).)+", bare):
        name = re.sub(r"^\s*(?:and\s+|&\s+)?(?:the\s+)?", "", found[0])
        first = found.start() + len(found[0]) - len(name.lstrip())
        if not _BODY.match(name):
            name = _OF.split(name)[0]
        name = name.strip()
        if re.match(r"[^\W\d_]", name) and name[0].isupper() and name not in ("Jr", "Jr.", "Ph.D"):
            yield begin + first, begin + first + len(name)
