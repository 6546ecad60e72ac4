"""`kg serve`."""

from __future__ import annotations

import dataclasses

import click

from kg.cli.terminal import out, with_settings
from kg.settings import Settings
from kg.web.server import run


@click.command(
    epilog="""\b
Examples:
  kg serve                   serve the current release where kg.toml says
  kg serve --port 8123       on another port; the IRIs in the data stay as they are
"""
)
@click.option("--host", help="Address to listen on; default: server.host of kg.toml.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port; default: server.port of kg.toml.")
@with_settings
def serve(settings: Settings, host: str | None, port: int | None) -> None:
    """Serve the current release.

    Pages, linked data, SPARQL and dumps, until Ctrl-C.
    """
    settings = dataclasses.replace(settings, host=host or settings.host, port=port or settings.port)
    run(settings, ready=lambda lines: out().print("\n".join(lines), markup=False))
