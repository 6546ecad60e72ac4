"""Text -> bracketed editorial insertions, each with its job and what it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.converters.wilson.words import MONTHS
from kg.model import Insertion, Span

_NAME_WORD = r"[A-Z][^\W\d_]*(?:[.’'-]+[^\W\d_]+)*\.?"
_NAMES = re.compile(rf"{_NAME_WORD}(?:\s{_NAME_WORD})*")
_NAME_BEFORE = re.compile(rf"(?<![^\W_])(?:{_NAME_WORD}\s){{0,3}}[A-Z][^\W\d_]*(?:[.’'-]+[^\W\d_]+)*$")
_WORD_BEFORE = re.compile(r"[^\W\d_][\w’'-]*$")
# Names that stand for somebody else's in these archives: the bracket tells who is meant.
_CODE_NAMES = re.compile(
    r"(?:Filippov|Phillipov|Feng Xi|Fyn-?Si|Kuznetsov|Terebin|Reed|Pavlov|Gromov|Druzhkov|Semenov|"
    r"Instantsi[ay])$",
    re.IGNORECASE,
)
_OFFICES = re.compile(
    r"\b(?:President|Minister|Ambassador|Secretary|Chairman|Premier|Prime|Foreign|General|Director|Deputy|Head|"
    r"Chief|Marshal|Consul|Attach[ée])\b"
)
# One row a job that the words in the bracket show by themselves.
_BY_CONTENT: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cut", re.compile(r"[.…\s]+")),
    ("doubt", re.compile(r"\?+")),
    ("sic", re.compile(r"sic\b.*", re.IGNORECASE | re.DOTALL)),
    ("redaction", re.compile(r".*\bredacted\b.*", re.IGNORECASE | re.DOTALL)),
    (
        "physical-note",
        re.compile(
            r"(?:hand-?written|stamp|stamped|faded|illegible|signature|signed|emphasis|seal|typed|in pen|"
            r"margin|crossed out|underlined|text missing|page missing|missing|translator|translation|editor|"
            r"note|initials?|blank|rest of|line|several words|one word|word)\b.*",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    ("date-doubt", re.compile(rf"\d{{1,2}}\?|\d{{4}}\??|{MONTHS}")),
)  # fmt: skip
# Runs of letters that Russian and Polish words have and English ones do not.
_ORIGINAL = re.compile(
    r"zh|kh|shch|tsi|stv|vsk|iya|yaz|yut|vye|nyy|nyi|\b(?:sv|vz|vs|vy|vn|dn|mn|gl?v)|(?:ii|yi|oye|aya|ogo|ykh|ova)\b|"
    r"[łńśżźćęąčšžěřůőű]"
)
# Marks of footnotes, and the mail address as the site hides it, are no insertions.
_NOT_ONE = re.compile(r"\d{1,3}|email\s+protected|[*†‡]+")


def insertions(text: str, begin: int = 0) -> tuple[Insertion, ...]:
    """The insertions of a stretch of text that stands at `begin` in the page.

    Brackets inside brackets belong to the outer one. A bracket that is never closed is an insertion of
    the job 'unclear' to the end of its stretch.
    """
    return tuple(
        _read(text, first, last, begin)
        for first, last in _brackets(text)
        if not _NOT_ONE.fullmatch(text[first:last].strip("[] "))
    )


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """The outermost pairs of brackets, and each bracket without a pair up to the next one."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    for found in re.finditer(r"[\[\]]", text):
        if found[0] == "[":
            opened.append(found.start())
        elif opened:
            pairs[opened.pop()] = found.end()
    pairs |= {at: _unclosed(text, at) for at in opened}
    reached = 0
    for first, last in sorted(pairs.items()):
        if first >= reached:
            yield first, last
            reached = last


def _unclosed(text: str, at: int) -> int:
    after = text.find("[", at + 1)
    return len(text[: after if after > 0 else len(text)].rstrip())


def _read(text: str, first: int, last: int, begin: int) -> Insertion:
    written = text[first:last]
    content = written.strip("[]").strip()
    span = Span(begin + first, begin + last, written)
    if not written.endswith("]") or not content:
        return Insertion("unclear", span, content or written)
    job = next((job for job, form in _BY_CONTENT if form.fullmatch(content)), None)
    if job == "date-doubt" and not re.search(r"\d[ .]*$", text[:first]) and not content[0].isdigit():
        job = None
    if job:
        return Insertion(job, span, content)
    job, at = _by_place(text, first, last, content)
    before = len(text[:first].rstrip())
    target = None if at is None else Span(begin + at, begin + before, text[at:before])
    return Insertion(job, span, content, target)


def _by_place(text: str, first: int, last: int, content: str) -> tuple[str, int | None]:
    """The job that the words around a bracket show, and where what it speaks of begins."""
    if first > 0 and text[first - 1].isalpha():
        return ("completed-name" if text[first - 1].isupper() else "supplied-word"), None
    before = text[:first].rstrip()
    name = _NAME_BEFORE.search(before)
    word = _WORD_BEFORE.search(before)
    if _OFFICES.search(content) and re.match(r"\s+[A-Z]", text[last:]):
        return "office", None
    if name and _NAMES.fullmatch(content):
        code = _CODE_NAMES.search(name[0])
        if code:
            return "identity", name.start() + code.start()
        at = name.start() + _named_again(name[0], content)
        again = text[at] == content[0] or (" " in content and " " in text[at:first].strip())
        return ("other-form" if again else "completed-name"), at
    if word and re.fullmatch(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*", content) and _foreign(content):
        return "original-word", word.start()
    return "supplied-word", None


def _named_again(name: str, content: str) -> int:
    """Where in a run of capitalised words the name begins that a bracket gives in a second form.

    It is the word with the bracket's initial, or else as many words as the bracket has.
    """
    words = [found.start() for found in re.finditer(r"(?<!\S)\S", name)]
    same = next((at for at in words[-3:] if name[at] == content[0]), None)
    return words[-min(len(content.split()), len(words), 2)] if same is None else same


def _foreign(content: str) -> bool:
    """Whether lower-case words look like words of the original, written in Latin letters."""
    return content.islower() and _ORIGINAL.search(content) is not None
