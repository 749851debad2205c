package ws

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
)

// Config of a Network. Zero values stand for the defaults.
type Config struct {
	Loop loop.Loop    // required
	Log  *slog.Logger // nil logs nothing

	// Addr is where to listen, such as "0.0.0.0:32200"; port 0 is any free one. Without
	// it and without Listener there is no server, but ServeHTTP can be mounted in another.
	Addr string
	// Listener is used instead of Addr. Close closes it.
	Listener net.Listener
	// TLS makes the server speak TLS. It needs a certificate.
	TLS *tls.Config
	// RootCAs are trusted when a wss address is dialled. nil is the system's.
	RootCAs *x509.CertPool

	// MaxConnections bounds the connections, of both directions. 0 is 4,096.
	MaxConnections int
	// MaxPerAddress bounds the incoming connections from one remote address, other than
	// this machine's own. 0 is 128.
	MaxPerAddress int

	// MaxFrame is the largest message taken, in bytes. 0 is 1,048,576, as official nodes have it.
	MaxFrame int
	// InboxFrames and InboxBytes bound what one connection has read and the loop has
	// not handled. Beyond it nothing is read. 0 is 1,024 frames and 4 MiB.
	InboxFrames, InboxBytes int
	// FramesPerSecond and BytesPerSecond bound what is read from one connection, with
	// bursts of a second. 0 is 100,000 frames and 128 MiB.
	FramesPerSecond, BytesPerSecond int
	// QueueBytes bounds what waits to be written on one connection. 0 is 8 MiB.
	QueueBytes int
	// SlowAfter is how long a connection may have a full queue, or write nothing of one
	// that is not empty, before it is ended. 0 is 10 s.
	SlowAfter time.Duration
	// PingAfter is the silence of the peer after which it is pinged; after as long again
	// without a sign of life the connection is ended. 0 is 30 s.
	PingAfter time.Duration
}

func (c Config) withDefaults() Config {
	set := func(n *int, value int) {
		if *n <= 0 {
			*n = value
		}
	}
	set(&c.MaxConnections, 4096)
	set(&c.MaxPerAddress, 128)
	set(&c.MaxFrame, 1<<20)
	set(&c.InboxFrames, 1024)
	set(&c.InboxBytes, 4<<20)
	set(&c.FramesPerSecond, 100_000)
	set(&c.BytesPerSecond, 128<<20)
	set(&c.QueueBytes, 8<<20)
	if c.SlowAfter <= 0 {
		c.SlowAfter = 10 * time.Second
	}
	if c.PingAfter <= 0 {
		c.PingAfter = 30 * time.Second
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	return c
}

// Network opens and accepts WebSockets. Dial and Accept are called in the loop; Close,
// Stats and ServeHTTP from any goroutine but the loop's.
type Network struct {
	cfg    Config
	accept func(transport.Link, string) // only in the loop
	server *http.Server
	addr   netip.AddrPort
	ctx    context.Context // ends with the network
	cancel context.CancelFunc
	stats  counters
	dialer dialer
	pool   sync.Pool // of gorilla's write buffers, which only refusals use

	mu       sync.Mutex
	closed   bool
	links    map[*link]struct{}
	perParty map[netip.Prefix]int // of incoming links
	wg       sync.WaitGroup       // the network's goroutines; added to under mu while not closed
}

var _ transport.Network = (*Network)(nil)

// ErrListen: the server's address cannot be used.
var ErrListen = errors.New("cannot listen for WebSocket connections")

// New makes a network and starts its server, if it has one. Close ends it. Errors are ErrListen.
func New(cfg Config) (*Network, error) {
	cfg = cfg.withDefaults()
	n := &Network{cfg: cfg, links: make(map[*link]struct{}), perParty: make(map[netip.Prefix]int)}
	n.ctx, n.cancel = context.WithCancel(context.Background())
	n.dialer = newDialer(cfg)
	l := cfg.Listener
	if l == nil && cfg.Addr != "" {
		var err error
		if l, err = net.Listen("tcp", cfg.Addr); err != nil {
			n.cancel()
			return nil, fmt.Errorf("%w: %w", ErrListen, err)
		}
	}
	if l != nil {
		n.addr = addrPort(l.Addr())
		n.serve(l)
	}
	return n, nil
}

// Addr is where the server listens, the zero value if there is none.
func (n *Network) Addr() netip.AddrPort { return n.addr }

// Accept implements [transport.Network].
func (n *Network) Accept(f func(transport.Link, string)) { n.accept = f }

// Close ends the server and all connections, and returns when the last goroutine has
// ended. Connections that are closing already get a second to write what they have.
func (n *Network) Close() {
	n.mu.Lock()
	n.closed = true
	links := make([]*link, 0, len(n.links))
	for l := range n.links {
		links = append(links, l)
	}
	n.mu.Unlock()
	n.cancel()
	if n.server != nil {
		// What it says is that the listener was closed before.
		_ = n.server.Close()
	}
	for _, l := range links {
		l.abandon()
	}
	n.wg.Wait()
}

// start runs f in a goroutine that Close waits for; false after Close.
func (n *Network) start(f func()) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.closed {
		return false
	}
	n.wg.Go(f)
	return true
}

var errLimit = errors.New("too many connections")

// add registers a link.
func (n *Network) add(l *link) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.closed {
		return transport.ErrStopped
	}
	if len(n.links) >= n.cfg.MaxConnections {
		return fmt.Errorf("%w: there are %d", errLimit, len(n.links))
	}
	if l.server && !l.remote.IsLoopback() {
		party := transport.Party(l.remote)
		if n.perParty[party] >= n.cfg.MaxPerAddress {
			return fmt.Errorf("%w from one address", errLimit)
		}
		n.perParty[party]++
	}
	n.links[l] = struct{}{}
	return nil
}

// remove takes a link out.
func (n *Network) remove(l *link) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if _, ok := n.links[l]; !ok {
		return
	}
	delete(n.links, l)
	if l.server && !l.remote.IsLoopback() {
		party := transport.Party(l.remote)
		if n.perParty[party]--; n.perParty[party] == 0 {
			delete(n.perParty, party)
		}
	}
}

// Lookup calls done in the loop with the addresses of a host, none if it is not known.
func (n *Network) Lookup(host string, done func([]netip.Addr)) {
	const timeout = 2 * time.Second
	started := n.start(func() {
		ctx, cancel := context.WithTimeout(n.ctx, timeout)
		defer cancel()
		addrs, err := net.DefaultResolver.LookupNetIP(ctx, "ip", host)
		if err != nil {
			addrs = nil
		}
		n.cfg.Loop.Post(func() { done(addrs) })
	})
	if !started {
		n.cfg.Loop.Post(func() { done(nil) })
	}
}

func addrPort(a net.Addr) netip.AddrPort {
	p, err := netip.ParseAddrPort(a.String())
	if err != nil {
		return netip.AddrPort{} // a listener that is not TCP's
	}
	return netip.AddrPortFrom(p.Addr().Unmap(), p.Port())
}
