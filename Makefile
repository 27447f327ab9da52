PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: episode test test-all lint clean

episode: .venv/installed   ## install the project and build today's episode
	$(BIN)/podcaster build today

test: .venv/tested   ## install what the tests need and run them; needs no system package
	$(BIN)/python -m pytest

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/tested: .venv/installed
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@

lint: .venv/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test-all: lint .venv/tested   ## everything, with the system packages and extras that takes
	PYTHON=$(BIN)/python sh tests/install-extras
	$(BIN)/python -m pytest -m 'not network and not gpu'

clean:
	rm -rf .venv
