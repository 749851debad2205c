// Stands in for a broker that joins the stream parts it keeps: a client of the official
// network that uploads each content message it sees to a broker, over HTTP and as it
// came, and waits for the broker's word that it is stored.
import { postFrames } from '../streamr/lib/broker.mjs'
import { clientConfig } from './config.mjs'
import { sdk } from './sdk.mjs'

export class Bridge {
  #client
  #queue = []
  #stored = new Map() // stream part → count
  #failed = []
  #busy = Promise.resolve()

  async open(args) {
    this.#client = new sdk.StreamrClient(clientConfig({ ...args, identity: { privateKey: args.privateKey } }))
    const node = this.#client.getNode()
    node.addMessageListener((message) => {
      if (message.messageType !== sdk.StreamMessageType.MESSAGE) { return }
      this.#queue.push(message)
      this.#busy = this.#busy.then(() => this.#upload(args.broker))
    })
    return {}
  }

  async #upload(broker) {
    const messages = this.#queue.splice(0, 200)
    if (messages.length === 0) { return }
    const res = await postFrames(broker, messages)
    if (res.status !== 200 || res.rejected > 0) {
      this.#failed.push(JSON.stringify(res).slice(0, 500))
      return
    }
    for (const m of messages) { this.#stored.set(m.getStreamPartID(), (this.#stored.get(m.getStreamPartID()) ?? 0) + 1) }
  }

  async nodeId() { return { nodeId: await this.#client.getNodeId() } }

  async join({ stream, partition, neighbours = 0, timeoutMs = 0 }) {
    await this.#client.getNode().join(`${stream}#${partition}`, neighbours > 0 ? { minCount: neighbours, timeout: timeoutMs } : undefined)
    return {}
  }

  /** How many messages of a stream part the broker has taken, once nothing is on its way to it. */
  async stored({ stream, partition }) {
    await this.#busy
    return { count: this.#stored.get(`${stream}#${partition}`) ?? 0, errors: this.#failed }
  }

  async close() {
    await this.#client.destroy()
    return {}
  }
}
