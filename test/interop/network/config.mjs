// Settings of the official software for one machine: WebSockets on loopback, no WebRTC,
// no public services.

/** How the SDK's configuration writes a node: { nodeId, url: "ws://host:port" }. */
export const descriptor = ({ nodeId, url }) => {
  const { hostname, port } = new URL(url)
  return { nodeId, type: 'nodejs', websocket: { host: hostname, port: Number(port), tls: false } }
}

const HOST = '127.0.0.1'

/**
 * Settings of a node: in the control layer's part of the SDK's configuration.
 * @param listen port of its WebSocket server; undefined: it has none, like a node behind a NAT
 * @param nodeId fixed id; undefined: the software draws one
 */
export const controlLayer = ({ entryPoints, listen, nodeId }) => ({
  entryPoints: entryPoints.map(descriptor),
  entryPointDiscovery: { enabled: false },
  websocketPortRange: listen === undefined ? null : { min: listen, max: listen },
  websocketHost: HOST,
  websocketServerEnableTls: false,
  webrtcAllowPrivateAddresses: true,
  iceServers: [],
  ...(nodeId === undefined ? {} : { peerDescriptor: { nodeId, type: 'nodejs', ...(listen === undefined ? {} : { websocket: { host: HOST, port: listen, tls: false } }) } })
})

/**
 * @param chain { rpc, chainId, graphUrl, contracts: { StreamRegistry, StreamStorageRegistry, NodeRegistry } }
 * @param identity the SDK's auth option
 */
export const clientConfig = ({ chain, identity, entryPoints, listen, nodeId, acceptProxies = false, quantum = false, gapFillMs = 1000, keyTimeoutMs = 30_000 }) => ({
  environment: 'dev2', // short RSA keys and waits; addresses and chain are given below
  logLevel: process.env.LOG_LEVEL,
  metrics: false,
  auth: identity,
  gapFillTimeout: gapFillMs,
  retryResendAfter: gapFillMs,
  maxGapRequests: 20,
  encryption: { keyRequestTimeout: keyTimeoutMs, requireQuantumResistantKeyExchange: quantum },
  network: { controlLayer: controlLayer({ entryPoints, listen, nodeId }), node: { acceptProxyConnections: acceptProxies } },
  contracts: {
    ethereumNetwork: { chainId: chain.chainId },
    rpcs: [{ url: chain.rpc }],
    rpcQuorum: 1,
    theGraphUrl: chain.graphUrl,
    streamRegistryChainAddress: chain.contracts.StreamRegistry,
    streamStorageRegistryChainAddress: chain.contracts.StreamStorageRegistry,
    storageNodeRegistryChainAddress: chain.contracts.NodeRegistry,
    pollInterval: 100
  }
})
