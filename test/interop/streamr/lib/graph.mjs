// Before a resend the SDK asks an index, by GraphQL, which storage nodes keep a
// stream, and how far the index has come. This server answers just these two
// questions, from the chain's event log.
import http from 'node:http'
import { Interface } from 'ethers'
import { storageRegistryAbi } from './chain.mjs'

const STORAGE_NODES_OF = /stream \(id: "([^"]+)"\).*storageNodes.*id_gt: "([^"]*)"/s

export const startGraph = async (chain) => {
  const events = new Interface(storageRegistryAbi())

  const storageNodesOf = async (streamId) => {
    const logs = await chain.provider.getLogs({ address: chain.contracts.streamStorageRegistry, fromBlock: 0, toBlock: 'latest' })
    const nodes = new Set()
    for (const event of logs.map((log) => events.parseLog(log))) {
      if (event?.args[0] !== streamId) { continue }
      const node = event.args[1].toLowerCase()
      if (event.name === 'Added') { nodes.add(node) }
      if (event.name === 'Removed') { nodes.delete(node) }
    }
    return [...nodes].sort()
  }

  const answer = async (query) => {
    if (query.includes('_meta')) { return { _meta: { block: { number: await chain.provider.getBlockNumber() } } } }
    const asked = STORAGE_NODES_OF.exec(query)
    if (asked === null) { throw new Error(`not a question that the tests expect: ${query}`) }
    const [, id, after] = asked
    const nodes = (await storageNodesOf(id)).filter((node) => node > after)
    return { stream: { id, metadata: '', storageNodes: nodes.map((node) => ({ id: node, metadata: '', lastSeen: '1' })) } }
  }

  const server = http.createServer(async (req, res) => {
    let body = ''
    for await (const chunk of req) { body += chunk }
    res.writeHead(200, { 'Content-Type': 'application/json' })
    try {
      res.end(JSON.stringify({ data: await answer(JSON.parse(body).query) }))
    } catch (err) {
      res.end(JSON.stringify({ errors: [{ message: err.message }] }))
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stop: () => { server.closeAllConnections(); server.close() }
  }
}
