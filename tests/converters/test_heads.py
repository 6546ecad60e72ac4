"""Headings of the series and of other editions: who wrote to whom, and where nothing is read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.converters._heads import correspondents, party
from kg.model import Span

# A heading with the sender in {} and the addressee in <>.
HEADS = """\
{Mr. Hale} to <Mr. Upton>.
The {Minister in Norland (Berg)} to the <Secretary of State>
8. Telegram From the {Embassy in Norland} to the <Department of State>
Telegram 35 From the {Embassy in Norland} to the <Department of State>
No. 623 The {Chargé in Norland (Berg)} to the <Department of State>
Circular Telegram From the {Department of State} to <All Posts>
12. Memorandum From the {Special Assistant to the President (Hale)} to the <Secretary of State (Lake)>
Memorandum by {Mr. A. Flo, Legal Adviser}, to <Mr. B. Bryan, Assistant>
Memorandum by the {Director of the Office of Coasts (Pine)}
Memorandum by the {Assistant to the Secretary of State (Pine)}
Memorandum of Conversation, by the {Assistant Secretary of State (Lake)}
Paper Prepared in the {Department of State}
Report to the <Coast Council> by the {Executive Secretary (Lay)}
The {Northland Delegation} to the <Acting Secretary of State>
{Richard W. Lake} to <George F. Pine>
{Pine} to <George F. Lake>
Annex C. {Mr. Berg} to <Mr. Silva>
Message to <Congress>
Letter From {Thomas Hale (Chief of the Lights Staff)} to <David Trask (Director of the Office)>
[Untitled]
Editorial Note
Memorandum of Conversation
Minutes of a Meeting of the Commission to Negotiate Peace
The Road to War
Instructions to the Delegation
Agreement Relating to the Status of Lights
The Ambassador to Norland
"""


@pytest.mark.parametrize("marked", HEADS.splitlines())
def test_who_wrote_to_whom(marked: str) -> None:
    head = re.sub(r"[{}<>]", "", marked)
    read = correspondents(head)
    found = [one and head[slice(*one)] for one in (read.sender, read.addressee)]
    wanted = [re.search(form, marked) for form in (r"{(.+?)}", r"<(.+?)>")]
    assert found == [one and one[1] for one in wanted]


def test_the_markup_says_where_the_joint_is() -> None:
    head = "The Commission to Negotiate Peace to the Ambassador in Norland (Berg)"
    read = correspondents(head, head.index(" to the"), head.index("Berg"))
    assert read.addressee is not None
    assert head[slice(*read.addressee)] == "Ambassador in Norland (Berg)"


@pytest.mark.parametrize(
    ("words", "name", "office"),
    [
        ("Minister in Norland (Berg)", "Berg", "Minister in Norland"),
        ("Mr. Hale", "Mr. Hale", None),
        ("President Hale", "President Hale", None),
        ("Department of State", None, "Department of State"),
        ("Thomas Hale (Chief of the Lights Staff)", "Thomas Hale", "Chief of the Lights Staff"),
        ("Mr. Flo, Legal Adviser", "Mr. Flo", "Legal Adviser"),
    ],
)
def test_a_name_an_office_or_both(words: str, name: str | None, office: str | None) -> None:
    found = party(Span(0, len(words), words))
    assert (found.name, found.office) == (name, office)


@given(st.text(alphabet="The Mr.to from Secrtay(),0123 -", max_size=80))
def test_any_heading_is_read_or_left_and_stretches_lie_in_it(head: str) -> None:
    read = correspondents(head)
    for stretch in (read.sender, read.addressee):
        assert stretch is None or 0 <= stretch[0] < stretch[1] <= len(head)
