"""Text of a shelfmark -> the archive that it names: by its name, its initials, with its place."""

from __future__ import annotations

import re

# Words that an archive's name has; and words that it may have where nothing else names one.
_ARCHIVE = re.compile(
    r"\b(?:Arch?iv\w*|Arkh?iv\w*|Arhiv\w*|Librar\w+|Bibliot\w+|Museum|Levéltár\w*|Repository|Records? Office|"
    r"Records Administration|Record Office|Dang['’]?anguan)\b"
)
_PERHAPS = re.compile(
    r"\b(?:Institut\w*|Istitut\w*|Foundation|Fundação|Universit\w+|Cent(?:er|re)|Committee|Commission|Ministry|"
    r"Academy|Museu|Bundesbeauftragte\w*|Federal Commissioner|Stiftung|Service|Bureau|Office)\b"
)
# Initials: AVP RF, PRC FMA, SAPMO-BArch, PA AA, BStU; in brackets or not.
_INITIALS = r"(?:[A-ZÄÖÜŠŽČ][A-Za-zÄÖÜäöü]{0,3}[A-ZÄÖÜŠŽČ](?:[A-Za-z./-]*[A-Za-z])?)"
_SHORT = re.compile(rf"\(?{_INITIALS}(?:\s{_INITIALS}(?=[\s,.:;)]|$)){{0,2}}\)?(?=[\s,.:;)]|$)")
# Initials that begin a shelfmark and name no archive, but a series of one.
_SERIES = frozenset(
    """
    RG FO CAB PREM DO DEFE MD SA WO DY CC MFA CWIHP NKIDP NPIHP USSR DPRK CPSU CCP PRC GDR FRG US UN UK TASS
    """.split()  # noqa: SIM905
)
_PLACES = re.compile(
    r"(?:the )?(?:Moscow|Warsaw|Prague|Budapest|Bucharest|Sofia|Belgrade|Berlin|Bonn|Koblenz|"
    r"Potsdam|Beijing|Baku|"
    r"Tbilisi|Kiev|Kyiv|Minsk|Tirana|Hanoi|Ulaanbaatar|Ulan Bator|Seoul|Tokyo|Taipei|Delhi|"
    r"New Delhi|London|Kew|"
    r"Paris|Rome|Madrid|Lisbon|Oxford|Cambridge|Stockholm|Oslo|Helsinki|Copenhagen|Vienna|Bern|Geneva|Dublin|"
    r"Brussels|The Hague|Washington(?: DC)?|Washington|D\.?C\.?|College Park|Maryland|MD|"
    r"Stanford|Princeton|New York|"
    r"Ottawa|Canberra|Brasilia|Brasília|Rio de Janeiro|Buenos Aires|Santiago|Havana|Mexico City|"
    r"Pretoria|Cairo|"
    r"Jerusalem|Tehran|Ankara|Almaty|Tashkent|Yerevan|Vilnius|Riga|Tallinn|Ljubljana|Zagreb|Skopje|Sarajevo|"
    r"Bratislava|Russia|Poland|Hungary|Czech Republic|Romania|Bulgaria|Serbia|Germany|China|"
    r"Mongolia|Brazil|Cuba|"
    r"Mexico|India|Ireland|Japan|South Korea|Republic of Korea|Korea|Albania|Azerbaijan|Ukraine|"
    r"Georgia|Israel|"
    r"Vietnam|United Kingdom|UK|United States|USA|US|U\.S\.|Australia|Canada|South Africa|Italy|"
    r"France|California|"
    r"Massachusetts|England|St\.? Antony['’]s College|University of [A-Z]\w+|\w+ University)\b"
)
_BRACKET = re.compile(r"\s*\([^()]{1,80}\)\s*")


def is_archive(text: str) -> bool:
    """Whether a text has a word that only an archive's name has."""
    return _ARCHIVE.search(text) is not None


def is_place(text: str) -> bool:
    """Whether a text is where an archive may be, with initials in brackets behind it or not."""
    return _PLACES.fullmatch(_BRACKET.sub("", text).strip(" .")) is not None


