package dht

import (
	"crypto/sha256"
	"fmt"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// trace runs a network through a bad day and hashes what happens in it.
func trace(t *testing.T, seed uint64) string {
	n := newNetwork(t, seed, simlink.Options{Jitter: 0.5, Loss: 0.02})
	h := sha256.New()
	note := func() {
		fmt.Fprintln(h, n.clock.Now(), n.world.Frames, n.world.Bytes)
		for _, x := range n.nodes {
			fmt.Fprintln(h, x.Stats(), x.Neighbors(), x.overlay.contacts.random)
		}
	}
	n.grow(16, 100*time.Millisecond)
	note()
	d := n.nodes[3].discovery("part")
	e := n.nodes[4].discovery("part")
	e.Join([]*wire.Peer{n.nodes[3].self}, JoinOptions{}, nil)
	e.JoinRing(nil)
	for i := range 10 {
		key := n.randomID()
		n.nodes[i].StoreData(key, n.nodes[i].descriptor(t), nil)
		n.nodes[(i+3)%10].FetchData(key, func(es []*wire.DataEntry) { fmt.Fprintln(h, len(es)) })
		if i < 5 {
			n.kill(n.nodes[11+i])
		}
		n.clock.RunFor(300 * time.Millisecond)
		note()
	}
	n.nodes[10].Stop()
	for range 7 {
		n.clock.RunFor(10 * time.Second)
		note()
	}
	fmt.Fprintln(h, d.Neighbors(), e.Random(5, nil))
	return fmt.Sprintf("%x", h.Sum(nil))
}

func TestTheSameSeedGivesTheSameRun(t *testing.T) {
	t.Parallel()
	first := trace(t, 31)
	if again := trace(t, 31); again != first {
		t.Errorf("traces %s and %s, want the same", first, again)
	}
	if other := trace(t, 32); other == first {
		t.Error("another seed gives the same trace")
	}
}
