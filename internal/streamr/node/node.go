package node

import (
	"context"
	"crypto/tls"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/netip"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/logstore/logstore/internal/streamr/connection"
	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport/ws"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// Config of a node. The zero value is a node without a server in a network of its own.
type Config struct {
	// EntryPoints are the nodes to join the network through. None, or only the node
	// itself: the node is the first of a network.
	EntryPoints []EntryPoint
	// Listen is the host:port of the WebSocket server; port 0 takes a free one; "" is no
	// server, as behind NAT.
	Listen string
	// Advertise is the host:port at which others reach it; "" is what the entry
	// points see, or Listen if there are none.
	Advertise string
	// CertFile and KeyFile turn TLS on.
	CertFile, KeyFile string
	// NodeID is the node's id; nil derives one from its IP address and Identity.
	NodeID *wire.NodeID
	// Identity makes the derived id the same at every start; nil is a throw-away key.
	Identity message.DigestSigner
	// MaxConnections above which the least useful idle ones are closed; 0 is 80.
	MaxConnections int
	// AcceptProxies serves clients that take no part in the network.
	AcceptProxies bool
	// StateFile keeps the addresses of nodes that were known, to find the way back after a
	// restart; "" keeps none.
	StateFile string
	// Version of the program, told to other nodes.
	Version string
	Logger  *slog.Logger // nil discards
}

var (
	// ErrClosed: the node is closed, or being closed.
	ErrClosed = errors.New("the node of the Streamr network is closed")
	// ErrListen: the address of the WebSocket server cannot be used.
	ErrListen = ws.ErrListen
	// ErrUnreachable: no entry point answered.
	ErrUnreachable = errors.New("no entry point of the Streamr network can be reached")
)

// Node is a node of the network. It may be used by many goroutines at once.
type Node struct {
	cfg  Config
	log  *slog.Logger
	loop *loop.Real
	net  *ws.Network
	core *Core
	self *wire.Peer

	ctx    context.Context // ends when the node closes
	cancel context.CancelFunc
	wg     sync.WaitGroup
	closed sync.Once
	err    error

	keepNow       chan struct{} // the known nodes have changed
	rememberTimer *loop.Timer   // in the loop

	parts map[message.StreamPart]*entry // in the loop
}

// Start runs a node. It returns when the node has entered the network, or cannot. Errors
// are ErrUnreachable, those of the configuration, and the end of ctx.
func Start(ctx context.Context, cfg Config) (_ *Node, err error) {
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	entryPoints := make([]*wire.Peer, len(cfg.EntryPoints))
	for i, e := range cfg.EntryPoints {
		if entryPoints[i], err = e.peer(); err != nil {
			return nil, fmt.Errorf("entry point %s: %w", e, err)
		}
	}
	n := &Node{cfg: cfg, log: cfg.Logger, loop: loop.New(), keepNow: make(chan struct{}, 1), parts: make(map[message.StreamPart]*entry)}
	n.ctx, n.cancel = context.WithCancel(context.Background())
	defer func() {
		if err != nil {
			_ = n.Close(context.WithoutCancel(ctx))
		}
	}()
	wsConfig := ws.Config{Loop: n.loop, Log: cfg.Logger, Addr: cfg.Listen, MaxConnections: maxSockets(cfg.MaxConnections)}
	if cfg.CertFile != "" {
		cert, err := tls.LoadX509KeyPair(cfg.CertFile, cfg.KeyFile)
		if err != nil {
			return nil, fmt.Errorf("certificate of the Streamr node: %w", err)
		}
		wsConfig.TLS = &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12}
	}
	if n.net, err = ws.New(wsConfig); err != nil {
		return nil, err
	}
	env := loop.Env{Loop: n.loop, Rand: loop.NewRand(), Log: cfg.Logger}
	n.loop.Do(func() {
		n.core = NewCore(CoreConfig{
			Env: env, Network: n.net, MaxConnections: cfg.MaxConnections, AcceptProxies: cfg.AcceptProxies, Version: cfg.Version,
		})
	})
	if n.self, err = n.identify(ctx, entryPoints, env.Rand); err != nil {
		return nil, err
	}
	entryPoints = n.withRemembered(entryPoints)
	joined := make(chan error, 1)
	n.loop.Do(func() {
		n.core.Start(n.self, entryPoints, func(err error) { joined <- err })
		if cfg.StateFile != "" {
			n.core.manager.WatchConnects(func(*wire.Peer) { n.rememberSoon() })
		}
	})
	if cfg.StateFile != "" {
		n.wg.Go(n.remember)
	}
	select {
	case err = <-joined:
	case <-ctx.Done():
		err = ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("join the Streamr network: %w", err)
	}
	return n, nil
}

