"""The application over the current release, for any WSGI server: `granian --interface wsgi serve:app`."""

from pathlib import Path

from kg.settings import find_config, read_settings
from kg.web.server import load_app

settings = read_settings(find_config(Path(__file__).resolve().parent))
app = load_app(settings)
