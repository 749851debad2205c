package connection

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

const (
	// awaitDuplicate is how long the connection may take that a peer says is there
	// when it refuses ours as its duplicate.
	awaitDuplicate = 5 * time.Second
	// maxAskedPerMinute bounds the dials that others ask for, for each host that
	// they ask us to dial: it is theirs only by their own word.
	maxAskedPerMinute = 60
	// maxAskedDials bounds them together, at one time.
	maxAskedDials = 64
)

// connect starts to open a connection.
func (m *Manager) connect(to *wire.Peer) (*conn, error) {
	if own, server := m.self.Descriptor.GetWebsocket(), to.Descriptor.GetWebsocket(); own != nil && server != nil &&
		own.GetHost() == server.GetHost() && own.GetPort() == server.GetPort() {
		return nil, transport.ErrSelf
	}
	way := kindOf(m.self, to)
	if way == none || way == ask && m.connector == nil {
		return nil, transport.ErrUnreachable
	}
	c := &conn{peer: to, state: awaited}
	c.deadline = m.env.Loop.After(pendingTimeout, func() { m.drop(c, false) })
	m.insert(c)
	if way == dial {
		m.dial(c)
		return c, nil
	}
	// The routed transport calls back into this manager, which must be done with c by then.
	m.env.Loop.Post(func() {
		if m.conns[to.ID] != c || c.state != awaited || m.connector == nil {
			return
		}
		if err := m.connector.Notify(to, "requestConnection", &wire.WebsocketConnectionRequest{}, transport.SendOptions{}); err != nil {
			m.drop(c, false)
		}
	})
	return c, nil
}

// dial opens a link for c and introduces us.
func (m *Manager) dial(c *conn) {
	c.state = dialing
	server := c.peer.Descriptor.GetWebsocket()
	address := transport.Address{Host: server.GetHost(), Port: uint16(server.GetPort()), TLS: server.GetTls(), Action: transport.ActionConnect}
	m.stats.Dialled++
	c.cancel = m.cfg.Network.Dial(address, pendingTimeout, func(link transport.Link, err error) {
		c.cancel = nil
		if err != nil {
			m.env.Log.Debug("peer cannot be dialled", "peer", c.peer, "error", err)
			m.drop(c, false)
			return
		}
		p := &pipe{m: m, link: link, conn: c}
		c.pipe, c.state = p, greeting
		link.Start(p.events())
		p.send(m.handshakeRequest(c.peer))
	})
}

// response takes the first message on a link that we have opened.
func (p *pipe) response(msg *wire.Message) {
	m, c := p.m, p.conn
	r := msg.GetHandshakeResponse()
	if r == nil {
		m.drop(c, false)
		return
	}
	if r.Error != nil {
		m.refusedBy(p, r.GetError())
		return
	}
	// Official nodes do not compare the ids. One that differs means that the address is not
	// that of the node we were told of.
	peer, err := wire.NewPeer(r.GetSourcePeerDescriptor())
	if err != nil || peer.ID != c.peer.ID || !speaks(r.GetProtocolVersion()) {
		m.drop(c, false)
		return
	}
	m.opened(c, p, peer)
}

// refusedBy takes an error that a peer has answered our handshake with.
func (m *Manager) refusedBy(p *pipe, why wire.HandshakeError) {
	c := p.conn
	m.env.Log.Debug("peer refuses the connection", "peer", c.peer, "reason", why)
	if why != wire.HandshakeError_DUPLICATE_CONNECTION {
		m.drop(c, false)
		return
	}
	// The peer keeps a connection that it has opened itself and that is about to
	// arrive, or an old one whose end it will notice.
	c.pipe = nil
	p.end(false)
	if c.rival != nil {
		m.drop(c, false)
		return
	}
	c.state = awaited
	c.deadline.Stop()
	c.deadline = m.env.Loop.After(awaitDuplicate, func() { m.drop(c, false) })
}

// SetRouted names the transport on which peers are asked to dial this node, and ask it:
// the DHT's. nil takes it away.
func (m *Manager) SetRouted(t transport.Transport) {
	if m.connector != nil {
		m.connector.Close()
		m.connector = nil
	}
	if t == nil {
		return
	}
	m.connector = rpc.New(m.env, t, serviceConnector)
	rpc.Handle(m.connector, "requestConnection", func(c *rpc.Call, _ *wire.WebsocketConnectionRequest) { m.dialOnRequest(c.From) })
}

// dialOnRequest dials a peer that asks for it. Anybody can ask in anybody's name and with
// any address, so this is limited.
func (m *Manager) dialOnRequest(peer *wire.Peer) {
	if m.stopping || m.self == nil || peer.ID == m.self.ID || m.conns[peer.ID] != nil || kindOf(m.self, peer) != dial {
		return
	}
	waiting := 0
	for _, c := range m.ordered {
		if c.state != open {
			waiting++
		}
	}
	if waiting >= maxAskedDials || len(m.ordered) >= m.cfg.MaxOpen || !m.asked.allow(peer.Descriptor.GetWebsocket().GetHost()) {
		m.stats.Refused++
		return
	}
	// An error says that it is this node's own address.
	_, _ = m.connect(peer)
}
