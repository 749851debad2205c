package connection

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
)

// TestChaos lets nodes send, dial each other at the same time, disconnect, crash, come back
// and lose sight of each other, and then looks whether everybody agrees on who is
// connected, and whether messages came in order and once.
func TestChaos(t *testing.T) {
	t.Parallel()
	for seed := range uint64(8) {
		if a, b := chaos(t, seed, 1000), ""; seed == 0 {
			if b = chaos(t, seed, 1000); a != b {
				t.Errorf("two runs from one seed differ:\n%s\n%s", a, b)
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// chaos runs some steps and returns what has happened.
func chaos(t *testing.T, seed uint64, steps int) string {
	t.Helper()
	const nodes = 6
	r := rand.New(rand.NewPCG(seed, 1))
	clock := loop.NewVirtual()
	w := &world{t: t, clock: clock, net: simlink.New(clock, rand.New(rand.NewPCG(seed, 2)), simlink.Options{
		Latency: func(_, _ *simlink.Host) time.Duration { return 30 * time.Millisecond }, Jitter: 1, Loss: 0.02, BreakAfter: 10 * time.Second,
	})}
	var all []*node
	for i := range nodes {
		all = append(all, w.add(byte(0x10+i*0x1d), func(c *Config) { c.MaxConnections = 3 }))
	}
	life := make([]int, nodes) // how often a node has crashed
	sent := 0
	for range steps {
		i, j := r.IntN(nodes), r.IntN(nodes)
		a, b := all[i], all[j]
		switch k := r.IntN(100); {
		case i == j:
		case k < 60:
			sent++
			_ = a.send(b, strconv.Itoa(life[i])+"."+strconv.Itoa(sent), transport.SendOptions{NoConnect: k < 10}) // may fail, in this weather
		case k < 75: // both at once
			sent++
			_ = a.send(b, strconv.Itoa(life[i])+"."+strconv.Itoa(sent), transport.SendOptions{})
			_ = b.send(a, strconv.Itoa(life[j])+"."+strconv.Itoa(sent), transport.SendOptions{})
		case k < 80:
			a.Disconnect(b.Self())
		case k < 84:
			a.Lock(b.Self(), "x", nil)
		case k < 88:
			a.Unlock(b.Self(), "x")
		case k < 91:
			got := a.got
			a.host.Kill()
			life[i]++
			all[i] = w.start(a.host.Restart(), a.Self().ID, true, func(c *Config) { c.MaxConnections = 3 })
			all[i].got = got
		case k < 93:
			side := r.IntN(nodes)
			w.net.Partition(func(h *simlink.Host) int { return min(1, h.Index/(side+1)) })
		case k < 97:
			w.net.Heal()
		}
		w.run(time.Duration(r.IntN(400)) * time.Millisecond)
		for _, n := range all {
			checkInvariants(t, n.Manager)
		}
	}
	w.net.Heal()
	w.run(time.Minute)
	var story strings.Builder
	for _, a := range all {
		for _, b := range all {
			if a.HasConnection(b.Self().ID) != b.HasConnection(a.Self().ID) {
				t.Errorf("%s and %s do not agree whether they are connected", a.Self(), b.Self())
			}
		}
		checkOrder(t, a)
		fmt.Fprintln(&story, a.Self(), a.Stats(), a.got, a.log)
	}
	if s := story.String(); !strings.Contains(s, "+") || sent == 0 {
		t.Error("nothing has happened")
	}
	// After all that, everybody reaches everybody, if nobody closes connections meanwhile.
	for _, n := range all {
		n.cfg.MaxConnections = nodes
	}
	for _, a := range all {
		for _, b := range all {
			if a == b {
				continue
			}
			if err := a.send(b, "end", transport.SendOptions{}); err != nil {
				t.Errorf("%s to %s: %v", a.Self(), b.Self(), err)
			}
			w.run(time.Second)
			if !slices.Contains(b.got, a.Self().String()[:2]+":end") {
				t.Errorf("%s does not reach %s", a.Self(), b.Self())
			}
		}
	}
	return story.String()
}

// checkOrder fails if a node got the messages of a peer's life out of order, or twice.
func checkOrder(t *testing.T, n *node) {
	t.Helper()
	last := make(map[string]int)
	for _, s := range n.got {
		from, number, _ := strings.Cut(s, ".")
		k, err := strconv.Atoi(number)
		if err != nil {
			t.Fatalf("message %q", s)
		}
		if k <= last[from] {
			t.Errorf("%s got %s after %d", n.Self(), s, last[from])
		}
		last[from] = k
	}
}
