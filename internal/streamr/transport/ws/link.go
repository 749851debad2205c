package ws

import (
	"crypto/tls"
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"

	"github.com/logstore/logstore/internal/streamr/transport"
)

// link is one WebSocket. Its methods of [transport.Link] are called in the loop; the rest
// belongs to the two goroutines.
type link struct {
	n      *Network
	server bool // the other side has dialled
	remote netip.Addr
	ws     *websocket.Conn // reads; see writer.go for what writes
	conn   net.Conn

	// Only in the loop.
	events transport.LinkEvents
	closed bool // there are no events any more
	batch  []inbound
	next   int // the first of batch that was not handled

	in  inbox
	out outbox

	heard   atomic.Int64  // when the last frame came, in Unix nanoseconds
	paused  atomic.Bool   // reading waits for the loop, or for the peer's rate
	dead    chan struct{} // closed with the network connection
	kill    sync.Once
	written chan struct{} // closed when the writer has ended
	silence *time.Timer

	mu        sync.Mutex // guards what follows
	running   bool       // the goroutines have been started
	abandoned bool
}

var _ transport.Link = (*link)(nil)

func newLink(n *Network, server bool) *link {
	l := &link{n: n, server: server, dead: make(chan struct{}), written: make(chan struct{})}
	l.silence = time.AfterFunc(time.Hour, l.checkSilence)
	l.silence.Stop() // until there is somebody to be silent
	l.in.room = make(chan struct{}, 1)
	l.out.wake = make(chan struct{}, 1)
	return l
}

// use gives the link its connection.
func (l *link) use(ws *websocket.Conn) {
	ws.SetReadLimit(int64(l.n.cfg.MaxFrame))
	ws.SetPingHandler(func(data string) error {
		l.heardFrame(len(data))
		l.control(opPong, []byte(data))
		return nil
	})
	ws.SetPongHandler(func(data string) error {
		l.heardFrame(len(data))
		return nil
	})
	ws.SetCloseHandler(func(code int, _ string) error {
		l.beginClose(code)
		return nil
	})
	l.mu.Lock()
	l.ws, l.conn = ws, ws.NetConn()
	abandoned := l.abandoned
	l.mu.Unlock()
	if abandoned {
		l.sever()
	}
}

// run starts the goroutines of a link that has its events.
func (l *link) run() {
	l.mu.Lock()
	l.running = true
	l.mu.Unlock()
	l.heard.Store(time.Now().UnixNano())
	if !l.n.start(l.write) || !l.n.start(l.read) {
		l.sever()
		l.n.remove(l)
		return
	}
}

// Start implements [transport.Link].
func (l *link) Start(e transport.LinkEvents) { l.events = e }

// RemoteAddr implements [transport.Link].
func (l *link) RemoteAddr() netip.Addr { return l.remote }

// Close implements [transport.Link].
func (l *link) Close(graceful bool) {
	l.closed = true
	code := codeNone
	switch {
	case graceful && l.server:
		code = codeServerLeaves
	case graceful:
		code = codeClientLeaves
	}
	l.beginClose(code)
}

// sever ends the network connection at once. It does not wait, as closing a TLS
// connection in order would: its alert may not get through to a peer that does not read.
func (l *link) sever() {
	l.kill.Do(func() {
		close(l.dead)
		conn := l.conn
		if t, ok := conn.(*tls.Conn); ok {
			conn = t.NetConn()
		}
		_ = conn.Close() // nothing more can be done with it
	})
}

// abandon ends a link without telling anybody. One that is closing already gets a second.
func (l *link) abandon() {
	const grace = time.Second
	l.mu.Lock()
	l.abandoned = true
	running, connected := l.running, l.conn != nil
	l.mu.Unlock()
	if !connected {
		return // use sees it
	}
	if running && l.out.isClosing() {
		_ = l.conn.SetDeadline(time.Now().Add(grace)) // fails if it is closed
		return
	}
	l.sever()
	if !running {
		l.n.remove(l)
	}
}
