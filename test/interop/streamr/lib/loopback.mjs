// Import this first. The official client would open its ports on every network
// interface; in these tests every server of the process stays on loopback.
import net from 'node:net'

const HOST = '127.0.0.1'
const listen = net.Server.prototype.listen

net.Server.prototype.listen = function (first, ...rest) {
  if (typeof first === 'number') {
    return listen.call(this, first, HOST, ...rest.filter((arg) => typeof arg !== 'string'))
  }
  if (first?.port !== undefined) { return listen.call(this, { ...first, host: HOST }, ...rest) }
  return listen.call(this, first, ...rest)
}
process.env.LOG_LEVEL ??= 'error'
