package delivery

import (
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/message"
)

func TestMessagesReachTheRestWhenNodesDie(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 30, simlink.Options{Jitter: 0.2, Loss: 0.01})
	n.grow(30, 200*time.Millisecond)
	n.settle(time.Minute)
	publishers := n.nodes[:4]
	n.wantAll(5*time.Second, n.up(), n.stream(20, 50*time.Millisecond, publishers))
	var during []*message.Message
	for i := range 9 { // of 30
		n.nodes[4+2*i].kill()
		during = append(during, n.stream(5, 20*time.Millisecond, publishers)...)
	}
	n.wantAll(10*time.Second, n.up(), during)
	n.clock.RunFor(time.Minute)
	mean, least, most := n.degrees()
	if least < 3 || mean > 4.5 {
		t.Errorf("a minute later nodes have %.2f neighbours, %d to %d", mean, least, most)
	}
	for _, x := range n.up() {
		for _, p := range x.part.Neighbors() {
			if n.byID(p.ID).down {
				t.Errorf("node %d still has a dead neighbour", x.index)
			}
		}
	}
	n.wantAll(5*time.Second, n.up(), n.stream(20, 50*time.Millisecond, publishers))
}

func TestFrozenNeighborsAreReplaced(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 31, simlink.Options{})
	n.grow(20, 200*time.Millisecond)
	n.settle(time.Minute)
	for i := 2; i < 8; i++ {
		n.nodes[i].host.Freeze()
		n.nodes[i].down = true
	}
	n.until(time.Minute, "no frozen node is a neighbour", func() bool {
		for _, x := range n.up() {
			for _, p := range x.part.Neighbors() {
				if n.byID(p.ID).down {
					return false
				}
			}
		}
		return n.reached(n.up()) == len(n.up())
	})
	n.wantAll(5*time.Second, n.up(), n.stream(20, 50*time.Millisecond, n.up()))
}

// A split that lasts until both halves have closed their ranks: nobody lacks neighbours
// afterwards, so nobody looks for any.
func TestHalvesMeetAgainAfterASplit(t *testing.T) {
	t.Parallel()
	for _, count := range []int{6, 20} {
		n := newNetwork(t, uint64(40+count), simlink.Options{BreakAfter: 20 * time.Second})
		n.grow(count, 200*time.Millisecond)
		n.settle(time.Minute)
		n.world.Partition(func(h *simlink.Host) int { return h.Index % 2 })
		n.clock.RunFor(3 * time.Minute)
		if n.reached(n.up()) == count {
			t.Fatal("the network is not split")
		}
		n.world.Heal()
		n.settle(4 * time.Minute)
		n.wantAll(5*time.Second, n.up(), n.stream(20, 50*time.Millisecond, n.up()))
	}
}

func TestRestartedNodesComeBack(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 33, simlink.Options{Jitter: 0.2})
	n.grow(15, 200*time.Millisecond)
	n.settle(time.Minute)
	for range 5 {
		for i := 3; i < 15; i += 3 {
			n.nodes[i].kill()
		}
		n.clock.RunFor(time.Second)
		for i := 3; i < 15; i += 3 {
			n.nodes[i].restart()
			n.nodes[i].enter()
		}
		n.settle(time.Minute)
	}
	n.wantAll(5*time.Second, n.up(), n.stream(20, 50*time.Millisecond, n.up()))
}

func TestSlowLinks(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 34, simlink.Options{
		Latency: func(a, b *simlink.Host) time.Duration {
			if a.Index%5 == 1 || b.Index%5 == 1 {
				return 700 * time.Millisecond
			}
			return 30 * time.Millisecond
		},
		Jitter: 0.5, Loss: 0.05, Bandwidth: 60_000,
	})
	n.grow(16, 500*time.Millisecond)
	n.settle(2 * time.Minute)
	n.wantAll(20*time.Second, n.up(), n.stream(50, 100*time.Millisecond, n.up()))
}
