package dht

import (
	"hash/maphash"
	"time"
)

// Bounds of the memory of request ids: at least the last seenMax of them, unless they are older than seenFor.
// No request lives longer than ten seconds.
const (
	seenMax = 10_000
	seenFor = 30 * time.Second
)

// seen remembers request ids by their hashes, in two generations, so that a quiet node
// remembers little. Whether two ids have the same hash depends on a secret.
type seen struct {
	seed     maphash.Seed
	now, old map[uint64]struct{}
	since    time.Time
}

func newSeen() *seen { return &seen{seed: maphash.MakeSeed()} }

// add is whether the id is new.
func (s *seen) add(id string, now time.Time) bool {
	if age := now.Sub(s.since); len(s.now) >= seenMax || age >= seenFor {
		if age >= 2*seenFor {
			s.now = nil
		}
		s.old, s.now, s.since = s.now, nil, now
	}
	h := maphash.String(s.seed, id)
	if _, ok := s.now[h]; ok {
		return false
	}
	if _, ok := s.old[h]; ok {
		return false
	}
	if s.now == nil {
		s.now = make(map[uint64]struct{})
	}
	s.now[h] = struct{}{}
	return true
}
