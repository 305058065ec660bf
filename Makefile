# The development commands beside ./demo and ./test. `make help` lists them.
.PHONY: help check gate tidy bench fuzz asan tsan format install deb expected
PRESET ?= release
SHARED ?= $(or $(ATTEST_SHARED),../shared)

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

check: ## what .ci/run does, without set-up
	tools/build $(PRESET)
	ctest --test-dir build/$(PRESET) --output-on-failure -j "$$(nproc)"
	$(MAKE) gate tidy

gate: ## quality floors per data set, on ../shared (or ATTEST_SHARED)
	tools/build release attest robots_cases
	python3 tests/gate/gate.py --attest build/release/bin/attest --shared $(SHARED)
	python3 tests/gate/rich.py --attest build/release/bin/attest --shared $(SHARED) --gate
	python3 tests/gate/conformance.py --attest build/release/bin/attest --robots build/release/bin/robots_cases --shared $(SHARED)

tidy: ## clang-tidy on the files changed since main's start of the change
	tools/tidy

bench: ## speed and memory: Google Benchmark and whole commands
	tools/build release
	bench/run build/release

fuzz: ## each fuzz target for a minute (FUZZ_SECONDS=60)
	tools/build fuzz
	fuzz/run build/fuzz $${FUZZ_SECONDS:-60}

asan: ## all tests under AddressSanitizer and UndefinedBehaviorSanitizer
	tools/build asan
	ctest --test-dir build/asan --output-on-failure -j "$$(nproc)"

tsan: ## all tests under ThreadSanitizer
	tools/build tsan
	ctest --test-dir build/tsan --output-on-failure -j "$$(nproc)"

format: ## clang-format on all sources
	git ls-files '*.cpp' '*.h' | xargs clang-format -i

install: ## install to /usr/local (PREFIX=...)
	tools/build release attest
	cmake --install build/release --prefix $${PREFIX:-/usr/local}

deb: ## the Debian package, in build/release
	tools/build release attest
	cd build/release && cpack -G DEB
