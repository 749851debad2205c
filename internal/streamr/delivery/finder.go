package delivery

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// Times and sizes of the search for neighbours.
const (
	findFirst    = 100 * time.Millisecond
	findInterval = 250 * time.Millisecond
	findLoops    = 2
	viewSize     = 20
)

// finder looks for neighbours until there are enough.
type finder struct {
	part  *Part
	loops [findLoops]*search
}

// search is one of the loops that look at the same time, each with its own list of who
// was asked in vain.
type search struct {
	timer *loop.Timer
	tried map[wire.NodeID]bool
	round int
}

// start begins to look, if neighbours are missing and nobody looks.
func (f *finder) start() {
	if f.part.left || f.part.neighbors == nil || f.part.neighbors.full() {
		return
	}
	for i := range f.loops {
		if f.loops[i] == nil {
			s := &search{tried: make(map[wire.NodeID]bool)}
			f.loops[i] = s
			s.timer = f.part.cfg.Env.Loop.After(findFirst, func() { f.look(i, s) })
		}
	}
}

func (f *finder) stop() {
	for _, s := range f.loops {
		if s != nil {
			s.timer.Stop()
		}
	}
}

// look asks some nodes and comes back, as long as it pays.
func (f *finder) look(i int, s *search) {
	h := f.part.neighbors
	if f.part.left || h.full() {
		f.loops[i] = nil
		return
	}
	chosen := f.choose(s)
	if len(chosen) == 0 && len(h.handshaking) == 0 {
		// All were asked. Without any neighbour it begins again; otherwise new contacts
		// or the loss of a neighbour start it.
		if len(h.list) > 0 || len(f.part.discovery.Nearest(1, nil)) == 0 {
			f.loops[i] = nil
			return
		}
		clear(s.tried)
	}
	waiting := len(chosen)
	again := func() {
		if !f.part.left {
			s.timer = f.part.cfg.Env.Loop.After(findInterval, func() { f.look(i, s) })
		}
	}
	if waiting == 0 {
		again()
		return
	}
	for _, p := range chosen {
		h.handshake(p, nil, func(ok bool) {
			if !ok {
				s.tried[p.ID] = true
			}
			if waiting--; waiting == 0 {
				again()
			}
		})
	}
}

// choose picks whom to ask: beside this node on the ring first, which keeps the network in
// one piece, then near ones and random ones, which keep the ways short.
func (f *finder) choose(s *search) []*wire.Peer {
	p, d := f.part, f.part.discovery
	excluded := func(id wire.NodeID) bool {
		return s.tried[id] || p.neighbors.has(id) || p.neighbors.handshaking[id]
	}
	sources := []func() []*wire.Peer{
		func() []*wire.Peer { return d.RingLeft(1, excluded) },
		func() []*wire.Peer { return d.RingRight(1, excluded) },
		func() []*wire.Peer { return d.Nearest(1, excluded) },
		func() []*wire.Peer { return d.Random(1, excluded) },
	}
	want := 1
	if missing := p.cfg.TargetNeighbors - 2 - p.neighbors.open(); missing > 0 {
		want = min(missing, 2)
		if len(p.neighbors.list) == 0 {
			// Who can be dialled answers soonest.
			sources = append([]func() []*wire.Peer{func() []*wire.Peer {
				for _, q := range d.Nearest(viewSize, excluded) {
					if q.HasServer() {
						return []*wire.Peer{q}
					}
				}
				return nil
			}}, sources...)
		}
	} else if p.neighbors.open() >= p.cfg.TargetNeighbors {
		return nil
	}
	var set peers
	for _, source := range sources {
		for _, q := range source() {
			if len(set.list) < want {
				set.add(q)
			}
		}
	}
	return set.list
}
