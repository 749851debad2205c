// What the scripts say to our broker over HTTP, with nothing but fetch.
import { convertStreamMessageToBytes } from '@streamr/sdk'

const hex = (bytes) => Buffer.from(bytes).toString('hex')

/** Messages as the binary upload writes them: for each a length (4 bytes, big-endian) and the wire form. */
export const frames = (messages) => Buffer.concat(messages.flatMap((message) => {
  const bytes = convertStreamMessageToBytes(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return [length, bytes]
}))

/** One message as a line of a signed-message upload. */
export const line = (message) => {
  const ref = (r) => (r === undefined ? null : { timestamp: r.timestamp, sequenceNumber: r.sequenceNumber })
  return JSON.stringify({
    streamId: message.getStreamId(),
    streamPartition: message.getStreamPartition(),
    timestamp: message.getTimestamp(),
    sequenceNumber: message.getSequenceNumber(),
    publisherId: message.getPublisherId(),
    msgChainId: message.getMsgChainId(),
    prevMsgRef: ref(message.prevMsgRef),
    contentType: message.contentType,
    encryptionType: message.encryptionType,
    contentHex: hex(message.content),
    ...(message.groupKeyId === undefined ? {} : { groupKeyId: message.groupKeyId }),
    ...(message.newGroupKey === undefined ? {} : { newGroupKey: { id: message.newGroupKey.id, dataHex: hex(message.newGroupKey.data) } }),
    signatureType: message.signatureType,
    signature: hex(message.signature)
  })
}

const post = async (url, type, body) => {
  const res = await fetch(`${url}/messages`, { method: 'POST', headers: { 'Content-Type': type }, body })
  const answer = await res.json()
  return { status: res.status, accepted: answer.accepted, duplicates: answer.duplicates, rejected: answer.rejected, results: answer.results }
}

export const postFrames = (url, messages) => post(url, 'application/octet-stream', frames(messages))
export const postLines = (url, messages) => post(url, 'application/x-ndjson', messages.map(line).join('\n') + '\n')

/** Reads a stream part the way the original's HTTP clients do, signed in with wallet. */
export const readObjects = async (url, streamId, query, wallet) => {
  const user = wallet.address.toLowerCase()
  const signature = await wallet.signMessage(user)
  const password = Buffer.from(signature.slice(2), 'hex').toString('base64')
  const res = await fetch(`${url}/stores/${encodeURIComponent(streamId)}/data/partitions/0/${query}`, {
    headers: { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
  })
  if (res.status !== 200) { throw new Error(`status ${res.status}: ${await res.text()}`) }
  return res.json()
}
