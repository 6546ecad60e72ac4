"""The romanisations of one name are alike, those of different names are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.romanise import SYSTEMS, alike, normal, orders, same_syllables, syllables


@pytest.mark.parametrize(
    ("one", "other", "system"),
    [
        ("Heo Gai", "Ho Ka I", "korean"),
        ("Pak Heon-yeong", "Pak Hŏn-yŏng", "korean"),
        ("Choe Yong-geon", "Ch'oe Yong-gŏn", "korean"),
        ("Ri Ju-yeon", "Yi Chu-yŏn", "korean"),
        ("Kim Jeong-il", "Kim Chŏng-il", "korean"),
        ("Kim Il Sung", "Kim Ilsung", "korean"),
        ("Lee Hu-rak", "Ri Hu Rak", "korean"),
        ("Zhou Enlai", "Chou En-lai", "pinyin"),
        ("Mao Zedong", "Mao Tse-tung", "pinyin"),
        ("Deng Xiaoping", "Teng Hsiao-p'ing", "pinyin"),
        ("Zhu De", "Chu Teh", "pinyin"),
        ("Ye Jianying", "Yeh Chien-ying", "pinyin"),
        ("Xu Xiangqian", "Hsü Hsiang-ch'ien", "pinyin"),
        ("Hua Guofeng", "Hua Kuo-feng", "pinyin"),
        ("Chiang Kai-shek", "Jiang Jieshi", "pinyin"),
        ("Khrushchev", "Chruschtschow", "russian"),
        ("Khrushchev", "Chruščëv", "russian"),
        ("Khrushchev", "Khrouchtchev", "russian"),
        ("Vyacheslav Molotov", "Viacheslav Molotoff", "russian"),
        ("Vyshinsky", "Wyschinski", "russian"),
        ("Andrei Mikoyan", "Andrej Mikojan", "russian"),
        ("Yevgeny Fyodorov", "Evgenii Fedorov", "russian"),
        ("Nazarbayev", "Nazarbaev", "russian"),
    ],
)
def test_romanisations_of_one_name(one: str, other: str, system: str) -> None:
    assert alike(one, other, system)
    assert same_syllables(one, other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Il", "Kim Il Sung"),
        ("Kim Jong Il", "Kim Jong Un"),
        ("Li Peng", "Li Ping"),
        ("Chen Yi", "Cheng Yi"),
        ("Wang Ming", "Wan Min"),
        ("Molotov", "Malenkov"),
        ("Malinovsky", "Malinin"),
        ("Brown", "Braun"),
        ("Mikoyan", "Mikunis"),
    ],
)
def test_different_names(one: str, other: str) -> None:
    assert same_syllables(one, other) is None


def test_names_of_one_word() -> None:
    assert normal("Gromyko") == normal("GROMIKO")
    assert normal("Andrey") == normal("Andrei") == normal("Andrej")
    assert normal("Kozlov") != normal("Kozyrev")


def test_the_words_of_a_name_in_other_orders() -> None:
    assert orders(["Kim", "Il", "Sung"]) == ("Kim Il Sung", "Sung Kim Il", "Il Sung Kim")
    assert orders(["Stalin"]) == ("Stalin",)


@given(st.text(max_size=30))
def test_any_text_has_normal_forms(name: str) -> None:
    assert isinstance(normal(name), str)
    for system in SYSTEMS:
        assert all(isinstance(form, str) for form in syllables(name, system))


@given(st.sampled_from(["Heo Gai", "Zhou Enlai", "Andrei Gromyko", "Chou En-lai", "Pak Hon Yong"]))
def test_a_name_is_like_itself(name: str) -> None:
    assert same_syllables(name, name.upper()) is not None
