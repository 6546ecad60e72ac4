"""Document, reading and authority -> CIDOC CRM triples, one function per class, named with its term."""
