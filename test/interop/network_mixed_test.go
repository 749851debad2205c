//go:build interop

package interop

import (
	"fmt"
	"testing"
)

// TestNetworkMixed connects three nodes of each side, and clients of both sides to each of
// them. Clients of both sides publish at the same time, and all get everything.
func TestNetworkMixed(t *testing.T) {
	l := startLab(t)
	for _, c := range []struct {
		name    string
		nodes   []side
		clients []side
	}{
		{"official only", []side{official, official, official, official, official, official}, []side{official}},
		{"official entry point", []side{official, ours, official, ours, official, ours}, []side{official, ours}},
		{"Go entry point", []side{ours, official, ours, official, ours, official}, []side{ours, official}},
	} {
		t.Run(c.name, func(t *testing.T) {
			needs(t, append(c.nodes, c.clients...)...)
			twice(t, func(t testing.TB) { mixed(t, l, c.nodes, c.clients) })
		})
	}
}

func mixed(t testing.TB, l *lab, nodes, clients []side) {
	const each = 200
	s := &stage{lab: l, stream: l.stream(t, 2, everybody)}
	s.parts = []part{{s.stream, 0}, {s.stream, 1}}
	var relays []*relay
	for _, who := range nodes {
		spec := relaySpec{ID: randomNodeID(), Join: s.parts}
		if len(relays) > 0 {
			spec.EntryPoints = []contact{relays[0].contact}
		}
		if who == official {
			spec.Worker = l.worker(official, fmt.Sprint("relays ", len(relays)%2))
		}
		relays = append(relays, startRelay(t, who, spec))
	}
	// Each client knows one node only, and that of the entry point is nobody's.
	var subscribers, publishers []*peer
	for i, r := range relays[1:] {
		cfg := peerConfig{EntryPoints: []contact{r.contact}}
		if i%2 == 0 {
			cfg.Listen = freePort(t)
		}
		p := l.client(t, clients[i%len(clients)], fmt.Sprint("subscribers ", i%2), fmt.Sprint("subscriber ", i), cfg)
		for _, at := range s.parts {
			p.subscribe(at.String(), at, nil)
		}
		subscribers = append(subscribers, p)
	}
	for i, who := range []side{clients[0], clients[len(clients)-1]} {
		publishers = append(publishers, l.client(t, who, "publishers", fmt.Sprint("publisher ", i), peerConfig{EntryPoints: []contact{relays[1+i*4].contact}}))
	}
	for _, p := range append(subscribers, publishers...) {
		s.joinAll(p)
	}
	var want []networkMessage
	for _, at := range s.parts {
		var all []*going
		for i, p := range publishers {
			p.join(at, 1) // a neighbour may have gone while others came
			all = append(all, p.start(batch{Count: each, First: i * each}.to(at)))
		}
		for _, g := range all {
			want = append(want, g.end(t)...)
		}
	}
	s.check(want, subscribers...)
}
