// The node that "go run ./bench" compares ours with: one of the official network layer, as
// the interop tests run it, in one stream part. It is the first of its network, and says
// where it is in one line of JSON.
import { Relay } from '../../test/interop/network/relay.mjs'

const [listen, nodeId, stream, partition] = process.argv.slice(2)
const self = { nodeId, url: `ws://127.0.0.1:${listen}` }

const relay = new Relay()
await relay.open({ entryPoints: [self], listen: Number(listen), nodeId })
await relay.join({ stream, partition: Number(partition) })
console.log(JSON.stringify({ address: `127.0.0.1:${listen}`, nodeId }))

process.on('SIGTERM', () => process.exit(0))
