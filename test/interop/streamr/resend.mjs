// The official Streamr SDK reads from our broker as if it were a Streamr storage
// node, and what the SDK signs is stored by our broker.
//
// Standard input: { url, privateKey, path, messages: [{ timestamp, sequenceNumber, chain, n }] }.
// The messages are in the broker already, signed by our own code with that key,
// on partition 0 of the stream <address of the key><path>; content is { n }.
import './lib/loopback.mjs'
import {
  ECDSAKeyPairIdentity, EncryptionKey, EthereumKeyPairIdentity, MessageID, MessageSigner, MLDSAKeyPairIdentity,
  StreamMessage, StreamMessageType, StreamPermission
} from '@streamr/sdk'
import { Wallet } from 'ethers'
import { Checks, readInput } from '../checks.mjs'
import { postFrames, postLines, readObjects } from './lib/broker.mjs'
import { freePort, fund, startChain } from './lib/chain.mjs'
import { createClient, entryPoint } from './lib/client.mjs'
import { startGraph } from './lib/graph.mjs'

const { url, privateKey, path, messages } = await readInput()
const checks = new Checks(120_000)
const chain = await startChain()
const graph = await startGraph(chain)
checks.step('chain, contracts and index')

// The publisher is a network of its own: messages it signs reach the broker only by HTTP.
const entry = entryPoint('e1'.repeat(20), await freePort())
const owner = new Wallet(privateKey)
const nodeOperator = Wallet.createRandom()
await fund(chain, owner.address)
await fund(chain, nodeOperator.address)
const publisher = createClient({ chain, graph, entry, serve: true, auth: { privateKey } })
const operator = createClient({ chain, graph, entry, auth: { privateKey: nodeOperator.privateKey } })
const readerWallet = Wallet.createRandom()
const reader = createClient({ chain, graph, entry, auth: { privateKey: readerWallet.privateKey } })
await operator.setStorageNodeMetadata({ urls: [url] })

const createStored = async (streamPath, permission) => {
  const stream = await publisher.createStream({ id: streamPath, partitions: 1 })
  await stream.grantPermissions({ ...permission, permissions: [StreamPermission.SUBSCRIBE] })
  await stream.addToStorageNode(nodeOperator.address, { wait: false })
  return stream.id
}
const open = await createStored(path, { public: true })
checks.step('stream made and assigned to the broker')

const resend = async (streamId, options) => {
  const got = []
  for await (const message of await reader.resend(streamId, options)) { got.push(message.content) }
  return got
}
const numbers = async (options) => (await resend(open, options)).map((content) => content.n)
const expected = (keep) => messages.filter(keep).map((m) => m.n)
const all = expected(() => true)
const middle = messages[Math.floor(messages.length / 2)]
const late = messages[Math.floor(messages.length * 3 / 4)]
const newest = messages.at(-1)
const atLeast = (m, ts, seq) => m.timestamp > ts || (m.timestamp === ts && m.sequenceNumber >= seq)
const atMost = (m, ts, seq) => m.timestamp < ts || (m.timestamp === ts && m.sequenceNumber <= seq)

// 1. Signed by our code, read and checked by the SDK.
await checks.equal('last 7', () => numbers({ last: 7 }), all.slice(-7))
await checks.equal('last 1000', () => numbers({ last: 1000 }), all)
await checks.equal('last 0', () => numbers({ last: 0 }), [])
await checks.equal('from', () => numbers({ from: { timestamp: middle.timestamp } }), expected((m) => m.timestamp >= middle.timestamp))
await checks.equal('from with a sequence number', () => numbers({ from: { timestamp: middle.timestamp, sequenceNumber: 1 } }),
  expected((m) => atLeast(m, middle.timestamp, 1)))
await checks.equal('from of one publisher', () => numbers({ from: { timestamp: middle.timestamp }, publisherId: owner.address }),
  expected((m) => m.timestamp >= middle.timestamp))
