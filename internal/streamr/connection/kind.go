package connection

import (
	"net/netip"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// kind is how two nodes can get a connection.
type kind int

const (
	// none: only WebRTC would do, which this node does not speak.
	none kind = iota
	// dial: the local node dials the remote one.
	dial
	// ask: the local node asks the remote one, through others, to dial it.
	ask
)

// kindOf chooses the kind of connection (§3.3).
func kindOf(local, remote *wire.Peer) kind {
	switch {
	case canDial(local, remote):
		return dial
	case canDial(remote, local):
		return ask
	default:
		return none
	}
}

// canDial is whether a can open a WebSocket to b. Browsers open only those that their
// security rules allow to a page that came over TLS.
func canDial(a, b *wire.Peer) bool {
	server := b.Descriptor.GetWebsocket()
	if server == nil {
		return false
	}
	return !a.IsBrowser() || server.GetTls() || isLocalHost(server.GetHost())
}

func isLocalHost(host string) bool {
	if host == "localhost" {
		return true
	}
	a, err := netip.ParseAddr(host)
	if err != nil {
		return false
	}
	a = a.Unmap()
	return a.Is4() && (a.IsLoopback() || a.IsPrivate())
}
