"""A document's graph -> the tree of its voices, and the chains of voices in words."""

from kg.voices.reader import Labels, read_anchor, read_voices
from kg.voices.tree import (
    Anchor,
    Attribution,
    Chain,
    DocumentVoices,
    Hedge,
    Node,
    Saying,
    Voice,
    in_words,
)

__all__ = [
    "Anchor",
    "Attribution",
    "Chain",
    "DocumentVoices",
    "Hedge",
    "Labels",
    "Node",
    "Saying",
    "Voice",
    "in_words",
    "read_anchor",
    "read_voices",
]
