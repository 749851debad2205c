#!/usr/bin/env bash
# Installs the official clients that the interop tests run (npm, lock files
# committed, no install scripts are run). Does nothing when they are there.
set -euo pipefail
cd "$(dirname "$0")/../test/interop"

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "the interop tests need Node.js 20 or newer with npm; install it and run 'make interop' again" >&2
  exit 1
fi
major=$(node -p 'process.versions.node.split(".")[0]')
if [ "$major" -lt 20 ]; then
  echo "the interop tests need Node.js 20 or newer; this is $(node --version)" >&2
  exit 1
fi

install() {
  local dir=$1 what=$2 size=$3
  local stamp="$dir/node_modules/.installed"
  # The stamp holds what was installed from: another lock file installs anew.
  local want
  want=$(cat "$dir/package.json" "$dir/package-lock.json" stubs/*/* | sha256sum)
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ]; then
    return
  fi
  echo "installing $what with npm ($size in $dir/node_modules, once)"
  if ! (cd "$dir" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error); then
    echo "npm could not install $what; check the network and run 'make interop' again" >&2
    exit 1
  fi
  echo "$want" >"$stamp"
}

install streamr 'the official Streamr SDK and a development chain' '160 MB'
install original 'the original LogStore client' '235 MB'
