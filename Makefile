# LogStore: build, run, test. `make help` lists the targets.
#
# Nothing is installed outside this folder: tools and downloads go to .cache/,
# programs to bin/. Both can be deleted at any time (`make clean`).

GO         ?= go
BIN        := bin
CACHE      := .cache
FUZZTIME   ?= 10s
# The race detector needs a C compiler; without one the tests run without it.
RACE       ?= $(shell command -v $$($(GO) env CC) >/dev/null 2>&1 && echo -race)
TESTFLAGS  ?= -timeout 20m
PKGS       ?= ./...
# Its scripts start hundreds of processes, each with an Ethereum node in it: with the race
# detector they take minutes, so "make test" runs them without.
CLI        := github.com/logstore/logstore/cmd/logstore

STATICCHECK_VERSION := v0.8.2
STATICCHECK := $(CACHE)/bin/staticcheck-$(STATICCHECK_VERSION)

.DEFAULT_GOAL := help
.PHONY: run build wasm test test-race-cli bench bench-peers lint fmt interop fuzz contracts contracts-check contracts-test clean help

## run: a network on loopback (chain, contracts, broker) with a real data set, paid for, queried and verified; serves until Ctrl-C
run: build
	@exec $(BIN)/demo -logstore $(BIN)/logstore -cache $(CACHE) $(ARGS)

## build: the programs, into bin/
build:
	@mkdir -p $(BIN)
	$(GO) build -trimpath -o $(BIN)/ ./cmd/...

## wasm: the verifier for browsers, into bin/ (cmd/verifier-wasm says how to load it)
wasm:
	@mkdir -p $(BIN)
	GOOS=js GOARCH=wasm $(GO) build -trimpath -ldflags='-s -w' -o $(BIN)/verifier.wasm ./cmd/verifier-wasm
	cp "$$($(GO) env GOROOT)/lib/wasm/wasm_exec.js" $(BIN)/

## test: every test that needs nothing but this folder (race detector on, if there is a C compiler)
test:
	$(GO) test $(RACE) $(TESTFLAGS) $(filter-out $(CLI),$(if $(filter ./...,$(PKGS)),$(shell $(GO) list ./...),$(PKGS)))
	$(if $(filter ./...,$(PKGS)),$(GO) test $(TESTFLAGS) $(CLI))

## test-race-cli: the command line's scripts with the race detector on, as CI runs them too
test-race-cli:
	$(GO) test $(RACE) -timeout 30m $(CLI)

## bench: measures the node and prints one figure a line against its baseline and target
bench:
	$(GO) run ./bench

## bench-peers: the node beside NATS JetStream and Tessera, on the same events (about 4 minutes)
bench-peers: build
	@mkdir -p $(CACHE)/bin
	$(GO) build -C bench/peers -trimpath -o $(abspath $(CACHE)/bin/nats-server) github.com/nats-io/nats-server/v2
	$(GO) build -C bench/peers -trimpath -o $(abspath $(CACHE)/bin/peers) .
	@$(CACHE)/bin/peers -logstore $(BIN)/logstore -nats-server $(CACHE)/bin/nats-server

## lint: formatting, vet, staticcheck, shell syntax
lint: $(STATICCHECK)
	@./scripts/gofmt-check.sh
	$(GO) vet ./...
	$(GO) vet -tags interop ./test/interop/...
	$(STATICCHECK) ./...
	$(STATICCHECK) -tags interop ./test/interop/...
	$(GO) vet -C bench/peers ./...
	cd bench/peers && $(abspath $(STATICCHECK)) ./...
	@for f in scripts/*.sh .ci/run; do bash -n $$f || exit 1; done

## fmt: formats every Go file
fmt:
	gofmt -w $$(./scripts/gofmt-check.sh -list)

## interop: against the official Streamr SDK and the original LogStore client (installs them with npm)
interop: build
	@./scripts/interop-install.sh
	LOGSTORE_BIN=$(abspath $(BIN)/logstore) LOGSTORE_DEMO_BIN=$(abspath $(BIN)/demo) \
		$(GO) test -tags interop -count=1 -timeout 30m -v ./test/interop/

## fuzz: every fuzz target for FUZZTIME (default 10s each)
fuzz:
	@FUZZTIME=$(FUZZTIME) GO=$(GO) ./scripts/fuzz.sh

## contracts: compiles the Solidity contracts and writes their Go bindings (installs the compiler with npm)
contracts: contracts/node_modules
	@mkdir -p $(CACHE)
	node contracts/scripts/build.mjs $(CACHE)/contracts.json
	$(GO) run ./contracts/internal/gen -in $(CACHE)/contracts.json

## contracts-check: whether the Go bindings are what the compiler makes of the contracts, byte for byte
contracts-check:
	@GO=$(GO) ./contracts/scripts/check.sh

## contracts-test: the contracts' own tests: behaviours, fuzz, invariants, gas, storage layout, NatSpec (about 3 minutes)
contracts-test: contracts/node_modules
	cd contracts && npm test && npm run --silent natspec && npm run --silent layout

contracts/node_modules: contracts/package-lock.json
	cd contracts && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

## clean: removes what was built and downloaded
clean:
	rm -rf $(BIN) $(CACHE) contracts/node_modules test/interop/node_modules test/interop/*/node_modules

## help: this list
help:
	@echo 'usage: make TARGET'
	@sed -n 's/^## \([a-z-]*\): /  \1|/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-13s %s\n", $$1, $$2 }'

$(STATICCHECK):
	@mkdir -p $(CACHE)/bin
	@echo "installing staticcheck $(STATICCHECK_VERSION) into $(CACHE)/bin (about 20 s, once)"
	@GOBIN=$(abspath $(CACHE)/bin) GOFLAGS= $(GO) install honnef.co/go/tools/cmd/staticcheck@$(STATICCHECK_VERSION)
	@mv $(CACHE)/bin/staticcheck $@
