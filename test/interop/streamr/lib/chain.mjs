// A development chain (anvil, from its npm package) with the three registry
// contracts that the Streamr SDK asks about streams, permissions and storage.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import net from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ContractFactory, JsonRpcProvider, NonceManager, Wallet, ZeroAddress } from 'ethers'

const require = createRequire(import.meta.url)
export const CHAIN_ID = 31337
// Account 0 of the mnemonic that every development chain funds ("test test … junk").
const DEPLOYER = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'
const START_MS = 10_000

const packageDir = (name) => dirname(require.resolve(`${name}/package.json`))
const contract = (dir, name) => require(join(packageDir('streamr-contract-artifacts'), 'dist', 'artifacts', 'contracts', dir, `${name}.sol`, `${name}.json`))

export const storageRegistryAbi = () => contract('StreamStorageRegistry', 'StreamStorageRegistryV2').abi

export const freePort = async () => {
  const server = net.createServer()
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

const answers = async (provider, child) => {
  for (const end = Date.now() + START_MS; ;) {
    try {
      await provider.send('eth_blockNumber', [])
      return
    } catch (err) {
      if (child.exitCode !== null) { throw new Error(`the chain ended with code ${child.exitCode} before it answered`) }
      if (Date.now() > end) { throw new Error(`the chain did not answer within ${START_MS} ms`, { cause: err }) }
    }
    await delay(50)
  }
}

/** Starts a chain, deploys the contracts; gives { rpcUrl, provider, contracts, stop }. */
export const startChain = async () => {
  const cpu = process.arch === 'x64' ? 'amd64' : process.arch
  const anvil = join(packageDir(`@foundry-rs/anvil-${process.platform}-${cpu}`), 'bin', 'anvil')
  const port = await freePort()
  const rpcUrl = `http://127.0.0.1:${port}`
  const child = spawn(anvil, ['--host', '127.0.0.1', '--port', String(port), '--chain-id', String(CHAIN_ID), '--accounts', '1', '--silent'], { stdio: 'ignore' })
  process.once('exit', () => child.kill('SIGKILL'))
  const provider = new JsonRpcProvider(rpcUrl, CHAIN_ID, { staticNetwork: true, cacheTimeout: -1, batchMaxCount: 1, pollingInterval: 50 })
  await answers(provider, child)
  return {
    rpcUrl,
    provider,
    contracts: await deploy(provider),
    stop: async () => {
      provider.destroy()
      if (child.exitCode !== null) { return }
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await ended
    }
  }
}

const deploy = async (provider) => {
  const wallet = new NonceManager(new Wallet(DEPLOYER, provider))
  const create = async ({ abi, bytecode }, ...settings) => {
    const instance = await new ContractFactory(abi, bytecode, wallet).deploy()
    await instance.waitForDeployment()
    const tx = await instance.initialize(...settings)
    await tx.wait()
    return instance.getAddress()
  }
  const storageNodeRegistry = await create(contract('NodeRegistry', 'NodeRegistry'), await wallet.getAddress(), false, [], [])
  // Streams named after an ENS domain need a cache contract that is not here.
  const streamRegistry = await create(contract('StreamRegistry', 'StreamRegistryV5'), ZeroAddress, ZeroAddress)
  const streamStorageRegistry = await create(contract('StreamStorageRegistry', 'StreamStorageRegistryV2'), streamRegistry, storageNodeRegistry, ZeroAddress)
  return { streamRegistry, streamStorageRegistry, storageNodeRegistry }
}

/** Gives an account coins to pay for its transactions. */
export const fund = (chain, address) => chain.provider.send('anvil_setBalance', [address, '0x56bc75e2d63100000'])
