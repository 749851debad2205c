package dht

import (
	"log/slog"
	"math/rand/v2"
	"testing"
	"time"

	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/connection"
	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// network is a simulated network of whole nodes: everything but the links is real.
type network struct {
	t     *testing.T
	clock *loop.Virtual
	world *simlink.World
	rand  *rand.Rand
	nodes []*netNode
}

// netNode is a node of a network.
type netNode struct {
	*Control
	manager *connection.Manager
	host    *simlink.Host
	env     loop.Env
	self    *wire.Peer
	joined  bool
	down    bool
}

func newNetwork(t *testing.T, seed uint64, o simlink.Options) *network {
	t.Helper()
	if o.Latency == nil {
		// Distances differ, but are the same every time.
		o.Latency = func(a, b *simlink.Host) time.Duration {
			return time.Duration(5+(a.Index*7+b.Index*13)%60) * time.Millisecond
		}
	}
	clock := loop.NewVirtual()
	return &network{t: t, clock: clock, world: simlink.New(clock, rand.New(rand.NewPCG(seed, 1)), o), rand: rand.New(rand.NewPCG(seed, 2))}
}

func (n *network) randomID() (id wire.NodeID) {
	for i := range id {
		id[i] = byte(n.rand.Uint32())
	}
	return id
}

// add makes a node with a random id, outside of the network.
func (n *network) add(server bool) *netNode {
	x := n.start(n.world.NewHost(0, server), n.randomID(), server)
	n.nodes = append(n.nodes, x)
	return x
}

func (n *network) start(h *simlink.Host, id wire.NodeID, server bool) *netNode {
	d := &wire.PeerDescriptor{NodeId: id[:]}
	if server {
		d.Websocket = &wire.ConnectivityMethod{Host: h.Addr().String(), Port: simlink.Port}
	}
	self, err := wire.NewPeer(d)
	if err != nil {
		n.t.Fatal(err)
	}
	env := loop.Env{Loop: h.Loop(), Rand: rand.New(rand.NewPCG(n.rand.Uint64(), 3)), Log: slog.New(slog.DiscardHandler)}
	m := connection.New(connection.Config{Env: env, Network: h, ApplicationVersion: "test"})
	m.SetSelf(self)
	x := &netNode{Control: NewControl(ControlConfig{Env: env, Transport: m}), manager: m, host: h, env: env, self: self}
	m.SetRouted(x.Routed())
	return x
}

// grow makes nodes until there are count of them, all with servers, and joins each
// through the first, one every gap.
func (n *network) grow(count int, gap time.Duration) {
	n.t.Helper()
	for len(n.nodes) < count {
		x := n.add(true)
		n.join(x)
		n.clock.RunFor(gap)
	}
	n.until(2*time.Minute, "all nodes have joined", func() bool {
		for _, x := range n.nodes {
			if !x.joined && !x.down {
				return false
			}
		}
		return true
	})
}

func (n *network) join(x *netNode) {
	x.Join([]*wire.Peer{n.nodes[0].self}, func(err error) {
		if err != nil {
			n.t.Errorf("node %v joins: %v", x.self, err)
		}
		x.joined = true
	})
}

// until runs the network until a condition holds; the test fails if that takes longer than d.
func (n *network) until(d time.Duration, what string, condition func() bool) {
	n.t.Helper()
	if !n.clock.RunUntil(n.clock.Now().Add(d), condition) {
		n.t.Fatalf("after %v it is not so that %s", d, what)
	}
}

func (x *netNode) descriptor(t *testing.T) *anypb.Any {
	a, err := anypb.New(x.self.Descriptor)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func (n *network) store(x *netNode, key wire.NodeID) (storers []*wire.Peer) {
	n.t.Helper()
	done := false
	x.StoreData(key, x.descriptor(n.t), func(ps []*wire.Peer) { storers, done = ps, true })
	n.until(15*time.Second, "the data is stored", func() bool { return done })
	return storers
}

func (n *network) fetch(x *netNode, key wire.NodeID) (entries []*wire.DataEntry) {
	n.t.Helper()
	done := false
	x.FetchData(key, func(es []*wire.DataEntry) { entries, done = es, true })
	n.until(15*time.Second, "the data is fetched", func() bool { return done })
	return entries
}

// up are the nodes that run.
func (n *network) up() (xs []*netNode) {
	for _, x := range n.nodes {
		if !x.down {
			xs = append(xs, x)
		}
	}
	return xs
}

// trulyClosest are the nodes that run and are closest to a key, as somebody who knows all sees it.
func (n *network) trulyClosest(key wire.NodeID, max int) []*wire.Peer {
	closest := newNearest(key, max)
	for _, x := range n.up() {
		closest.add(x.self)
	}
	return closest.list
}

func (n *network) kill(x *netNode) {
	x.down = true
	x.host.Kill()
	x.Stop()
	x.manager.Stop(nil)
}

func TestNetworkFindsWhatAnyNodeStored(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 1, simlink.Options{})
	n.grow(64, 100*time.Millisecond)
	exact := 0
	for i := range 20 {
		key := n.randomID()
		storer, reader := n.nodes[n.rand.IntN(64)], n.nodes[n.rand.IntN(64)]
		storers := n.store(storer, key)
		if len(storers) != copies {
			t.Errorf("key %d is stored at %d nodes, want %d", i, len(storers), copies)
		}
		if storers[0].ID == n.trulyClosest(key, 1)[0].ID {
			exact++
		}
		es := n.fetch(reader, key)
		if len(es) != 1 || wire.NodeID(es[0].Creator) != storer.self.ID {
			t.Errorf("key %d: found %d entries, want the one of its creator", i, len(es))
		}
	}
	t.Logf("%d of 20 keys are at the closest node", exact)
	if exact < 18 {
		t.Errorf("%d of 20 keys are at the closest node, want at least 18", exact)
	}
}
