"""The terms of the standards and of our own vocabulary, as closed namespaces.

Asking for a term that is not listed here raises AttributeError or KeyError. The standard terms are the
ones ontology/profile.ttl describes, our own the ones of ontology/kg.ttl: tests keep them equal.
"""

from __future__ import annotations

from typing import NamedTuple

from rdflib import URIRef
from rdflib.namespace import ClosedNamespace

CRM = ClosedNamespace(
    "http://www.cidoc-crm.org/cidoc-crm/",
    [
        "E7_Activity", "E12_Production", "E13_Attribute_Assignment", "E21_Person",
        "E22_Human-Made_Object", "E29_Design_or_Procedure", "E30_Right", "E31_Document",
        "E33_E41_Linguistic_Appellation", "E33_Linguistic_Object", "E35_Title",
        "E42_Identifier", "E52_Time-Span", "E53_Place", "E54_Dimension", "E55_Type",
        "E56_Language", "E58_Measurement_Unit", "E65_Creation", "E73_Information_Object",
        "E74_Group", "P1_is_identified_by", "P2_has_type", "P3_has_note",
        "P4_has_time-span", "P7_took_place_at", "P9_consists_of", "P11_had_participant",
        "P14_carried_out_by", "P16_used_specific_object", "P17_was_motivated_by",
        "P33_used_specific_technique", "P48_has_preferred_identifier",
        "P50_has_current_keeper", "P67_refers_to", "P70i_is_documented_in",
        "P72_has_language", "P73_has_translation", "P73i_is_translation_of",
        "P82a_begin_of_the_begin", "P82b_end_of_the_end", "P89_falls_within",
        "P90_has_value", "P91_has_unit", "P94i_was_created_by", "P102_has_title",
        "P104_is_subject_to", "P105_right_held_by", "P106_is_composed_of",
        "P106i_forms_part_of", "P107i_is_current_or_former_member_of", "P128_carries",
        "P129_is_about", "P139_has_alternative_form", "P140_assigned_attribute_to",
        "P141_assigned", "P148i_is_component_of", "P165_incorporates",
        "P170i_time_is_defined_by", "P177_assigned_property_of_type",
        "P190_has_symbolic_content", "P191_had_duration",
    ],
)  # fmt: skip
CRMINF = ClosedNamespace(
    "http://www.cidoc-crm.org/extensions/crminf/",
    [
        "I2_Belief", "I4_Proposition_Set", "I5_Inference_Making", "I11_Situation",
        "I17_One-Proposition_Set", "J2_concluded_that", "J4_that", "J5_holds_to_be",
        "J28_contains_entity_reference", "J30_has_domain", "J31_has_range",
        "J32_has_property_type",
    ],
)  # fmt: skip
CRMDIG = ClosedNamespace(
    "http://www.cidoc-crm.org/extensions/crmdig/",
    [
        "D1_Digital_Object", "D10_Software_Execution", "D14_Software", "L10_had_input",
        "L11_had_output", "L23_used_software_or_firmware",
    ],
)  # fmt: skip
SCHEMA = ClosedNamespace(
    "https://schema.org/",
    [
        "Action", "ArchiveComponent", "ArchiveOrganization", "Chapter", "Claim",
        "CreativeWork", "DigitalDocument", "Event", "GovernmentOrganization", "MediaObject",
        "Message", "Organization", "Person", "Place", "PotentialActionStatus",
        "PublicationVolume", "TextDigitalDocument", "WebPage", "about", "abstract",
        "actionStatus", "alternateName", "appearance", "birthDate", "citation",
        "conditionsOfAccess", "contentSize", "creditText", "dateCreated", "deathDate",
        "description", "duration", "encodesCreativeWork", "encodingFormat", "exampleOfWork",
        "funder", "genre", "holdingArchive", "identifier", "inLanguage", "isPartOf",
        "keywords", "locationCreated", "mentions", "name", "pageEnd", "pageStart",
        "position", "publisher", "recipient", "sameAs", "sender", "sha256", "startDate",
        "text", "translationOfWork", "translator", "usageInfo", "workTranslation",
    ],
)  # fmt: skip
OA = ClosedNamespace(
    "http://www.w3.org/ns/oa#",
    [
        "SpecificResource", "TextPositionSelector", "TextQuoteSelector", "end", "exact",
        "hasSelector", "hasSource", "prefix", "start", "suffix",
    ],
)  # fmt: skip
CITO = ClosedNamespace("http://purl.org/spar/cito/", ["containsAssertionFrom", "discusses"])
PROV = ClosedNamespace(
    "http://www.w3.org/ns/prov#",
    [
        "Activity", "Entity", "SoftwareAgent", "used", "wasAssociatedWith", "wasAttributedTo",
        "wasGeneratedBy",
    ],
)  # fmt: skip
SKOS = ClosedNamespace(
    "http://www.w3.org/2004/02/skos/core#",
    [
        "Concept", "ConceptScheme", "altLabel", "broadMatch", "closeMatch", "definition",
        "exactMatch", "inScheme", "narrowMatch", "notation", "prefLabel", "relatedMatch",
        "topConceptOf",
    ],
)  # fmt: skip
DCT = ClosedNamespace("http://purl.org/dc/terms/", ["creator", "source"])
FOAF = ClosedNamespace("http://xmlns.com/foaf/0.1/", ["Agent", "name"])
KG = ClosedNamespace(
    "https://w3id.org/dispatch/ns#",
    [
        "Attribution", "Proposal", "Saying", "basis", "contentSpan", "conveys", "cueSpan",
        "hadAddressee", "hedge", "hedgeScope", "hedgeSpan", "readingLevel", "reportedBy",
        "reporters", "saidBy",
    ],
)  # fmt: skip
STANDARDS = (CRM, CRMINF, CRMDIG, SCHEMA, OA, CITO, PROV, SKOS, DCT, FOAF)

