package dht

import (
	"fmt"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// discovery makes a node's part of a stream part's DHT.
func (x *netNode) discovery(part string, change ...func(*DiscoveryConfig)) *Discovery {
	cfg := DiscoveryConfig{Env: x.env, Transport: x.Routed(), Direct: x.manager, ServiceID: "layer1::" + part}
	for _, f := range change {
		f(&cfg)
	}
	return NewDiscovery(cfg)
}

func TestDiscoveryFindsTheNodesOfAPart(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 11, simlink.Options{})
	n.grow(40, 100*time.Millisecond)
	n.clock.RunFor(10 * time.Second)
	// Every second node is in the part, which its first node lets the others into.
	var ds []*Discovery
	var entries []*wire.Peer
	joined := 0
	for i := 0; i < 40; i += 2 {
		d := n.nodes[i].discovery("part#0")
		d.Join(entries, JoinOptions{}, func(err error) {
			if err == nil || i == 0 && err == ErrNoNeighbors {
				joined++
			}
		})
		d.JoinRing(nil)
		ds = append(ds, d)
		if entries = append(entries, n.nodes[i].self); len(entries) > 4 {
			entries = entries[1:]
		}
		n.clock.RunFor(500 * time.Millisecond)
	}
	n.until(30*time.Second, "all have joined", func() bool { return joined == len(ds) })
	n.clock.RunFor(time.Minute)
	exact := 0
	for i, d := range ds {
		self := n.nodes[2*i].self
		closest := newNearest(self.ID, 3)
		for j := range ds {
			if j != i {
				closest.add(n.nodes[2*j].self)
			}
		}
		got := d.Nearest(3, nil)
		if slices.EqualFunc(got, closest.list, func(a, b *wire.Peer) bool { return a.ID == b.ID }) {
			exact++
		}
		if len(d.Neighbors()) < 4 || len(d.RingLeft(5, nil)) < 5 || len(d.RingRight(5, nil)) < 5 || len(d.Random(5, nil)) == 0 {
			t.Errorf("node %d has %d neighbours, %d left, %d right, %d random", i, len(d.Neighbors()), len(d.RingLeft(5, nil)), len(d.RingRight(5, nil)), len(d.Random(5, nil)))
		}
	}
	if exact < len(ds)-2 {
		t.Errorf("%d of %d nodes know the three nodes closest to them", exact, len(ds))
	}
	// Those that leave are forgotten at once by most, by the others within two minutes.
	gone := func(id wire.NodeID) (who int) {
		for i, d := range ds {
			if i != 3 && i != 5 && slices.ContainsFunc(d.Neighbors(), func(p *wire.Peer) bool { return p.ID == id }) {
				who++
			}
		}
		return who
	}
	told := gone(n.nodes[6].self.ID)
	ds[3].Stop()
	n.clock.RunFor(time.Second)
	if left := gone(n.nodes[6].self.ID); left > told/2 {
		t.Errorf("%d of %d nodes still have one as neighbour that has said goodbye", left, told)
	}
	n.kill(n.nodes[10])
	n.clock.RunFor(130 * time.Second)
	if left := gone(n.nodes[6].self.ID); left > 0 {
		t.Errorf("%d nodes still have one as neighbour that has left", left)
	}
	if left := gone(n.nodes[10].self.ID); left > 0 {
		t.Errorf("%d nodes still have one as neighbour that was killed", left)
	}
}

func TestDiscoveryTellsWhenItIsLonely(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 12, simlink.Options{})
	n.grow(3, time.Second)
	lonely, changes := 0, 0
	a := n.nodes[1].discovery("part#0")
	b := n.nodes[2].discovery("part#0", func(c *DiscoveryConfig) {
		c.OnLonely = func() { lonely++ }
		c.OnContacts = func() { changes++ }
	})
	b.Join([]*wire.Peer{n.nodes[1].self}, JoinOptions{}, nil)
	n.clock.RunFor(5 * time.Second)
	if len(b.Neighbors()) != 1 || changes == 0 || lonely != 0 {
		t.Fatalf("%d neighbours, %d changes, lonely %d times", len(b.Neighbors()), changes, lonely)
	}
	a.Stop()
	n.clock.RunFor(time.Second)
	if lonely != 1 {
		t.Errorf("lonely %d times, want once", lonely)
	}
	// An entry point that is not there yet is asked again, unless that is not wished.
	b.Join([]*wire.Peer{n.nodes[1].self}, JoinOptions{NoRetry: true}, nil)
	n.clock.RunFor(30 * time.Second)
	again := n.nodes[1].discovery("part#0")
	n.clock.RunFor(30 * time.Second)
	if len(b.Neighbors()) != 0 {
		t.Error("joined again without being asked to")
	}
	again.Stop()
	b.Join([]*wire.Peer{n.nodes[1].self}, JoinOptions{}, nil)
	n.clock.RunFor(10 * time.Second)
	n.nodes[1].discovery("part#0")
	n.clock.RunFor(40 * time.Second)
	if len(b.Neighbors()) != 1 {
		t.Error("did not try again")
	}
}

// Thousands of parts on one node must be cheap (issue 5).
func TestIdlePartsAreSmall(t *testing.T) {
	n := newNetwork(t, 13, simlink.Options{})
	n.grow(3, time.Second)
	const parts = 300
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	joined := 0
	started := time.Now()
	for i := range parts {
		for j, x := range n.nodes[:2] {
			d := x.discovery(fmt.Sprintf("0xbfb34fd32eca438ffe766211c3b2af8bf781ce9c/some/stream#%d", i))
			d.Join([]*wire.Peer{n.nodes[0].self}, JoinOptions{}, func(err error) {
				if j == 1 && err == nil {
					joined++
				}
			})
			d.JoinRing(nil)
		}
	}
	n.until(30*time.Second, "all parts are joined", func() bool { return joined == parts })
	n.clock.RunFor(2 * time.Minute)
	size := (heap() - before) / (2 * parts)
	t.Logf("%d bytes per part and node, %v to join and run for two minutes", size, time.Since(started))
	if size > 20_000 {
		t.Errorf("an idle part takes %d bytes, want at most 20,000", size)
	}
	runtime.KeepAlive(n)
}