// identify finds out how others reach the node and makes its descriptor.
func (n *Node) identify(ctx context.Context, entryPoints []*wire.Peer, random *rand.Rand) (*wire.Peer, error) {
	ask, err := n.server()
	if err != nil {
		return nil, err
	}
	others := entryPoints[:0:0]
	for _, e := range entryPoints {
		if n.cfg.NodeID == nil || e.ID != *n.cfg.NodeID {
			others = append(others, e)
		}
	}
	var answer *wire.ConnectivityResponse
	if len(others) == 0 {
		answer = firstOfNetwork(ask)
	} else if answer, err = n.askOthers(ctx, others, ask); err != nil {
		return nil, err
	}
	id := connection.Identity{ID: n.cfg.NodeID}
	if id.ID == nil && n.cfg.Identity != nil {
		if id.ID, err = stableID(answer.GetIpAddress(), n.cfg.Identity); err != nil {
			return nil, err
		}
	}
	return connection.NewSelf(answer, id, random)
}

// server is the node's own server, as a connectivity check asks about it.
func (n *Node) server() (*wire.ConnectivityRequest, error) {
	addr := n.net.Addr()
	if !addr.IsValid() {
		return new(wire.ConnectivityRequest), nil
	}
	r := &wire.ConnectivityRequest{Port: uint32(addr.Port()), Tls: n.cfg.CertFile != ""}
	if n.cfg.Advertise != "" {
		host, text, err := net.SplitHostPort(n.cfg.Advertise)
		if err != nil {
			return nil, fmt.Errorf("advertised address %q: want host:port", n.cfg.Advertise)
		}
		port, err := strconv.ParseUint(text, 10, 16)
		if err != nil {
			return nil, fmt.Errorf("advertised address %q: want host:port", n.cfg.Advertise)
		}
		r.Host, r.Port = &host, uint32(port)
	} else if !addr.Addr().IsUnspecified() {
		host := addr.Addr().String()
		r.Host = &host
	}
	return r, nil
}

// firstOfNetwork is what a node says to itself that has nobody to ask.
func firstOfNetwork(ask *wire.ConnectivityRequest) *wire.ConnectivityResponse {
	const loopback = 0x7f000001
	r := &wire.ConnectivityResponse{Host: "127.0.0.1", IpAddress: loopback, ProtocolVersion: wire.ProtocolVersion}
	if ask.Host != nil {
		r.Host = ask.GetHost()
	}
	if ask.GetPort() != 0 {
		r.Websocket = &wire.ConnectivityMethod{Host: r.Host, Port: ask.GetPort(), Tls: ask.GetTls()}
	}
	if ip, err := netip.ParseAddr(r.Host); err == nil && ip.Is4() {
		b := ip.As4()
		r.IpAddress = binary.BigEndian.Uint32(b[:])
	}
	return r
}

