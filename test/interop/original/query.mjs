// Queries our broker with the original LogStore client, as published.
//
// Standard input: { url, streamId, publisher, messages: [{ timestamp, sequenceNumber, chain, n }] }.
// The messages are in the broker, on partition 0, in this order; content is { n },
// n being the message's place in the list.
// Exit code 0 when the client yields exactly what it should for every query.
import LogStoreClient from '@logsn/client'
import { ethers } from 'ethers'
import { NODE_MANAGER, STREAM_REGISTRY, startChain } from './chain.mjs'
import { Checks, readInput } from '../checks.mjs'

const input = await readInput()
const { url, streamId, messages, publisher } = input
const checks = new Checks(60_000)
const refused = new Set()
const chain = await startChain({
  brokerUrl: url,
  mayPublish: (id, user) => id === streamId && user === publisher && !refused.has(id)
})

const createClient = () => {
  const config = structuredClone(LogStoreClient.CONFIG_TEST)
  const rpcs = { name: 'streamr', chainId: chain.chainId, rpcs: [{ url: chain.url, timeout: 5000 }] }
  return new LogStoreClient({
    ...config,
    logLevel: 'silent',
    auth: { privateKey: ethers.Wallet.createRandom().privateKey },
    network: { ...config.network, trackers: [], iceServers: [] },
    contracts: {
      ...config.contracts,
      streamRegistryChainAddress: STREAM_REGISTRY,
      logStoreNodeManagerChainAddress: NODE_MANAGER,
      mainChainRPCs: rpcs,
      streamRegistryChainRPCs: rpcs
    }
  })
}

const client = createClient()
// This client works on every message chain for itself: it keeps the order of each,
// but not the order between two.
const byChain = (list) => {
  const chains = {}
  for (const { chain, n } of list) { (chains[chain] ??= []).push(n) }
  return chains
}
const query = async (options) => {
  const got = []
  for await (const message of await client.query({ streamId, partition: 0 }, options)) {
    got.push(messages[message.content.n])
  }
  return byChain(got)
}
const numbers = (keep) => byChain(messages.filter(keep))
const all = messages.map((m) => m.n)
const first = messages[0]
const middle = messages[Math.floor(messages.length / 2)]
const last = messages.at(-1)

await checks.equal('last 7', () => query({ last: 7 }), byChain(messages.slice(-7)))
await checks.equal('last 1000', () => query({ last: 1000 }), byChain(messages))
await checks.equal('from a timestamp', () => query({ from: { timestamp: middle.timestamp } }),
  numbers((m) => m.timestamp >= middle.timestamp))
await checks.equal('from a timestamp and a sequence number',
  () => query({ from: { timestamp: middle.timestamp, sequenceNumber: 1 } }),
  numbers((m) => m.timestamp > middle.timestamp || (m.timestamp === middle.timestamp && m.sequenceNumber >= 1)))
// This client always sends toSequenceNumber=0 when the caller gives none; that means "no bound".
await checks.equal('range', () => query({ from: { timestamp: first.timestamp + 1 }, to: { timestamp: middle.timestamp } }),
  numbers((m) => m.timestamp > first.timestamp && m.timestamp <= middle.timestamp))
await checks.equal('range of one publisher and chain',
  () => query({ from: { timestamp: first.timestamp }, to: { timestamp: last.timestamp }, publisherId: publisher, msgChainId: first.chain }),
  numbers((m) => m.chain === first.chain))
await checks.equal('range of a chain that is not there',
  () => query({ from: { timestamp: first.timestamp }, to: { timestamp: last.timestamp }, publisherId: publisher, msgChainId: 'x'.repeat(20) }), {})
await checks.equal('from the future', () => query({ from: { timestamp: last.timestamp + 1 } }), {})

// The HTTP interface as the original's documentation shows it: URL and header made by the client.
const { token } = await client.apiAuth()
const nodeUrl = await client.createQueryUrl(url, { streamId, partition: 0 }, 'last', { count: 3, format: 'object' })
await checks.equal('HTTP, objects', async () => {
  const res = await fetch(nodeUrl, { headers: { Authorization: `Basic ${token}` } })
  const body = await res.json()
  return {
    status: res.status,
    contents: body.messages.map((m) => m.content.n),
    ids: body.messages.map((m) => [m.metadata.id.streamId, m.metadata.id.streamPartition, m.metadata.id.timestamp, m.metadata.id.sequenceNumber]),
    metadata: [body.metadata.type, body.metadata.hasNext, body.metadata.totalMessages]
  }
}, {
  status: 200,
  contents: all.slice(-3),
  ids: messages.slice(-3).map((m) => [streamId, 0, m.timestamp, m.sequenceNumber]),
  metadata: ['metadata', false, 3]
})
await checks.equal('HTTP, text lines, in order', async () => {
  const rawUrl = await client.createQueryUrl(url, { streamId, partition: 0 }, 'from', { fromTimestamp: first.timestamp, format: 'raw' })
  const res = await fetch(rawUrl, { headers: { Authorization: `Basic ${token}` } })
  const lines = (await res.text()).split('\n').map((line) => JSON.parse(line))
  return { numbers: lines.slice(0, -1).map((line) => JSON.parse(line[7]).n), metadata: lines.at(-1).totalMessages }
}, { numbers: all, metadata: all.length })
await checks.equal('HTTP, somebody else’s signature', async () => {
  const [user] = Buffer.from(token, 'base64').toString().split(':')
  const signature = await ethers.Wallet.createRandom().signMessage(user)
  const res = await fetch(nodeUrl, { headers: { Authorization: `Basic ${Buffer.from(`${user}:${signature}`).toString('base64')}` } })
  return res.status
}, 403)

await client.destroy()

// What the client refuses shows that it does check: the same data, but the
// chain does not let the publisher write to this stream any more.
refused.add(streamId)
const doubter = createClient()
await checks.equal('a publisher without permission is not believed', async () => {
  const got = []
  try {
    for await (const message of await doubter.query({ streamId, partition: 0 }, { last: 5 })) { got.push(message.content.n) }
  } catch (err) {
    return /publisher|permission/i.test(err.message) ? [] : String(err)
  }
  return got
}, [])
await doubter.destroy()
chain.stop()
checks.end()
