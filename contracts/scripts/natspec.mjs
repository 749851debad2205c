// Fails when something of the contracts that others see is not described: each contract
// and interface needs a @title and a @notice or @dev; each public or external function, public
// variable, event and error a @notice, a @param for every parameter and a @return for
// every value.
//
//   node scripts/natspec.mjs
import { compile, docOf, isOurs, walk } from './lib/sources.mjs'

const tags = (text) => {
  const found = { params: new Set(), returns: 0 }
  for (const line of text.split('\n').map((l) => l.replace(/^[\s*/]+/, ''))) {
    const m = line.match(/^@(\w+)\s*(\S*)/)
    if (!m) continue
    if (m[1] === 'param') found.params.add(m[2])
    else if (m[1] === 'return') found.returns++
    else found[m[1]] = true
  }
  return found
}

const missing = []
const look = (node, where, { params = [], returns = [] }) => {
  const doc = tags(docOf(node))
  if (doc.inheritdoc) return
  if (!doc.notice) missing.push(`${where}: no @notice`)
  for (const p of params) {
    if (p.name !== '' && !doc.params.has(p.name)) missing.push(`${where}: no @param ${p.name}`)
  }
  if (doc.returns < returns.length) missing.push(`${where}: ${doc.returns} of ${returns.length} @return`)
}

let looked = 0
const { output } = compile({ '*': { '': ['ast'] } })
for (const [path, { ast }] of Object.entries(output.sources)) {
  if (!isOurs(path)) continue
  walk(ast, (node, parents) => {
    const contract = parents.findLast((p) => p.nodeType === 'ContractDefinition')
    const where = `${path}: ${contract ? contract.name + '.' : ''}${node.name || node.kind}`
    switch (node.nodeType) {
      case 'ContractDefinition': {
        if (node.contractKind === 'library') return
        const doc = tags(docOf(node))
        if (!doc.title || !(doc.notice || doc.dev)) missing.push(`${where}: no @title, or neither @notice nor @dev`)
        break
      }
      case 'FunctionDefinition':
        // Library functions that are internal, constructors and hooks are no interface.
        if (!['public', 'external'].includes(node.visibility) || node.kind !== 'function') return
        look(node, where, { params: node.parameters.parameters, returns: node.returnParameters.parameters })
        break
      case 'VariableDeclaration':
        if (!node.stateVariable || node.visibility !== 'public') return
        look(node, where, {})
        break
      case 'EventDefinition':
      case 'ErrorDefinition':
        look(node, where, { params: node.parameters.parameters })
        break
      default:
        return
    }
    looked++
  })
}
for (const m of missing) console.error(m)
if (missing.length > 0) process.exit(1)
console.log(`${looked} descriptions are whole`)
