// Writes jsjson.json: texts and what this JavaScript engine makes of them.
//
//   node gen_jsjson.mjs > jsjson.json
//
// Each entry is [text, result] or [{hex}, result]; the result is
// JSON.stringify(JSON.parse(text)), or null where JSON.parse throws. Bytes in hex
// are decoded by TextDecoder first. The random part is the same in every run.

const vectors = []
const seen = new Set()

function add(input) {
    const bytes = typeof input === 'string' ? Buffer.from(input, 'utf8') : Buffer.from(input)
    const text = new TextDecoder().decode(bytes)
    const hex = bytes.toString('hex')
    if (seen.has(hex)) return
    seen.add(hex)
    let result = null
    try {
        result = JSON.stringify(JSON.parse(text))
    } catch {}
    const faithful = Buffer.from(text, 'utf8').equals(bytes) && !text.startsWith('\ufeff')
    vectors.push([faithful ? text : { hex }, result])
}

// Numbers.
for (const n of ['0', '-0', '-0.0', '0.0', '-0e5', '1.0', '1e3', '1E3', '1e+3', '1e-3', '100', '1.50', '0.1', '0.10',
    '12345678901234567890', '123456789012345', '1234567890123456', '9007199254740993', '9007199254740992', '-9007199254740991',
    '1e20', '1e21', '1e22', '123e19', '123e18', '999999999999999999999', '1000000000000000000000', '100000000000000000000',
    '1e-5', '1e-6', '1e-7', '0.00001', '0.000001', '0.0000001', '0.00000123', '0.0000012', '-0.000001', '-0.0000001', '123e-8',
    '5e-324', '4.9e-324', '2e-324', '2.4703282292062328e-324', '2.4703282292062327e-324', '2.2250738585072014e-308', '2.2250738585072011e-308',
    '1.7976931348623157e308', '1.7976931348623158e308', '1.7976931348623159e308', '1e308', '1e309', '-1e309', '1e999', '-1e999', '1e-999',
    '0e999', '1e0000000000000001', '0.30000000000000004', '0.1234567890123456', '0.12345678901234567', '0.123456789012345678', '1.1', '33.33333333333333',
    '3.141592653589793', '3.1415926535897931', '2.718281828459045235360287', '1.23456789012345678901234567890e+10', '4.35', '4.349999999999999',
    '1e23', '1.5e+300', '9.5e-7', '123456.789e3', '123456789012345.6', '12345678901234.56', '99999999999999.95', '0.000012345678901234', '72057594037927945',
    '1' + '0'.repeat(400), '0.' + '0'.repeat(400) + '1', '1' + '0'.repeat(300) + 'e-300', '8.5', '-1', '-1.5', '- 1', '01', '-01', '00', '1.', '.5', '-.5', '+1', '1e', '1e+', '1e-',
    '0x10', '1_000', 'Infinity', '-Infinity', 'NaN', '1.e3', '1..2', '1e1.5', '--1', '-', '1 2', '1,2', '0.5e', '0e', '0e+1', '-0e-1', '1e5', '1e05', '1.0e05', '1.10e2']) {
    add(n)
}

// Literals, structure, white space.
for (const t of ['', ' ', 'null', 'true', 'false', 'nul', 'nulll', 'True', 'NULL', 'truefalse', ' null ', '\n\tnull\r ', '\u00a0null', '\vnull', '\fnull', 'null\0',
    '[]', '{}', '[ ]', '{ }', '[[]]', '[{}]', '{"a":{}}', '{"a":[]}', '[1,2,3]', '[ 1 , 2 ]', '[1 2]', '[1,]', '[,1]', '[,]', '[', ']', '{', '}', '[}', '{]', '[1', '{"a"', '{"a":', '{"a":1',
    '{"a":1,', '{"a":1,}', '{,}', '{"a"}', '{a:1}', "{'a':1}", '{"a" 1}', '{"a"::1}', '{"a":1 "b":2}', '{1:2}', '{null:1}', '[1]]', '{}{}', '[][]', '[] []', '// c', '/**/1', '[1/**/]',
    '{ "spaced" :  1 , "e": 1e3, "x":1.0 }', '{\n  "a": [\n    1,\n    2\n  ]\n}', '\ufeff{}', '\ufeff\ufeff{}', ' \ufeff{}', '[\ufeff]', '"\ufeff"', 'undefined', '[undefined]', '[null,true,false]',
    '[nul]', '[tru', '"a"b', '{"a":1}x', '[1]\n', '\r\n[1]\r\n']) {
    add(t)
}
for (const depth of [1, 10, 100, 1000]) {
    add('['.repeat(depth) + ']'.repeat(depth))
    add('{"a":'.repeat(depth) + '0' + '}'.repeat(depth))
    add('[ '.repeat(depth) + ']'.repeat(depth))
    add('['.repeat(depth))
}

