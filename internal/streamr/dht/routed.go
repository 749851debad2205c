package dht

import (
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// routedTransport is the router as others see it.
type routedTransport struct{ r *router }

// Self implements [transport.Transport].
func (t routedTransport) Self() *wire.Peer { return t.r.self }

// Send implements [transport.Transport]. Routing uses open connections only, whatever
// the options say. Without any the error is [ErrNoRoute].
func (t routedTransport) Send(m *wire.Message, to *wire.Peer, _ transport.SendOptions) error {
	return t.r.send(m, to)
}

// Handle implements [transport.Transport]. The sender that a handler is told is what the message claims;
// any node on the way could have put it there.
func (t routedTransport) Handle(serviceID string, h transport.Handler) {
	switch {
	case t.r.handlers == nil: // stopped
	case h == nil:
		delete(t.r.handlers, serviceID)
	default:
		t.r.handlers[serviceID] = h
	}
}

// WatchDisconnects implements [transport.Transport]: it tells of own connections.
func (t routedTransport) WatchDisconnects(f func(p *wire.Peer, graceful bool)) (cancel func()) {
	return t.r.direct.WatchDisconnects(f)
}
