"""All names of a document together: nothing overlaps, keys are whole, the work grows with the text."""

from __future__ import annotations

import re
import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.found import find
from kg.annotate.free import Free
from kg.authority import read_authority
from kg.converters import convert
from kg.model import Document, Mention, Ref, Span
from tests.annotate.marked import NOBODY, lines, look
from tests.annotate.test_persons import TEXTS
from tests.pages import ROOT, TELEGRAM

KEY = re.compile(r"[^\W_][\w.~-]*")
WORDS = ["Comrade", "Kim", "Il Sung", "said", "the", "[", "]", "(", ")", "Embassy", "of", "Warsaw"]
WORDS += [", ", "A.", "\n", "Mr.", "Zhou", "and", "’s", "MAO", ": ", "Ivan", "DPRK", "Minister"]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_mentions_are_whole_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    found = look(text)
    for one, other in pairwise(found.mentions):
        assert one.span.end <= other.span.begin
    assert all(text[m.span.begin : m.span.end] == m.span.text for m in found.mentions)
    refs = {mention.ref for mention in found.mentions}
    assert refs == {candidate.ref for candidate in found.candidates}
    keys = [candidate.key for candidate in found.candidates]
    assert len(keys) == len(set(keys))
    assert all(KEY.fullmatch(key) and ".." not in key for key in keys)
    assert all(
        candidate.owner == "page" and candidate.forms[0] == candidate.label for candidate in found.candidates
    )


def test_the_telegram_with_its_authority() -> None:
    authority = read_authority(ROOT / "data" / "authority")
    document = next(iter(convert(TELEGRAM.name, TELEGRAM.read_bytes())))
    assert isinstance(document, Document)
    found = find(document, authority)
    assert [one.label for one in found.candidates if not one.unnamed] == []
    assert [one.likely[0].ref.key for one in found.candidates] == [
        "soviet-ambassador-dprk-1950",
        "first-deputy-foreign-minister-ussr-1950",
    ]


def test_what_a_candidate_says() -> None:
    found = look("Deputy Minister of Trade Ion Brad spoke. Brad left.")
    (person,) = [one for one in found.candidates if one.kind == "person"]
    assert (person.key, person.label, person.role) == ("ion-brad", "Ion Brad", "Deputy Minister of Trade")
    assert person.forms == ("Ion Brad", "Brad")
    assert person.rule == "office"
    assert not person.unnamed


def test_the_same_twice() -> None:
    text = "\n".join(TEXTS).replace("{", "").replace("}", "")
    assert look(text) == look(text)


def test_a_long_text_takes_a_time_in_proportion() -> None:
    text = "\n".join(TEXTS).replace("{", "").replace("}", "")
    times = []
    for copies in (5, 20):
        document = lines(text * copies)
        find(document, NOBODY)
        begin = time.process_time()
        find(document, NOBODY)
        times.append(time.process_time() - begin)
    assert times[1] < 12 * times[0]


def test_free_stretches() -> None:
    free = Free([Mention(Span(2, 4, "xx"), Ref("person", "x"), "name")])
    assert not free.take(Span(3, 6, "xyz"))
    assert free.take(Span(4, 6, "yz"))
    assert not free.take(Span(5, 6, "z"))
    assert not free.take(Span(8, 8, ""))
    assert free.exact(Span(2, 4, "xx")) is not None
    assert free.exact(Span(2, 5, "xxy")) is None
