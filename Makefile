# Everything Encre needs, from a bare Debian or Ubuntu: `make run` and `make test`.
PY := .venv/bin/python
STAMP := .venv/.ready
TEST_ENV = QT_QPA_PLATFORM=offscreen QT_FONT_DPI=96 QT_SCALE_FACTOR=1 sh .ci/in-clean-home
PYTEST_ARGS ?= -n auto

.PHONY: run test check format venv system tour bench lock clean

run: venv system  ## the window; with no display, the tour and its pictures
	@$(PY) -m compileall -q reader  # else a first start, and any with PYTHONDONTWRITEBYTECODE, takes twice as long
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(PY) main.py; \
	else echo "No display: taking the tour offscreen."; $(MAKE) --no-print-directory tour; fi

tour: venv system  ## walk through the program offscreen, a picture of each step in build/tour
	@$(TEST_ENV) $(PY) -m reader.tour build/tour

test: venv system  ## the whole suite
	$(TEST_ENV) $(PY) -m pytest $(PYTEST_ARGS)

check: venv system  ## format, lint, strict types, import rules
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(TEST_ENV) $(PY) -m pytest tests/test_house.py

bench: venv system  ## the measures, as ratios taken in one run
	$(TEST_ENV) $(PY) -m tests.bench

format: venv
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

venv: $(STAMP)  ## the environment in .venv, from the lock file

$(STAMP): requirements.lock .ci/venv
	@sh .ci/venv requirements.lock
	@touch $@

system:
	@sh .ci/system-libraries

lock:  ## write requirements.lock anew (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --quiet -o requirements.lock

clean:
	rm -rf .venv build
