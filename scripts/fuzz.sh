#!/usr/bin/env bash
# Runs every fuzz target of the project for FUZZTIME (default 10s) each.
# A failing input is left in the package's testdata/fuzz: commit it with the fix.
set -euo pipefail
cd "$(dirname "$0")/.."
GO=${GO:-go}
FUZZTIME=${FUZZTIME:-10s}

count=0
while IFS=: read -r file _ line; do
  name=$(sed -E 's/^func (Fuzz[A-Za-z0-9_]*)\(.*/\1/' <<<"$line")
  dir=$(dirname "$file")
  echo "== $dir $name ($FUZZTIME)"
  "$GO" test -run '^$' -fuzz "^$name\$" -fuzztime "$FUZZTIME" "$dir"
  count=$((count + 1))
done < <(grep -rnE --include='*_test.go' --exclude-dir=node_modules --exclude-dir=.cache '^func Fuzz[A-Za-z0-9_]*\(' . | sort)

if [ "$count" -eq 0 ]; then
  echo "no fuzz target was found" >&2
  exit 1
fi
echo "$count fuzz targets ran, none failed"
