# The two commands: `make serve` builds what changed and serves it, `make test` runs every test.

PORT ?= 8000
PYTHON ?= python3
KG := .venv/bin/kg

.PHONY: serve build test check bench lock clean

# A build that left a source out has published the rest, and is up to date when asked again.
serve: .venv/runtime
	@$(KG) build --if-changed || $(KG) build --if-changed >/dev/null 2>&1
	@exec $(KG) serve --port $(PORT)

build: .venv/runtime
	@$(KG) build

test: .venv/dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/pytest

bench: .venv/dev
	.venv/bin/python bench/run.py

# New pins. Needs uv (pip install uv); the locks carry hashes and no address.
lock:
	uv pip compile -q pyproject.toml --extra install --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --upgrade -o .ci/runtime.lock
	uv pip compile -q pyproject.toml --extra install --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --upgrade -o .ci/dev.lock

clean:
	rm -rf build .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Dispatch needs Python 3.11 or newer; name one with PYTHON=…" if sys.version_info < (3, 11) else 0)'
	@echo "Setting up .venv (once)"
	@$(PYTHON) -m venv .venv

.venv/runtime: .venv/bin/python .ci/runtime.lock pyproject.toml
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/runtime.lock
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/runtime .ci/dev.lock
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/dev.lock
	@touch $@
