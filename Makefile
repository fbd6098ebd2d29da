# Everything you run on Troth goes through here; `make help` lists it.
# PYTHON=python3.13 chooses the Python, ARGS="--version" passes words on to the program run.

.DEFAULT_GOAL := help
.PHONY: setup run demo test torture bench wording wording-train lock pictures commands plain keys clean help

FIND_PYTHON = for p in python3.11 python3.12 python3.13 python3; do \
	if { $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))'; } >/dev/null 2>&1; \
	then echo $$p; break; fi; done
PYTHON ?= $(shell $(FIND_PYTHON))

# Python is let write its byte code: the tests would else be made ready anew by each worker.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq install --no-compile
COMPILE := $(BIN)/python -m compileall -q -j 0
SOURCES := $(shell find coaching data tui -name '*.py')

# Stamps: each is newer than what it was made from, so a second run does nothing.
VENV_MADE := $(VENV)/.made
RUN_READY := $(VENV)/.ready-to-run
DEV_READY := $(VENV)/.ready-to-develop
COMPILED := $(VENV)/.compiled

setup: $(DEV_READY) $(COMPILED) ## make .venv with everything to run and develop
	@echo "Ready. 'make run' opens Troth, 'make test' runs the tests."

run: $(RUN_READY) $(COMPILED) ## open Troth
	@$(BIN)/python -m tui $(ARGS)

demo: $(RUN_READY) $(COMPILED) ## open Troth on made-up records
	@$(BIN)/python -m tui demo $(ARGS)

test: $(DEV_READY) $(COMPILED) ## lint, types, layers and all tests but the long ones
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@{ $(BIN)/mypy && $(BIN)/lint-imports --no-logo; } & read=$$!; \
	$(BIN)/python -m pytest -n 3 $(ARGS); run=$$?; \
	wait $$read || { echo "Types or layers do not hold: it is said above." >&2; exit 1; }; \
	exit $$run

torture: $(DEV_READY) $(COMPILED) ## the long tests: random keys, resizes, kills, many examples
	@$(BIN)/python -m pytest -m torture -n 3 $(ARGS)
	@$(BIN)/python -m pytest -m 'hypothesis and not torture' --hypothesis-profile=deep -n 3

bench: $(DEV_READY) $(COMPILED) ## measure Troth beside a bare Textual program
	@$(BIN)/python -m tests.bench $(ARGS)

wording: $(DEV_READY) $(COMPILED) ## count how the wording check reads the labelled drafts
	@$(BIN)/python -m tests.wording $(ARGS)

wording-train: $(DEV_READY) $(COMPILED) ## train the reader of the wording check again, in some minutes
	@$(BIN)/python -m tests.wording.train $(ARGS)

pictures: $(DEV_READY) $(COMPILED) ## draw the pictures of the screens again
	@$(BIN)/python -m tests.pictures $(ARGS)

commands: $(DEV_READY) ## write docs/commands.md and the man page again
	@$(BIN)/python -m tests.command_pages

plain: $(DEV_READY) ## write the session in docs/plain.md again
	@$(BIN)/python -m tests.plain_page

keys: $(DEV_READY) ## write docs/keys.md and docs/settings.md again
	@$(BIN)/python -m tests.keys_page

EXTRAS = --extra seal --extra calendar
LOCK = "$$scratch/bin/uv" pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate --no-header $(if $(UPGRADE),--upgrade)

lock: $(VENV_MADE) ## write the lock files; UPGRADE=1 takes the newest versions allowed
	@scratch=$$(mktemp -d) && trap 'rm -rf "$$scratch"' EXIT && \
	$(BIN)/python -m venv "$$scratch" && "$$scratch/bin/pip" -qq install 'uv<1' && \
	$(LOCK) $(EXTRAS) pyproject.toml -o requirements.txt && \
	$(LOCK) $(EXTRAS) --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean: ## remove .venv and all that the tools left
	rm -rf $(VENV) build dist *.egg-info
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' Makefile

$(VENV_MADE):
	@test -n "$(PYTHON)" || { echo "Troth needs Python 3.11 or newer, and none was found: \
	install it, or say where it is with make PYTHON=/path/to/python3." >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
	"Troth needs Python 3.11 or newer, and $(PYTHON) is not: \
	choose another with make PYTHON=/path/to/python3." >&2; exit 1; }
	@echo "Setting up $(VENV) with $(PYTHON); this takes about a minute."
	@"$(PYTHON)" -m venv --clear $(VENV)
	@touch $@

$(RUN_READY): requirements.txt $(VENV_MADE)
	@$(PIP) --require-hashes -r requirements.txt
	@$(COMPILE) $(VENV)
	@touch $@

# All that runs Troth is in the list for developers too, at the same versions.
$(DEV_READY): requirements.txt requirements-dev.txt pyproject.toml $(VENV_MADE)
	@$(PIP) --require-hashes -r requirements-dev.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@$(COMPILE) $(VENV)
	@touch $(RUN_READY) $@

# compileall writes byte code even where PYTHONDONTWRITEBYTECODE is set, and redoes only
# what changed; without it each start compiles everything again.
$(COMPILED): $(SOURCES) $(VENV_MADE)
	@$(COMPILE) coaching data tui
	@touch $@
