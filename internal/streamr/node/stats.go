package node

import (
	"github.com/logstore/logstore/internal/streamr/connection"
	"github.com/logstore/logstore/internal/streamr/delivery"
)

// Stats are what a node counts, in all stream parts it is or was in.
type Stats struct {
	Connections      connection.Stats
	ControlNeighbors int
	Parts            int
	Messages         delivery.Stats
}

// Stats reads the counts; false if the node is closed.
func (n *Node) Stats() (s Stats, ok bool) {
	ok = n.loop.Do(func() {
		s.Connections = n.core.manager.Stats()
		s.ControlNeighbors = len(n.core.control.Neighbors())
		s.Parts = len(n.core.parts)
		s.Messages.Add(n.core.past)
		for _, p := range n.core.parts {
			s.Messages.Add(p.Stats())
		}
	})
	return s, ok
}