await checks.equal('from of another publisher', () => numbers({ from: { timestamp: middle.timestamp }, publisherId: readerWallet.address }), [])
await checks.equal('range', () => numbers({ from: { timestamp: middle.timestamp }, to: { timestamp: late.timestamp } }),
  expected((m) => m.timestamp >= middle.timestamp && m.timestamp <= late.timestamp))
await checks.equal('range with sequence numbers',
  () => numbers({ from: { timestamp: middle.timestamp, sequenceNumber: 1 }, to: { timestamp: late.timestamp, sequenceNumber: 0 } }),
  expected((m) => atLeast(m, middle.timestamp, 1) && atMost(m, late.timestamp, 0)))
await checks.equal('range of one publisher and chain',
  () => numbers({ from: { timestamp: 0 }, to: { timestamp: newest.timestamp }, publisherId: owner.address, msgChainId: messages[0].chain }),
  expected((m) => m.chain === messages[0].chain))
await checks.equal('range of another chain',
  () => numbers({ from: { timestamp: 0 }, to: { timestamp: newest.timestamp }, publisherId: owner.address, msgChainId: 'x'.repeat(20) }), [])
await checks.equal('from the future', () => numbers({ from: { timestamp: newest.timestamp + 1e9 } }), [])

// 2. Signed by the SDK, checked and stored by our broker, read back by the SDK.
const signed = []
const publish = async (streamId, content) => {
  const message = await publisher.publish(streamId, content)
  signed.push(message)
  return message.streamMessage
}
const batch = async (from, to) => {
  const list = []
  for (let n = from; n < to; n++) { list.push(await publish(open, { n })) }
  return list
}
const asFrames = await batch(1000, 1010)
const asLines = await batch(1010, 1020)
const accepted = (n) => ({ status: 200, accepted: n, duplicates: 0, rejected: 0, results: [] })
await checks.equal('the broker takes what the SDK signed, binary', () => postFrames(url, asFrames), accepted(10))
await checks.equal('the broker takes what the SDK signed, NDJSON', () => postLines(url, asLines), accepted(10))
await checks.equal('the same again is a duplicate', () => postFrames(url, asFrames), { ...accepted(0), duplicates: 10 })
await checks.equal('the SDK finds its message stored', () => publisher.waitForStorage(signed.at(-1), { interval: 100, timeout: 5000 }), undefined)
const after = Array.from({ length: 20 }, (_, i) => 1000 + i)
await checks.equal('last, over both', () => numbers({ last: 25 }), [...all.slice(-5), ...after])

// 3. A changed message is refused, so that no subscriber ever has to.
const honest = await publish(open, { n: 2000 })
const forged = new StreamMessage({ ...honest, content: Buffer.from('{"n":2001}') })
await checks.equal('a changed message is refused', async () => {
  const answer = await postLines(url, [honest, forged])
  return [answer.status, answer.accepted, answer.rejected, answer.results.map((r) => [r.index, r.status, r.code])]
}, [207, 1, 1, [[1, 'rejected', 'invalid_signature']]])
await checks.equal('and not served', () => numbers({ last: 2 }), [1019, 2000])

// 4. Binary content.
const bytes = Uint8Array.from([0, 255, 1, 10, 13, 34, 128])
const binary = await createStored('/binary', { public: true })
const binaryMessage = await publish(binary, bytes)
await checks.equal('the broker takes binary content', () => postLines(url, [binaryMessage]), accepted(1))
await checks.equal('binary content comes back', async () => (await resend(binary, { last: 1 })).map((c) => [...c]), [[...bytes]])

