"""Gold files: those of the project are right to the letter, and every mistake has its place and its mend."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as markup

from kg.authority import AuthorityIndex, read_authority
from kg.errors import GoldError, KgError
from kg.evaluate import gold_paths
from kg.evaluate.gold import Gold
from kg.evaluate.goldfile import GoldFile, place_gold, place_inner, read_gold_file
from kg.model import Document, Part, SourceFile, Span
from tests.pages import ROOT, page

FOLDER = ROOT / "tests" / "gold"
OURS = sorted(FOLDER.glob("*.yaml"))
SHARED = sorted((FOLDER / "shared").glob("*.yaml"))
_XML = etree.XMLParser(resolve_entities=False, no_network=True)
_ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def authority() -> AuthorityIndex:
    return read_authority(ROOT / "data" / "authority")


def plain(gold: GoldFile) -> Document:
    """The words of a gold file's source without its markup, whatever converters make of it."""
    assert gold.source is not None
    data = gold.source.read_bytes()
    if gold.source.suffix == ".txt":
        return page(data.decode(), gold.source.stem)
    if gold.source.suffix == ".html":
        text = str(markup.document_fromstring(data.decode()).body.text_content())
    else:
        root = etree.fromstring(data, _XML)
        found = [one for one in root.iter() if one.get(_ID) == gold.document]
        text = "".join((found[0] if found else root).itertext())
    source = SourceFile(gold.source.name, hashlib.sha256(data).hexdigest(), len(data))
    return Document(gold.source.stem, source, text, "test", "1", "test", ())


def every(gold: GoldFile, authority: AuthorityIndex) -> list[Gold]:
    text = plain(gold)
    return [place_gold(gold, text, authority), *(place_inner(gold, n, text) for n in range(gold.inner))]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_every_quote_of_our_gold_stands_in_its_text(path: Path, authority: AuthorityIndex) -> None:
    for gold in every(read_gold_file(path), authority):
        assert gold.fields
        assert "person" in gold.judged
        assert gold.sayings
        assert any(one.main for one in gold.sayings)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_no_two_names_of_our_gold_overlap(path: Path, authority: AuthorityIndex) -> None:
    """One stretch names one person; what names nobody for sure stands under `also`."""
    for gold in every(read_gold_file(path), authority):
        names = sorted(span for cluster in gold.clusters for span in cluster.names)
        assert [
            (one.text, two.text)
            for one, two in pairwise(names)
            if two.begin < one.end
        ] == []  # fmt: skip


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_nested_words_stand_in_the_words_around_them(path: Path, authority: AuthorityIndex) -> None:
    """Where a saying reports another in so many words, the inner words are part of the outer ones."""
    for gold in every(read_gold_file(path), authority):
        known = {one.id: one for one in gold.sayings or ()}
        for one in known.values():
            around = [known[parent] for parent in one.parents if known[parent].spans]
            if around and around[0].main and one.main and path.stem != "telegram-1258":
                begin, end = around[0].spans[0].begin, around[0].spans[-1].end
                assert begin <= one.spans[0].begin <= one.spans[-1].end <= end, one.id


def test_the_gold_is_of_many_shapes() -> None:
    sources = {read_gold_file(path).source for path in OURS}
    assert len(sources) >= 15
    assert {source.suffix for source in sources if source} == {".txt", ".html", ".xml"}
    assert len(SHARED) == 7


@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.stem)
def test_the_gold_of_the_seven_pages_has_fields_only(path: Path, shared: Path) -> None:
    gold = read_gold_file(path)
    assert gold.source is not None
    assert gold.source.is_file()
    assert set(gold.file.data) == {"source", "fields"}


PAGE = "Letter\n\nKang said that it rains. Kang told Ri that he may come. Ri asked why.\n"
RIGHT = """source: page.txt
fields:
  title: Letter
persons:
  kang: {names: [Kang]}
  ri: {names: [Ri]}
sayings:
  - {id: rain, speaker: kang, mood: statement, quote: it rains}
  - id: come
    speaker: kang
    addressee: ri
    mood: statement
    quote: he may come
    hedges:
      - {word: may, kind: epistemic, scope: content}
"""


def read(tmp_path: Path, text: str) -> Gold:
    (tmp_path / "gold.yaml").write_text(text, encoding="utf-8")
    gold = read_gold_file(tmp_path / "gold.yaml")
    return place_gold(gold, page(PAGE), AuthorityIndex({}))


