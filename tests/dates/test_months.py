"""The names of the months: every language complete, and no name with two meanings."""

from __future__ import annotations

import pytest

from kg.dates import find_dates
from kg.dates.months import MONTH_NAMES, MONTHS


@pytest.mark.parametrize("language", MONTH_NAMES)
def test_every_month_of_a_language_reads_back(language: str) -> None:
    cells = MONTH_NAMES[language].split("|")
    assert len(cells) == 12
    for number, cell in enumerate(cells, start=1):
        for name in cell.split():
            assert MONTHS[name] == number, f"{name} has two meanings"
            for written in (name.capitalize(), name.upper()):
                (found,) = find_dates(f"3. {written} 1919")
                assert found.edtf == f"1919-{number:02}-03", written
