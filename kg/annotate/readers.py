"""The setting annotate.reader -> the reader that drafts; Document and names -> its draft."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType

from kg.annotate import Reader
from kg.authority import AuthorityIndex
from kg.errors import Place, ReadingError, SettingError
from kg.model import Document, Found, Reading

DEFAULT = "kg.annotate.sayings:RULES"
_KEY = "annotate.reader"
_MEND = f"Write module:attribute, such as {DEFAULT}, or none for no drafts."


def load_reader(spec: str, root: Path | None = None) -> Reader | None:
    """The reader that 'module:attribute' names; None for '' and 'none'.

    root: a folder (that of kg.toml) whose modules are found first. Raises SettingError where there is no such
    module or attribute, where the module cannot be imported, or where it is no reader.
    """
    if spec in ("", "none"):
        return None
    module, _, attribute = spec.partition(":")
    if not module or not attribute:
        raise SettingError(f"{_KEY}: '{spec}' names no reader", mend=_MEND)
    try:
        found = getattr(_imported(module, root), attribute)
    except AttributeError as error:
        raise SettingError(f"{_KEY}: '{module}' has no '{attribute}'", mend=_MEND) from error
    if isinstance(found, type):
        raise SettingError(f"{_KEY}: '{spec}' is a class", mend="Name an object of it: READER = Mine().")
    if not all(hasattr(found, name) for name in ("name", "version", "read")):
        raise SettingError(f"{_KEY}: '{spec}' is no reader: it needs name, version and read", mend=_MEND)
    reader: Reader = found
    return reader


def draft(
    document: Document, found: Found, authority: AuthorityIndex, reader: Reader | None
) -> Reading | None:
    """The reader's draft with its name and version on it; None without a reader or with nothing to draft.

    Raises ReadingError, naming reader and document, where the reader fails or gives no Reading of it.
    """
    if reader is None:
        return None
    try:
        reading: object = reader.read(document, found, authority)
    except Exception as error:
        raise _failed(reader, document, f"failed: {type(error).__name__}: {error}") from error
    if reading is None:
        return None
    if not isinstance(reading, Reading):
        raise _failed(reader, document, f"gave a {type(reading).__name__}, not a kg.model.Reading")
    if reading.document != document.key:
        raise _failed(reader, document, f"gave a reading of '{reading.document}'")
    return replace(reading, file=None, sha256=None, software=f"{reader.name} {reader.version}")


def _imported(module: str, root: Path | None) -> ModuleType:
    before = list(sys.path)
    if root is not None:
        sys.path.insert(0, str(root))
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise SettingError(f"{_KEY}: there is no module '{module}': {error}", mend=_MEND) from error
    except Exception as error:
        reason = f"{_KEY}: '{module}' cannot be imported: {type(error).__name__}: {error}"
        raise SettingError(reason, mend="Mend the module.") from error
    finally:
        sys.path[:] = before


def _failed(reader: Reader, document: Document, how: str) -> ReadingError:
    mend = f"Mend the reader, or set {_KEY} to none."
    return ReadingError(
        f"{_KEY} '{reader.name}' {how}", place=Place(document.source.name, key=document.key), mend=mend
    )
