package dht

import (
	"cmp"
	"time"

	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// ControlServiceID names the control layer at every node.
const ControlServiceID = "layer0"

// Parameters of the control layer (§5.2).
const (
	controlBucketSize  = 8
	controlJoinTimeout = time.Minute
	controlJoinLock    = ControlServiceID + "::joinDht"
	// pickLost is how many nodes that were lost are asked again in each minute.
	pickLost = 1
	// repairAfter is when new neighbours are looked for after a connection broke.
	repairAfter = 3 * time.Second
	// connectTimeout is how long operations wait for the first connection.
	connectTimeout = 10 * time.Second
)

// ControlConfig says how a node takes part in the control layer. Env and Transport are
// needed; zero values of the rest stand for the protocol's defaults.
type ControlConfig struct {
	Env       loop.Env
	Transport transport.Direct

	// BucketSize is how many neighbours a k-bucket holds, 8.
	BucketSize int
	// JoinTimeout bounds each half of a join, 60 s.
	JoinTimeout time.Duration
	// Limits bound what others can store here.
	Limits Limits
}

// Control is the node's place in the DHT that all nodes share (layer 0). All its methods
// must be called in the loop.
//
// It defends itself where the protocol leaves room: neighbours that live are not given up for
// newcomers, no address range fills a list, what is stored is bounded and must be
// what it says it is, nodes that do not answer are left out. What the protocol cannot
// prevent: node ids are chosen freely and nothing proves them, so a stranger with
// enough connections can be closest to any key, and then answers what it likes for it; whoever routes a
// message can change or drop it, and can claim in it to be anybody; and it can delete
// the entries of others. Entries of a key must therefore be taken as hints where to find a stream
// part, and its messages be verified.
type Control struct {
	cfg         ControlConfig
	overlay     *overlay
	router      *router
	recursion   *recursion
	store       *dataStore
	storage     *storage
	external    *external
	silences    *silences
	stats       *Stats
	entryPoints []*wire.Peer // without the node itself
	own         map[wire.NodeID]ownData
	stops       []func()

	joinCalled bool
	joined     bool
	retry      *loop.Timer
	retryWait  time.Duration
	waiting    []func(error) // Joins without a result
	repairing  bool          // repair will soon have an effect
	early      []func()      // operations that wait for the first connection
}

// ownData is what the node itself has stored in the DHT.
type ownData struct {
	data    *anypb.Any
	storers []*wire.Peer
}

// NewControl makes the node's part of the control layer; it answers others from now on.
// It is outside the network until Join. The transport must know who the node is.
func NewControl(cfg ControlConfig) *Control {
	cfg.BucketSize = cmp.Or(cfg.BucketSize, controlBucketSize)
	cfg.JoinTimeout = cmp.Or(cfg.JoinTimeout, controlJoinTimeout)
	now, self := cfg.Env.Loop.Now, cfg.Transport.Self()
	c := &Control{cfg: cfg, silences: &silences{now: now}, stats: new(Stats), retryWait: retryDelay, own: make(map[wire.NodeID]ownData)}
	c.overlay = newOverlay(cfg.Env, cfg.Transport, ControlServiceID, overlayOptions{
		bucketSize: cfg.BucketSize,
		proven:     func(x *contact) bool { return cfg.Transport.Connected(x.peer.ID) },
		quiet:      c.silences.quiet,
		onHeard:    c.silences.clear,
		onNeighbor: func(p *wire.Peer) {
			cfg.Transport.WeakLock(p.ID, ControlServiceID)
			c.storage.newcomer(p)
		},
		contactEvents: contactEvents{
			alive: func(x *contact) bool {
				return cfg.Transport.Connected(x.peer.ID) && !c.silences.quiet(x.peer.ID)
			},
			replaceable:     func(wire.NodeID) bool { return true },
			neighborRemoved: c.neighborRemoved,
			changed:         func() {},
		},
	})
	endpoint := c.overlay.endpoint
	c.router = &router{
		env: cfg.Env, self: self, direct: cfg.Transport, endpoint: endpoint,
		silences: c.silences, seen: newSeen(), handlers: make(map[string]transport.Handler),
		through: c.reachableThrough, heard: c.heard, dropped: c.drop, stats: c.stats,
	}
	c.store = newDataStore(self.ID, cfg.Limits, now)
	c.recursion = &recursion{env: cfg.Env, self: self, router: c.router, store: c.store, ops: make(map[string]*operation), stats: c.stats}
	c.storage = &storage{
		env: cfg.Env, self: self, endpoint: endpoint, store: c.store,
		neighbors: c.overlay.contacts.neighborPeers, heard: c.heard, silent: c.router.noteSilence, stats: c.stats,
	}
	c.external = &external{c: c, running: make(map[wire.NodeID]int)}
	c.router.serve()
	c.recursion.serve(endpoint)
	c.storage.serve()
	c.external.serve(endpoint)
	c.stops = append(c.stops, cfg.Transport.WatchDisconnects(c.disconnected),
		cfg.Transport.WatchConnects(c.connectedTo))
	return c
}

// heard notes that a node has sent something. Routed requests do not make it a contact.
func (c *Control) heard(p *wire.Peer) { c.silences.clear(p.ID) }

// drop gives a connection up whose peer does not answer.
func (c *Control) drop(p *wire.Peer) {
	c.overlay.contacts.fail(p.ID)
	c.cfg.Transport.Disconnect(p)
}

// Stop leaves the network: it hands stored data over to the neighbours and tells them.
// Operations that run end with what they have. The transport is left as it is.
func (c *Control) Stop() {
	if c.overlay.stopped {
		return
	}
	for _, f := range c.stops {
		f()
	}
	c.retry.Stop()
	c.begin()
	c.recursion.stop()
	c.storage.stop()
	c.overlay.stop()
	c.router.stop()
	for _, p := range c.overlay.contacts.neighborPeers() {
		c.cfg.Transport.WeakUnlock(p.ID, ControlServiceID)
	}
	c.tell(transport.ErrStopped)
}

// Routed is a transport whose messages travel hop by hop over open connections, even to
// nodes that the node has a connection to. Who a message is from is not proved.
func (c *Control) Routed() transport.Transport { return routedTransport{c.router} }

// Neighbors are the nodes of the k-buckets, closest first.
func (c *Control) Neighbors() []*wire.Peer { return c.overlay.contacts.neighborPeers() }
