"""TEI volumes: documents a second and peak memory, of made-up volumes of growing size or of files given.

`python bench/volumes.py` makes volumes of 1, 4 and 16 MB and converts each in a process of its own;
`python bench/volumes.py FILE...` converts those files. Memory is the peak resident size of the process less
that of one which only reads the bytes: what grows with the file is then the converter's. (Linux: a process's
`VmHWM`, for `ru_maxrss` counts what its parent held.)
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# One process: read the file, convert it or not, say how many documents, how long, how much memory.
_RUN = """
import re, sys, time
from pathlib import Path
from kg.converters.tei import TEI
path = Path(sys.argv[1])
data = path.read_bytes()
began = time.process_time()
documents = sum(1 for _ in TEI.convert(path.name, data)) if sys.argv[2] == "convert" else 0
spent = time.process_time() - began
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
print(documents, spent, int(peak) / 1024)
"""
_DOCUMENT = """<div type="document" xml:id="d{n}" n="{n}"><head>The Minister in Norland (<persName type="from"
corresp="#p_B1">Berg</persName>) to the <gloss type="to">Secretary of State</gloss></head><dateline><placeName>Northport
</placeName>, <date when="1918-11-12">November 12, 1918</date>.</dateline>{body}<closer><signed>Berg</signed></closer></div>
"""
_PARAGRAPH = "<p>The keeper <persName corresp='#p_B1'>Berg</persName> said that the light was out.{words}</p>"


def made_volume(size: int) -> bytes:
    """A volume of about `size` bytes, its documents of a few kilobytes each."""
    body = _PARAGRAPH.format(words=" The night was long and the oil was bad." * 8) * 5
    begin = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"><teiHeader><fileDesc>'
        '<titleStmt><title>Made up</title></titleStmt></fileDesc></teiHeader><text><front><div xml:id="persons"><list><item>'
        '<persName xml:id="p_B1">Berg, Niels</persName>, Minister</item></list></div></front><body><div type="chapter">'
    )
    pieces, length, n = [begin], len(begin), 0
    while length < size:
        n += 1
        pieces.append(_DOCUMENT.format(n=n, body=body))
        length += len(pieces[-1])
    return "".join([*pieces, "</div></body></text></TEI>"]).encode()


def run(path: Path, what: str) -> tuple[int, float, float]:
    """Documents, processor seconds and peak MiB of one process."""
    command = [sys.executable, "-c", _RUN, str(path), what]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    documents, spent, memory = done.stdout.split()
    return int(documents), float(spent), float(memory)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    files = parser.parse_args().files
    with tempfile.TemporaryDirectory(prefix="dispatch-bench-") as scratch:
        if not files:
            for megabytes in (1, 4, 16):
                files.append(Path(scratch) / f"made-{megabytes}.xml")
                files[-1].write_bytes(made_volume(megabytes * 1_000_000))
        print(f"{'':<28}{'MB':>7}{'documents':>11}{'cpu s':>8}{'a second':>10}{'MiB more':>10}")
        for path in files:
            idle = run(path, "read")[2]
            documents, spent, memory = run(path, "convert")
            rate = documents / spent if spent else 0.0
            size = path.stat().st_size / 1e6
            print(
                f"{path.name:<28}{size:>7.1f}{documents:>11}{spent:>8.2f}{rate:>10.0f}{memory - idle:>10.1f}"
            )


if __name__ == "__main__":
    main()
