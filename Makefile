# Two commands do everything: `make brief` (install, then the brief of an example) and `make test` (install, then every check).
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
STORY ?= examples/myanmar-2018.txt

.PHONY: brief test lint types check docs site screenshots mutants lock clean

brief: $(VENV)/.run
	@$(BIN)/penholder brief $(STORY)

test: lint types check

lint: $(VENV)/.dev
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks

types: $(VENV)/.dev
	$(BIN)/mypy

check: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto

$(BIN)/python:
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(None if v >= (3, 11) else f"Penholder needs Python 3.11 or later; this is {v[0]}.{v[1]}. Set PYTHON=python3.11.")'
	@$(PYTHON) -m venv $(VENV)

# The locks carry hashes, so what is installed is what was tested.
$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@ $(VENV)/.run

# Pages that the program writes itself; a test says so when they are stale.
docs: $(VENV)/.dev
	$(BIN)/python -m penholder.council.lawbook > docs/rules.md
	$(BIN)/python -m penholder.reading.scheme
	$(BIN)/python tools/readme.py

# The pages under docs/ as a site in docs/_build.
site: $(VENV)/.dev
	$(BIN)/sphinx-build -q -W -b html docs docs/_build

# Pictures of the desk's pages; needs Debian's package chromium.
screenshots: $(VENV)/.dev
	$(BIN)/python tools/screenshots.py

# Slow: changes the code of council/ one place at a time and counts how often the tests notice.
mutants: $(VENV)/.dev
	$(BIN)/python benchmarks/mutants.py council

# Needs pip-tools; writes both locks anew without index addresses.
LOCK = pip-compile --quiet --upgrade --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	--no-header --no-annotate --allow-unsafe
lock:
	$(LOCK) --extra build -o requirements.lock pyproject.toml
	$(LOCK) --extra build --extra dev --extra cluster --extra data --extra postgres -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
