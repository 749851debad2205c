// The original client reads four things from a chain before it sends a query:
// the brokers and their URLs, a stream's metadata, and who may publish to it.
// This JSON-RPC server answers just those calls, so that no chain is needed.
import http from 'node:http'
import { ethers } from 'ethers'

export const NODE_MANAGER = '0x85ac4C8E780eae81Dd538053D596E382495f7Db9'
export const STREAM_REGISTRY = '0x6cCdd5d866ea766f6DF5965aA98DeCCD629ff222'
const CHAIN_ID = 8997

const calls = new ethers.utils.Interface([
  'function nodeAddresses() view returns (address[])',
  'function nodes(address) view returns (uint256 index, string metadata, uint256 lastSeen, address next, address prev, uint256 stake)',
  'function getStreamMetadata(string id) view returns (string)',
  'function hasPermission(string id, address user, uint8 permission) view returns (bool)',
  'function hasPublicPermission(string id, uint8 permission) view returns (bool)'
])

/**
 * @param brokerUrl  the URL that the only registered broker announces
 * @param mayPublish (streamId, address) => boolean
 */
export const startChain = async ({ brokerUrl, mayPublish }) => {
  const broker = '0x00000000000000000000000000000000000000b0'
  const none = ethers.constants.AddressZero
  const answers = {
    nodeAddresses: () => [[broker]],
    nodes: () => [0, JSON.stringify({ http: brokerUrl }), 1, none, none, 1],
    getStreamMetadata: () => [JSON.stringify({ partitions: 1 })],
    hasPermission: ([id, user]) => [mayPublish(id, user.toLowerCase())],
    hasPublicPermission: () => [true]
  }
  const methods = {
    eth_chainId: () => ethers.utils.hexValue(CHAIN_ID),
    net_version: () => String(CHAIN_ID),
    eth_blockNumber: () => '0x1',
    eth_call: ([{ data }]) => {
      const call = calls.parseTransaction({ data })
      return calls.encodeFunctionResult(call.name, answers[call.name](call.args))
    }
  }
  const answer = ({ id, method, params }) => {
    try {
      return { jsonrpc: '2.0', id, result: methods[method](params) }
    } catch (err) {
      return { jsonrpc: '2.0', id, error: { code: -32601, message: `${method}: ${err.message}` } }
    }
  }
  const server = http.createServer(async (req, res) => {
    let body = ''
    for await (const chunk of req) { body += chunk }
    const request = JSON.parse(body)
    res.writeHead(200, { 'Content-Type': 'application/json' })
    res.end(JSON.stringify(Array.isArray(request) ? request.map(answer) : answer(request)))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    chainId: CHAIN_ID,
    stop: () => { server.closeAllConnections(); server.close() }
  }
}
