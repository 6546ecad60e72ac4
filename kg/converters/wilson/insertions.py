"""Text -> bracketed editorial insertions, each with its job and what it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from kg.converters.wilson.lines import Piece
from kg.converters.wilson.words import MONTHS, is_place
from kg.model import Insertion, Span

_NAME_WORD = r"[A-Z][^\W\d_]*(?:[.’'-]+[^\W\d_]+)*\.?"
_NAMES = re.compile(rf"{_NAME_WORD}(?:\s{_NAME_WORD})*")
_NAME_BEFORE = re.compile(rf"(?<![^\W_])(?:{_NAME_WORD}\s){{0,3}}[A-Z][^\W\d_]*(?:[.’'-]+[^\W\d_]+)*$")
_NAME_AFTER = re.compile(rf"\s+({_NAME_WORD})")
_ENDS = re.compile(r"[\[\r\n]")
_WORD_BEFORE = re.compile(r"[^\W\d_][\w’'-]*$")
# Names that stand for somebody else's in these archives: the bracket tells who is meant.
_CODE_NAMES = re.compile(
    r"(?:Filippov|Phillipov|Feng Xi|Fyn-?Si|Kuznetsov|Terebin|Reed|Pavlov|Gromov|Druzhkov|Semenov|"
    r"Instantsi[ay])$",
    re.IGNORECASE,
)
_OFFICES = re.compile(
    r"\b(?:president|minister|ambassador|secretary|chairman|chairwoman|premier|prime|foreign|general|director|"
    r"deputy|head|chief|marshal|consul|attach[ée]|member|envoy|counsell?or|representative|delegate|commander|"
    r"colonel|lieutenant|major|admiral|captain|leader|spokesman|king|prince|chancellor|governor|senator|editor|"
    r"advis[eo]r|comrade|d['’]affaires|officer|official|translator|interpreter|"
    r"dictator|emperor|professor|academician|dr|mr|mrs)\b",
    re.IGNORECASE,
)
_COUNTED = (
    r"(?:\d+|a|one|two|three|four|several|a few|some|the|rest of|remainder of|next|last|first|following)"
)
# One row a job that the words in the bracket show by themselves.
_BY_CONTENT: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cut", re.compile(r"[.…\s]+|.{0,80}\b(?:omitted|omission|abridged|excerpt(?:ed|s)?)\b.{0,80}", re.I)),
    ("doubt", re.compile(r"\?+")),
    ("sic", re.compile(r"sic\b.*", re.IGNORECASE | re.DOTALL)),
    (
        "redaction",
        re.compile(
            r".{0,200}\b(?:redacted|excised|sanitized|deleted|not declassified|withheld|blacked out)\b.*|"
            r"[█■]+",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    (
        "physical-note",
        re.compile(
            rf"(?:{_COUNTED} )?(?:hand-?writ\w+|(?:[\w ]{0,30} )?stamp\w*|faded|"
            rf"illegible|unreadable|"
            r"signatures?|signed|emphasis|underscor\w+|seal\w*|typed|type-?written|in pen\w*|"
            r"in ink|in the margins?|"
            r"margin\w*|crossed out|struck|underlin\w+|text missing|pages? missing|missing|"
            r"translators?|translation|"
            r"transcriber|editors?|notes?|footnote|initial\w*|blank|blurred|unclear|"
            r"unintelligible|rest of|(?:lines?|words?|paragraphs?|letters?|names?|sentences?) "
            r"(?:missing|illegible|unreadable|crossed|blacked|faded|unclear|in )|"
            r"pages? (?:\d|break)|end of page|letterhead|in (?:the )?(?:original|"
            r"English|Russian|Chinese|Korean|German|French|Spanish|Polish|Latin)|original|bold|italics|capitals|"
            r"attachment|enclosure|postscript|resolution|added|inserted|copy|table|map|chart|photo\w*|applause)"
            r"\b.*",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    (
        "date-doubt",
        re.compile(rf"\d{{1,2}}\??|\d{{4}}\??|(?:{MONTHS})\??|(?:\d{{1,2}} )?(?:{MONTHS})(?:,? \d{{4}})?\??"),
    ),
    ("doubt", re.compile(r".*\?", re.DOTALL)),
)  # fmt: skip
_DATED_BEFORE = re.compile(rf"(?:\d[ .,/]*|\b(?:{MONTHS})\s*)$")
# Runs of letters that Russian and Polish words have and English ones do not.
_ORIGINAL = re.compile(
    r"zh|kh|shch|tsi|stv|vsk|iya|yaz|yut|vye|nyy|nyi|\b(?:sv|vz|vs|vy|vn|dn|mn|gl?v)|(?:ii|yi|oye|aya|ogo|ykh|ova)\b|"
    r"[łńśżźćęąčšžěřůőűãõçñáéíóúüöäêôâ]"
)
# How words of other languages end and English ones do not, and the few English ones that do.
_VOWELS = re.compile(r"(?:[^\W\d_]{2,}[aiou]s?(?:\s|$))+")
_ENGLISH = frozenset(
    """
    area areas idea ideas data media agenda via also into two who so do no to extra drama era quota visa
    radio veto zero you thus this plus his was has us versus status census
    """.split()  # noqa: SIM905
)
# Marks of footnotes, and the mail address as the site hides it, are no insertions.
_NOT_ONE = re.compile(r"\d{1,3}|email\s+protected|[*†‡]+|Page [\w-]{1,12}")
# The kinds of pieces that are the document's own words.
_OWN = ("collection-number", "heading", "dateline", "classification", "distribution", "sign-off", "body")
# A bracket that is closed no sooner is taken to be open.
_LONGEST = 1500
# How far before a bracket the name or word is looked for that it speaks of.
_NEAR = 80


def insertions_in(text: str, pieces: Sequence[Piece]) -> tuple[Insertion, ...]:
    """The insertions in the text of a page, not in the site's own words around it; they may span lines."""
    found: list[Insertion] = []
    for own, run in groupby(pieces, key=lambda piece: piece.kind in _OWN):
        if own:
            lines = [piece.line for piece in run]
            found += insertions(text[lines[0].begin : lines[-1].end], lines[0].begin)
    return tuple(found)


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
    """The outermost pairs of brackets, and each bracket without a pair (see _unclosed)."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    for found in re.finditer(r"[\[\]]", text):
        if found[0] == "[":
            opened.append(found.start())
            continue
        while opened and found.end() - opened[-1] > _LONGEST:
            pairs[opened[-1]] = _unclosed(text, opened.pop())
        if opened:
            pairs[opened.pop()] = found.end()
    pairs |= {at: _unclosed(text, at) for at in opened}
    reached = 0
    for first, last in sorted(pairs.items()):
        if first >= reached:
            yield first, last
            reached = last


def _unclosed(text: str, at: int) -> int:
    """Where a bracket without a pair ends: before the next bracket, or with its line."""
    end = _ENDS.search(text, at + 1)
    return at + len(text[at : end.start() if end else len(text)].rstrip())


def _read(text: str, first: int, last: int, begin: int) -> Insertion:
    written = text[first:last]
    content = written.strip("[]").strip()
    span = Span(begin + first, begin + last, written)
    if not written.endswith("]") or not content:
        return Insertion("unclear", span, content or written)
    job = next((job for job, form in _BY_CONTENT if form.fullmatch(content)), None)
    if job == "date-doubt" and not _DATED_BEFORE.search(text[max(0, first - 20) : first]):
        job = "doubt" if content.endswith("?") else "supplied-word"
    if job:
        return Insertion(job, span, content)
    job, target = _by_place(text, first, last, content)
    if target is None:
        return Insertion(job, span, content)
    return Insertion(job, span, content, Span(begin + target[0], begin + target[1], text[slice(*target)]))


def _by_place(text: str, first: int, last: int, content: str) -> tuple[str, tuple[int, int] | None]:
    """The job that the words around a bracket show, and where what it speaks of stands."""
    if first > 0 and text[first - 1].isalpha():
        return ("completed-name" if text[first - 1].isupper() else "supplied-word"), None
    if re.search(r"(?<![^\W_])[A-Z]\.$", text[max(0, first - 4) : first]) and content.islower():
        return "completed-name", None
    start = max(0, first - _NEAR)
    before = text[start:first].rstrip()
    end = start + len(before)
    name, word = _NAME_BEFORE.search(before), _WORD_BEFORE.search(before)
    after = _NAME_AFTER.match(text, last)
    if _OFFICES.search(content) and after:
        return "office", None
    if name and _NAMES.fullmatch(content):
        return _by_name(name, content, start, end)
    if after and _NAMES.fullmatch(content) and not is_place(content):
        return "completed-name", after.span(1)
    if word and re.fullmatch(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*", content) and _foreign(content):
        return "original-word", (start + word.start(), end)
    return "supplied-word", None


def _by_name(name: re.Match[str], content: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """The job of a name in brackets behind a name: who is meant, another form, or what was missing."""
    code = _CODE_NAMES.search(name[0])
    if code:
        return "identity", (start + name.start() + code.start(), end)
    at = _named_again(name[0], content)
    words = name[0][at:]
    again = words[0] == content[0] or (" " in content and " " in words.strip())
    again = again or is_place(words) or is_place(content)
    return ("other-form" if again else "completed-name"), (start + name.start() + at, end)


def _named_again(name: str, content: str) -> int:
    """Where in a run of capitalised words the name begins that a bracket gives in a second form.

    It is the word with the bracket's initial, or else as many words as the bracket has.
    """
    words = [found.start() for found in re.finditer(r"(?<!\S)\S", name)]
    same = next((at for at in words[-3:] if name[at] == content[0]), None)
    return words[-min(len(content.split()), len(words), 2)] if same is None else same


def _foreign(content: str) -> bool:
    """Whether lower-case words look like words of the original, written in Latin letters."""
    if not content.islower() or _ENGLISH & set(content.split()):
        return False
    return _ORIGINAL.search(content) is not None or _VOWELS.fullmatch(content) is not None
