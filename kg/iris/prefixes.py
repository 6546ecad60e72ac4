"""The prefixes that every syntax of ours is written with."""

from __future__ import annotations

from kg.iris.terms import CITO, CRM, CRMDIG, CRMINF, DCT, FOAF, KG, KGV_BASE, OA, PROV, SCHEMA, SKOS

PREFIXES: dict[str, str] = {
    "cito": str(CITO),
    "crm": str(CRM),
    "crmdig": str(CRMDIG),
    "crminf": str(CRMINF),
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": str(DCT),
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": str(FOAF),
    "kg": str(KG),
    "kgv": KGV_BASE,
    "oa": str(OA),
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": str(PROV),
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": str(SCHEMA),
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": str(SKOS),
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefix -> namespace IRI."""