def test_a_right_gold(tmp_path: Path) -> None:
    gold = read(tmp_path, RIGHT)
    kang, ri = gold.clusters
    assert [span.begin for span in kang.names] == [8, 33]
    assert gold.judged == ("person",)
    assert gold.sayings is not None
    rain, come = gold.sayings
    assert (rain.speakers, rain.addressees, rain.parents) == (("person/kang",), None, ())
    assert (come.addressees, come.hedges[0].word.text) == ((ri.id,), "may")


def test_null_says_that_there_is_none(tmp_path: Path) -> None:
    text = RIGHT.replace("  title: Letter", "  title: null\n  sender: null\n  numbers: null")
    gold = read(tmp_path, text.replace("addressee: ri", "addressee: null"))
    assert [(field.name, field.values) for field in gold.fields] == [
        ("title", ()),
        ("numbers", ()),
        ("sender", ()),
    ]
    assert gold.sayings is not None
    assert gold.sayings[1].addressees == ()


def test_a_name_inside_a_longer_one_is_no_mention(tmp_path: Path) -> None:
    gold = read(tmp_path, RIGHT.replace("names: [Kang]", "names: [Kang told Ri, Kang]"))
    names = {cluster.id: [span.text for span in cluster.names] for cluster in gold.clusters}
    assert names == {"person/kang": ["Kang", "Kang told Ri"], "person/ri": ["Ri"]}


def test_a_name_in_an_enclosed_document_is_no_mention_of_the_outer(tmp_path: Path) -> None:
    (tmp_path / "gold.yaml").write_text(RIGHT, encoding="utf-8")
    text = page(PAGE)
    away = Span(33, len(PAGE), PAGE[33:])
    enclosing = Document(
        text.key, text.source, PAGE, "test", "1", "test", (Part("enclosed", away),), body=text.body
    )
    gold = place_gold(read_gold_file(tmp_path / "gold.yaml"), enclosing, AuthorityIndex({}))
    assert [len(cluster.names) for cluster in gold.clusters] == [1, 0]


CASES: dict[str, tuple[str, str, list[str]]] = {
    "an unknown key": ("fields:", "feilds:", ["gold.yaml:2", "feilds", "Did you mean fields?"]),
    "an unknown field": ("title:", "titel:", ["gold.yaml:3", "titel", "title"]),
    "a source that is not named": ("source: page.txt\n", "", ["gold.yaml", "'source' is missing"]),
    "a quote that is absent": ("quote: it rains", "quote: it snows", ["gold.yaml:8", "it snows", "nearest"]),
    "a quote that stands twice": ("quote: it rains", "quote: Kang", ["gold.yaml:8", "2 times", "within"]),
    "a name that is absent": ("names: [Ri]", "names: [Rhee]", ["gold.yaml:6", "Rhee"]),
    "a speaker who is nobody": (
        "speaker: kang, mood",
        "speaker: kong, mood",
        ["gold.yaml:8", "kong", "kang"],
    ),
    "an addressee who is nobody": ("addressee: ri", "addressee: po", ["gold.yaml:11", "po"]),
    "a hedge's word that is absent": ("word: may", "word: might", ["gold.yaml:15", "might"]),
    "a hedge's scope that there is not": ("scope: content", "scope: words", ["gold.yaml:15", "words"]),
    "a mood that there is not": ("mood: statement, quote", "mood: cry, quote", ["gold.yaml:8", "cry"]),
    "an id given twice": ("id: come", "id: rain", ["gold.yaml", "rain", "twice"]),
    "nothing after a key": ("quote: he may come", "quote:", ["gold.yaml:13", "nothing stands"]),
    "no YAML": ("persons:", "persons: {", ["gold.yaml", "YAML"]),
    "nothing at all": (RIGHT, "", ["gold.yaml", "empty"]),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: list[str]) -> None:
    assert old in RIGHT
    with pytest.raises(GoldError) as caught:
        read(tmp_path, RIGHT.replace(old, new, 1))
    for words in told:
        assert words in str(caught.value)


def test_all_mistakes_of_a_file_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(GoldError) as caught:
        read(tmp_path, RIGHT.replace("it rains", "it snows").replace("word: may", "word: might"))
    assert len(caught.value.problems) == 2


def test_paths_of_gold(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.yaml", "a.yaml", "deep/c.yaml", "note.txt"):
        (tmp_path / name).write_text("x: y\n", encoding="utf-8")
    names = [path.name for path in gold_paths([tmp_path, tmp_path / "a.yaml"])]
    assert names == ["a.yaml", "b.yaml", "c.yaml"]
    for missing in (tmp_path / "d.yaml", tmp_path / "deep" / "empty"):
        with pytest.raises(KgError, match="no gold"):
            gold_paths([missing])
