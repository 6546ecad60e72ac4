"""Source notes and short lines by a heading -> call numbers, classification, numbers, what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import CallNumber, Span

_LEVELS = (
    r"(?:top secret|secret|strictly confidential|confidential|restricted|official use only|"
    r"limited official use|unclassified|eyes only|unofficial|private|personal|non[- ]?confidential|plain)"
)
_HANDLING = (
    r"(?:niact|priority|immediate|flash|emergency|urgent|routine|nodis|exdis|limdis|noforn|sensitive|"
    r"security information|eyes only|limit(?:ed)? distribution|personal|private|operational immediate|"
    r"completely outside the system|outside the system|for the secretary|literally eyes only|"
    r"unofficial|rush|verbatim text|no distribution|us urgent|restricted data|nuclear|codeword|cosmic|"
    r"cherokee|stadis|special handling|umbra|comint|spoke|polo|zarf|triple priority|double priority)"
)
_WORD = rf"(?:{_LEVELS}|{_HANDLING})"
_CLASSIFIED = re.compile(
    rf"[\[(]?\s*{_WORD}(?:\s*(?:[;,/—-]|\band\b|\s)\s*{_WORD})*\s*[.\])]*", re.IGNORECASE
)
# In a modern source note: a level and what else is written on it, between semicolons.
_LISTED = re.compile(rf"{_LEVELS}(?:; ?[A-Z][\w’/ –-]{{1,40}})*", re.IGNORECASE)
_UNMARKED = re.compile(r"No classification(?: marking)?", re.IGNORECASE)
OWN_NUMBER = re.compile(r"\*?\s*[\[(]?\s*No\.? ?(?P<number>\d[\w/½¼¾.,-]*?)[.,]?\s*[\])]?\.?(?:\s*\[\d+\])?")
_NATURE = re.compile(
    r"[\[(]?\s*(?:(?:Sub)?[IEie]n?clos\w+|Sub-?[ie]nclos\w+|Annex|Appendix|Attachment|Tab|Telegram|Cablegram|"
    r"Cable|Extracts?|Translation|Memorandum|Circular|Copy|Paraphrase|Untitled|Draft|Note|Letter|Aide-mémoire|"
    r"Undated|Postscript|Postal telegram|Telegraphic|Printed|Original)\b(?![^\[\]]*\d{3,}[./]\d)[^\n]*",
    re.IGNORECASE,
)
_GENRE_BEHIND = re.compile(
    r"\s*[:—]\s*(?:(?:Circular |Postal )?(?:Telegram|Airgram|Cablegram|Despatch|Letter|Instruction|"
    r"Memorandum|Note|Telephone)[^\d]*)$",
    re.IGNORECASE,
)
_LABEL = 30
_SENTENCE = re.compile(r"(?<=[\w)\]”’\"½])\.(?:\s+|$)(?=[A-Z“\"\[(]|$)")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|No|Nos|vol|Vol|pt|Dr|Mr|Mrs|St|Jr|Gen|Adm|Col|ed|U\.S|Dept|Sec)$")
_PIECES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("record-group", re.compile(r"(?:RG|Record Group) ?(?P<value>\d+\w*)")),
    ("box", re.compile(r"Box(?:es)? (?P<value>.+)")),
    ("file", re.compile(r"(?:Folder|File folder) (?P<value>.+)")),
    ("volume", re.compile(r"Vol(?:ume|\.)s? (?P<value>.+)")),
    (
        "file",
        re.compile(
            r"(?P<value>[\dA-Z]{1,6}[\w.]*\.\d[\w.]*(?:[ /]\S+)*|.*\d/\d.*|[A-Z]{1,4} \d+(?:[–-]\d+)?\b.*)"
        ),
    ),
)


def is_label(text: str) -> bool:
    """Whether a heading only says what comes: 'Tab A', '[Enclosure]', 'Attachment'."""
    return len(text) < _LABEL and _NATURE.fullmatch(text) is not None


def inline_kind(text: str) -> str:
    """What a short note by the heading is: classification, heading (its nature, its number), or source."""
    if _CLASSIFIED.fullmatch(text) or _UNMARKED.fullmatch(text):
        return "classification"
    return "heading" if OWN_NUMBER.fullmatch(text) or _NATURE.fullmatch(text) else "source"


def is_classification(text: str) -> bool:
    """Whether a line says nothing but how secret or urgent a document is."""
    return _CLASSIFIED.fullmatch(text) is not None


def shelfmark(span: Span) -> CallNumber | None:
    """The call number of an inline source note, without the word for what the document is."""
    behind = _GENRE_BEHIND.search(span.text)
    text = (span.text[: behind.start()] if behind else span.text).strip(" .;,")
    begin = span.begin + span.text.find(text)
    if not text:
        return None
    return CallNumber("source", Span(begin, begin + len(text), text), text, None)


def sentences(span: Span) -> Iterator[Span]:
    """The sentences of a note, without their stops."""
    begin = 0
    for stop in _SENTENCE.finditer(span.text):
        text = span.text[begin : stop.start()]
        if _ABBREVIATED.search(text) and stop.end() < len(span.text):
            continue
        if text.strip():
            yield _cut(span, begin, stop.start())
        begin = stop.end()
    if span.text[begin:].strip(" ."):
        yield _cut(span, begin, len(span.text.rstrip(" .")))


def _cut(span: Span, begin: int, end: int) -> Span:
    begin += len(span.text[begin:end]) - len(span.text[begin:end].lstrip())
    return Span(span.begin + begin, span.begin + end, span.text[begin:end])


def cited(span: Span) -> tuple[list[CallNumber], list[Span]]:
    """A modern source note -> the call numbers and the classification that it gives."""
    numbers: list[CallNumber] = []
    levels: list[Span] = []
    for n, sentence in enumerate(sentences(span)):
        text = sentence.text
        opening = re.match(r"Source:\s*", text)
        if opening or (n == 0 and re.match(r"Ibid\b", text)):
            numbers.extend(_citations(_cut(sentence, opening.end() if opening else 0, len(text))))
        elif any(form.fullmatch(text) for form in (_CLASSIFIED, _LISTED)):
            levels.append(sentence)
    return numbers, levels


def _citations(span: Span) -> Iterator[CallNumber]:
    """The places a source sentence names: one each between semicolons."""
    at = 0
    for piece in span.text.split(";"):
        cut = _cut(span, at, at + len(piece.rstrip(" .")))
        at += len(piece) + 1
        if cut.text:
            first, _, rest = cut.text.partition(", ")
            ibid = re.match(r"Ibid\b", first)
            yield CallNumber(
                "source", cut, cut.text, None if ibid or not rest else first,
                tuple(_parts(rest if not ibid else cut.text.partition(", ")[2])),
            )  # fmt: skip


def _parts(text: str) -> Iterator[tuple[str, str]]:
    for piece in (one.strip() for one in text.split(", ")):
        read = ((name, found["value"]) for name, form in _PIECES if (found := form.fullmatch(piece)))
        if piece:
            yield next(read, ("collection", piece))
