#!/usr/bin/env bash
# Compiles the contracts anew and compares the bindings byte for byte with those that
# are committed. Needs npm; everything it writes goes to .cache/.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=.cache/contracts-check
mkdir -p "$out"
[ -d contracts/node_modules ] || (cd contracts && npm ci --ignore-scripts --no-audit --no-fund)
node contracts/scripts/build.mjs "$out/build.json"
rm -rf "$out/bindings" && mkdir "$out/bindings"
${GO:-go} run ./contracts/internal/gen -in "$out/build.json" -out "$out/bindings"
for f in contracts/bindings*.go "$out"/bindings/*; do
	case "$f" in *_test.go) continue ;; esac
	name=$(basename "$f")
	if ! cmp -s "$out/bindings/$name" "contracts/$name"; then
		echo "contracts/$name is not what the compiler makes of the contracts: run 'make contracts'" >&2
		exit 1
	fi
done
echo "the bindings are current"
