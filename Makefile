# Two commands from a fresh clone: `make book` and `make test`.
# Another interpreter: make PYTHON=python3.12 book

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE := _build/html
PORT ?= 8000
ENVIRONMENT = $(PYTHON) -m tools.environment $(VENV)
COMPILE := uv pip compile -q --universal --generate-hashes \
  --python-version 3.11 --no-annotate --custom-compile-command 'make lock'
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadfile -q

.PHONY: book test check lint chapters measure serve lock clean distclean

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

# Newer versions of what the .in files leave open: make lock LOCK=--upgrade
lock: $(VENV)/.all
	$(BIN)/$(COMPILE) $(LOCK) -o requirements.txt requirements.in
	$(BIN)/$(COMPILE) -c requirements.txt -o requirements-book.txt \
	  requirements-book.in

clean:
	rm -rf _build build *.egg-info

distclean: clean
	rm -rf $(VENV)

define WITH_PYTHON
@command -v $(PYTHON) >/dev/null || { echo "No $(PYTHON) found: install\
 Python 3.11 or newer (apt install python3 python3-venv)." >&2; exit 1; }
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
  echo "$(PYTHON) is `$(PYTHON) -V`; the book needs 3.11 or newer: install\
 one (apt install python3.11 python3.11-venv), then say\
 make PYTHON=python3.11 book." >&2; exit 1; }
@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
  echo "$(PYTHON) cannot make a virtual environment: install the missing\
 package (apt install python3-venv)." >&2; exit 1; }
endef

# A stamp is written only after its step succeeded; tools/environment.py makes
# an environment whose making was interrupted from scratch.
$(VENV)/.book: requirements-book.txt
	$(WITH_PYTHON)
	@echo "Installing what the book needs (about 30 s, 260 MB) ..."
	@$(ENVIRONMENT) requirements-book.txt
	@touch $@

$(VENV)/.all: requirements.txt pyproject.toml
	$(WITH_PYTHON)
	@echo "Installing PyTorch and the test tools (minutes, 6 GB) ..."
	@$(ENVIRONMENT) requirements.txt --course
	@touch $@ $(VENV)/.book
