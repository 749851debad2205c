package dht

import (
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/connection"
	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"

	"log/slog"
	"math/rand/v2"
)

// nodesByID lists which of the nodes reach each other over neighbours, from the first one.
func (n *network) reachable() int {
	index := make(map[wire.NodeID]*netNode)
	for _, x := range n.up() {
		index[x.self.ID] = x
	}
	seen := map[wire.NodeID]bool{}
	queue := []*netNode{n.up()[0]}
	seen[queue[0].self.ID] = true
	for len(queue) > 0 {
		x := queue[0]
		queue = queue[1:]
		for _, p := range x.Neighbors() {
			if y := index[p.ID]; y != nil && !seen[p.ID] {
				seen[p.ID] = true
				queue = append(queue, y)
			}
		}
	}
	return len(seen)
}

func TestNetworkSurvivesTheLossOfNodes(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 2, simlink.Options{Jitter: 0.3, Loss: 0.01})
	n.grow(70, 100*time.Millisecond)
	n.clock.RunFor(70 * time.Second)
	keys := make([]wire.NodeID, 20)
	for i := range keys {
		keys[i] = n.randomID()
		n.store(n.nodes[40+i], keys[i])
	}
	for i := 1; i <= 21; i++ { // none of those that stored, nor the entry point
		n.kill(n.nodes[i])
	}
	n.clock.RunFor(10 * time.Second)
	found := 0
	for _, key := range keys {
		for _, e := range n.fetch(n.up()[n.rand.IntN(len(n.up()))], key) {
			if !e.Deleted {
				found++
			}
		}
	}
	if found != len(keys) {
		t.Errorf("after the loss of 21 of 70 nodes %d of %d keys are found", found, len(keys))
	}
	// What is stored now is stored at those that are left.
	for range 10 {
		key := n.randomID()
		storers := n.store(n.up()[n.rand.IntN(49)], key)
		if len(storers) != copies || storers[0].ID != n.trulyClosest(key, 1)[0].ID {
			t.Errorf("after the loss a key is stored at %v, its closest node is %v", storers, n.trulyClosest(key, 1))
		}
	}
	n.clock.RunFor(2 * time.Minute)
	for _, x := range n.up() {
		for _, p := range x.Neighbors() {
			for _, y := range n.nodes {
				if y.down && y.self.ID == p.ID {
					t.Fatalf("node %v still has %v as neighbour, which is gone for two minutes", x.self, p)
				}
			}
		}
	}
	if r := n.reachable(); r != len(n.up()) {
		t.Errorf("%d of %d nodes reach each other", r, len(n.up()))
	}
}

func TestNodesRejoinWhenTheEntryPointComesBack(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 3, simlink.Options{})
	n.grow(5, time.Second)
	// Everybody but one is gone, the entry point returns.
	for i := range 4 {
		n.kill(n.nodes[i])
	}
	last := n.nodes[4]
	n.clock.RunFor(20 * time.Second)
	if len(last.Neighbors()) != 0 {
		t.Fatalf("%d neighbours, all of them are gone", len(last.Neighbors()))
	}
	entry := n.start(n.nodes[0].host.Restart(), n.nodes[0].self.ID, true)
	entry.Join([]*wire.Peer{entry.self}, nil)
	n.nodes[0] = entry
	n.until(time.Minute, "the last node has found the entry point again", func() bool {
		return len(last.Neighbors()) == 1 && len(entry.Neighbors()) == 1
	})
}

func TestPartitionHeals(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 4, simlink.Options{})
	n.grow(40, 100*time.Millisecond)
	n.clock.RunFor(70 * time.Second)
	n.world.Partition(func(h *simlink.Host) int { return h.Index % 2 })
	n.clock.RunFor(2 * time.Minute)
	for _, x := range n.nodes {
		for _, p := range x.Neighbors() {
			for i, y := range n.nodes {
				if y.self.ID == p.ID && i%2 != x.host.Index%2 && x.manager.Connected(p.ID) {
					t.Fatal("a connected neighbour is on the other side")
				}
			}
		}
	}
	key := n.randomID()
	n.store(n.nodes[7], key)
	if len(n.fetch(n.nodes[9], key)) != 1 {
		t.Error("one side of the partition does not find what it has stored itself")
	}
	n.world.Heal()
	n.clock.RunFor(3 * time.Minute)
	for range 10 {
		key := n.randomID()
		a, b := n.store(n.nodes[n.rand.IntN(40)], key), n.trulyClosest(key, 1)
		if len(a) == 0 || a[0].ID != b[0].ID {
			t.Errorf("three minutes after the partition a key is stored at %v, its closest node is %v", a, b)
		}
	}
	if r := n.reachable(); r != 40 {
		t.Errorf("%d of 40 nodes reach each other", r)
	}
}

func TestSilentNeighborsHoldNobodyUp(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 5, simlink.Options{BreakAfter: time.Hour})
	n.grow(20, 200*time.Millisecond)
	n.clock.RunFor(70 * time.Second)
	// Sockets stay open, but nobody answers.
	for i := 1; i <= 4; i++ {
		n.nodes[i].host.Freeze()
	}
	started := n.clock.Now()
	var worst time.Duration
	for i := range 10 {
		key := n.randomID()
		n.store(n.nodes[10], key)
		from := n.clock.Now()
		if len(n.fetch(n.nodes[11+i%8], key)) != 1 {
			t.Errorf("key %d was not found", i)
		}
		worst = max(worst, n.clock.Now().Sub(from))
	}
	t.Logf("slowest fetch %v, ten stores and fetches %v", worst, n.clock.Now().Sub(started))
	if worst > 4500*time.Millisecond {
		t.Errorf("a fetch has taken %v", worst)
	}
	// A newcomer is not held up either.
	x := n.add(true)
	from := n.clock.Now()
	n.join(x)
	n.until(time.Minute, "the newcomer has joined", func() bool { return x.joined })
	if d := n.clock.Now().Sub(from); d > 6*time.Second {
		t.Errorf("the join has taken %v", d)
	}
	n.clock.RunFor(3 * time.Minute)
	for _, y := range n.nodes[5:] {
		for _, p := range y.Neighbors() {
			for _, z := range n.nodes[1:5] {
				if z.self.ID == p.ID {
					t.Errorf("%v still has the silent %v as neighbour", y.self, z.self)
				}
			}
		}
	}
}

// liar is a node that answers the calls of the control layer as a test wants it to.
type liar struct {
	self     *wire.Peer
	manager  *connection.Manager
	endpoint *rpc.Endpoint
}

func (n *network) liar(id wire.NodeID, handle func(l *liar)) *liar {
	h := n.world.NewHost(0, true)
	self, err := wire.NewPeer(&wire.PeerDescriptor{
		NodeId: id[:], Websocket: &wire.ConnectivityMethod{Host: h.Addr().String(), Port: simlink.Port},
	})
	if err != nil {
		n.t.Fatal(err)
	}
	env := loop.Env{Loop: h.Loop(), Rand: rand.New(rand.NewPCG(n.rand.Uint64(), 4)), Log: slog.New(slog.DiscardHandler)}
	m := connection.New(connection.Config{Env: env, Network: h})
	m.SetSelf(self)
	l := &liar{self: self, manager: m, endpoint: rpc.New(env, m, ControlServiceID)}
	handle(l)
	return l
}
