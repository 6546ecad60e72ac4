"""A file written in pieces, whatever their length, is the file written at once."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.outlet import Outlet

TURTLE = b"@prefix b: <http://b/> .\n@prefix a: <http://a/> .\na:x b:y 1 .\n"
RDF = b'<rdf:RDF xmlns:rdf="r" xmlns:b="b" xmlns:a="a">\r<x/></rdf:RDF>'
WRITTEN = {
    "some.ttl": (TURTLE, b"@prefix a: <http://a/> .\n@prefix b: <http://b/> .\n\na:x b:y 1 .\n"),
    "some.rdf": (RDF, b'<rdf:RDF xmlns:a="a" xmlns:b="b" xmlns:rdf="r">&#13;<x/></rdf:RDF>'),
    "some.jsonld": (b"[]", b"\n[]"),
    "some.nq": (b"", b""),
}


@pytest.mark.parametrize("name", WRITTEN)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.integers(1, 50), st.sampled_from([b"", b"\rtail" * 20_000]))
def test_pieces_of_any_length(tmp_path: Path, name: str, piece: int, more: bytes) -> None:
    given_, expected = WRITTEN[name]
    given_, expected = given_ + more, expected + more.replace(b"\r", b"&#13;" if "rdf" in name else b"\r")
    with Outlet(tmp_path / name, packed=True) as outlet:
        for begin in range(0, len(given_), piece * 1000):
            outlet.write(given_[begin : begin + piece * 1000])
    data, packed = (tmp_path / name).read_bytes(), (tmp_path / f"{name}.gz").read_bytes()
    assert data == expected == gzip.decompress(packed)
    assert packed == gzip.compress(data, compresslevel=9, mtime=0)
    for written, file in ((outlet.plain, data), (outlet.packed, packed)):
        assert (written.size, written.sha256) == (len(file), hashlib.sha256(file).hexdigest())


def test_without_a_twin(tmp_path: Path) -> None:
    with Outlet(tmp_path / "a.ttl", packed=False) as outlet:
        outlet.write(TURTLE)
    assert [path.name for path in tmp_path.iterdir()] == ["a.ttl"]
    assert outlet.packed.size == 0
