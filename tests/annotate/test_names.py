"""Names in texts: every form, longest first, never inside a word, brackets tied to the form before."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.names import find_mentions, find_names, merge
from kg.authority import AuthorityIndex, read_authority
from kg.model import Authority, Mention, NameForm, Part, Ref, Span
from kg.readings import read_reading
from tests.pages import ROOT, page, telegram


def index(**forms: list[str]) -> AuthorityIndex:
    """An index of persons by their forms; 'x:' before a form makes it one that is not matched."""
    entries = {}
    for key, texts in forms.items():
        names = tuple(
            NameForm(text.removeprefix("x:"), "en", "text", "test", not text.startswith("x:"))
            for text in texts
        )
        ref = Ref("person", key.replace("_", "-"))
        entries[ref] = Authority("person", ref.key, ref.key, "test", names)
    return AuthorityIndex(entries)


NAMES = index(
    ri=["Ri", "Ri Ju-yeon", "Ri Ju Yon"],
    ju=["Ju"],
    zhou=["Zhou Enlai", "Chou En-lai"],
    kim=["Kim Il Sung", "김일성", "金日成"],
    party=["Workers' Party", "Labor Party"],
    cc=["Labor Party CC"],
    korea=["Korea"],
    hidden=["x:Secret"],
)


def names(text: str, authority: AuthorityIndex = NAMES) -> list[tuple[str, str]]:
    found = find_names(text, authority)
    assert all(text[m.span.begin : m.span.end] == m.span.text for m in found)
    return [(mention.span.text, mention.ref.key) for mention in found]


@pytest.fixture(scope="module")
def authority() -> AuthorityIndex:
    return read_authority(ROOT / "data" / "authority")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zhou Enlai spoke.", [("Zhou Enlai", "zhou")]),
        ("Zhou Enlai's inquiry", [("Zhou Enlai", "zhou")]),
        ("Zhou Enlai’s inquiry", [("Zhou Enlai", "zhou")]),
        ("'Zhou Enlai', “Zhou Enlai”", [("Zhou Enlai", "zhou")] * 2),
        ("the Zhou Enlaists", []),
        ("Ri Ju-yeon", [("Ri Ju-yeon", "ri")]),
        ("Ri said", [("Ri", "ri")]),
        ("Rio, Ri-yong, Ri’yong, O'Ri, Sino-Ri", []),
        ("Ri-Zhou Enlai", []),
        ("Ju-ri and Yeon-Ju", []),
        ("Ju, Ju. (Ju)", [("Ju", "ju")] * 3),
        ("Ri–Ju", [("Ri", "ri"), ("Ju", "ju")]),
        ("ri ju-yeon, KOREA", []),
        ("Korea2, Korea_x, Koréa", []),
        ("Korea\u0301", []),
        ("Kim Il\nSung and Kim\u00a0Il Sung", [("Kim Il\nSung", "kim"), ("Kim\u00a0Il Sung", "kim")]),
        ("Kim Il\n\nSung", []),
        ("Chou En\u2011lai", [("Chou En\u2011lai", "zhou")]),
        ("the Workers’ Party", [("Workers’ Party", "party")]),
        ("Labor Party CC Secretary of the Labor Party", [("Labor Party CC", "cc"), ("Labor Party", "party")]),
        ("김일성은 金日成同志", [("김일성", "kim"), ("金日成", "kim")]),
        ("Secret", []),
        ("", []),
    ],
)
def test_names_in_texts(text: str, found: list[tuple[str, str]]) -> None:
    assert names(text) == found


def test_the_longest_of_overlapping_forms() -> None:
    forms = index(a=["the Chinese"], b=["Chinese government"], c=["government of Korea"], d=["Korea"])
    assert names("the Chinese government of Korea", forms) == [
        ("the Chinese", "a"),
        ("government of Korea", "c"),
    ]
    assert names("the Chinese government", forms) == [("Chinese government", "b")]
    assert names("the Chinese", forms) == [("the Chinese", "a")]


def test_a_second_form_in_brackets() -> None:
    (first, second) = find_names("Ri Ju-yeon [Ri Ju Yon] said", NAMES)
    assert (first.by, second.by) == ("name", "bracket")
    assert first.ref == second.ref == Ref("person", "ri")
    assert second.span == Span(12, 21, "Ri Ju Yon")


@pytest.mark.parametrize(
    "text",
    [
        "Zhou Enlai [Chou Enlai] said",
        "Zhou Enlai (Chou En-Lai)",
        "Zhou Enlai [周恩来]",
        "Kim Il Sung [Kim Ir-sen]",
    ],
)
def test_a_second_form_that_no_list_holds_is_tied_to_the_first(text: str) -> None:
    first, second = find_names(text, NAMES)
    assert second.by == "bracket"
    assert second.ref == first.ref
    assert f"[{second.span.text}]" in text or f"({second.span.text})" in text


@pytest.mark.parametrize(
    "text",
    [
        "Korea [with the Americans]",
        "Zhou Enlai [sic]",
        "Zhou Enlai [?]",
        "Zhou Enlai (a Soviet Korean)",
        "Zhou Enlai [Prime Minister]",
        "Zhou Enlai [1950]",
        "Zhou Enlai said [Chou Enlai]",
    ],
)
def test_other_brackets_name_nobody(text: str) -> None:
    assert len(find_names(text, NAMES)) == 1


def test_a_known_name_in_brackets_stays_its_own() -> None:
    assert names("Zhou Enlai [Kim Il Sung]") == [("Zhou Enlai", "zhou"), ("Kim Il Sung", "kim")]


def test_regions_and_the_furniture_of_the_site() -> None:
    text = "Korea Korea Korea"
    spans = [Span(0, 6, "Korea "), Span(6, 12, "Korea "), Span(12, 17, "Korea")]
    assert [m.span.begin for m in find_names(text, NAMES, spans[1:2])] == [6]
    assert find_names(text, NAMES, [Span(7, 12, "orea ")]) == ()
    document = page(text)
    kinds = ("chrome", "body", "label")
    parts = tuple(Part(kind, span) for kind, span in zip(kinds, spans, strict=True))
    object.__setattr__(document, "parts", parts)
    assert [m.span.begin for m in find_mentions(document, NAMES)] == [6]


def test_no_names_at_all() -> None:
    assert find_names("Korea", AuthorityIndex({})) == ()


def test_the_telegram(authority: AuthorityIndex) -> None:
    found = find_mentions(telegram(), authority)
    told = {(mention.span.begin, mention.span.text, mention.ref.key, mention.by) for mention in found}
    assert {
        (453, "Heo Gai", "heo-gai", "name"),
        (462, "Ho Ka I", "heo-gai", "bracket"),
        (954, "Ri Ju Yon", "ri-ju-yeon", "bracket"),
        (1101, "Pak Hon Yong", "pak-heon-yeong", "bracket"),
        (1129, "Kim Du Bong", "kim-du-bong", "bracket"),
        (1153, "Pak Il U", "pak-il-u", "bracket"),
        (703, "Zhou Enlai", "zhou-enlai", "name"),
        (428, "Labor Party CC", "labor-party-central-committee", "name"),
        (571, "Party political council", "party-political-council", "name"),
        (2012, "UN", "united-nations", "name"),
        (2487, "Stalin", "stalin", "name"),
        (3479, "Gary Goldberg", "gary-goldberg", "name"),
    } <= told
    assert sum(mention.ref.key == "kim-il-sung" for mention in found) == 7
    assert {mention.ref for mention in found if mention.span.text == "Soviet Union"} == {
        Ref("group", "soviet-union")
    }
    assert not {mention.span.text for mention in found} & {"I", "he", "me", "Ambassador", "svyazan"}


def test_a_reading_wins(authority: AuthorityIndex) -> None:
    document = telegram()
    reading = read_reading(ROOT / "data" / "readings" / "telegram-1258.yaml", document, authority)
    found = merge(find_mentions(document, authority), reading)
    assert [mention.span for mention in found] == sorted(mention.span for mention in found)
    by_begin = {mention.span.begin: mention for mention in found}
    assert by_begin[411] == Mention(
        Span(411, 412, "I"), Ref("person", "soviet-ambassador-dprk-1950"), "reading"
    )
    assert by_begin[207].ref.key == "soviet-ambassador-dprk-1950"
    assert by_begin[236].ref == Ref("place", "dprk")
    assert set(reading.mentions) <= set(found)


def test_merging_drops_what_overlaps(authority: AuthorityIndex) -> None:
    document = telegram()
    reading = read_reading(ROOT / "data" / "readings" / "telegram-1258.yaml", document, authority)
    nobody = Ref("person", "stalin")
    taken = reading.mentions[0].span
    inside = Mention(Span(taken.begin, taken.begin + 3, "the"), nobody, "name")
    beside = Mention(Span(taken.end, taken.end + 1, " "), nobody, "name")
    assert inside not in merge([inside, beside], reading)
    assert beside in merge([inside, beside], reading)
    assert merge([inside], None) == (inside,)


@given(st.text(alphabet="RiJuZhou Enlai-'’.[]()\n ", max_size=80))
def test_mentions_never_overlap_and_stand_in_order(text: str) -> None:
    found = find_names(text, NAMES)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.begin
    assert all(text[m.span.begin : m.span.end] == m.span.text for m in found)


def test_many_names_in_long_texts() -> None:
    many = index(**{f"person_{n}": [f"Name{n} Surname{n}"] for n in range(5000)})
    text = " ".join(f"Name{n} Surname{n} spoke." for n in range(0, 5000, 2))
    find_names("x", many)
    assert len(find_names(text, many)) == 2500
