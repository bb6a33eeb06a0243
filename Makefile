# Everything one does with this repository. `make run` and `make test` need Python 3.11 or newer
# and make; they put the rest, by locked hashes, into .venv and leave the machine alone.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet

ARGS ?=
SCREENPLAYS := docs/exercises
EXERCISES := $(patsubst bot/exercises/%/exercise.toml,%,$(wildcard bot/exercises/*/exercise.toml))

.PHONY: help run test matrix check format bench lock screenplays clean

help:
	@echo "make run          try it: two people side by side in your browser"
	@echo "make test         every test; ARGS=... goes to pytest"
	@echo "make matrix       every private cause held against silence, at every state; many minutes"
	@echo "make check        format, lint, types, import contracts, exercises, screenplays"
	@echo "make format       put the code into the form that check asks for"
	@echo "make screenplays  write docs/exercises anew, after a change to an exercise"
	@echo "make bench        measure"
	@echo "make lock         write the lock files anew; ARGS=--upgrade takes newer versions"
	@echo "make clean        remove the virtual environment and caches; your data stays"

run: $(VENV)/.installed
	$(BIN)/handrail try $(ARGS)

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n auto $(ARGS)

# `make test` goes through a share of it: every state, every cause, every pace and place.
matrix: $(VENV)/.installed-dev
	HANDRAIL_TEST_MATRIX=whole $(BIN)/python -m pytest -n auto --timeout 3600 \
		tests/engine/test_silence.py $(ARGS)

check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/handrail check
	@fresh=$$(mktemp -d) && trap 'rm -rf "$$fresh"' EXIT \
		&& $(MAKE) --no-print-directory screenplays SCREENPLAYS="$$fresh" \
		&& diff -ru $(SCREENPLAYS) "$$fresh" \
		|| { echo "$(SCREENPLAYS) is out of date: make screenplays, and read what changed."; exit 1; }

format: $(VENV)/.installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks $(ARGS)

screenplays: $(VENV)/.installed-dev
	@mkdir -p $(SCREENPLAYS)
	@for name in $(EXERCISES); do \
		$(BIN)/handrail exercise show "$$name" > "$(SCREENPLAYS)/$$name.md" || exit 1; \
	done

lock: $(VENV)/.installed-dev
	$(COMPILE) --extra build $(ARGS) --output-file requirements.lock
	$(COMPILE) --extra build --extra dev --constraint requirements.lock $(ARGS) \
		--output-file requirements-dev.lock

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache

# The project itself is linked, not copied, and built with the setuptools of the lock file.
LINK := $(PIP) install --no-deps --no-build-isolation --editable .

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "handrail needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; \
		exit 1; }
	@echo "Setting up $(VENV), once; this takes about a minute."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	@$(PIP) install --require-hashes --requirement $<
	@$(LINK)
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	@$(PIP) install --require-hashes --requirement $<
	@$(LINK)
	@touch $@ $(VENV)/.installed
