# make install   .venv with foedera in it
# make demo      the sample reports, from files to a dossier
# make test      lint, types, layers, tests
# make check     lint, types and layers alone
# make sample    the quickest of the scorers and floors, where the gold sets are at hand
# make quality   the scorers and floors on the gold sets, where they are at hand (slow)
# make docs      the documentation as a site in build/site
# make pictures  the documentation's pictures of dossiers and of the desk (needs Chromium)
# make lock      renew the lock files (needs uv)

PYTHON ?= python3
BIN := .venv/bin
export OMP_NUM_THREADS ?= 1

.PHONY: install install-dev demo test check sample quality docs pictures lock clean

install: .venv/.installed
install-dev: .venv/.installed-dev

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "foedera needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	$(PYTHON) -m venv .venv

.venv/.installed: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.installed-dev: requirements-dev.lock .venv/.installed
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

demo: install
	$(BIN)/python scripts/demo.py

check: install-dev
	$(BIN)/ruff check src tests scripts
	$(BIN)/ruff format --check src tests scripts
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check
	$(BIN)/python -m pytest

sample: install
	@if [ -d ../shared/gold ]; then \
	  $(BIN)/foedera bench quality seeds newsquant_dev te3_aquaint --floors tests/floors.json; \
	else echo "no gold sets at hand (../shared); no figure sampled"; fi

quality: install-dev
	$(BIN)/foedera bench quality --floors tests/floors.json

docs: install-dev
	$(BIN)/python scripts/build_docs.py

pictures: install-dev
	$(BIN)/python scripts/draw_pictures.py

lock:
	scripts/lock.sh

clean:
	rm -rf .venv build dist demo
