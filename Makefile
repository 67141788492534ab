# A short front door: each target does the set-up that it needs, once.
.PHONY: demo test bench docs conformance lint format stubs sanitize fuzz clean
.DELETE_ON_ERROR:

PLAN := examples/hillingdon-2017-18.toml
AS_AT := 2017-18 Q2
REPORT := build/hillingdon-2017-18.html

demo: build/setup/installed
	@.venv/bin/ontrack review $(PLAN) --as-at "$(AS_AT)"
	@.venv/bin/ontrack review $(PLAN) --as-at "$(AS_AT)" --format html -o $(REPORT)
	@echo "The full report, with charts and explanations, is in $(REPORT)"

test: build/setup/test build/setup/venv-test build/setup/installed build/dev/build.ninja
	cmake --build --preset dev
	ctest --preset dev
	.venv/bin/python -m pytest

bench: build/setup/bench build/bench/build.ninja
	cmake --build --preset bench
	build/bench/bench/ontrack_bench

docs: build/setup/docs build/setup/venv-docs build/setup/venv-test build/setup/installed
	.venv/bin/python tests/python/documents.py --draw docs/projection.md
	.venv/bin/sphinx-build --quiet --fail-on-warning --keep-going docs build/docs
	doxygen docs/Doxyfile
	@echo "The documentation is in build/docs/index.html"

conformance: build/setup/test build/dev/build.ninja
	cmake --build --preset dev --target test_conformance
	python3 tests/conformance/page.py build/dev/tests/test_conformance

lint: build/setup/clang build/setup/lint build/setup/venv-lint build/tidy/build.ninja
	scripts/format.sh --dry-run -Werror
	cmake --build --preset tidy
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

format: build/setup/lint build/setup/venv-lint
	scripts/format.sh -i
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

stubs: build/setup/installed build/setup/venv-test
	.venv/bin/python python/bindings/stubs.py

sanitize: build/setup/test build/setup/clang build/asan/build.ninja build/tsan/build.ninja
	cmake --build --preset asan
	ctest --preset asan
	cmake --build --preset tsan
	ctest --preset tsan

FUZZ_SECONDS := 60
fuzz: build/setup/clang build/asan/build.ninja
	cmake --build --preset fuzz
	scripts/fuzz.sh $(FUZZ_SECONDS)

clean:
	rm -rf build .venv docs/images

# Set-up. Each stamp is younger than what it was made from.
build/setup/demo build/setup/test build/setup/bench build/setup/docs build/setup/clang build/setup/lint: scripts/setup.sh
	@scripts/setup.sh $(@F)
	@mkdir -p $(@D) && touch $@
build/setup/test build/setup/bench build/setup/clang: build/setup/demo

build/setup/venv-build build/setup/venv-test build/setup/venv-docs build/setup/venv-lint: build/setup/venv-%: pyproject.toml .venv/bin/pip
	.venv/bin/pip install --quiet pip==26.3
	.venv/bin/pip install --quiet --group $*
	@touch $@
.venv/bin/pip: | build/setup/demo
	python3 -m venv .venv

build/setup/installed: build/setup/venv-build pyproject.toml README.md $(shell find CMakeLists.txt cmake include src python -not -name '*.pyc' -not -name __pycache__)
	@echo "Building ontrack: some minutes the first time"
	.venv/bin/pip install --quiet --no-deps --no-build-isolation .
	@touch $@

build/%/build.ninja: CMakePresets.json | build/setup/demo
	cmake --preset $*
