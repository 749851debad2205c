package delivery

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// Times and sizes of the search for neighbours (§6.3).
const (
	findFirst    = 100 * time.Millisecond
	findInterval = 250 * time.Millisecond
	// maxFindInterval is between two rounds in which all have refused and there is no neighbour.
	maxFindInterval = 8 * time.Second
	findLoops       = 2
	viewSize        = 20
)

// finder looks for neighbours until there are enough.
type finder struct {
	part  *Part
	loops [findLoops]*search
}

// search is one of the loops that look at the same time, each with its own list of who
// was asked in vain.
type search struct {
	timer  *loop.Timer
	tried  map[wire.NodeID]struct{}
	rounds int // in which everybody was asked in vain
}

// start begins to look, if neighbours are missing and nobody looks. lost is asked last.
func (f *finder) start(lost ...wire.NodeID) {
	if f.part.left || f.part.discovery == nil || f.part.neighbors.full() {
		return
	}
	for i := range f.loops {
		if f.loops[i] != nil {
			continue
		}
		s := &search{tried: make(map[wire.NodeID]struct{})}
		for _, id := range lost {
			s.tried[id] = struct{}{}
		}
		f.loops[i] = s
		s.timer = f.part.after(findFirst, func() { f.look(i, s) })
	}
}

func (f *finder) stop() {
	for i, s := range f.loops {
		if s != nil {
			s.timer.Stop()
			f.loops[i] = nil
		}
	}
}

// look asks some nodes and comes back, as long as it pays.
func (f *finder) look(i int, s *search) {
	h := f.part.neighbors
	if h.full() {
		f.loops[i] = nil
		return
	}
	wait := findInterval
	chosen := f.choose(s)
	if len(chosen) == 0 && len(h.asked) == 0 {
		// All were asked. Without any neighbour it begins again; otherwise new contacts
		// or the loss of a neighbour start it.
		if len(h.list) > 0 || len(f.part.discovery.Nearest(1, nil)) == 0 {
			f.loops[i] = nil
			return
		}
		clear(s.tried)
		wait = min(findInterval<<min(s.rounds, 10), maxFindInterval)
		s.rounds++
	}
	again := func() { s.timer = f.part.after(wait, func() { f.look(i, s) }) }
	waiting := len(chosen)
	if waiting == 0 {
		again()
		return
	}
	for _, p := range chosen {
		h.handshake(p, nil, func(ok bool) {
			if !ok {
				s.tried[p.ID] = struct{}{}
			}
			if waiting--; waiting == 0 && !f.part.left {
				again()
			}
		})
	}
}

// choose picks whom to ask: beside this node on the ring first, which keeps the network in
// one piece, then near ones and random ones, which keep the ways short.
func (f *finder) choose(s *search) []*wire.Peer {
	h, d, target := f.part.neighbors, f.part.discovery, f.part.cfg.TargetNeighbors
	var chosen peers
	excluded := func(id wire.NodeID) bool {
		_, tried := s.tried[id]
		return tried || h.has(id) || h.isAsked(id) || len(h.list) > 0 && h.isShunned(id) || chosen.has(id)
	}
	want := min(target-h.open(), 1)
	if missing := target - 2 - h.open(); missing > 0 {
		want = min(missing, 2)
		if len(h.list) == 0 {
			// Who can be dialled answers soonest.
			for _, q := range d.Nearest(viewSize, excluded) {
				if q.HasServer() {
					chosen.add(q)
					break
				}
			}
		}
	}
	for _, source := range []func(int, func(wire.NodeID) bool) []*wire.Peer{d.RingLeft, d.RingRight, d.Nearest, d.Random} {
		if len(chosen.list) >= want {
			break
		}
		for _, q := range source(1, excluded) {
			chosen.add(q)
		}
	}
	return chosen.list
}
