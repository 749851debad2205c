package dht

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// Of neighbours whose connections are open but that do not answer (§5.4: one frozen node
// holds up everybody who asks it).
const (
	silenceStrikes = 2                // questions without an answer after which a node is dropped
	silenceFor     = 30 * time.Second // how long a node that was silent is left out
)

// silences are the nodes that have lately left a question open. A node that speaks is
// no longer among them.
type silences struct {
	now func() time.Time
	all map[wire.NodeID]silence
}

type silence struct {
	strikes int
	until   time.Time
}

// note counts a question without an answer. It is whether the node should be dropped.
func (s *silences) note(id wire.NodeID) (drop bool) {
	if s.all == nil {
		s.all = make(map[wire.NodeID]silence)
	}
	x := s.all[id]
	x.strikes++
	x.until = s.now().Add(silenceFor)
	s.all[id] = x
	return x.strikes >= silenceStrikes
}

// clear takes a node back that has spoken, or that is gone.
func (s *silences) clear(id wire.NodeID) {
	if delete(s.all, id); len(s.all) == 0 {
		s.all = nil
	}
}

// quiet is whether a node should be left out.
func (s *silences) quiet(id wire.NodeID) bool {
	x, ok := s.all[id]
	return ok && s.now().Before(x.until)
}
