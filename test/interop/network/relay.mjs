// A node of the official network layer alone, as the official node runs one: it knows no
// chain and no users, is an entry point, and passes on what comes to its stream parts.
import { sdk, network } from './sdk.mjs'
import { controlLayer } from './config.mjs'

export class Relay {
  #node

  async open(args) {
    const { entryPoints, peerDescriptor, ...layer0 } = controlLayer(args)
    this.#node = network.createNetworkNode({
      layer0: { ...layer0, entryPoints: entryPoints.map(sdk.peerDescriptorTranslator), peerDescriptor: sdk.peerDescriptorTranslator(peerDescriptor) },
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
