"""Numbers of documents, and figures that are none."""

from __future__ import annotations

import pytest

from kg.converters.wilson.numbers import find_numbers


@pytest.mark.parametrize(
    ("line", "number", "kind"),
    [
        ("Nº 1258 22 September 1950 2030*", "Nº 1258", "own"),
        ("No. 1476/sh", "No. 1476/sh", "own"),
        ("Nº [handwritten: 328/ag]", "Nº [handwritten: 328/ag]", "own"),
        ("# 600428/sh", "# 600428/sh", "own"),
        ("#11", "#11", "own"),
        ("Ciphergram No. 16077", "No. 16077", "own"),
        ("Special no. 550", "Special no. 550", "special"),
        ("Spec. No. 1643-1644", "Spec. No. 1643-1644", "special"),
        ("No. confidentially 435141", "No. confidentially 435141", "own"),
        ("TELEGRAM  066711", "TELEGRAM  066711", "own"),
        ("No.084.504", "No.084.504", "own"),
        ("12 652", "12 652", "own"),
        ("Number 2557", "Number 2557", "own"),
        ("104. -", "104", "own"),
        ("118 61735.", "118 61735", "own"),
        ("815 – THURSDAY – 1900hrs –", "815", "own"),
        ("ST-239/36gs from 28.XI.1980", "ST-239/36gs", "own"),
        ("2753/Ma/1972", "2753/Ma/1972", "own"),
        ("PR/11/57 (Ottawa)", "PR/11/57", "own"),
        ("F.N.33.", "F.N.33", "own"),
        ("DAM/DAS/DAC/DEA/DNU/Dor/600.(24h)", "DAM/DAS/DAC/DEA/DNU/Dor/600.(24h)", "collection"),
        ("From BEIJING No. 1309", "No. 1309", "own"),
        ("Received, vkh. No. 20757", "vkh. No. 20757", "incoming"),
    ],
)
def test_a_number_of_the_document(line: str, number: str, kind: str) -> None:
    (found,) = find_numbers(line)
    assert (line[found.begin : found.end], found.kind) == (number, kind)


@pytest.mark.parametrize(
    "line",
    [
        "In addition to my Nº 2390", "Yours 232, 233, 234, 236", "our dispatch no. 481", "(see our 424)",
        "Copy Nº 1 to Cde. Stalin", "No. 2 of 40 copies", "1950", "24/5/50", "16 October", "Your 34 and 35",
    ],
)  # fmt: skip
def test_figures_that_are_no_number_of_the_document(line: str) -> None:
    assert find_numbers(line) == []
