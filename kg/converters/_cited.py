"""Text -> the numbers of other documents that it refers to: 'my Nº 2390', 'Embtel 1053', 'Tehran’s 1174'."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NO = r"(?:N[oº°]s?\b\.?|Nos?\.|№|Numbers?\b|#|Nr\b\.?)"
_VALUE = r"\d(?:[\d.]*\d)?(?:\s?/\s?\w+|-\w+)*"
_GENRE = (
    r"(?:(?:(?:ciphered|coded|cipher|secret|circular|last|previous|recent|above)\s)?(?:telegrams?|cables?|"
    r"letters?|"
    r"d[ie]spatch(?:es)?|ciphergrams?|airgrams?|circulars?|messages?|notes?|instructions?|order|reports?|"
    r"memorand(?:um|a)|communications?|repl(?:y|ies)|answers?|wires?))"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
# One number or several: 'Yours 232, 233, 234', 'Nos. 34 and 35'; none that is the day of a date.
_ITEM = rf"(?:{_NO}\s?)?\d[\d./-]*\w*(?!\s{_MONTH})"
_LIST = rf"{_VALUE}(?:(?:,\s|,?\s?(?:and|&)\s){_ITEM})*"
_BARE = rf"\d{{2,}}(?:/\w+)*(?:(?:,\s|,?\s(?:and|&)\s)\d{{2,}}(?:/\w+)*(?!\s{_MONTH}))*"
# What may follow a number that no 'No.' announces: the end, a date, a verb or a little word, and no noun.
_FOLLOWED = (
    r"(?=[.,;]\d{1,3}(?:\s+[A-Z“]|\s*$)|[,.;:)\]’”\"](?!\d)"
    rf"|\s*$|\s\[|\s(?:of|dated|from|to|and|or|was|were|is|are|which|that|has|have|had|would|will|"
    r"should|could|may|must|with|regarding|re|reported|repeated|repeat|sent|received|left|gave|made|said|says|states|stated|shows|asks|concerning|via|on|in|"
    r"not|para)\b"
    rf"|\s{_MONTH}\s?\d{{1,2}}(?!\d))"
)
_OFFICE = (
    r"(?:(?:the\s)?(?:Department|Dept|Embassy|Emb|Legation|Leg|Consulate(?:\sGeneral)?|"
    r"Consul(?:\sGeneral)?|Mission|"
    r"Ambassador|Minister|Ministry|Foreign\s(?:Office|Ministry)|Delegation|Government|Secretary)|"
    r"(?:[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?))"
)
_FORMS: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"\b(?:my|our|yours?|his|her|their|the (?:above|previous))"
        rf"\s(?:[\w-]+\s)?(?:\[[\w ]+\]\s)?(?:{_GENRE}\s)?"
        rf"(?P<n>{_NO}\s?{_LIST})",
        re.IGNORECASE,
    ),
    # Yours 232, 233; (see our 424); your telegram 893; my 1810, July 21
    re.compile(
        rf"\b(?:my|(?:y?ours?)|his|their)\s(?:\[[\w ]+\]\s)?(?:{_GENRE}\s)?"
        rf"(?P<n>{_BARE})(?![\w%]){_FOLLOWED}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:my|our|your)\b[^()]{{0,40}}\((?P<n>vkh\.?\s?{_NO}\s?{_VALUE})\)", re.IGNORECASE),
    re.compile(rf"^to\s(?P<n>{_NO}\s?{_LIST})", re.IGNORECASE),
    re.compile(rf"^spravka:?\s(?P<n>{_NO}\s?{_LIST})", re.IGNORECASE),
    # Tehran’s 1174 October 5; Department’s Circular 732; the Legation's No. 33
    re.compile(
        rf"\b{_OFFICE}['’]s?\s(?:{_GENRE}\s|(?i:{_GENRE})\s)?"
        rf"(?P<n>{_NO}\s?{_LIST}|\d{{2,}}(?:(?:,\s|,?\s(?:and|"
        rf"&)\s)\d{{2,}}(?!\s{_MONTH}))*(?![\w%]){_FOLLOWED})"
    ),
    # Embtel 1053; reftel 34; Depcirtel 12; Legdesp No. 77
    re.compile(
        r"\b(?:(?:Amer?)?(?:Emb|Leg|Con|Mis|Cons)|Dep(?:t|cir)?|Cir|Re|[Rr]ef|ur|my|our|Usun|Un|Info)"
        rf"(?:tels?|desps?|cirtels?|circ?tels?|grams?|airgrams?|lets?)\.?\s(?P<n>(?:{_NO}\s?)?\d[\w/-]*"
        rf"(?:(?:,\s|,?\s(?:and|&)\s)(?:{_NO}\s?)?\d{{1,5}}\b(?!\s{_MONTH}))*)(?!\s?(?:[ap]\.\s?m|%))"
    ),
    # Polto 34; Secto 5: the series of delegations
    re.compile(
        r"\b(?:Polto|Topol|Secto|Tosec|Delga|Gadel|Delun|Ecato|Toeca|Repto|Torep|Dulte|Tedul|Tohak|Hakto|"
        r"Cedto|Telac|Actel)"
        r"\s(?P<n>\d{1,5})(?!\w)"
    ),
    # telegram 1053; circular telegram 749, supra; airgram 12
    re.compile(
        rf"\b(?:telegrams?|cables?|d[ie]spatch(?:es)?|ciphergrams?|airgrams?)\s(?P<n>{_BARE})(?![\w%])"
        rf"(?!\s{_MONTH},?\s\d{{4}}){_FOLLOWED}"
    ),
    # telegram to Moscow 831, June 25
    re.compile(
        rf"\b(?:telegrams?|cables?|d[ie]spatch(?:es)?|airgrams?)\s(?:to|from)\s[A-Z]\w+(?:\s[A-Z]\w+)?\s"
        rf"(?P<n>{_BARE})(?![\w%])(?!\s{_MONTH},?\s\d{{4}}){_FOLLOWED}"
    ),
    re.compile(
        r"\b(?:telegram|cable|d[ie]spatch|ciphergram)\s(?:(?:of|by) [^.;]{3,40}\s)?"
        rf"(?P<n>(?:{_NO}|no)\s?{_LIST})",
        re.IGNORECASE,
    ),
)
# How far around a number the words are read that make it another document's.
_NEAR = 80
_OWN_WORD = re.compile(r"(?:^|[,.;]\s)(?:ciphered |coded |cipher )?$", re.IGNORECASE)


def cited_stretches(text: str) -> list[tuple[int, int]]:
    """Where the numbers of other documents stand in a line; a list of several ('Yours 232, 233') is one."""
    taken: list[tuple[int, int]] = []
    for found in _found(text):
        begin, end = found.span("n")
        end = begin + len(found["n"].rstrip(" .,"))
        if end > begin and not any(begin < last and first < end for first, last in taken):
            taken.append((begin, end))
    return sorted(taken)


def _found(text: str) -> Iterator[re.Match[str]]:
    for form in _FORMS:
        for found in form.finditer(text):
            before = text[max(found.start() - _NEAR, 0) : found.start()]
            heads = form is _FORMS[-1] and _OWN_WORD.search(before)
            if not heads:
                yield found
