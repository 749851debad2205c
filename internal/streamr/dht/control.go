package dht

import (
	"time"

	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// ControlServiceID names the control layer at every node.
const ControlServiceID = "layer0"

// ControlConfig says how a node takes part in the control layer. Env and Transport are
// needed; zero values of the rest stand for the protocol's defaults.
type ControlConfig struct {
	Env       loop.Env
	Transport transport.Direct

	// BucketSize is how many neighbours a k-bucket holds, 8.
	BucketSize int
	// JoinTimeout bounds one join, 60 s.
	JoinTimeout time.Duration
}

// Control is the node's place in the DHT that all nodes share (layer 0).
type Control struct {
	cfg ControlConfig
}

// NewControl makes the node's part of the control layer; it answers others from now on.
// It is outside the network until Join.
func NewControl(cfg ControlConfig) *Control { return &Control{cfg: cfg} }

// Join enters the network through any of the entry points. done is called once, when
// the node has neighbours, or is an entry point itself; or with an error. Afterwards the node looks after its
// neighbours itself: it need not be called again.
func (c *Control) Join(entryPoints []*wire.Peer, done func(error)) {}

// Joined is whether a join has ended well.
func (c *Control) Joined() bool { return false }

// Stop leaves the network: it hands stored data over to the neighbours and tells them.
func (c *Control) Stop() {}

// Routed is a transport whose messages travel over the connections of others.
func (c *Control) Routed() transport.Transport { return nil }

// FetchData finds what is stored under a key, at most one entry per creator.
func (c *Control) FetchData(key wire.NodeID, done func([]*wire.DataEntry)) {}

// StoreData stores data under a key at the nodes closest to it, for a minute. done, which may be
// nil, is told where.
func (c *Control) StoreData(key wire.NodeID, data *anypb.Any, done func(storers []*wire.Peer)) {}

// DeleteData marks what this node has stored under the key as deleted.
func (c *Control) DeleteData(key wire.NodeID) {}

// FindClosest finds the nodes closest to a place, closest first, at most ten.
func (c *Control) FindClosest(key wire.NodeID, done func([]*wire.Peer)) {}

// Neighbors are the nodes of the k-buckets, closest first.
func (c *Control) Neighbors() []*wire.Peer { return nil }
