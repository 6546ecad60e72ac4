"""Names of the months in the languages of the sources -> their numbers. A row a language."""

from __future__ import annotations

# language -> twelve cells, one a month; the forms in a cell stand apart by blanks, in lower case.
MONTH_NAMES: dict[str, str] = {
    "English": "january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|"
    "september sept sep|october oct|november nov|december dec",
    "French": "janvier|février fevrier|mars|avril|mai|juin|juillet|août aout|septembre|octobre|novembre|"
    "décembre decembre",
    "German": "januar jänner jenner|februar feber|märz maerz mertz merzen märzen|april|mai may|juni|juli|"
    "august|september|oktober|november|dezember",
    "Spanish": "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre setiembre|octubre|noviembre|"
    "diciembre",
    "Portuguese": "janeiro|fevereiro|março marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|"
    "dezembro",
    "Italian": "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|"
    "dicembre",
    "Latin": "januarii ianuarii januarius|februarii februarius|martii martius|aprilis|maii maji maius|"
    "junii iunii junius|julii iulii julius|augusti augustii augustus|septembris 7bris 7bre|"
    "octobris 8bris 8bre|novembris 9bris 9bre|decembris dezembris 10bris xbris",
    "Dutch": "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
    "Polish": "stycznia styczeń|lutego luty|marca marzec|kwietnia kwiecień|maja maj|czerwca czerwiec|"
    "lipca lipiec|sierpnia sierpień|września wrzesień|października październik|listopada listopad|"
    "grudnia grudzień",
    "Czech": "ledna leden|února únor|března březen|dubna duben|května květen|června červen|"
    "července červenec|srpna srpen|září|října říjen|listopadu|prosince prosinec",
    "Hungarian": "január|február|március|április|május|június|július|augusztus|szeptember|október|"
    "november|december",
    "Romanian": "ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|"
    "decembrie",
    "Serbian": "januara|februara|marta mart|aprila|maja|juna|jula|avgusta avgust|septembra septembar|"
    "oktobra oktobar|novembra novembar|decembra decembar",
    "Albanian": "janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor",
    "Turkish": "ocak|şubat subat|mart|nisan|mayıs mayis|haziran|temmuz|ağustos agustos|eylül eylul|"
    "ekim|kasım kasim|aralık aralik",
    "Russian in Latin letters": "yanvarya yanvar|fevralya fevral|marta mart|aprelya aprel|maya|"
    "iyunya iyun|iyulya iyul|avgusta avgust|sentyabrya sentyabr|oktyabrya oktyabr|noyabrya noyabr|"
    "dekabrya dekabr",
    "Russian": "января январь|февраля февраль|марта март|апреля апрель|мая май|июня июнь|июля июль|"
    "августа август|сентября сентябрь|октября октябрь|ноября ноябрь|декабря декабрь",
}
MONTHS: dict[str, int] = {
    name: number
    for cells in MONTH_NAMES.values()
    for number, forms in enumerate(cells.split("|"), start=1)
    for name in forms.split()
}
# Every form that a month's name may be written in -> its number: as it is, with a capital, in capitals.
WRITTEN: dict[str, int] = {
    form: number for name, number in MONTHS.items() for form in (name, name.capitalize(), name.upper())
}
# Words for a month counted from the writer's own: this one (0), the one before (-1), the next (1).
OTHER_MONTHS = {
    "inst": 0, "huius": 0, "hujus": 0, "dises": 0, "dieses": 0, "dits": 0, "ult": -1, "passat": -1, "prox": 1,
}  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
# Seasons as EDTF level 1 numbers them (ISO 8601-2, 4.7).
SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
