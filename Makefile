PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime-installed
DEV := $(VENV)/.dev-installed
# No dependency is left to the resolver: the lock files name them all.
INSTALL := $(BIN)/pip install --no-deps --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: archive attack audit help demo serve test quick check docs format accuracy speed walk contract load train openapi lock clean again

help: ## Show these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

demo: $(RUNTIME) ## Analyse seeds/: print the quotations and conflicts, write out/seeds.json and out/seeds.html
	@mkdir -p out
	@$(BIN)/quotes analyze seeds/*.txt --also out/seeds.json --also out/seeds.html
	@printf '\nThe same as JSON:    %s\nThe same as a page:  %s\n' out/seeds.json out/seeds.html

serve: $(RUNTIME) ## Serve the API and the page on http://127.0.0.1:8000
	$(BIN)/quotes serve

test: $(DEV) ## Run the tests (about five minutes on two cores)
	@echo 'All tests take about five minutes on two cores; `make quick` leaves out what starts something.'
	$(BIN)/pytest -n 3

quick: $(DEV) ## Run the tests that need no process, server, model or PostgreSQL (about a minute)
	$(BIN)/pytest -n 2 -m "not slow"

check: $(DEV) ## Run all that the CI runs: format, lint, types, docs, and the tests with more rounds of chance
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mkdocs build --quiet --strict
	THOROUGH_TESTS=1 $(BIN)/pytest -n 3 --cov --cov-report=term

docs: $(DEV) ## Build the documentation into out/docs
	$(BIN)/mkdocs build --quiet --strict

format: $(DEV) ## Format the code, and mend what the linter can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

accuracy: $(RUNTIME) ## Measure the accuracy on labelled articles
	$(BIN)/python -m bench.accuracy

archive: $(RUNTIME) ## Measure by folds how often quotations of an archive are rightly one statement (some minutes)
	$(BIN)/python -m training.linking --output build/linking

speed: $(RUNTIME) ## Measure words a second, memory and growth
	$(BIN)/python -m bench.speed

walk: $(RUNTIME) ## Count the calls of functions that one stored article takes
	$(BIN)/python -m bench.walk

audit: ## Look for known faults of the pinned packages, where the list of them can be reached
	@$(PYTHON) scripts/audit.py requirements.lock

contract: $(DEV) ## Make 20,000 requests by openapi.yaml, and hold each answer against it (some minutes)
	$(BIN)/python -m bench.contract

attack: $(RUNTIME) ## Measure what hostile inputs cost, and what others wait meanwhile, in some minutes
	$(BIN)/python -m bench.attack

load: $(RUNTIME) ## Measure what eight clients wait for, and the memory, in ten minutes
	$(BIN)/python -m bench.load

train: $(RUNTIME) ## Learn the weights of the evidence from ../shared anew (20 minutes on one core)
	$(BIN)/python -m training.attribution

openapi: $(RUNTIME) ## Write openapi.yaml from the schemas
	$(BIN)/quotes openapi --output openapi.yaml

lock: $(DEV) ## Resolve the pins of pyproject.toml into requirements.lock and requirements-dev.lock
	$(BIN)/pip-compile $(COMPILE) --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile $(COMPILE) --extra dev --output-file requirements-dev.lock pyproject.toml
	sed -E -i -e 's/^(torch==[0-9.]+)\+cpu$$/\1/' -e '/^(nvidia|cuda|triton)/d' -e '/^(#.*)?$$/d' requirements.lock requirements-dev.lock

COMPILE := --quiet --strip-extras --allow-unsafe --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

clean: ## Remove what the other commands made, the virtual environment too
	rm -rf $(VENV) out build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Each install leaves a mark, so that nothing touches the network while the lock files stay as they are; unless what the
# mark stands for is gone, as the interpreter is after an upgrade of Python.
ifneq ($(shell test -x $(BIN)/python -a -x $(BIN)/quotes && echo whole),whole)
$(RUNTIME): again
endif
$(RUNTIME): requirements.lock pyproject.toml
	$(PYTHON) scripts/install.py $(VENV) requirements.lock
	$(INSTALL) --no-build-isolation --editable .
	@touch $@

$(DEV): $(RUNTIME) requirements-dev.lock
	$(INSTALL) --requirement requirements-dev.lock
	@touch $@
