# make demo   sets everything up and runs the main job on the worked example
# make test   sets up the rest and runs every test
# make help   says what else there is

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check
TESTS ?= tests

.PHONY: help demo test lint kamer poort sloop vlecht shared evalueer bench docs lock clean namen

help:
	@echo "make demo      the main job on the worked example, in demo/"
	@echo "make test      lint, types and every test"
	@echo "make poort     the whole cycle on 60 drawn cases (N=6: on six): what is confidential stays, no action vanishes"
	@echo "make kamer     lint, types and tests of one room, in seconds: make kamer K=voortgang"
	@echo "make vlecht    500 drawn cases of an act with something else in the middle of it: minutes of work"
	@echo "make sloop     every act broken off at every file operation: minutes of work"
	@echo "make shared    the tests that read the documents beside the repository"
	@echo "make evalueer  how well actions are found in real minutes"
	@echo "make bench     speed, as ratios against a named peer"
	@echo "make docs      write the generated pages of docs/ anew"
	@echo "make lock      pin the dependencies anew"

$(VENV)/demo.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed: make PYTHON=python3.11')"
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@$(PYTHON) -c "import pathlib; pathlib.Path('$@').touch()"

$(VENV)/test.stamp: $(VENV)/demo.stamp requirements-dev.lock
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	@$(PYTHON) -c "import pathlib; pathlib.Path('$@').touch()"

demo: $(VENV)/demo.stamp
	$(BIN)/python scripts/demo.py

test: $(VENV)/test.stamp
	$(BIN)/python scripts/programmas.py
	$(MAKE) lint
	$(BIN)/python -m pytest -q -n 2 -m "not shared" $(TESTS)

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python scripts/maat.py

# One room: make kamer K=voortgang
kamer: $(VENV)/test.stamp
	$(BIN)/python scripts/kamers.py $(K)

# How many cases are drawn.
N ?= 60

poort: $(VENV)/test.stamp
	$(BIN)/python scripts/programmas.py
	$(BIN)/python scripts/poort.py $(N)

shared: $(VENV)/test.stamp
	$(BIN)/python -m pytest -q -n 2 -m shared $(TESTS)

sloop: $(VENV)/test.stamp
	$(BIN)/python scripts/sloop.py --los 40

vlecht: $(VENV)/test.stamp
	$(BIN)/python scripts/vlechten.py

evalueer: $(VENV)/test.stamp
	$(BIN)/python scripts/evalueer.py

bench: $(VENV)/test.stamp
	$(BIN)/python -m bench

# How many unlisted people pass unasked, and how many questions are about no person; minutes of work.
namen: $(VENV)/test.stamp
	$(BIN)/python scripts/meet_namen.py

docs: $(VENV)/test.stamp
	$(BIN)/python scripts/maak_docs.py

lock:
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet \
	  --extra build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet \
	  --extra build --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) demo dist build .pytest_cache .ruff_cache .mypy_cache .hypothesis
