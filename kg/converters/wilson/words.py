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
Warsaw|Washington|Washington, DC|Washington DC|Xinjiang|Yugoslavia|Zagreb
"""
PLACES = frozenset(" ".join(name.split()).casefold() for name in _PLACES.split("|"))
# Those of them that are no cities.
_COUNTRIES = """
Albania|Algeria|Angola|Argentina|Australia|Austria|Belarus|Belgium|Brazil|Britain|Bulgaria|Burma|Cambodia|
Canada|Chile|China|Cuba|Czechoslovakia|Denmark|DPRK|East Germany|Egypt|England|Ethiopia|France|FRG|
GDR|Georgia|Germany|Great Britain|Greece|Hungary|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Japan|
Kazakhstan|Korea|Laos|Manchuria|Mexico|Mongolia|North Korea|North Vietnam|Norway|Pakistan|
People's Republic of China|Poland|Portugal|PRC|Republic of Korea|Romania|Russia|South Korea|South Vietnam|
Soviet Union|Spain|Sweden|Switzerland|Syria|Taiwan|Turkey|UAR|UK|UN|United Kingdom|United Nations|
United States|US|USA|USSR|Vietnam|Xinjiang|Yugoslavia
"""
COUNTRIES = frozenset(" ".join(name.split()).casefold() for name in _COUNTRIES.split("|"))
# Patterns: what a person may be by post, and what an office may be called.
POST = (
    r"(?:ambassadors?|envoys?|representatives?|ministers?|delegates?|consuls?|attach[ée]s?|advis[eo]rs?|"
    r"charg[ée]s?|emissary|plenipotentiary|members|delegates|d['’]affaires|secretary|chairman|head|chief|premiers?|president|director|commissar|member|deputy|governor|general|marshal|leader|commander|"
    r"chancellor)"
)
OFFICE = (
    r"(?:embassy|ministry|committee|department|bureau|office|council|consulate|legation|directorate|staff|"
    r"secretariat|politburo|presidium|mission|delegation|center|command|division|section|party|government|"
    r"agency|association|federation|institute|cc|cpsu|ccp|cpc|vkp)"
)
RANK = (
    r"(?:colonel|col|general|gen|lieutenant|lieut|lt|major|maj|captain|capt|commander|admiral|marshal|commissar|"
    r"counsell?or|interpreter|agent|attach[ée]|commanding|aide|assistant|under-secretary|referent|clerk|officer)"
)
# Lines at the end of a text that look like a name and are none, and words that stand in none.
NO_SIGNER = frozenset(
    """
    attachment attachments enclosure enclosures annex appendix addendum copy copies end summary note notes
    draft
    translation original distribution conclusion conclusions secret confidential urgent telegram cable letter
    report memorandum message ciphergram deciphered top strictly very special copying prohibited file archive
    typed printed sent received correct true verified approved agreed continued table list annexes remarks
    comment comments excerpt text january february march april may june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday signature signed illegible omitted
    redacted sd sgd
    cc declassified resolution decision handwritten stamp journal minutes record translator's editor's
    contents
    yours truly sincerely respectfully faithfully obediently cordially fraternally devotedly greetings regards
    introduction proposal proposals questions question answer answers draft protocol agreement declaration
    """.split()  # noqa: SIM905
) - {"may", "march"}
# Words in capitals that belong to a post or an office and are nobody's name.
_OF_POSTS = frozenset(
    """
    soviet chinese korean north south east west german polish hungarian romanian bulgarian czechoslovak
    albanian cuban american british french japanese vietnamese mongolian yugoslav indian italian brazilian
    the first second deputy vice foreign affairs central communist workers party people's people republic
    union state states ssr vkp cc cpsu ccp cpc democratic socialist military extraordinary charge chargé
    council internal external politburo provincial all political great defense and of for to in at from
    permanent supreme international prime members third fourth fifth sixth session congress assembly plenum
    acting general-secretary workers’ people’s national relations trade economic economy finance defense
    defence interior justice culture education health agriculture industry information press planning security
    intelligence service commerce commercial consular far eastern western asian african european northern
    southern political-military protocol translation cipher coding special resident cultural scientific labour
    labor workers' federal royal imperial high commission commissioner office officer
    """.split()  # noqa: SIM905
)
# What a document calls itself, as a pattern.
GENRE = (
    r"(?:(?:top|strictly|very)\s+)?(?:(?:secret|confidential|ciphered|deciphered|coded|cipher|code|urgent|verbal|"
    r"open|draft|personal|handwritten|hand[ -]delivered|unsent|(?:excerpts?|extracts?) (?:from|"
    r"of)(?: an?)?|translation of an?|"
    r"copy of an?|short|official|circular|encrypted|encoded|intelligence|cover|joint)\s+)*"
    r"(?:telegrams?|cables?|letters?|ciphergrams?|telegraphic|messages?|notes?|d[ie]spatch|reports?|memorandum|memo|"
    r"information|minutes|telephone message|telephonegram|telephoned telegram|instructions?|directives?|"
    r"requests?|"
    r"reply|response|communiqu[ée]|proposals?|opinions|decree|brief|briefing|telex|aide[ -]m[ée]moire|"
    r"summary|"
    r"submission)(?:\s+(?:telegrams?|cable|message|notes?|reports?|letter|memorandum))?"
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
    bare = " ".join(text.replace("’", "'").strip(' .,:;()[]“”"').split()).casefold().removeprefix("the ")
    return bare in PLACES or bare.replace(".", "") in PLACES


def starts_with_place(text: str) -> bool:
    """Whether the first words of a text name a place of the list."""
    words = re.sub(r"([,;:)])", r" \1", text).split()
    return any(is_place(" ".join(words[:count])) for count in range(1, 6))


_LONGER = "|".join(re.escape(name) for name in sorted(PLACES, key=len, reverse=True) if " " in name)
_LONG_PLACES = re.compile(rf"\b(?:{_LONGER})\b", re.IGNORECASE)
# An adjective in front of what a country has: the Ghanaian Embassy, the Ethiopian Foreign Ministry.
_OF_COUNTRY = re.compile(
    r"\b[A-Z]\w+(?:an|ish|ese|ern|ch|ek|i)\s(?=(?:(?:Foreign|Prime|Deputy|Vice|Military)\s)*"
    r"(?:Embassy|Legation|Consulate|Mission|Ministry|Government|Delegation|Department|Bureau|Division|Party|"
    r"Ambassador|Minister|Consul|Attach[ée])\b)"
)


def has_name(words: str) -> bool:
    """Whether capitalised words are left when posts, offices and places are taken away."""
    rest = re.sub(
        r"(?i:(\b(?:embassy|legation|consulate|mission)) (?:in|to) )(?:[A-Z]\w+[ .]?)+", r"\1", words
    )
    rest = _OF_COUNTRY.sub(" ", _LONG_PLACES.sub(" ", rest))
    rest = re.sub(rf"\b(?:{POST}|{OFFICE})\b", " ", rest, flags=re.IGNORECASE)
    left = re.findall(r"\b[A-Z][^\W\d_]+", rest)
    return any(not is_place(word) and word.casefold() not in _OF_POSTS for word in left)


# Words without a capital that may stand in what somebody is called.
_CALLED = frozenset(
    """
    a an the of and for in to at from on de da do dos del della di von van der la le el al bin ben y e with
    comrade comrades comr cde cdes foreign affairs internal external central party state deputy first
    second vice
    general people's people’s c/o via
    """.split()  # noqa: SIM905
)


def is_called(words: str) -> bool:
    """Whether words can be what somebody is called: names, posts, offices, the small words between."""
    for word in re.findall(r"[^\W\d_][\w’'.-]*", words):
        small = word.rstrip(".").casefold()
        if word[0].islower() and small not in _CALLED and not re.fullmatch(rf"{POST}|{OFFICE}|{RANK}", small):
            return False
    return bool(re.search(r"[^\W\d_]", words))
