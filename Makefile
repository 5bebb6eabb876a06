# The whole set-up; `make run` and `make test` are all that a newcomer needs.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
SAMPLE := resources/sample/sample-2024.pdf
FILES ?= $(SAMPLE)
INSTALL := -m pip install --quiet --disable-pip-version-check
# pip compiles what it installs, but not an editable package: its first start would be slow.
COMPILE := $(PY) -m compileall -q desktop
# A page of 1080 lines holds the window at its usual size.
XVFB := xvfb-run --auto-servernum --server-args="-screen 0 1920x1080x24"

.DELETE_ON_ERROR:
.PHONY: run test test-package coverage check format bench words screens catalogue layouts \
	adversarial kills fuzz package deb release bench-package lock clean

# Opens the window; without a display the same report is read and checked on the console.
run: $(VENV)/.installed
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		.ci/system-libraries && exec $(PY) -m desktop $(FILES); \
	else \
		.ci/system-libraries || true; \
		echo "No display here (DISPLAY and WAYLAND_DISPLAY are empty): done headless instead."; \
		status=0; $(PY) -m desktop check $(FILES) || status=$$?; \
		: '1 says that errors were found in the report, which is what the sample is for'; \
		[ $$status -le 1 ] || exit $$status; \
	fi

# Tests that need a screen get one of their own, whatever the display of the machine.
test: $(VENV)/.installed-dev
	@.ci/system-libraries screen
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -m "not screen and not package"
	QT_QPA_PLATFORM=xcb $(XVFB) $(PY) -m pytest --headed -m "screen and not package"

# Builds the executable and runs it: some minutes.
test-package: $(VENV)/.installed-dev
	@.ci/system-libraries screen
	@PYTHON=$(PY) .ci/system-libraries package
	$(PY) -m pytest -m package

# Which lines and branches the tests without a screen run: some ten minutes.
coverage: $(VENV)/.installed-dev
	@.ci/system-libraries screen
	QT_QPA_PLATFORM=offscreen $(VENV)/bin/coverage run -m pytest -m "not screen and not package"
	$(VENV)/bin/coverage report

check: $(VENV)/.installed-dev
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

format: $(VENV)/.installed-dev
	$(VENV)/bin/ruff check --fix
	$(VENV)/bin/ruff format

# Medians and ratios of this reader beside others, all in one run; then `check` on many files,
# a set of reports, the rules on one report, and the window.
bench: $(VENV)/.installed-dev
	$(PY) $(INSTALL) camelot-py pymupdf
	$(PY) -m tests.bench.reading
	$(PY) -m tests.bench.checking
	$(PY) -m tests.bench.sets
	$(PY) -m tests.bench.rules
	QT_QPA_PLATFORM=xcb $(XVFB) $(PY) -m tests.bench.review_window

# The window's words into resources/translations, and its pictures into tests/gui/screens.
words: $(VENV)/.installed-dev
	$(PY) -m tests.gui.translations

screens: $(VENV)/.installed-dev
	QT_QPA_PLATFORM=xcb xvfb-run --auto-servernum --server-args="-screen 0 3840x2160x24" \
		$(PY) -m tests.gui.screens

# Two hundred programs killed at work and started again: what is lost, some eight minutes.
kills: $(VENV)/.installed-dev
	$(PY) -m tests.kills

# Ten thousand saved files with something wrong in them, some three minutes.
fuzz: $(VENV)/.installed-dev
	$(PY) -m tests.fuzz

# The catalogue of rules as people read it.
catalogue: $(VENV)/.installed
	$(PY) -m desktop rules > resources/rules/README.md

# Prints the kept layouts anew; LibreOffice, Chromium, qpdf and the fonts are Debian's packages
# libreoffice-writer-nogui chromium qpdf fonts-noto-cjk fonts-wqy-microhei.
layouts: $(VENV)/.installed-dev
	$(PY) -m tests.layouts.make

# Draws reports at random in the ways that were or may be read wrongly, and tells how they are
# read: `make adversarial SEED=3 COUNT=600 KINDS="order.* marks.raised" SHOW=--show`.
SEED ?= 1
COUNT ?= 500
adversarial: $(VENV)/.installed-dev
	$(PY) -m tests.adversarial --seed $(SEED) --count $(COUNT) $(SHOW) $(KINDS)

# One file, and the same as a folder; tells the glibc that they need, and what is inside.
package: $(VENV)/.installed-dev
	@PYTHON=$(PY) .ci/system-libraries package
	$(VENV)/bin/pyinstaller --noconfirm --clean --log-level WARN build.spec
	@$(PY) -m distribution.contents dist/gouji

deb: package
	$(PY) -m distribution.debian dist/gouji-folder --to dist

# What is handed out, with sums and the list of what is inside.
release: deb
	tar -C dist -czf dist/gouji-folder.tar.gz gouji-folder
	$(PY) -m distribution.bill dist/gouji --to dist/gouji.cdx.json
	cd dist && sha256sum gouji gouji-folder.tar.gz *.deb gouji.cdx.json > SHA256SUMS
	@cat dist/SHA256SUMS

# Both the executable and a bare one, which imports pandas at its start, are built and timed:
# some minutes.
bench-package: $(VENV)/.installed-dev
	@.ci/system-libraries screen
	@PYTHON=$(PY) .ci/system-libraries package
	$(PY) -m tests.bench.package

# Resolves the ranges of pyproject.toml afresh. The four names besides the project are
# needed on Windows alone; they install everywhere, so one file serves both systems.
lock:
	@set -e; place=$$(mktemp -d); trap 'rm -rf "$$place"' EXIT; \
	$(PYTHON) -m venv "$$place/venv"; \
	"$$place/venv/bin/python" $(INSTALL) --upgrade pip; \
	"$$place/venv/bin/python" $(INSTALL) -e '.[dev]' colorama pefile pywin32-ctypes tzdata; \
	"$$place/venv/bin/python" -m pip freeze --all --exclude-editable \
		| grep -E '^[A-Za-z0-9._-]+==' | grep -v '^pip==' > "$$place/pins"; \
	{ echo '# Written by `make lock` for Python 3.11; ranges are in pyproject.toml.'; \
		cat "$$place/pins"; } > constraints.txt
	@echo "constraints.txt: $$(grep -c == constraints.txt) pins"

clean:
	rm -rf $(VENV) .coverage build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find desktop tests -name __pycache__ -prune -exec rm -rf {} +

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed; name it with: make PYTHON=/path/to/python3.11"; exit 1; }
	@PYTHON=$(PYTHON) .ci/system-libraries venv
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(PY)
	$(PY) $(INSTALL) --constraint constraints.txt --editable .
	@$(COMPILE)
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(PY)
	$(PY) $(INSTALL) --constraint constraints.txt --editable '.[dev]'
	@$(COMPILE)
	@touch $(VENV)/.installed $@
