// The original LogStore client, as published, on our devnet: it mints, makes a stream,
// stakes for the stream and for queries, and reads all balances.
//
// Standard input: { devnet: <what the devnet wrote>, account, stranger }; the last two
// are indexes of its accounts, of which nobody else uses the first.
import { setTimeout as delay } from 'node:timers/promises'
import { Checks, readInput } from '../checks.mjs'
import { createClient } from './lib/devnet.mjs'

const { devnet, account, stranger } = await readInput()
const checks = new Checks(120_000)
const owner = devnet.accounts[account]
const other = devnet.accounts[stranger]
const address = owner.address.toLowerCase()
const client = createClient(devnet, owner.privateKey)
const streamId = `${address}/original-client`
const mined = async (tx) => (await (await tx).wait()).status
// A transaction that would fail is refused before it is sent.
const refusal = (tx) => tx.then(() => 'sent', (err) => err.reason?.code ?? err.code ?? err.message)
const ids = async (streams) => { const list = []; for await (const s of streams) { list.push(s.id) } return list }

// Money.
const price = await client.getPrice()
await checks.equal('price of a byte', async () => price > 0n, true)
await checks.equal('nothing at first', () => Promise.all([client.getBalance(), client.getQueryBalance(), client.getStoreBalance()]), [0n, 0n, 0n])
await checks.equal('mint', async () => mined(client.mint(price * 1_000_000n)), 1)
await checks.equal('balance after it', () => client.getBalance(), 1_000_000n)
await checks.equal('mint less than a byte costs', () => refusal(client.mint(price - 1n)), 'UNPREDICTABLE_GAS_LIMIT')
await checks.equal('bytes in wei', () => client.convert({ amount: '1500', from: 'bytes', to: 'wei' }), String(price * 1500n))
await checks.equal('wei in bytes, rounded down', () => client.convert({ amount: String(price * 3n - 1n), from: 'wei', to: 'bytes' }), '2')

// A stream of our own.
await checks.equal('create a stream', async () => (await client.createStream({ id: '/original-client', partitions: 3 })).id, streamId)
const stream = await client.getStream(streamId)
await checks.equal('partitions of it', async () => stream.getMetadata().partitions, 3)
await checks.equal('a stream that is not there', () => client.getStream(`${address}/none`).then(() => 'there', (err) => err.code), 'NOT_FOUND')
await checks.equal('grant to a user', async () => {
  await stream.grantPermissions({ user: other.address, permissions: ['publish'] })
  return [await client.isStreamPublisher(streamId, other.address), await client.isStreamSubscriber(streamId, other.address)]
}, [true, false])
await checks.equal('grant to everybody', async () => {
  await stream.grantPermissions({ public: true, permissions: ['subscribe'] })
  return [
    await stream.hasPermission({ permission: 'subscribe', public: true }),
    await stream.hasPermission({ permission: 'subscribe', user: other.address, allowPublic: true }),
    await stream.hasPermission({ permission: 'subscribe', user: other.address, allowPublic: false })
  ]
}, [true, true, false])
await checks.equal('set permissions', async () => {
  await client.setPermissions({ streamId, assignments: [{ user: other.address, permissions: ['grant', 'subscribe'] }] })
  return Promise.all(['publish', 'grant', 'subscribe', 'edit', 'delete'].map((permission) => stream.hasPermission({ permission, user: other.address, allowPublic: false })))
}, [false, true, true, false, false])
await checks.equal('revoke', async () => {
  await stream.revokePermissions({ user: other.address, permissions: ['grant'] })
  return stream.hasPermission({ permission: 'grant', user: other.address, allowPublic: false })
}, false)
await checks.equal('metadata', async () => {
  await stream.update({ description: 'of the original client' })
  return (await client.getStream(streamId)).getMetadata()
}, { partitions: 3, config: { fields: [] }, description: 'of the original client' })

// What it asks the index, which the broker answers.
await checks.equal('permissions', async () => (await stream.getPermissions()).map((p) => ({ ...p, permissions: p.permissions.sort() })), [
  { public: true, permissions: ['subscribe'] },
  ...[
    { user: address, permissions: ['delete', 'edit', 'grant', 'publish', 'subscribe'] },
    { user: other.address.toLowerCase(), permissions: ['subscribe'] }
  ].sort((a, b) => (a.user < b.user ? -1 : 1))
])
await checks.equal('streams by name', () => ids(client.searchStreams('original-client', undefined)), [streamId])
await checks.equal('streams by user', async () => (await ids(client.searchStreams(undefined, { user: owner.address }))).includes(streamId), true)
await checks.equal('streams by permission', () => ids(client.searchStreams('original', { user: other.address, allOf: ['subscribe'] })), [streamId])
await checks.equal('streams that another may not write', () => ids(client.searchStreams('original', { user: other.address, allOf: ['publish'] })), [])

// Stakes.
await checks.equal('no store yet', async () => [await client.isLogStoreStream(streamId), await client.getStreamBalance(streamId)], [false, 0n])
await checks.equal('stake for a stream', () => mined(client.stakeOrCreateStore(streamId, 700n)), 1)
await checks.equal('again', () => mined(client.stakeOrCreateStore(streamId, 300n)), 1)
await checks.equal('store and its balances', async () => [
  await client.isLogStoreStream(streamId), await client.getStreamBalance(streamId), await client.getStoreBalance(), await client.getBalance()
], [true, 1000n, 1000n, 999_000n])
await checks.equal('stores', async () => {
  const { streams, blockNumber } = await client.getLogStoreStreams()
  return [streams.map((s) => s.id).includes(streamId), blockNumber > 0]
}, [true, true])
await checks.equal('stake for a stream that is not there', () => refusal(client.stakeOrCreateStore(`${address}/none`, 5n)), 'UNPREDICTABLE_GAS_LIMIT')
await checks.equal('stake for queries', async () => (await client.queryStake(5000n)).status, 1)
await checks.equal('balances after it', () => Promise.all([client.getQueryBalance(), client.getBalance()]), [5000n, 994_000n])

// The client looks for events of all stores every few seconds, and may begin after the
// first of them.
await checks.equal('event of a stake', async () => {
  let event
  client.on('addToLogStore', (e) => { if (e.store === streamId && e.amount.toString() === '7') { event = e } })
  while (event === undefined) {
    await mined(client.stakeOrCreateStore(streamId, 7n))
    await delay(500)
  }
  return [event.isNew, event.blockNumber > 0]
}, [false, true])

await client.destroy()
checks.end()
