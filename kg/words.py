"""Text -> where its words begin and end (Unicode), for names and quotes alike."""

from __future__ import annotations

import unicodedata

_HYPHENS = frozenset("-\u2010\u2011\u00ad")
_APOSTROPHES = frozenset("'\u2019\u02bc")
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")


def is_word_sign(sign: str) -> bool:
    """Whether a sign belongs to a word: a letter, a digit or a mark that combines with one."""
    return sign == "_" or unicodedata.category(sign)[0] in "LNM"


def _is_unspaced(sign: str) -> bool:
    """Whether a sign is of a script that is written without spaces or joins endings to names."""
    return unicodedata.name(sign, "").startswith(_UNSPACED)


def splits_word(text: str, at: int) -> bool:
    """Whether a cut before text[at] goes through a run of letters and digits."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if _is_unspaced(before) or _is_unspaced(after):
        return False
    return is_word_sign(before) and is_word_sign(after)


def is_whole(text: str, begin: int, end: int) -> bool:
    """Whether text[begin:end] is made of whole words.

    A hyphen joins ("Ju" is no word in "Ju-yeon"), an apostrophe joins too, but for an
    ending "'s" ("Zhou Enlai" is whole in "Zhou Enlai's").
    """
    if splits_word(text, begin) or splits_word(text, end):
        return False
    if begin > 1 and text[begin - 1] in _HYPHENS | _APOSTROPHES and is_word_sign(text[begin - 2]):
        return False
    after, following = text[end : end + 1], text[end + 1 : end + 2]
    if not following or not is_word_sign(following):
        return True
    if after in _APOSTROPHES:
        return following in "sS" and not splits_word(text, end + 2)
    return after not in _HYPHENS


def shorten(text: str, limit: int = 80) -> str:
    """The text on one line, at most `limit` code points, cut between words with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[:limit]
    space = head.rfind(" ")
    return (head[:space] if space > 0 else head[:-1]).rstrip(" ,;:.") + "…"
