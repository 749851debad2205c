package dht

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// DiscoveryConfig says how a node takes part in the DHT of one stream part. Zero
// values of the times and sizes stand for the protocol's defaults.
type DiscoveryConfig struct {
	Env loop.Env
	// Transport carries the calls: the Routed transport of a [Control].
	Transport transport.Transport
	// Direct holds the connections to the neighbours.
	Direct transport.Direct
	// ServiceID is "layer1::" and the stream part's id.
	ServiceID string

	// BucketSize is how many neighbours a k-bucket holds, 4.
	BucketSize int
	// JoinTimeout bounds one join, 20 s.
	JoinTimeout time.Duration

	// OnContacts, which may be nil, is called when Neighbors, Nearest, Random or the
	// ring have changed, at most once per turn of the loop.
	OnContacts func()
	// OnLonely, which may be nil, is called when the last neighbour was lost.
	OnLonely func()
}

// Discovery is the DHT of one stream part (layer 1): how its nodes find each other.
type Discovery struct {
	cfg DiscoveryConfig
}

// JoinOptions say how far a join goes.
type JoinOptions struct {
	// NoDistantJoin leaves out the second half, which looks at the other end of the id space.
	NoDistantJoin bool
	// NoRetry gives up if there is no neighbour after the first attempt.
	NoRetry bool
}

// NewDiscovery makes the node's part of a stream part's DHT; it answers others from now on.
func NewDiscovery(cfg DiscoveryConfig) *Discovery { return &Discovery{cfg: cfg} }

// Join gets to know the nodes of the stream part, beginning with entry points. done is
// called once, after the first attempt.
func (d *Discovery) Join(entryPoints []*wire.Peer, o JoinOptions, done func(error)) {}

// JoinRing gets to know the nodes beside this one on the ring.
func (d *Discovery) JoinRing(done func()) {}

// Stop tells the neighbours and ends.
func (d *Discovery) Stop() {}

// Neighbors are the nodes of the k-buckets, closest first.
func (d *Discovery) Neighbors() []*wire.Peer { return nil }

// Nearest lists up to n known nodes, closest to this one first. exclude may be nil.
func (d *Discovery) Nearest(n int, exclude func(wire.NodeID) bool) []*wire.Peer { return nil }

// Random lists up to n known nodes that were picked without regard to their place.
func (d *Discovery) Random(n int, exclude func(wire.NodeID) bool) []*wire.Peer { return nil }

// RingLeft lists up to n nodes on the left of this one on the ring, the closest first.
func (d *Discovery) RingLeft(n int, exclude func(wire.NodeID) bool) []*wire.Peer { return nil }

// RingRight is as RingLeft for the other side.
func (d *Discovery) RingRight(n int, exclude func(wire.NodeID) bool) []*wire.Peer { return nil }

// Remove forgets a node, as when it has left the stream part.
func (d *Discovery) Remove(id wire.NodeID) {}

// Add makes nodes known, as those that neighbours tell of.
func (d *Discovery) Add(ps []*wire.Peer) {}
