#!/usr/bin/env bash
# Fails when a Go file of the project is not formatted, and names it.
# With -list it only prints the Go files of the project.
set -euo pipefail
cd "$(dirname "$0")/.."

files() {
  find . \( -name .git -o -name .cache -o -name node_modules -o -name bin \) -prune -o -name '*.go' -print
}

if [ "${1:-}" = "-list" ]; then
  files
  exit 0
fi
bad=$(files | xargs gofmt -l)
if [ -n "$bad" ]; then
  echo "not formatted (run 'make fmt'):" >&2
  echo "$bad" >&2
  exit 1
fi
