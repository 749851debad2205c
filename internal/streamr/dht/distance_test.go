package dht

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/logstore/logstore/internal/streamr/wire"
)

func TestByDistance(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 1))
	for n := range 200 {
		// Ids of one address share their first bytes; some are the target itself.
		random := func() (id wire.NodeID) {
			for i := n % 18; i < len(id); i++ {
				id[i] = byte(r.Uint32())
			}
			return id
		}
		target := random()
		ps := make([]*wire.Peer, 0, n)
		for len(ps) < n {
			id := random()
			if r.IntN(20) == 0 {
				id = target
			}
			if !slices.ContainsFunc(ps, func(p *wire.Peer) bool { return p.ID == id }) {
				ps = append(ps, &wire.Peer{ID: id})
			}
		}
		slices.SortFunc(ps, func(a, b *wire.Peer) int { return a.ID.Compare(b.ID) })
		want := slices.SortedFunc(slices.Values(ps), func(a, b *wire.Peer) int { return target.CompareDistance(a.ID, b.ID) })
		if got := slices.Collect(byDistance(ps, target)); !slices.Equal(got, want) {
			t.Fatalf("%d peers in another order than sorted by distance", n)
		}
		count := 0
		for range byDistance(ps, target) {
			if count++; count == 3 {
				break
			}
		}
		if count != min(3, n) {
			t.Fatalf("%d of the first three", count)
		}
	}
}

func BenchmarkClosestConnections(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	ps := make([]*wire.Peer, 1000)
	for i := range ps {
		ps[i] = new(wire.Peer)
		for j := range ps[i].ID {
			ps[i].ID[j] = byte(r.Uint32())
		}
	}
	slices.SortFunc(ps, func(a, b *wire.Peer) int { return a.ID.Compare(b.ID) })
	for b.Loop() {
		n := 0
		for range byDistance(ps, ps[r.IntN(len(ps))].ID) {
			if n++; n == maxCandidates {
				break
			}
		}
	}
}
