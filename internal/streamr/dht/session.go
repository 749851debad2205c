package dht

import (
	"slices"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// session is one search for the nodes closest to a place (§5.4): it asks the closest
// known nodes that were not asked yet, until the answers bring nothing closer.
type session struct {
	v *overlay
	// next lists the nodes to ask, the best first, at most n of them.
	next func(n int, asked func(wire.NodeID) bool) []*wire.Peer
	// ask asks one; closest tells how far the search has come.
	ask func(p *wire.Peer, done func([]*wire.Peer, error))
	// mark remembers what is closest now; the function it returns is whether there is
	// something closer since.
	mark func() (closer func() bool)
	done func()

	asked      map[wire.NodeID]struct{}
	open       int // questions that hold the session up
	late       int // questions that take long; they hold it up as long as nobody has answered
	answers    int
	noProgress int
	deadline   *loop.Timer
	ended      bool
}

// discover searches around a place. asked may be shared by searches that follow each other.
func (v *overlay) discover(target wire.NodeID, asked map[wire.NodeID]struct{}, timeout time.Duration, done func()) {
	v.start(&session{
		v: v, asked: asked, done: done,
		next: func(n int, asked func(wire.NodeID) bool) []*wire.Peer {
			best := newNearest(target, n)
			for _, list := range [][]*contact{v.contacts.nearby, v.contacts.neighbors.list} {
				for _, x := range list {
					if !asked(x.peer.ID) && !v.quiet(x.peer.ID) {
						best.add(x.peer)
					}
				}
			}
			return best.list
		},
		ask: func(p *wire.Peer, done func([]*wire.Peer, error)) { v.askClosest(p, target, done) },
		mark: func() func() bool {
			before := v.closestOf(target)
			return func() bool {
				now := v.closestOf(target)
				return now != nil && (before == nil || target.Closer(now.ID, before.ID))
			}
		},
	}, timeout)
}

// discoverRing searches around a place on the ring, on both sides.
func (v *overlay) discoverRing(timeout time.Duration, done func()) {
	at, raw := ringIDOf(v.self), ringBytes(v.self)
	v.start(&session{
		v: v, asked: make(map[wire.NodeID]struct{}), done: done,
		next: func(n int, asked func(wire.NodeID) bool) (ps []*wire.Peer) {
			closest := v.contacts.ring.closestTo(at, asked)
			for i := range ringPerSide { // both sides equally
				for _, side := range [][]ringContact{closest.left, closest.right} {
					if i < len(side) && len(ps) < n && indexOf(ps, side[i].peer.ID) < 0 {
						ps = append(ps, side[i].peer)
					}
				}
			}
			return ps
		},
		ask: func(p *wire.Peer, done func([]*wire.Peer, error)) { v.askRing(p, raw, done) },
		mark: func() func() bool {
			ends := func() (ids [2]wire.NodeID) {
				if ring := &v.contacts.ring; len(ring.left) > 0 {
					ids = [2]wire.NodeID{ring.left[0].peer.ID, ring.right[0].peer.ID}
				}
				return ids
			}
			before := ends()
			return func() bool { return ends() != before } // they change only for the better
		},
	}, timeout)
}

// closestOf is the neighbour closest to a place.
func (v *overlay) closestOf(target wire.NodeID) *wire.Peer {
	best := newNearest(target, 1)
	for _, x := range v.contacts.neighbors.list {
		best.add(x.peer)
	}
	if len(best.list) == 0 {
		return nil
	}
	return best.list[0]
}

func (v *overlay) start(s *session, timeout time.Duration) {
	if v.stopped {
		return
	}
	v.sessions = append(v.sessions, s)
	s.deadline = v.env.Loop.After(timeout, s.finish)
	v.env.Loop.Post(s.more)
}

// more asks as many as may be asked at once.
func (s *session) more() {
	if s.ended {
		return
	}
	next := s.next(parallelism, func(id wire.NodeID) bool { _, ok := s.asked[id]; return ok })
	if s.noProgress >= maxNoProgress || len(next) == 0 && s.open == 0 && (s.late == 0 || s.answers > 0) {
		s.finish()
		return
	}
	for _, p := range next {
		if s.open >= parallelism {
			return
		}
		s.askOne(p)
	}
}

func (s *session) askOne(p *wire.Peer) {
	s.asked[p.ID] = struct{}{}
	s.open++
	isLate := false
	late := s.v.env.Loop.After(lateAfter, func() {
		isLate = true
		s.open--
		s.late++
		s.more()
	})
	s.ask(p, func(ps []*wire.Peer, err error) {
		if late.Stop(); isLate {
			s.late--
		} else {
			s.open--
		}
		if err == nil {
			s.answers++
			closer := s.mark()
			s.v.told(ps)
			if !closer() {
				s.noProgress++
			}
		}
		s.more()
	})
}

// finish ends the session and tells.
func (s *session) finish() {
	if s.ended {
		return
	}
	s.ended = true
	s.deadline.Stop()
	s.v.sessions = slices.DeleteFunc(s.v.sessions, func(x *session) bool { return x == s })
	s.done()
}
