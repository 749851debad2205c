package dht

// Stats count what a node has done in the control layer since it was made.
type Stats struct {
	Sent       uint64 // routed messages of the node's own
	Routed     uint64 // messages sent to a next hop, own ones included
	Delivered  uint64 // routed messages that were for this node
	Lost       uint64 // messages that no next hop has taken over
	Refused    uint64 // requests that break the protocol, or ask for too much
	Silent     uint64 // connections given up because the peer did not answer
	Operations uint64 // recursive operations of the node's own

	// Of the moment.
	Neighbors, Contacts     int
	Keys, StoredBytes       int
	StoreRefused, Evictions int // entries for which there was no room, since the start
	Joining                 bool
}

// Stats tells what has happened so far and what there is now.
func (c *Control) Stats() Stats {
	s := *c.stats
	s.Neighbors, s.Contacts = len(c.overlay.contacts.neighbors.list), len(c.overlay.contacts.nearby)
	s.Keys, s.StoredBytes = len(c.store.keys), c.store.bytes
	s.StoreRefused, s.Evictions = c.store.refused, c.store.evicted
	s.Joining = c.isJoining()
	return s
}
