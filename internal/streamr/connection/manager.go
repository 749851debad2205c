package connection

import (
	"net/netip"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// MaxFrame is the size of the largest message on a connection, in bytes. Official nodes
// take no more.
const MaxFrame = 1 << 20

// How long things may take (§9).
const (
	pendingTimeout = 15 * time.Second // from the wish for a connection to the end of the handshake
	lockTimeout    = 10 * time.Second
	leaveTimeout   = 2 * time.Second
	gcInterval     = 5 * time.Second
	idleAfter      = 20 * time.Second
)

// Bounds of what strangers can make us keep.
const (
	maxHalfOpen    = 512     // incoming connections before their handshake
	maxBuffered    = 1 << 20 // bytes that wait for one connection to open
	maxBufferedLen = 512     // messages that wait for one connection to open
	maxRemoteLocks = 64      // locks of one peer
	maxLockID      = 512     // bytes
)

// Config of a Manager. Zero values stand for the defaults.
type Config struct {
	Env     loop.Env          // required
	Network transport.Network // required
	// MaxConnections is how many connections are kept when they are idle and nobody
	// has locked them. 0 is 80, as official nodes have.
	MaxConnections int
	// MaxOpen is how many connections there can be; more are refused. 0 is four times
	// MaxConnections, but at least 1,000.
	MaxOpen int
	// AcceptProxies lets peers take their connections out of the DHT.
	AcceptProxies bool
	// ApplicationVersion is told to peers, for their logs.
	ApplicationVersion string
	// DuplicateMemory is how many message ids are remembered, at most 65,534. 0 is 10,000.
	DuplicateMemory int
	// HandshakesPerMinute bounds what one remote address, other than this machine's own, can
	// open. 0 is 600.
	HandshakesPerMinute int
	// ChecksPerMinute bounds the connectivity checks for one remote address. 0 is 60.
	ChecksPerMinute int
	// CheckAnyHost lets a connectivity check probe hosts that are not the one that asks.
	// It makes a port scanner of a public node: for closed networks only.
	CheckAnyHost bool
}

func (c Config) withDefaults() Config {
	set := func(n *int, value int) {
		if *n <= 0 {
			*n = value
		}
	}
	set(&c.MaxConnections, 80)
	set(&c.MaxOpen, max(1000, 4*c.MaxConnections))
	set(&c.DuplicateMemory, 10_000)
	set(&c.HandshakesPerMinute, 600)
	set(&c.ChecksPerMinute, 60)
	return c
}

// Manager keeps the connections of a node. It implements [transport.Direct]. All its
// methods, and all functions it calls, run in the loop of its Env.
//
// What the protocol cannot prevent: whoever dials us may claim any node id, and whoever
// answers when we dial may as well, since nothing is signed with a key that the id depends
// on. The manager refuses its own id, and a newcomer from another address does not
// replace a connection whose peer still answers. A stranger behind the same address, or one
// that comes while the peer is not connected, gets through; so do many strangers with
// many addresses, up to MaxOpen. What must be trusted is therefore signed above this
// layer, in the messages of the streams.
type Manager struct {
	cfg  Config
	env  loop.Env
	self *wire.Peer

	conns    map[wire.NodeID]*conn
	ordered  []*conn      // the same, by node id
	listed   []*wire.Peer // what Connections returns; nil if it must be made anew
	halfOpen []*pipe      // incoming links before the handshake, in the order in which they came
	locks    map[wire.NodeID]*locks

	handlers    map[string]transport.Handler
	connects    watchers[func(*wire.Peer)]
	disconnects watchers[func(*wire.Peer, bool)]

	endpoint   *rpc.Endpoint // serviceManager, over this manager
	connector  *rpc.Endpoint // serviceConnector, over the routed transport
	duplicates *duplicates
	handshakes *limiter[netip.Prefix]
	checks     *limiter[netip.Prefix]
	asked      *limiter[string] // hosts that others ask us to dial
	stopGC     func()
	stopping   bool
	stopped    func() // called when the last connection is closed
	stats      Stats
}

var _ transport.Direct = (*Manager)(nil)

// New makes a manager and lets it accept. Stop ends it.
func New(cfg Config) *Manager {
	cfg = cfg.withDefaults()
	m := &Manager{
		cfg: cfg, env: cfg.Env,
		conns: make(map[wire.NodeID]*conn), locks: make(map[wire.NodeID]*locks),
		handlers:   make(map[string]transport.Handler),
		duplicates: newDuplicates(cfg.DuplicateMemory),
		handshakes: newLimiter[netip.Prefix](cfg.Env.Loop, cfg.HandshakesPerMinute),
		checks:     newLimiter[netip.Prefix](cfg.Env.Loop, cfg.ChecksPerMinute),
		asked:      newLimiter[string](cfg.Env.Loop, maxAskedPerMinute),
	}
	m.endpoint = rpc.New(m.env, m, serviceManager)
	m.serveLocks()
	m.stopGC = m.env.Every(gcInterval, m.collect)
	cfg.Network.Accept(m.accept)
	return m
}

// SetSelf says who the node is. From then on it has connections. It is called once.
func (m *Manager) SetSelf(p *wire.Peer) { m.self = p }

// Self implements [transport.Transport]. It is nil before SetSelf.
func (m *Manager) Self() *wire.Peer { return m.self }

// Handle implements [transport.Transport].
func (m *Manager) Handle(serviceID string, h transport.Handler) {
	if h == nil {
		delete(m.handlers, serviceID)
		return
	}
	m.handlers[serviceID] = h
}

// WatchConnects implements [transport.Direct].
func (m *Manager) WatchConnects(f func(*wire.Peer)) (cancel func()) { return m.connects.add(f) }

// WatchDisconnects implements [transport.Transport]. It also tells of connections that
// could not be opened, without grace.
func (m *Manager) WatchDisconnects(f func(p *wire.Peer, graceful bool)) (cancel func()) {
	return m.disconnects.add(f)
}

// Connections implements [transport.Direct]. The slice must not be changed.
func (m *Manager) Connections() []*wire.Peer {
	if m.listed == nil {
		m.listed = make([]*wire.Peer, 0, len(m.ordered))
		for _, c := range m.ordered {
			if c.state == open && !c.private {
				m.listed = append(m.listed, c.peer)
			}
		}
	}
	return m.listed
}

// Connected implements [transport.Direct].
func (m *Manager) Connected(id wire.NodeID) bool {
	c := m.conns[id]
	return c != nil && c.state == open && !c.private
}

// HasConnection is as Connected, for private connections too.
func (m *Manager) HasConnection(id wire.NodeID) bool {
	c := m.conns[id]
	return c != nil && c.state == open
}

// RemoteAddr is the address at the other end of an open connection, as the network shows it.
func (m *Manager) RemoteAddr(id wire.NodeID) (a netip.Addr, ok bool) {
	if c := m.conns[id]; c != nil && c.state == open {
		return c.pipe.link.RemoteAddr(), true
	}
	return a, false
}

// message makes a message of the manager's own, without a body.
func (m *Manager) message(serviceID string) *wire.Message {
	return &wire.Message{MessageId: wire.NewUUID(m.env.Rand), ServiceId: serviceID}
}
