"""Word -> whether it is made of syllables as East Asian names are in their romanisations."""

from __future__ import annotations

import re

_SYLLABLE = (
    r"(?:ch'|k'|t'|p'|ts'|tz'|zh|ch|sh|ts|tz|hs|kh|ph|th|tr|nh|ng|kk|tt|pp|jj|ss|gw|hw|[bcdfghjklmnpqrstvwxyz])?"
    r"[aeiouyüŏŭǒǔêôơưăâ]{1,3}(?:ng|nh|ch|n|r|k|l|m|p|t|b|c|h)?"
)
_SYLLABIC = re.compile(rf"(?:{_SYLLABLE}-?'?){{1,3}}", re.IGNORECASE)


def is_syllabic(form: str) -> bool:
    """Whether a word is made of one to three syllables as East Asian names are."""
    return _SYLLABIC.fullmatch(form) is not None