// Strings.
for (let c = 0; c < 0x80; c++) {
    add('"' + String.fromCharCode(c) + '"')
    add('"\\' + String.fromCharCode(c) + '"')
    add('"\\u' + c.toString(16).padStart(4, '0') + '"')
    add('"\\u' + c.toString(16).toUpperCase().padStart(4, '0') + '"')
}
for (const s of ['\\u2028', '\\u2029', '\u2028\u2029', '\\u00e9', 'é', '\\u00E9', '\\ud83d\\ude00', '\\uD83D\\uDE00', '\\uD83d\\uDe00', '😀', '\\ud800', '\\uD800', '\\udc00', '\\uDFFF', '\\udbff\\udfff',
    '\\udc00\\ud800', '\\ud800\\ud800', '\\ud800\\ud800\\udc00', '\\ud800x', '\\ud800\\n', '\\ud800\\u0041', '\\ud800\\\\udc00', '\\ud800\\', '\\ud800\\u', '\\ud800\\udc0', '\\ud800\\udc0g', '\\uD83D\\u', '\\uffff', '\\ufffe', '\\ufeff', '\\ufffd', '\uffff',
    '\\u', '\\u1', '\\u12', '\\u123', '\\u123g', '\\u 123', '\\u+123', '\\x41', '\\', '\\"', '\\\\', '\\\\\\', '\\/', '/', '<\\/script>', '\\b\\f\\n\\r\\t', '\u007f', '\u0080', '\u009f', '\u00ad', '\u200b', '\\u0008\\u0009\\u000a\\u000c\\u000d\\u000b\\u001F',
    'he said \\"x\\" \\\\ \\/', '0123456\\n', '01234567\\n', '012345678\\n', '0123456é', '01234567é', 'žluťoučký kůň 🐎', '鍵値', '\\u0022\\u005c\\u002f', '\\ud83d\\ude0', '\\ude00😀', '\\ud83d😀', '𐀀', '\u{10ffff}', 'a\nb', 'tab\there']) {
    add('"' + s + '"')
    add('{"' + s + '":1}')
    add('["x","' + s + '",2]')
}
add('"')
add('"abc')
add('"abc\\"')

// Bytes that are no UTF-8.
for (const h of ['80', 'bf', 'c0', 'c080', 'c1bf', 'c2', 'c220', 'c2c2', 'e0', 'e080', 'e08080', 'e0a0', 'e0a020', 'e1', 'e180', 'e18020', 'ed', 'eda0', 'eda080', 'edb080', 'eda080edb080', 'ed9f', 'ee8080', 'f0', 'f080', 'f08080', 'f0808080',
    'f090', 'f09080', 'f0908020', 'f1', 'f18080', 'f1808041', 'f4', 'f48f', 'f48fbf', 'f490', 'f4908080', 'f5', 'f5808080', 'fe', 'ff', 'ffff', 'fffe', 'f8888080', 'f09f98', 'f09f9880', 'e282', 'e28280', 'e2828041', 'c3a9ff', 'ffc3a9', '41ff42', 'efbbbf', 'efbb', 'efbf']) {
    const b = Buffer.from(h, 'hex')
    const wrap = (pre, post) => add(Buffer.concat([Buffer.from(pre), b, Buffer.from(post)]))
    wrap('"', '"')
    wrap('{"', '":1}')
    wrap('"0123456789', 'x"')
    wrap('', '1')
    wrap('1', '')
    wrap('"\\', '"')
}
add(Buffer.from('7b22ff223a312c22fe223a327d', 'hex'))
add(Buffer.from('7b22ff223a312c22efbfbd223a327d', 'hex'))
add(Buffer.from('efbbbf7b7d', 'hex'))
add(Buffer.from('efbb7b7d', 'hex'))

