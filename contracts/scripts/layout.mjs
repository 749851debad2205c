// Guards the storage of contracts that are upgraded in place. The layout of each one is
// committed in layout/: all ERC-7201 namespaces of the contract and its bases, with every
// struct in them. New namespaces and members at the end of a struct are fine; what moved,
// changed its type or name, or is gone is an error, since it would misread the state
// behind a proxy.
//
//   node scripts/layout.mjs            compares
//   node scripts/layout.mjs --update   rewrites layout/, for a release that means it
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { compile, docOf, isOurs, root, walk } from './lib/sources.mjs'

const require = createRequire(import.meta.url)
const { keccak256 } = createRequire(require.resolve('solc'))('js-sha3')

const problems = []

const slotOf = (namespace) => {
  const inner = (BigInt('0x' + keccak256(namespace)) - 1n).toString(16).padStart(64, '0')
  return '0x' + keccak256(Buffer.from(inner, 'hex')).slice(0, -2) + '00'
}

// --- what the sources say ---

const { output } = compile({ '*': { '': ['ast'], '*': ['storageLayout'] } })
const byId = new Map() // contracts by their id in the syntax tree
const enums = {}
for (const [path, { ast }] of Object.entries(output.sources)) {
  walk(ast, (node) => {
    if (node.nodeType === 'ContractDefinition') byId.set(node.id, { path, node })
    if (node.nodeType === 'EnumDefinition') enums[`enum ${node.canonicalName}`] = node.members.map((m) => m.name)
  })
}
// Whatever we deploy behind a proxy that it upgrades itself.
const isUpgradeable = ({ path, node }) =>
  isOurs(path) && !node.abstract && node.linearizedBaseContracts.some((id) => byId.get(id).node.name === 'UUPSUpgradeable')
const contracts = [...byId.values()].filter(isUpgradeable).map(({ node }) => node.name).sort()
const definition = (name) => [...byId.values()].find(({ path, node }) => isOurs(path) && node.name === name)

// The namespaces of a contract: [{ namespace, struct: 'Base.Struct', path, base }].
const namespacesOf = (name) => {
  const found = []
  for (const id of definition(name).node.linearizedBaseContracts) {
    const { path, node } = byId.get(id)
    for (const struct of node.nodes.filter((n) => n.nodeType === 'StructDefinition')) {
      const m = docOf(struct).match(/@custom:storage-location\s+erc7201:(\S+)/)
      if (!m) continue
      found.push({ namespace: m[1], struct: struct.canonicalName, path, base: node.name })
      const constants = node.nodes.filter((n) => n.constant).map((n) => n.value.value?.toLowerCase())
      if (isOurs(path) && !constants.includes(slotOf(m[1]))) {
        problems.push(`${node.name}: no constant says ${slotOf(m[1])}, the slot of ${m[1]}`)
      }
    }
  }
  return found.sort((a, b) => (a.namespace < b.namespace ? -1 : 1))
}

// Solidity lays out the structs only where they are variables, so they are made variables
// of contracts that are never deployed.
const spaces = Object.fromEntries(contracts.map((name) => [name, namespacesOf(name)]))
const imports = new Map(Object.values(spaces).flat().map(({ path, base }) => [base, path]))
const harness =
  'pragma solidity ^0.8.0;\n' +
  [...imports].map(([base, path]) => `import {${base}} from "${path}";\n`).join('') +
  contracts
    .map((name) => `contract ${name}Layout {\n${spaces[name].map(({ struct }, i) => `  ${struct} v${i};\n`).join('')}}\n`)
    .join('')
const laidOut = compile({ 'layout.sol': { '*': ['storageLayout'] } }, { 'layout.sol': { content: harness } }).output

// --- layouts in a form that does not depend on the numbers of a compiler run ---

const describe = (id, types) => {
  const type = types[id]
  const described = { type: type.label }
  if (enums[type.label]) described.names = enums[type.label]
  if (type.encoding === 'mapping') described.value = describe(type.value, types)
  else if (type.base) described.element = { ...describe(type.base, types), bytes: Number(types[type.base].numberOfBytes) }
  else if (type.members) described.members = type.members.map((m) => member(m, 0n, types))
  return described
}
const member = ({ label, slot, offset, type }, base, types) => ({
  name: label,
  slot: Number(BigInt(slot) - base),
  offset,
  ...describe(type, types)
})
const layoutOf = (name) => {
  const plain = output.contracts[definition(name).path][name].storageLayout.storage
  for (const { label } of plain) problems.push(`${name}.${label}: lies outside of the ERC-7201 namespaces`)
  const { storage, types } = laidOut.contracts['layout.sol'][`${name}Layout`].storageLayout
  return Object.fromEntries(spaces[name].map(({ namespace }, i) => [namespace, describe(storage[i].type, types)]))
}

// --- comparing ---

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)
const compare = (where, old, now) => {
  if (!now) return problems.push(`${where}: is gone`)
  for (const key of ['type', 'slot', 'offset', 'bytes']) {
    if (!same(old[key], now[key])) problems.push(`${where}: ${key} was ${old[key]}, is ${now[key]}`)
  }
  if (old.names && !same(old.names, now.names?.slice(0, old.names.length))) {
    problems.push(`${where}: the names of ${old.type} changed other than at the end`)
  }
  if (old.value) compare(`${where}[]`, old.value, now.value)
  if (old.element) compare(`${where}[]`, old.element, now.element)
  for (const [i, m] of (old.members ?? []).entries()) {
    const candidate = now.members?.[i]
    compare(`${where}.${m.name}`, m, candidate?.name === m.name ? candidate : undefined)
  }
}

const update = process.argv.includes('--update')
mkdirSync(join(root, 'layout'), { recursive: true })
for (const name of contracts) {
  const file = join(root, 'layout', `${name}.json`)
  const now = layoutOf(name)
  if (update) {
    writeFileSync(file, JSON.stringify(now, null, 2) + '\n')
    continue
  }
  let old
  try {
    old = JSON.parse(readFileSync(file, 'utf8'))
  } catch (err) {
    problems.push(`${name}: ${err.message}; write it with --update`)
    continue
  }
  for (const [namespace, layout] of Object.entries(old)) compare(`${name}: ${namespace}`, layout, now[namespace])
}
for (const p of problems) console.error(p)
if (problems.length > 0) process.exit(1)
console.log(update ? 'layout/ rewritten' : `storage of ${contracts.length} contracts is as committed, or appended to`)
