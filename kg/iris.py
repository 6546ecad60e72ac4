"""All namespaces and all IRI minting: keys -> IRIs, never from a uuid, counter, clock or label.

The namespaces are closed: asking for a term that is not in the profile (ontology/profile.ttl)
raises AttributeError or KeyError.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from rdflib import URIRef
from rdflib.namespace import ClosedNamespace

from kg.errors import SettingError
from kg.model import Ref

CRM = ClosedNamespace(
    "http://www.cidoc-crm.org/cidoc-crm/",
    [
        "E1_CRM_Entity", "E5_Event", "E7_Activity", "E12_Production", "E13_Attribute_Assignment", "E21_Person",
        "E22_Human-Made_Object", "E29_Design_or_Procedure", "E30_Right", "E31_Document",
        "E33_E41_Linguistic_Appellation", "E33_Linguistic_Object", "E35_Title", "E42_Identifier",
        "E52_Time-Span", "E53_Place", "E54_Dimension", "E55_Type", "E56_Language",
        "E58_Measurement_Unit", "E65_Creation", "E73_Information_Object", "E74_Group",
        "P1_is_identified_by", "P2_has_type", "P3_has_note", "P4_has_time-span",
        "P7_took_place_at", "P9_consists_of", "P11_had_participant", "P14_carried_out_by",
        "P16_used_specific_object", "P17_was_motivated_by", "P48_has_preferred_identifier",
        "P50_has_current_keeper", "P67_refers_to", "P70i_is_documented_in", "P72_has_language",
        "P73_has_translation", "P73i_is_translation_of", "P82a_begin_of_the_begin",
        "P82b_end_of_the_end", "P89_falls_within", "P90_has_value", "P91_has_unit",
        "P94i_was_created_by", "P102_has_title", "P104_is_subject_to", "P105_right_held_by",
        "P106_is_composed_of", "P106i_forms_part_of", "P107i_is_current_or_former_member_of",
        "P128_carries", "P129_is_about", "P139_has_alternative_form",
        "P140_assigned_attribute_to", "P141_assigned", "P148i_is_component_of",
        "P165_incorporates", "P170i_time_is_defined_by", "P177_assigned_property_of_type",
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
        "Action", "ArchiveComponent", "ArchiveOrganization", "Claim", "CreativeWork",
        "DigitalDocument", "Event", "GovernmentOrganization", "MediaObject", "Message",
        "Organization", "Person", "Place", "PotentialActionStatus", "TextDigitalDocument",
        "WebPage", "about", "abstract", "actionStatus", "alternateName", "appearance",
        "birthDate", "citation", "contentSize", "dateCreated", "deathDate", "description",
        "duration", "encodesCreativeWork", "encodingFormat", "exampleOfWork", "funder",
        "holdingArchive", "identifier", "inLanguage", "itemLocation", "mentions", "name",
        "organizer", "publisher", "recipient", "sameAs", "sender", "sha256", "startDate",
        "translationOfWork", "translator", "usageInfo", "workTranslation",
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
KG = ClosedNamespace(
    "https://w3id.org/dispatch/ns#",
    [
        "Attribution", "Proposal", "Saying", "basis", "contentSpan", "conveys", "cueSpan",
        "hadAddressee", "hedge", "hedgeScope", "hedgeSpan", "readingLevel", "reportedBy",
        "reporters", "saidBy",
    ],
)  # fmt: skip
KGV_BASE = "https://w3id.org/dispatch/vocab/"
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
WIKIDATA = "http://www.wikidata.org/entity/"

_KEY = re.compile(r"[^\W_][\w.~-]*", re.UNICODE)


def checked_key(key: str) -> str:
    """Return a key that may stand in an IRI path, percent-encoded (RFC 3987, section 3.1).

    A key starts with a letter or digit and goes on with letters, digits, '.', '_', '~', '-'.
    Raises SettingError for anything else.
    """
    if not _KEY.fullmatch(key) or ".." in key:
        raise SettingError(
            f"'{key}' cannot be a key",
            mend="Use letters, digits, '.', '_', '~' and '-', beginning with a letter or digit.",
        )
    return quote(key, safe="~")


def kgv(slug: str) -> URIRef:
    """The IRI of a concept of our vocabulary, such as kgv('mood/question')."""
    return URIRef(KGV_BASE + "/".join(checked_key(part) for part in slug.split("/")))


@dataclass(frozen=True, slots=True)
class DocumentIris:
    """The IRIs of everything that hangs under one document."""

    root: str

    @property
    def document(self) -> URIRef:
        """The original's text."""
        return URIRef(self.root)

    def _under(self, *path: str) -> URIRef:
        return URIRef("/".join((self.root, *(checked_key(part) for part in path))))

    @property
    def graph(self) -> URIRef:
        """The named graph that holds all statements made from this document."""
        return self._under("graph")

    @property
    def text(self) -> URIRef:
        """The page text as captured, over which offsets count."""
        return self._under("text")

    @property
    def publication(self) -> URIRef:
        """The web page that published the translation."""
        return self._under("publication")

    @property
    def reading(self) -> URIRef:
        """The reading file."""
        return self._under("reading")

    @property
    def conversion(self) -> URIRef:
        """The software run that made the graph."""
        return self._under("conversion")

    def translation(self, lang: str) -> URIRef:
        """The translation into a language (BCP 47 tag)."""
        return self._under("translation", lang)

    def copy(self, slug: str) -> URIRef:
        """A physical copy in an archive."""
        return self._under("copy", slug)

    def identifier(self, slug: str, *part: str) -> URIRef:
        """An identifier of the document, or a part of one."""
        return self._under("identifier", slug, *part)

    def publication_part(self, slug: str) -> URIRef:
        """Something that belongs to the publication: its title, its rights notice."""
        return self._under("publication", slug)

    def span(self, begin: int, end: int) -> URIRef:
        """A stretch of the captured text, code points, end-exclusive."""
        return self._under("span", f"{begin}-{end}")

    def saying(self, id: str) -> URIRef:
        """A saying."""
        return self._under("saying", id)

    def attribution(self, id: str) -> URIRef:
        """An attribution of a saying."""
        return self._under("attribution", id)

    def assignment(self, id: str) -> URIRef:
        """Any other E13: a role, the language of the original."""
        return self._under("assignment", id)

    def proposition(self, id: str) -> URIRef:
        """A proposition (layer 4, never asserted)."""
        return self._under("proposition", id)

    def proposal(self, id: str) -> URIRef:
        """A proposal."""
        return self._under("proposal", id)

    def event(self, id: str) -> URIRef:
        """An event that only this document knows."""
        return self._under("event", id)

    def belief(self, id: str) -> URIRef:
        """A belief that the text states."""
        return self._under("belief", id)


