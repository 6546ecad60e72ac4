"""A line -> the person whom it greets: 'Comrade MAO ZEDONG!', 'Dear Mr. Secretary', 'Excellency,'."""

from __future__ import annotations

import re

from kg.converters.wilson.words import is_called

_PERSON = r"(?:Comrades?|Cdes?\.?|Comr\.|Mr\.|Mrs\.|Madam|Marshal|Generalissimo|President|Chairman|Premier)"
_GREETING = re.compile(
    r"[\"“«‘]?\s*(?:"
    r"(?:(?:My )?[Dd]ear|DEAR|(?:(?:Highly|Most|Deeply|Very|Much) )?(?:[Ee]steemed|[Rr]espected|"
    r"[Hh]onou?red))\s+"
    r"(?P<dear>[^:!;\"”]{3,60}?)\s*[,:!.]?"
    rf"|(?:To\s+)?(?P<title>{_PERSON}\s(?:[^\W\d_a-z]|\[)[^:!;,]{{2,50}}?)\s*[:!,.]"
    r"|(?P<post>(?:Your )?(?:Excellency|Royal Highness|Majesty)|(?:Mr\.|Madam|Honou?rable|Hon\.)\s"
    r"(?:President|Prime Minister|Premier|Secretary(?: General|-General)?|Ambassador|Minister|Chairman|"
    r"Chancellor))\s*[,:!.]"
    r")\s*"
)
# At the beginning of a paragraph: Dear Mr. Secretary: With reference to …
_INLINE = re.compile(
    r"[\"“«]?\s*(?:(?:My )?[Dd]ear|DEAR)\s+(?P<dear>[A-Z\[][^:!;,.\"”]{2,50}|M(?:r|rs|s|"
    r"me)\.\s[^:!;,.\"”]{2,50})[:!,]\s+(?=[A-Z])"
)
_OPEN = re.compile(r"[\"“«]?\s*(?:Dear|Esteemed|Respected)\s+(?:Cde\.?|Comrade|Mr\.|Cdes\.?|Comrades)")
_NOBODY = re.compile(
    r"(?:sirs?|cdes?|mr|mrs|comr|comrade|comrades|friends?|colleagues?|gentlemen|(?:all|everyone)\b.*)",
    re.IGNORECASE,
)


def greeted(text: str, inline: bool = False) -> tuple[int, int] | None:
    """Where in a line the words stand for whom it greets; None where it greets nobody in particular.

    inline: the line may go on behind the greeting.
    """
    found = _GREETING.fullmatch(text) if len(text) < 120 else None
    if found is None and inline:
        found = _INLINE.match(text)
    if found is None:
        return None
    group = next(name for name, words in found.groupdict().items() if words)
    begin, end = found.span(group)
    end = begin + len(found[group].rstrip(" .,:!"))
    end += bool(re.search(r"\b[A-Z]$", text[begin:end])) and text[end : end + 1] == "."
    words = text[begin:end]
    nobody = _NOBODY.fullmatch(words) or (group == "title" and not is_called(words))
    return None if nobody else (begin, end)


def is_broken_greeting(text: str) -> bool:
    """Whether a line is a greeting whose name stands on the next line: 'Dear Cde.'"""
    return _OPEN.fullmatch(text) is not None