func (n *Node) askOthers(ctx context.Context, others []*wire.Peer, ask *wire.ConnectivityRequest) (*wire.ConnectivityResponse, error) {
	type answer struct {
		r   *wire.ConnectivityResponse
		err error
	}
	got := make(chan answer, 1)
	n.loop.Do(func() {
		n.core.manager.CheckConnectivity(others, ask, func(r *wire.ConnectivityResponse, err error) { got <- answer{r, err} })
	})
	select {
	case a := <-got:
		if a.err != nil {
			return nil, fmt.Errorf("%w: %w", ErrUnreachable, a.err)
		}
		if ask.GetPort() != 0 && a.r.GetWebsocket() == nil {
			n.log.Warn("other nodes cannot dial this node, which makes it less useful to them; open its port or set the address at which they reach it",
				slog.Uint64("port", uint64(ask.GetPort())), slog.String("seen_as", a.r.GetHost()))
		}
		return a.r, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// stableID derives a node id as official nodes do, 13 bytes of the address and 7 of a
// signature over it, but with a key that stays the same.
func stableID(ip uint32, signer message.DigestSigner) (*wire.NodeID, error) {
	raw := binary.BigEndian.AppendUint32(nil, ip)
	digest := message.PersonalDigest(raw)
	signature, err := signer.SignDigest(digest)
	if err != nil {
		return nil, fmt.Errorf("derive node id: %w", err)
	}
	var id wire.NodeID
	copy(id[:13], digest[len(digest)-13:])
	copy(id[13:], signature[len(signature)-7:])
	return &id, nil
}

// withRemembered adds nodes that were known in an earlier life. A node without entry points
// stays the first of its network if none of them is there any more.
func (n *Node) withRemembered(entryPoints []*wire.Peer) []*wire.Peer {
	found := recall(n.cfg.StateFile, n.log)
	if len(found) == 0 {
		return entryPoints
	}
	if len(entryPoints) == 0 {
		entryPoints = []*wire.Peer{n.self}
	}
	for _, e := range found {
		p, err := e.peer()
		if err == nil && p.ID != n.self.ID && !slices.ContainsFunc(entryPoints, func(q *wire.Peer) bool { return q.ID == p.ID }) {
			entryPoints = append(entryPoints, p)
		}
	}
	return entryPoints
}

// rememberSoon writes the known nodes down a little later, once for a burst of news.
func (n *Node) rememberSoon() {
	if n.rememberTimer != nil {
		return
	}
	n.rememberTimer = n.loop.After(rememberDelay, func() {
		n.rememberTimer = nil
		select {
		case n.keepNow <- struct{}{}:
		default:
		}
	})
}

// maxSockets leaves room above the connections that are kept for those that come, are
// checked, and go.
func maxSockets(kept int) int { return max(4096, 4*kept) }

// closeTimeout bounds the end of a node whose caller sets no earlier one.
const closeTimeout = 5 * time.Second

// Close leaves the network and ends everything. It returns the end of ctx if that came
// first; nothing is left running even then.
func (n *Node) Close(ctx context.Context) error {
	n.closed.Do(func() {
		ctx, cancel := context.WithTimeout(ctx, closeTimeout)
		defer cancel()
		stopped := make(chan struct{})
		n.loop.Post(func() {
			if n.core == nil {
				close(stopped)
				return
			}
			n.core.Stop(func() { close(stopped) })
		})
		select {
		case <-stopped:
		case <-ctx.Done():
			n.err = fmt.Errorf("leave the Streamr network: %w", ctx.Err())
		}
		n.cancel()
		n.wg.Wait()
		if n.net != nil {
			n.net.Close()
		}
		n.loop.Close()
	})
	return n.err
}

// ID is the node's id.
func (n *Node) ID() wire.NodeID { return n.self.ID }

// EntryPoint is how others join the network through this node; false if it has no server
// that can be reached.
func (n *Node) EntryPoint() (EntryPoint, bool) { return entryPointOf(n.self) }

func hostPort(host string, port uint16) string {
	return net.JoinHostPort(host, strconv.Itoa(int(port)))
}