// Keys.
for (const t of ['{"dup":1,"dup":2}', '{"a":1,"b":2,"a":3}', '{"a":{"x":1},"a":{"y":2}}', '{"a":1,"\\u0061":2}', '{"\\u0061":1,"a":2,"b":3}', '{"z":1,"a":2,"10":3,"2":4}', '{"1":1,"2":2}', '{"2":1,"1":2}', '{"1":1,"1":2}', '{"1":1,"a":2,"1":3}', '{"a":1,"1":2}', '{"1":1,"a":2}',
    '{"0":1,"00":2,"01":3,"1":4}', '{"01":1,"1":2}', '{"-1":1,"1":2}', '{"a":1,"-1":2,"1.5":3,"+1":4,"1e3":5}', '{"4294967294":1,"1":2}', '{"4294967295":1,"1":2}', '{"4294967296":1,"1":2}', '{"4294967295":1,"4294967294":2}', '{"b":0,"4294967294":1,"4294967295":2,"4294967293":3}',
    '{"9007199254740991":1,"1":2}', '{"b":1,"9007199254740991":2}', '{"99999999999":1,"a":2,"0":3}', '{"9999999999":1,"a":2,"0":3}', '{"2147483648":1,"2147483647":2}', '{"b":1,"\\u0031":2}', '{"\\u0032":1,"\\u0031":2}', '{"":1}', '{"":1,"":2}', '{" 1":1,"1 ":2,"1":3}',
    '{"__proto__":{"x":1},"k":"v"}', '{"__proto__":1}', '{"__proto__":null,"__proto__":[]}', '{"a":1,"__proto__":{"b":2},"a":2}', '{"constructor":1,"toString":2,"hasOwnProperty":3,"valueOf":4}', '{"toJSON":1}', '{"length":1}', '{"a":{"toJSON":"x"}}',
    '{"\\ud800":1,"\\uD800":2}', '{"\\ud800":1,"\ufffd":2}', '{"\\ud83d\\ude00":1,"😀":2}', '{"A":1,"a":2}', '{"a ":1,"a":2}', '{"é":1,"e\u0301":2,"\\u00e9":3}', '[{"b":1,"1":2},{"c":1,"c":2}]', '{"o":{"b":1,"1":2},"b":3}', '{"o":{"b":1},"b":{"o":2,"b":3}}', '{"abcdefgh":1,"abcdefgh":2}', '{"abcdefghi":1,"abcdefghj":2}',
    '{ "b" : 1 , "1" : 1.0 , "b" : "\\u0041" }', '{"a":1,"b":2,"c":{"a":1,"b":2,"c":{"a":1}}}']) {
    add(t)
}
const many = (n, f) => '{' + Array.from({ length: n }, (_, i) => f(i)).join(',') + '}'
add(many(127, (i) => `"k${i}":${i}`))
add(many(128, (i) => `"k${i}":${i}`))
add(many(129, (i) => `"k${i}":${i}`))
add(many(140, (i) => `"k${i % 135}":${i}`))
add(many(40, (i) => `"${i}":${i}`))
add(many(40, (i) => `"${40 - i}":${i}`))

// Random texts, from a small generator of its own so that they never change.
let state = 12345
const random = (n) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % n
}
const pick = (list) => list[random(list.length)]
const space = () => (random(4) === 0 ? pick([' ', '\n', '\t', '  ', '\r\n']) : '')
const digits = (n) => Array.from({ length: n }, () => random(10)).join('')
const number = () => {
    const whole = random(3) === 0 ? '0' : 1 + random(9) + digits(random(random(3) === 0 ? 25 : 8))
    const fraction = random(2) === 0 ? '.' + (random(3) === 0 ? '0'.repeat(random(9)) : '') + digits(1 + random(random(3) === 0 ? 22 : 6)) : ''
    const exponent = random(4) === 0 ? pick(['e', 'E']) + pick(['', '+', '-']) + random(pick([4, 30, 340])) : ''
    return pick(['', '', '-']) + whole + fraction + exponent
}
const character = () => {
    switch (random(14)) {
        case 0: return pick(['\\n', '\\t', '\\"', '\\\\', '\\/', '\\b', '\\f', '\\r'])
        case 1: return '\\u' + random(0x80).toString(16).padStart(4, '0')
        case 2: return '\\u' + random(0x10000).toString(16).padStart(4, '0')
        case 3: return '\\u' + (0xd800 + random(0x800)).toString(16).toUpperCase()
        case 4: return '\\ud83d\\ude' + random(0x100).toString(16).padStart(2, '0')
        case 5: return pick(['é', 'ž', '鍵', '😀', '\u2028', '\u007f', '\ufeff'])
        default: return String.fromCharCode(35 + random(56))
    }
}
const string = () => '"' + Array.from({ length: random(12) }, character).join('') + '"'
const key = () => (random(3) === 0 ? `"${random(pick([3, 12, 5000000000]))}"` : random(2) === 0 ? `"${pick(['a', 'b', 'c', '__proto__', '\\u0061', 'x'])}"` : string())
const value = (depth) => {
    const kind = random(depth > 3 ? 5 : 9)
    if (kind < 2) return number()
    if (kind < 4) return string()
    if (kind < 5) return pick(['null', 'true', 'false'])
    const list = Array.from({ length: random(6) }, () => (kind < 7 ? '' : key() + space() + ':' + space()) + value(depth + 1) + space())
    return (kind < 7 ? '[' : '{') + space() + list.join(',' + space()) + (kind < 7 ? ']' : '}')
}
for (let i = 0; i < 350; i++) {
    add(space() + value(0) + space())
}
for (let i = 0; i < 150; i++) { // most of them broken
    const t = value(0)
    const at = random(t.length)
    add(t.slice(0, at) + pick(['', '', ',', '"', '}', ']', '\\', '0', 'e', ':', ' ']) + t.slice(at + random(3)))
}
for (let i = 0; i < 200; i++) {
    add(number())
}
// Doubles of all sizes, exactly, and off by a digit.
for (let i = 0; i < 150; i++) {
    const view = new DataView(new ArrayBuffer(8))
    view.setUint32(0, (random(1 << 24) << 8) | random(256))
    view.setUint32(4, (random(1 << 24) << 8) | random(256))
    const f = view.getFloat64(0)
    if (!Number.isFinite(f)) continue
    add(String(f))
    add(f.toPrecision(17))
    add(f.toPrecision(21))
    add(f.toExponential(5))
}

console.log('[\n' + vectors.map((v) => JSON.stringify(v)).join(',\n') + '\n]')
