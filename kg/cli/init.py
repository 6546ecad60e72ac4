"""`kg init`: a folder for somebody else's corpus, with an example that builds."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

import kg
from kg.cli.terminal import out
from kg.errors import Place, SettingError
from kg.settings import own_folder

STARTER = Path(kg.__file__).parent / "starter"


@click.command(
    epilog="""\b
Example:
  kg init letters && cd letters && kg build && kg serve
"""
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Make a folder for a new corpus.

    It holds a kg.toml, the data folders and one made-up letter to replace. Nothing that exists is
    overwritten.
    """
    queries = own_folder("queries")
    files = {path.relative_to(STARTER): path for path in sorted(STARTER.rglob("*")) if path.is_file()}
    if queries is not None:
        files |= {Path("data/queries") / path.name: path for path in sorted(queries.glob("*.rq"))}
    for name in files:
        if (folder / name).exists():
            raise SettingError("exists already", place=Place(folder / name), mend="Name another folder.")
    for name, path in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / name)
    (folder / "data" / "links").mkdir(exist_ok=True)
    out().print(
        f"Made {folder}. Put page texts into {folder / 'data' / 'sources'}, then:\n"
        f"  cd {folder}\n  kg build\n  kg serve",
        markup=False,
    )
