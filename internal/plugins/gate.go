package plugins

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"
)

// gate is a listener that holds at most a number of connections, closes those above it
// at once, and can end all of them, whoever uses them.
type gate struct {
	net.Listener
	plugin  string
	max     int
	metrics *metrics
	// greeting is how long a client has until [gateConn.greeted]; writing is how long it
	// may take no bytes. 0 is no bound.
	greeting, writing time.Duration

	mu     sync.Mutex // guards conns and closed
	closed bool
	conns  map[*gateConn]struct{}
}

// gateConn is a connection that a gate counts.
type gateConn struct {
	net.Conn
	gate *gate
	once sync.Once
	err  error

	mu   sync.Mutex // guards what follows
	met  bool       // the client has introduced itself
	left int        // bytes that it may send until then
	last time.Time  // no write lasts beyond it; zero: no bound
}

// maxGreeting is what a client may send before it was let in, if the gate asks for a greeting.
const maxGreeting = 256 << 10

var errGreeting = errors.New("too many bytes before the client has introduced itself")

// newGate checks that a listener without keys is on loopback; the error is [ErrOpenToAll].
func newGate(l net.Listener, plugin string, e Endpoint, open bool, m *metrics) (*gate, error) {
	if open && !isLoopbackAddr(l.Addr()) {
		return nil, fmt.Errorf("plugin %s on %s: %w", plugin, l.Addr(), ErrOpenToAll)
	}
	return &gate{Listener: l, plugin: plugin, max: e.MaxConnections, metrics: m, conns: make(map[*gateConn]struct{})}, nil
}

// isLoopbackAddr tells whether only this machine reaches an address. A listener that is no
// TCP one, such as a pipe in a test or a Unix socket, does not leave the machine.
func isLoopbackAddr(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return !ok || tcp.IP.IsLoopback()
}

// Accept takes the next connection for which there is room.
func (g *gate) Accept() (net.Conn, error) {
	for {
		inner, err := g.Listener.Accept()
		if err != nil {
			return nil, err
		}
		c := &gateConn{Conn: inner, gate: g, met: g.greeting == 0, left: maxGreeting}
		if g.add(c) {
			if !c.met {
				_ = inner.SetDeadline(time.Now().Add(g.greeting))
			}
			return c, nil
		}
		_ = inner.Close()
	}
}

func (g *gate) add(c *gateConn) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed {
		return false
	}
	if len(g.conns) >= g.max {
		g.metrics.refused.WithLabelValues(g.plugin).Inc()
		return false
	}
	g.conns[c] = struct{}{}
	g.metrics.connections.WithLabelValues(g.plugin).Inc()
	return true
}

// all returns the connections that are open.
func (g *gate) all() []*gateConn {
	g.mu.Lock()
	defer g.mu.Unlock()
	list := make([]*gateConn, 0, len(g.conns))
	for c := range g.conns {
		list = append(list, c)
	}
	return list
}

// cut ends all connections and lets in no more.
func (g *gate) cut() {
	g.mu.Lock()
	g.closed = true
	g.mu.Unlock()
	for _, c := range g.all() {
		_ = c.Close()
	}
}

// hurry bounds all writes that are under way or to come.
func (c *gateConn) hurry(until time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = until
	_ = c.SetWriteDeadline(until)
}

// greeted lifts the bounds on clients that nobody knows yet.
func (c *gateConn) greeted() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.met = true
}

// Read bounds what comes from a client that was not let in yet.
func (c *gateConn) Read(b []byte) (int, error) {
	c.mu.Lock()
	met, left := c.met, c.left
	c.mu.Unlock()
	if met {
		return c.Conn.Read(b)
	}
	if left <= 0 {
		return 0, errGreeting
	}
	n, err := c.Conn.Read(b[:min(len(b), left)])
	c.mu.Lock()
	c.left -= n
	c.mu.Unlock()
	return n, err
}

// Write gives a client that takes no bytes only so much time.
func (c *gateConn) Write(b []byte) (int, error) {
	if c.gate.writing > 0 {
		c.mu.Lock()
		until := time.Now().Add(c.gate.writing)
		if !c.last.IsZero() && c.last.Before(until) {
			until = c.last
		}
		_ = c.SetWriteDeadline(until)
		c.mu.Unlock()
	}
	return c.Conn.Write(b)
}

// SetDeadline of a connection whose writes are bounded is about reading.
func (c *gateConn) SetDeadline(t time.Time) error {
	if c.gate.writing > 0 {
		return c.SetReadDeadline(t)
	}
	return c.Conn.SetDeadline(t)
}

// Close ends the connection and makes room for another.
func (c *gateConn) Close() error {
	c.once.Do(func() {
		c.err = c.Conn.Close()
		c.gate.mu.Lock()
		delete(c.gate.conns, c)
		c.gate.mu.Unlock()
		c.gate.metrics.connections.WithLabelValues(c.gate.plugin).Dec()
	})
	return c.err
}

// loadTLS reads the certificate of an endpoint; nil without one.
func (e Endpoint) loadTLS() (*tls.Config, error) {
	if e.TLSCert == "" {
		return nil, nil
	}
	cert, err := tls.LoadX509KeyPair(e.TLSCert, e.TLSKey)
	if err != nil {
		return nil, fmt.Errorf("tls_cert and tls_key: %w", err)
	}
	return &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12, NextProtos: []string{"http/1.1"}}, nil
}

// gates are the listeners of a server.
type gates struct {
	mu   sync.Mutex // guards list
	list []*gate
}

func (g *gates) add(x *gate) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.list = append(g.list, x)
}

func (g *gates) each(f func(*gate)) {
	g.mu.Lock()
	list := g.list
	g.mu.Unlock()
	for _, x := range list {
		f(x)
	}
}

func (g *gates) cut() { g.each((*gate).cut) }