KGV_BASE = "https://w3id.org/dispatch/vocab/"
RECORD_TYPES = (
    "writing", "dispatch", "receipt", "arrival", "processing", "completion", "signing", "registration",
    "deciphering", "typing", "printing", "distribution", "translating", "publishing", "funding",
)  # fmt: skip
"""The concepts of a document's own history: no events that a reader of events looks for."""

EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
WIKIDATA = "http://www.wikidata.org/entity/"
LEXVO = "http://lexvo.org/id/iso639-3/"


class Language(NamedTuple):
    """A language: its ISO 639-3 code and its English name."""

    code: str
    name: str


LANGUAGES = {
    "ar": Language("ara", "Arabic"),
    "bg": Language("bul", "Bulgarian"),
    "cs": Language("ces", "Czech"),
    "da": Language("dan", "Danish"),
    "de": Language("deu", "German"),
    "el": Language("ell", "Greek"),
    "en": Language("eng", "English"),
    "es": Language("spa", "Spanish"),
    "fa": Language("fas", "Persian"),
    "fi": Language("fin", "Finnish"),
    "fr": Language("fra", "French"),
    "hu": Language("hun", "Hungarian"),
    "it": Language("ita", "Italian"),
    "ja": Language("jpn", "Japanese"),
    "ko": Language("kor", "Korean"),
    "la": Language("lat", "Latin"),
    "mn": Language("mon", "Mongolian"),
    "nl": Language("nld", "Dutch"),
    "no": Language("nor", "Norwegian"),
    "ota": Language("ota", "Ottoman Turkish"),
    "pl": Language("pol", "Polish"),
    "pt": Language("por", "Portuguese"),
    "ro": Language("ron", "Romanian"),
    "ru": Language("rus", "Russian"),
    "sk": Language("slk", "Slovak"),
    "sq": Language("sqi", "Albanian"),
    "sr": Language("srp", "Serbian"),
    "sv": Language("swe", "Swedish"),
    "tr": Language("tur", "Turkish"),
    "uk": Language("ukr", "Ukrainian"),
    "vi": Language("vie", "Vietnamese"),
    "zh": Language("zho", "Chinese"),
}
"""BCP 47 primary language -> the languages that ontology/vocab.ttl names."""
