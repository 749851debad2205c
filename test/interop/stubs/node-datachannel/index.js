'use strict'
// The clients load this module when they start. It can be loaded; whoever tries
// to open a WebRTC connection with it gets an error at once.
const nothing = () => {}

class PeerConnection {
  constructor() {
    throw new Error('WebRTC cannot be used in the interop tests')
  }
}

const RelayType = Object.freeze({ TurnUdp: 'TurnUdp', TurnTcp: 'TurnTcp', TurnTls: 'TurnTls' })
const DescriptionType = Object.freeze({ Unspec: 'Unspec', Offer: 'Offer', Answer: 'Answer' })

module.exports = {
  PeerConnection, RelayType, DescriptionType,
  initLogger: nothing, preload: nothing, cleanup: nothing, setSctpSettings: nothing
}
module.exports.default = module.exports
