// The official Streamr SDK on our devnet: our stream registries answer it as Streamr's
// do, and the broker answers what it asks the graph index.
//
// Standard input: { devnet: <what the devnet wrote>, account, stranger }, the latter two
// indexes of accounts that nobody else uses.
import './lib/loopback.mjs'
import { StreamPermission } from '@streamr/sdk'
import { Checks, readInput } from '../checks.mjs'
import { createClient, entryPoint } from './lib/client.mjs'

const { devnet, account, stranger } = await readInput()
const checks = new Checks(120_000)
const config = {
  chain: {
    rpcUrl: devnet.evmRpc,
    contracts: {
      streamRegistry: devnet.contracts.StreamRegistry,
      streamStorageRegistry: devnet.contracts.StreamStorageRegistry,
      storageNodeRegistry: devnet.contracts.NodeRegistry
    }
  },
  graph: { url: devnet.graphUrl },
  entry: entryPoint('e1'.repeat(20), 1) // nobody joins a network here
}
const client = createClient({ ...config, auth: { privateKey: devnet.accounts[account].privateKey } })
const operator = createClient({ ...config, auth: { privateKey: devnet.accounts[stranger].privateKey } })
const owner = devnet.accounts[account].address.toLowerCase()
const user = devnet.accounts[stranger].address.toLowerCase()
const id = `${owner}/streamr/sdk`
// A user whose id is a P-256 public key, as the SDK writes it.
const keyUser = '0x02' + 'ab'.repeat(32)
const { EDIT, DELETE, PUBLISH, SUBSCRIBE, GRANT } = StreamPermission
const collect = async (items, of = (item) => item) => { const list = []; for await (const item of items) { list.push(of(item)) } return list }
const search = (term, filter) => collect(client.searchStreams(term, filter), (stream) => stream.id)
const refusal = (promise) => promise.then(() => 'done', (err) => err.code ?? err.message)

// The registry.
const stream = await client.createStream({ id: '/streamr/sdk', partitions: 7, description: 'one' })
await checks.equal('create a stream', async () => [stream.id, await stream.getPartitionCount()], [id, 7])
await checks.equal('the same again', () => refusal(client.createStream({ id: '/streamr/sdk' })).then((code) => code !== 'done'), true)
await checks.equal('get or create', async () => (await client.getOrCreateStream({ id: '/streamr/sdk' })).id, id)
await checks.equal('metadata', async () => (await operator.getStream(id)).getMetadata(), { partitions: 7, description: 'one' })
await checks.equal('a stream that is not there', () => refusal(client.getStream(`${owner}/none`)), 'STREAM_NOT_FOUND')
await checks.equal('new metadata', async () => {
  await stream.setMetadata({ partitions: 8, description: 'two' })
  return (await operator.getStream(id)).getMetadata()
}, { partitions: 7, description: 'one' }) // from its cache; the index below says otherwise
await checks.equal('another may not change it', () => refusal(operator.getStream(id).then((s) => s.setMetadata({ partitions: 1 }))).then((code) => code !== 'done'), true)

// Permissions.
const has = (permission, userId, allowPublic = false) => stream.hasPermission({ permission, userId, allowPublic })
await checks.equal('creator', () => Promise.all([EDIT, DELETE, PUBLISH, SUBSCRIBE, GRANT].map((p) => has(p, owner))), Array(5).fill(true))
await checks.equal('grant', async () => {
  await stream.grantPermissions({ userId: user, permissions: [PUBLISH, GRANT] }, { userId: keyUser, permissions: [PUBLISH, SUBSCRIBE] })
  return Promise.all([has(PUBLISH, user), has(GRANT, user), has(SUBSCRIBE, user), has(PUBLISH, keyUser), has(SUBSCRIBE, keyUser)])
}, [true, true, false, true, true])
await checks.equal('revoke', async () => {
  await stream.revokePermissions({ userId: keyUser, permissions: [PUBLISH] })
  return Promise.all([has(PUBLISH, keyUser), has(SUBSCRIBE, keyUser)])
}, [false, true])
await checks.equal('for everybody', async () => {
  await stream.grantPermissions({ public: true, permissions: [SUBSCRIBE] })
  return [
    await stream.hasPermission({ permission: SUBSCRIBE, public: true }), await stream.hasPermission({ permission: PUBLISH, public: true }),
    await has(SUBSCRIBE, user), await has(SUBSCRIBE, user, true)
  ]
}, [true, false, false, true])
await checks.equal('set', async () => {
  await client.setPermissions({ streamId: id, assignments: [{ userId: user, permissions: [SUBSCRIBE, EDIT] }, { public: true, permissions: [PUBLISH] }] })
  return [await has(PUBLISH, user), await has(EDIT, user), await has(SUBSCRIBE, user), await stream.hasPermission({ permission: PUBLISH, public: true }), await stream.hasPermission({ permission: SUBSCRIBE, public: true })]
}, [false, true, true, true, false])
await checks.equal('publisher, subscriber', async () => [
  await client.isStreamPublisher(id, user), await client.isStreamSubscriber(id, user), await client.isStreamSubscriber(id, '0x' + '77'.repeat(20))
], [true, true, false]) // everybody's permission included

