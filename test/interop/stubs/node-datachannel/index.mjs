import impl from './index.js'

export const { PeerConnection, RelayType, DescriptionType, initLogger, preload, cleanup, setSctpSettings } = impl
export default impl
