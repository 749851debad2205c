// Compiles the contracts with the pinned compiler and writes what the Go bindings
// are made from: one JSON file with ABI, creation code and storage layout of each
// contract in src/, and of the proxy they stand behind. Fails when a contract is too
// large for a chain.
//
//   node scripts/build.mjs OUT.json
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import solc from 'solc'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)
const settings = JSON.parse(readFileSync(join(root, 'scripts/settings.json'), 'utf8'))

// Contracts of libraries that are deployed as they are.
const fromLibraries = ['@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol']

const sources = {}
const walk = (dir) => {
  for (const entry of readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) walk(path)
    else if (entry.name.endsWith('.sol')) sources[relative(root, path)] = { content: readFileSync(path, 'utf8') }
  }
}
walk(join(root, 'src'))
const ours = new Set(Object.keys(sources))
for (const path of fromLibraries) sources[path] = { content: readFileSync(require.resolve(path), 'utf8') }

const input = {
  language: 'Solidity',
  sources,
  settings: {
    ...settings,
    metadata: { bytecodeHash: 'none', appendCBOR: false },
    outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object', 'storageLayout', 'devdoc', 'userdoc'] } }
  }
}
const output = JSON.parse(solc.compile(JSON.stringify(input), {
  import: (path) => {
    try {
      return { contents: readFileSync(require.resolve(path), 'utf8') }
    } catch (err) {
      return { error: err.message }
    }
  }
}))
// The name of a function that clients call cannot be changed, though a later compiler
// will want the word for itself.
const known = (e) => e.message.startsWith('"leave" will be promoted to keyword')
const problems = (output.errors ?? []).filter((e) => e.severity === 'error' || (ours.has(e.sourceLocation?.file) && !known(e)))
for (const e of problems) console.error(e.formattedMessage)
if (problems.length > 0) process.exit(1)

// EIP-170: what a chain takes as the code of one contract.
const maxRuntimeBytes = 24576

const contracts = {}
let ok = true
const complain = (text) => {
  console.error(text)
  ok = false
}
for (const path of [...ours, ...fromLibraries]) {
  for (const [name, c] of Object.entries(output.contracts[path] ?? {})) {
    if (contracts[name]) complain(`${name} is declared in ${contracts[name].source} and in ${path}: rename one of them`)
    const runtimeBytes = c.evm.deployedBytecode.object.length / 2
    if (runtimeBytes > maxRuntimeBytes) complain(`${name} has ${runtimeBytes} bytes of code, at most ${maxRuntimeBytes} can be deployed`)
    contracts[name] = {
      source: path,
      abi: c.abi,
      creation: c.evm.bytecode.object, // empty: an interface or an abstract contract
      runtimeBytes,
      storage: (c.storageLayout?.storage ?? []).map(({ label, offset, slot, type }) => ({ label, offset, slot, type: c.storageLayout.types[type].label }))
    }
  }
}
if (!ok) process.exit(1)
writeFileSync(process.argv[2], JSON.stringify({ compiler: solc.version(), contracts }, null, 1) + '\n')
