"""Reading -> the text of its file, for a person to correct; read_reading gives the same Reading back.

It writes what a draft has: candidates, and sayings with speakers, words, cues, moods, hedges and rules.
Events, proposals, propositions, roles and mentions are a person's to add.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from kg.model import Candidate, Document, Hedge, Reading, Ref, Saying, Span
from kg.quotes import Quote, find_quote, places
from kg.readings.drafts import draft_sha256
from kg.words import shorten

_WIDTH = 110
_SHORT = 40
_WORDS = (1, 2, 3, 5, 8, 13, 21, 34)
_SCHEMA = "# yaml-language-server: $schema={schema}\n#\n"
_HEADER = """\
# A draft by {software}, for you to correct:
# - What stands under `says` is said by the speaker above it; move a saying to change who reports it.
# - Delete what is wrong. A quote is copied from the page to the letter; where the same words stand twice, say
#   which are meant: {{exact: he said, within: a longer stretch of the page around them}}.
# - `rule` says what made a saying, `level: interpretive` that no word in the text marks it. Look there first.
# - Who is known write as person/key of the authority files, others stand under `candidates`.
# While nothing but comments differs from the draft, `kg read` may write this file anew; after any change it
# never does. A saying is published as unchecked while its `rule` stands here: remove the `rule` of what you
# have checked, or the `draft` block when you answer for everything.

"""


def write_reading(reading: Reading, document: Document, schema: str | None = None) -> str:
    """The text of a draft's reading file.

    schema: where its JSON Schema stands, seen from the file, for editors that check by it.
    Raises ValueError where the reading is of another document.
    """
    if reading.document != document.key:
        raise ValueError(f"the reading is of '{reading.document}', not of '{document.key}'")
    body = _body(reading, document)
    data = CommentedMap()
    for key, value in body.items():
        data[key] = value
        if key == "language" and reading.software:
            data["draft"] = _flow({"software": reading.software, "sha256": draft_sha256(_plain(body))})
    yaml = YAML()
    yaml.width, yaml.allow_unicode = _WIDTH, True
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    yaml.dump(data, out)
    head = _SCHEMA.format(schema=schema) if schema else ""
    return head + _HEADER.format(software=reading.software or reading.editor) + out.getvalue()


def _body(reading: Reading, document: Document) -> dict[str, Any]:
    body: dict[str, Any] = {
        "document": reading.document,
        "text-sha256": document.text_sha256,
        "version": reading.version,
        "editor": reading.editor,
        "language": reading.language,
    }
    if reading.original_language:
        level = (
            {} if reading.original_language_level == "textual" else {"level": reading.original_language_level}
        )
        body["original-language"] = {"code": reading.original_language, **level}
    if reading.author:
        body["author"] = _name(reading.author)
    if reading.notes:
        body["notes"] = list(reading.notes)
    if reading.candidates:
        body["candidates"] = [_candidate(candidate, document) for candidate in reading.candidates]
    body["sayings"] = _nested(reading.sayings, document)
    return body


def _candidate(candidate: Candidate, document: Document) -> dict[str, Any]:
    item: dict[str, Any] = {"kind": candidate.kind, "id": candidate.key, "label": candidate.label}
    if candidate.forms:
        item["forms"] = list(candidate.forms)
    if candidate.role:
        item["role"] = candidate.role
    if candidate.unnamed:
        item["unnamed"] = True
    if candidate.owner != document.key:
        item["owner"] = candidate.owner
    if candidate.iri:
        item["iri"] = candidate.iri
    item["rule"] = candidate.rule
    if candidate.likely:
        item["likely"] = [
            _flow({"ref": _name(one.ref), "score": repr(float(one.score)), "why": one.why})
            for one in candidate.likely
        ]
    return item


def _nested(sayings: Sequence[Saying], document: Document) -> list[dict[str, Any]]:
    """The sayings as nested entries, each under the first that reports it."""
    top: list[dict[str, Any]] = []
    items: dict[str, dict[str, Any]] = {}
    for saying in sayings:
        items[saying.id] = _saying(saying, document)
        if saying.within:
            items[saying.within[0]].setdefault("says", []).append(items[saying.id])
        else:
            top.append(items[saying.id])
    return top


def _saying(saying: Saying, document: Document) -> dict[str, Any]:
    contents = [span for span in (saying.content, *saying.more_content) if span is not None]
    around = [p for p in document.body if any(c.begin < p.end and p.begin < c.end for c in contents)]
    item: dict[str, Any] = {"id": saying.id}
    if saying.label != shorten(contents[0].text if contents else saying.id):
        item["label"] = saying.label
    item["speaker"] = _one_or_more(_name(ref) for ref in saying.speakers)
    if contents:
        item["quote"] = _one_or_more(_quote(document.text, span, ()) for span in contents)
    item |= _manner(saying, document, around)
    return item


def _manner(saying: Saying, document: Document, around: Sequence[Span]) -> dict[str, Any]:
    """How it is said: all that differs from what is taken for granted."""
    attribution = saying.attributions[0]
    hedges = [_hedge(document.text, hedge, around) for hedge in saying.hedges]
    values: dict[str, Any] = {
        "cue": attribution.cue and _quote(document.text, attribution.cue, around),
        "mood": _one_or_more(saying.moods),
        "polarity": "negative" if saying.negative else None,
        "basis": attribution.basis if attribution.basis != "reported" else None,
        "level": saying.level if saying.level != "textual" else None,
        "addressee": _one_or_more(_name(ref) for ref in saying.addressees) if saying.addressees else None,
        "hedges": hedges or None,
        "is-document": saying.document or None,
        "rule": saying.rule,
        "note": saying.note,
    }
    return {name: value for name, value in values.items() if value is not None}


def _hedge(text: str, hedge: Hedge, around: Sequence[Span]) -> dict[str, Any]:
    return _flow({"word": _quote(text, hedge.word, around), "kind": hedge.kind, "scope": hedge.scope})


def _quote(text: str, span: Span, around: Sequence[Span]) -> str | dict[str, Any]:
    """The words of a span, with a longer stretch around them where they stand more than once."""
    exact = " ".join(span.text.split())
    if find_quote(text, Quote(exact), around) == span:
        return exact
    for begin, end in _windows(text, span):
        within = " ".join(text[begin:end].split())
        if find_quote(text, Quote(exact, within)) == span:
            return _flow({"exact": exact, "within": within})
    return _flow({"exact": exact, "number": str(places(text, exact).index((span.begin, span.end)) + 1)})


def _windows(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Stretches around a span at whole words, from the nearest words to many on either side."""
    lefts = [begin for _, begin in zip(_WORDS, _outward(text, span.begin, -1), strict=False)]
    rights = [end for _, end in zip(_WORDS, _outward(text, span.end, 1), strict=False)]
    pairs = [(begin, end) for begin in (span.begin, *lefts) for end in (span.end, *rights)]
    yield from sorted(pairs[1:], key=lambda pair: (pair[1] - pair[0], pair))


