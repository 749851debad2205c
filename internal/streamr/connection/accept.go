package connection

import (
	"errors"
	"net/netip"
	"time"

	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// accept takes a link that somebody else has opened.
func (m *Manager) accept(link transport.Link, action string) {
	p := &pipe{m: m, link: link, incoming: true}
	switch {
	case m.stopping || len(m.halfOpen) >= maxHalfOpen:
		m.refuseLink(p)
	case action == transport.ActionConnect:
		if m.self == nil || !within(m.handshakes, link.RemoteAddr()) {
			m.refuseLink(p)
			return
		}
		m.await(p)
		link.Start(p.events())
	case action == transport.ActionCheck:
		m.serveCheck(p)
	case action == transport.ActionProbe:
		// Whoever probes has seen what it wanted, and closes.
		m.await(p)
		link.Start(transport.LinkEvents{Closed: p.closed})
	default:
		m.refuseLink(p)
	}
}

func (m *Manager) refuseLink(p *pipe) {
	m.stats.Refused++
	p.link.Start(transport.LinkEvents{})
	p.end(false)
}

// await keeps an incoming link for as long as its handshake may take.
func (m *Manager) await(p *pipe) {
	m.halfOpen = append(m.halfOpen, p)
	p.deadline = m.env.Loop.After(pendingTimeout, func() { p.end(false) })
}

// request takes the first message on an incoming link.
func (p *pipe) request(msg *wire.Message) {
	m := p.m
	r := msg.GetHandshakeRequest()
	peer, err := wire.NewPeer(r.GetSourcePeerDescriptor())
	switch {
	case r == nil, err != nil, peer.ID == m.self.ID, m.stopping:
		m.stats.Refused++
		p.end(false)
	case !speaks(r.GetProtocolVersion()):
		p.refuse(wire.HandshakeError_UNSUPPORTED_PROTOCOL_VERSION)
	case r.GetTargetPeerDescriptor() != nil && string(r.GetTargetPeerDescriptor().GetNodeId()) != string(m.self.ID[:]):
		p.refuse(wire.HandshakeError_INVALID_TARGET_PEER_DESCRIPTOR)
	default:
		m.admit(p, peer)
	}
}

// refuse answers with an error and closes.
func (p *pipe) refuse(why wire.HandshakeError) {
	p.m.stats.Refused++
	p.send(p.m.handshakeResponse(&why))
	p.end(false)
}

// admit decides about an incoming link whose peer has introduced itself. If there is a
// connection to that node already, or an attempt at one, one of the two has to go (§3.4).
//
// The manager departs from official nodes in two cases, in ways they cannot tell from slowness.
// Where its own attempt to dial wins, it keeps the incoming link waiting until that attempt
// has succeeded, so that a peer it cannot reach can still reach it. And a
// newcomer from another address replaces an open connection only if the peer at its
// end does not answer any more: else anybody could take a node's place by saying its id.
func (m *Manager) admit(p *pipe, peer *wire.Peer) {
	c := m.conns[peer.ID]
	switch {
	case c == nil && len(m.ordered) >= m.cfg.MaxOpen:
		m.stats.Refused++
		p.end(false)
	case c == nil:
		c = &conn{peer: peer, state: awaited}
		m.insert(c)
		m.takeOver(c, p, peer)
	case c.state == awaited:
		m.takeOver(c, p, peer)
	case c.state != open && !offers(m.self.ID, peer.ID):
		m.takeOver(c, p, peer)
	case c.state != open:
		m.hold(c, p, peer)
	case offers(m.self.ID, peer.ID):
		// The peer would not dial if it knew of the connection.
		p.refuse(wire.HandshakeError_DUPLICATE_CONNECTION)
		m.probe(c)
	case sameHost(c.pipe.link.RemoteAddr(), p.link.RemoteAddr()):
		m.takeOver(c, p, peer)
	default:
		m.hold(c, p, peer)
		m.probe(c)
	}
}

func sameHost(a, b netip.Addr) bool { return a.IsValid() && a.Unmap() == b.Unmap() }

// hold keeps an incoming link until it is known what becomes of c.
func (m *Manager) hold(c *conn, p *pipe, peer *wire.Peer) {
	if c.rival != nil {
		p.refuse(wire.HandshakeError_DUPLICATE_CONNECTION)
		return
	}
	p.conn, c.rival, c.rivalIs = c, p, peer
	if c.state != open {
		// The peer's own patience is running out.
		c.deadline.Stop()
		c.deadline = m.env.Loop.After(holdTimeout, func() { m.drop(c, false) })
	}
}

// holdTimeout is how long an attempt to dial may take once the peer has dialled us.
const holdTimeout = 2 * time.Second

// probeTimeout is how long the peer of an open connection may take to show that it is
// there, when somebody else says to be it.
const probeTimeout = 3 * time.Second

// probe asks the peer for any answer at all, and ends a connection that gives none.
func (m *Manager) probe(c *conn) {
	if c.probing {
		return
	}
	c.probing = true
	at := c.pipe
	// Nodes answer a method that they do not have with an error.
	rpc.Invoke[wire.LockResponse](m.endpoint, c.peer, "isAlive", &wire.LockRequest{},
		rpc.Options{Timeout: probeTimeout, SendOptions: transport.SendOptions{NoWait: true}},
		func(_ *wire.LockResponse, err error) {
			c.probing = false
			if m.conns[c.peer.ID] != c || c.pipe != at {
				return
			}
			var remote *rpc.RemoteError
			if err == nil || errors.As(err, &remote) {
				m.settleRival(c)
				return
			}
			at.end(false)
			m.drop(c, false)
		})
}
