'use strict'
// The original client can keep encryption keys with the Lit network. It does so
// only when configured, and no such network is there in a test.
class LitNodeClient {
  constructor() {
    this.config = {}
  }

  connect() {
    return Promise.reject(new Error('the Lit network cannot be used in the interop tests'))
  }
}

module.exports = { LitNodeClient }
