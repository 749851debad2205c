// The original command line tool is not on the package registry. This does what its
// commands do with the chain: by the same helper package, typed contracts and order of
// calls, gas price and confirmations included.
//
// Standard input: { devnet: <what the devnet wrote>, account }, the latter the index of
// an account that nobody else uses.
import { createRequire } from 'node:module'
import { ethers } from 'ethers'
import { Checks, readInput } from '../checks.mjs'
import { createClient } from './lib/devnet.mjs'

const require = createRequire(import.meta.url)
const shared = require('@logsn/shared')
const { devnet, account } = await readInput()
const checks = new Checks(120_000)
const { privateKey } = devnet.accounts[account]
const address = ethers.utils.getAddress(devnet.accounts[account].address)
// The tool wants an RPC URL with this name in it, or asks a gas station in the internet.
const host = devnet.evmRpc.replace('127.0.0.1', 'localhost')
const provider = new ethers.providers.JsonRpcProvider(host)
provider.pollingInterval = 100
const signer = new ethers.Wallet(privateKey, provider)
const client = createClient({ ...devnet, evmRpc: host }, privateKey)
const big = (promise) => promise.then((n) => n.toBigInt())

await checks.equal('chain', async () => (await provider.getNetwork()).chainId, devnet.chainId)
const token = await shared.getTokenManagerContract(signer)
const stores = await shared.getStoreManagerContract(signer)
const queries = await shared.getQueryManagerContract(signer)

// price
const price = await client.getPrice()
await checks.equal('price', async () => [price, await big(token.price()), price === await big(token.weiPerByte()) * await big(token.multiplier())], [price, price, true])

// balance
await checks.equal('balance', () => client.getBalance(), 0n)

// mint AMOUNT: paid with a gas price of its own, then three more blocks are waited for.
await checks.equal('mint', async () => {
  const tx = await shared.withRetry(provider, (gasPrice) => token.mint({ value: 123n * price + price / 2n, gasPrice }))
  const receipt = await tx.wait()
  const logs = receipt.logs.map((log) => { try { return token.interface.parseLog(log) } catch { return undefined } }).filter((log) => log?.name === 'Transfer')
  return [receipt.status, logs.map((log) => [log.args.to, log.args.value.toString()])]
}, [1, [[address, '123']]])
await checks.equal('three confirmations', async () => {
  const tx = await token.mint({ value: 2_000_000n * price })
  return (await tx.wait(3)).confirmations >= 3
}, true)
await checks.equal('balance after minting', () => client.getBalance(), 2_000_123n)

// create-stream NAME
const streamId = `${address.toLowerCase()}/original-tool`
await checks.equal('create-stream', async () => (await client.createStream({ id: '/original-tool' })).id, streamId)

// store stake STREAM AMOUNT
const allowance = (manager) => big(token.allowance(address, manager.address))
const stake = async (manager, prepare, ...args) => {
  const amount = await prepare(signer, args.at(-1), false, async () => true)
  const tx = await shared.withRetry(provider, (gasPrice) => manager.stake(...args.slice(0, -1), amount, { gasPrice }))
  return (await tx.wait()).status
}
await checks.equal('store stake', () => stake(stores, shared.prepareStakeForStoreManager, streamId, 700), 1)
await checks.equal('allowance is used up', () => allowance(stores), 0n)
await checks.equal('store balance', () => big(stores.balanceOf(address)), 700n)
await checks.equal('stream balance', async () => [await big(stores.stores(streamId)), await big(stores.storeBalanceOf(address, streamId)), await stores.exists(streamId)], [700n, 700n, true])
await checks.equal('stakeholders', () => stores.storeStakeholders(streamId, 0), address)
await checks.equal('store stake on a stream that is not there', () => stake(stores, shared.prepareStakeForStoreManager, `${address.toLowerCase()}/none`, 5)
  .then(() => 'staked', (err) => err.code), 'UNPREDICTABLE_GAS_LIMIT')
await checks.equal('store list', async () => {
  const ids = []
  for await (const stream of client.searchStreams(undefined, { user: address })) { ids.push(stream.id) }
  return ids
}, [streamId])

// query stake AMOUNT
await checks.equal('query stake', () => stake(queries, shared.prepareStakeForQueryManager, 50), 1)
await checks.equal('query balance', () => big(queries.balanceOf(address)), 50n)
await checks.equal('query stake of nothing', () => stake(queries, shared.prepareStakeForQueryManager, 0).then(() => 'staked', (err) => err.message), 'Amount must be > 0')
await checks.equal('stake more than there is', () => stake(queries, shared.prepareStakeForQueryManager, 10_000_000).then(() => 'staked', (err) => err.code), 'UNPREDICTABLE_GAS_LIMIT')
await checks.equal('what is left', async () => [await client.getBalance(), await big(queries.totalSupply()) >= 50n], [2_000_123n - 750n, true])

await client.destroy()
checks.end()