@dataclass(frozen=True, slots=True)
class Iris:
    """Every IRI of a dataset, minted from its base (an http(s) IRI ending in '/')."""

    base: str

    def document(self, key: str) -> DocumentIris:
        """The IRIs of one document."""
        return DocumentIris(f"{self.base}document/{checked_key(key)}")

    def shared(self, kind: str, key: str) -> URIRef:
        """A person, group, place, event or role of the authority files."""
        return URIRef(f"{self.base}{kind}/{checked_key(key)}")

    def name(self, kind: str, key: str, n: int) -> URIRef:
        """The n-th written form (1-based) of an authority's names."""
        return URIRef(f"{self.shared(kind, key)}/name/{n}")

    def graph(self, name: str) -> URIRef:
        """The graphs authority, links, dataset and vocabulary."""
        return URIRef(f"{self.base}graph/{checked_key(name)}")

    def software(self, version: str) -> URIRef:
        """A version of this software."""
        return URIRef(f"{self.base}software/dispatch-{checked_key(version)}")

    @property
    def editors(self) -> URIRef:
        """The editors of the dataset, publisher and author of every reading."""
        return self.shared("group", "editors")

    @property
    def dataset(self) -> URIRef:
        """The dataset."""
        return URIRef(f"{self.base}dataset")

    @property
    def catalog(self) -> URIRef:
        """The catalogue that lists the dataset and its endpoint."""
        return URIRef(f"{self.base}catalog")

    @property
    def sparql(self) -> URIRef:
        """The SPARQL endpoint."""
        return URIRef(f"{self.base}sparql")

    def dump(self, name: str) -> URIRef:
        """A dump file."""
        return URIRef(f"{self.base}dumps/{checked_key(name)}")

    def ref(self, document: DocumentIris, ref: Ref) -> URIRef:
        """The IRI of a reference made in a document's reading."""
        local = {
            "saying": document.saying,
            "proposal": document.proposal,
            "proposition": document.proposition,
            "local-event": document.event,
        }
        if ref.kind in local:
            return local[ref.kind](ref.key)
        return self.shared(ref.kind, ref.key)
