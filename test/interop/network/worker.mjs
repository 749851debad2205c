// Runs peers of the official software for the tests: one JSON request a line on standard
// input, one JSON answer a line on standard output. ../network_peer_test.go describes
// both. Requests to one peer are done side by side, as their answers carry their ids.
import '../streamr/lib/loopback.mjs'
import { createInterface } from 'node:readline'

// Loaded when first used: the SDK takes its time, and a relay does without.
const KINDS = {
  client: async () => (await import('./client.mjs')).Client,
  relay: async () => (await import('./relay.mjs')).Relay,
  bridge: async () => (await import('./bridge.mjs')).Bridge
}
const peers = new Map()

const handle = async ({ peer, do: method, args = {} }) => {
  if (method === 'open') {
    const Kind = await KINDS[args.kind]()
    const made = new Kind()
    peers.set(peer, made)
    return made.open(args)
  }
  const target = peers.get(peer)
  if (target === undefined) { throw new Error(`there is no peer ${peer}`) }
  if (typeof target[method] !== 'function') { throw new Error(`a ${target.constructor.name} cannot ${method}`) }
  if (method === 'close') { peers.delete(peer) }
  return target[method](args)
}

const answer = (line) => { process.stdout.write(`${JSON.stringify(line)}\n`) }

const lines = createInterface({ input: process.stdin, crlfDelay: Infinity })
lines.on('line', async (line) => {
  const request = JSON.parse(line)
  try {
    answer({ id: request.id, ok: await handle(request) })
  } catch (err) {
    answer({ id: request.id, error: err.stack ?? String(err) })
  }
})
// The end of the input is the end of the test.
lines.on('close', () => process.exit(0))
