"""The site's name of a language -> BCP 47."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import SiteField

# English names as the site has them; the tags are of the IANA registry (BCP 47).
LANGUAGES: dict[str, str] = {
    "Afrikaans": "af",
    "Albanian": "sq", "Amharic": "am", "Arabic": "ar", "Armenian": "hy", "Azerbaijani": "az",
    "Belarusian": "be", "Bengali": "bn", "Bosnian": "bs", "Bulgarian": "bg", "Burmese": "my", "Catalan": "ca",
    "Chinese": "zh", "Croatian": "hr", "Czech": "cs", "Danish": "da", "Dari": "prs", "Dutch": "nl",
    "English": "en", "Estonian": "et", "Farsi": "fa", "Finnish": "fi", "French": "fr", "Georgian": "ka",
    "German": "de", "Greek": "el", "Hebrew": "he", "Hindi": "hi", "Hungarian": "hu", "Indonesian": "id",
    "Italian": "it", "Japanese": "ja", "Kazakh": "kk", "Khmer": "km", "Korean": "ko", "Kurdish": "ku",
    "Kyrgyz": "ky", "Lao": "lo", "Latvian": "lv", "Lithuanian": "lt", "Macedonian": "mk", "Malay": "ms",
    "Mongolian": "mn", "Norwegian": "no", "Pashto": "ps", "Persian": "fa", "Polish": "pl", "Portuguese": "pt",
    "Romanian": "ro", "Russian": "ru", "Serbian": "sr", "Serbo-Croatian": "sh", "Slovak": "sk",
    "Slovenian": "sl", "Spanish": "es", "Swedish": "sv", "Tajik": "tg", "Thai": "th", "Tibetan": "bo",
    "Turkish": "tr", "Turkmen": "tk", "Uighur": "ug", "Ukrainian": "uk", "Urdu": "ur", "Uyghur": "ug",
    "Uzbek": "uz", "Vietnamese": "vi", "Yiddish": "yi",
}  # fmt: skip
_BY_NAME = {name.casefold(): tag for name, tag in LANGUAGES.items()}


def original_language(fields: Sequence[SiteField]) -> str | None:
    """The language of the original (field 'Language' or 'Original Language').

    None where the page gives none, several, or a name that the table lacks.
    """
    for label in ("Original Language", "Language"):
        names = {
            value.text.strip(" .").casefold() for one in fields if one.label == label for value in one.values
        }
        if len(names) == 1:
            return _BY_NAME.get(names.pop())
    return None


def page_language(fields: Sequence[SiteField]) -> str | None:
    """The language of the text, where the page says so (field 'Contents': English Translation)."""
    for one in fields:
        for value in one.values if one.label == "Contents" else ():
            words = value.text.split()
            if words and words[0].casefold() in _BY_NAME:
                return _BY_NAME[words[0].casefold()]
    return None
