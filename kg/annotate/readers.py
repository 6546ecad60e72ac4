"""The setting annotate.reader -> the reader that drafts; Document and names -> its draft."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from kg.annotate import Reader
from kg.authority import AuthorityIndex
from kg.errors import SettingError
from kg.model import Document, Found, Reading

DEFAULT = "kg.annotate.sayings:RULES"
_KEY = "annotate.reader"
_MEND = f"Write module:attribute, such as {DEFAULT}, or none for no drafts."


def load_reader(spec: str) -> Reader | None:
    """The reader that 'module:attribute' names; None for '' and 'none'.

    Raises SettingError where there is no such module or attribute, or where it is no reader.
    """
    if spec in ("", "none"):
        return None
    module, _, attribute = spec.partition(":")
    if not module or not attribute:
        raise SettingError(f"{_KEY}: '{spec}' names no reader", mend=_MEND)
    try:
        found = getattr(import_module(module), attribute)
    except ImportError as error:
        raise SettingError(f"{_KEY}: there is no module '{module}': {error}", mend=_MEND) from error
    except AttributeError as error:
        raise SettingError(f"{_KEY}: '{module}' has no '{attribute}'", mend=_MEND) from error
    if not all(hasattr(found, name) for name in ("name", "version", "read")):
        raise SettingError(f"{_KEY}: '{spec}' is no reader: it needs name, version and read", mend=_MEND)
    reader: Reader = found
    return reader


def draft(
    document: Document, found: Found, authority: AuthorityIndex, reader: Reader | None
) -> Reading | None:
    """The reader's draft with its name and version on it; None without a reader or with nothing to draft."""
    reading = reader.read(document, found, authority) if reader else None
    if reading is None or reader is None:
        return None
    return replace(reading, file=None, sha256=None, software=f"{reader.name} {reader.version}")
