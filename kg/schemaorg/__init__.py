"""A document's graph -> the same resources in Schema.org 30.0: same IRIs, second types, short cuts."""
