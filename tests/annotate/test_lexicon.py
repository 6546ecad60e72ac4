"""The lists by which names are known, read once from the package's data."""

from __future__ import annotations

from kg.annotate.lexicon import lexicon
from kg.annotate.syllables import is_syllabic


def test_the_lexicon_is_read_once() -> None:
    assert lexicon() is lexicon()


def test_what_the_lists_hold() -> None:
    lex = lexicon()
    assert lex.titles["Mrs."] == "f"
    assert lex.titles["Mr."] == "m"
    assert lex.titles["Comrade"] == ""
    assert lex.places["DPRK"] == "North Korea"
    assert lex.places["Peking"] == "Peking"
    assert {"Soviet", "Soviets", "Czechs"} <= lex.nationalities
    assert {"NATO", "Warsaw Pact"} <= lex.acronyms
    assert "General Staff" in lex.heads


def test_the_lists_do_not_contradict_each_other() -> None:
    lex = lexicon()
    assert not lex.nationalities & lex.given
    assert not lex.function & lex.given - {"August", "Jan", "Will", "May"}
    assert not lex.nationalities & set(lex.places)
    assert all(not word.endswith(",") for word in lex.never | lex.ordinary | lex.given)


def test_syllables() -> None:
    assert all(is_syllabic(name) for name in ("Ju-yeon", "Enlai", "Il", "Xiaoping", "Ch'ing", "Sŏng-il"))
    assert not any(is_syllabic(name) for name in ("Gromyko", "Strong", "Prize", "5", ""))
