"""Lists of persons and terms: labels, what stands behind them, aliases, keys; and where names point."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.converters._source import source_key
from kg.converters.tei.lists import Lists, entry_key
from kg.converters.tei.names import kind_of, outside, outside_key, pointed
from tests.converters.teifiles import element


def lists(*items: str) -> Lists:
    found = Lists()
    for item in items:
        found.add_item(element(f"<item>{item}</item>"))
    found.settle()
    return found


@pytest.mark.parametrize(
    ("item", "label", "forms", "role"),
    [
        ("<persName xml:id='a'><hi>Berg</hi>, Niels</persName>, Minister", "Berg, Niels",
         ("Berg, Niels", "Niels Berg"), "Minister"),
        ("<hi><persName xml:id='a'>Berg, Niels F.</persName>,</hi> Minister;\n until 1963", "Berg, Niels F.",
         ("Berg, Niels F.", "Niels F. Berg"), "Minister; until 1963"),
        ("<persName xml:id='a'>Berg, Niels,</persName> Minister", "Berg, Niels",
         ("Berg, Niels", "Niels Berg"), "Minister"),
        ("<persName xml:id='a'>Victor III</persName>", "Victor III", ("Victor III",), None),
        ("<persName xml:id='a'>Home, Alexander (Lord)</persName>", "Home, Alexander (Lord)",
         ("Home, Alexander (Lord)",), None),
        ("<persName xml:id='a'>Lake, A.</persName>, aide of <persName corresp='#b'>Berg</persName>",
         "Lake, A.", ("Lake, A.", "A. Lake"), "aide of Berg"),
    ],
)  # fmt: skip
def test_an_item(item: str, label: str, forms: tuple[str, ...], role: str | None) -> None:
    entry = lists(item).find("a")
    assert entry is not None
    assert (entry.label, entry.forms, entry.role) == (label, forms, role)


def test_an_alias_lends_its_form_to_whom_it_stands_for() -> None:
    found = lists(
        "<persName xml:id='a'>Yang, Dr.</persName>, see You Chan Yang",
        "<persName xml:id='b'>You Chan Yang</persName>, Ambassador",
        "<persName xml:id='c'>Nobody</persName>, see Somebody Else",
    )
    entry = found.find("a")
    assert entry is not None
    assert (entry.key, entry.forms) == ("b", ("You Chan Yang", "Yang, Dr.", "Dr. Yang"))
    alone = found.find("c")
    assert alone is not None
    assert alone.key == "c"


def test_two_persons_in_an_item_each_have_their_own_words() -> None:
    found = lists(
        "<persName xml:id='a'>Silva, Ines</persName> and <persName xml:id='b'>Silva, Jorge</persName>, pilots"
    )
    assert [(one.label, one.role) for one in found.entries.values()] == [
        ("Silva, Ines", None),
        ("Silva, Jorge", "pilots"),
    ]


@given(st.text(min_size=1, max_size=12))
def test_any_id_makes_a_key(own: str) -> None:
    assert source_key(f"{entry_key(own)}.xml")


@pytest.mark.parametrize(
    ("markup", "kind", "iri"),
    [
        ("<persName ref='https://d-nb.info/gnd/1'/>", "person", "https://d-nb.info/gnd/1"),
        ("<persName ref='gnd:1'/>", "person", "https://d-nb.info/gnd/1"),
        ("<placeName ref='#http://sws.geonames.org/7/'/>", "place", "http://sws.geonames.org/7/"),
        ("<placeName ref='https://sws.geonames.org/$$$/'/>", "place", None),
        ("<persName corresp='frus1917Supp02v01#p_BAJ1'/>", "person", "frus1917Supp02v01#p_BAJ1"),
        ("<persName corresp='#p_X1'/>", "person", None),
        ("<persName key='A002068'/>", "person", None),
        ("<persName ref='#x https://viaf.org/viaf/9'/>", "person", "https://viaf.org/viaf/9"),
        ("<rs type='person' ref='http:///x'/>", "person", None),
        ("<rs type='org'/>", "group", None),
        ("<rs/>", None, None),
        ("<gloss target='#t_1'/>", "term", None),
        ("<gloss type='from'/>", None, None),
    ],
)
def test_what_a_name_is_and_where_it_points(markup: str, kind: str | None, iri: str | None) -> None:
    name = element(markup)
    assert (kind_of(name), pointed(name, Lists())[1]) == (kind, iri)


def test_a_pointer_into_the_list_gives_its_entry() -> None:
    entry, iri = pointed(element("<persName corresp='#a'/>"), lists("<persName xml:id='a'>Berg</persName>"))
    assert entry is not None
    assert (entry.key, iri) == ("a", None)


@pytest.mark.parametrize(
    ("iri", "key"),
    [
        ("https://d-nb.info/gnd/118520776", "gnd-118520776"),
        ("http://sws.geonames.org/747712/", "geonames-747712"),
        ("https://www.geonames.org/2761369/wien.html", "geonames-2761369"),
        ("https://viaf.org/viaf/9", "viaf-9"),
        ("https://example.org/p/x", "example.org-p-x"),
        ("frus1917Supp02v01#p_BAJ1", "frus1917Supp02v01-p_BAJ1"),
    ],
)
def test_the_key_of_what_is_outside(iri: str, key: str) -> None:
    assert outside_key(iri) == key
    assert outside(iri) == iri
