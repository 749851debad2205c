#!/usr/bin/env node
// The pinned compiler in the clothes of the native one, as far as forge asks:
// `--version`, and standard JSON on standard input.
import { readFileSync } from 'node:fs'
import solc from 'solc'

if (process.argv.includes('--version')) {
  console.log(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}`)
} else {
  process.stdout.write(solc.compile(readFileSync(0, 'utf8')))
}
