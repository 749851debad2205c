#!/usr/bin/env bash
# Writes internal/streamr/wire/*.pb.go from the .proto files beside them. Needs protoc
# (Debian: protobuf-compiler); installs the Go plug-in into .cache/bin.
set -euo pipefail
cd "$(dirname "$0")/.."

version=v1.36.12
bin=$PWD/.cache/bin
if ! command -v protoc >/dev/null; then
  echo "protoc is needed to change the wire format: install Debian's protobuf-compiler" >&2
  exit 1
fi
mkdir -p "$bin"
GOBIN=$bin GOFLAGS='' go install "google.golang.org/protobuf/cmd/protoc-gen-go@$version"
cd internal/streamr/wire
protoc -I . --plugin="protoc-gen-go=$bin/protoc-gen-go" --go_out=. --go_opt=paths=source_relative ./*.proto