// What it asks the index, each time after its own transactions are in it.
await checks.equal('permissions', async () => (await stream.getPermissions()).map((p) => ({ ...p, permissions: [...p.permissions].sort() }))
  .sort((a, b) => ((a.userId ?? '') < (b.userId ?? '') ? -1 : 1)), [
  { public: true, permissions: [PUBLISH] },
  ...[
    { userId: owner, permissions: [DELETE, EDIT, GRANT, PUBLISH, SUBSCRIBE].sort() },
    { userId: user, permissions: [EDIT, SUBSCRIBE].sort() },
    { userId: keyUser, permissions: [SUBSCRIBE] }
  ].sort((a, b) => (a.userId < b.userId ? -1 : 1))
])
await checks.equal('publishers', async () => (await collect(client.getStreamPublishers(id))).sort(), ['0x' + '00'.repeat(20), owner].sort())
await checks.equal('subscribers', async () => (await collect(client.getStreamSubscribers(id))).sort(), [owner, user, keyUser].sort())
await checks.equal('search by name', () => search('streamr/sdk'), [id])
await checks.equal('search by a user', () => search(undefined, { userId: keyUser }), [id])
await checks.equal('search by any permission', () => search('streamr/sdk', { userId: user, anyOf: [PUBLISH, EDIT] }), [id])
await checks.equal('search by all permissions', async () => [
  await search('streamr/sdk', { userId: user, allOf: [PUBLISH, EDIT] }), await search('streamr/sdk', { userId: user, allOf: [SUBSCRIBE, EDIT] })
], [[], [id]])
await checks.equal('search, everybody included', async () => [
  await search('streamr/sdk', { userId: '0x' + '77'.repeat(20), allowPublic: true }), await search('streamr/sdk', { userId: '0x' + '77'.repeat(20), allowPublic: false })
], [[id], []])
await checks.equal('search in vain', () => search('"\\'), [])
await checks.equal('metadata in the index', async () => {
  const found = await collect(client.searchStreams('streamr/sdk'), async (s) => s.getMetadata())
  return Promise.all(found)
}, [{ partitions: 8, description: 'two' }])

// Storage nodes.
const url = 'http://127.0.0.1:1'
await checks.equal('register a storage node', async () => { await operator.setStorageNodeMetadata({ urls: [url] }); return client.getStorageNodeMetadata(user) }, { urls: [url] })
await checks.equal('assign', async () => { await stream.addToStorageNode(user, { wait: false }); return client.isStoredStream(id, user) }, true)
await checks.equal('storage nodes of the stream', () => stream.getStorageNodes(), [user])
await checks.equal('all storage nodes', async () => (await client.getStorageNodes()).includes(user), true)
await checks.equal('stored streams', async () => {
  const { streams, blockNumber } = await client.getStoredStreams(user)
  return [streams.map((s) => s.id), blockNumber > 0]
}, [[id], true])
await checks.equal('take it away', async () => { await stream.removeFromStorageNode(user); return [await client.isStoredStream(id, user), await stream.getStorageNodes()] }, [false, []])
await checks.equal('unregister', async () => {
  await operator.setStorageNodeMetadata(undefined)
  return [await refusal(client.getStorageNodeMetadata(user)), (await operator.getStorageNodes()).includes(user)]
}, ['NODE_NOT_FOUND', false])

// The end of a stream, and a new one of its name.
await checks.equal('delete', async () => { await client.deleteStream(id); return [await search('streamr/sdk'), await refusal(client.getStream(id))] }, [[], 'STREAM_NOT_FOUND'])
await checks.equal('permissions of what is gone', () => refusal(client.getPermissions(id)), 'STREAM_NOT_FOUND')
await checks.equal('make it again', async () => {
  const again = await client.createStream({ id: '/streamr/sdk' })
  return (await again.getPermissions()).map((p) => p.userId ?? 'everybody')
}, [owner])

await client.destroy()
await operator.destroy()
checks.end()
