"""The command line: one command per stage; the only printing, the only exit codes.

Exit codes: 0 done; 1 something was left out, did not conform or was not found; 2 wrong usage or
setting; 70 a fault of the program itself; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
import traceback
from importlib import import_module

import click

from kg import __version__
from kg.cli.terminal import CONTEXT, say_error
from kg.errors import KgError

EPILOG = """\b
Examples:
  kg build                        build what is in the folder of kg.toml
  kg serve --port 8123            serve the built release
  kg query 3                      run the third named query
  kg show telegram-1258           the document as a tree of voices
  kg read letter-7                draft what is said in a document, to be corrected
  kg evaluate tests/gold          how good the automatic reading is, against hand-made gold
"""


COMMANDS = {
    "convert": "kg.cli.convert",
    "build": "kg.cli.build",
    "validate": "kg.cli.build",
    "serve": "kg.cli.serve",
    "query": "kg.cli.query",
    "dump": "kg.cli.query",
    "show": "kg.cli.show",
    "read": "kg.cli.read",
    "evaluate": "kg.cli.evaluate",
    "init": "kg.cli.init",
}
"""Every command and the module it stands in, which is imported when the command is used."""


class Commands(click.Group):
    """The commands, imported when they are asked for, so that each starts as fast as it can."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the stages."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        found = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return found if isinstance(found, click.Command) else None


@click.group(cls=Commands, context_settings=CONTEXT, epilog=EPILOG)
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Turn archival documents into linked data and publish it, every voice and hedge kept."""


def main() -> None:
    """Run a command; the last door: a mistake is one clear message, never a traceback."""
    try:
        code = cli(prog_name="kg", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        say_error("interrupted")
        sys.exit(130)
    except KgError as error:
        say_error(str(error))
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - the last door
        if os.environ.get("KG_DEBUG"):
            traceback.print_exc()
        say_error(f"a fault of the program: {type(error).__name__}: {error}. KG_DEBUG=1 shows where.")
        sys.exit(70)
    sys.exit(code if isinstance(code, int) else 0)
