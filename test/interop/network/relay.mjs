// A node of the official network layer alone, as the official node runs one: it knows no
// chain and no users, is an entry point, and passes on what comes to its stream parts.
import { createRequire } from 'node:module'
import { controlLayer } from './config.mjs'

const require = createRequire(new URL('../streamr/package.json', import.meta.url)) // as ./sdk.mjs
const { createNetworkNode } = require('@streamr/trackerless-network')

const NODEJS = 0
const wire = ({ nodeId, websocket }) => ({ nodeId: Buffer.from(nodeId, 'hex'), type: NODEJS, websocket })

export class Relay {
  #node

  async open(args) {
    const { entryPoints, peerDescriptor, ...layer0 } = controlLayer(args)
    this.#node = createNetworkNode({
      layer0: { ...layer0, entryPoints: entryPoints.map(wire), peerDescriptor: wire(peerDescriptor) },
      networkNode: { acceptProxyConnections: args.acceptProxies === true }
    })
    await this.#node.start()
    return {}
  }

  nodeId() { return { nodeId: this.#node.getNodeId() } }

  async join({ stream, partition, neighbours = 0, timeoutMs = 0 }) {
    await this.#node.join(`${stream}#${partition}`, neighbours > 0 ? { minCount: neighbours, timeout: timeoutMs } : undefined)
    return {}
  }

  async leave({ stream, partition }) {
    await this.#node.leave(`${stream}#${partition}`)
    return {}
  }

  neighbours({ stream, partition }) { return { neighbours: [...this.#node.getNeighbors(`${stream}#${partition}`)] } }

  async close() {
    await this.#node.stop()
    return {}
  }
}
