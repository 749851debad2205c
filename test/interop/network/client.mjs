// A peer made of the official SDK.
import { setTimeout as delay } from 'node:timers/promises'
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
  #subscriptions = new Map()

  async open(args) {
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
