package ws

import (
	"context"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"

	"github.com/logstore/logstore/internal/streamr/transport"
)

const (
	// upgradeTimeout is how long a client may take for the HTTP request.
	upgradeTimeout = 15 * time.Second
	maxHeaderBytes = 8 << 10
	// maxUpgrading bounds the TCP connections that are not WebSockets yet.
	maxUpgrading = 1024

	readBuffer = 16 << 10
)

// serve starts the server.
func (n *Network) serve(l net.Listener) {
	l = &boundedListener{Listener: l, max: int64(n.cfg.MaxConnections + maxUpgrading), stats: &n.stats}
	if n.cfg.TLS != nil {
		l = tls.NewListener(l, n.cfg.TLS)
	}
	n.server = &http.Server{
		Handler:           n,
		ReadHeaderTimeout: upgradeTimeout,
		ReadTimeout:       upgradeTimeout,
		IdleTimeout:       upgradeTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(n.cfg.Log.Handler(), slog.LevelDebug),
		BaseContext:       func(net.Listener) context.Context { return n.ctx },
	}
	n.start(func() {
		if err := n.server.Serve(l); !errors.Is(err, http.ErrServerClosed) && n.ctx.Err() == nil {
			n.cfg.Log.Error("WebSocket server ended: restart the node", "error", err)
		}
	})
}

// ServeHTTP implements [http.Handler]: it makes WebSockets of the requests that ask for
// it, on any path, and answers 404 to all others.
func (n *Network) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !websocket.IsWebSocketUpgrade(r) {
		http.NotFound(w, r)
		return
	}
	l := newLink(n, true)
	l.remote = parseRemote(r.RemoteAddr)
	if err := n.add(l); err != nil {
		n.stats.refused.Add(1)
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	action := actionOf(r)
	// Pages of all origins may connect: there are no cookies that could be misused.
	upgrader := websocket.Upgrader{
		HandshakeTimeout: upgradeTimeout,
		ReadBufferSize:   readBuffer, WriteBufferPool: &n.pool,
		CheckOrigin: func(*http.Request) bool { return true },
	}
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		n.remove(l)
		n.stats.refused.Add(1)
		n.cfg.Log.Debug("WebSocket upgrade refused", "remote", l.remote, "error", err)
		return
	}
	l.use(conn)
	n.cfg.Loop.Post(func() {
		if n.accept == nil {
			n.stats.refused.Add(1)
			l.abandon()
			return
		}
		n.stats.accepted.Add(1)
		n.accept(l, action)
		l.run()
	})
}

// actionOf reads what a client wants from the URL. The rest of the URL does not matter.
func actionOf(r *http.Request) string {
	if r.URL.RawQuery == "" {
		return transport.ActionConnect
	}
	return r.URL.Query().Get("action")
}

// boundedListener bounds the connections of a server, those included that never send a
// request: what is over the bound is closed at once.
type boundedListener struct {
	net.Listener
	max   int64
	open  atomic.Int64
	stats *counters
}

func (l *boundedListener) Accept() (net.Conn, error) {
	for {
		c, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		if l.open.Add(1) <= l.max {
			return &boundedConn{Conn: c, l: l}, nil
		}
		l.open.Add(-1)
		l.stats.refused.Add(1)
		_ = c.Close() // a stranger's
	}
}

type boundedConn struct {
	net.Conn
	l    *boundedListener
	once sync.Once
}

func (c *boundedConn) Close() error {
	c.once.Do(func() { c.l.open.Add(-1) })
	return c.Conn.Close()
}
