package connection

import (
	"slices"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// state of a connection.
type state uint8

const (
	// dialing: a link is being opened.
	dialing state = iota
	// greeting: the link is open and our handshake request waits for its answer.
	greeting
	// awaited: the peer is expected to dial us.
	awaited
	// open: both have introduced themselves.
	open
)

// conn is the one connection to a peer, or the attempt to get it. The link below it can be
// replaced by another one.
type conn struct {
	peer     *wire.Peer
	state    state
	pipe     *pipe       // nil while there is no link
	cancel   func()      // gives up dialling
	deadline *loop.Timer // ends the attempt
	rival    *pipe       // an incoming link to the same peer that waits for the outcome of this connection
	rivalIs  *wire.Peer  // who is at its other end
	probing  bool

	buffer   [][]byte // frames that wait for the connection to open
	buffered int      // their bytes

	used    time.Time // when the last message went either way
	private bool
}

// pipe is one link and what the manager does with it.
type pipe struct {
	m        *Manager
	link     transport.Link
	conn     *conn // the connection that it carries, if any
	incoming bool
	ended    bool
	deadline *loop.Timer // of an incoming link's handshake
}

// events are what the link of a pipe tells.
func (p *pipe) events() transport.LinkEvents {
	return transport.LinkEvents{Message: p.receive, Closed: p.closed}
}

// receive takes a message of the peer.
func (p *pipe) receive(msg *wire.Message, size int) {
	switch {
	case p.ended:
	case p.conn != nil && p.conn.state == open && p.conn.pipe == p:
		p.m.dispatch(p.conn, msg, size)
	case p.incoming && p.conn == nil && p.deadline != nil:
		p.request(msg)
	case !p.incoming && p.conn != nil && p.conn.state == greeting:
		p.response(msg)
	}
}

// closed takes the end of the link.
func (p *pipe) closed(graceful bool) {
	if p.ended {
		return
	}
	p.forget()
	if c := p.conn; c != nil && c.pipe == p {
		p.m.drop(c, graceful)
	}
}

// end closes the link.
func (p *pipe) end(graceful bool) {
	if p.ended {
		return
	}
	p.forget()
	p.link.Close(graceful)
}

// forget takes the pipe out of what the manager waits for.
func (p *pipe) forget() {
	p.ended = true
	p.settled()
	if c := p.conn; c != nil && c.rival == p {
		c.rival, c.rivalIs = nil, nil
	}
}

// settled ends the wait for the handshake of an incoming link.
func (p *pipe) settled() {
	if p.deadline == nil {
		return
	}
	p.deadline.Stop()
	p.deadline = nil
	p.m.halfOpen = slices.DeleteFunc(p.m.halfOpen, func(q *pipe) bool { return q == p })
}

// send writes a message of the manager's own on the link.
func (p *pipe) send(msg *wire.Message) {
	frame, err := encode(msg)
	if err == nil {
		err = p.link.Send(frame)
	}
	if err != nil {
		p.m.env.Log.Debug("handshake not sent", "error", err)
	}
}

// insert adds a connection.
func (m *Manager) insert(c *conn) {
	m.conns[c.peer.ID] = c
	i, _ := m.find(c.peer.ID)
	m.ordered = slices.Insert(m.ordered, i, c)
}

func (m *Manager) find(id wire.NodeID) (int, bool) {
	return slices.BinarySearchFunc(m.ordered, id, func(c *conn, id wire.NodeID) int { return c.peer.ID.Compare(id) })
}

// opened makes p the link of c, tells the peer what has waited for it, and everybody else
// that there is a connection.
func (m *Manager) opened(c *conn, p *pipe, peer *wire.Peer) {
	was := c.state
	c.peer, c.pipe, c.state = peer, p, open
	p.conn = c
	p.settled()
	c.deadline.Stop()
	c.deadline, c.cancel = nil, nil
	c.used = m.env.Loop.Now()
	m.listed = nil
	for _, frame := range c.buffer {
		m.write(c, frame)
	}
	c.buffer, c.buffered = nil, 0
	m.settleRival(c)
	if was != open {
		m.stats.Opened++
		m.connects.each(func(f func(*wire.Peer)) { f(peer) })
	}
}

// settleRival refuses the incoming link that has waited for c to open.
func (m *Manager) settleRival(c *conn) {
	if r := c.rival; r != nil {
		c.rival, c.rivalIs = nil, nil
		r.refuse(wire.HandshakeError_DUPLICATE_CONNECTION)
	}
}

// drop takes a connection whose link has ended, or that could not be opened, out of the
// manager. If the peer has dialled us in the meantime, that link carries on.
func (m *Manager) drop(c *conn, graceful bool) {
	if m.conns[c.peer.ID] != c {
		return
	}
	if r, peer := c.rival, c.rivalIs; r != nil && !m.stopping {
		c.rival, c.rivalIs = nil, nil
		m.takeOver(c, r, peer)
		return
	}
	delete(m.conns, c.peer.ID)
	if i, ok := m.find(c.peer.ID); ok {
		m.ordered = slices.Delete(m.ordered, i, i+1)
	}
	m.listed = nil
	delete(m.locks, c.peer.ID)
	c.release()
	if c.state == open {
		m.stats.Closed++
	} else {
		m.stats.Failed++
	}
	m.disconnects.each(func(f func(*wire.Peer, bool)) { f(c.peer, graceful) })
	m.finishStop()
}

// release lets go of everything that the connection holds.
func (c *conn) release() {
	if c.cancel != nil {
		c.cancel()
		c.cancel = nil
	}
	c.deadline.Stop()
	if c.pipe != nil {
		c.pipe.end(false)
	}
	if c.rival != nil {
		c.rival.end(false)
	}
	c.buffer, c.buffered = nil, 0
}

// takeOver makes an incoming link the one that carries c, in place of the one it has or
// waits for.
func (m *Manager) takeOver(c *conn, p *pipe, peer *wire.Peer) {
	if c.cancel != nil {
		c.cancel()
	}
	if old := c.pipe; old != nil && old != p {
		c.pipe = nil
		old.end(false)
		m.stats.Replaced++
	}
	p.send(m.handshakeResponse(nil))
	m.opened(c, p, peer)
}

// close ends a connection from this side.
func (m *Manager) close(c *conn, graceful bool) {
	if c.pipe != nil {
		c.pipe.end(graceful)
	}
	m.settleRival(c)
	m.drop(c, graceful)
}
