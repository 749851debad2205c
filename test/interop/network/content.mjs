// Contents, and what is told about messages: never the content itself but its digest, so
// that thousands of messages of any size can be compared.
import { createHash } from 'node:crypto'

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

/** The text of JSON content and the bytes of binary content are what is compared. */
const bytesOf = (content) => (content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(JSON.stringify(content)))

/** How the protocol writes one message: see the Go side, networkMessage. */
export const record = (content, m) => {
  const bytes = bytesOf(content)
  return {
    ts: m.timestamp, seq: m.sequenceNumber, pub: m.publisherId.toLowerCase(), chain: m.msgChainId, part: m.streamPartition,
    type: content instanceof Uint8Array ? 'binary' : 'json', size: bytes.length, sha: digest(bytes)
  }
}

/** The contents that a publish command asks for, in order. */
export const contents = function * ({ count = 0, first = 0, size = 0, items = [] }) {
  for (let n = first; n < first + count; n++) {
    const plain = JSON.stringify({ n, pad: '' })
    yield JSON.parse(plain.replace('""', `"${'x'.repeat(Math.max(0, size - plain.length))}"`))
  }
  for (const item of items) {
    if (item.base64 !== undefined) {
      yield Buffer.from(item.base64, 'base64')
      continue
    }
    const value = JSON.parse(item.text)
    // Otherwise the text that is sent is another one than the test thinks.
    if (JSON.stringify(value) !== item.text) { throw new Error(`this JSON is not written as JSON.stringify does: ${item.text.slice(0, 100)}`) }
    yield value
  }
}
