"""Quotes: found to the letter, absent ones with the nearest passage, ambiguous ones with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.quotes import Missed, Quote, find_quote, nearest, places
from tests.pages import telegram

TEXT = "He came and he went.\n\nThe man said that he came back; 'twas he. “Ünïcode” 허가이는 왔다."


def found(quote: Quote, text: str = TEXT, near: tuple[Span, ...] = ()) -> Span:
    span = find_quote(text, quote, near)
    assert isinstance(span, Span), span
    return span


def missed(quote: Quote, text: str = TEXT, near: tuple[Span, ...] = ()) -> Missed:
    answer = find_quote(text, quote, near)
    assert isinstance(answer, Missed), answer
    return answer


def test_offsets_count_code_points() -> None:
    assert found(Quote("Ünïcode")) == Span(TEXT.index("Ün"), TEXT.index("Ün") + 7, "Ünïcode")
    assert found(Quote("허가이")).text == "허가이"
    beyond = "𝔘nder 𝔘s: x"
    assert found(Quote("x"), beyond) == Span(10, 11, "x")


def test_words_inside_words_do_not_count() -> None:
    assert found(Quote("went")).begin == TEXT.index("went")
    assert places(TEXT, "he") == [(12, 14), (40, 42), (60, 62)]
    assert found(Quote("He")) == Span(0, 2, "He")


def test_an_inside_is_found_where_there_is_nothing_else() -> None:
    assert found(Quote("nïco")).text == "nïco"


def test_within_says_which_is_meant() -> None:
    assert found(Quote("he", "that he came")).begin == 40
    assert found(Quote("he", "'twas he")).begin == 60


def test_white_space_may_differ() -> None:
    assert found(Quote("he went. The man")).text == "he went.\n\nThe man"
    assert found(Quote("a b"), "x a\u00a0b y").text == "a\u00a0b"


def test_an_ambiguous_quote_lists_its_places() -> None:
    answer = missed(Quote("came"))
    assert "stands 2 times" in answer.reason
    assert "at 3-7 '…He came and he went. The man s…'; 43-47 '…" in answer.reason
    assert "within" in answer.mend


def test_many_places_are_cut() -> None:
    assert "; and 94 more" in missed(Quote("a"), "a " * 100).reason


def test_near_paragraphs_come_first() -> None:
    first, second = Span(0, 20, TEXT[:20]), Span(22, len(TEXT), TEXT[22:])
    assert found(Quote("came"), near=(first,)).begin == 3
    assert found(Quote("came"), near=(second,)).begin == 43
    assert found(Quote("went"), near=(second,)).begin == 15
    assert "stands 2 times" in missed(Quote("he"), near=(second,)).reason


def test_an_absent_quote_names_the_nearest_passage() -> None:
    text = telegram().text
    answer = missed(Quote("Pak Heon-yeong is evidently not able to cope with the American troops"), text)
    assert "the page does not have the words" in answer.reason
    assert "cope with the American troops" in answer.reason.split("nearest")[1]
    assert "to the letter" in answer.mend


@pytest.mark.parametrize(
    ("words", "nearby"),
    [
        ("supposdly", "supposedly"),
        ("Kim Il-sung supposedly said", "Kim Il Sung supposedly said"),
        (
            "evidently they can not cope with the American troops",
            "evidently they cannot cope with the American troops",
        ),
    ],
)
def test_the_nearest_passage(words: str, nearby: str) -> None:
    span = nearest(telegram().text, words)
    assert span is not None
    assert span.text == nearby
    assert telegram().text[span.begin : span.end] == span.text


def test_nothing_is_near_other_words() -> None:
    assert "nor anything like them" in missed(Quote("zzz qqq xxx")).reason
    assert "nor anything like them" in missed(Quote("words"), "").reason


def test_within_that_is_wrong_is_named() -> None:
    assert missed(Quote("he", "that she came")).reason.startswith("'within': the page does not have")
    assert missed(Quote("he", "came")).reason.startswith("'within': 'came' stands 2 times")
    assert missed(Quote("man", "that he came")).reason == "'man' does not stand within 'that he came'"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), st.text(min_size=1, max_size=5))
def test_every_place_holds_the_words(text: str, words: str) -> None:
    hits = places(text, words)
    assert all(text[begin:end].split() == words.split() or text[begin:end] == words for begin, end in hits)
    assert bool(hits) >= (words in text)


def test_the_nearest_words_are_found_in_a_long_page() -> None:
    text = telegram().text * 100
    error = missed(Quote("evidently they can not cope with the Americans troops with there own forces"), text)
    assert "they cannot cope with the American troops" in str(error)
