"""Bracketed insertions: their job, and what they speak of."""

from __future__ import annotations

import pytest

from kg.converters.wilson.insertions import insertions


@pytest.mark.parametrize(
    ("text", "job", "target"),
    [
        ("Secretary Heo Gai [Ho Ka I](a Soviet Korean)", "other-form", "Heo Gai"),
        ("Chiang Kai-shek [Jiang Jieshi]", "other-form", "Chiang Kai-shek"),
        ("[Cuban President Osvaldo] Dorticos", "office", None),
        ("Wu [Xiuquan]", "completed-name", "Wu"),
        ("V[asily]. Pisarev", "completed-name", None),
        ("to Filippov [Stalin]", "identity", "Filippov"),
        ("the Instantsia [Highest Authority]", "identity", "Instantsia"),
        ("in the course [of the conversation]", "supplied-word", None),
        ("w[ith]", "supplied-word", None),
        ("not constrained [svyazan] by", "original-word", "constrained"),
        ("for aid [?]", "doubt", None),
        ("10.27 [28?].1962", "date-doubt", None),
        ("22 and 31 [October]", "date-doubt", None),
        ("[handwritten: 34]", "physical-note", None),
        ("[stamp: secret]", "physical-note", None),
        ("[emphasis in the original]", "physical-note", None),
        ("wrong [sic] word", "sic", None),
        ("[…]", "cut", None),
        ("[.…]", "cut", None),
        ("born [MM/DD REDACTED] 1932", "redaction", None),
        ("[faded text", "unclear", None),
        ("To: [Aleksander] KRAJEWSKI", "completed-name", "KRAJEWSKI"),
        ("[Soviet defense minister Rodion] Malinovski", "office", None),
        ("K.[udryavtsev] said", "completed-name", None),
        ("less firm [dura] than", "original-word", "firm"),
        ("legal clashes [embates jurícos], as", "original-word", "clashes"),
        ("the aid [ship] came", "supplied-word", None),
        ("Rita [Marko?]", "doubt", None),
        ("in January [1963]", "date-doubt", None),
        ("the year [1963] began", "supplied-word", None),
        ("[1 line not declassified]", "redaction", None),
        ("[two words illegible]", "physical-note", None),
        ("[word] of honour", "supplied-word", None),
        ("[two paragraphs omitted]", "cut", None),
        ("[stamp: received\n5 May 1950\nby the clerk] and on", "physical-note", None),
    ],
)
def test_the_job_of_a_bracket(text: str, job: str, target: str | None) -> None:
    (found,) = insertions(text, 7)
    assert (found.job, found.target and found.target.text) == (job, target)
    assert (" " * 7 + text)[found.span.begin : found.span.end] == found.span.text
    if found.target:
        assert (" " * 7 + text)[found.target.begin : found.target.end] == found.target.text


@pytest.mark.parametrize(
    "text", ["decision[1]", "at [email\xa0protected].", "[12] A note", "no bracket", "a] b"]
)
def test_what_is_no_insertion(text: str) -> None:
    assert insertions(text) == ()


def test_a_bracket_that_is_never_closed_ends_with_its_line() -> None:
    (found,) = insertions("x [faded\nHe came and went.\n" + "He came. " * 300)
    assert (found.job, found.content) == ("unclear", "faded")


def test_brackets_in_brackets_belong_to_the_outer_one() -> None:
    (found,) = insertions("x [faded [illegible] words] y")
    assert (found.job, found.span.text) == ("physical-note", "[faded [illegible] words]")


def test_a_bracket_without_its_pair_ends_where_the_next_begins() -> None:
    first, second = insertions("Wu [Xiuquan [and] Qiao")
    assert (first.job, first.content) == ("unclear", "Xiuquan")
    assert (second.job, second.content) == ("supplied-word", "and")
