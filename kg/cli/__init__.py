"""The command line: one command per stage; the only printing, the only exit codes.

Exit codes: 0 done; 1 something was left out, did not conform or was not found; 2 wrong usage or
setting; 70 a fault of the program itself; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
import traceback

import click

from kg import __version__
from kg.cli.build import build, validate
from kg.cli.init import init
from kg.cli.query import dump, query
from kg.cli.serve import serve
from kg.cli.show import show
from kg.cli.terminal import CONTEXT, say_error
from kg.errors import KgError

EPILOG = """\b
Examples:
  kg build                        build what is in the folder of kg.toml
  kg serve --port 8123            serve the built release
  kg query 3                      run the third named query
  kg show telegram-1258           the document as a tree of voices
"""


@click.group(context_settings=CONTEXT, epilog=EPILOG)
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Turn archival documents into linked data and publish it, every voice and hedge kept."""


for command in (build, validate, serve, query, dump, show, init):
    cli.add_command(command)


def main() -> None:
    """Run a command; the last door: a mistake is one clear message, never a traceback."""
    try:
        code = cli(standalone_mode=False)
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
