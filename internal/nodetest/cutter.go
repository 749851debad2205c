package nodetest

import (
	"net"
	"sync"
)

// cutter is a listener whose connections can be broken, WebSockets included.
type cutter struct {
	net.Listener
	mu    sync.Mutex // guards conns
	conns map[net.Conn]struct{}
}

type cutConn struct {
	net.Conn
	owner *cutter
}

func (l *cutter) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.conns[c] = struct{}{}
	return cutConn{c, l}, nil
}

func (c cutConn) Close() error {
	c.owner.mu.Lock()
	delete(c.owner.conns, c.Conn)
	c.owner.mu.Unlock()
	return c.Conn.Close()
}

// cut breaks all connections and returns how many there were.
func (l *cutter) cut() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := len(l.conns)
	for c := range l.conns {
		c.Close() // the error would say that the other side was quicker
	}
	clear(l.conns)
	return n
}
