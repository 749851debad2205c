// Runs the WebAssembly verifier over the files of proof/testdata/timetree.json, and
// holds the EIP-712 vectors there against ethers.
//   node run.mjs verifier.wasm wasm_exec.js timetree.json
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [wasm, exec, vectorFile, modules] = process.argv.slice(2)
const vectors = JSON.parse(readFileSync(vectorFile, 'utf8'))
let passed = 0
let failed = 0
const check = (what, ok) => {
    if (ok) passed++
    else {
        failed++
        console.error('FAILED: ' + what)
    }
}
const bytes = (hex) => Uint8Array.from(Buffer.from(hex, 'hex'))

await import(pathToFileURL(exec).href)
const go = new globalThis.Go()
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), go.importObject)
go.run(instance)

for (const file of vectors.files) {
    const report = JSON.parse(await globalThis.logstoreVerify(bytes(file.file), file.signer))
    check(`file "${file.name}" is ${file.ok ? '' : 'not '}proven`, report.ok === file.ok)
    const other = JSON.parse(await globalThis.logstoreVerify(bytes(file.file), '0x' + '11'.repeat(20)))
    check(`file "${file.name}" is refused for another node`, other.ok === false)
    const changed = bytes(file.file)
    changed[changed.length - 1] ^= 1
    const bad = await globalThis.logstoreVerify(changed).then((r) => JSON.parse(r).ok, () => false)
    check(`file "${file.name}" is refused when changed`, bad === false)
}
check('rubbish is refused', await globalThis.logstoreVerify(new Uint8Array(100)).then(() => false, (e) => e instanceof Error))
check('a string is refused', await globalThis.logstoreVerify('x').then(() => false, (e) => e instanceof Error))

const { TypedDataEncoder, verifyTypedData } = createRequire(modules + '/')('ethers')
const types = {
    Attestation: [
        ['string', 'streamId'], ['uint32', 'partition'], ['bytes', 'from'], ['bytes', 'to'],
        ['uint64', 'count'], ['uint64', 'size'], ['bytes32', 'digest'], ['uint64', 'floor'], ['uint64', 'asOf'],
    ].map(([type, name]) => ({ type, name })),
}
for (const a of vectors.attestations) {
    const domain = { name: 'LogStore', version: '1', chainId: a.chainId }
    const value = {
        streamId: a.streamId, partition: a.partition, from: '0x' + a.from, to: '0x' + a.to,
        count: a.sum.count, size: a.sum.bytes, digest: '0x' + a.sum.digest, floor: a.floor, asOf: a.asOf,
    }
    check('ethers has the same digest of typed data', TypedDataEncoder.hash(domain, types, value) === '0x' + a.typedDataDigest)
    check('ethers recovers the signer', verifyTypedData(domain, types, value, '0x' + a.signature).toLowerCase() === a.signer)
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