def short_name(text: str) -> str | None:
    """The initials that a text begins with as an archive's, None where it begins with none."""
    found = _SHORT.match(text)
    if found is None or (found[0].strip("() ") in _SERIES or found[0].split()[0] in _SERIES - {"PRC"}):
        return None
    return found[0].strip("() ")


def leading(text: str) -> tuple[str | None, str]:
    """The archive that a text begins with, its place included, and what follows it."""
    bare = text.strip(" ,.;:")
    pieces = _pieces(bare)
    if not pieces:
        return None, ""
    begin, end = pieces[0]
    first = bare[begin:end]
    named = is_archive(first) or (_PERHAPS.search(first) and not re.search(r"\d", first))
    if named:
        name, rest = _before_figures(first)
        if not rest:
            while len(pieces) > 1 and is_place(bare[slice(*pieces[1])]):
                pieces.pop(0)
            end = pieces[0][1]
            return bare[:end].strip(" ,.:;"), bare[end:].strip(" ,.:;")
        return name, rest + bare[end:]
    short = short_name(bare)
    if short is None:
        return (first, bare[end:].strip(" ,")) if _is_full_name(first) and len(pieces) == 1 else (None, bare)
    at = bare.index(short) + len(short)
    rest = bare[at:].lstrip(" ).,:;")
    after = _pieces(rest)
    if after and is_place(rest[slice(*after[0])]):
        return bare[: len(bare) - len(rest) + after[0][1]].strip(" ("), rest[after[0][1] :].strip(" ,")
    return short, rest


def last_named(text: str) -> tuple[str, str | None]:
    """What stands before the archive that words before a shelfmark end with, and the archive."""
    bare = text.strip(" ,.;:")
    pieces = _pieces(bare)
    last = bare[slice(*pieces[-1])] if pieces else ""
    if len(pieces) > 1 and (is_archive(last) or short_name(last) == last.strip("()")):
        return bare[: pieces[-2][1]], last
    return bare, None


def _is_full_name(text: str) -> bool:
    """Whether words are a name in which a short one stands in brackets: 'Polish Ministry (AMSZ)'."""
    return re.search(rf"\({_INITIALS}\)$", text) is not None


def _before_figures(text: str) -> tuple[str, str]:
    """The name in 'Gansu Provincial Archives 103-001' and the shelfmark behind it."""
    found = re.search(r"\s(?=[\w.-]*\d)", text)
    word = list(_ARCHIVE.finditer(text))
    if found is None or (word and found.start() < word[-1].end() and not text[: found.start()].strip()):
        return text, ""
    head = text[: found.start()]
    return (head.strip(" ,.:"), text[found.end() :]) if is_archive(head) else (text, "")


def trailing(text: str) -> tuple[str, str | None]:
    """What stands before the archive that a text ends with, and the archive with its place."""
    bare = text.strip(" ,.;:")
    pieces = _pieces(bare)
    for words in (_ARCHIVE, _PERHAPS):
        at = next(
            (n for n, piece in enumerate(pieces) if n and words.search(bare[slice(*piece)])),
            None,
        )
        if at is None:
            continue
        first = at if len(bare[slice(*pieces[at])].split()) > 1 else at - 1
        begin = pieces[first][0]
        if re.search(r"\d", bare[begin:]):
            return bare, None
        return bare[:begin].strip(" ,"), bare[begin:]
    return bare, None


def _pieces(text: str) -> list[tuple[int, int]]:
    """The stretches between commas that stand in no brackets, and colons behind a name."""
    ends = [
        at for at, sign in enumerate(text) if sign == "," or (sign in ":." and text[at + 1 : at + 2] == " ")
    ]
    cuts: list[tuple[int, int]] = []
    begin = 0
    for end in [*ends, len(text)]:
        piece = text[begin:end]
        if piece.count("(") > piece.count(")") and end < len(text):
            continue
        if end < len(text) and text[end] == "." and len(piece.split()[-1:] and piece.split()[-1]) <= 3:
            continue  # the stop of an abbreviation
        first = begin + len(piece) - len(piece.lstrip())
        if piece.strip():
            cuts.append((first, first + len(piece.strip())))
        begin = end + 1
    return cuts
