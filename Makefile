# Two commands from a fresh clone: `make book` and `make test`.
# Another interpreter: make PYTHON=python3.12 book

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE := _build/html
PORT ?= 8000
PIP := $(BIN)/python -m pip --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadfile -q

.PHONY: book test check lint chapters measure serve clean distclean

book: $(VENV)/.book
	$(BIN)/python -m tools.build $(SITE)

test: $(VENV)/.all
	$(PYTEST) --nbval tests chapters

check: $(VENV)/.all
	$(PYTEST) -m "not slow and not browser" tests --ignore tests/test_site.py \
	  --ignore tests/test_build.py

lint: $(VENV)/.all
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy

chapters: $(VENV)/.all
	$(BIN)/python -m tools.chapters

measure: $(VENV)/.all book
	$(BIN)/python -m tools.measure $(SITE)

serve: book
	@echo "http://127.0.0.1:$(PORT)/ (stop with Ctrl-C)"
	$(BIN)/python -m http.server -d $(SITE) -b 127.0.0.1 $(PORT)

clean:
	rm -rf _build build *.egg-info

distclean: clean
	rm -rf $(VENV)

# A stamp is written only after its step succeeded, so an interrupted or
# half-made environment is repaired by the next call.
$(VENV)/.python:
	@command -v $(PYTHON) >/dev/null || { echo "No $(PYTHON) found:\
	 install Python 3.11 or newer (apt install python3 python3-venv)." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "$(PYTHON) is `$(PYTHON) -V`; the book needs 3.11 or newer: install\
	 one (apt install python3.11 python3.11-venv), then say\
	 make PYTHON=python3.11 book." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make a virtual environment: install the missing\
	 package (apt install python3-venv)." >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
	  rm -rf $(VENV); $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }; }
	@touch $@

$(VENV)/.book: requirements-book.txt | $(VENV)/.python
	@echo "Installing what the book needs (about 30 s, 260 MB) ..."
	@rm -f $@
	$(PIP) install -q -r requirements-book.txt
	@touch $@

$(VENV)/.all: requirements.txt requirements-book.txt pyproject.toml | $(VENV)/.python
	@echo "Installing PyTorch and the test tools (minutes, 6 GB) ..."
	@rm -f $@
	$(PIP) install -q -r requirements.txt
	$(PIP) install -q --no-deps -e .
	@touch $@ $(VENV)/.book
