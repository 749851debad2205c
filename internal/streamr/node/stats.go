package node

import (
	"github.com/logstore/logstore/internal/streamr/connection"
	"github.com/logstore/logstore/internal/streamr/delivery"
)

// snapshot is what a node counts, of all parts it is or was in.
type snapshot struct {
	connections      connection.Stats
	controlNeighbors int
	parts            int
	messages         delivery.Stats
}

// snapshot reads the counts; false if the node is closed.
func (n *Node) snapshot() (s snapshot, ok bool) {
	ok = n.loop.Do(func() {
		s.connections = n.core.manager.Stats()
		s.controlNeighbors = len(n.core.control.Neighbors())
		s.parts = len(n.core.parts)
		s.messages.Add(n.core.past)
		for _, p := range n.core.parts {
			s.messages.Add(p.Stats())
		}
	})
	return s, ok
}
