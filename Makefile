.DEFAULT_GOAL := help
PY ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ok

help: ## Show what can be done here
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## (.*)/  make \1|\2/' | column -t -s '|'

setup: $(STAMP) ## Make .venv with the locked dependencies (needs python3 3.11+ with venv)

$(STAMP): requirements.lock bootstrap.lock pyproject.toml
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Huiyin needs Python 3.11 or newer; '$(PY)' is older. Name another with: make PY=python3.12"; exit 1; }
	@$(PY) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "'$(PY)' has no venv module. On Debian: apt-get install python3-venv"; exit 1; }
	@echo "Setting up $(VENV) (about half a minute the first time) ..."
	@test -x $(BIN)/python || $(PY) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bootstrap.lock
	@$(BIN)/uv pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes --no-build-isolation requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(STAMP) ## Start the demo: chat server, service and phones in your browser
	@$(BIN)/huiyin demo

test: $(STAMP) ## Lint, type check, import contracts and all default tests, in parallel
	@$(BIN)/python -m tests.gate

lint: $(STAMP) ## Only ruff, mypy and the import contracts
	@$(BIN)/python -m tests.gate --lint

browser: $(STAMP) ## Browser tests in real Chromium (needs Debian's chromium; .ci/run installs it)
	@$(BIN)/python -m pytest -q tests/browser

pictures: browser ## Take the pictures of the docs anew
	@$(BIN)/python -m tests.browser.pictures

conformance: $(STAMP) ## Play every scene with both client libraries and say what was measured
	@$(BIN)/python -m tests.chatserver.twoclients

mutants: $(STAMP) ## Break the service in ten ways, one at a time, and see that the tests notice
	@$(BIN)/python -m tests.mutants

words: $(STAMP) ## Learn all words anew from nlp/examples and citizens' messages (some minutes)
	@$(BIN)/python -m nlp.learning.judges
	@$(BIN)/python -m nlp.learning.county
	@$(BIN)/python -m nlp.learning.redaction

chaos: $(STAMP) ## Kill the service 50 times while appeals come in; send real messages the whole way
	@$(BIN)/python -m tests.chaos

eval: $(STAMP) ## Print how well messages are read, beside the goals (about twenty minutes)
	@$(BIN)/python -m tests.eval

bench: $(STAMP) ## Print the benchmarks beside their floors
	@$(BIN)/python -m tests.bench

lock: $(STAMP) ## Resolve pyproject.toml into the two lock files again
	@$(BIN)/uv pip compile --quiet --universal --upgrade --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --group dev -o requirements.lock pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  -c requirements.lock --group pyproject.toml:bootstrap -o bootstrap.lock

clean: ## Remove the virtual environment, caches and test output (keeps ./data)
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache test-output *.egg-info

.PHONY: help setup demo test lint browser pictures conformance mutants words chaos eval bench lock clean
