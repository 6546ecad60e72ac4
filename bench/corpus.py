"""A made-up corpus of any size, in the manner of the example letter: pages with readings, to measure builds with.

`python bench/corpus.py FOLDER LETTERS [PARAGRAPHS]` writes one.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STARTER = ROOT / "kg" / "starter"
_PLACES = ("the north quay", "the dry dock", "the coal pier", "the lighthouse", "the customs house")
_SHIPS = ("Aurora", "Borea", "Cygnus", "Delfin", "Esmeralda", "Fulmar", "Gannet")

_PAGE = """Skip to content

March {day}, 1952

Letter from the Consul in Harbour Town to the Head of the Northern Department, Number {n}

This document was made possible with support from the Example Foundation

Nº {n}

Letter from the consul in Harbour Town to the head of the Northern Department

Nº {n} {day} March 1952

{body}

The consul reports what the harbour master told him about the ships.

Document Information

Source

Example State Archive, f. 3, op. 1, d. {n}, ll. 5-6. Translated by Ines Example.

Rights

This example may be used freely. It is made up.

Record ID

{n}
"""
_PARAGRAPH = (
    "On the {i}. visit to {place} I spoke to Anna Berg. She said that the {ship} of voyage {i} would sail within "
    "the week. Olsen allegedly added that Dahl had asked the Harbour Board to hold the {ship} for {i} more days."
)
_READING = """document: {key}
version: "1"
editor: Somebody
language: en
author: person/consul-harbour-town-1952
translators: [person/ines-example]
keeper: group/example-state-archive
sayings:
  - id: narrative
    label: The consul's account
    speaker: person/consul-harbour-town-1952
    mood: statement
    says:
"""
_SAYINGS = """      - id: sail-{i}
        speaker: person/anna-berg
        quote: the {ship} of voyage {i} would sail within the week
        cue: {{exact: She said, within: "She said that the {ship} of voyage {i} would"}}
        mood: statement
        basis: first-hand
        addressee: person/consul-harbour-town-1952
      - id: hold-{i}
        speaker: person/olsen
        quote: Dahl had asked the Harbour Board to hold the {ship} for {i} more days
        mood: statement
        basis: first-hand
        says:
          - id: asked-{i}
            speaker: person/dahl
            quote: to hold the {ship} for {i} more days
            mood: proposal
            addressee: group/harbour-board
"""
_VOLUME = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="frus1000v01">
<teiHeader><fileDesc><titleStmt><title type="complete">Papers of a Made-Up Foreign Office, Volume I</title></titleStmt>
<publicationStmt><publisher>Nobody</publisher><pubPlace>Harbour Town</pubPlace><date>1953</date>
<idno type="frus">frus1000v01</idno></publicationStmt><sourceDesc><p>Made up.</p></sourceDesc></fileDesc></teiHeader>
<text><body><div type="compilation" xml:id="comp1"><head>Letters</head>
{divisions}</div></body></text></TEI>
"""
_DIVISION = """<div type="document" subtype="historical-document" n="{n}" xml:id="d{n}">
<head>{n}. <hi rend="italic">The Consul in Harbour Town (<persName type="from">Berg</persName>) to the Head of the
Northern Department (<persName type="to">Dahl</persName>)</hi></head>
<opener><dateline rendition="#right"><placeName>Harbour Town</placeName>,
<date when="1952-03-{day:02}">March {day}, 1952</date>.</dateline></opener>
<p>{words}</p>
<closer><signed><persName>Berg</persName></signed></closer>
<note n="1" xml:id="d{n}fn1">Example State Archive, file {n}.</note></div>
"""
_WORDS = "She said that ship {i} of list {n} would sail within the week, and that the Board had been told."


def write_corpus(folder: Path, letters: int, paragraphs: int = 8) -> None:
    """Write a corpus of letters with readings into a new folder; a letter has three sayings a paragraph."""
    shutil.copytree(STARTER, folder)
    sources, readings = folder / "data" / "sources", folder / "data" / "readings"
    for path in (*sources.iterdir(), *readings.iterdir()):
        path.unlink()
    for n in range(1, letters + 1):
        key = f"letter-{n:06}"
        facts = [
            {"i": i, "place": _PLACES[(n + i) % len(_PLACES)], "ship": f"{_SHIPS[(n + i) % len(_SHIPS)]}"}
            for i in range(1, paragraphs + 1)
        ]
        body = "\n\n".join(_PARAGRAPH.format(**fact) for fact in facts)
        page = _PAGE.format(n=n, day=n % 28 + 1, body=body)
        (sources / f"{key}.txt").write_text(page, encoding="utf-8")
        says = "".join(_SAYINGS.format(**fact) for fact in facts)
        (readings / f"{key}.yaml").write_text(_READING.format(key=key) + says, encoding="utf-8")


def write_volume(path: Path, documents: int) -> None:
    """Write a TEI volume in the manner of an edition of diplomatic papers."""
    divisions = "".join(
        _DIVISION.format(n=n, day=n % 28 + 1, words=" ".join(_WORDS.format(n=n, i=i) for i in range(1, 25)))
        for n in range(1, documents + 1)
    )
    path.write_text(_VOLUME.format(divisions=divisions), encoding="utf-8")


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:4]))
