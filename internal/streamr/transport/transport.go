// Package transport carries messages between Streamr nodes.
//
// A [Link] is one open pipe of frames: a WebSocket in production (package ws), a
// simulated one in tests and simulations (package simlink). Package connection makes a
// node of links: it does the handshakes, keeps one connection to each peer, and decides which to
// close. What stands above it sees a [Transport].
package transport

import (
	"errors"
	"net/netip"
	"time"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// Transport carries messages to services of other nodes. It must be used in the loop.
// The Manager is one, over direct connections; the DHT's router is another, over the
// connections of others.
type Transport interface {
	// Self is the own node. It is the same from the start of the node on.
	Self() *wire.Peer
	// Send hands m over to a service of another node: m.ServiceId, m.Body. It sets
	// the other fields. That it returns nil does not mean that m arrives.
	Send(m *wire.Message, to *wire.Peer, o SendOptions) error
	// Handle names the receiver of a service's messages, nil takes it away. A message
	// for a service that nobody receives is dropped.
	Handle(serviceID string, h Handler)
	// WatchDisconnects tells of lost peers until cancel is called.
	WatchDisconnects(f func(p *wire.Peer, graceful bool)) (cancel func())
}

// Handler receives a message. from is the node that made it; for a direct
// connection that is the peer at its other end, whatever the message says.
type Handler func(m *wire.Message, from *wire.Peer)

// SendOptions say how far Send may go.
type SendOptions struct {
	// NoConnect sends only on a connection that is open or being opened.
	NoConnect bool
	// NoWait sends only on a connection that is open.
	NoWait bool
}

// Direct is a Transport over own connections, with what the DHT and the delivery layer
// need to know of them.
type Direct interface {
	Transport
	// SendMany hands one message over to many open connections; others are left out.
	// It costs less than many Sends. It returns how many there were.
	SendMany(m *wire.Message, to []*wire.Peer) int
	// Connections lists the open connections that are not private, ordered by node id.
	Connections() []*wire.Peer
	// Connected is whether there is an open connection that is not private.
	Connected(id wire.NodeID) bool
	// WatchConnects tells of new connections until cancel is called.
	WatchConnects(f func(p *wire.Peer)) (cancel func())

	// Lock asks the peer to keep the connection, opening it if need be; done may be nil.
	Lock(p *wire.Peer, lockID string, done func(accepted bool))
	// Unlock takes the wish back.
	Unlock(p *wire.Peer, lockID string)
	// WeakLock keeps the connection from being closed by this side only.
	WeakLock(id wire.NodeID, lockID string)
	WeakUnlock(id wire.NodeID, lockID string)
	// SetPrivate asks the peer to keep the connection out of its DHT.
	SetPrivate(p *wire.Peer, private bool)
	// Disconnect closes a connection gracefully if no lock holds it.
	Disconnect(p *wire.Peer)
}

var (
	// ErrNotConnected: there is no connection and none may be opened.
	ErrNotConnected = errors.New("not connected to the peer")
	// ErrSelf: a node does not send to itself.
	ErrSelf = errors.New("the peer is this node itself")
	// ErrUnreachable: neither side can dial the other.
	ErrUnreachable = errors.New("neither node has a server that the other can dial")
	// ErrBackpressure: the peer does not read as fast as it is sent to.
	ErrBackpressure = errors.New("the peer reads too slowly")
	// ErrStopped: the node is stopping or stopped.
	ErrStopped = errors.New("the node is stopped")
)

// Link is one open pipe of frames to a peer. Its methods never block. They are called in
// the loop, and so are the functions of its LinkEvents.
type Link interface {
	// Start says who gets what arrives. It is called once, before the function that
	// the link was handed to returns.
	Start(LinkEvents)
	// Send queues one frame, which must not be changed afterwards. A link whose
	// queue is full returns ErrBackpressure, and ends if it stays so.
	Send(frame []byte) error
	// Buffered is how many bytes wait to be written.
	Buffered() int
	// Close writes what is queued, as far as that is quick, and ends the link. No event follows.
	Close(graceful bool)
	// RemoteAddr is the peer's address as the network shows it.
	RemoteAddr() netip.Addr
}

// LinkEvents are what a link tells.
type LinkEvents struct {
	// Message is called for every frame that is a message. size is its length in bytes.
	Message func(m *wire.Message, size int)
	// Closed is called once when the other side or the network has ended the link.
	Closed func(graceful bool)
}

// Actions of a WebSocket's URL.
const (
	ActionConnect = ""
	ActionCheck   = "connectivityRequest"
	ActionProbe   = "connectivityProbe"
)

// Address is where a link goes to.
type Address struct {
	Host string // a name or an IP address
	Port uint16
	TLS  bool
	// Insecure takes any certificate, as a probe of a self-signed server does.
	Insecure bool
	Action   string
}

// Network opens links.
type Network interface {
	// Dial calls done in the loop, exactly once: with a link, or with an error after at most timeout.
	// After cancel, done is not called.
	Dial(a Address, timeout time.Duration, done func(Link, error)) (cancel func())
	// Accept names the function that gets links which others open, called in the loop. nil refuses them.
	Accept(f func(l Link, action string))
}