// 5. Encrypted: the broker keeps what it cannot read, the SDK decrypts it. The key changes on the way.
const secret = await createStored('/secret', { userId: readerWallet.address })
const first = EncryptionKey.generate()
await publisher.updateEncryptionKey({ streamId: secret, distributionMethod: 'rekey', key: first })
const encrypted = [await publish(secret, { secret: 1 }), await publish(secret, { secret: 2 })]
await publisher.updateEncryptionKey({ streamId: secret, distributionMethod: 'rotate' })
encrypted.push(await publish(secret, { secret: 3 }), await publish(secret, { secret: 4 }))
await checks.equal('a message announces the next key', async () => encrypted.map((m) => m.newGroupKey !== undefined), [false, false, true, false])
await checks.equal('the broker takes encrypted content, NDJSON', () => postLines(url, encrypted.slice(0, 3)), accepted(3))
await checks.equal('the broker takes encrypted content, binary', () => postFrames(url, encrypted.slice(3)), accepted(1))
await checks.equal('the broker shows encrypted content as it is', async () => {
  const { messages: shown } = await readObjects(url, secret, 'last?count=10', readerWallet)
  return shown.map((m) => [m.content, m.encryptionType, m.groupKeyId])
}, encrypted.map((m) => [Buffer.from(m.content).toString('hex'), 2, m.groupKeyId]))
await reader.addEncryptionKey(first, owner.address)
await checks.equal('the SDK decrypts it', () => resend(secret, { last: 10 }), [{ secret: 1 }, { secret: 2 }, { secret: 3 }, { secret: 4 }])

// 6. Every kind of key that the SDK signs with. These publishers have no Ethereum account; the owner permits them.
const shared = await createStored('/shared', { public: true })
const identities = [EthereumKeyPairIdentity.generate(), ECDSAKeyPairIdentity.generate(), MLDSAKeyPairIdentity.generate()]
const start = Date.now()
const byAll = []
for (const [n, identity] of identities.entries()) {
  const user = await identity.getUserId()
  await publisher.grantPermissions(shared, { userId: user, permissions: [StreamPermission.PUBLISH] })
  byAll.push(await new MessageSigner(identity).createSignedMessage({
    messageId: new MessageID(shared, 0, start + n, 0, user, 'abcdefghijklmnopqrst'),
    messageType: StreamMessageType.MESSAGE,
    content: Buffer.from(JSON.stringify({ n })),
    contentType: 0,
    encryptionType: 0
  }, identity.getSignatureType()))
}
await checks.equal('the broker takes secp256k1, P-256 and ML-DSA-87, NDJSON', () => postLines(url, byAll.slice(0, 2)), accepted(2))
await checks.equal('the broker takes secp256k1, P-256 and ML-DSA-87, binary', () => postFrames(url, byAll), { ...accepted(1), duplicates: 2 })
// The SDK yields messages of several publishers as it gets done with their signatures.
await checks.equal('the SDK reads them', async () => (await resend(shared, { last: 10 })).map((c) => c.n).sort(), [0, 1, 2])

// 7. A subscriber over the network misses a message and fetches it from the broker.
const signer = new MessageSigner(EthereumKeyPairIdentity.fromPrivateKey(privateKey))
const chained = []
for (let n = 0; n < 5; n++) {
  chained.push(await signer.createSignedMessage({
    messageId: new MessageID(open, 0, Date.now() + n, 0, owner.address.toLowerCase(), 'gapgapgapgapgapgapga'),
    prevMsgRef: chained.at(-1)?.getMessageRef(),
    messageType: StreamMessageType.MESSAGE,
    content: Buffer.from(JSON.stringify({ n: 3000 + n })),
    contentType: 0,
    encryptionType: 0
  }, honest.signatureType))
}
await postFrames(url, chained)
const live = []
let enough
const received = new Promise((resolve) => { enough = resolve })
await reader.subscribe(open, ({ n }) => {
  if (n >= 3000) { live.push(n) } // what the publisher said before comes over the network as well
  if (n === 3004) { enough() }
})
await reader.getNode().join(`${open}#0`, { minCount: 1, timeout: 15_000 })
for (const n of [0, 1, 4]) { await publisher.getNode().broadcast(chained[n]) }
await checks.equal('the SDK fills a gap from the broker', async () => {
  await received
  return live
}, [3000, 3001, 3002, 3003, 3004])

await Promise.all([publisher.destroy(), operator.destroy(), reader.destroy()])
graph.stop()
await chain.stop()
checks.end()
