"""Words by which places, posts, offices and kinds of document are known: lists to add to, and their tests."""

from __future__ import annotations

import re

# Capitals, countries and other places that telegrams are sent from and to and posts are named after.
_PLACES = """
Addis Ababa|Albania|Algeria|Algiers|Almaty|Angola|Ankara|Argentina|Athens|Australia|Austria|Baghdad|Baku|
Bangkok|Beijing|Beirut|Belarus|Belgium|Belgrade|Berlin|Bonn|Brasilia|Brazil|Britain|Brussels|Bucharest|
Budapest|Buenos Aires|Bulgaria|Burma|Cairo|Cambodia|Canada|Canberra|Chile|China|Colombo|Copenhagen|Cuba|
Czechoslovakia|Dairen|Dakar|Dalian|Damascus|Delhi|Denmark|Djakarta|DPRK|Dublin|East Berlin|East Germany|Egypt|
England|Ethiopia|FRG|France|GDR|Geneva|Georgia|Germany|Great Britain|Greece|Hanoi|Harbin|Havana|Helsinki|
Hong Kong|Hungary|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jakarta|Japan|Jerusalem|Kabul|Karachi|
Kathmandu|Kazakhstan|Kiev|Korea|Kremlin|Lagos|Laos|Lisbon|London|Luanda|Madrid|Manchuria|Mexico|Mexico City|
Mongolia|Montevideo|Moscow|Mukden|Nanjing|Nanking|New Delhi|New York|North Korea|North Vietnam|Norway|Oslo|
Ottawa|Pakistan|Paris|Peiping|Peking|People's Republic of China|Phnom Penh|Poland|Port Arthur|Portugal|PRC|
Prague|Pyongyang|Rangoon|Rawalpindi|Republic of Korea|Rio de Janeiro|Romania|Rome|Russia|Saigon|Santiago|
Seoul|Shanghai|Shenyang|Sofia|South Korea|South Vietnam|Soviet Union|Spain|Stockholm|Sweden|Switzerland|Syria|
Tabriz|Taiwan|Tashkent|Tbilisi|Tehran|Teheran|Tel Aviv|Tirana|Tokyo|Turkey|UAR|UK|UN|Ulaanbaatar|Ulan Bator|
United Kingdom|United Nations|United States|Urumchi|Urumqi|US|USA|USSR|Vienna|Vientiane|Vietnam|Vladivostok|
Warsaw|Washington|Xinjiang|Yugoslavia|Zagreb
"""
PLACES = frozenset(" ".join(name.split()).casefold() for name in _PLACES.split("|"))
# Patterns: what a person may be by post, and what an office may be called.
POST = (
    r"(?:ambassadors?|envoys?|representatives?|ministers?|delegates?|consuls?|attach[ée]s?|advis[eo]rs?|"
    r"emissary|plenipotentiary|d['’]affaires|secretary|chairman|head|chief|premiers?|president|director|commissar|member|deputy|governor|general|marshal|leader|commander|"
    r"chancellor)"
)
OFFICE = (
    r"(?:embassy|ministry|committee|department|bureau|office|council|consulate|legation|directorate|staff|"
    r"secretariat|politburo|presidium|mission|delegation|center|command|division|section|party|government|"
    r"agency|cc|cpsu|ccp|cpc|vkp)"
)
# Words in capitals that belong to a post or an office and are nobody's name.
_OF_POSTS = frozenset(
    """
    soviet chinese korean north south east west german polish hungarian romanian bulgarian czechoslovak
    albanian cuban american british french japanese vietnamese mongolian yugoslav indian italian brazilian
    the first second deputy vice foreign affairs central communist workers party people's people republic
    union state states ssr vkp cc cpsu ccp cpc democratic socialist military extraordinary charge chargé
    council internal external politburo provincial all political great defense and of for to in at from
    permanent supreme international prime
    """.split()  # noqa: SIM905
)
# What a document calls itself, as a pattern.
GENRE = (
    r"(?:(?:top|strictly|very)\s+)?(?:(?:secret|confidential|ciphered|coded|cipher|code|urgent|verbal|open|draft|"
    r"personal|handwritten|unsent|excerpt from a|translation of a|copy of a|short)\s+)*"
    r"(?:telegrams?|cables?|letters?|ciphergram|telegraphic|message|note|d[ie]spatch|report|memorandum|memo|"
    r"information|minutes|telephone message|coded message|instructions?|directive|request|reply|response|"
    r"communiqu[ée])(?:\s+(?:telegram|cable|message|note|report))?"
)
# What a title may tell of that goes 'to' something and yet writes to nobody; and words that open no name.
GOES_TO = (
    r"(?:visits?|trip|tour|journey|road|way|return|introduction|invitation|appeal|aid|assistance|answers?|"
    r"questions?|proposals?|opposition|addendum|appendix|annex|supplement|approach|transition|access|speech|"
    r"address|statement|toast|remarks|guide|key|threat|contribution|relations?|attitude|policy|delegation|\w+ed)"
)
OPENS_NO_NAME = r"(?:On|In|An?|The|About|For|Towards?|From|At|By|Regarding|Concerning|How|What|Why)"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


def is_place(text: str) -> bool:
    """Whether a text names a place of the list, with or without its article, in any letters."""
    bare = " ".join(text.replace("’", "'").strip(" .,:;()[]").split()).casefold().removeprefix("the ")
    return bare in PLACES or bare.replace(".", "") in PLACES


def starts_with_place(text: str) -> bool:
    """Whether the first words of a text name a place of the list."""
    words = re.sub(r"([,;:)])", r" \1", text).split()
    return any(is_place(" ".join(words[:count])) for count in range(1, 6))


def has_name(words: str) -> bool:
    """Whether capitalised words are left when posts, offices and places are taken away."""
    rest = re.sub(rf"\b(?:{POST}|{OFFICE})\b", " ", words, flags=re.IGNORECASE)
    left = re.findall(r"\b[A-Z][^\W\d_]+", rest)
    return any(not is_place(word) and word.casefold() not in _OF_POSTS for word in left)
