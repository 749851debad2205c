package delivery

import (
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/transport/simlink"
)

func TestEveryMessageReachesEveryone(t *testing.T) {
	t.Parallel()
	for _, count := range []int{2, 3, 5, 8, 20, 60} {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			n := newNetwork(t, uint64(count), simlink.Options{Jitter: 0.2, Loss: 0.01})
			n.grow(count, 300*time.Millisecond)
			n.settle(time.Minute)
			texts := n.stream(100, 50*time.Millisecond, n.up())
			n.clock.RunFor(5 * time.Second)
			n.wantAll(n.up(), texts)
			mean, least, most := n.degrees()
			t.Logf("%d nodes: %.2f neighbours, %d to %d", count, mean, least, most)
		})
	}
}
