"""One line of a page -> who signs in it: name, office, and who stands behind a code name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.converters.wilson.codenames import code_name
from kg.converters.wilson.words import NO_SIGNER, OFFICE, POST, RANK, has_name, is_called, is_place
from kg.dates import find_dates

Stretch = tuple[int, int]

_WORD = r"\.?(?:\[[A-Z][^\[\]\d]{0,30}\]\.?|[A-Z](?:[^\W\d_]|[.’'`-]|\[[a-z.]{1,12}\])*)"
_PART = rf"(?:{_WORD}|de|da|do|dos|di|du|des|del|della|zu|von|van|der|la|le|el|al|bin|ben|y|e)"
_NAME = re.compile(rf"{_PART}(?:\s+{_PART}){{0,5}}(?:,? [JS]r\.?)?")
_SPACED = re.compile(r"(?:[^\W\d_a-z]\s){2,}[^\W\d_a-z]")
# The words that say: here somebody signed.
_MARK = re.compile(
    r"[\[(/]\s*(?:illegible |hand-?written )?(?:signature|signed|sgd\.?)(?: illegible)?\s*[:\])/]+"
    r"|(?<!\w)(?:signed(?: by)?|sgd\.?|sd(?:\.|/)-?|/s/|s/|/-/|signature|signatory)(?!\w)\s*:?",
    re.IGNORECASE,
)
_VALEDICTION = re.compile(
    r"(?:with (?:[\w-]+ ){0,4}(?:greetings?|respect|regards|salutations?|esteem)|yours?(?: \w+){0,3}|"
    r"(?:\w+ly )?yours|sincerely|respectfully|faithfully|(?:best|kind|warm) \w+|greetings)\s*[,.!]\s*",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:reported|recorded|written|prepared|compiled|drafted|signed|taken down|"
    r"noted)(?: down)?(?: by)?\s*:?\s+(?=[A-Z\[(])|(?:author|rapporteur|note-?taker)\s*:\s*",
    re.IGNORECASE,
)
_DATE_FIRST = re.compile(r"\d{1,2}\s?[./]\s?[\dIVX]{1,4}\s?[./-]?\s?\d{2,4}(?:\s?g)?[.,]?\s+")
_LONGEST = 160
# The number of a note behind a name: 'JELEN1'.
_GLUED = re.compile(r"(?<=[^\W\d_]{2})\d{1,2}$")
# A name that an editor supplies whole: [Woodrow Wilson]
_ALONE = re.compile(r"\[(?:\S+|(?:[A-Z][^\W\d_]*[.’'-]?\S*\s){1,3}[A-Z]\S+)\]")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs in a line: code points of the line. marked: the line itself says that it is a signature."""

    name: Stretch | None = None
    office: Stretch | None = None
    identity: Stretch | None = None
    marked: bool = False


def signature(text: str) -> Signature | None:
    """What a line signs with, None where it is no signature: a name, an office, or the mark of one alone."""
    if len(text) > _LONGEST:
        return None
    begin, end = _without_dates(text, *_trim(text, 0, len(text)))
    glued = _GLUED.search(text, begin, end)
    end = glued.start() if glued else end
    mark = _MARK.search(text, begin, end)
    if mark:
        return _marked(text, begin, end, mark)
    if text[begin:end].casefold().rstrip(" .,") in NO_SIGNER:
        return None
    opening = _VALEDICTION.match(text, begin, end) or _BY.match(text, begin, end)
    if opening:
        inner = _trim(text, opening.end(), end)
        return _person(text, *inner, marked=True) or _titled(text, *inner, marked=True)
    return _person(text, begin, end) or _titled(text, begin, end)


def is_office(text: str) -> bool:
    """Whether a line names an office, a post or a rank and no person."""
    bare = text.strip('"“”()[],.;:- ')
    if not bare or len(text.split()) > 16 or text[0] in '-•*"“' or re.search(r"\d{3}|:", text):
        return False
    if re.fullmatch(r"by (?:order|instruction|authority|direction) of .+", bare, re.IGNORECASE):
        return True
    if re.match(r"(?:of|for|in|to|and) (?:the )?[A-Z]", bare) and is_called(bare):
        return True
    bare = re.sub(r"[\[\]]", "", bare)
    told = re.search(rf"\b(?:{POST}|{OFFICE}|{RANK})\b", bare, re.IGNORECASE)
    small = set(re.findall(r"(?<![\w’'])[a-z]+(?![\w’'])", bare))
    ends = text.endswith((".", "!", "?")) and not re.search(rf"\b{RANK}\.$", text, re.IGNORECASE)
    return told is not None and not small - _SMALL and not ends


# Words without a capital that the name of an office may have in it.
_SMALL = frozenset(
    """of the for and in to at on de a with ad interim foreign affairs deputy acting first second third member
    ambassador minister chief head secretary chairman extraordinary plenipotentiary embassy ministry
    department
    committee department's military vice d affaires chargé charge group military attache attaché region
    district
    from b s instruction behalf special assistant""".split()  # noqa: SIM905
)


