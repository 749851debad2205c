package delivery

import (
	"slices"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// peers is a small set of nodes in the order in which they came. Who goes through the
// list may change the set meanwhile.
type peers struct{ list []*wire.Peer }

func (s *peers) index(id wire.NodeID) int {
	return slices.IndexFunc(s.list, func(p *wire.Peer) bool { return p.ID == id })
}

func (s *peers) has(id wire.NodeID) bool { return s.index(id) >= 0 }

func (s *peers) add(p *wire.Peer) bool {
	if s.has(p.ID) {
		return false
	}
	s.list = append(slices.Clip(s.list), p)
	return true
}

func (s *peers) remove(id wire.NodeID) bool {
	i := s.index(id)
	if i < 0 {
		return false
	}
	if len(s.list) == 1 {
		s.list = nil
	} else {
		s.list = slices.Concat(s.list[:i], s.list[i+1:])
	}
	return true
}
