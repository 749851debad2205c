// The original client, set up for a devnet.
import { createRequire } from 'node:module'
import LogStoreClient from '@logsn/client'

const require = createRequire(import.meta.url)

/** The ABI of an original contract, as its package has it. */
export const originalAbi = (file, name) => require(`@logsn/contracts/artifacts/src/${file}.sol/${name}.json`).abi

export const ABI = {
  LSAN: originalAbi('alpha/Token', 'LSAN'),
  NodeManager: originalAbi('NodeManager', 'LogStoreNodeManager'),
  StoreManager: originalAbi('StoreManager', 'LogStoreManager'),
  QueryManager: originalAbi('QueryManager', 'LogStoreQueryManager'),
  ReportManager: originalAbi('ReportManager', 'LogStoreReportManager')
}

// What stakes looks its contracts up by the chain's id, in a list that this version of
// the package has without the id 31337; the version after it has these addresses there.
// The list is data, and one object for all who load it.
const ADDRESSES = {
  tokenManagerAddress: '0x813cb73aaEcBE7df1879B454fDa23Ef3d979D22a',
  nodeManagerAddress: '0xB1a242e5eA2AaCC16E8DA85847adeCBa473e318F',
  storeManagerAddress: '0x29DAE06145698A4Af8D54B91D0c6391C4B28102E',
  queryManagerAddress: '0xCcdb958F7160ad3cEd9438596536fc214BBd1822',
  reportManagerAddress: '0x93E20Ed1C88cec5ae9F841663f2e256E2b6ffd74'
}
require('@logsn/contracts/address.json')['31337'] = ADDRESSES

/** @param devnet what the devnet wrote when it was up */
export const createClient = (devnet, privateKey) => {
  const config = structuredClone(LogStoreClient.CONFIG_TEST)
  const rpcs = { name: 'devnet', chainId: devnet.chainId, rpcs: [{ url: devnet.evmRpc, timeout: 10_000 }] }
  return new LogStoreClient({
    ...config,
    logLevel: 'silent',
    auth: { privateKey },
    network: { ...config.network, trackers: [], iceServers: [] },
    contracts: {
      ...config.contracts,
      streamRegistryChainAddress: devnet.contracts.StreamRegistry,
      streamStorageRegistryChainAddress: devnet.contracts.StreamStorageRegistry,
      storageNodeRegistryChainAddress: devnet.contracts.NodeRegistry,
      logStoreNodeManagerChainAddress: ADDRESSES.nodeManagerAddress,
      logStoreStoreManagerChainAddress: ADDRESSES.storeManagerAddress,
      logStoreTokenManagerChainAddress: ADDRESSES.tokenManagerAddress,
      logStoreQueryManagerChainAddress: ADDRESSES.queryManagerAddress,
      theGraphUrl: devnet.graphUrl,
      logStoreTheGraphUrl: devnet.graphUrl,
      mainChainRPCs: rpcs,
      streamRegistryChainRPCs: rpcs
    }
  })
}
