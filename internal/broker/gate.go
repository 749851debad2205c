package broker

import (
	"container/list"
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"sync"
)

// gate is a listener that holds at most a number of connections. When it is full
// and another client comes, the connection that has been without a request for the
// longest time is closed in its favour, whether it never sent a whole request
// header or is idle after an answer. A connection with a request under way is never
// closed; if all have one, new clients wait in the system's queue.
type gate struct {
	net.Listener
	max     int
	onEvict func()

	mu      sync.Mutex // guards what follows, and the fields of all gateConns
	closed  bool
	open    int
	waiting list.List  // of *gateConn, the longest waiting first
	room    *sync.Cond // signalled when a connection closes or begins to wait
}

// gateConn is a connection that a gate counts.
type gateConn struct {
	net.Conn
	gate     *gate
	requests int           // under way
	place    *list.Element // in gate.waiting; nil while requests are under way
	gone     bool
}

func newGate(l net.Listener, max int, onEvict func()) *gate {
	g := &gate{Listener: l, max: max, onEvict: onEvict}
	g.room = sync.NewCond(&g.mu)
	return g
}

// Accept takes the next connection.
func (g *gate) Accept() (net.Conn, error) {
	inner, err := g.Listener.Accept()
	if err != nil {
		return nil, err
	}
	if !g.makeRoom() {
		_ = inner.Close()
		return nil, net.ErrClosed
	}
	c := &gateConn{Conn: inner, gate: g}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.open++
	c.place = g.waiting.PushBack(c)
	return c, nil
}

// makeRoom waits until there is room for one more connection and reports whether
// the gate is still open. Accept is called by one goroutine only, so the room stays.
func (g *gate) makeRoom() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	for !g.closed && g.open >= g.max {
		oldest := g.waiting.Front()
		if oldest == nil {
			g.room.Wait()
			continue
		}
		c := oldest.Value.(*gateConn)
		g.leave(c)
		g.onEvict()
		_ = c.Conn.Close() // wakes the goroutine that serves it
	}
	return !g.closed
}

// leave stops counting a connection. g.mu is held.
func (g *gate) leave(c *gateConn) {
	if c.gone {
		return
	}
	c.gone = true
	g.open--
	if c.place != nil {
		g.waiting.Remove(c.place)
		c.place = nil
	}
	g.room.Signal()
}

// Close stops listening. Open connections stay.
func (g *gate) Close() error {
	g.mu.Lock()
	g.closed = true
	g.room.Broadcast()
	g.mu.Unlock()
	return g.Listener.Close()
}

// Close closes the connection and makes room for another.
func (c *gateConn) Close() error {
	c.gate.mu.Lock()
	c.gate.leave(c)
	c.gate.mu.Unlock()
	return c.Conn.Close()
}

// begin and end mark a request on the connection.
func (c *gateConn) begin() {
	g := c.gate
	g.mu.Lock()
	defer g.mu.Unlock()
	c.requests++
	if c.place != nil {
		g.waiting.Remove(c.place)
		c.place = nil
	}
}

func (c *gateConn) end() {
	c.gate.mu.Lock()
	defer c.gate.mu.Unlock()
	c.requests--
}

// idle marks that the last answer has gone out. The end of a handler is too early: what
// it wrote may not have been sent yet.
func (c *gateConn) idle() {
	g := c.gate
	g.mu.Lock()
	defer g.mu.Unlock()
	if c.requests == 0 && !c.gone && c.place == nil {
		c.place = g.waiting.PushBack(c)
		g.room.Signal()
	}
}

type gateConnKey struct{}

// connContext is a server's ConnContext: it lets countRequests find the connection.
func connContext(ctx context.Context, c net.Conn) context.Context {
	return context.WithValue(ctx, gateConnKey{}, withoutTLS(c))
}

// connState is a server's ConnState: it tells the gate which connections are idle.
func connState(c net.Conn, state http.ConnState) {
	if g, ok := withoutTLS(c).(*gateConn); ok && state == http.StateIdle {
		g.idle()
	}
}

func withoutTLS(c net.Conn) net.Conn {
	if t, ok := c.(*tls.Conn); ok {
		return t.NetConn()
	}
	return c
}

// countRequests tells the gate which connections have a request under way.
func countRequests(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c, ok := r.Context().Value(gateConnKey{}).(*gateConn); ok {
			c.begin()
			defer c.end()
		}
		next.ServeHTTP(w, r)
	})
}
