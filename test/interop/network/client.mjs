// A peer made of the official SDK.
import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { postFrames } from '../streamr/lib/broker.mjs'
import { clientConfig, descriptor } from './config.mjs'
import { contents, record } from './content.mjs'
import { sdk } from './sdk.mjs'

const identity = (args) => {
  if (args.keyType === 'mldsa') { return { identity: sdk.MLDSAKeyPairIdentity.generate() } }
  if (args.keyType === 'p256') { return { identity: sdk.ECDSAKeyPairIdentity.generate() } }
  return { privateKey: args.privateKey }
}

export class Client {
  #client
  #privateKey
  #subscriptions = new Map()

  async open(args) {
    this.#privateKey = args.privateKey
    this.#client = new sdk.StreamrClient(clientConfig({ ...args, identity: identity(args) }))
    return { user: (await this.#client.getUserId()).toLowerCase() }
  }

  /** Starts the network node if it does not run yet. Proxied clients must not ask this. */
  async nodeId() { return { nodeId: await this.#client.getNodeId() } }

  async subscribe({ sub, stream, partition, resend }) {
    const s = { got: [], errors: [], resent: resend === undefined }
    const subscription = await this.#client.subscribe(
      { streamId: stream, partition, ...(resend === undefined ? {} : { resend }) },
      (content, metadata) => { s.got.push(record(content, metadata)) })
    subscription.on('error', (err) => { s.errors.push(String(err.message).slice(0, 300)) })
    subscription.on('resendCompleted', () => { s.resent = true })
    s.subscription = subscription
    this.#subscriptions.set(sub, s)
    return {}
  }

  async unsubscribe({ sub }) {
    const s = this.#subscriptions.get(sub)
    this.#subscriptions.delete(sub)
    await s.subscription.unsubscribe()
    return {}
  }

  /** What a subscription got so far, as soon as it is `count` or timeoutMs have passed. */
  async received({ sub, count, timeoutMs }) {
    const s = this.#subscriptions.get(sub)
    for (const end = Date.now() + timeoutMs; s.got.length < count && Date.now() < end;) { await delay(20) }
    return { messages: s.got, errors: s.errors, resent: s.resent }
  }

  async publish({ stream, partition, partitionKey, chain, everyMs = 0, ...what }) {
    const target = partition === undefined ? { streamId: stream } : { streamId: stream, partition }
    const published = []
    let due = performance.now()
    for (const content of contents(what)) {
      const metadata = { ...(partitionKey === undefined ? {} : { partitionKey }), ...(chain === undefined ? {} : { msgChainId: chain }) }
      published.push(record(content, await this.#client.publish(target, content, metadata)))
      due += everyMs
      if (everyMs > 0) { await delay(Math.max(0, due - performance.now())) }
    }
    return { messages: published }
  }

  /** Gives all messages of a chain to a broker, and all but some of them to the network. */
  async publishWithGaps({ stream, partition, count, withhold, broker }) {
    const signer = new sdk.MessageSigner(sdk.EthereumKeyPairIdentity.fromPrivateKey(this.#privateKey))
    const user = (await this.#client.getUserId()).toLowerCase()
    const chain = randomBytes(10).toString('hex') // brokers want 20 characters, as the SDK draws them
    const start = Date.now()
    const signed = []
    const published = []
    for (const content of contents({ count })) {
      signed.push(await signer.createSignedMessage({
        messageId: new sdk.MessageID(stream, partition, start + signed.length, 0, user, chain),
        prevMsgRef: signed.at(-1)?.getMessageRef(),
        messageType: sdk.StreamMessageType.MESSAGE,
        content: Buffer.from(JSON.stringify(content)),
        contentType: 0,
        encryptionType: 0
      }, 1)) // ECDSA_SECP256K1_EVM
      published.push(record(content, { timestamp: start + published.length, sequenceNumber: 0, publisherId: user, msgChainId: chain, streamPartition: partition }))
    }
    const res = await postFrames(broker, signed)
    if (res.status !== 200 || res.accepted !== count) { throw new Error(`the broker says ${JSON.stringify(res)}`) }
    for (const [n, message] of signed.entries()) {
      if (!withhold.includes(n)) { await this.#client.getNode().broadcast(message) }
    }
    return { messages: published }
  }

  async join({ stream, partition, neighbours = 0, timeoutMs = 0 }) {
    await this.#client.getNode().join(`${stream}#${partition}`, neighbours > 0 ? { minCount: neighbours, timeout: timeoutMs } : undefined)
    return {}
  }

  async neighbours({ stream, partition }) { return { neighbours: [...await this.#client.getNode().getNeighbors(`${stream}#${partition}`)] } }

  async proxies({ stream, partition, nodes, direction, connections }) {
    const way = direction === undefined ? undefined : sdk.ProxyDirection[direction.toUpperCase()]
    await this.#client.setProxies({ streamId: stream, partition }, nodes.map(descriptor), way, connections)
    return {}
  }

  async inspect({ stream, partition, node }) {
    return { served: await this.#client.inspect(descriptor(node), { streamId: stream, partition }) }
  }

  async changeKey({ stream, how }) {
    await this.#client.updateEncryptionKey({ streamId: stream, distributionMethod: how })
    return {}
  }

  async resend({ stream, partition, query }) {
    const got = []
    for await (const m of await this.#client.resend({ streamId: stream, partition }, query)) { got.push(record(m.content, m)) }
    return { messages: got }
  }

  async assign({ stream, node, waitMs = 0 }) {
    await this.#client.addStreamToStorageNode(stream, node, waitMs > 0 ? { wait: true, timeout: waitMs } : { wait: false })
    return {}
  }

  async close() {
    await this.#client.destroy()
    return {}
  }
}
