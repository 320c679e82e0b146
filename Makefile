# Two commands do everything: `make run` and `make test`. `make` alone lists the others.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# What Swift itself needs on Debian, time zones, and what our own C wrappers stand on.
PACKAGES := binutils libc6-dev libcurl4 libncurses6 libstdc++-12-dev libuuid1 pkg-config tzdata \
	libcurl4-openssl-dev liblmdb-dev libmicrohttpd-dev libsodium-dev libsqlite3-dev libssl-dev \
	libxml2-dev zlib1g-dev libpango1.0-dev libqrencode-dev libturbojpeg0-dev \
	libmagic-dev libmimalloc-dev libxlsxwriter-dev fonts-thai-tlwg
# Outside checks run in a Python environment of their own; others read our papers and codes.
TEST_PACKAGES := ca-certificates chromium default-jre-headless fonts-noto-core git poppler-utils \
	python3 python3-venv zbar-tools

BUILD := swift build --explicit-target-dependency-import-check error
TEST := swift test --disable-xctest
# The program as it is delivered has Swift's libraries within it. LLVM's linker leaves out what
# nobody calls; the other one would warn of a call in Foundation.
RELEASE := swift build -c release --product khamrong --static-swift-stdlib \
	-Xswiftc -use-ld=lld -Xlinker --gc-sections -Xlinker --strip-debug
PROGRAM = "$$(swift build -c release --show-bin-path)/khamrong"
SOURCES := Package.swift Sources Events Projections Tests
# Seconds for each parser in `make fuzz`, and which; all if none is named.
SECONDS_EACH ?= 600
PARSERS ?=
# Rounds of `make crash`.
KILLS ?= 200
# Changes of `make changes`.
CHANGES ?= 10000

.PHONY: help run test bench release build packages lint format screenshots outside fuzz crash changes soak clean

help: ## list what can be made
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

run: release ## build, make the demo office under ./run, run the main job, serve it on LISTEN=127.0.0.1:8080
	@.ci/demo $(PROGRAM)

test: ## build with every warning an error, run all tests
	@.ci/packages $(PACKAGES) $(TEST_PACKAGES)
	@.ci/python
	$(BUILD) --build-tests
	KHAMRONG_PYTHON="$$(.ci/python --path)" $(TEST) --skip-build

bench: release ## measure speed and memory on this machine, a quiet one
	$(PROGRAM) bench

release: packages ## build the program as it is delivered
	@swift --version 2>/dev/null | head -n 1
	$(RELEASE)

build: packages ## build for debugging
	$(BUILD)

packages: ## install the Debian packages that are missing
	@.ci/packages $(PACKAGES)

lint: ## check the format of the code
	swift format lint --strict --parallel -r $(SOURCES)

format: ## bring the code into its format
	swift format -i --parallel -r $(SOURCES)

screenshots: release ## make the pictures of the main pages under Docs/Screenshots
	@.ci/packages $(TEST_PACKAGES)
	@.ci/python
	@.ci/screenshots $(PROGRAM)

# By the program as it is delivered; KHAMRONG_SHARED names the folder of the real histories.
outside: release ## what other tools say of our files, the largest real history included
	@.ci/packages $(TEST_PACKAGES)
	@.ci/python
	KHAMRONG_LARGE=1 KHAMRONG_PYTHON="$$(.ci/python --path)" \
	    KHAMRONG_PROGRAM=$(PROGRAM) \
	    $(TEST) --filter OutsideTests

fuzz: packages ## feed each parser random input for SECONDS_EACH=600 seconds
	@.ci/fuzz $(SECONDS_EACH) $(PARSERS)

crash: packages ## kill a busy office KILLS=200 times and look what is left of it
	KHAMRONG_CRASHES=$(KILLS) $(TEST) --filter CrashTests

changes: packages ## change CHANGES=10000 random bytes of an office, one by one, and look who finds it
	KHAMRONG_CHANGES=$(CHANGES) $(TEST) --filter ByteChangeTests

# Leaks are not looked for: Foundation's own would be found (reading files, running processes).
# A bus error is the process's own matter: a test reads a log whose end is missing.
soak: packages ## 200 kills, 200 simulated lives, all tests under the sanitizers, the fuzzers
	KHAMRONG_CRASHES=$(KILLS) KHAMRONG_LIVES=200 $(TEST) --filter SoakTests
	@for sanitizer in thread address; do \
	    echo "soak: all tests under the $$sanitizer sanitizer"; \
	    ASAN_OPTIONS=detect_leaks=0:handle_sigbus=0 TSAN_OPTIONS=handle_sigbus=0 \
	        SWIFT_BACKTRACE=enable=no $(TEST) --sanitize=$$sanitizer \
	        --scratch-path .build-$$sanitizer; \
	done
	@.ci/fuzz $(SECONDS_EACH)

clean: ## remove what was built; ./run stays
	rm -rf .build .build-* .venv
