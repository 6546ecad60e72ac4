"""Words -> places: countries, capitals, cities and regions of the lexicon, where they are meant as places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from kg.annotate.lexicon import lexicon
from kg.annotate.tokens import Word
from kg.model import Document, Span
from kg.words import is_whole

# A name and the words of a larger one that it may be part of (Berlin Wall, New York Times).
_PARTS = frozenset("NWUGSI")


def find_places(document: Document, words: Sequence[Word]) -> Iterator[tuple[Span, str, str]]:
    """(where, the place by the lexicon's label, rule) in the order of the text.

    Beside those of the lexicon: the places that the page names as where it was sent from and to.
    """
    for field in document.fields:
        if "Place" in field.label:
            yield from (
                (value, lexicon().places.get(value.text, value.text), "field") for value in field.values
            )
    for span in (document.place_from, document.place_to):
        if span is not None and not any(sign.isdigit() for sign in span.text):
            yield span, lexicon().places.get(span.text, span.text), "dateline"
    yield from _in_text(document.text, words)


def _in_text(text: str, words: Sequence[Word]) -> Iterator[tuple[Span, str, str]]:
    end = 0
    for n, word in enumerate(words):
        if word.begin < end or not word.capital:
            continue
        form = _longest(text, word)
        if form is None:
            continue
        stop = word.begin + len(form)
        after = next((m for m in range(n + 1, min(n + 6, len(words))) if words[m].begin >= stop), None)
        if not _is_part(words, n, after, form):
            yield Span(word.begin, stop, text[word.begin : stop]), lexicon().places[form], "place"
            end = stop


def _longest(text: str, word: Word) -> str | None:
    for form in _by_first().get(word.text.split("-")[0].split("'")[0].split("\u2019")[0], ()):
        if text.startswith(form, word.begin) and is_whole(text, word.begin, word.begin + len(form)):
            return form
    return None


def _is_part(words: Sequence[Word], n: int, after: int | None, form: str) -> bool:
    """Whether a place's name is only a part of some other name."""
    before = words[n - 1] if n and words[n].joined else None
    if before is not None and before.sort in _PARTS and before.capital and not before.opens:
        return before.form not in lexicon().function
    if after is None or form.isupper():
        return False
    return words[after].joined and words[after].sort in _PARTS and not words[after - 1].owner


@cache
def _by_first() -> dict[str, list[str]]:
    """The forms of the lexicon by the letters they begin with, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for form in sorted(lexicon().places, key=lambda form: (-len(form), form)):
        found[form.split()[0].split("-")[0].split("'")[0].split("\u2019")[0].rstrip(".,")].append(form)
        if "." in form.split()[0]:
            found[form[0]].append(form)
    return dict(found)