def _outward(text: str, at: int, step: int) -> Iterator[int]:
    """The bounds of the words before (step -1) or after (step 1) an offset, each farther than the last."""
    words = 0
    while words < _WORDS[-1]:
        edge = at
        while 0 <= (edge - (step < 0)) < len(text) and text[edge - (step < 0)].isspace():
            edge += step
        while 0 <= (edge - (step < 0)) < len(text) and not text[edge - (step < 0)].isspace():
            edge += step
        if edge == at:
            return
        at, words = edge, words + 1
        if words in _WORDS:
            yield at


def _name(ref: Ref) -> str:
    return f"{ref.kind}/{ref.key}"


def _one_or_more(values: Iterable[Any]) -> Any:
    several = list(values)
    if len(several) == 1:
        return several[0]
    found = CommentedSeq(several)
    if all(isinstance(value, str) and len(value) < _SHORT for value in several):
        found.fa.set_flow_style()
    return found


def _flow(values: dict[str, Any]) -> CommentedMap:
    """Keys and values on one line; a text that begins with a sign is quoted, or YAML takes it for its own."""
    found = CommentedMap(values)
    for key, value in values.items():
        if isinstance(value, str) and not value[:1].isalnum():
            found[key] = DoubleQuotedScalarString(value)
    found.fa.set_flow_style()
    return found


def _plain(value: Any) -> Any:
    """The data as it is read back: dicts, lists, texts and truth values."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value
