// What the checks of the contracts share: reading the sources, compiling them with the
// pinned compiler, and walking over the syntax tree.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import solc from 'solc'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const require = createRequire(import.meta.url)
// Contracts for development chains only are not held to what these checks ask.
const left = ['src/devnet/']

/** Whether a source is one of ours that is deployed for good. */
export const isOurs = (path) => path.startsWith('src/') && !left.some((folder) => path.startsWith(folder))

const ownSources = () => {
  const sources = {}
  for (const entry of readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.sol')) continue
    const path = relative(root, join(entry.parentPath ?? entry.path, entry.name))
    if (isOurs(path)) sources[path] = { content: readFileSync(join(root, path), 'utf8') }
  }
  return sources
}

/**
 * Compiles our contracts and further sources; leaves the process when that fails.
 * Paths of further sources are relative to the root of the contracts.
 */
export const compile = (outputSelection, further = {}) => {
  const settings = JSON.parse(readFileSync(join(root, 'scripts/settings.json'), 'utf8'))
  const input = {
    language: 'Solidity',
    sources: { ...ownSources(), ...further },
    settings: { ...settings, outputSelection }
  }
  const read = (path) => {
    try {
      return { contents: readFileSync(require.resolve(path), 'utf8') }
    } catch (err) {
      return { error: err.message }
    }
  }
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: read }))
  const errors = (output.errors ?? []).filter((e) => e.severity === 'error')
  for (const e of errors) console.error(e.formattedMessage)
  if (errors.length > 0) process.exit(1)
  return { output }
}

/** The NatSpec text of a node of the syntax tree, '' when it has none. */
export const docOf = (node) => node.documentation?.text ?? ''

/** Calls visit(node, parents) for every node of a syntax tree. */
export const walk = (node, visit, parents = []) => {
  if (Array.isArray(node)) return node.forEach((n) => walk(n, visit, parents))
  if (node === null || typeof node !== 'object') return
  if (node.nodeType) {
    visit(node, parents)
    parents = [...parents, node]
  }
  for (const [key, child] of Object.entries(node)) {
    if (key !== 'documentation') walk(child, visit, parents)
  }
}
