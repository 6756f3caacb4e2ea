# make serve: a site on http://127.0.0.1:8000 from a fresh clone.  make test: everything that is checked.
# Both need only Python 3.11 or later, make and a common Linux; both make .venv from the hashed locks.

HOST ?= 127.0.0.1
PORT ?= 8000
WORKERS ?= 2
SEEDS ?= seeds
PYTEST ?= --numprocesses auto --dist worksteal
VENV ?= .venv
export HOST PORT WORKERS

SHELL = /bin/sh
RUN = $(VENV)/bin/python
MODERN = import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c '$(MODERN)' 2>/dev/null && echo $$name && break; done)
PIP = $(RUN) -m pip --disable-pip-version-check --no-input install --quiet --require-hashes

# A .venv whose Python has gone, or that was never finished, is made again.
ifneq ($(shell $(RUN) -c '$(MODERN)' 2>/dev/null && echo works),works)
$(shell rm -f $(VENV)/serves $(VENV)/tests)
endif

.PHONY: help serve record test lint types layers pytest postgresql supply sbom soak bench lock image clean

help:
	@echo "make serve   the site on http://$(HOST):$(PORT)  (HOST= PORT= WORKERS=)"
	@echo "make test    lint, types, layer contracts and every test; those that read or make a record on PostgreSQL too"
	@echo "make postgresql   only the tests that read or make a record, with it on a PostgreSQL server"
	@echo "make soak    every fault and attack in full, two to three hours; keeps each result, writes docs/faults.md (SOAK='--only NAME')"
	@echo "make supply  bandit, deptry, licences, known vulnerabilities;  make sbom writes the bill of materials"
	@echo "make bench   time and memory of an import, latency of each page"
	@echo "make lock    resolve the requirements again, with hashes, for Python 3.11 to 3.14 (newest: UPGRADE=--upgrade)"
	@echo "make image   build the container image with buildah (deploy/build_image.sh)"
	@echo "make clean   remove everything that was made"

serve: $(VENV)/serves staticfiles/staticfiles.json
	@$(RUN) manage.py import_sources $(SEEDS)
	@$(RUN) manage.py prepare_downloads >/dev/null
	@echo "Serving on http://$(HOST):$(PORT)"
	@ulimit -n 16384 2>/dev/null; exec $(RUN) -m gunicorn --config gunicorn.conf.py inspections.wsgi

record: $(VENV)/serves
	@$(RUN) manage.py import_sources $(SEEDS)

test: lint types layers pytest

lint: $(VENV)/tests
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check

types: $(VENV)/tests
	$(RUN) -m mypy

layers: $(VENV)/tests
	$(VENV)/bin/lint-imports

pytest: $(VENV)/tests
	$(RUN) -m pytest $(PYTEST)
	$(RUN) -m pytest $(PYTEST) --quiet --database postgresql -m "not postgres"

postgresql: $(VENV)/tests
	$(RUN) -m pytest $(PYTEST) --database postgresql -m "not postgres"

soak: $(VENV)/tests staticfiles/staticfiles.json
	$(RUN) -m tests.soak $(SOAK)

bench: $(VENV)/serves staticfiles/staticfiles.json
	$(RUN) benchmarks/serve_and_import.py

supply: $(VENV)/tests
	$(RUN) -m bandit --quiet --configfile pyproject.toml --recursive inspections deploy gunicorn.conf.py manage.py
	$(VENV)/bin/deptry .
	$(RUN) deploy/dependencies.py --check
	$(RUN) deploy/audit.py

sbom: $(VENV)/tests
	$(RUN) deploy/dependencies.py

# The dev lock holds everything of the other one, at the same versions.
$(VENV)/serves: requirements.txt
	@$(make-venv)
	@echo "Installing requirements.txt into $(VENV)"
	@$(PIP) --requirement requirements.txt
	@touch $@

$(VENV)/tests: requirements-dev.txt
	@$(make-venv)
	@echo "Installing requirements-dev.txt into $(VENV)"
	@$(PIP) --requirement requirements-dev.txt
	@touch $@

define make-venv
if [ -z "$(PYTHON)" ] || ! "$(PYTHON)" -c '$(MODERN)' 2>/dev/null; then \
	echo "Python 3.11 or later is needed, and $(or $(PYTHON),python3) is not one. Say which: make PYTHON=/path/to/python3" >&2; \
	exit 1; \
fi; \
if ! $(RUN) -c '$(MODERN)' 2>/dev/null; then \
	"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "This Python cannot make a virtual environment. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }; \
	echo "Making $(VENV) with $$("$(PYTHON)" --version)"; \
	"$(PYTHON)" -m venv --clear $(VENV) || exit 1; \
fi
endef

staticfiles/staticfiles.json: $(VENV)/serves $(shell find static 2>/dev/null)
	@$(RUN) manage.py collectstatic --noinput --clear --verbosity 0
	@touch $@

# uv resolves for every Python at once; it is a tool here, not a dependency.
COMPILE = .lock-tool/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header $(UPGRADE) pyproject.toml
lock:
	"$(PYTHON)" -m venv --clear .lock-tool
	.lock-tool/bin/python -m pip --disable-pip-version-check install --quiet uv
	$(COMPILE) --output-file requirements.txt
	$(COMPILE) --group dev --constraints requirements.txt --output-file requirements-dev.txt
	rm -rf .lock-tool

image:
	deploy/build_image.sh

clean:
	rm -rf $(VENV) staticfiles .lock-tool .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -f record.sqlite3 record.sqlite3-*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
