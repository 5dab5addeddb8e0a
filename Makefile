# make site    the shipped catalogue in _site/, from nothing
# make test    the whole suite, browsers included
# make browsers  installs Chromium and Firefox, if need be as packages of the system
# make check   the fast checks alone: format, lint, types, layers
# make serve   preview with live reload
# make bench   how long builds take, beside Hugo and Pagefind (installs Hugo into .bench/)
# make docs    refresh docs/settings.md, docs/site.schema.json and docs/views.md after a change of settings or views
# make same-bytes PYTHONS="python3.11 python3.14"  whether each of them builds the same sample
# make lock    refresh requirements/*.txt after a change of pyproject.toml

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: site test browsers check serve gold bench same-bytes lock docs clean compiled
.DEFAULT_GOAL := site

site: $(VENV)/site.stamp compiled
	$(BIN)/sitegen build
	@echo "Open it:  $(CURDIR)/_site/index.html  (a double click will do), or preview it with: make serve"

serve: $(VENV)/site.stamp
	$(BIN)/sitegen serve

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check compiled
	$(BIN)/python tests/browsers.py
	$(BIN)/python -m pytest -n auto --dist loadfile

browsers: $(VENV)/dev.stamp
	$(BIN)/python tests/browsers.py --install

# Where Python must not write bytecode by itself, every start would compile everything: 0.15 s.
compiled: $(VENV)/site.stamp
	@$(BIN)/python -m compileall -q sitegen

# How repair, merging and tagging score on the labelled examples beside the checkout.
gold: $(VENV)/dev.stamp
	$(BIN)/python -m pytest tests/gold -rA

same-bytes:
	$(PYTHON) tests/same_bytes.py $(PYTHONS)

# SIZES="0 5000 20000" measures larger catalogues too; 0 is the shipped sample.
bench: $(VENV)/dev.stamp .bench/stamp
	$(BIN)/python benchmarks/beside_hugo.py --rounds $(or $(ROUNDS),7) $(SIZES)

.bench/stamp: requirements/bench.txt
	$(PYTHON) -m venv .bench
	.bench/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements/bench.txt
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "sitegen needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "This Python cannot make environments: install its venv module (Debian, Ubuntu: python3-venv)"; rm -rf $(VENV); exit 1; }

# Hashed requirements first, then the package itself, editable, without asking an index again.
$(VENV)/site.stamp: requirements/site.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --require-hashes -r requirements/site.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/site.stamp
	$(PIP) install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

LOCK := uv pip compile --quiet pyproject.toml requirements/build.in --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate --no-header

docs: $(VENV)/site.stamp
	$(BIN)/sitegen settings > docs/settings.md
	$(BIN)/sitegen settings --schema > docs/site.schema.json
	$(BIN)/sitegen settings --views > docs/views.md

lock:
	$(LOCK) --output-file requirements/site.txt
	$(LOCK) --group dev --output-file requirements/dev.txt
	$(subst pyproject.toml requirements/build.in,requirements/bench.in,$(LOCK)) --output-file requirements/bench.txt

clean:
	rm -rf $(VENV) .bench _site .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