def is_name(words: str) -> bool:
    """Whether words are a person's name and nothing else."""
    if _SPACED.fullmatch(words):
        return True
    found = _NAME.fullmatch(words.strip())
    if found is None or is_place(words) or words.casefold().strip(" .") in NO_SIGNER:
        return False
    bare = re.sub(r"[\[\]]", "", words)
    if re.search(rf"\b(?:{POST}|{OFFICE}|{RANK}|comrades?|cdes?|comr)\b", bare, re.IGNORECASE):
        return False
    parts = [part.casefold().strip(".,") for part in bare.split()]
    return not any(part in NO_SIGNER | _NO_NAME for part in parts) and any(len(part) > 1 for part in parts)


_NO_NAME = frozenset({"the", "in", "of", "and", "for", "to", "at", "on", "by", "this", "no", "all", "our"})


def _trim(text: str, begin: int, end: int) -> Stretch:
    """A stretch without quotation marks, stops, and brackets or slashes that are around the whole of it."""
    while True:
        inner = text[begin:end]
        bare = inner.strip(' \t\xa0“”"«»,;–—-_').rstrip(".")
        if not bare:
            return begin, begin
        first = begin + inner.index(bare)
        last = first + len(bare)
        pair = text[first] + text[last - 1]
        if pair in ("()", "//") or (pair == "[]" and bare.count("[") == 1 and _ALONE.fullmatch(bare)):
            first, last = first + 1, last - 1
        if (first, last) == (begin, end):
            return begin, end
        begin, end = first, last


def _without_dates(text: str, begin: int, end: int) -> Stretch:
    """A stretch without a date that stands at its beginning or its end: '13.1.51 IVANOV'."""
    written = _DATE_FIRST.match(text, begin, end)
    if written and written.end() < end:
        return _trim(text, written.end(), end)
    for one in find_dates(text):
        if one.begin <= begin and one.end < end:
            begin = one.end
        elif one.end >= end and one.begin > begin:
            end = one.begin
    return _trim(text, begin, end)


def _marked(text: str, begin: int, end: int, mark: re.Match[str]) -> Signature | None:
    before, after = _trim(text, begin, mark.start()), _trim(text, mark.end(), end)
    words = text[slice(*before)], text[slice(*after)]
    if not any(words):
        return Signature(marked=True)
    if words[1]:
        person = _person(text, *after, marked=True) or _titled(text, *after, marked=True)
        office = before if words[0] and is_office(words[0]) else None
        if person is None or (words[0] and office is None):
            return None
        return Signature(person.name, person.office or office, person.identity, True)
    return _person(text, *before, marked=True) or _titled(text, *before, marked=True)


def _person(text: str, begin: int, end: int, marked: bool = False) -> Signature | None:
    words = text[begin:end]
    code = code_name(words)
    if code:
        name, identity = ((begin + at, begin + to) for at, to in (code.name, code.identity))
        return Signature(name, None, identity, marked)
    enclosed = text[:begin].rstrip().endswith(("(", "/")) and text[end : end + 1] in (")", "/")
    return Signature((begin, end), marked=marked or enclosed) if is_name(words) else None


def _titled(text: str, begin: int, end: int, marked: bool = False) -> Signature | None:
    """An office, alone or with a name behind it, or before it and a comma."""
    words = text[begin:end]
    behind = re.fullmatch(r"(?P<name>[^,]{3,40}),\s+(?P<office>.{4,})", words)
    sure = behind is not None and behind["name"].isupper() and len(words.split()) < 16
    if behind and is_name(behind["name"]) and (sure or is_office(behind["office"])):
        return _split(behind, begin, marked)
    for found in _splits(words):
        if is_name(found["name"]) and is_office(found["office"]):
            return _split(found, begin, marked)
    return Signature(None, (begin, end), None, marked) if is_office(words) else None


def _splits(words: str) -> list[re.Match[str]]:
    """The ways to part an office from the name behind it: initials first, else as much name as can be."""
    forms = (
        rf"(?P<office>.{{3,}}?),?\s+(?P<name>(?:[A-Z]\.\s?){{1,2}}{_WORD}(?:\s{_WORD})?)",
        rf"(?P<office>.*\b(?i:{POST}|{RANK}|affairs)\b\.?),?\s+(?P<name>(?:{_WORD}\s){{0,2}}{_WORD})",
    )
    found = [found for form in forms if (found := re.fullmatch(form, words))]
    first = re.fullmatch(
        rf"(?P<name>(?:{_WORD}\s){{1,3}}?{_WORD})\s(?P<office>(?i:{POST}|deputy|first|vice)\b.*)", words
    )
    return [*found, first] if first and has_name(first["name"]) else found


def _split(found: re.Match[str], begin: int, marked: bool) -> Signature:
    name, office = found.span("name"), found.span("office")
    return Signature((begin + name[0], begin + name[1]), (begin + office[0], begin + office[1]), None, marked)
