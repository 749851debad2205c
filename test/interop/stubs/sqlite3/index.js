'use strict'
// The clients keep group keys in SQLite, in tables with the columns key_ and
// value_, and use two statements: read one key, write one key. That is all this
// replacement understands; any other statement succeeds and does nothing.
// Objects that open the same file name share their content.
const READ = /^\s*SELECT value_ FROM (\w+) WHERE key_ = \?/i
const WRITE = /^\s*INSERT INTO (\w+) \(key_, value_\)/i
const files = new Map()

const mapIn = (map, name) => {
  if (!map.has(name)) { map.set(name, new Map()) }
  return map.get(name)
}

class Database {
  constructor(filename, mode, callback) {
    this.tables = mapIn(files, filename)
    this.later(typeof mode === 'function' ? mode : callback, [null])
  }

  later(callback, args, self = this) {
    if (callback !== undefined) { setImmediate(() => callback.apply(self, args)) }
    return this
  }

  execute(sql, params) {
    const read = READ.exec(sql)
    if (read !== null) {
      const value = mapIn(this.tables, read[1]).get([params[0]].flat()[0])
      return value === undefined ? [] : [{ value_: value }]
    }
    const write = WRITE.exec(sql)
    if (write !== null) { mapIn(this.tables, write[1]).set(params[0].$key_, params[0].$value_) }
    return []
  }

  call(sql, args, answer, self) {
    const callback = typeof args.at(-1) === 'function' ? args.pop() : undefined
    return this.later(callback, [null, answer(this.execute(sql, args))], self)
  }

  run(sql, ...args) { return this.call(sql, args, () => undefined, { lastID: 0, changes: 1 }) }
  get(sql, ...args) { return this.call(sql, args, (rows) => rows[0]) }
  all(sql, ...args) { return this.call(sql, args, (rows) => rows) }
  exec(_sql, callback) { return this.later(callback, [null]) }
  close(callback) { return this.later(callback, [null]) }
  configure() {}
  on() { return this }
}

module.exports = { Database, OPEN_READWRITE: 2, OPEN_CREATE: 4, verbose: () => module.exports }
module.exports.default = module.exports
