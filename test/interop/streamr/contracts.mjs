// Our contracts, called with ethers 6 and nothing but the ABI of the original ones: what
// a program calls that was written for the originals. Every view is read, and every
// event that came is one that the original ABI can read.
//
// Standard input: { devnet: <what the devnet wrote>, account, stranger }, the latter two
// indexes of accounts that nobody else uses.
import { createRequire } from 'node:module'
import { Contract, getAddress, Interface, JsonRpcProvider, Wallet, ZeroAddress } from 'ethers'
import { Checks, readInput } from '../checks.mjs'

const require = createRequire(import.meta.url)
const artifact = (file, name) => require(`../original/node_modules/@logsn/contracts/artifacts/src/${file}.sol/${name}.json`)
const ABI = {
  LSAN: artifact('alpha/Token', 'LSAN').abi,
  NodeManager: artifact('NodeManager', 'LogStoreNodeManager').abi,
  StoreManager: artifact('StoreManager', 'LogStoreManager').abi,
  QueryManager: artifact('QueryManager', 'LogStoreQueryManager').abi,
  ReportManager: artifact('ReportManager', 'LogStoreReportManager').abi
}

const { devnet, account, stranger } = await readInput()
const checks = new Checks(120_000)
const provider = new JsonRpcProvider(devnet.evmRpc, devnet.chainId, { staticNetwork: true, cacheTimeout: -1, pollingInterval: 50 })
const signer = new Wallet(devnet.accounts[account].privateKey, provider)
const other = new Wallet(devnet.accounts[stranger].privateKey, provider)
const at = (name, as = signer) => new Contract(getAddress(devnet.contracts[name]), ABI[name], as)
const token = at('LSAN')
const nodes = at('NodeManager')
const stores = at('StoreManager')
const queries = at('QueryManager')
const reports = at('ReportManager')
const registry = new Contract(getAddress(devnet.contracts.StreamRegistry), artifact('interfaces/StreamRegistry', 'IStreamRegistry').abi, signer)
const start = await provider.getBlockNumber()
const me = signer.address
const you = other.address

/** Sends a transaction, and gives the events of our contract in it as [name, ...arguments]. */
const send = async (promise, contract) => {
  const receipt = await (await promise).wait()
  return receipt.logs.filter((log) => log.address === contract.target).map((log) => contract.interface.parseLog(log)).filter((e) => e !== null).map((e) => [e.name, ...e.args])
}

// LSAN
const price = await token.price()
await checks.equal('token', async () => [await token.name(), await token.symbol(), await token.decimals()], ['Log Store Alpha Network Token', 'LSAN', 18n])
await checks.equal('price', async () => price === await token.weiPerByte() * await token.multiplier() && price > 0n, true)
await checks.equal('more of the token', async () => [
  typeof await token.minimumDeposit(), typeof await token.DEPLOYED_TIME(), typeof await token.balance(), (await token.SAFE_ADDRESS()).length,
  await token.isPermitted(me, you), await token.roles(me), await token.supportsInterface('0x01ffc9a7'), (await token.owner()).length
], ['bigint', 'bigint', 'bigint', 42, true, 0n, true, 42])
const minted = 20_000n
await checks.equal('mint', async () => (await send(token.mint({ value: minted * price }), token)).at(-1), ['Transfer', ZeroAddress, me, minted])
await checks.equal('transfer', () => send(token.transfer(you, 100n), token), [['Transfer', me, you, 100n]])
await checks.equal('approve', () => send(token.approve(you, 7n), token), [['Approval', me, you, 7n]])
await checks.equal('more allowance', async () => { await send(token.increaseAllowance(you, 5n), token); await send(token.decreaseAllowance(you, 2n), token); return token.allowance(me, you) }, 10n)
await checks.equal('transferFrom', async () => { await send(at('LSAN', other).transferFrom(me, you, 10n), token); return [await token.balanceOf(you), await token.allowance(me, you)] }, [110n, 0n])
await checks.equal('what needs a role is refused', () => Promise.all([token.mintTokens(me, 1n), token.burn(me, 1n), token.setWeiPerByte(1n), token.withdraw(1n), token.grantRole(3, me)]
  .map((call) => call.then(() => 'sent', (err) => err.code))), Array(5).fill('CALL_EXCEPTION'))

// Stores, by the ABI of the stream registry that the original contracts know.
const streamId = `${me.toLowerCase()}/original-abi`
await checks.equal('create a stream', async () => { await send(registry.createStream('/original-abi', '{"partitions":1}'), registry); return registry.exists(streamId) }, true)
await checks.equal('stake for it', async () => {
  await send(token.approve(stores.target, 900n), token)
  return [await send(stores.stake(streamId, 600n), stores), await send(stores.stake(streamId, 300n), stores)]
}, [[['StoreUpdated', streamId, true, 600n]], [['StoreUpdated', streamId, false, 300n]]])
await checks.equal('what it holds', async () => [
  await stores.exists(streamId), await stores.exists(`${streamId}/none`), await stores.stores(streamId), await stores.balanceOf(me),
  await stores.storeBalanceOf(me, streamId), await stores.storeStakeholders(streamId, 0), await stores.totalSupply() >= 900n, await stores.stakeTokenAddress()
], [true, false, 900n, 900n, 900n, me, true, token.target])
await checks.equal('only the node manager may capture', () => stores.capture(streamId, 1n, 1n).then(() => 'sent', (err) => err.code), 'CALL_EXCEPTION')

