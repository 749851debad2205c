package dht

import (
	"cmp"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// Parameters of the discovery layer (§5.2).
const (
	discoveryBucketSize  = 4
	discoveryJoinTimeout = 20 * time.Second
	discoveryTimeout     = 5 * time.Second // of a call
	discoveryPingLimit   = 16
	// doubtAfter is when a node is pinged whose connection broke. The moment is drawn, as
	// all stream parts learn of it at once.
	doubtAfter = 4 * time.Second
)

// DiscoveryConfig says how a node takes part in the DHT of one stream part. Zero
// values of the times and sizes stand for the protocol's defaults.
type DiscoveryConfig struct {
	Env loop.Env
	// Transport carries the calls: the Routed transport of a [Control].
	Transport transport.Transport
	// Direct knows the open connections. The discovery layer opens none and holds none;
	// content neighbours are the delivery layer's business.
	Direct transport.Direct
	// ServiceID is "layer1::" and the stream part's id.
	ServiceID string

	// BucketSize is how many neighbours a k-bucket holds, 4.
	BucketSize int
	// JoinTimeout bounds each half of a join, 20 s.
	JoinTimeout time.Duration

	// OnContacts, which may be nil, is called when Neighbors, Nearest, Random or the
	// ring have changed, at most once per turn of the loop.
	OnContacts func()
	// OnLonely, which may be nil, is called when the last neighbour was lost.
	OnLonely func()
}

// Discovery is the DHT of one stream part (layer 1): how its nodes find each other. All
// its methods must be called in the loop.
//
// Its messages are routed, and nothing in a routed message proves who made it. A
// stranger who takes part can therefore tell a node that others have left, and show it
// none but its own nodes if it answers every question first. Neighbours that live are not given
// up for newcomers, what is heard is kept in three lists that are filled by
// different rules (nearest, ring, random), and no address range fills any of them; more the protocol does not allow.
type Discovery struct {
	cfg     DiscoveryConfig
	overlay *overlay

	tick      *loop.Timer // of the next round; nil before the end of the first join
	retry     *loop.Timer
	retryWait time.Duration
	notified  bool // OnContacts is about to be called
}

// JoinOptions say how far a join goes.
type JoinOptions struct {
	// NoDistantJoin leaves out the second half, which looks at the other end of the id space.
	NoDistantJoin bool
	// NoRetry gives up if there is no neighbour after the first attempt.
	NoRetry bool
}

// NewDiscovery makes the node's part of a stream part's DHT; it answers others from now on.
func NewDiscovery(cfg DiscoveryConfig) *Discovery {
	cfg.BucketSize = cmp.Or(cfg.BucketSize, discoveryBucketSize)
	cfg.JoinTimeout = cmp.Or(cfg.JoinTimeout, discoveryJoinTimeout)
	d := &Discovery{cfg: cfg, retryWait: retryDelay}
	d.overlay = newOverlay(cfg.Env, cfg.Transport, cfg.ServiceID, overlayOptions{
		bucketSize: cfg.BucketSize,
		timeout:    discoveryTimeout,
		pingLimit:  discoveryPingLimit,
		// Official nodes take a connection for proof that a node is in the stream part.
		proven: func(x *contact) bool { return x.heard },
		contactEvents: contactEvents{
			alive: func(c *contact) bool { return c.heard },
			// An open connection knows better than a routed message.
			replaceable:     func(id wire.NodeID) bool { return !cfg.Direct.Connected(id) },
			neighborRemoved: d.neighborRemoved,
			changed:         d.changed,
		},
	})
	d.overlay.stops = append(d.overlay.stops, cfg.Transport.WatchDisconnects(d.disconnected))
	return d
}

// Join gets to know the nodes of the stream part, beginning with entry points. done,
// which may be nil, is called once, after the first attempt; the error is [transport.ErrStopped] or
// [ErrNoNeighbors]. Unless the options forbid it, an attempt that brings no neighbour is repeated.
func (d *Discovery) Join(entryPoints []*wire.Peer, o JoinOptions, done func(error)) {
	d.overlay.join(entryPoints, !o.NoDistantJoin, d.cfg.JoinTimeout, func() {
		err := d.joined(entryPoints, o)
		if done != nil {
			done(err)
		}
	})
}

func (d *Discovery) joined(entryPoints []*wire.Peer, o JoinOptions) error {
	if d.overlay.stopped {
		return transport.ErrStopped
	}
	d.startRounds()
	if d.overlay.contacts.hasNeighbor() {
		d.retryWait = retryDelay
		return nil
	}
	if !o.NoRetry && d.retry == nil && hasOther(entryPoints, d.overlay.self.ID) {
		d.retry = d.cfg.Env.Loop.After(d.retryWait, func() {
			d.retry = nil
			d.retryWait = min(2*d.retryWait, maxRetryDelay)
			if !d.overlay.contacts.hasNeighbor() {
				d.Join(entryPoints, JoinOptions{}, nil)
			}
		})
	}
	return ErrNoNeighbors
}

// hasOther is whether there is somebody else among the peers.
func hasOther(ps []*wire.Peer, self wire.NodeID) bool {
	for _, p := range ps {
		if p.ID != self {
			return true
		}
	}
	return false
}

// startRounds begins the work of every minute: at once what finds newcomers, later also what
// finds out who has gone.
func (d *Discovery) startRounds() {
	if d.tick != nil {
		return
	}
	d.overlay.recover()
	var round func()
	round = func() {
		d.overlay.recover()
		d.overlay.pingQuiet()
		d.overlay.round++
		d.tick = d.cfg.Env.Loop.After(recoverInterval, round)
	}
	// Parts that were joined together should not work together for ever.
	d.tick = d.cfg.Env.Loop.After(recoverInterval/2+time.Duration(d.cfg.Env.Rand.Int64N(int64(recoverInterval/2))), round)
}

// JoinRing gets to know the nodes beside this one on the ring. done may be nil.
func (d *Discovery) JoinRing(done func()) {
	if done == nil {
		done = func() {}
	}
	if d.overlay.stopped {
		done()
		return
	}
	d.overlay.discoverRing(d.cfg.JoinTimeout, done)
}

// Stop tells the neighbours and ends. Joins that run call their functions.
func (d *Discovery) Stop() {
	d.tick.Stop()
	d.retry.Stop()
	d.overlay.stop()
}

func (d *Discovery) disconnected(p *wire.Peer, graceful bool) {
	c := d.overlay.contacts
	if graceful {
		c.remove(p.ID)
		return
	}
	if c.neighbors.get(p.ID) == nil && !c.ring.has(p.ID) {
		return
	}
	d.cfg.Env.Loop.After(time.Duration(d.cfg.Env.Rand.Int64N(int64(doubtAfter))), func() {
		if !d.overlay.stopped && !d.cfg.Direct.Connected(p.ID) {
			d.overlay.probe(p)
		}
	})
}

func (d *Discovery) neighborRemoved(_ *wire.Peer, last bool) {
	if last && !d.overlay.stopped && d.cfg.OnLonely != nil {
		d.cfg.Env.Loop.Post(func() {
			if !d.overlay.stopped && len(d.overlay.contacts.neighbors.list) == 0 {
				d.cfg.OnLonely()
			}
		})
	}
}

func (d *Discovery) changed() {
	if d.notified || d.cfg.OnContacts == nil {
		return
	}
	d.notified = true
	d.cfg.Env.Loop.Post(func() {
		d.notified = false
		if !d.overlay.stopped {
			d.cfg.OnContacts()
		}
	})
}

// Neighbors are the nodes of the k-buckets, closest first.
func (d *Discovery) Neighbors() []*wire.Peer { return d.overlay.contacts.neighborPeers() }

// Nearest lists up to n known nodes, closest to this one first. exclude may be nil.
func (d *Discovery) Nearest(n int, exclude func(wire.NodeID) bool) []*wire.Peer {
	var ps []*wire.Peer
	for _, x := range d.overlay.contacts.nearby {
		if len(ps) >= n {
			break
		}
		if exclude == nil || !exclude(x.peer.ID) {
			ps = append(ps, x.peer)
		}
	}
	return ps
}

// Random lists up to n known nodes that were picked without regard to their place, in
// an order by chance.
func (d *Discovery) Random(n int, exclude func(wire.NodeID) bool) []*wire.Peer {
	ps := firstOf(d.overlay.contacts.random, len(d.overlay.contacts.random), exclude)
	d.cfg.Env.Rand.Shuffle(len(ps), func(i, j int) { ps[i], ps[j] = ps[j], ps[i] })
	return ps[:min(n, len(ps))]
}

// RingLeft lists up to n nodes on the left of this one on the ring, the closest first.
func (d *Discovery) RingLeft(n int, exclude func(wire.NodeID) bool) []*wire.Peer {
	return firstOf(ringPeers(d.overlay.contacts.ring.left), n, exclude)
}

// RingRight is as RingLeft for the other side.
func (d *Discovery) RingRight(n int, exclude func(wire.NodeID) bool) []*wire.Peer {
	return firstOf(ringPeers(d.overlay.contacts.ring.right), n, exclude)
}

func firstOf(ps []*wire.Peer, n int, exclude func(wire.NodeID) bool) []*wire.Peer {
	var first []*wire.Peer
	for _, p := range ps {
		if len(first) >= n {
			break
		}
		if exclude == nil || !exclude(p.ID) {
			first = append(first, p)
		}
	}
	return first
}

// Remove forgets a node, as when it has left the stream part.
func (d *Discovery) Remove(id wire.NodeID) { d.overlay.contacts.remove(id) }

// Add makes nodes known, as those that neighbours tell of.
func (d *Discovery) Add(ps []*wire.Peer) { d.overlay.told(ps) }
