// The original LogStore client, as published, reads messages on our devnet from the
// broker that it finds on the chain, and pays for it with its stake for queries.
//
// Standard input: { devnet: <what the devnet wrote>, account, stranger, streamId, messages: [{ timestamp, sequenceNumber, chain, n }] }.
// The messages are in the broker, on partition 0; content is { n }, n being the
// message's place in the list. Account has a stake for queries, stranger has none.
import { Checks, readInput } from '../checks.mjs'
import { createClient } from './lib/devnet.mjs'

const { devnet, account, stranger, streamId, messages } = await readInput()
const checks = new Checks(60_000)
const payer = createClient(devnet, devnet.accounts[account].privateKey)
const other = createClient(devnet, devnet.accounts[stranger].privateKey)

const query = async (client, options) => {
  const got = []
  for await (const message of await client.query({ streamId, partition: 0 }, options)) { got.push(message.content.n) }
  return got.sort((a, b) => a - b) // the client keeps the order of each message chain, not that between two
}
const all = messages.map((m) => m.n)
const middle = messages[Math.floor(messages.length / 2)]

await checks.equal('has a stake', async () => await payer.getQueryBalance() > 0n, true)
await checks.equal('last 7', () => query(payer, { last: 7 }), all.slice(-7))
await checks.equal('from a time', () => query(payer, { from: { timestamp: middle.timestamp } }), messages.filter((m) => m.timestamp >= middle.timestamp).map((m) => m.n))
await checks.equal('everything', () => query(payer, { from: { timestamp: 0 }, to: { timestamp: messages.at(-1).timestamp } }), all)
await checks.equal('has none', () => other.getQueryBalance(), 0n)
await checks.equal('without a stake', () => query(other, { last: 7 }).then(() => 'answered', (err) => [err.response?.status, JSON.parse(err.body).error ?? err.body]),
  [402, 'Not enough balance'])

await payer.destroy()
await other.destroy()
checks.end()
