"""Files in data/readings + outcomes -> the readings that belong to no document, and what to do about each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.pipeline.outcome import Outcome
from kg.schemacheck import near
from kg.settings import Settings

_SUFFIXES = (".yaml", ".yml", ".json")


def orphans(settings: Settings, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each reading file that nothing was read from. outcomes: of all sources.

    A reading whose source could not be read is none: the source is told of already.
    """
    folder = settings.data / "readings"
    keys = {outcome.key for outcome in outcomes if outcome.key}
    unread = tuple(outcome.source.split(".")[0] for outcome in outcomes if outcome.key is None)
    for path in sorted(folder.rglob("*")):
        if path.name.startswith(".") or path.suffix.lower() not in _SUFFIXES or path.is_dir():
            continue
        wanted = folder / f"{path.stem}.yaml"
        if path.stem in keys and path != wanted:
            yield f"{path}: is not read. A reading stands in {wanted}: move it there, or remove it."
        elif path.stem not in keys and not (unread and path.stem.startswith(unread)):
            yield f"{path}: belongs to no document. {_mend(path, keys)}"


def _mend(path: Path, keys: set[str]) -> str:
    mend = "Name it after the key of a document, KEY.yaml, or remove it."
    return f"{near(path.stem, sorted(keys), '')} {mend}".strip()