// Queries
await checks.equal('stake for queries', async () => { await send(token.approve(queries.target, 50n), token); return send(queries.stake(50n), queries) }, [['Stake', me, 50n]])
await checks.equal('what it holds for queries', async () => [await queries.balanceOf(me), await queries.totalSupply() >= 50n, await queries.stakeTokenAddress()], [50n, true, token.target])

// Nodes. What a node must have at least is more than an account can pay for: this one
// is on the list, and has no vote.
const joined = 5000n
const metadata = '{"http":"http://127.0.0.1:1"}'
const before = await nodes.totalNodes()
await checks.equal('join', async () => {
  await send(token.approve(nodes.target, joined), token)
  const got = await send(nodes.join(joined, metadata), nodes)
  return got.filter(([name]) => ['NodeUpdated', 'StakeDelegateUpdated'].includes(name)).map((e) => (e[0] === 'NodeUpdated' ? e.slice(0, 4) : e))
}, [['NodeUpdated', me, metadata, true], ['StakeDelegateUpdated', me, me, joined, joined, joined, true]])
await checks.equal('the node', async () => {
  const n = await nodes.nodes(me)
  return [n.metadata, n.stake, n.lastSeen > 0n, await nodes.nodeStake(me), await nodes.isStaked(me), await nodes.stakeRequiredAmount() > joined, await nodes.delegatesOf(me, me), await nodes.totalNodes() - before]
}, [metadata, joined, true, joined, false, true, joined, 1n])
await checks.equal('the list of nodes', async () => {
  const list = await nodes.nodeAddresses()
  return [list.includes(me), list.length, await nodes.headNode(), await nodes.tailNode(), await nodes.startBlockNumber() > 0n]
}, [true, Number(before) + 1, before === 0n ? me : await nodes.headNode(), me, true])
await checks.equal('delegate to it', async () => {
  await send(token.transfer(you, 1000n), token)
  await send(at('LSAN', other).approve(nodes.target, 1000n), token)
  const got = await send(at('NodeManager', other).stakeAndDelegate(1000n, me), nodes)
  return got.filter(([name]) => name === 'StakeDelegateUpdated')
}, [['StakeDelegateUpdated', you, me, 1000n, joined + 1000n, 1000n, true]])
await checks.equal('take some back', async () => {
  const got = await send(at('NodeManager', other).undelegate(400n, me), nodes)
  return [got.filter(([name]) => name === 'StakeDelegateUpdated'), await nodes.balanceOf(you), await nodes.delegatesOf(you, me)]
}, [[['StakeDelegateUpdated', you, me, 400n, joined + 600n, 600n, false]], 400n, 600n])
await checks.equal('stake and delegate apart', async () => {
  await send(token.approve(nodes.target, 20n), token)
  await send(nodes.stake(20n), nodes)
  const held = await nodes.balanceOf(me)
  await send(nodes.delegate(20n, me), nodes)
  return [held, await nodes.balanceOf(me), await nodes.delegatesOf(me, me)]
}, [20n, 0n, joined + 20n])
await checks.equal('renew the entry', async () => {
  const got = await send(nodes.upsertNode('{}'), nodes)
  return [got.map((e) => e.slice(0, 4)), (await nodes.nodes(me)).metadata]
}, [[['NodeUpdated', me, '{}', false]], '{}'])
await checks.equal('reporters', async () => Array.isArray(await reports.getReporters()), true)
await checks.equal('leave', async () => {
  const got = await send(nodes.leave(), nodes)
  return [got.filter(([name]) => name === 'NodeRemoved'), await nodes.totalNodes() - before, (await nodes.nodes(me)).lastSeen, await nodes.isStaked(me)]
}, [[['NodeRemoved', me]], 0n, 0n, false])
await checks.equal('what was delegated to it comes back', async () => {
  await send(at('NodeManager', other).undelegate(600n, me), nodes)
  return [await nodes.delegatesOf(you, me), await nodes.balanceOf(you)]
}, [0n, 1000n])
await checks.equal('more of the nodes', async () => [
  await nodes.requiresWhitelist(), await nodes.whitelist(me), await nodes.stakeTokenAddress(), typeof await nodes.treasurySupply(), typeof await nodes.totalSupply(),
  await nodes.roles(me), (await nodes.getAllStreams()).length, await nodes.streamExists(`${nodes.target.toLowerCase()}/system`), await nodes._generateStreamId('/x')
], [false, 0n, token.target, 'bigint', 'bigint', 0n, 5, true, `${nodes.target.toLowerCase()}/x`])
await checks.equal('a system stream', async () => { const s = await nodes.streamInformation('LOGSTORE_SYSTEM_STREAM'); return [s.key, s.path] }, ['LOGSTORE_SYSTEM_STREAM', '/system'])
await checks.equal('reports', async () => [typeof await reports.blockTimestamp(), await reports.reportTimeBuffer() > 0n], ['bigint', true])

// What came meanwhile, read with the original ABI. Events that it does not know are new
// ones, which a program that was written for it does not see.
await checks.equal('events of the original', async () => {
  const seen = new Set()
  for (const [name, abi] of Object.entries(ABI)) {
    const iface = new Interface(abi)
    for (const log of await provider.getLogs({ address: devnet.contracts[name], fromBlock: start + 1, toBlock: 'latest' })) {
      const e = iface.parseLog(log)
      if (e !== null) { seen.add(`${name}.${e.name}`) }
    }
  }
  return [...seen].sort()
}, ['LSAN.Approval', 'LSAN.Transfer', 'NodeManager.NodeRemoved', 'NodeManager.NodeUpdated', 'NodeManager.StakeDelegateUpdated', 'QueryManager.Stake', 'StoreManager.StoreUpdated'])

provider.destroy()
checks.end()
