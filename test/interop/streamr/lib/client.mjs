// The official client, set up for one machine: development chain, WebSockets
// instead of WebRTC, no public services.
import { StreamrClient } from '@streamr/sdk'
import { CHAIN_ID } from './chain.mjs'

/** How a client is told about the first node of a network. */
export const entryPoint = (nodeId, port) => ({ nodeId, type: 'nodejs', websocket: { host: '127.0.0.1', port, tls: false } })

/**
 * @param chain what startChain gave
 * @param graph what startGraph gave
 * @param auth  the SDK's auth option
 * @param entry the network's entry point; a client with serve: true is that entry point itself
 */
export const createClient = ({ chain, graph, auth, entry, serve = false }) => new StreamrClient({
  environment: 'dev2',
  logLevel: 'error',
  metrics: false,
  auth,
  gapFillTimeout: 300,
  retryResendAfter: 500,
  network: {
    controlLayer: {
      entryPoints: [entry],
      entryPointDiscovery: { enabled: false },
      websocketPortRange: serve ? { min: entry.websocket.port, max: entry.websocket.port } : null,
      websocketHost: '127.0.0.1',
      websocketServerEnableTls: false,
      webrtcAllowPrivateAddresses: true,
      iceServers: [],
      ...(serve ? { peerDescriptor: entry } : {})
    }
  },
  contracts: {
    ethereumNetwork: { chainId: CHAIN_ID },
    rpcs: [{ url: chain.rpcUrl }],
    rpcQuorum: 1,
    theGraphUrl: graph.url,
    streamRegistryChainAddress: chain.contracts.streamRegistry,
    streamStorageRegistryChainAddress: chain.contracts.streamStorageRegistry,
    storageNodeRegistryChainAddress: chain.contracts.storageNodeRegistry,
    pollInterval: 100
  }
})
