package dht

import (
	"cmp"
	"slices"
	"time"

	"google.golang.org/protobuf/types/known/anypb"
	"google.golang.org/protobuf/types/known/timestamppb"

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

// Join enters the network through any of the entry points, of which the node itself may
// be one. done, which may be nil, is called once: without an error when the node has
// neighbours, or has been through a first attempt without finding any while it is an entry point itself or there is no
// other; with [ErrNoNeighbors] when the time for a join has passed, or with
// [transport.ErrStopped]. From then on the node looks after its place itself, also after an error: it tries
// again until it has neighbours, joins again when it has lost all of them, and looks for newcomers every minute.
func (c *Control) Join(entryPoints []*wire.Peer, done func(error)) {
	first := !c.joinCalled
	c.joinCalled = true
	c.entryPoints = slices.DeleteFunc(slices.Clone(entryPoints), func(p *wire.Peer) bool { return p.ID == c.overlay.self.ID })
	if done != nil {
		c.waiting = append(c.waiting, done)
		c.cfg.Env.Loop.After(c.cfg.JoinTimeout, func() {
			if !c.joined {
				c.tell(ErrNoNeighbors)
			}
		})
	}
	alone := len(c.entryPoints) < len(entryPoints) || len(entryPoints) == 0
	c.attempt(alone)
	if first {
		c.stops = append(c.stops, c.cfg.Env.Every(recoverInterval, c.recover))
	}
}

// attempt joins once. alone is whether that nobody is found is a result as well.
func (c *Control) attempt(alone bool) {
	c.retry.Stop()
	c.retry = nil
	if c.overlay.stopped || c.overlay.joining > 0 {
		return
	}
	locked := slices.Clone(c.entryPoints)
	for _, p := range locked {
		c.cfg.Transport.Lock(p, controlJoinLock, nil)
	}
	c.overlay.join(locked, true, c.cfg.JoinTimeout, func() {
		for _, p := range locked {
			c.cfg.Transport.Unlock(p, controlJoinLock)
		}
		if c.overlay.stopped {
			return
		}
		found := c.overlay.contacts.hasNeighbor()
		if found {
			c.overlay.recover()
			c.retryWait = retryDelay
		} else if len(c.entryPoints) > 0 {
			c.retry = c.cfg.Env.Loop.After(c.retryWait, func() { c.attempt(alone) })
			c.retryWait = min(2*c.retryWait, maxRetryDelay)
		}
		if found || alone {
			c.joined = true
			c.tell(nil)
		}
	})
}

func (c *Control) tell(err error) {
	waiting := c.waiting
	c.waiting = nil
	for _, done := range waiting {
		done(err)
	}
}

// recover does the work of every minute: it looks for newcomers, and for a way back to nodes
// that were lost, or to entry points, in case the network has been split.
func (c *Control) recover() {
	c.overlay.recover()
	c.overlay.pingQuiet()
	c.overlay.round++
	take := func(ps []*wire.Peer, _ error) { c.overlay.told(ps) }
	var lost []*wire.Peer
	for _, p := range slices.Concat(c.overlay.contacts.lost, c.entryPoints) {
		if c.overlay.contacts.neighbors.get(p.ID) == nil {
			lost = append(lost, p)
		}
	}
	c.cfg.Env.Rand.Shuffle(len(lost), func(i, j int) { lost[i], lost[j] = lost[j], lost[i] })
	for _, p := range lost[:min(len(lost), pickLost)] {
		c.overlay.askClosest(p, c.overlay.self.ID, take)
	}
}

// connected runs f when the node has a connection. It does not wait for one outside of a
// join, or when there are no others, or for long.
func (c *Control) connected(f func()) {
	if !c.isJoining() || !c.joinCalled || len(c.entryPoints) == 0 || c.overlay.stopped || len(c.cfg.Transport.Connections()) > 0 {
		f()
		return
	}
	if c.early = append(c.early, f); len(c.early) == 1 {
		c.cfg.Env.Loop.After(connectTimeout, c.begin)
	}
}

func (c *Control) connectedTo(*wire.Peer) {
	if len(c.early) > 0 {
		c.cfg.Env.Loop.Post(c.begin)
	}
}

// begin runs the operations that have waited.
func (c *Control) begin() {
	early := c.early
	c.early = nil
	for _, f := range early {
		f()
	}
}

// isJoining is whether the node's place is not yet known to others (§5.4).
func (c *Control) isJoining() bool { return !c.joined || c.overlay.joining > 0 }

// Joined is whether a join has ended well.
func (c *Control) Joined() bool { return c.joined }

// connectedEntryPoints are those that can help while the node is joining.
func (c *Control) connectedEntryPoints() (ps []*wire.Peer) {
	for _, p := range c.entryPoints {
		if c.cfg.Transport.Connected(p.ID) && !c.silences.quiet(p.ID) {
			ps = append(ps, p)
		}
	}
	return ps
}

// reachableThrough is what routed messages say about where to send the answer.
func (c *Control) reachableThrough() []*wire.Peer {
	if !c.isJoining() {
		return nil
	}
	return c.connectedEntryPoints()
}

func (c *Control) disconnected(p *wire.Peer, graceful bool) {
	c.silences.clear(p.ID)
	if graceful {
		c.overlay.contacts.remove(p.ID)
	} else {
		c.overlay.contacts.lose(p)
		c.repair()
	}
}

// repair looks for new neighbours soon after connections broke. Many of them break at once.
func (c *Control) repair() {
	if c.repairing || !c.joined || c.overlay.stopped {
		return
	}
	c.repairing = true
	c.cfg.Env.Loop.After(repairAfter, func() {
		if c.repairing = false; !c.overlay.stopped {
			c.overlay.recover()
		}
	})
}

func (c *Control) neighborRemoved(p *wire.Peer, last bool) {
	c.cfg.Transport.WeakUnlock(p.ID, ControlServiceID)
	if last && c.joined && !c.overlay.stopped {
		c.cfg.Env.Loop.Post(func() {
			if len(c.overlay.contacts.neighbors.list) == 0 && c.retry == nil && len(c.entryPoints) > 0 {
				c.attempt(false)
			}
		})
	}
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

// FetchData finds what is stored under a key, at most one entry per creator; entries may
// be marked as deleted. done is called once, within 23 s, and never before FetchData has returned.
//
// While the node is joining it asks an entry point, and waits up to 10 s for its first connection. Without
// any connection it finds what it stores itself.
func (c *Control) FetchData(key wire.NodeID, done func([]*wire.DataEntry)) {
	c.connected(func() { c.fetchData(key, done) })
}

func (c *Control) fetchData(key wire.NodeID, done func([]*wire.DataEntry)) {
	direct := func(done func([]*wire.DataEntry)) {
		c.recursion.run(key, wire.RecursiveOperation_FETCH_DATA, wire.NodeID{}, func(r operationResult) { done(r.entries) })
	}
	helpers := c.helpers()
	if len(helpers) == 0 {
		direct(done)
		return
	}
	// The entry point is asked first, and the own connections as well if it takes long.
	open, finished := 1, false
	take := func(es []*wire.DataEntry) {
		if open--; finished || open > 0 && len(es) == 0 {
			return
		}
		finished = true
		done(es)
	}
	var hedge *loop.Timer
	tryDirectly := func() {
		if hedge != nil {
			hedge.Stop()
			hedge = nil
			open++
			direct(take)
		}
	}
	hedge = c.cfg.Env.Loop.After(hedgeAfter, tryDirectly)
	c.fetchThrough(helpers[c.cfg.Env.Rand.IntN(len(helpers))], key, func(es []*wire.DataEntry) {
		if len(es) == 0 {
			tryDirectly()
		} else {
			hedge.Stop()
		}
		take(es)
	})
}

// helpers are the entry points that do the node's operations while it is joining.
func (c *Control) helpers() []*wire.Peer {
	if !c.isJoining() || c.overlay.stopped {
		return nil
	}
	return c.connectedEntryPoints()
}

// StoreData stores data under a key at the nodes closest to it, for a minute. Data must
// be the node's own descriptor; ours store nothing else. done, which may be nil, is told
// where, closest first.
func (c *Control) StoreData(key wire.NodeID, data *anypb.Any, done func(storers []*wire.Peer)) {
	c.connected(func() { c.storeData(key, data, done) })
}

func (c *Control) storeData(key wire.NodeID, data *anypb.Any, done func(storers []*wire.Peer)) {
	finish := func(storers []*wire.Peer) {
		if len(storers) > 0 && !c.overlay.stopped {
			c.own[key] = ownData{data, storers}
		}
		if done != nil {
			done(storers)
		}
	}
	directly := func() {
		c.FindClosest(key, func(closest []*wire.Peer) {
			c.storage.distribute(key, data, c.overlay.self.ID, closest, finish)
		})
	}
	helpers := c.helpers()
	if len(helpers) == 0 {
		directly()
		return
	}
	c.storeThrough(helpers[c.cfg.Env.Rand.IntN(len(helpers))], key, data, func(storers []*wire.Peer) {
		if len(storers) == 0 {
			directly()
			return
		}
		finish(storers)
	})
}

// DeleteData marks what this node has stored under the key as deleted. It does not wait.
func (c *Control) DeleteData(key wire.NodeID) {
	if c.overlay.stopped {
		return
	}
	c.recursion.run(key, wire.RecursiveOperation_DELETE_DATA, wire.NodeID{}, nil)
	c.store.markDeleted(key, c.overlay.self.ID)
	own, ok := c.own[key]
	if !ok {
		return
	}
	delete(c.own, key)
	// The request passes only by some of the storers. The others are told by a newer entry.
	now, id := timestamppb.New(c.cfg.Env.Loop.Now()), c.overlay.self.ID
	e := &wire.DataEntry{
		Key: key[:], Data: own.data, Creator: id[:], CreatedAt: now, StoredAt: now,
		Ttl: uint32(maxTTL.Milliseconds()), Deleted: true,
	}
	for _, p := range own.storers {
		if p.ID != c.overlay.self.ID {
			_ = c.overlay.endpoint.Notify(p, methodReplicate, &wire.ReplicateDataRequest{Entry: e}, transport.SendOptions{NoConnect: true})
		}
	}
}

// FindClosest finds the nodes closest to a place, closest first, at most ten, itself included.
func (c *Control) FindClosest(key wire.NodeID, done func([]*wire.Peer)) {
	c.recursion.run(key, wire.RecursiveOperation_FIND_CLOSEST_NODES, wire.NodeID{}, func(r operationResult) { done(r.closest) })
}

// Neighbors are the nodes of the k-buckets, closest first.
func (c *Control) Neighbors() []*wire.Peer { return c.overlay.contacts.neighborPeers() }
